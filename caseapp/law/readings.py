"""Later days that can be argued for a client's period (PRACTICE L3, L5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from caseapp.law.calendar import WorkCalendar
from caseapp.law.deadline import UNTOLD, Ground, LaterDay
from caseapp.law.library import counting_rules, periods
from caseapp.law.measure import Span, measure, measured
from caseapp.law.obstacles import after_obstacle
from caseapp.law.periods import Basis, CountingRule, Inner, Period
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
    if period.ground is None or not _reaches(period, event, calendar):
        return
    until, unsure = measured(period, event.latest, calendar).arguable, False
    if period.ground in UNTOLD and period.inner:
        if event.told:
            return
        inner = period.inner
        learnt = min((e.day for e in known if e.trigger is inner.trigger and e.day >= event.day), default=None)
        if learnt:
            until = min(until, _since_learnt(inner, learnt, calendar).arguable)
        unsure = event.told is None and learnt is None
    yield LaterDay(until, period.ground, period.statute, period.article, if_so=unsure)


def _reaches(period: Period, event: Event, calendar: WorkCalendar) -> bool:
    """Whether a later reading applies to an event: in force that day, or come while the period named still ran."""
    if period.in_force(event.day) or not period.still_running or event.day > period.effective_from:
        return period.in_force(event.day)
    return measured(periods()[period.still_running], event.day, calendar).moved >= period.effective_from


def _since_learnt(inner: Inner, learnt: date, calendar: WorkCalendar) -> Span:
    """The shorter period from the day it was learnt; the longer one of a new law that found it still running."""
    span = measure(learnt, inner.length, inner.unit, calendar)
    if inner.longer and span.moved >= inner.longer.running_on:
        return measure(learnt, inner.longer.length, inner.longer.unit, calendar)
    return span


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
