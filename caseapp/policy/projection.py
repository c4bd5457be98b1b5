"""A household as the rules see it: facts by key, for one parent as applicant or for the other.

Birthdays and spells are primary; ages, months and what is held are derived from them for the day. Where spells of a
kind are on record they stand in place of a stated count. A spell without a place lies in the place of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from caseapp.domain.days import years_between
from caseapp.domain.facts import Fact, Spell
from caseapp.domain.ids import PersonId
from caseapp.domain.people import Membership, Person
from caseapp.errors import BadInput
from caseapp.policy.catalogue import About, Catalogue, FactKind, FactType, catalogue
from caseapp.policy.check import PlaceCheck, check
from caseapp.policy.known import KnownFact, KnownFacts, accept
from caseapp.policy.model import Pack, Scalar
from caseapp.policy.pension import pension_facts
from caseapp.policy.spell_places import place_facts
from caseapp.policy.spells import spell_facts
from caseapp.policy.verdict import ANY_ORDER

OF_A_CHILD = frozenset(("compulsory_education", "preschool", "senior_secondary_exam", "college_entrance_exam"))
"""Services whose criteria speak of a parent of the child: either parent may be the one."""


MOST_DIGITS = 18
"""No fact has a number longer than this; what is typed may be."""

_PLAIN = {"spouse_hukou_is_local": "hukou_city_is_local"}
"""The applicant's key where it is not the spouse's without its prefix."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Who is what in the eyes of a rule."""

    applicant: PersonId
    spouse: PersonId | None = None
    child: PersonId | None = None

    def swapped(self) -> Roles | None:
        """The other parent as applicant; None if there is none."""
        return None if self.spouse is None else Roles(self.spouse, self.applicant, self.child)


def project(
    people: Iterable[Person],
    memberships: Iterable[Membership],
    facts: Iterable[Fact],
    spells: Iterable[Spell],
    roles: Roles,
    pack: Pack,
    on: date,
) -> KnownFacts:
    """What is known on a day, by key of the catalogue. Whoever does not belong to the household that day counts not."""
    kinds = catalogue()
    present = _present(people, memberships, roles, on)
    by_role = {About.APPLICANT: roles.applicant, About.SPOUSE: roles.spouse, About.CHILD: roles.child}
    known = _stated(kinds, [fact for fact in facts if fact.person in present], roles, on)
    recorded = tuple(spells)
    for about, person_id in by_role.items():
        if person_id is None or person_id not in present:
            continue
        derived = _of_person(present[person_id], about, pack, on)
        own = [spell for spell in recorded if spell.person == person_id]
        derived.update(spell_facts(own, pack, on))
        derived.update(place_facts(own, pack, on))
        if about is About.APPLICANT:
            derived.update(pension_facts(own, present[person_id], pack, on))
        for key, fact in derived.items():
            name = _name(kinds, about, key)
            if name is not None:
                known[name] = fact
    return KnownFacts(known)


def check_either(pack: Pack, ways: Iterable[KnownFacts], on: date, *, service: str | None = None) -> PlaceCheck:
    """Check with each parent as the applicant, and keep for each programme the answer that is better for the child.

    The first way is kept where the answers are equal, and for services that are not a child's.
    """
    first, *others = (check(pack, facts, on, service=service) for facts in ways)
    best = list(first.programmes)
    for other in others:
        for index, (kept, found) in enumerate(zip(best, other.programmes, strict=True)):
            better = ANY_ORDER.index(found.verdict) < ANY_ORDER.index(kept.verdict)
            if better and found.programme.service in OF_A_CHILD:
                best[index] = found
    return PlaceCheck(pack, on, tuple(best))


def value_of(kind: FactKind, text: str) -> Scalar:
    """A fact's kept text as a value of its type. Raises :class:`BadInput` for one the catalogue does not allow."""
    value: object = text
    if kind.type is FactType.YES_NO:
        value = {"true": True, "false": False}.get(text)
    elif kind.numeric:
        try:
            number = Decimal(text)
            short = number.is_finite() and number.adjusted() <= MOST_DIGITS
            value = None if not short else int(number) if number == number.to_integral_value() else number
        except (InvalidOperation, ValueError, OverflowError):
            value = None
    return accept({kind.key: kind}, kind.key, value)


def _present(
    people: Iterable[Person], memberships: Iterable[Membership], roles: Roles, on: date
) -> Mapping[PersonId, Person]:
    held: dict[PersonId, bool] = {}
    for membership in memberships:
        held[membership.person] = held.get(membership.person, False) or membership.holds_on(on)
    wanted = {roles.applicant, roles.spouse, roles.child}
    return {person.id: person for person in people if person.id in wanted and held.get(person.id, True)}


def _stated(kinds: Catalogue, facts: list[Fact], roles: Roles, on: date) -> dict[str, KnownFact]:
    """The stated facts under the names they have for these roles; of several days the one that tells most."""
    of = {roles.applicant: About.APPLICANT, roles.spouse: About.SPOUSE, roles.child: About.CHILD}
    known: dict[str, KnownFact] = {}
    for fact in facts:
        kind = kinds.get(fact.key)
        name = _stated_name(kinds, kind, of[fact.person]) if kind else None
        if kind is None or name is None:
            continue
        try:
            stated = KnownFact(value_of(kind, fact.value), fact.as_of, fact.id)
        except BadInput:  # recorded by a program whose catalogue was another one: asked about again, not judged
            continue
        if name not in known or _tells_more(stated.as_of, known[name].as_of, on):
            known[name] = stated
    return known


def _stated_name(kinds: Catalogue, kind: FactKind, role: About) -> str | None:
    """A key names its person itself (``spouse_…``); a plain key speaks of whoever it is recorded with."""
    if kind.about is role or kind.about in (About.CHILD, About.PLACE) or kind.shared:
        return kind.key
    if kind.about is About.APPLICANT:
        return _name(kinds, role, kind.key)
    # a ``spouse_`` key recorded with whom these roles call the applicant: the other parent is asked about
    plain = _PLAIN.get(kind.key, kind.key.removeprefix("spouse_"))
    return plain if role is About.APPLICANT and plain in kinds else None


def _name(kinds: Catalogue, role: About, key: str) -> str | None:
    name = key if role is About.APPLICANT else f"{role.value}_{key}"
    return name if name in kinds else None


def _tells_more(day: date, other: date, on: date) -> bool:
    """The latest up to the day of the check; after it the earliest."""
    if (day <= on) is not (other <= on):
        return day <= on
    return day > other if day <= on else day < other


def _of_person(person: Person, about: About, pack: Pack, on: date) -> dict[str, KnownFact]:
    """What follows from a person's own record: age, sex and where the hukou is."""
    found: dict[str, KnownFact] = {}
    source = str(person.id)
    age = _age_at_enrolment(person, on) if about is About.CHILD else person.age_on(on)
    if age is not None:
        born = person.born.exact if person.born and about is not About.CHILD else None
        found["age"] = KnownFact(age, on, source, born)
    if person.sex is not None:
        found["sex"] = KnownFact(person.sex.value, on, source)
    code, place = person.hukou_code, pack.place
    local = place.holds(code)
    if local is not None:
        found["hukou_city_is_local"] = found["hukou_is_local"] = KnownFact(local, on, source)
        found["hukou_province"] = KnownFact(code[:2], on, source)
        found["same_province"] = KnownFact(code[:2] == (place.gb2260 or "")[:2], on, source)
    return found


def _age_at_enrolment(child: Person, on: date) -> int | None:
    """Full years on 31 August of the year of the check, as school rules count."""
    if child.born is None:
        return None
    day = date(on.year, 8, 31)
    oldest, youngest = years_between(child.born.earliest, day), years_between(child.born.latest, day)
    return oldest if oldest == youngest else None
