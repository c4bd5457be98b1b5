"""The people of a case file in its short form: an applicant, through whom, and the others of the household."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from caseapp.domain.cases import Party, Role, Service
from caseapp.domain.days import ImpreciseDay, add_months
from caseapp.domain.facts import Fact
from caseapp.domain.ids import CaseId, FactId, HouseholdId, MembershipId, PartyId, PersonId, new_id
from caseapp.domain.people import Household, Membership, Person, Relation
from caseapp.exchange.fact_values import read_value
from caseapp.exchange.fields import Fields
from caseapp.exchange.filling import filled
from caseapp.i18n import N_
from caseapp.policy.catalogue import catalogue

CHILD = "child"
OF_A_CHILD = frozenset(
    (Service.COMPULSORY_EDUCATION, Service.PRESCHOOL, Service.SENIOR_SECONDARY_EXAM, Service.COLLEGE_ENTRANCE_EXAM)
)
"""Services of which the child is the applicant, through a parent (PRACTICE M3)."""
OLDEST = 130
SHORT_KEYS = ("age", "hukou_province", "stage", "hukou_type")
"""What may be said of a person beside the fields of the record."""


@dataclass(slots=True)
class People:
    """The people read so far, with what the short form says of them."""

    adult: Person
    child: Person | None = None
    spouse: Person | None = None
    others: list[tuple[Relation, Person]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    child_applies: bool = False

    def everyone(self) -> tuple[tuple[Relation, Person], ...]:
        """All of them with their relation to the adult we speak with."""
        named = ((Relation.SELF, self.adult), (Relation.CHILD, self.child), (Relation.SPOUSE, self.spouse))
        return (*((relation, person) for relation, person in named if person), *self.others)

    def for_key(self, key: str) -> Person:
        """Whom a fact is about: ``child_`` keys speak of the child, ``spouse_`` keys of the spouse."""
        if key.startswith("child_"):
            self.child = self.child or Person(new_person_id(), nickname=CHILD)
            return self.child
        if key.startswith("spouse_"):
            self.spouse = self.spouse or Person(new_person_id(), nickname="spouse")
            return self.spouse
        return self.adult


def new_person_id() -> PersonId:
    """A fresh identity of a person."""
    return PersonId(new_id())


def read_people(case: Fields, service: Service, on: date) -> People:
    """Read ``applicant``, ``spouse``, ``child`` and ``members``."""
    applicant = case.child("applicant") or Fields({}, (*case.path, "applicant"), case.faults)
    role = applicant.text("role")
    child_applies = role == CHILD or (not role and service in OF_A_CHILD)
    facts: list[Fact] = []
    if child_applies:
        child = _person(applicant, CHILD, on, facts)
        people = People(_through(applicant, on, facts), child, facts=facts, child_applies=True)
    else:
        people = People(_person(applicant, role, on, facts), facts=facts)
    applicant.close()
    if case.raw("spouse") is not None:
        people.spouse = _described(case, "spouse", on, facts)
    if case.raw("child") is not None:
        if child_applies:
            case.fault("child", N_("The child is already described as the applicant. Keep only one."))
        people.child = people.child or _described(case, "child", on, facts)
    for member in case.children("members"):
        relation = member.choice("relation", Relation) or Relation.OTHER
        people.others.append((relation, _person(member, relation.value, on, facts)))
        member.close()
    return people


def _described(case: Fields, key: str, on: date, facts: list[Fact]) -> Person | None:
    fields = case.child(key)
    if fields is None:
        return None
    person = _person(fields, key, on, facts)
    fields.close()
    return person


def _through(applicant: Fields, on: date, facts: list[Fact]) -> Person:
    """The adult through whom a child applies: a word ("parent"), or a description."""
    if isinstance(applicant.raw("through"), dict):
        described = _described(applicant, "through", on, facts)
        if described:
            return described
    return Person(new_person_id(), nickname=applicant.text("through") or "parent")


def _person(fields: Fields, called: str, on: date, facts: list[Fact]) -> Person:
    given: dict[str, str] = {}
    province = fields.text("hukou_province")
    if province:
        given["hukou_code"] = province
    if not fields.text("name") and not fields.text("nickname"):
        given["nickname"] = called
    born = _born(fields, on)
    if born:
        given["born"] = str(born)
    person = filled(Person, fields, given)
    for key, fact in (("stage", "child_school_stage"), ("hukou_type", "hukou_type")):
        value = fields.raw(key)
        said = None if value is None else read_value(fields, key, catalogue()[fact], value)
        if said is not None:
            facts.append(Fact(FactId(new_id()), person.id, fact, said, on))
    return person


def _born(fields: Fields, on: date) -> ImpreciseDay | None:
    """The days on which a person of this age can have been born."""
    age = fields.whole("age")
    if age is None or "born" in fields:
        return None
    if age > OLDEST:
        fields.fault("age", N_("Nobody is that old. Look at the age again."))
        return None
    return ImpreciseDay(add_months(on, -12 * (age + 1)) + timedelta(1), add_months(on, -12 * age))


def household(people: People, case: CaseId) -> tuple[Household, tuple[Membership, ...], tuple[Party, ...]]:
    """The household of the people, who belongs to it, and their roles in the case."""
    home = Household(HouseholdId(new_id()))
    members = tuple(
        Membership(MembershipId(new_id()), home.id, person.id, relation) for relation, person in people.everyone()
    )
    roles = [(people.adult, Role.APPLICANT)]
    if people.child_applies and people.child:
        roles = [(people.child, Role.APPLICANT), (people.adult, Role.STATUTORY_REPRESENTATIVE)]
    return home, members, tuple(Party(PartyId(new_id()), case, person.id, role) for person, role in roles)
