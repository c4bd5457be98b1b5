"""Later days that can be argued, and the outer limit none may pass (PRACTICE L3, L5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from caseapp.law.calendar import WorkCalendar
from caseapp.law.deadline import Ground, LaterDay
from caseapp.law.library import counting_rules, periods
from caseapp.law.measure import Span, measure
from caseapp.law.periods import Basis, CountingRule, Period
from caseapp.law.triggers import Event, Trigger


def later_days(
    period: Period, event: Event, span: Span, known: Sequence[Event], calendar: WorkCalendar
) -> Iterator[LaterDay]:
    """Every later reading of a client's period, in no order; some may not be later at all."""
    rule = counting_rules()[period.counting]
    yield from _of_the_last_day(period, rule, span)
    for day, ground in event.later:
        until = measure(day, period.length, period.unit, calendar).safe(rule)
        yield LaterDay(until, ground, period.statute, period.article)
    for name in period.later:
        yield from _of_another_rule(periods()[name], event, known, calendar)
    yield from _of_interruption(period, event, span, known, calendar)
    yield from _of_an_obstacle(period, event, span, known, calendar)


def _of_the_last_day(period: Period, rule: CountingRule, span: Span) -> Iterator[LaterDay]:
    safe = span.safe(rule)
    if span.moved > safe:
        ground = Ground.REST_DAY_INFERRED if rule.basis is Basis.INFERRED else Ground.CALENDAR_OPEN
        yield LaterDay(span.moved, ground, rule.statute, "")
    if span.settled and span.latest > span.moved:
        yield LaterDay(span.latest, Ground.MADE_UP_DAY, period.statute, period.article)


def _of_another_rule(period: Period, event: Event, known: Sequence[Event], calendar: WorkCalendar) -> Iterator[LaterDay]:
    if not period.in_force(event.day) or period.ground is None:
        return
    rule = counting_rules()[period.counting]
    until = measure(event.latest, period.length, period.unit, calendar).safe(rule)
    learnt = None
    if period.ground is Ground.NOT_TOLD and period.inner:
        if event.told:
            return
        inner = period.inner
        learnt = min((e.day for e in known if e.trigger is inner.trigger and e.day >= event.day), default=None)
        if learnt:
            until = min(until, measure(learnt, inner.length, inner.unit, calendar).safe(rule))
    unsure = period.ground is Ground.NOT_TOLD and event.told is None and learnt is None
    yield LaterDay(until, period.ground, period.statute, period.article, if_so=unsure)


def _of_interruption(
    period: Period, event: Event, span: Span, known: Sequence[Event], calendar: WorkCalendar
) -> Iterator[LaterDay]:
    """Each interruption within the running limit starts it anew (Labour Arbitration Law art. 27(2))."""
    if period.interruption is None:
        return
    by, anew = period.interruption.by, period.interruption
    rule, end = counting_rules()[period.counting], span.moved
    for day in sorted(e.day for e in known if e.trigger in by and e.day >= event.day):
        if day <= end:
            fresh = measure(day, anew.length, anew.unit, calendar)
            end = max(end, fresh.moved)
            yield LaterDay(fresh.safe(rule), Ground.INTERRUPTED, period.statute, period.article)


def _of_an_obstacle(
    period: Period, event: Event, span: Span, known: Sequence[Event], calendar: WorkCalendar
) -> Iterator[LaterDay]:
    """Time lost to an obstacle is given back; without its days the ground is kept without a day."""
    if period.obstacle is None:
        return
    statute, article = period.obstacle
    began = min((e.day for e in known if e.trigger is Trigger.OBSTACLE_BEGAN), default=None)
    ended = min((e.day for e in known if e.trigger is Trigger.OBSTACLE_ENDED), default=None)
    if began is None or ended is None:
        yield LaterDay(None, Ground.OBSTACLE, statute, article, if_so=True)
    elif began <= span.unmoved and event.day < ended:
        until = span.unmoved + (ended - max(began, event.day))
        rule = counting_rules()[period.counting]
        moved = rule.basis is Basis.EXPRESS and calendar.settled(until)
        yield LaterDay(calendar.on_or_after(until) if moved else until, Ground.OBSTACLE, statute, article)


def outer_limit(period: Period, event: Event, known: Sequence[Event], calendar: WorkCalendar) -> tuple[date, bool] | None:
    """The limit no reading may pass, and whether it counts from a known day of the act (else from the event)."""
    for name in period.cap:
        cap = periods()[name]
        made = [e.day for e in known if e.trigger is cap.trigger and e.day <= event.day]
        start = max(made, default=event.day)
        return measure(start, cap.length, cap.unit, calendar).unmoved, bool(made)
    return None
