"""Counts derived from spells: months in total, unbroken and inside a look-back, and what is held on the day.

A spell without a place lies in the place of the case. One whose place nobody can read as a code or as the name of the
place is not known to lie there, and is not counted: a month too many is a promise that breaks at the counter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from caseapp.domain.days import ImpreciseDay, add_months, months_between
from caseapp.domain.facts import Spell, SpellKind, continuous_months, reached_on, total_months
from caseapp.domain.units import Months
from caseapp.policy.known import KnownFact
from caseapp.policy.model import Pack


@dataclass(frozen=True, slots=True)
class _Keys:
    """Under which keys a kind of spell is counted. Empty: not at all."""

    total: tuple[str, ...] = ()
    unbroken: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    last_12: str = ""
    last_24: str = ""
    years: tuple[str, ...] = ()


_KEYS: Mapping[SpellKind, _Keys] = {
    SpellKind.EMPLOYED: _Keys(("employment_months",), ("employment_continuous_months",)),
    SpellKind.RESIDENT: _Keys(unbroken=("continuous_residence_months",)),
    SpellKind.LEASE: _Keys(unbroken=("lease_months", "rent_months")),
    SpellKind.PERMIT: _Keys(unbroken=("residence_permit_months",), running=("residence_permit_held",)),
    SpellKind.TEMPORARY_PERMIT: _Keys(
        unbroken=("temporary_residence_permit_months",), running=("temporary_residence_permit_held",)
    ),
    SpellKind.SCHOOLED: _Keys(running=("local_school_roll",), years=("local_schooling_years",)),
}
_EMPLOYEE = _Keys(
    total=(
        "social_insurance_months",
        "unemployment_insurance_months",
        "work_injury_insurance_months",
        "maternity_insurance_months",
    ),
    unbroken=("social_insurance_continuous_months",),
    running=("social_insurance_current",),
    last_12="social_insurance_months_last_12",
    last_24="social_insurance_months_last_24",
)
"""An employer insures its workers in all five branches (Social Insurance Law arts 10, 23, 33, 44, 53)."""
_BY_SCHEME: tuple[tuple[frozenset[str], _Keys], ...] = (
    (frozenset(("", "urban_employee", "employee")), _EMPLOYEE),
    (frozenset(("", "urban_employee", "employee", "flexible", "pension")), _Keys(("pension_insurance_months",))),
    (frozenset(("", "urban_employee", "employee", "flexible", "medical")), _Keys(("medical_insurance_months",))),
)
"""Which schemes count for what. Whoever insures herself does so for pension and medical care alone (arts 10, 23)."""
EMPLOYEE_SCHEMES, PENSION_SCHEMES = _BY_SCHEME[0][0], _BY_SCHEME[1][0]


def spell_facts(spells: Iterable[Spell], pack: Pack, on: date) -> dict[str, KnownFact]:
    """The facts of one person that spells in the place tell of a day. Kinds without a spell tell nothing."""
    found: dict[str, KnownFact] = {}
    begun = [spell for spell in spells if spell.since.latest <= on]
    local = [spell for spell in begun if lies_here(spell, pack)]
    for kind, keys in _KEYS.items():
        found |= _facts([spell for spell in local if spell.kind is kind], keys, on)
    for schemes, keys in _BY_SCHEME:
        found |= _facts(insured(local, schemes), keys, on)
    employee = [spell for spell in insured(begun, EMPLOYEE_SCHEMES) if lies_in_province(spell, pack)]
    return found | _facts(employee, _Keys(("province_social_insurance_months",)), on)


def insured(spells: Iterable[Spell], schemes: frozenset[str]) -> list[Spell]:
    """The insurance spells of some schemes."""
    return [spell for spell in spells if spell.kind is SpellKind.INSURED and spell.scheme in schemes]


def lies_here(spell: Spell, pack: Pack) -> bool:
    """Whether a spell is known to lie in the place."""
    place = pack.place
    names = (place.id, place.name.en, place.name.zh, place.name.zh.removesuffix("市"))
    return not spell.place or spell.place in names or place.holds(spell.place) is True


def lies_in_province(spell: Spell, pack: Pack) -> bool:
    """Whether a spell is known to lie in the province of the place."""
    return province_of(spell, pack) == (pack.place.gb2260 or "")[:2] != ""


def province_of(spell: Spell, pack: Pack) -> str | None:
    """The two digits of the province a spell lies in; None where its place cannot be read."""
    if lies_here(spell, pack):
        return (pack.place.gb2260 or "")[:2] or None
    place = spell.place
    return place[:2] if place.isascii() and place.isdigit() and len(place) in (2, 4, 6) else None


def months_in_total(spells: Sequence[Spell], on: date) -> Months:
    """Months of all spells, overlaps counted once.

    What a record prints stands in place of the calendar, which leaves out the month that ends on a last day: one more.
    """
    return Months(max(total_months(spells, on) + sum(min(_beyond(spell, on), 1) for spell in spells), 0))


def _beyond(spell: Spell, on: date) -> int:
    """Months on record beyond those of the calendar; 0 where no record says otherwise."""
    if spell.months is None:
        return 0
    end = min(on, spell.until.earliest) if spell.until else on
    return spell.months_on(on) - months_between(spell.since.latest, end)


def _facts(spells: list[Spell], keys: _Keys, on: date) -> dict[str, KnownFact]:
    if not spells:
        return {}
    source = " ".join(spell.id for spell in spells)
    found: dict[str, KnownFact] = {}
    if keys.total:
        found = dict.fromkeys(keys.total, KnownFact(months_in_total(spells, on), on, source))
    if keys.running:
        found |= dict.fromkeys(keys.running, KnownFact(any(runs(spell, on) for spell in spells), on, source))
    if any(_beyond(spell, on) < 0 for spell in spells):
        return found  # the record knows of a break, and nobody knows where
    if keys.unbroken or keys.years:
        unbroken, since = continuous_months(spells, on), reached_on(spells, on, Months(0))
        found |= dict.fromkeys(keys.unbroken, KnownFact(unbroken, on, source, since))
        found |= dict.fromkeys(keys.years, KnownFact(unbroken // 12, on, source, since))
    for key, months in ((keys.last_12, 12), (keys.last_24, 24)):
        if key:
            inside = [clipped for spell in spells if (clipped := _clip(spell, add_months(on, -months), on)) is not None]
            found[key] = KnownFact(min(months, total_months(inside, on)), on, source)
    return found


def runs(spell: Spell, on: date) -> bool:
    """Whether a spell surely holds on a day."""
    return spell.since.latest <= on and (spell.until is None or on <= spell.until.earliest)


def _clip(spell: Spell, first: date, last: date) -> Spell | None:
    """The part of a spell between two days."""
    since = max(spell.since.latest, first)
    until = min(spell.until.earliest, last) if spell.until else last
    return replace(spell, since=ImpreciseDay.on(since), until=ImpreciseDay.on(until)) if since <= until else None
