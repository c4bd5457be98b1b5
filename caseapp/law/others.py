"""The periods of authorities and employers: late only when they are so on every reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from caseapp.law.calendar import WorkCalendar
from caseapp.law.deadline import Ground, LaterDay, Step, StepRule
from caseapp.law.library import periods
from caseapp.law.measure import Span, measure, measured
from caseapp.law.periods import Extension, Period
from caseapp.law.triggers import Event, Trigger
from caseapp.law.windows import Found, Plain


def of_other(period: Period, event: Event, known: Sequence[Event], plain: Plain, calendar: WorkCalendar) -> Found:
    """From the earliest reading of the event to the latest of the end.

    ``ripe_on`` is the earliest end, ``safe_last_day`` the latest without extension. An extension that has to be told
    postpones lateness only once it was told.
    """
    early, late = measured(period, event.day, calendar), measured(period, event.latest, calendar)
    if period.extension and told_of_extension(period, event, known, calendar):
        return _extended(period, event, early, late, plain, calendar)
    later = _if_extended(period, late, calendar)
    ripe, why = _earliest(period, event, early, calendar)
    found = plain(period, event, late.latest, early)
    counts = [day.until for day in later if day.until and period.extension and not period.extension.must_be_told]
    return early, replace(
        found,
        later=later,
        steps=(*found.steps, *early.counting_steps(), *_to_the_last_reading(early, late), *why),
        ripe_on=ripe,
        late_after=max((late.latest, *counts)),
    )


def told_of_extension(period: Period, event: Event, known: Sequence[Event], calendar: WorkCalendar) -> bool:
    """Whether word of an extension came while the period ran."""
    end = measured(period, event.latest, calendar).latest
    return any(
        e.trigger is Trigger.EXTENSION_NOTIFIED and event.day <= e.day <= end
        and (not e.procedure or e.procedure in period.procedures)
        for e in known
    )  # fmt: skip


def _more(extension: Extension, day: date, calendar: WorkCalendar) -> Span:
    """The extension is counted on from the unmoved end of the first period; only the final day moves."""
    return measure(day, extension.length, extension.unit, calendar)


def _extended(period: Period, event: Event, early: Span, late: Span, plain: Plain, calendar: WorkCalendar) -> Found:
    assert period.extension is not None
    first, last = (_more(period.extension, day, calendar) for day in (early.unmoved, late.latest_unmoved))
    found = plain(period, event, last.latest, first)
    grown = Step(StepRule.EXTENDED, early.unmoved, first.unmoved, period.extension.length)
    return first, replace(
        found,
        steps=(*found.steps, *early.counting_steps(), grown, *_to_the_last_reading(first, last)),
        ripe_on=first.unmoved,
    )


def _if_extended(period: Period, late: Span, calendar: WorkCalendar) -> tuple[LaterDay, ...]:
    if period.extension is None:
        return ()
    more = _more(period.extension, late.latest_unmoved, calendar)
    return (LaterDay(more.latest, Ground.EXTENDED, period.statute, period.article, if_so=True),)


def _earliest(
    period: Period, event: Event, early: Span, calendar: WorkCalendar
) -> tuple[date, tuple[Step, ...]]:  # fmt: skip
    """The earliest day it may be over: by itself, or by another period that may apply in its place."""
    ends = [(early.unmoved, "")]
    for name in period.earlier:
        other = periods()[name]
        if other.in_force(event.day):
            ends.append((measured(other, event.day, calendar).unmoved, name))
    ripe, name = min(ends)
    return ripe, (Step(StepRule.EARLIER_READING, early.unmoved, ripe, name=name),) if name else ()


def _to_the_last_reading(early: Span, late: Span) -> tuple[Step, ...]:
    """From the earliest reading of an authority's last day to the latest."""
    if late.latest == early.unmoved:
        return ()
    plain = early.start == late.start and late.latest == early.moved
    return (Step(StepRule.REST_DAY_MOVES if plain else StepRule.LATEST_READING, early.unmoved, late.latest),)
