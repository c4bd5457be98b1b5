"""How a period is counted from its event to its last day, before rest days are considered.

The day of the event is not counted (Civil Code art. 201, Civil Procedure Law art. 85). Months and years end on the
corresponding day, or on the last day of the month (Civil Code art. 202). Each unit is one entry of :data:`UNITS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.domain.days import add_months
from caseapp.law.calendar import DAY, WorkCalendar

MONTHS_OF_A_YEAR = 12


class Unit(Enum):
    """What a period is counted in. The value stands in the files."""

    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"


class Direction(Enum):
    """Whether a period runs from its event or towards it."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Counted:
    """The last day by counting alone, and the days that were passed over as rest days (working days only)."""

    last: date
    passed_over: tuple[date, ...] = ()


Counter = Callable[[date, int, int, WorkCalendar, bool], Counted]
"""Event, length, step (+1 or -1), calendar, whether a make-up Saturday counts as worked."""


def _calendar_days(event: date, length: int, step: int, calendar: WorkCalendar, made_up: bool) -> Counted:  # noqa: ARG001
    return Counted(event + DAY * (length * step))


def _working_days(event: date, length: int, step: int, calendar: WorkCalendar, made_up: bool) -> Counted:
    day, left, passed = event, length, []
    while left:
        day += DAY * step
        if calendar.is_rest(day, made_up_is_worked=made_up):
            passed.append(day)
        else:
            left -= 1
    return Counted(day, tuple(passed))


def _months(event: date, length: int, step: int, calendar: WorkCalendar, made_up: bool) -> Counted:  # noqa: ARG001
    return Counted(add_months(event, length * step))


def _years(event: date, length: int, step: int, calendar: WorkCalendar, made_up: bool) -> Counted:  # noqa: ARG001
    return Counted(add_months(event, MONTHS_OF_A_YEAR * length * step))


UNITS: dict[Unit, Counter] = {
    Unit.CALENDAR_DAYS: _calendar_days,
    Unit.WORKING_DAYS: _working_days,
    Unit.MONTHS: _months,
    Unit.YEARS: _years,
}


def count(
    event: date,
    length: int,
    unit: Unit,
    calendar: WorkCalendar,
    *,
    direction: Direction = Direction.AFTER,
    made_up_is_worked: bool = True,
) -> Counted:
    """The last day of a period of ``length`` units from ``event``; one towards an event ends that much before it."""
    step = 1 if direction is Direction.AFTER else -1
    return UNITS[unit](event, length, step, calendar, made_up_is_worked)
