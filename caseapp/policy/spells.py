"""Counts derived from spells: months in total, unbroken and inside a look-back, and what is held on the day.

A spell without a place lies in the place of the case. One whose place nobody can read as a code or as the name of the
place is not known to lie there, and is not counted: a month too many is a promise that breaks at the counter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from caseapp.domain.days import ImpreciseDay, add_months
from caseapp.domain.facts import Spell, SpellKind, continuous_months, reached_on, total_months
from caseapp.domain.units import Months
from caseapp.policy.known import KnownFact
from caseapp.policy.model import Pack


@dataclass(frozen=True, slots=True)
class _Keys:
    """Under which keys a kind of spell is counted. Empty: not at all."""

    total: str = ""
    unbroken: tuple[str, ...] = ()
    running: str = ""
    last_12: str = ""
    last_24: str = ""


_KEYS: Mapping[SpellKind, _Keys] = {
    SpellKind.INSURED: _Keys(
        "social_insurance_months",
        ("social_insurance_continuous_months",),
        "social_insurance_current",
        "social_insurance_months_last_12",
        "social_insurance_months_last_24",
    ),
    SpellKind.EMPLOYED: _Keys("employment_months", ("employment_continuous_months",)),
    SpellKind.RESIDENT: _Keys(unbroken=("continuous_residence_months",)),
    SpellKind.LEASE: _Keys(unbroken=("lease_months", "rent_months")),
    SpellKind.PERMIT: _Keys(unbroken=("residence_permit_months",), running="residence_permit_held"),
    SpellKind.TEMPORARY_PERMIT: _Keys(
        unbroken=("temporary_residence_permit_months",), running="temporary_residence_permit_held"
    ),
}
EMPLOYEE_SCHEMES = frozenset(("", "urban_employee", "employee"))
"""Schemes that count as employee insurance; a spell of another scheme is not counted here."""


def spell_facts(spells: Iterable[Spell], pack: Pack, on: date) -> dict[str, KnownFact]:
    """The facts of one person that spells in the place tell of a day. Kinds without a spell tell nothing."""
    found: dict[str, KnownFact] = {}
    local = [spell for spell in spells if _counts(spell, pack)]
    for kind, keys in _KEYS.items():
        of_kind = [spell for spell in local if spell.kind is kind and spell.since.latest <= on]
        if of_kind:
            found.update(_facts(of_kind, keys, on))
    return found


def _counts(spell: Spell, pack: Pack) -> bool:
    if spell.kind is SpellKind.INSURED and spell.scheme not in EMPLOYEE_SCHEMES:
        return False
    return not spell.place or _named(spell.place, pack) or pack.place.holds(spell.place) is True


def _named(text: str, pack: Pack) -> bool:
    """Whether a text is the name of the place, with or without 市, or its id."""
    place = pack.place
    return text in (place.id, place.name.en, place.name.zh, place.name.zh.removesuffix("市"))


def _facts(spells: list[Spell], keys: _Keys, on: date) -> dict[str, KnownFact]:
    source = " ".join(spell.id for spell in spells)
    unbroken = continuous_months(spells, on)
    found = {key: KnownFact(unbroken, on, source, reached_on(spells, on, Months(0))) for key in keys.unbroken}
    if keys.total:
        found[keys.total] = KnownFact(total_months(spells, on), on, source)
    if keys.running:
        found[keys.running] = KnownFact(any(_runs(spell, on) for spell in spells), on, source)
    for key, months in ((keys.last_12, 12), (keys.last_24, 24)):
        if key:
            inside = [clipped for spell in spells if (clipped := _clip(spell, add_months(on, -months), on)) is not None]
            found[key] = KnownFact(min(months, total_months(inside, on)), on, source)
    return found


def _runs(spell: Spell, on: date) -> bool:
    return spell.until is None or on <= spell.until.earliest


def _clip(spell: Spell, first: date, last: date) -> Spell | None:
    """The part of a spell between two days."""
    since = max(spell.since.latest, first)
    until = min(spell.until.earliest, last) if spell.until else last
    return replace(spell, since=ImpreciseDay.on(since), until=ImpreciseDay.on(until)) if since <= until else None
