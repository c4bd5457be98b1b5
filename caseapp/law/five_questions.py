"""The five questions intake opens with: a day inside a running period shows before any other field (PRACTICE M9)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from caseapp.domain.cases import KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.law.deadline import Actor, Deadline, Ground, State
from caseapp.law.derive import derive
from caseapp.law.triggers import Event, Trigger

QUESTIONS = (
    KeyDayKind.PAPER_RECEIVED,
    KeyDayKind.INJURED,
    KeyDayKind.LEFT_JOB,
    KeyDayKind.REGISTRATION_CLOSES,
    KeyDayKind.DECISION_SERVED,
)

TRIGGERS = {
    KeyDayKind.PAPER_RECEIVED: Trigger.KNEW_OF_ACT,
    KeyDayKind.INJURED: Trigger.INJURY_OR_DIAGNOSIS,
    KeyDayKind.LEFT_JOB: Trigger.EMPLOYMENT_ENDED,
    KeyDayKind.DECISION_SERVED: Trigger.DECISION_SERVED,
    KeyDayKind.APPLICATION_RECEIVED: Trigger.APPLICATION_RECEIVED,
    KeyDayKind.CONTRACT_ASKED: Trigger.DEMAND_MADE,
    KeyDayKind.STARTED_WORK: Trigger.EMPLOYMENT_STARTED,
    KeyDayKind.COMPLAINED: Trigger.COMPLAINT_MADE,
    KeyDayKind.NOTICE_PUBLISHED: Trigger.ACT_NOTICE_ISSUED,
    KeyDayKind.TOLD_OF_REMEDY: Trigger.TOLD_OF_REMEDY,
    KeyDayKind.EXTENSION_TOLD: Trigger.EXTENSION_NOTIFIED,
    KeyDayKind.APPLICATION_ACCEPTED: Trigger.APPLICATION_ACCEPTED,
    KeyDayKind.RECONSIDERATION_RECEIVED: Trigger.RECONSIDERATION_RECEIVED,
    KeyDayKind.CORRECTION_TOLD: Trigger.CORRECTION_NOTICE_RECEIVED,
    KeyDayKind.OBSTACLE_BEGAN: Trigger.OBSTACLE_BEGAN,
    KeyDayKind.OBSTACLE_ENDED: Trigger.OBSTACLE_ENDED,
}
"""What each day starts. The day registration closes starts nothing: it is itself the last day."""


@dataclass(frozen=True, slots=True)
class Running:
    """A period that runs on the day of intake. ``deadline`` is None where the day itself is the last one."""

    question: KeyDayKind
    last_day: date
    deadline: Deadline | None = None


def event_of(kind: KeyDayKind, day: ImpreciseDay) -> Event | None:
    """The event a key day is; None for one that starts no period. A rough day counts from its earliest reading.

    Only what kept the client from acting is taken to have begun at the latest: time is given back for it.
    """
    trigger = TRIGGERS.get(kind)
    if trigger is None:
        return None
    if kind is KeyDayKind.OBSTACLE_BEGAN:
        return Event(trigger, day.latest)
    later = () if day.exact else ((day.latest, Ground.DAY_UNCERTAIN),)
    return Event(trigger, day.earliest, later)


def running(
    days: Iterable[tuple[KeyDayKind, ImpreciseDay]], on: date, service: Service | None = None
) -> tuple[Running, ...]:
    """The client's periods that run on ``on``, the soonest safe day first; then those whose safe day has passed.

    What is closed is left out. Registration that closes on or after ``on`` stands among them with its own day.
    """
    asked = tuple(days)
    events = {event: kind for kind, day in asked if (event := event_of(kind, day))}
    found = [
        Running(kind, day.earliest) for kind, day in asked if kind is KeyDayKind.REGISTRATION_CLOSES and day.earliest >= on
    ]
    kinds = {(event.trigger.value, event.day): kind for event, kind in events.items()}
    for deadline in derive(events, service=service.value if service else None, on=on):
        kind = kinds.get((deadline.trigger, deadline.trigger_day))
        if kind and deadline.who_must_act is Actor.CLIENT and deadline.state(on) is not State.CLOSED:
            found.append(Running(kind, deadline.safe_last_day, deadline))
    return tuple(sorted(found, key=lambda item: (item.last_day < on, item.last_day)))
