"""Everything recorded about one case, as one frozen value: what checks, deadlines, patterns and letters are made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from caseapp.domain.agenda_records import AgendaMark, FollowUp
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Party, Role
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.documents import Attachment, Document
from caseapp.domain.facts import Fact, Spell
from caseapp.domain.handovers import Handover
from caseapp.domain.ids import LocalRuleId, OfficeId, PersonId, VisitId
from caseapp.domain.letter_records import Letter, ReadOut
from caseapp.domain.offices import Office
from caseapp.domain.patterns import PatternMark
from caseapp.domain.people import Household, Membership, Person, Relation
from caseapp.domain.referrals import in_order
from caseapp.domain.rule_records import LocalCriterion, LocalRule
from caseapp.domain.visits import Demand, Visit, WrittenAnswer


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with its people, papers, visits and letters. Deleted records are not in it."""

    case: Case
    household: Household | None = None
    people: tuple[Person, ...] = ()
    memberships: tuple[Membership, ...] = ()
    parties: tuple[Party, ...] = ()
    key_days: tuple[KeyDay, ...] = ()
    facts: tuple[Fact, ...] = ()
    spells: tuple[Spell, ...] = ()
    documents: tuple[Document, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    handovers: tuple[Handover, ...] = ()
    visits: tuple[Visit, ...] = ()
    demands: tuple[Demand, ...] = ()
    written_answers: tuple[WrittenAnswer, ...] = ()
    letters: tuple[Letter, ...] = ()
    read_outs: tuple[ReadOut, ...] = ()
    consents: tuple[Consent, ...] = ()
    marks: tuple[PatternMark, ...] = ()
    local_rules: tuple[LocalRule, ...] = ()
    local_criteria: tuple[LocalCriterion, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    agenda_marks: tuple[AgendaMark, ...] = ()
    offices: Mapping[OfficeId, Office] = field(default_factory=dict)
    """Every office the case speaks of."""

    def person(self, identity: PersonId | None) -> Person | None:
        """The person with this id, if they belong to the case."""
        return next((person for person in self.people if person.id == identity), None)

    def in_role(self, role: Role) -> Person | None:
        """The first person with a role in the case."""
        return next((self.person(party.person) for party in self.parties if party.role is role), None)

    def related(self, relation: Relation, on: date) -> tuple[Person, ...]:
        """Household members of a relation on a day."""
        members = [entry.person for entry in self.memberships if entry.relation is relation and entry.holds_on(on)]
        return tuple(person for person in self.people if person.id in members)

    def client(self) -> Person | None:
        """The person we speak with: the statutory representative, else the applicant, else anyone of the household."""
        for role in (Role.STATUTORY_REPRESENTATIVE, Role.APPLICANT, Role.CONTACT):
            found = self.in_role(role)
            if found:
                return found
        return self.people[0] if self.people else None

    def office(self, identity: OfficeId | None) -> Office | None:
        """An office the case speaks of."""
        return self.offices.get(identity) if identity else None

    def visits_in_order(self) -> tuple[Visit, ...]:
        """Visits as they happened."""
        return in_order(self.visits)

    def demands_at(self, visit: VisitId) -> tuple[Demand, ...]:
        """What was asked for at a visit."""
        return tuple(demand for demand in self.demands if demand.visit == visit)

    def criteria_of(self, rule: LocalRuleId) -> tuple[LocalCriterion, ...]:
        """What a rule entered by hand asks, in its order."""
        found = [criterion for criterion in self.local_criteria if criterion.local_rule == rule]
        return tuple(sorted(found, key=lambda criterion: criterion.order))

    def key_day(self, kind: KeyDayKind) -> KeyDay | None:
        """The recorded answer to a question about a day."""
        return next((entry for entry in self.key_days if entry.kind is kind), None)

    def consents_to(self, purpose: Purpose, on: date) -> bool:
        """Whether a consent for the purpose holds on a day."""
        return any(consent.purpose is purpose and consent.holds_on(on) for consent in self.consents)

    def judged_on(self, today: date) -> date:
        """The day whose rules decide this case: its own ``as_of``, else today."""
        return self.case.as_of or today
