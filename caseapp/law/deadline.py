"""What a derivation finds: a deadline with its safe and arguable days, every step, and what to be warned of.

Nothing here is a sentence: ``caseapp.letters.say.deadline`` says it in either language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.domain.offices import OfficeKind


class Actor(Enum):
    """Who has to act within a period."""

    CLIENT = "client"
    AUTHORITY = "authority"
    EMPLOYER = "employer"
    NGO = "ngo"
    """The organisation that keeps the casebook."""


class Severity(Enum):
    CRITICAL = "critical"
    """Missing it loses the right, or it starts the next step."""
    NORMAL = "normal"


class Confidence(Enum):
    """How well the rule is known: text read, secondary source, memory."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Ground(Enum):
    """Why a later day than the safe one can be argued."""

    NOT_TOLD = "not_told"
    NOT_TOLD_TWO_YEARS = "not_told_two_years"
    """The same under the Interpretation of 2000, until February 2018: two years at most."""
    NEW_LAW_LONGER = "new_law_longer"
    """The period was not over when a law with a longer one came into force."""
    OBSTACLE = "obstacle"
    RECEIVED_LATER = "received_later"
    NOT_FINAL = "not_final"
    """An award that is not final comes into force only when the time to sue is over (Arbitration Law art. 50)."""
    LAPSE_MOVED = "lapse_moved"
    """The authority's last day was a rest day, so its period, and with it the client's, may run from the moved day."""
    EXTENDED = "extended"
    """The authority's period may have been extended."""
    INTERRUPTED = "interrupted"
    WHOLE_CLAIM = "whole_claim"
    """Double wages seen as one claim that falls due at the end of the first year."""
    MADE_UP_DAY = "made_up_day"
    """Whether a make-up Saturday is a working day is nowhere written."""
    REST_DAY_INFERRED = "rest_day_inferred"
    """The text is silent on rest days; the rule is borrowed from Civil Code art. 203."""
    CALENDAR_OPEN = "calendar_open"
    """The last day falls on a weekend of a year whose calendar is missing."""
    DAY_UNCERTAIN = "day_uncertain"
    """The day of the event is only known roughly."""
    ACCEPTED_LATER = "accepted_later"
    """The organ may have accepted on any day until its time to examine was over."""
    CORRECTED = "corrected"
    """What was applied for was complete only when the corrections came."""
    OTHER_PERIOD = "other_period"
    """Another period of the organ may apply, which ends later."""
    REAL_PROPERTY = "real_property"
    """For land or houses the outer limit is twenty years."""
    WORKING_DAYS_MEANT = "working_days_meant"
    """The text says days; that it means working days can be argued."""
    AGREED_LATE = "agreed_late"
    """Who agreed to perform after the limit can no longer plead it."""


UNTOLD = frozenset((Ground.NOT_TOLD, Ground.NOT_TOLD_TWO_YEARS))
"""Grounds that fall away where the act told of the remedy, and shorten where it was learnt since."""


class Restart(Enum):
    """How a period that has passed can be started anew."""

    FRESH_APPLICATION = "fresh_application"
    """A new application to perform the duty; disputed in practice."""


class StepRule(Enum):
    """One move of a derivation."""

    FIRST_DAY_NOT_COUNTED = "first_day_not_counted"
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    YEARS = "years"
    REST_DAY_MOVES = "rest_day_moves"
    REST_DAY_NOT_MOVED = "rest_day_not_moved"
    LATEST_READING = "latest_reading"
    """Make-up Saturdays as rest days, or the later of two events: the last reading on which an authority is in time."""
    WINDOW_BEFORE = "window_before"
    AT_LEAST_BEFORE = "at_least_before"
    NOT_BEFORE = "not_before"
    AT_ONCE = "at_once"
    ROLLS_BACK = "rolls_back"
    LAPSE = "lapse"
    MAY_END_AT_ONCE = "may_end_at_once"
    """An acceptance nobody told of: on the day of receipt at the earliest, deemed at the end of the examination."""
    DEEMED_SERVED = "deemed_served"
    EARLIER_READING = "earlier_reading"
    """Another period may apply that ends earlier: the client's next one is counted from there."""
    EXTENDED = "extended"
    OUTER_LIMIT = "outer_limit"


class Warn(Enum):
    """What a reader of a deadline must hear."""

    CALENDAR_NOT_PUBLISHED = "calendar_not_published"
    CALENDAR_MISSING = "calendar_missing"
    ENDS_ON_REST_DAY = "ends_on_rest_day"
    REST_DAY_INFERRED = "rest_day_inferred"
    MADE_UP_DAY = "made_up_day"
    NEW_TEXT_NOT_READ = "new_text_not_read"
    MAY_BE_REVISED = "may_be_revised"
    """Other law came since, and whether the text was revised with it is not known."""
    OLDER_TEXT_NOT_HELD = "older_text_not_held"
    READING_NOT_READ = "reading_not_read"
    """A later reading rests on a text that was not read."""
    RECEIPT_NOT_KNOWN = "receipt_not_known"
    ACCEPTANCE_ASSUMED = "acceptance_assumed"
    ONLY_IF = "only_if"
    CHAINED = "chained"
    INTERRUPTION_NEEDS_PROOF = "interruption_needs_proof"
    TOLD_BY_ANYONE = "told_by_anyone"
    NEW_LAW_FROM = "new_law_from"
    BACKSTOP_ONLY = "backstop_only"
    STOPS_NO_CLOCK = "stops_no_clock"
    OTHER_APPLICATION = "other_application"
    """More than one written application was received: which this is of, and what follows if both ask for the same."""
    MAY_BE_UNDER_REVIEW = "may_be_under_review"
    """An application for reconsideration was received since; whether against this is not on record."""
    UNLESS_EXTENDED = "unless_extended"
    STANDS_STILL = "stands_still"
    EARLIER_READING = "earlier_reading"
    ACCEPTANCE_NOT_TOLD = "acceptance_not_told"
    NOT_PROVED = "not_proved"
    SAFE_DAY_PASSED = "safe_day_passed"
    CLOSED = "closed"
    LOW_CONFIDENCE = "low_confidence"


class State(Enum):
    """Where a deadline stands on a day."""

    RUNNING = "running"
    SAFE_DAY_PASSED = "safe_day_passed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class LaterDay:
    """A later day and its ground. ``until`` is None where no day can be computed (an obstacle not yet described)."""

    until: date | None
    ground: Ground
    statute: str
    article: str
    if_so: bool = False
    """Whether the ground's fact is not known yet ("if the act did not name the remedy")."""


@dataclass(frozen=True, slots=True)
class Step:
    """From one day to another by one rule. ``count`` is the length counted; ``days`` the rest days passed over."""

    rule: StepRule
    start: date
    end: date
    count: int = 0
    days: tuple[date, ...] = ()
    name: str = ""
    """The trigger, or the id of the period whose end is the event."""


@dataclass(frozen=True, slots=True)
class Caution:
    """One thing to be warned of, with the day, year or condition it is about."""

    kind: Warn
    day: date | None = None
    year: int | None = None
    zh: str = ""
    en: str = ""


@dataclass(frozen=True, slots=True)
class Deadline:
    """A period that runs from an event.

    For a client ``safe_last_day`` is in time on every reading of the law. For an authority or employer it is the day after
    which the period has passed on every reading without extension; ``late_after`` is the latest reading of all, after
    which lateness may be claimed. ``ripe_on`` is the end by counting alone, before any rest day moves it: the day from
    which a client's next period is counted, and a protective day.
    """

    id: str
    procedure: str
    what_zh: str
    what_en: str
    consequence_zh: str
    consequence_en: str
    who_must_act: Actor
    trigger: str
    trigger_day: date
    safe_last_day: date
    act_by: date
    """The last day up to the safe one on which every counter is open: what a client is told."""
    later: tuple[LaterDay, ...]
    restart: Restart | None
    provisional: bool
    severity: Severity
    statute: str
    article: str
    """Article with paragraph and item, as a letter cites it."""
    confidence: Confidence
    steps: tuple[Step, ...]
    warnings: tuple[Caution, ...]
    ripe_on: date
    late_after: date
    outer_limit: date | None = None
    lapse_of: str = ""
    """The id of the authority's period whose end started this one."""
    applied: date | None = None
    """For silence and what follows it: the day the application was received."""
    office: OfficeKind | None = None
    """The kind of office whose act or silence it follows, where that is known: it decides who reviews, and which court."""
    deemed_by: str = ""
    """The id of the rule by which its event is deemed to have happened (service by public notice)."""
    opens_on: date | None = None
    """The first day on which it can be done, where it cannot be done at once."""
    posting_counts: bool = False
    """Whether what is posted on the last day is in time."""
    note: tuple[str, str] = ("", "")
    """What to know of the period besides, in Chinese and English."""

    @property
    def arguable_until(self) -> date | None:
        """The latest day that can be argued."""
        return max((day.until for day in self.later if day.until), default=None)

    @property
    def arguable_because(self) -> LaterDay | None:
        """The reading that gives the latest day; if none has a day, the first ground there is."""
        until = self.arguable_until
        return next((day for day in self.later if day.until == until), None)

    def state(self, on: date) -> State:
        """Closed only when the safe day, every argument and every restart are gone (PRACTICE L3)."""
        if on <= self.safe_last_day:
            return State.RUNNING
        if self.restart or (self.arguable_until and on <= self.arguable_until):
            return State.SAFE_DAY_PASSED
        undated = any(day.until is None for day in self.later)
        if undated and (self.outer_limit is None or on <= self.outer_limit):
            return State.SAFE_DAY_PASSED
        return State.CLOSED
