"""The end of an authority's period as an event: silence becomes a remedy, acceptance is deemed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from caseapp.law.deadline import Deadline, Ground, Step, StepRule
from caseapp.law.periods import Period
from caseapp.law.triggers import Event, Trigger

Started = tuple[Period, Deadline]


def lapse(period: Period, ended: Deadline) -> Event:
    """The event that the end of an authority's period is: earliest reading first, the later ones with their grounds."""
    assert period.lapse is not None
    day, by = ended.ripe_on, tuple(_unmoved(step) for step in ended.steps)
    later = [(ended.safe_last_day, Ground.LAPSE_MOVED)]
    later += [(found.until, found.ground) for found in ended.later if found.until]
    later.append((ended.late_after, Ground.OTHER_PERIOD))
    if period.may_end_at_once:
        day, by = ended.trigger_day, (Step(StepRule.MAY_END_AT_ONCE, ended.trigger_day, ended.safe_last_day),)
        later.insert(0, (ended.ripe_on, Ground.ACCEPTED_LATER))
    return Event(
        period.lapse,
        day,
        _distinct(day, later),
        # accepted by whom only the procedure says; the other ends mean the same to all
        procedure=period.procedures[0] if period.lapse is Trigger.APPLICATION_ACCEPTED else "",
        lapse_of=period.id,
        derived_by=by,
        applied=ended.applied,
        office=ended.office,
    )


def _distinct(after: date, later: Sequence[tuple[date, Ground]]) -> tuple[tuple[date, Ground], ...]:
    """Each later day once, with the first ground that gives it."""
    grounds: dict[date, Ground] = {}
    for day, ground in later:
        if day > after:
            grounds.setdefault(day, ground)
    return tuple(grounds.items())


def _unmoved(step: Step) -> Step:
    """The client's next period is counted from the earliest reading, before a rest day moved it."""
    moved = step.rule in (StepRule.REST_DAY_MOVES, StepRule.LATEST_READING)
    return replace(step, rule=StepRule.REST_DAY_NOT_MOVED) if moved else step


def late_together(started: Sequence[Started]) -> list[Started]:
    """Where it is not known which of several periods an application sets running, none is over before all are.

    A period that applies only under a condition may not be the one: lateness is claimed after the last of them, while the
    client's own period is still counted from the first.
    """
    last: dict[tuple[str, date], date] = {}
    for period, found in started:
        if period.lapse is Trigger.PERFORMANCE_PERIOD_EXPIRED:
            key = found.trigger, found.trigger_day
            last[key] = max(last.get(key, found.late_after), found.late_after)
    return [
        (period, replace(found, late_after=last[found.trigger, found.trigger_day]))
        if period.lapse is Trigger.PERFORMANCE_PERIOD_EXPIRED and period.only_if else (period, found)
        for period, found in started
    ]  # fmt: skip
