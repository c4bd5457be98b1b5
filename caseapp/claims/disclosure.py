"""Figures that identify no one: what may leave the office of the counts in :mod:`caseapp.claims.tables`.

* Fewer than ``K`` families are never shown (10, as CMS, ONS and ACRO hold it).
* Everything shown is rounded to the nearest multiple of ``BASE``; totals are computed first, then rounded.
* Small offices: fewer than ``K`` families give no report, fewer than ``3 K`` only a total.
* A hidden number must not be narrowed by subtraction: whoever adds and subtracts everything published together, and
  knows that only small numbers are hidden and from where on tables are made, still has to think any of 1..K-1
  possible. A table for which that does not hold is left out as a whole.

Hiding a further row instead would publish more, but which row was chosen tells a reader of these rules what it was.
What this does not count is what could be concluded from a table having been left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caseapp.claims.tables import Counts, Dimension, Tally
from caseapp.errors import NotReady
from caseapp.i18n import N_

K = 10
BASE = 5


@dataclass(frozen=True, slots=True)
class ProtectedRow:
    """A row as published. ``shown`` None: not shown."""

    category: str
    shown: int | None


@dataclass(frozen=True, slots=True)
class ProtectedTable:
    """A table as published."""

    dimension: Dimension
    rows: tuple[ProtectedRow, ...]

    @property
    def hidden(self) -> int:
        """How many rows are not shown."""
        return sum(1 for row in self.rows if row.shown is None)


@dataclass(frozen=True, slots=True)
class Protected:
    """Everything a report may say in figures."""

    total: int
    """Families, rounded."""
    tables: tuple[ProtectedTable, ...]
    left_out: tuple[Dimension, ...]
    """Tables of which nothing is shown."""

    def table(self, dimension: Dimension) -> ProtectedTable | None:
        """A table that is shown."""
        return next((table for table in self.tables if table.dimension is dimension), None)


@dataclass(frozen=True, slots=True)
class Span:
    """Whole numbers from ``low`` to ``high``, both included; ``high`` None is open."""

    low: int
    high: int | None

    def meets(self, other: Span) -> Span:
        """What lies in both."""
        highs = [high for high in (self.high, other.high) if high is not None]
        return Span(max(self.low, other.low), min(highs, default=None))

    def covers_small(self, k: int) -> bool:
        """Whether every number of 1..k-1 is still possible."""
        return self.low <= 1 and (self.high is None or self.high >= k - 1)


def rounded(count: int, base: int = BASE) -> int:
    """To the nearest multiple of ``base`` (odd), as totals and cells are shown."""
    return (count + base // 2) // base * base


def unrounded(shown: int, least: int = K, base: int = BASE) -> Span:
    """What a shown number may have been, where nothing below ``least`` is shown."""
    return Span(max(least, shown - base // 2), shown + base // 2)


def protect(tally: Tally, k: int = K, base: int = BASE) -> Protected:
    """The counts as they may be published. Raises :class:`NotReady` for fewer than ``k`` families."""
    if tally.total < k:
        raise NotReady(N_("There are fewer than {k} families: no report is made, so that nobody can be recognised."), k=k)
    total = rounded(tally.total, base)
    tables = [] if tally.total < 3 * k else [_rounded_table(counts, k, base) for counts in tally.tables]
    kept = _that_hold(total, [table for table in tables if _says_anything(table)], k, base)
    shown = {table.dimension for table in kept}
    return Protected(
        total, tuple(kept), tuple(counts.dimension for counts in tally.tables if counts.dimension not in shown)
    )


def _rounded_table(counts: Counts, k: int, base: int) -> ProtectedTable:
    rows = (ProtectedRow(name, rounded(count, base) if count >= k else None) for name, count in counts.rows)
    return ProtectedTable(counts.dimension, tuple(rows))


def _says_anything(table: ProtectedTable) -> bool:
    if table.dimension.sensitive and len(table.rows) < 2:
        return False
    return any(row.shown is not None for row in table.rows)


def _that_hold(total: int, tables: list[ProtectedTable], k: int, base: int) -> list[ProtectedTable]:
    """Leave out tables until no hidden row can be narrowed by all that stay together."""
    while True:
        population = families(total, tables, k, base)
        weak = next((table for table in tables if not holds(table, population, k, base)), None)
        if weak is None:
            return tables
        tables = [table for table in tables if table is not weak]


def families(total: int, tables: Sequence[ProtectedTable], k: int = K, base: int = BASE) -> Span:
    """How many families there may be, for someone who reads all tables together and knows when there are tables."""
    population = unrounded(total, 3 * k if tables else k, base)
    for table in tables:
        population = population.meets(_said_of_all(table, k, base))
    return population


def _said_of_all(table: ProtectedTable, k: int, base: int) -> Span:
    spans = [_row(row, k, base) for row in table.rows]
    if not table.dimension.additive:
        return Span(max(span.low for span in spans), None)
    highs = [span.high for span in spans]
    high = None if None in highs else sum(high for high in highs if high is not None)
    return Span(sum(span.low for span in spans), high)


def _row(row: ProtectedRow, k: int, base: int) -> Span:
    return Span(1, k - 1) if row.shown is None else unrounded(row.shown, k, base)


def holds(table: ProtectedTable, population: Span, k: int = K, base: int = BASE) -> bool:
    """Whether every hidden row of a table may still be any of 1..k-1."""
    return all(span.covers_small(k) for span in hidden_spans(table, population, k, base))


def hidden_spans(table: ProtectedTable, population: Span, k: int = K, base: int = BASE) -> tuple[Span, ...]:
    """What each hidden row may be: the population less everything else in the table.

    Where a family may stand in several rows, somebody may still know that each stands in one at least.
    """
    found = []
    for index, row in enumerate(table.rows):
        if row.shown is None:
            others = [_row(other, k, base) for place, other in enumerate(table.rows) if place != index]
            found.append(_remainder(population, others, table.dimension.additive))
    return tuple(found)


def _remainder(population: Span, others: Sequence[Span], additive: bool) -> Span:
    most = None if any(span.high is None for span in others) else sum(span.high or 0 for span in others)
    low = 1 if most is None else max(1, population.low - most)
    if not additive or population.high is None:
        return Span(low, population.high)
    return Span(low, population.high - sum(span.low for span in others))
