"""People, the household they belong to, and what they are in a case."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Party, Role
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.identity_number import NumberProblem, read_number
from caseapp.domain.ids import MembershipId, PartyId, PersonId, new_id
from caseapp.domain.people import Household, Membership, Person, Relation, Sex
from caseapp.domain.text_guards import NAME_LIMIT, name_problem
from caseapp.errors import BadInput
from caseapp.exchange.days import FIRST_YEAR
from caseapp.exchange.fields import NAME_FAULTS
from caseapp.i18n import N_
from caseapp.work.cases import case_file, remove, save, save_all
from caseapp.work.duplicates import number_forms, numbers_asked
from caseapp.work.guards import guard
from caseapp.work.problems import FieldProblem, refuse
from caseapp.work.session import Session

OLDEST = 120
"""Years of age beyond which a birthday is asked about."""
ENDS_TOO_EARLY = N_("It ends before it begins. Look at both days again.")
NUMBERS = {
    NumberProblem.LENGTH: N_("An identity number has 18 characters (15 before 2000). Look at the paper again."),
    NumberProblem.CHARACTERS: N_(
        "An identity number holds only digits, and perhaps an X at the end. Look at the paper again."
    ),
    NumberProblem.DATE: N_("The birthday in this identity number does not exist. Look at the paper again."),
    NumberProblem.CHECK_DIGIT: N_("The last character of this number does not fit the others. Look at the paper again."),
}


def problems(person: Person, today: date) -> tuple[FieldProblem, ...]:
    """What to look at again. An identity number is never a gate: papers carry mistakes, and people carry papers."""
    return (*_names(person), *_number(person, today), *_born(person, today))


def _names(person: Person) -> Iterator[FieldProblem]:
    for name in ("name", "nickname"):
        problem = name_problem(getattr(person, name))
        if problem:
            yield FieldProblem(name, NAME_FAULTS[problem], {"limit": NAME_LIMIT})


def _number(person: Person, today: date) -> Iterator[FieldProblem]:
    if not person.id_number.strip():
        return
    read = read_number(person.id_number)
    if read.problem:
        yield FieldProblem("id_number", NUMBERS[read.problem], asked=True)
    elif read.born and not _born_in(today, read.born):
        never = N_("By this identity number nobody could be living today. Look at the paper again.")
        yield FieldProblem("id_number", never, asked=True)
    elif read.born and person.born and not person.born.earliest <= read.born <= person.born.latest:
        other = N_("The identity number says another birthday. Papers can differ: is this right?")
        yield FieldProblem("id_number", other, asked=True)
    elif read.male is not None and person.sex is (Sex.FEMALE if read.male else Sex.MALE):
        sex = N_("The identity number says another sex. Papers can differ: is this right?")
        yield FieldProblem("id_number", sex, asked=True)


def _born_in(today: date, born: date) -> bool:
    """Whether somebody born then may be living."""
    return born <= today and today.year - born.year <= OLDEST


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
    forms = number_forms(person.id_number)
    with session.read() as reader:
        found = {record for number in numbers_asked(person.id_number) for record in reader.search(number)}
        others = reader.all(Person, id=found - {person.id})
    return tuple(other.id for other in others if forms & number_forms(other.id_number))


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
    save(session, _ended(membership, until), N_("Person left the household"), now)


def _ended(membership: Membership, until: ImpreciseDay) -> Membership:
    if membership.since and until.surely_before(membership.since):
        raise BadInput(ENDS_TOO_EARLY)
    return replace(membership, until=until)


def change_relation(session: Session, membership_id: str, relation: Relation, now: datetime | None = None) -> None:
    """Correct what a person is in the household. Raises :class:`BadInput` for somebody who is not in it."""
    with session.read() as reader:
        membership = reader.get(Membership, membership_id)
    if membership is None:
        raise BadInput(N_("This person does not belong to the case. Add the person to the household first."))
    save(session, replace(membership, relation=relation), N_("Relation in the household changed"), now)


@dataclass(frozen=True, slots=True)
class RoleForm:
    """What a person is to be in a case. Only an agent has a power (PRACTICE M3)."""

    role: Role
    power: str = ""
    power_until: date | None = None


def keep_person(
    session: Session, case_id: str, person: Person, relation: Relation | None, roles: Collection[RoleForm],
    left_on: ImpreciseDay | None = None, now: datetime | None = None,
) -> PersonId:  # fmt: skip
    """Keep a person with their place in the household and everything they are in the case, as one entry: one undo.

    A person without an id is new. ``roles`` are all of them: a role that is not among them is taken away. ``relation``
    None leaves the household as it is, and so does any relation of somebody who is known and not in it. ``left_on``:
    since when the person no longer belongs to it. Raises :class:`BadInput`.
    """
    file = case_file(session, case_id)
    refuse(problems(person, session.moment(now).date()))
    kept = person if person.id else replace(person, id=PersonId(new_id()))
    if person.id and file.person(person.id) is None:
        raise BadInput(N_("This person does not belong to the case. Add the person to the household first."))
    records = [kept, *_place(file, person, kept, relation, left_on), *_parties(file, kept.id, roles)]
    for record in records:
        guard(record)
    chosen = {form.role for form in roles}
    gone = [party.id for party in file.parties if party.person == kept.id and party.role not in chosen]
    said = N_("Person changed") if person.id else N_("Person added to the household")
    with session.write(said, now) as writer:
        for record in records:
            writer.put(record)
        for party in gone:
            writer.delete(Party, party)
    return kept.id


def _place(
    file: CaseFile, person: Person, kept: Person, relation: Relation | None, left_on: ImpreciseDay | None
) -> Iterator[Membership]:
    """Where the person belongs in the household; the membership that still runs, of somebody who came back."""
    if not person.id:
        yield Membership(MembershipId(new_id()), _household(file).id, kept.id, relation or Relation.OTHER)
        return
    entries = [entry for entry in file.memberships if entry.person == person.id]
    member = next((entry for entry in entries if entry.until is None), entries[0] if entries else None)
    if member is None:
        return
    member = replace(member, relation=relation or member.relation)
    yield _ended(member, left_on) if left_on else member


def _parties(file: CaseFile, person: PersonId, roles: Collection[RoleForm]) -> Iterator[Party]:
    known = {party.role: party.id for party in file.parties if party.person == person}
    for form in roles:
        identity = known.get(form.role) or PartyId(new_id())
        agent = form.role is Role.AGENT
        power, until = (form.power, form.power_until) if agent else ("", None)
        yield Party(identity, file.case.id, person, form.role, power, until)


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
