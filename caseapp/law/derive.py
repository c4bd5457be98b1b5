"""Deadlines from events: which periods run, until when on which reading, and what their end starts (decision 13).

Two clocks run at once: the authority's, and the client's. The end of an authority's period is itself an event. Lateness is
claimed only after the latest reading of that end; the client's own period is counted from the earliest (the chain rule: a
safe practice, not written in the law).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.law.calendar import DAY, WorkCalendar, work_calendar
from caseapp.law.cautions import cautions
from caseapp.law.counting import Direction, Unit, count
from caseapp.law.deadline import Actor, Deadline, Ground, LaterDay, Step, StepRule
from caseapp.law.library import counting_rules, procedures
from caseapp.law.matching import matches
from caseapp.law.measure import Span, measure
from caseapp.law.periods import Period
from caseapp.law.readings import later_days, outer_limit
from caseapp.law.triggers import Event, Trigger


def derive(
    events: Iterable[Event], procedure: str | None = None, service: str | None = None, *, on: date
) -> tuple[Deadline, ...]:
    """Every deadline that ``events`` start, the client's soonest first.

    ``procedure`` and ``service`` narrow the answer; ``on`` is the day it is asked. Deadlines that follow from the end of
    another are included. Raises :class:`BadInput` for an unknown procedure or an event that says too little alone.
    """
    if procedure is not None and procedure not in procedures():
        raise BadInput(
            N_("{word} is not a procedure this program knows. Use one of: {known}."),
            word=procedure,
            known=", ".join(procedures()),
        )
    known, calendar, found = list(events), work_calendar(), list[Deadline]()
    given = {event.trigger for event in known}
    done: set[tuple[str, Event]] = set()
    while pairs := [pair for pair in matches(known, procedure, service) if _key(pair) not in done]:
        for period, event in pairs:
            done.add((period.id, event))
            deadline = _deadline(period, event, known, on, calendar)
            found.append(deadline)
            if period.lapse and period.lapse not in given:
                known.append(_lapse(period, deadline))
    return tuple(sorted(found, key=_order))


def _key(pair: tuple[Period, Event]) -> tuple[str, Event]:
    return pair[0].id, pair[1]


def _order(found: Deadline) -> tuple[bool, date, str]:
    return found.who_must_act is not Actor.CLIENT, found.safe_last_day, found.id


def _lapse(period: Period, ended: Deadline) -> Event:
    """The event that the end of an authority's period is: earliest reading first, the later ones with their grounds."""
    assert period.lapse is not None
    later = [(ended.safe_last_day, Ground.LAPSE_MOVED)]
    later += [(day.until, day.ground) for day in ended.later if day.until]
    return Event(
        period.lapse,
        ended.ripe_on,
        tuple((day, ground) for day, ground in later if day > ended.ripe_on),
        # accepted by whom only the procedure says; the other ends mean the same to all
        procedure=period.procedures[0] if period.lapse is Trigger.APPLICATION_ACCEPTED else "",
        lapse_of=period.id,
        derived_by=tuple(_unmoved(step) for step in ended.steps),
    )


def _unmoved(step: Step) -> Step:
    """The client's next period is counted from the earliest reading, before a rest day moved it."""
    moved = step.rule in (StepRule.REST_DAY_MOVES, StepRule.LATEST_READING)
    return replace(step, rule=StepRule.REST_DAY_NOT_MOVED) if moved else step


def _deadline(period: Period, event: Event, known: Sequence[Event], on: date, calendar: WorkCalendar) -> Deadline:
    if period.direction is Direction.BEFORE:
        span, found = _before(period, event, calendar)
    elif period.who is Actor.CLIENT:
        span, found = _of_client(period, event, known, calendar)
    else:
        span, found = _of_other(period, event, calendar)
    return replace(found, warnings=cautions(found, period, event, span, on, calendar))


def _of_client(period: Period, event: Event, known: Sequence[Event], calendar: WorkCalendar) -> tuple[Span, Deadline]:
    rule = counting_rules()[period.counting]
    span = measure(event.day, period.length, period.unit, calendar)
    safe, steps = span.safe(rule), span.steps(rule)
    limit = outer_limit(period, event, known, calendar)
    if limit and limit[1] and limit[0] < safe:
        safe, steps = limit[0], (*steps, Step(StepRule.OUTER_LIMIT, safe, limit[0]))
    later = tuple(
        replace(day, until=min(day.until, limit[0])) if day.until and limit else day
        for day in later_days(period, event, span, known, calendar)
    )
    found = _plain(period, event, safe, span)
    return span, replace(
        found,
        act_by=calendar.on_or_before(min(safe, span.unmoved)),
        later=tuple(day for day in later if day.until is None or day.until > safe),
        steps=(*found.steps, *steps),
        ripe_on=min(safe, span.unmoved),
        outer_limit=limit[0] if limit else None,
    )


def _of_other(period: Period, event: Event, calendar: WorkCalendar) -> tuple[Span, Deadline]:
    """An authority's or employer's period: late only when it is so on every reading."""
    early = measure(event.day, period.length, period.unit, calendar)
    late = measure(event.latest, period.length, period.unit, calendar)
    later: list[LaterDay] = []
    if period.extension:
        more = measure(late.latest_unmoved, period.extension.length, period.extension.unit, calendar)
        later.append(LaterDay(more.latest, Ground.EXTENDED, period.statute, period.article, if_so=True))
    found = _plain(period, event, late.latest, early)
    return early, replace(
        found,
        later=tuple(later),
        steps=(*found.steps, *early.counting_steps(), *_last_reading(early, late)),
        ripe_on=early.unmoved,
        late_after=max((late.latest, *(day.until for day in later if day.until))),
    )


def _last_reading(early: Span, late: Span) -> tuple[Step, ...]:
    """From the earliest reading of an authority's last day to the latest."""
    if late.latest == early.unmoved:
        return ()
    plain = early.start == late.start and late.latest == early.moved
    return (Step(StepRule.REST_DAY_MOVES if plain else StepRule.LATEST_READING, early.unmoved, late.latest),)


def _before(period: Period, event: Event, calendar: WorkCalendar) -> tuple[Span, Deadline]:
    """A period towards an event: the window opens that much before it and closes the day before."""
    opens = count(event.day, period.length, period.unit, calendar, direction=Direction.BEFORE).last
    span = measure(event.day - DAY, 0, Unit.CALENDAR_DAYS, calendar)
    found = _plain(period, event, span.unmoved, span)
    return span, replace(
        found,
        act_by=calendar.on_or_before(span.unmoved),
        steps=(Step(StepRule.WINDOW_BEFORE, opens, span.unmoved, period.length),),
    )


def _plain(period: Period, event: Event, last: date, span: Span) -> Deadline:
    """What every deadline has, whoever must act."""
    lapse = (Step(StepRule.LAPSE, event.day, event.latest, name=event.lapse_of),) if event.lapse_of else ()
    return Deadline(
        id=period.id,
        procedure=period.procedures[0],
        what_zh=period.what_zh,
        what_en=period.what_en,
        consequence_zh=period.consequence_zh,
        consequence_en=period.consequence_en,
        who_must_act=period.who,
        trigger=event.trigger.value,
        trigger_day=event.day,
        safe_last_day=last,
        act_by=last,
        later=(),
        restart=period.restart,
        provisional=not span.settled,
        severity=period.severity,
        statute=period.statute,
        article=period.article,
        confidence=period.confidence,
        steps=(*event.derived_by, *lapse),
        warnings=(),
        ripe_on=last,
        late_after=last,
        lapse_of=event.lapse_of,
    )
