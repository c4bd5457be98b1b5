"""Whoever stands on two sides: in another case, in another household, or as a parent parted from the other.

A warning with the path that leads to it, never a gate. What is looked at begins with the people of one case and goes one
step further: the same person, or who by number, phone or name may be the same, in any other case or its household.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TYPE_CHECKING

from caseapp.domain.cases import Case, Party, Role
from caseapp.domain.ids import CaseId, PersonId
from caseapp.domain.labels import label
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.people import Membership, Person, Relation
from caseapp.domain.text_guards import search_form
from caseapp.domain.visits import Visit
from caseapp.i18n import N_, Catalogue
from caseapp.work.duplicates import WORDS, Likeness, likeness, numbers_asked
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.reader import Reader

_TELLING = frozenset((Likeness.NUMBER, Likeness.PHONE, Likeness.NAME, Likeness.BIRTHDAY))
CLIENTS = frozenset((Role.APPLICANT, Role.BENEFICIARY, Role.STATUTORY_REPRESENTATIVE, Role.CONTACT))
MOST = 50
"""A name that more people bear than this leads nowhere."""


class Side(IntEnum):
    """Where a person stands in a case."""

    OTHER = 1
    """Landlord, employer, or whoever else is a third party."""
    OURS = 2
    """The client, whoever acts for them, and the household."""
    LEFT = 3
    """Belonged to the household once."""


@dataclass(frozen=True, slots=True)
class Place:
    """One end of a path: who, where, and as what. ``role`` is a text to be translated."""

    case: CaseId
    number: str
    client: str
    person: PersonId | None
    name: str
    side: Side
    role: str
    client_id: PersonId | None
    ours: frozenset[PersonId]
    """Everybody on our side of that case today."""


@dataclass(frozen=True, slots=True)
class ConflictOfInterest:
    """A path from this case to another. ``alike`` empty: one and the same record; else why it may be the same person."""

    here: Place
    there: Place
    alike: tuple[Likeness, ...] = ()

    def say(self, words: Catalogue) -> str:
        """One sentence, in the reader's language."""
        here, there = self.here, self.there
        if here.side is there.side is Side.OURS:
            template = N_(
                "{name} belongs to this case, whose client is {client}, and to case {number}, whose client is {other}. "
                "If the two have parted, both cannot be our clients in one matter."
            )
        elif self.alike:
            template = N_(
                "{name} ({here}) in this case and {there_name} ({there}) in case {number} of {other} "
                "may be one person: {why}."
            )
        else:
            template = N_("{name} is “{here}” in this case and “{there}” in case {number} of {other}.")
        why = words.gettext(", ").join(words.gettext(WORDS[one]) for one in self.alike)
        return words.gettext(template).format(
            name=here.name, client=here.client, here=words.gettext(here.role), there_name=there.name,
            there=words.gettext(there.role), number=there.number, other=there.client, why=why,
        )  # fmt: skip


def conflicts_of_interest(session: Session, case_id: str, on: date) -> tuple[ConflictOfInterest, ...]:
    """The paths from the people of a case to another side, the weightiest first."""
    with session.read() as reader:
        case = reader.get(Case, case_id)
        return tuple(_found(reader, case, on)) if case else ()


def _found(reader: Reader, case: Case, on: date) -> Iterator[ConflictOfInterest]:
    own = list(_of_case(reader, case, on))
    people = {person.id: person for person in reader.all(Person, id={place.person for place in own if place.person})}
    pairs: dict[tuple[object, ...], ConflictOfInterest] = {}
    for place in own:
        found = people.get(place.person) if place.person else Person(PersonId(""), place.name)
        if found is None:
            continue
        for other, alike in _same(reader, found):
            for there in _elsewhere(reader, other, case.id, on):
                if _opposed(place, there, alike):
                    key = (place.person or place.name, there.case, other.id or other.name)
                    pairs.setdefault(key, ConflictOfInterest(place, there, alike))
    yield from sorted(pairs.values(), key=lambda one: (one.here.side, one.there.side, one.alike, one.there.number))


def _opposed(here: Place, there: Place, alike: tuple[Likeness, ...]) -> bool:
    sides = {here.side, there.side}
    if sides == {Side.OTHER}:
        return False
    if sides in ({Side.OURS}, {Side.LEFT}):  # one child of two clients; a family that moved on together is none
        sure = not alike or Likeness.NUMBER in alike
        apart = here.client_id not in there.ours and there.client_id not in here.ours
        return sides == {Side.OURS} and sure and apart and bool(here.client and there.client)
    return Side.OTHER in sides or not alike or Likeness.NUMBER in alike


def _of_case(reader: Reader, case: Case, on: date) -> Iterator[Place]:
    """Everybody of a case with their sides, those with a role first."""
    memberships = reader.all(Membership, household=case.household) if case.household else ()
    parties = reader.all(Party, case=case.id)
    ids = {party.person for party in parties} | {entry.person for entry in memberships}
    people = {person.id: person for person in reader.all(Person, id=ids)}
    names = {
        person.id: " · ".join(dict.fromkeys(filter(None, (person.called(), person.name)))) for person in people.values()
    }
    client = _client(parties, memberships, names)
    called = people[client].called() if client else ""
    ours = {entry.person for entry in memberships if entry.holds_on(on)}
    ours |= {party.person for party in parties if party.role in CLIENTS}
    ours -= {party.person for party in parties if party.role is Role.THIRD_PARTY}

    def place(person: PersonId | None, name: str, side: Side, role: str) -> Place:
        return Place(case.id, case.number, called, person, name, side, role, client, frozenset(ours))

    for party in parties:
        if party.role is Role.THIRD_PARTY or party.role in CLIENTS:
            side = Side.OTHER if party.role is Role.THIRD_PARTY else Side.OURS
            yield place(party.person, names.get(party.person, ""), side, label(party.role))
    for entry in memberships:
        side = Side.OURS if entry.holds_on(on) else Side.LEFT
        role = _relation(entry.relation) if side is Side.OURS else N_("once of the household")
        yield place(entry.person, names.get(entry.person, ""), side, role)
    for office in _private(reader, case.id):
        yield place(None, office.name_zh, Side.OTHER, label(office.kind))


def _client(
    parties: Iterable[Party], memberships: Iterable[Membership], names: Mapping[PersonId, str]
) -> PersonId | None:  # fmt: skip
    """The person we speak with, as the case file chooses them."""
    by_role = {party.role: party.person for party in reversed(tuple(parties))}
    roles = (Role.STATUTORY_REPRESENTATIVE, Role.APPLICANT, Role.CONTACT)
    named = (*(by_role[role] for role in roles if role in by_role), *(entry.person for entry in memberships))
    return next((person for person in named if names.get(person)), None)


def _relation(relation: Relation) -> str:
    return label(relation) if relation is not Relation.SELF else N_("household")


def _private(reader: Reader, case_id: str) -> tuple[Office, ...]:
    """Landlords and employers that a case knows as offices, by their names."""
    visits = reader.all(Visit, case=case_id)
    met = {office for visit in visits for office in (visit.office, visit.referred_to) if office}
    return tuple(
        office for office in reader.all(Office, id=met) if office.kind.private and len(search_form(office.name_zh)) > 1
    )


def _same(reader: Reader, person: Person) -> Iterator[tuple[Person, tuple[Likeness, ...]]]:
    """The person, and others who may be the same: of one number, one phone, or one name."""
    yield person, ()
    asked = {*numbers_asked(person.id_number), *filter(None, (person.name, search_form(person.phone)))}
    found = {record for text in asked for record in _few(reader.search(text))} - {person.id}
    for other in reader.all(Person, id=found):
        named = Person(person.id, person.name, phone=person.phone, id_number=person.id_number, born=person.born)
        known = Person(other.id, other.name, phone=other.phone, id_number=other.id_number, born=other.born)
        alike = tuple(one for one in likeness(named, known) if one in _TELLING)
        if {Likeness.NUMBER, Likeness.NAME} & set(alike) or (Likeness.PHONE in alike and not (named.name and known.name)):
            yield other, alike
    if person.id and len(search_form(person.name)) > 1:
        yield Person(PersonId(""), person.name), (Likeness.NAME,)


def _few(found: frozenset[str]) -> frozenset[str]:
    return found if len(found) <= MOST else frozenset()


def _elsewhere(reader: Reader, person: Person, but: CaseId, on: date) -> Iterator[Place]:
    """Where a person stands in other cases; somebody without an id, as a landlord or employer known as an office."""
    if person.id:
        parties = reader.all(Party, person=person.id)
        homes = {entry.household for entry in reader.all(Membership, person=person.id)}
        cases = {*reader.all(Case, id={party.case for party in parties}), *reader.all(Case, household=homes)}
    else:
        kinds = {OfficeKind.LANDLORD, OfficeKind.EMPLOYER}
        offices = {office.id for office in reader.all(Office, kind=kinds, name_zh=person.name)}
        cases = set(reader.all(Case, id={visit.case for visit in reader.all(Visit, office=offices)}))
    for case in sorted(cases, key=lambda case: case.number):
        if case.id != but:
            for place in _of_case(reader, case, on):
                if place.person == person.id if person.id else place.person is None and place.name == person.name:
                    yield place
