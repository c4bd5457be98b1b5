"""Visits: any contact with an office, what was asked, what was answered, and any paper that came of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, DemandId, OfficeId, PersonId, VisitId, WrittenAnswerId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_

PERSONAL = Sensitivity.PERSONAL
_HOUR = re.compile(r"([01]?\d|2[0-3])(?:[:：]?([0-5]\d))?\Z")


def minutes_of(hour: str) -> int | None:
    """Minutes after midnight of an hour as it is written: 9:30, 14, 0930; None for anything else."""
    found = _HOUR.match(hour.strip())
    return int(found[1]) * 60 + int(found[2] or 0) if found else None


class Channel(Enum):
    """How the office was reached. The wire value never changes."""

    COUNTER = "counter"
    PHONE = "phone"
    ONLINE = "online"
    HOTLINE = "hotline"
    MESSAGE_BOARD = "message_board"
    POST = "post"


class Answer(Enum):
    """What the office answered. The wire value never changes."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    REFERRED = "referred"
    ASKED_MORE = "asked_more"
    NO_ANSWER = "no_answer"
    PROMISED = "promised"


class Grounds(Enum):
    """Why the office said no, as far as it said. The wire value never changes."""

    NONE = "none"
    RULE_UNNAMED = "rule_unnamed"
    MISSING_PAPER = "missing_paper"
    CONDITION_NOT_MET = "condition_not_met"
    HUKOU_PLACE = "hukou_place"
    NO_PLACE = "no_place"
    NOT_COMPETENT = "not_competent"
    OUT_OF_TIME = "out_of_time"
    FACILITY_CLOSED = "facility_closed"
    RECORD_MISMATCH = "record_mismatch"
    FEE = "fee"
    WAIT = "wait"
    NO_AGREEMENT = "no_agreement"
    OTHER = "other"


@record("visit")
@dataclass(frozen=True, slots=True)
class Visit:
    """One contact with one office. ``order`` keeps the sequence where days are missing."""

    id: VisitId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    office: OfficeId | None = field(default=None, metadata=wire("office", N_("Office"), refers_to="office"))
    order: int = field(default=0, metadata=wire("order", register="day"))
    day: ImpreciseDay | None = field(default=None, metadata=wire("day", N_("Day"), PERSONAL, register="day"))
    time_from: str = field(default="", metadata=wire("time_from", N_("From (hour)"), register="time"))
    time_to: str = field(default="", metadata=wire("time_to", N_("To (hour)"), register="time"))
    channel: Channel = field(default=Channel.COUNTER, metadata=wire("channel", N_("Channel")))
    window: str = field(default="", metadata=wire("window", N_("Window")))
    badge: str = field(default="", metadata=wire("badge", N_("Badge")))
    official_name: str = field(default="", metadata=wire("official_name", N_("Name of the official"), PERSONAL))
    """Hidden; printed only in a conduct complaint the client asks for (PRACTICE E7)."""
    went: PersonId | None = field(default=None, metadata=wire("went", N_("Who went"), refers_to="person"))
    asked: str = field(default="", metadata=wire("asked", N_("Asked for"), PERSONAL))
    answer: Answer = field(default=Answer.NO_ANSWER, metadata=wire("answer", N_("Answer"), register="answer"))
    referred_to: OfficeId | None = field(
        default=None, metadata=wire("referred_to", N_("Referred to"), register="answer", refers_to="office")
    )
    grounds: Grounds | None = field(default=None, metadata=wire("grounds", N_("Grounds"), register="answer"))
    words: str = field(default="", metadata=wire("words", N_("Their words"), PERSONAL, register="words"))
    words_literal: bool = field(default=True, metadata=wire("words_literal", N_("Word for word"), register="words"))
    asked_written: bool = field(default=False, metadata=wire("asked_written", N_("Asked for it in writing")))
    written: bool | None = field(default=None, metadata=wire("written", N_("Written answer")))
    receipt: str = field(default="", metadata=wire("receipt", N_("Receipt"), PERSONAL))
    rule_title: str = field(default="", metadata=wire("rule_title", N_("Rule cited"), register="rule_cited"))
    rule_number: str = field(default="", metadata=wire("rule_number", N_("Its number"), register="rule_cited"))
    rule_clause: str = field(default="", metadata=wire("rule_clause", N_("Its clause"), register="rule_cited"))
    ticket: str = field(default="", metadata=wire("ticket", N_("Ticket number"), PERSONAL))
    fee_asked_yuan: str = field(default="", metadata=wire("fee_asked_yuan", N_("Fee asked (yuan)"), PERSONAL))
    hours_lost: str = field(default="", metadata=wire("hours_lost", N_("Hours lost")))
    money_lost_yuan: str = field(default="", metadata=wire("money_lost_yuan", N_("Money spent or lost (yuan)")))
    papers_kept: bool | None = field(default=None, metadata=wire("papers_kept", N_("Papers were kept")))
    witness: str = field(default="", metadata=wire("witness", N_("Witness"), PERSONAL))
    note: str = field(default="", metadata=wire("note", N_("Note"), PERSONAL))

    def on(self) -> date | None:
        """The day by which the visit surely had happened; None if nothing is known."""
        return self.day.latest if self.day else None


@record("demand")
@dataclass(frozen=True, slots=True)
class Demand:
    """A paper or condition the office asked for at a visit."""

    id: DemandId
    visit: VisitId = field(metadata=wire("visit", refers_to="visit"))
    paper: str = field(default="", metadata=wire("paper", N_("Document")))
    words: str = field(default="", metadata=wire("words", N_("In their words"), PERSONAL))
    holder_kind: str = field(default="", metadata=wire("holder_kind", N_("Who can supply it")))
    by_rule: bool | None = field(default=None, metadata=wire("by_rule", N_("The office's own rule asks it")))


@record("written_answer")
@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """Any paper or system message from an office. Date on paper and day received are two things (PRACTICE L3)."""

    id: WrittenAnswerId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    office: OfficeId | None = field(default=None, metadata=wire("office", N_("Office"), refers_to="office"))
    visit: VisitId | None = field(default=None, metadata=wire("visit", refers_to="visit"))
    title: str = field(default="", metadata=wire("title", N_("Title"), PERSONAL))
    number: str = field(default="", metadata=wire("number", N_("Number")))
    content: str = field(default="", metadata=wire("content", N_("What it says"), PERSONAL))
    dated: date | None = field(default=None, metadata=wire("dated", N_("Date on the paper"), register="served"))
    received: date | None = field(default=None, metadata=wire("received", N_("Received"), register="served"))
    served: str = field(default="", metadata=wire("served", N_("How served"), register="served"))
    envelope_kept: bool = field(default=False, metadata=wire("envelope_kept", N_("Envelope kept")))
    told_right: bool | None = field(default=None, metadata=wire("told_right", N_("Names the right to review")))
    told_body: bool | None = field(default=None, metadata=wire("told_body", N_("Names the reviewing body")))
    told_period: bool | None = field(default=None, metadata=wire("told_period", N_("Names the period")))
    refusal: bool = field(default=True, metadata=wire("refusal", N_("It is a refusal")))
