"""Days that people remember only roughly, and whole calendar months.

A day may be known exactly, or only between an earliest and a latest day ("about May 2019"). On the wire an exact day
is ``2012-05-14`` and a rough one ``2012-05-01/2012-05-31`` (ISO 8601 interval).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import total_ordering


@total_ordering
@dataclass(frozen=True, slots=True)
class ImpreciseDay:
    """A day between ``earliest`` and ``latest``, both included."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError("the latest day lies before the earliest")

    @classmethod
    def on(cls, day: date) -> ImpreciseDay:
        """Exactly ``day``."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> ImpreciseDay:
        """Some day of a month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> ImpreciseDay:
        """Some day of a year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def read(cls, text: str) -> ImpreciseDay:
        """From the wire. Raises ``ValueError``."""
        first, _, last = text.partition("/")
        return cls(date.fromisoformat(first), date.fromisoformat(last or first))

    @property
    def exact(self) -> date | None:
        """The day, if it is known exactly."""
        return self.earliest if self.earliest == self.latest else None

    def surely_before(self, other: ImpreciseDay) -> bool:
        """Whether every reading of this day lies before every reading of the other."""
        return self.latest < other.earliest

    def __str__(self) -> str:
        first = self.earliest.isoformat()
        return first if self.exact else f"{first}/{self.latest.isoformat()}"

    def __lt__(self, other: ImpreciseDay) -> bool:
        return (self.earliest, self.latest) < (other.earliest, other.latest)


def add_months(day: date, months: int) -> date:
    """The corresponding day ``months`` later, or the last day of that month (Civil Code art. 202)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day > 28:  # only then may the month be too short
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return date(year, month + 1, day.day)


def months_between(start: date, end: date) -> int:
    """Whole calendar months from ``start`` to ``end``; 0 if ``end`` lies before ``start``."""
    if end < start:
        return 0
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def years_between(start: date, end: date) -> int:
    """Full years from ``start`` to ``end``, as ages are counted."""
    return months_between(start, end) // 12
