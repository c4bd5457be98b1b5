"""Later days that can be argued for a client's period (PRACTICE L3, L5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseapp.law.calendar import WorkCalendar
from caseapp.law.deadline import Ground, LaterDay
from caseapp.law.library import counting_rules, periods
from caseapp.law.measure import Span, measure, measured
from caseapp.law.obstacles import after_obstacle
from caseapp.law.periods import Basis, CountingRule, Period
from caseapp.law.triggers import Event, Trigger

_NO_LONGER_PLEADED = ("civil-code-general-2021", "第一百九十二条第二款")


def later_days(
    period: Period, event: Event, span: Span, known: Sequence[Event], calendar: WorkCalendar
) -> Iterator[LaterDay]:
    """Every later reading of a client's period, in no order; some may not be later at all."""
    rule = counting_rules()[period.counting]
    yield from _of_the_last_day(period, rule, span)
    for day, ground in event.later:
        yield LaterDay(measured(period, day, calendar).arguable, ground, period.statute, period.article)
    for name in period.later:
        yield from _of_another_rule(periods()[name], event, known, calendar)
    yield from _of_interruption(period, event, span, known, calendar)
    if period.obstacle is not None:
        found = after_obstacle(period.obstacle, event, span, known, calendar)
        yield from (found,) if found else ()


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
    until = measured(period, event.latest, calendar).arguable
    learnt = None
    if period.ground is Ground.NOT_TOLD and period.inner:
        if event.told:
            return
        inner = period.inner
        learnt = min((e.day for e in known if e.trigger is inner.trigger and e.day >= event.day), default=None)
        if learnt:
            until = min(until, measure(learnt, inner.length, inner.unit, calendar).arguable)
    unsure = period.ground is Ground.NOT_TOLD and event.told is None and learnt is None
    yield LaterDay(until, period.ground, period.statute, period.article, if_so=unsure)


def _of_interruption(
    period: Period, event: Event, span: Span, known: Sequence[Event], calendar: WorkCalendar
) -> Iterator[LaterDay]:
    """Each interruption within the running limit starts it anew (Arbitration Law art. 27(2), Civil Code art. 195)."""
    if period.interruption is None:
        return
    by, anew = period.interruption.by, period.interruption
    end = span.moved
    for found in sorted((e for e in known if e.trigger in by and e.day >= event.day), key=lambda e: e.day):
        if found.day <= end:
            fresh = measure(found.day, anew.length, anew.unit, calendar)
            end = max(end, fresh.moved)
            yield LaterDay(fresh.arguable, Ground.INTERRUPTED, period.statute, period.article)
        elif found.trigger is Trigger.ACKNOWLEDGED:
            yield LaterDay(None, Ground.AGREED_LATE, *_NO_LONGER_PLEADED)
