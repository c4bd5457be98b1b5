"""What a reader of a deadline must be warned of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from caseapp.law.calendar import DAY, WorkCalendar
from caseapp.law.deadline import UNTOLD, Actor, Caution, Confidence, Deadline, Ground, State, StepRule, Warn
from caseapp.law.library import counting_rules, periods, statutes, successor_not_read
from caseapp.law.measure import Span
from caseapp.law.periods import Basis, Period
from caseapp.law.triggers import Event, Trigger

_STOP_NOTHING = frozenset((Trigger.PETITION_RECEIVED, Trigger.HOTLINE_CALLED))
_REVIEWABLE = frozenset((Trigger.KNEW_OF_ACT, Trigger.ACT_MADE, Trigger.PERFORMANCE_PERIOD_EXPIRED))
_AGAINST_ORGANS = ("admin_reconsideration", "admin_litigation", "open_government_information")


def cautions(
    found: Deadline, period: Period, event: Event, known: Sequence[Event], span: Span, on: date, calendar: WorkCalendar
) -> tuple[Caution, ...]:
    """The warnings of one deadline, the most urgent first."""
    warnings = [*_of_the_state(found, on), *_of_the_calendar(found, span, on, calendar)]
    if found.who_must_act is Actor.CLIENT:
        warnings += _of_the_last_day(period, span, calendar)
        warnings += _of_the_grounds(found)
        warnings += _of_what_stops_nothing(found, known)
        warnings += _of_a_review(found, event, known)
    else:
        warnings += _of_the_other_side(found, period)
    warnings += _of_the_application(found, known)
    warnings += _of_the_event(period, event)
    warnings += _of_the_text(found, period, event, on)
    return tuple(dict.fromkeys(warnings))


def _of_the_state(found: Deadline, on: date) -> Iterator[Caution]:
    if found.who_must_act is not Actor.CLIENT:
        return
    state = found.state(on)
    if state is State.SAFE_DAY_PASSED:
        yield Caution(Warn.SAFE_DAY_PASSED, day=found.safe_last_day)
    elif state is State.CLOSED:
        yield Caution(Warn.CLOSED, day=found.safe_last_day)


def _of_the_calendar(found: Deadline, span: Span, on: date, calendar: WorkCalendar) -> Iterator[Caution]:
    """Years whose notice is missing, with the first day that depends on it.

    While the safe day still lies ahead, a year that only what can be argued would end in does not matter yet.
    """
    days = [found.safe_last_day, found.late_after]
    if found.who_must_act is not Actor.CLIENT or on > found.safe_last_day:
        days += [later.until for later in found.later if later.until]
    if not span.settled:
        days.append(span.start + DAY if span.passed_over else span.unmoved)
    named: set[int] = set()
    for day in sorted(set(days)):
        if calendar.settled(day):
            continue
        old = day.year < calendar.first
        year = day.year if old else max(day.year, calendar.last + 1)
        if year not in named:
            named.add(year)
            yield Caution(Warn.CALENDAR_MISSING if old else Warn.CALENDAR_NOT_PUBLISHED, day=day, year=year)


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
    if UNTOLD & grounds:
        yield Caution(Warn.TOLD_BY_ANYONE)
    for name in sorted({later.statute for later in found.later if later.until}):
        if not statutes()[name].text_read:
            yield Caution(Warn.READING_NOT_READ, zh=statutes()[name].title_zh, en=statutes()[name].title_en)


def _of_what_stops_nothing(found: Deadline, known: Sequence[Event]) -> Iterator[Caution]:
    """A petition or a call to the hotline while a period against an organ runs (PRACTICE L5)."""
    if found.procedure.startswith(_AGAINST_ORGANS):
        days = [e.day for e in known if e.trigger in _STOP_NOTHING and e.day >= found.trigger_day]
        if days:
            yield Caution(Warn.STOPS_NO_CLOCK, day=min(days))


def _of_a_review(found: Deadline, event: Event, known: Sequence[Event]) -> Iterator[Caution]:
    """Reconsideration was applied for since: against this, the period is kept, and no suit may run beside it (art. 29)."""
    if found.procedure.startswith(_AGAINST_ORGANS[:2]) and event.trigger in _REVIEWABLE:
        days = [e.day for e in known if e.trigger is Trigger.RECONSIDERATION_RECEIVED and e.day >= event.day]
        if days:
            yield Caution(Warn.MAY_BE_UNDER_REVIEW, day=min(days))


def _of_the_application(found: Deadline, known: Sequence[Event]) -> Iterator[Caution]:
    """Of which application a silence is, where more than one was received (PRACTICE L3)."""
    asked = {event.day for event in known if event.trigger is Trigger.APPLICATION_RECEIVED}
    if found.applied in asked and len(asked) > 1:
        yield Caution(Warn.OTHER_APPLICATION, day=found.applied)


def _of_the_other_side(found: Deadline, period: Period) -> Iterator[Caution]:
    extension, extended = period.extension, any(step.rule is StepRule.EXTENDED for step in found.steps)
    if extension and extension.must_be_told and not extended:
        yield Caution(Warn.UNLESS_EXTENDED, day=found.late_after, zh=extension.when_zh, en=extension.when_en)
    if period.stands_still:
        yield Caution(Warn.STANDS_STILL, zh=period.stands_still[0], en=period.stands_still[1])
    for name in {step.name for step in found.steps if step.rule is StepRule.EARLIER_READING}:
        condition = periods()[name].only_if or ("", "")
        yield Caution(Warn.EARLIER_READING, day=found.ripe_on, zh=condition[0], en=condition[1])


def _of_the_event(period: Period, event: Event) -> Iterator[Caution]:
    if event.trigger is period.or_trigger:
        if event.trigger is Trigger.ACT_MADE:
            yield Caution(Warn.RECEIPT_NOT_KNOWN, day=event.day)
        elif event.trigger is Trigger.APPLICATION_RECEIVED:
            yield Caution(Warn.ACCEPTANCE_ASSUMED, day=event.day)
    if event.proved is False:
        yield Caution(Warn.NOT_PROVED, day=event.day)
    before = periods()[event.lapse_of] if event.lapse_of else None
    if before and before.may_end_at_once:
        yield Caution(Warn.ACCEPTANCE_NOT_TOLD, day=event.day)
    condition = before.only_if if before else periods()[event.deemed_by].only_if if event.deemed_by else None
    if condition:
        yield Caution(Warn.ONLY_IF, zh=condition[0], en=condition[1])
    if before and event.later and period.who is Actor.CLIENT:
        yield Caution(Warn.CHAINED, day=event.latest)


def _of_the_text(found: Deadline, period: Period, event: Event, on: date) -> Iterator[Caution]:
    if period.only_if:
        yield Caution(Warn.ONLY_IF, zh=period.only_if[0], en=period.only_if[1])
    if period.backstop and period.asked_only_from and event.day >= period.asked_only_from:
        yield Caution(Warn.BACKSTOP_ONLY)
    if period.effective_to and on > period.effective_to and period.who is Actor.CLIENT:
        yield Caution(Warn.NEW_LAW_FROM, day=period.effective_to + DAY)
    rests_on = [period.statute, *([periods()[event.deemed_by].statute] if event.deemed_by else [])]
    days = (event.day, found.ripe_on)
    newer = next((s for name in rests_on for day in days if (s := successor_not_read(name, day))), None)
    statute = statutes()[period.statute]
    if newer:
        yield Caution(Warn.NEW_TEXT_NOT_READ, day=newer.effective_from, zh=newer.title_zh, en=newer.title_en)
    elif statute.effective_from and event.day < statute.effective_from:
        yield Caution(Warn.OLDER_TEXT_NOT_HELD, day=statute.effective_from)
    since = statute.may_be_revised_since
    if since and max(event.day, found.safe_last_day) >= since:
        yield Caution(Warn.MAY_BE_REVISED, day=since, zh=statute.title_zh, en=statute.title_en)
    if period.confidence is not Confidence.HIGH:
        yield Caution(Warn.LOW_CONFIDENCE)
