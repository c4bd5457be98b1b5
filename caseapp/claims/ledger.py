"""Reports together stay safe: what has left the office, and whether another report may follow it.

Two reports on almost the same families tell of the few who joined or left between them. A second one is held back
until enough have changed; until then the figures of the first stand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caseapp.claims.disclosure import K, Protected
from caseapp.domain.days import add_months

REMEMBERED = 36
"""Months for which an earlier release counts."""
TOTAL, MEMBERS = "total", "members"
"""Names of ledger tables beside those of the dimensions; ``members`` is never published."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A release as the ledger keeps it: the families it counted (internal), and what it showed."""

    day: date
    families: frozenset[str]
    cells: frozenset[tuple[str, str, str]] = frozenset()
    """(table, category, figure); an empty figure was not shown."""


@dataclass(frozen=True, slots=True)
class HeldBack:
    """Why a report may not follow an earlier one."""

    earlier: date


def held_back(
    families: frozenset[str], figures: Protected, earlier: Iterable[Earlier], on: date, k: int = K
) -> HeldBack | None:
    """The earlier release that a new one would differ from by fewer than ``k`` families; None if it may be published.

    The same figures of the same families may be given out again: nothing can be subtracted.
    """
    for release in sorted(earlier, key=lambda release: release.day, reverse=True):
        if add_months(release.day, REMEMBERED) < on or not families & release.families:
            continue
        if families == release.families and cells(figures) == release.cells:
            continue
        if families == release.families or _too_close(families, release.families, k):
            return HeldBack(release.day)
    return None


def _too_close(new: frozenset[str], old: frozenset[str], k: int) -> bool:
    return 0 < len(new - old) < k or 0 < len(old - new) < k


def cells(figures: Protected) -> frozenset[tuple[str, str, str]]:
    """Everything published, as the ledger keeps it."""
    found = {(TOTAL, "", str(figures.total))}
    for table in figures.tables:
        found |= {(table.dimension.value, row.category, "" if row.shown is None else str(row.shown)) for row in table.rows}
    return frozenset(found)
