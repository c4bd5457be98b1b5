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
    AT_ONCE = "at_once"
    SET_LOCALLY = "set_locally"
    """The law names no number: nothing is derived."""


class Direction(Enum):
    """Whether a period runs from its event or towards it."""

    AFTER = "after"
    BEFORE = "before"
    """A window that opens that much before the event and closes the day before it."""
    LAST_DAYS = "last_days"
    """A window of the days on which less than that is left, the event included."""
    AT_LEAST_BEFORE = "at_least_before"
    NOT_BEFORE = "not_before"
    """What can be done only once that much has passed since the event; it has no last day."""


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


def _at_once(event: date, length: int, step: int, calendar: WorkCalendar, made_up: bool) -> Counted:  # noqa: ARG001
    return Counted(event)


def _months(event: date, length: int, step: int, calendar: WorkCalendar, made_up: bool) -> Counted:  # noqa: ARG001
    return Counted(add_months(event, length * step))


def _years(event: date, length: int, step: int, calendar: WorkCalendar, made_up: bool) -> Counted:  # noqa: ARG001
    return Counted(add_months(event, MONTHS_OF_A_YEAR * length * step))


UNITS: dict[Unit, Counter] = {
    Unit.CALENDAR_DAYS: _calendar_days,
    Unit.WORKING_DAYS: _working_days,
    Unit.MONTHS: _months,
    Unit.YEARS: _years,
    Unit.AT_ONCE: _at_once,
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
    step = 1 if direction in (Direction.AFTER, Direction.NOT_BEFORE) else -1
    return UNITS[unit](event, length, step, calendar, made_up_is_worked)
