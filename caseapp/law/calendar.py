"""Which days are worked: weekends, days off and make-up working days of the yearly State Council notices.

A year without a notice is not guessed: only its weekends are known and, in years to come, the holidays whose day the
Holiday Measures fix; what rests on it is provisional. The notice of a year may also move weekends in the last days of the
year before; while it is not published those days are open too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from caseapp.law.shelf import Entry, whole
from caseapp.paths import resource

DAY = timedelta(days=1)
_SATURDAY = 5
_LAST_SURE_DAY = (12, 25)
"""Month and day after which next year's notice may still move a weekend (seen: 29 December 2018)."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days off and make-up working days of the years ``first`` to ``last``."""

    days_off: frozenset[date]
    made_up: frozenset[date]
    first: int
    last: int
    fixed: frozenset[tuple[int, int]] = frozenset()
    """Month and day of holidays that need no notice (Holiday Measures art. 2)."""

    def is_rest(self, day: date, *, made_up_is_worked: bool = True) -> bool:
        """Whether ``day`` is a rest day.

        Whether a make-up Saturday is a working day is nowhere written: both can be asked.
        """
        if day in self.days_off or (day.year > self.last and (day.month, day.day) in self.fixed):
            return True
        return day.weekday() >= _SATURDAY and not (made_up_is_worked and day in self.made_up)

    def settled(self, day: date) -> bool:
        """Whether no later notice can change what ``day`` is."""
        return date(self.first, 1, 1) <= day <= self._sure_until()

    def _sure_until(self) -> date:
        day = date(self.last, *_LAST_SURE_DAY)
        while self.is_rest(day):
            day -= DAY
        return day

    def published(self, year: int) -> bool:
        return self.first <= year <= self.last

    def on_or_after(self, day: date, *, made_up_is_worked: bool = True) -> date:
        """The first working day from ``day`` on."""
        while self.is_rest(day, made_up_is_worked=made_up_is_worked):
            day += DAY
        return day

    def on_or_before(self, day: date, *, made_up_is_worked: bool = False) -> date:
        """The last day up to ``day`` that is worked, on every reading unless a make-up Saturday shall count."""
        while self.is_rest(day, made_up_is_worked=made_up_is_worked):
            day -= DAY
        return day


def _days(entry: Entry) -> frozenset[date]:
    first, last = entry.known_day("first"), entry.known_day("last")
    return frozenset(first + DAY * step for step in range((last - first).days + 1))


@cache
def work_calendar() -> WorkCalendar:
    """The calendar of all published years. Each year is one file; a new notice is a new file."""
    years = [whole(path) for path in sorted(resource("calendars").glob("cn-*.yaml"))]
    holidays = [holiday for year in years for holiday in year.parts("holidays")]
    numbers = [year.number("year") for year in years]
    fixed = whole(resource("calendars", "fixed.yaml")).parts("days")
    return WorkCalendar(
        days_off=frozenset(day for holiday in holidays for day in _days(holiday)),
        made_up=frozenset(date.fromisoformat(day) for holiday in holidays for day in holiday.texts("worked")),
        first=min(numbers),
        last=max(numbers),
        fixed=frozenset((day.number("month"), day.number("day")) for day in fixed),
    )
