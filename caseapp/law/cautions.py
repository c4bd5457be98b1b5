"""What a reader of a deadline must be warned of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caseapp.law.calendar import DAY, WorkCalendar
from caseapp.law.deadline import Actor, Caution, Confidence, Deadline, Ground, State, Warn
from caseapp.law.library import counting_rules, periods, statutes, successor_not_read
from caseapp.law.measure import Span
from caseapp.law.periods import Basis, Period
from caseapp.law.triggers import Event, Trigger


def cautions(
    found: Deadline, period: Period, event: Event, span: Span, on: date, calendar: WorkCalendar
) -> tuple[Caution, ...]:
    """The warnings of one deadline, the most urgent first."""
    warnings = [*_of_the_state(found, on), *_of_the_calendar(found, span, calendar)]
    if found.who_must_act is Actor.CLIENT:
        warnings += _of_the_last_day(period, span, calendar)
        warnings += _of_the_grounds(found)
    warnings += _of_the_event(period, event)
    warnings += _of_the_text(period, event, on)
    return tuple(dict.fromkeys(warnings))


def _of_the_state(found: Deadline, on: date) -> Iterator[Caution]:
    if found.who_must_act is not Actor.CLIENT:
        return
    state = found.state(on)
    if state is State.SAFE_DAY_PASSED:
        yield Caution(Warn.SAFE_DAY_PASSED, day=found.safe_last_day)
    elif state is State.CLOSED:
        yield Caution(Warn.CLOSED, day=found.safe_last_day)


def _of_the_calendar(found: Deadline, span: Span, calendar: WorkCalendar) -> Iterator[Caution]:
    """Years whose notice is missing, where a day shown depends on it."""
    days = [found.safe_last_day, found.late_after]
    days += [later.until for later in found.later if later.until]
    if not span.settled and span.passed_over:
        days.append(span.start + DAY)
    for day in sorted(set(days)):
        if calendar.settled(day):
            continue
        if day.year < calendar.first:
            yield Caution(Warn.CALENDAR_MISSING, year=day.year)
        else:
            yield Caution(Warn.CALENDAR_NOT_PUBLISHED, year=max(day.year, calendar.last + 1))


def _of_the_last_day(period: Period, span: Span, calendar: WorkCalendar) -> Iterator[Caution]:
    rule = counting_rules()[period.counting]
    if span.moved != span.unmoved:
        express = rule.basis is Basis.EXPRESS
        yield Caution(Warn.ENDS_ON_REST_DAY if express else Warn.REST_DAY_INFERRED, day=span.unmoved)
    if span.unmoved in calendar.made_up:
        yield Caution(Warn.MADE_UP_DAY, day=span.unmoved)


def _of_the_grounds(found: Deadline) -> Iterator[Caution]:
    grounds = {later.ground for later in found.later}
    if Ground.INTERRUPTED in grounds:
        yield Caution(Warn.INTERRUPTION_NEEDS_PROOF, day=found.safe_last_day)
    if Ground.NOT_TOLD in grounds:
        yield Caution(Warn.TOLD_BY_ANYONE)


def _of_the_event(period: Period, event: Event) -> Iterator[Caution]:
    if event.trigger is period.or_trigger:
        if event.trigger is Trigger.ACT_MADE:
            yield Caution(Warn.RECEIPT_NOT_KNOWN, day=event.day)
        elif event.trigger is Trigger.APPLICATION_RECEIVED:
            yield Caution(Warn.ACCEPTANCE_ASSUMED, day=event.day)
    before = periods()[event.lapse_of].only_if if event.lapse_of else None
    if before:
        yield Caution(Warn.ONLY_IF, zh=before[0], en=before[1])
    if event.lapse_of and event.later and period.who is Actor.CLIENT:
        yield Caution(Warn.CHAINED, day=event.latest)


def _of_the_text(period: Period, event: Event, on: date) -> Iterator[Caution]:
    if period.only_if:
        yield Caution(Warn.ONLY_IF, zh=period.only_if[0], en=period.only_if[1])
    if period.asked_only_from and event.day >= period.asked_only_from:
        yield Caution(Warn.BACKSTOP_ONLY)
    if period.effective_to and on > period.effective_to and period.who is Actor.CLIENT:
        yield Caution(Warn.NEW_LAW_FROM, day=period.effective_to + DAY)
    newer = successor_not_read(period.statute, event.day)
    statute = statutes()[period.statute]
    if newer:
        yield Caution(Warn.NEW_TEXT_NOT_READ, day=newer.effective_from, zh=newer.title_zh, en=newer.title_en)
    elif statute.effective_from and event.day < statute.effective_from:
        yield Caution(Warn.OLDER_TEXT_NOT_HELD, day=statute.effective_from)
    if period.confidence is not Confidence.HIGH:
        yield Caution(Warn.LOW_CONFIDENCE)
