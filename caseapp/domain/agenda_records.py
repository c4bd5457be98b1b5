"""What somebody means to do on a day, and what became of a day the law or a paper gave."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.ids import AgendaMarkId, CaseId, FollowUpId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_

PERSONAL = Sensitivity.PERSONAL
_MARKS = uuid.UUID("6f0b7c52-7a3c-5d8e-9a51-4c1f0f4d2a90")


class DayKind(Enum):
    """What a day is of. Kept on this computer under its value."""

    CLIENT_PERIOD = "client_period"
    """The safe last day of the client's own period (PRACTICE L3)."""
    LAPSED = "lapsed"
    """An authority's or employer's period that has run out: silence is now a fact to act on."""
    THEIR_PERIOD = "their_period"
    """The last day of an authority's or employer's period that runs."""
    EXECUTION = "execution"
    """An act is to be carried out: until then one can ask that it be stayed."""
    USEFUL_UNTIL = "useful_until"
    FALLBACK = "fallback"
    WINDOW = "window"
    """A yearly window of a rule in force: its last day; it shows from shortly before its first."""
    PAPER = "paper"
    """A paper that expires."""
    LENT = "lent"
    """The day by which an original that somebody took is to be back."""
    FOLLOW_UP = "follow_up"
    SILENT = "silent"
    """An open case in which nothing is set and nothing runs: the day from which that is too long."""


@record("follow_up")
@dataclass(frozen=True, slots=True)
class FollowUp:
    """A step somebody set a day for. No right hangs on it: what the law counts is never a follow-up."""

    id: FollowUpId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    what: str = field(metadata=wire("what", N_("What to do"), PERSONAL))
    due: date = field(metadata=wire("due", N_("Due"), register="due"))
    reason: str = field(default="", metadata=wire("reason", N_("Why it was put off"), PERSONAL, register="due"))
    done_on: date | None = field(default=None, metadata=wire("done_on", N_("Done"), register="done"))
    result: str = field(default="", metadata=wire("result", N_("What came of it"), PERSONAL, register="done"))


class MarkKind(Enum):
    """What became of a day. The wire value never changes."""

    DONE = "done"
    POSTPONED = "postponed"


@record("agenda_mark")
@dataclass(frozen=True, slots=True)
class AgendaMark:
    """A day that was derived, and is done with or put off. It moves no period: ``item`` stands only for that very day.

    When the day it rests on changes, the item is another one, and this mark no longer speaks of it.
    """

    id: AgendaMarkId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    item: str = field(metadata=wire("item"))
    kind: MarkKind | None = field(default=None, metadata=wire("kind", N_("Mark"), register="mark"))
    """None: the mark was taken back."""
    until: date | None = field(default=None, metadata=wire("until", N_("Until"), register="mark"))
    reason: str = field(default="", metadata=wire("reason", N_("Reason"), PERSONAL, register="mark"))


def mark_id(case: CaseId, item: str) -> AgendaMarkId:
    """The one mark of an item, the same on every computer."""
    return AgendaMarkId(str(uuid.uuid5(_MARKS, f"{case}\n{item}")))
