"""People, the household they belong to, and what they are in a case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Party, Role
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.identity_number import NumberProblem, read_number
from caseapp.domain.ids import MembershipId, PartyId, PersonId, new_id
from caseapp.domain.people import Household, Membership, Person, Relation
from caseapp.domain.text_guards import NAME_LIMIT, name_problem
from caseapp.errors import BadInput
from caseapp.exchange.days import FIRST_YEAR
from caseapp.exchange.fields import NAME_FAULTS
from caseapp.i18n import N_
from caseapp.work.cases import case_file, remove, save, save_all
from caseapp.work.problems import FieldProblem, refuse
from caseapp.work.session import Session

OLDEST = 120
_NUMBERS = {
    NumberProblem.LENGTH: N_("An identity number has 18 characters (or 15 before 2000). Kept as typed; look again."),
    NumberProblem.CHARACTERS: N_("This identity number holds something that is no digit. Kept as typed; look again."),
    NumberProblem.DATE: N_("The birthday in this identity number does not exist. Kept as typed; look again."),
    NumberProblem.CHECK_DIGIT: N_("The last character of this number does not fit the others. Kept as typed; look again."),
}


def problems(person: Person, today: date) -> tuple[FieldProblem, ...]:
    """What to look at again. An identity number is never a gate: papers carry mistakes, and people carry papers."""
    return (*_names(person), *_number(person), *_born(person, today))


def _names(person: Person) -> Iterator[FieldProblem]:
    for name in ("name", "nickname"):
        problem = name_problem(getattr(person, name))
        if problem:
            yield FieldProblem(name, NAME_FAULTS[problem], {"limit": NAME_LIMIT})


def _number(person: Person) -> Iterator[FieldProblem]:
    if not person.id_number.strip():
        return
    read = read_number(person.id_number)
    if read.problem:
        yield FieldProblem("id_number", _NUMBERS[read.problem], asked=True)
    elif read.born and person.born and not person.born.earliest <= read.born <= person.born.latest:
        other = N_("The identity number says another birthday. Papers can differ: is this right?")
        yield FieldProblem("id_number", other, asked=True)


def _born(person: Person, today: date) -> Iterator[FieldProblem]:
    if person.born is None:
        return
    if person.born.earliest.year < FIRST_YEAR:
        yield FieldProblem("born", N_("This year cannot be. Look at the day again."))
    elif person.born.earliest > today:
        yield FieldProblem("born", N_("The birthday lies in the future. Look at the day again."))
    elif today.year - person.born.latest.year > OLDEST:
        yield FieldProblem("born", N_("Is this person really over {years} years old?"), {"years": OLDEST}, asked=True)


def same_number(session: Session, person: Person) -> tuple[PersonId, ...]:
    """Others in this casebook with the same identity number: both are kept, and pointed out."""
    plain = read_number(person.id_number).plain
    if not plain:
        return ()
    with session.read() as reader:
        everyone = reader.all(Person)
    return tuple(
        other.id for other in everyone
        if other.id != person.id and other.id_number and read_number(other.id_number).plain == plain
    )  # fmt: skip


def save_person(session: Session, person: Person, now: datetime | None = None) -> None:
    """Keep a person. Raises :class:`BadInput` for what cannot be kept."""
    refuse(problems(person, session.moment(now).date()))
    save(session, person, N_("Person changed"), now)


def add_member(
    session: Session, case_id: str, person: Person, relation: Relation, since: ImpreciseDay | None = None,
    now: datetime | None = None,
) -> PersonId:  # fmt: skip
    """Add a person to the household of a case. A person without an id is new."""
    file = case_file(session, case_id)
    refuse(problems(person, session.moment(now).date()))
    kept = person if person.id else replace(person, id=PersonId(new_id()))
    home = _household(file)
    member = Membership(MembershipId(new_id()), home.id, kept.id, relation, since)
    save_all(session, (kept, member), N_("Person added to the household"), now)
    return kept.id


def _household(file: CaseFile) -> Household:
    if file.household is None:
        raise BadInput(N_("This case has no household yet. Enter its client first."))
    return file.household


def end_membership(session: Session, membership: Membership, until: ImpreciseDay, now: datetime | None = None) -> None:
    """Note since when a person no longer belongs to the household. Raises :class:`BadInput` for an end before the start."""
    if membership.since and until.surely_before(membership.since):
        raise BadInput(N_("It ends before it begins. Look at both days again."))
    save(session, replace(membership, until=until), N_("Person left the household"), now)


def set_party(
    session: Session, case_id: str, person_id: str, role: Role, *, power: str = "", power_until: date | None = None,
    now: datetime | None = None,
) -> PartyId:  # fmt: skip
    """Give a person a role in a case; a role the person has already is changed. Only an agent has a power."""
    file = case_file(session, case_id)
    if file.person(PersonId(person_id)) is None:
        raise BadInput(N_("This person does not belong to the case. Add the person to the household first."))
    known = next((party for party in file.parties if party.person == person_id and party.role is role), None)
    identity = known.id if known else PartyId(new_id())
    party = Party(identity, file.case.id, PersonId(person_id), role, power, power_until)
    save(session, party, N_("Role in the case changed"), now)
    return identity


def end_party(session: Session, party_id: str, now: datetime | None = None) -> None:
    """Take a role away."""
    remove(session, Party, party_id, N_("Role in the case taken away"), now)
