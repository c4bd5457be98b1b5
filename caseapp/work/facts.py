"""Facts: which are worth asking in a case, what is known, and the spells from which counts are derived."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from caseapp.domain.case_file import CaseFile
from caseapp.domain.facts import Fact, Spell
from caseapp.domain.ids import FactId, MembershipId, PersonId, SpellId, new_id
from caseapp.domain.people import Membership, Person, Relation
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.policy.catalogue import About, FactKind, FactType, catalogue
from caseapp.policy.known import accept
from caseapp.policy.model import Programme, Scalar, Words, criteria
from caseapp.policy.projection import value_of
from caseapp.work.cases import case_file, remove, save, save_all
from caseapp.work.check import first_question
from caseapp.work.rules_of_case import rules_of_case
from caseapp.work.session import Session

_RELATION = {About.CHILD: Relation.CHILD, About.SPOUSE: Relation.SPOUSE}


@dataclass(frozen=True, slots=True)
class FactQuestion:
    """A fact the rules ask for. ``person`` is None where the household has nobody it could be about yet."""

    key: str
    person: PersonId | None
    about: About
    label: Words
    question: Words
    type: FactType
    choices: tuple[tuple[str, Words], ...]
    unit: str | None
    value: Scalar | None
    as_of: date | None
    source: str
    fact: FactId | None
    sensitive: bool
    next: bool = False
    """The one question worth asking now."""


def questions(session: Session, case_id: str, on: date) -> tuple[FactQuestion, ...]:
    """The facts the rules of the case and its service ask on a day, and every other that is on record.

    The next question first, then what is not answered yet, then what is. What is never asked of anyone is left out.
    """
    file = case_file(session, case_id)
    day = file.judged_on(on)
    asked: Counter[str] = Counter()
    for programme in rules_of_case(file, day).programmes(file.case.service.value, day):
        asked.update(_asks(programme))
    known = {_key(file, fact, on): fact for fact in sorted(file.facts, key=lambda fact: fact.as_of)}
    first = first_question(file, day)
    wanted = [kind for key, kind in catalogue().items() if key in known or (key in asked and kind.ask)]
    first_key = first.fact if first else None
    wanted.sort(key=lambda kind: (kind.key in known, kind.key != first_key, kind.sensitive, -asked[kind.key]))
    return tuple(_question(file, kind, known.get(kind.key), on, first=kind.key == first_key) for kind in wanted)


def _asks(programme: Programme) -> Iterator[str]:
    yield from (criterion.fact for criterion in criteria(programme.eligibility))
    yield from (item.fact for item in programme.points.items) if programme.points else ()


def _key(file: CaseFile, fact: Fact, on: date) -> str:
    """The key under which a rule asks for a fact: the spouse's own answer to ``x`` is ``spouse_x``."""
    of_spouse = f"spouse_{fact.key}"
    spouses = {person.id for person in file.related(Relation.SPOUSE, on)}
    return of_spouse if fact.person in spouses and of_spouse in catalogue() else fact.key


def _question(file: CaseFile, kind: FactKind, fact: Fact | None, on: date, *, first: bool) -> FactQuestion:
    person = fact.person if fact else whom(file, kind, on)
    return FactQuestion(
        kind.key, person, kind.about, kind.label, kind.question, kind.type,
        tuple((one.value, one.label) for one in kind.values), kind.unit,
        value_of(kind, fact.value) if fact else None, fact.as_of if fact else None, fact.source if fact else "",
        fact.id if fact else None, kind.sensitive, first,
    )  # fmt: skip


def whom(file: CaseFile, kind: FactKind, on: date) -> PersonId | None:
    """Whom of the household a fact is about: the adult who applies or speaks, the spouse, the child."""
    relation = _RELATION.get(kind.about)
    if relation is None:
        adult = next(iter(file.related(Relation.SELF, on)), None) or file.client()
        return adult.id if adult else None
    found = file.related(relation, on)
    return found[0].id if found else None


def read_value(key: str, text: str) -> Scalar:
    """A fact's kept text as a value of its type. Raises :class:`BadInput` for one the catalogue does not allow."""
    kind = catalogue().get(key)
    return value_of(kind, text) if kind else accept(catalogue(), key, text)


def write_value(key: str, value: object) -> str:
    """A value as it is kept. Raises :class:`BadInput`."""
    accepted = accept(catalogue(), key, value)
    return ("true" if accepted else "false") if isinstance(accepted, bool) else str(accepted)


def set_fact(
    session: Session, case_id: str, person_id: str | None, key: str, value: object, as_of: date, source: str = "",
    now: datetime | None = None, *, adverse: bool = False,
) -> FactId:  # fmt: skip
    """Keep an answer. An earlier answer as of another day stays; one as of the same day is corrected.

    ``person_id`` None: the child or spouse is not in the household yet, and is added without a name.
    ``adverse``: it is kept with its mark at once (PRACTICE E3), never for a moment without; a mark it has stays.
    Raises :class:`BadInput` for an unknown fact, a value that cannot be, or a day that lies ahead.
    """
    _not_ahead(session, as_of, now)
    text = write_value(key, value)
    file = case_file(session, case_id)
    person, added = _person(file, key, person_id, as_of)
    known = next((fact for fact in file.facts if (fact.person, fact.key, fact.as_of) == (person, key, as_of)), None)
    fact = Fact(FactId(new_id()), person, key, text, as_of, source, adverse)
    if known:
        fact = replace(known, value=text, source=source or known.source, adverse=adverse or known.adverse)
    save_all(session, (*added, fact), N_("Fact noted"), now)
    return fact.id


def _person(file: CaseFile, key: str, person_id: str | None, on: date) -> tuple[PersonId, tuple[object, ...]]:
    kind = catalogue()[key]
    known = person_id or whom(file, kind, on)
    if known:
        if file.person(PersonId(known)) is None:
            raise BadInput(N_("This person does not belong to the case. Add the person to the household first."))
        return PersonId(known), ()
    relation = _RELATION.get(kind.about)
    if relation is None or file.household is None:
        raise BadInput(N_("This case has no household yet. Enter its client first."))
    person = Person(PersonId(new_id()))
    return person.id, (person, Membership(MembershipId(new_id()), file.household.id, person.id, relation))


def mark_adverse(session: Session, fact_id: str, adverse: bool, now: datetime | None = None) -> None:
    """Keep an answer out of letters, bundles and reports, or let it in once a lawyer cleared it (PRACTICE E3)."""
    said = N_("Fact marked adverse") if adverse else N_("Adverse mark of a fact taken off")
    save(session, replace(_fact(session, fact_id), adverse=adverse), said, now)


def correct_fact(
    session: Session, case_id: str, fact_id: str, as_of: date, source: str, adverse: bool, now: datetime | None = None
) -> None:
    """The same answer with another day, source or mark.

    Raises :class:`BadInput` for a day that lies ahead, or that has an answer of its own already.
    """
    fact = _fact(session, fact_id)
    _not_ahead(session, as_of, now)
    same = (fact.person, fact.key, as_of)
    others = (other for other in case_file(session, case_id).facts if other.id != fact.id)
    if any((other.person, other.key, other.as_of) == same for other in others):
        raise BadInput(N_("There is an answer as of this day already. Correct that one, or choose another day."))
    if (as_of, source) == (fact.as_of, fact.source):
        mark_adverse(session, fact_id, adverse, now)
        return
    changed = replace(fact, as_of=as_of, source=source, adverse=adverse)
    save(session, changed, N_("Day and source of a fact corrected"), now)


def _fact(session: Session, fact_id: str) -> Fact:
    with session.read() as reader:
        found = reader.get(Fact, fact_id)
    if found is None:
        raise BadInput(N_("This answer is no longer there. Look at the list of questions again."))
    return found


def _not_ahead(session: Session, day: date, now: datetime | None) -> None:
    if day > session.moment(now).date():
        raise BadInput(N_("This day lies in the future. Look at it again."))


def clear_fact(session: Session, fact_id: str, now: datetime | None = None) -> None:
    """Take an answer out: the question is open again."""
    remove(session, Fact, fact_id, N_("Fact taken out"), now)


def save_spell(session: Session, spell: Spell, now: datetime | None = None) -> SpellId:
    """Keep a spell; one without an id is new. Raises :class:`BadInput` for one that ends before it begins."""
    if spell.until and spell.until.surely_before(spell.since):
        raise BadInput(N_("It ends before it begins. Look at both days again."))
    _not_ahead(session, spell.since.earliest, now)
    kept = spell if spell.id else replace(spell, id=SpellId(new_id()))
    save(session, kept, N_("Spell noted"), now)
    return kept.id


def delete_spell(session: Session, spell_id: str, now: datetime | None = None) -> None:
    """Take a spell out of sight."""
    remove(session, Spell, spell_id, N_("Spell taken out"), now)
