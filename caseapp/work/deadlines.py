"""Which periods run, which ways are open, and what to do first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.law.deadline import Deadline
from caseapp.law.derive import derive
from caseapp.law.happened import events
from caseapp.law.ladder import Ladder, ladder
from caseapp.law.moved import Move, moved
from caseapp.law.of_case import situation_of
from caseapp.law.triggers import Event


def ladder_of(file: CaseFile, on: date) -> Ladder:
    """Every remedy of a case on a day, the first step, and both tracks."""
    return ladder(situation_of(file, on))


def deadlines_of(file: CaseFile, on: date) -> tuple[Deadline, ...]:
    """The periods of a case on a day, the client's first, soonest first."""
    situation = situation_of(file, on)
    return derive(events(situation), service=situation.service.value, on=on)


def moved_days(before: CaseFile, after: CaseFile, on: date) -> tuple[Move, ...]:
    """Which periods of a case an entry moved, began or ended: as it was before, and as it stands now."""
    return moved(deadlines_of(before, on), deadlines_of(after, on))


def next_deadline(file: CaseFile, on: date) -> Deadline | None:
    """The client's period that ends next; None if none runs."""
    coming = [deadline for deadline in deadlines_of(file, on) if deadline.who_must_act.value == "client"]
    return min((deadline for deadline in coming if deadline.safe_last_day >= on), key=_safe_day, default=None)


def deadlines_for_events(
    events: Iterable[Event], on: date, *, procedure: str | None = None, service: str | None = None
) -> tuple[Deadline, ...]:
    """The periods that run from events alone, without a case."""
    return derive(events, procedure, service, on=on)


def _safe_day(deadline: Deadline) -> date:
    return deadline.safe_last_day
