"""What time lost to an obstacle does to a client's period: the laws give it back in different ways."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from caseapp.domain.days import add_months
from caseapp.law.calendar import WorkCalendar
from caseapp.law.deadline import Ground, LaterDay
from caseapp.law.measure import Span
from caseapp.law.periods import Effect, ObstacleRule
from caseapp.law.triggers import Event, Trigger

_SIX_MONTHS = 6
_TEN_DAYS = timedelta(days=10)

Give = Callable[[date, date, date, date], "date | None"]
"""Day of the event, end by counting, first day of the obstacle, day it ended: the new end, or None if nothing was lost."""


def _given_back(event: date, end: date, began: date, ended: date) -> date | None:
    return end + (ended - max(began, event)) if began <= end and event < ended else None


def _last_six_months(event: date, end: date, began: date, ended: date) -> date | None:
    return _given_back(event, end, max(began, add_months(end, -_SIX_MONTHS)), ended)


def _six_months_after(event: date, end: date, began: date, ended: date) -> date | None:
    lost = began <= end and ended > max(event, add_months(end, -_SIX_MONTHS))
    return add_months(ended, _SIX_MONTHS) if lost else None


def _ten_days_after(event: date, end: date, began: date, ended: date) -> date | None:
    return ended + _TEN_DAYS if began <= end and event < ended else None


def _no_number(event: date, end: date, began: date, ended: date) -> date | None:  # noqa: ARG001
    return None


EFFECTS: dict[Effect, Give] = {
    Effect.GIVEN_BACK: _given_back,
    Effect.LAST_SIX_MONTHS: _last_six_months,
    Effect.SIX_MONTHS_AFTER: _six_months_after,
    Effect.APPLY_WITHIN_TEN_DAYS: _ten_days_after,
    Effect.ORGAN_DECIDES: _no_number,
}


def after_obstacle(
    rule: ObstacleRule, event: Event, span: Span, known: Sequence[Event], calendar: WorkCalendar
) -> LaterDay | None:
    """The later day an obstacle leaves; a ground without a day while its days are not known or no number is fixed."""
    began = min((e.day for e in known if e.trigger is Trigger.OBSTACLE_BEGAN), default=None)
    ended = min((e.day for e in known if e.trigger is Trigger.OBSTACLE_ENDED), default=None)
    if began is None or ended is None or rule.effect is Effect.ORGAN_DECIDES:
        return LaterDay(None, Ground.OBSTACLE, rule.statute, rule.article, if_so=True)
    end = EFFECTS[rule.effect](event.day, span.unmoved, began, ended)
    if end is None or end <= span.unmoved:
        return None
    moved = calendar.on_or_after(end, made_up_is_worked=False)
    until = moved if calendar.settled(end) and calendar.settled(moved) else end
    return LaterDay(until, Ground.OBSTACLE, rule.statute, rule.article)
