"""What can be done only once time has passed: a day from which, and no last day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from caseapp.law.calendar import DAY, work_calendar
from caseapp.law.counting import Direction
from caseapp.law.deadline import Actor, Confidence, Step, StepRule
from caseapp.law.library import periods
from caseapp.law.matching import pairs_towards
from caseapp.law.measure import measured
from caseapp.law.triggers import Event


@dataclass(frozen=True, slots=True)
class Opening:
    """From ``opens_on`` it can be done (a new appraisal, benefits after a waiting time, the end of safekeeping)."""

    id: str
    procedure: str
    what_zh: str
    what_en: str
    who: Actor
    trigger: str
    trigger_day: date
    opens_on: date
    statute: str
    article: str
    confidence: Confidence
    steps: tuple[Step, ...]


def openings(events: Iterable[Event], procedure: str | None = None, service: str | None = None) -> tuple[Opening, ...]:
    """Everything that opens after ``events``, the soonest first."""
    return tuple(sorted(_openings(tuple(events), procedure, service), key=lambda found: (found.opens_on, found.id)))


def _openings(events: tuple[Event, ...], procedure: str | None, service: str | None) -> Iterator[Opening]:
    waits = [period for period in periods().values() if period.direction is Direction.NOT_BEFORE]
    for period, event in pairs_towards(waits, events, procedure, service):
        span = measured(period, event.day, work_calendar())
        opens = span.unmoved + DAY
        yield Opening(
            period.id, period.procedures[0], period.what_zh, period.what_en, period.who, event.trigger.value, event.day,
            opens, period.statute, period.article, period.confidence,
            (*span.counting_steps(), Step(StepRule.NOT_BEFORE, span.unmoved, opens)),
        )  # fmt: skip
