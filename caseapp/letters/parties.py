"""Who applies, who acts for a child, and who signs (PRACTICE M3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Role, Service
from caseapp.domain.ids import PersonId
from caseapp.domain.people import Person, Relation, Sex
from caseapp.letters.both import Both
from caseapp.letters.wording import phrases

ADULT = 18
"""Full age (Civil Code art. 17)."""
SCHOOLING = frozenset({Service.COMPULSORY_EDUCATION, Service.PRESCHOOL})


@dataclass(frozen=True, slots=True)
class Parties:
    """The sides of a letter from the client. ``representative`` is None for an adult, who signs alone."""

    applicant: Person | None
    representative: Person | None
    relation: Relation
    """What the representative is to the child: PARENT, GRANDPARENT or OTHER."""
    minor: bool
    power: str = ""

    @property
    def words(self) -> str:
        """The phrase key of who does things in the letter: ``mother``, ``father``, ``guardian`` …, or ``applicant``."""
        if not self.minor or self.representative is None:
            return "applicant"
        return relation_word(self.representative, self.relation)

    @property
    def actor(self) -> Both:
        """Who goes, asks and hands in: 母亲 / the mother, or 申请人 / the applicant."""
        return phrases("people").say(self.words)

    def names(self, identity: PersonId | None) -> Both:
        """What the letter calls a person of the case."""
        if identity is None or (self.representative and identity == self.representative.id):
            return self.actor
        if self.applicant and identity == self.applicant.id:
            return phrases("people").say("applicant")
        return phrases("people").say("relative")


def relation_word(person: Person, relation: Relation) -> str:
    """``mother``, ``father``, ``parent``, ``grandparent`` or ``guardian``."""
    if relation is Relation.PARENT:
        return {Sex.FEMALE: "mother", Sex.MALE: "father"}.get(person.sex, "parent") if person.sex else "parent"
    return "grandparent" if relation is Relation.GRANDPARENT else "guardian"


def parties_of(file: CaseFile, on: date) -> Parties:
    """Applicant and representative on a day. For schooling the child is the applicant, through a parent."""
    applicant, representative = file.in_role(Role.APPLICANT), file.in_role(Role.STATUTORY_REPRESENTATIVE)
    child = _child(file, on)
    if file.case.service in SCHOOLING and child and (applicant is None or _age(applicant, on) >= ADULT):
        representative = representative or applicant
        applicant = child
    if applicant is None:
        applicant = file.client()
    minor = applicant is not None and _is_minor(file, applicant, representative, on)
    if not minor or (representative and applicant and representative.id == applicant.id):
        representative = None
    power = next((party.power for party in file.parties if representative and party.person == representative.id), "")
    return Parties(applicant, representative, _relation(file, representative, on), minor, power)


def _age(person: Person, on: date) -> int:
    """Full years; an unknown birthday counts as an adult's."""
    age = person.age_on(on)
    return ADULT if age is None else age


def _is_minor(file: CaseFile, person: Person, representative: Person | None, on: date) -> bool:
    age = person.age_on(on)
    if age is not None:
        return age < ADULT
    return representative is not None or person in file.related(Relation.CHILD, on)


def _child(file: CaseFile, on: date) -> Person | None:
    """The minor the service is for: the beneficiary, else the one child of the household."""
    beneficiary = file.in_role(Role.BENEFICIARY)
    if beneficiary and (beneficiary.age_on(on) or 0) < ADULT:
        return beneficiary
    children = [person for person in file.related(Relation.CHILD, on) if (person.age_on(on) or 0) < ADULT]
    return children[0] if len(children) == 1 else None


def _relation(file: CaseFile, person: Person | None, on: date) -> Relation:
    """What the representative is to the child; a parent where the household says nothing else."""
    entry = next((m for m in file.memberships if person and m.person == person.id and m.holds_on(on)), None)
    if entry is None or entry.relation in (Relation.SELF, Relation.SPOUSE):
        child = file.in_role(Role.APPLICANT) or file.in_role(Role.BENEFICIARY)
        of_child = next((m.relation for m in file.memberships if child and m.person == child.id), Relation.CHILD)
        return Relation.PARENT if of_child in (Relation.CHILD, Relation.SELF) else Relation.OTHER
    if entry.relation in (Relation.PARENT, Relation.GRANDPARENT):
        return Relation.GRANDPARENT
    return Relation.OTHER
