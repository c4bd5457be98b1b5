"""Cases with everything of them: one, or many, so that a walk over a casebook asks each table once in a hundred cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from caseapp.domain.agenda_records import AgendaMark, FollowUp
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, Party
from caseapp.domain.consent import Consent
from caseapp.domain.documents import Attachment, Document
from caseapp.domain.facts import Fact, Spell
from caseapp.domain.handovers import Handover
from caseapp.domain.ids import OfficeId
from caseapp.domain.letter_records import Letter, ReadOut
from caseapp.domain.offices import Office
from caseapp.domain.patterns import PatternMark
from caseapp.domain.people import Household, Membership, Person
from caseapp.domain.rule_records import LocalCriterion, LocalRule
from caseapp.domain.visits import Demand, Visit, WrittenAnswer

if TYPE_CHECKING:
    from caseapp.store.reader import Reader

R = TypeVar("R")

AT_ONCE = 100
"""Cases read together: many enough to share the asking, few enough for the values one question may hold."""


def case_file(reader: Reader, case_id: str) -> CaseFile | None:
    """Everything of one case; None if there is no such case."""
    return next(case_files(reader, (case_id,)), None)


def case_files(reader: Reader, case_ids: Iterable[str]) -> Iterator[CaseFile]:
    """Everything of several cases, in the order asked for; those that are not there are left out."""
    waiting = iter(case_ids)
    while some := tuple(islice(waiting, AT_ONCE)):
        found = {str(case.id): case for case in reader.all(Case, id=some[0] if len(some) == 1 else set(some))}
        cases = [found[key] for key in some if key in found]
        if cases:
            together = _Together(reader, cases)
            yield from map(together.file, cases)


class _Shelf(Generic[R]):
    """Records of several cases by what they belong to, in the order in which they were made."""

    def __init__(self, records: Iterable[R], owner: str) -> None:
        self._held: dict[str, list[tuple[int, R]]] = {}
        for place, record in enumerate(records):
            self._held.setdefault(getattr(record, owner), []).append((place, record))

    def of(self, *owners: str) -> tuple[R, ...]:
        """Those of some owners, in the order in which they were made."""
        if len(owners) == 1:
            return tuple(record for _place, record in self._held.get(owners[0], ()))
        found = [entry for owner in owners for entry in self._held.get(owner, ())]
        return tuple(record for _place, record in sorted(found, key=lambda entry: entry[0]))

    def all(self) -> Iterator[R]:
        """Every record."""
        return (record for held in self._held.values() for _place, record in held)


class _Together:
    """What was read of several cases at once."""

    def __init__(self, reader: Reader, cases: Sequence[Case]) -> None:
        self._reader = reader
        ids, homes = {case.id for case in cases}, {case.household for case in cases if case.household}
        self._homes = {home.id: home for home in self._having(Household, "id", homes).all()}
        self._memberships = self._having(Membership, "household", homes)
        self._parties = self._having(Party, "case", ids)
        people = {entry.person for shelf in (self._memberships, self._parties) for entry in shelf.all()}
        self._persons = {person.id: person for person in self._having(Person, "id", people).all()}
        self._facts = self._having(Fact, "person", people)
        self._spells = self._having(Spell, "person", people)
        self._consents = self._having(Consent, "person", people)
        self._key_days = self._having(KeyDay, "case", ids)
        self._documents = self._having(Document, "case", ids)
        self._attachments = self._having(Attachment, "case", ids)
        self._handovers = self._having(Handover, "case", ids)
        self._visits = self._having(Visit, "case", ids)
        self._demands = self._having(Demand, "visit", {visit.id for visit in self._visits.all()})
        self._answers = self._having(WrittenAnswer, "case", ids)
        self._letters = self._having(Letter, "case", ids)
        self._read_outs = self._having(ReadOut, "letter", {letter.id for letter in self._letters.all()})
        self._marks = self._having(PatternMark, "case", ids)
        self._rules = self._having(LocalRule, "case", ids)
        self._criteria = self._having(LocalCriterion, "local_rule", {rule.id for rule in self._rules.all()})
        self._follow_ups = self._having(FollowUp, "case", ids)
        self._agenda_marks = self._having(AgendaMark, "case", ids)
        self._offices = self._offices_of(cases)

    def file(self, case: Case) -> CaseFile:
        """Everything of one of them."""
        memberships = self._memberships.of(case.household) if case.household else ()
        parties, visits, rules = self._parties.of(case.id), self._visits.of(case.id), self._rules.of(case.id)
        named = dict.fromkeys([entry.person for entry in memberships] + [entry.person for entry in parties])
        people = tuple(self._persons[name] for name in named if name in self._persons)
        ids, letters = [person.id for person in people], self._letters.of(case.id)
        documents = self._documents.of(case.id)
        papers = {document.id for document in documents}
        return CaseFile(
            case=case,
            household=self._homes.get(case.household) if case.household else None,
            people=people,
            memberships=memberships,
            parties=parties,
            key_days=self._key_days.of(case.id),
            facts=self._facts.of(*ids),
            spells=self._spells.of(*ids),
            documents=documents,
            attachments=self._attachments.of(case.id),
            handovers=tuple(one for one in self._handovers.of(case.id) if one.document in papers),
            visits=visits,
            demands=self._demands.of(*(visit.id for visit in visits)),
            written_answers=self._answers.of(case.id),
            letters=letters,
            read_outs=self._read_outs.of(*(letter.id for letter in letters)),
            consents=tuple(one for one in self._consents.of(*ids) if one.case is None or one.case == case.id),
            marks=self._marks.of(case.id),
            local_rules=rules,
            local_criteria=self._criteria.of(*(rule.id for rule in rules)),
            follow_ups=self._follow_ups.of(case.id),
            agenda_marks=self._agenda_marks.of(case.id),
            offices=self._spoken_of(case),
        )

    def _having(self, cls: type[R], owner: str, owners: Iterable[str]) -> _Shelf[R]:
        wanted = set(owners)
        if not wanted:
            return _Shelf((), owner)
        equal: dict[str, Any] = {owner: wanted.pop() if len(wanted) == 1 else wanted}  # one value asks faster than a list
        return _Shelf(self._reader.all(cls, **equal), owner)

    def _asked(self, case: Case) -> set[OfficeId]:
        """The offices a case names."""
        visits, rules = self._visits.of(case.id), self._rules.of(case.id)
        asked = {office for visit in visits for office in (visit.office, visit.referred_to) if office}
        asked |= {answer.office for answer in self._answers.of(case.id) if answer.office}
        asked |= {letter.addressee for letter in self._letters.of(case.id) if letter.addressee}
        asked |= {handover.office for handover in self._handovers.of(case.id) if handover.office}
        return asked | {rule.office for rule in rules if rule.office}

    def _offices_of(self, cases: Iterable[Case]) -> Mapping[OfficeId, Office]:
        """The offices the cases name, and those they act for, in the order in which they were made."""
        named = {office for case in cases for office in self._asked(case)}
        found = {office.id: office for office in self._having(Office, "id", named).all()}
        behind = {office.acts_for for office in found.values() if office.acts_for} - set(found)
        return found | {office.id: office for office in self._having(Office, "id", behind).all()}

    def _spoken_of(self, case: Case) -> dict[OfficeId, Office]:
        asked = self._asked(case)
        found = {key: office for key, office in self._offices.items() if key in asked} if asked else {}
        behind = {office.acts_for for office in found.values() if office.acts_for} - set(found)
        return found | {key: self._offices[key] for key in self._offices if key in behind} if behind else found
