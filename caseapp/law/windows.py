"""Periods that run towards an event, or back from one: windows, notice in good time, paydays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from caseapp.law.calendar import DAY, WorkCalendar
from caseapp.law.counting import Direction, Unit, count
from caseapp.law.deadline import Deadline, Step, StepRule
from caseapp.law.measure import Span, measure
from caseapp.law.periods import Period
from caseapp.law.triggers import Event

Found = tuple[Span, Deadline]
Plain = Callable[[Period, Event, date, Span], Deadline]
"""What makes the deadline all kinds have in common."""


def _on(day: date, calendar: WorkCalendar) -> Span:
    return measure(day, 0, Unit.CALENDAR_DAYS, calendar)


def window_before(period: Period, event: Event, plain: Plain, calendar: WorkCalendar) -> Found:
    """Opens that much before the event and closes the day before it (Residence Permit Regs art. 10)."""
    opens = count(event.day, period.length, period.unit, calendar, direction=Direction.BEFORE).last
    return _window(period, event, plain, calendar, opens, event.day - DAY)


def last_days(period: Period, event: Event, plain: Plain, calendar: WorkCalendar) -> Found:
    """Open while less than that is left; the event is itself the last day (Legal Aid Law art. 44)."""
    return _window(period, event, plain, calendar, event.day - DAY * (period.length - 1), event.day)


def _window(
    period: Period, event: Event, plain: Plain, calendar: WorkCalendar, opens: date, last: date
) -> Found:  # fmt: skip
    span = _on(last, calendar)
    return span, replace(
        plain(period, event, last, span),
        opens_on=opens,
        act_by=max(calendar.on_or_before(last), min(opens, last)),
        steps=(Step(StepRule.WINDOW_BEFORE, opens, last, period.length),),
    )


def at_least_before(period: Period, event: Event, plain: Plain, calendar: WorkCalendar) -> Found:
    """To be done that much before the event at the latest; too late only when it is so on every reading."""
    before = [
        count(event.day, period.length, period.unit, calendar, direction=Direction.BEFORE, made_up_is_worked=worked).last
        for worked in (True, False)
    ]
    span = _on(max(before), calendar)
    return span, replace(
        plain(period, event, max(before), span),
        ripe_on=min(before),
        steps=(Step(StepRule.AT_LEAST_BEFORE, event.day, max(before), period.length),),
    )


def payday(period: Period, event: Event, plain: Plain, calendar: WorkCalendar) -> Found:
    """Due on the day agreed; if that is a rest day, before it (Migrant Wage Regs art. 14)."""
    early, late = calendar.on_or_before(event.day), calendar.on_or_before(event.day, made_up_is_worked=True)
    span = _on(event.day, calendar)
    steps = (Step(StepRule.ROLLS_BACK, event.day, late),) if late < event.day else (Step(StepRule.AT_ONCE, late, late),)
    return span, replace(plain(period, event, late, span), ripe_on=early, steps=steps)


TOWARDS: dict[Direction, Callable[[Period, Event, Plain, WorkCalendar], Found]] = {
    Direction.BEFORE: window_before,
    Direction.LAST_DAYS: last_days,
    Direction.AT_LEAST_BEFORE: at_least_before,
}
