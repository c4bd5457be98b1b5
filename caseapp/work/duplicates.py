"""Whoever is being entered may be here already: said calmly while typing, never a gate.

People are looked up in the index of names and numbers; nobody else's record is read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from caseapp.domain.cases import Case, Party
from caseapp.domain.identity_number import century, read_number
from caseapp.domain.ids import CaseId, PersonId
from caseapp.domain.name_readings import spellings, typed_letters, whole_spellings
from caseapp.domain.people import Membership, Person
from caseapp.domain.text_guards import search_form
from caseapp.i18n import N_, Catalogue
from caseapp.work.session import Session

__all__ = ["SHOWN", "Likeness", "Match", "likeness", "number_forms", "numbers_asked", "people_found", "possible_duplicates"]

SHOWN = 5
"""So many are shown, the likeliest first."""
CANDIDATES = 500
"""A name that sounds like those of more people than this tells nothing by its sound."""
_SHORTEST_PHONE = 7
_LONG_NAME = 3
_COUNTRY = re.compile(r"^(?:\+|00)?86(?=1\d{10}$)")


class Likeness(IntEnum):
    """In what two people are alike, the weightiest first."""

    NUMBER = 1
    PHONE = 2
    NAME = 3
    SOUND = 4
    SPELLING = 5
    """All but one character of the name, and the initial of that one."""
    INITIALS = 6
    BIRTHDAY = 7


WORDS = {
    Likeness.NUMBER: N_("same identity number"), Likeness.PHONE: N_("same phone"), Likeness.NAME: N_("same name"),
    Likeness.SOUND: N_("name sounds the same"), Likeness.SPELLING: N_("similar name"),
    Likeness.INITIALS: N_("same initials"), Likeness.BIRTHDAY: N_("same birthday"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """Somebody who may be the same person: in what they are alike, and the cases they belong to."""

    person: Person
    why: tuple[Likeness, ...]
    cases: tuple[tuple[CaseId, str], ...] = ()
    """Ids and numbers, the newest first."""

    def line(self, words: Catalogue) -> str:
        """The number of the newest case, the names, and in what they are alike."""
        return " · ".join(filter(None, (self._called(), self._why(words))))

    def say(self, words: Catalogue) -> str:
        """One line, in the reader's language."""
        # Translators: {person} is a name with the number of a case before it; {why} e.g. "same name, same phone".
        told = words.gettext("Perhaps already here: {person} ({why})")
        return told.format(person=self._called(), why=self._why(words))

    def _called(self) -> str:
        names = " · ".join(dict.fromkeys(filter(None, (self.person.called(), self.person.name))))
        return " ".join(filter(None, (self.cases[0][1] if self.cases else "", names)))

    def _why(self, words: Catalogue) -> str:
        return words.gettext(", ").join(words.gettext(WORDS[one]) for one in self.why)


def possible_duplicates(session: Session, person: Person) -> tuple[Match, ...]:
    """People of this casebook who may be ``person``, the likeliest first. A person without an id is new."""
    with session.read() as reader:
        found: set[str] = set()
        for text, common in _asked(person):
            answered = reader.search(text)
            if not common or len(answered) <= CANDIDATES:
                found |= answered
        candidates = reader.all(Person, id=found - {person.id}) if len(found) <= 8 * CANDIDATES else ()
    alike = [(why, other) for other in candidates if (why := likeness(person, other))]
    alike.sort(key=lambda entry: (entry[0], entry[1].id))
    return _with_cases(session, alike[:SHOWN])


def people_found(session: Session, text: str, but: PersonId) -> tuple[Match, ...]:
    """People found by part of a name or number, with their cases, to choose one of them."""
    with session.read() as reader:
        found = sorted(reader.search(text) - {but})
        people = reader.all(Person, id=found[:CANDIDATES])
    return _with_cases(session, [((), person) for person in people[: 2 * SHOWN]])


def _with_cases(session: Session, found: Sequence[tuple[tuple[Likeness, ...], Person]]) -> tuple[Match, ...]:
    cases = _cases(session, {person.id for _, person in found})
    return tuple(Match(person, why, cases.get(person.id, ())) for why, person in found)


def _asked(person: Person) -> Iterator[tuple[str, bool]]:
    """What the index is asked for, and whether many may answer to it by chance."""
    for name in _names(person):
        yield name, True
        for sound in sorted({*whole_spellings(name), *filter(None, [typed_letters(name)])}):
            yield sound, True
        if len(name) >= _LONG_NAME or person.born:
            for initials in _initials(name):
                yield initials, True
    yield from ((number, False) for number in numbers_asked(person.id_number))
    phone = _phone(person.phone)
    if len(phone) >= _SHORTEST_PHONE:
        yield phone, False


def likeness(one: Person, other: Person) -> tuple[Likeness, ...]:
    """In what two people are alike, the weightiest first; empty where that is too little to speak of."""
    found = {*_numbers_alike(one, other), *_names_alike(one, other)}
    born = bool(one.born and other.born and one.born.exact and one.born.exact == other.born.exact)
    if not born and not _typed_as_initials(one, other):
        found.discard(Likeness.INITIALS)
    if born and found:
        found.add(Likeness.BIRTHDAY)
    return tuple(sorted(found))


def number_forms(text: str) -> frozenset[str]:
    """An identity number as it may be written: as it stands, and as the 15 digits of before 2000; empty if it is none.

    Two numbers that differ in their check digit alone name the same person: one of them is mistyped.
    """
    read = read_number(text)
    plain = read.plain
    if len(plain) not in (15, 18):
        return frozenset()
    short = plain if len(plain) == 15 else plain[:6] + plain[8:17] if _once_short(plain) else ""
    return frozenset(filter(None, (plain, short)))


def _once_short(plain: str) -> bool:
    """Whether a number of 18 characters may once have had 15: those born in 18xx had order codes of their own."""
    return plain[6:8] == century(plain[:6] + plain[8:17])


def numbers_asked(text: str) -> frozenset[str]:
    """What the index is asked for to find whoever has an identity number, in either length."""
    forms = number_forms(text)
    return forms | {f"{form[:6]}{century(form)}{form[6:]}" for form in forms if len(form) == 15}


def _numbers_alike(one: Person, other: Person) -> Iterator[Likeness]:
    if number_forms(one.id_number) & number_forms(other.id_number):
        yield Likeness.NUMBER
    phone, known = sorted((_phone(one.phone), _phone(other.phone)), key=len)
    if len(phone) >= _SHORTEST_PHONE and phone in known:
        yield Likeness.PHONE


def _names_alike(one: Person, other: Person) -> Iterator[Likeness]:
    for name in _names(one):
        for known in _names(other):
            yield from _name_alike(name, known)


def _name_alike(name: str, known: str) -> Iterator[Likeness]:
    if name == known:
        yield Likeness.NAME
        return
    if _are_initials(name, known) or _are_initials(known, name):
        yield Likeness.INITIALS
        return
    sounds, others = ({*whole_spellings(text), *filter(None, [typed_letters(text)])} for text in (name, known))
    if sounds & others:
        yield Likeness.SOUND
    elif len(name) == len(known) and _initials(name) & _initials(known):
        differing = sum(a != b for a, b in zip(name, known, strict=True))
        yield Likeness.SPELLING if differing == 1 and len(name) >= _LONG_NAME else Likeness.INITIALS


def _are_initials(letters: str, name: str) -> bool:
    """Whether one of them was typed by its initials alone: ``zxm`` for 张小明."""
    return len(letters) > 1 and typed_letters(letters) == letters and letters in _initials(name)


def _typed_as_initials(one: Person, other: Person) -> bool:
    """Somebody entered by initials alone shares them with few; two names written out share them with many."""
    return any(_are_initials(name, known) or _are_initials(known, name) for name in _names(one) for known in _names(other))


def _names(person: Person) -> tuple[str, ...]:
    """Names as they are compared; a single character tells nothing."""
    texts = (search_form(text) for text in (person.name, person.nickname))
    return tuple(dict.fromkeys(text for text in texts if len(text) > 1))


def _initials(name: str) -> frozenset[str]:
    return frozenset(one for one in spellings(name) if len(one) == len(name) and len(name) > 1)


def _phone(text: str) -> str:
    """The digits of a phone number, without the code of the country before a mobile number."""
    plain = search_form(text)
    digits = "".join(character for character in plain if character in "0123456789")
    return _COUNTRY.sub("", digits)


def _cases(session: Session, people: Collection[PersonId]) -> dict[PersonId, tuple[tuple[CaseId, str], ...]]:
    """The cases that each of these people has a part in, or whose household they belong to."""
    with session.read() as reader:
        memberships = reader.all(Membership, person=people)
        parties = reader.all(Party, person=people)
        homes = reader.all(Case, household={entry.household for entry in memberships})
        named = {case.id: case for case in (*homes, *reader.all(Case, id={party.case for party in parties}))}
    found: dict[PersonId, set[tuple[str, CaseId]]] = {}
    for party in parties:
        if party.case in named:
            found.setdefault(party.person, set()).add((named[party.case].number, party.case))
    for entry in memberships:
        for case in homes:
            if case.household == entry.household:
                found.setdefault(entry.person, set()).add((case.number, case.id))
    return {
        person: tuple((case, number) for number, case in sorted(entries, reverse=True)) for person, entries in found.items()
    }
