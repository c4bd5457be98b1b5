"""Deadlines from events: which periods run, until when on which reading, and what their end starts (decision 13).

Two clocks run at once: the authority's, and the client's. The end of an authority's period is itself an event. Lateness is
claimed only after the latest reading of that end; the client's own period is counted from the earliest (the chain rule: a
safe practice, not written in the law).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.law.calendar import WorkCalendar, work_calendar
from caseapp.law.cautions import cautions
from caseapp.law.deadline import Actor, Deadline, LaterDay, Step, StepRule
from caseapp.law.deemed import deemed
from caseapp.law.lapses import lapse, late_together
from caseapp.law.library import counting_rules, procedures
from caseapp.law.limits import outer_limit, within
from caseapp.law.matching import matches, said_by
from caseapp.law.measure import Span, measured
from caseapp.law.others import of_other
from caseapp.law.periods import LastDay, Period
from caseapp.law.readings import later_days
from caseapp.law.triggers import Event, Trigger
from caseapp.law.windows import TOWARDS, payday


def derive(
    events: Iterable[Event], procedure: str | None = None, service: str | None = None, *, on: date
) -> tuple[Deadline, ...]:
    """Every deadline that ``events`` start, the client's soonest first.

    ``procedure`` and ``service`` narrow the answer; ``on`` is the day it is asked. Deadlines that follow from the end of
    another are included. Raises :class:`BadInput` for an unknown procedure or an event that says too little alone.
    """
    known_procedure(procedure)
    return _derived(tuple(events), procedure, service, on)


@lru_cache(maxsize=256)
def _derived(given: tuple[Event, ...], procedure: str | None, service: str | None, on: date) -> tuple[Deadline, ...]:
    """Pure, so what was found last is kept: header, ladder and tabs of one page ask the same of the same day."""
    calendar, found = work_calendar(), list[Deadline]()
    known = [*given, *deemed(given, calendar)]
    given_and_deemed = tuple(known)
    done: set[tuple[str, Event]] = set()
    while pairs := [pair for pair in matches(known, procedure, service) if _key(pair) not in done]:
        done.update(_key(pair) for pair in pairs)
        started = late_together([(period, _deadline(period, event, known, on, calendar)) for period, event in pairs])
        for period, deadline in started:
            found.append(deadline)
            if period.lapse and not said_by(given_and_deemed, period, procedure):
                known.append(lapse(period, deadline))
    return tuple(sorted(found, key=_order))


def known_procedure(procedure: str | None) -> None:
    """Raises :class:`BadInput` for a procedure the files do not have."""
    if procedure is not None and procedure not in procedures():
        raise BadInput(
            N_("{word} is not a procedure this program knows. Use one of: {known}."),
            word=procedure,
            known=", ".join(procedures()),
        )


def _key(pair: tuple[Period, Event]) -> tuple[str, Event]:
    return pair[0].id, pair[1]


def _order(found: Deadline) -> tuple[bool, date, str]:
    return found.who_must_act is not Actor.CLIENT, found.safe_last_day, found.id


def _deadline(period: Period, event: Event, known: Sequence[Event], on: date, calendar: WorkCalendar) -> Deadline:
    if period.direction in TOWARDS:
        span, found = TOWARDS[period.direction](period, event, _plain, calendar)
    elif counting_rules()[period.counting].last_day is LastDay.ROLLS_BACK:
        span, found = payday(period, event, _plain, calendar)
    elif period.who is Actor.CLIENT:
        span, found = _of_client(period, event, known, calendar)
    else:
        span, found = of_other(period, event, known, _plain, calendar)
    return replace(found, warnings=cautions(found, period, event, known, span, on, calendar))


def _of_client(period: Period, event: Event, known: Sequence[Event], calendar: WorkCalendar) -> tuple[Span, Deadline]:
    rule = counting_rules()[period.counting]
    span = measured(period, event.day, calendar)
    uncut, steps = span.safe(rule), span.steps(rule)
    limit = outer_limit(period, event, known, calendar)
    safe = uncut
    if limit and limit.from_act and limit.last < uncut:
        safe, steps = limit.last, (*steps, Step(StepRule.OUTER_LIMIT, uncut, limit.last))
    later = within(limit, tuple(later_days(period, event, span, known, calendar)), uncut)
    found = _plain(period, event, safe, span)
    return span, replace(
        found,
        act_by=calendar.on_or_before(min(safe, span.unmoved)),
        later=_later_than(safe, later),
        steps=(*found.steps, *steps),
        ripe_on=min(safe, span.unmoved),
        outer_limit=limit.last if limit else None,
    )


def _later_than(safe: date, later: Iterable[LaterDay]) -> tuple[LaterDay, ...]:
    return tuple(day for day in later if day.until is None or day.until > safe)


def _plain(period: Period, event: Event, last: date, span: Span) -> Deadline:
    """What every deadline has, whoever must act."""
    lapsed = (Step(StepRule.LAPSE, event.day, event.latest, name=event.lapse_of),) if event.lapse_of else ()
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
        steps=(*event.derived_by, *lapsed),
        warnings=(),
        ripe_on=last,
        late_after=last,
        lapse_of=event.lapse_of,
        applied=event.day if event.trigger is Trigger.APPLICATION_RECEIVED else event.applied,
        office=event.office,
        deemed_by=event.deemed_by,
        posting_counts=counting_rules()[period.counting].posting_counts,
        note=period.note,
    )
