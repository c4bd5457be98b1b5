"""Facts as of a day, and spells.

A fact belongs to a person and holds as of a day. Spells (insured, resident, employed, permit …) and the birthday are
primary; ages, months and gaps are derived for the day of a check.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from itertools import pairwise

from caseapp.domain.days import ImpreciseDay, add_months, months_between
from caseapp.domain.ids import DocumentId, FactId, PersonId, SpellId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.domain.units import Months
from caseapp.i18n import N_

PERSONAL = Sensitivity.PERSONAL


@record("fact")
@dataclass(frozen=True, slots=True)
class Fact:
    """One answer about one person: a key of the fact catalogue, its value as text, and the day it was true.

    ``value`` is ``true``/``false``, a whole or decimal number, or an enum value of the catalogue.
    """

    id: FactId
    person: PersonId = field(metadata=wire("person", refers_to="person"))
    key: str = field(metadata=wire("key"))
    value: str = field(metadata=wire("value", N_("Answer"), Sensitivity.SENSITIVE, register="value"))
    as_of: date = field(metadata=wire("as_of", N_("As of"), register="value"))
    source: str = field(default="", metadata=wire("source", N_("Source"), PERSONAL, register="value"))
    adverse: bool = field(default=False, metadata=wire("adverse", N_("Adverse")))
    """Kept out of letters, bundles and reports until a lawyer clears it (PRACTICE E3)."""


class SpellKind(Enum):
    """What a spell is a spell of. The wire value never changes."""

    INSURED = "insured"
    EMPLOYED = "employed"
    RESIDENT = "resident"
    LEASE = "lease"
    PERMIT = "permit"
    TEMPORARY_PERMIT = "temporary_permit"
    SCHOOLED = "schooled"


@record("spell")
@dataclass(frozen=True, slots=True)
class Spell:
    """A stretch of time in which something held: from–to with place and proof.

    ``until`` None means it still holds. ``months`` is what a record prints, where it differs from the calendar.
    """

    id: SpellId
    person: PersonId = field(metadata=wire("person", refers_to="person"))
    kind: SpellKind = field(metadata=wire("kind", N_("Kind")))
    since: ImpreciseDay = field(metadata=wire("since", N_("From"), PERSONAL, register="period"))
    until: ImpreciseDay | None = field(default=None, metadata=wire("until", N_("To"), PERSONAL, register="period"))
    place: str = field(default="", metadata=wire("place", N_("Place (GB/T 2260)"), PERSONAL, register="place"))
    district: str = field(default="", metadata=wire("district", N_("District"), PERSONAL, register="place"))
    scheme: str = field(default="", metadata=wire("scheme", N_("Scheme"), PERSONAL))
    account: str = field(default="", metadata=wire("account", N_("Account (general or temporary)"), PERSONAL))
    employer: str = field(default="", metadata=wire("employer", N_("Employer"), PERSONAL))
    months: int | None = field(default=None, metadata=wire("months", N_("Months on record"), PERSONAL))
    proof: DocumentId | None = field(default=None, metadata=wire("proof", N_("Proof"), refers_to="document"))

    def months_on(self, day: date) -> Months:
        """Whole months up to ``day``, on the reading that favours nobody: latest start, earliest end."""
        end = min(day, self.until.earliest) if self.until else day
        counted = months_between(self.since.latest, end)
        return Months(counted if self.months is None else min(self.months, counted) if not self.until else self.months)


@dataclass(frozen=True, slots=True)
class Gap:
    """Days missing between two spells; both days are missing."""

    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def total_months(spells: Iterable[Spell], day: date) -> Months:
    """Months of all spells begun by ``day``, overlaps counted once."""
    return Months(sum(months_between(first, last) for first, last in _merged(spells, day)))


def continuous_months(spells: Iterable[Spell], day: date) -> Months:
    """Unbroken months up to ``day``; 0 if no spell reaches it."""
    stretches = _merged(spells, day)
    if not stretches or stretches[-1][1] < day:
        return Months(0)
    return Months(months_between(*stretches[-1]))


def gaps(spells: Iterable[Spell], day: date) -> tuple[Gap, ...]:
    """The gaps between the spells begun by ``day``, oldest first; one up to ``day`` counts too."""
    stretches = _merged(spells, day)
    found = [Gap(before[1] + timedelta(1), after[0] - timedelta(1)) for before, after in pairwise(stretches)]
    if stretches and stretches[-1][1] < day:
        found.append(Gap(stretches[-1][1] + timedelta(1), day))
    return tuple(found)


def _merged(spells: Iterable[Spell], day: date) -> list[tuple[date, date]]:
    spans = sorted(
        (spell.since.latest, min(day, spell.until.earliest) if spell.until else day)
        for spell in spells
        if spell.since.latest <= day
    )
    merged: list[tuple[date, date]] = []
    for first, last in spans:
        if last < first:
            continue
        if merged and first <= merged[-1][1] + timedelta(1):
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def reached_on(spells: Iterable[Spell], day: date, months: Months) -> date | None:
    """The day on which the stretch unbroken up to ``day`` will have lasted ``months``; None if nothing runs."""
    stretches = _merged(spells, day)
    if not stretches or stretches[-1][1] < day:
        return None
    return add_months(stretches[-1][0], months)
