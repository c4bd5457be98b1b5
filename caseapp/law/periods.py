"""Periods and counting rules as the files state them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.law.counting import Direction, Unit
from caseapp.law.deadline import Actor, Confidence, Ground, Restart, Severity
from caseapp.law.shelf import Entry
from caseapp.law.triggers import Trigger


class Role(Enum):
    """What a period is to others: itself, a later reading of one, or a limit none may pass."""

    BASE = "base"
    LATER = "later"
    EARLIER = "earlier"
    """Another period that may apply in place of the one that names it, and ends earlier."""
    CAP = "cap"
    SERVICE = "service"
    """Time after which a paper is deemed served: nobody has to act, its end is an event."""


class LastDay(Enum):
    """What becomes of a last day that is a rest day."""

    ROLLS_FORWARD = "rolls_forward"
    ROLLS_BACK = "rolls_back"
    WORKING_DAY = "working_day"
    """Counted in working days, so the last day is one."""


class Basis(Enum):
    """Whether the text itself moves a last day that is a rest day, or the rule is borrowed."""

    EXPRESS = "express"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class CountingRule:
    """How the periods of one body of law are counted."""

    id: str
    last_day: LastDay
    basis: Basis
    short_days: tuple[int, ...]
    """Lengths in "days" that the text defines as working days."""
    posting_counts: bool
    rule_zh: str
    rule_en: str
    statute: str
    articles: tuple[str, ...]
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Extension:
    """By how much an authority's period may be extended at most, and when. Added to the length."""

    length: int
    unit: Unit
    when_zh: str
    when_en: str
    must_be_told: bool
    """Whether it counts only if the applicant was told: without that the organ is late when the plain period ends."""


@dataclass(frozen=True, slots=True)
class Length:
    """So many units."""

    length: int
    unit: Unit


class Effect(Enum):
    """What an obstacle does to a period."""

    GIVEN_BACK = "given_back"
    """The days lost are added (Reconsideration Law art. 20(2), Arbitration Law art. 27(3))."""
    LAST_SIX_MONTHS = "last_six_months"
    """The days lost in the last six months are added (State Compensation Law art. 39(2))."""
    SIX_MONTHS_AFTER = "six_months_after"
    """An obstacle in the last six months leaves six months from its end (Civil Code art. 194)."""
    APPLY_WITHIN_TEN_DAYS = "apply_within_ten_days"
    """Within ten days of its end more time can be asked for; the court decides (Civil Procedure Law art. 86)."""
    ORGAN_DECIDES = "organ_decides"
    """The organ may allow more time, without a number (Reconsideration Law art. 31(2))."""


@dataclass(frozen=True, slots=True)
class ObstacleRule:
    """What lost time does, and by which article."""

    statute: str
    article: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Renewal:
    """The length a new law gives a period that is not over on the day it comes into force."""

    length: int
    unit: Unit
    running_on: date


@dataclass(frozen=True, slots=True)
class Inner:
    """A shorter period from another event; the earlier of the two ends is the last day."""

    trigger: Trigger
    length: int
    unit: Unit
    longer: Renewal | None


@dataclass(frozen=True, slots=True)
class Interruption:
    """Events that start a limit anew, and how long it then is."""

    by: tuple[Trigger, ...]
    length: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the law."""

    id: str
    procedures: tuple[str, ...]
    """Its own procedure first, then those under which it is also asked for."""
    what_zh: str
    what_en: str
    consequence_zh: str
    consequence_en: str
    who: Actor
    trigger: Trigger
    or_trigger: Trigger | None
    first: Length | None
    """What has to pass before the period itself begins."""
    length: int
    unit: Unit
    direction: Direction
    extension: Extension | None
    counting: str
    role: Role
    ground: Ground | None
    inner: Inner | None
    later: tuple[str, ...]
    earlier: tuple[str, ...]
    still_running: str
    """For a later reading: it reaches events before its own first day if the period so named was not over then."""
    cap: tuple[str, ...]
    """Limits no reading may pass: the general one, then that for real property."""
    obstacle: ObstacleRule | None
    restart: Restart | None
    lapse: Trigger | None
    """The event that the end of this period is."""
    may_end_at_once: bool
    """Whether that event may have come on any day since the trigger, unknown to the client."""
    stands_still: tuple[str, str] | None
    """When the period stops or is prolonged without a number, in Chinese and English."""
    interruption: Interruption | None
    statute: str
    article: str
    services: tuple[str, ...]
    asked_only_from: date | None
    """From this day the period is shown only when its procedure is asked for."""
    backstop: bool
    """Whether from that day another way has to come first, so that this period only backs it up."""
    only_if: tuple[str, str] | None
    """The condition under which it applies, in Chinese and English."""
    severity: Severity
    confidence: Confidence
    note: tuple[str, str]
    """What to know of it besides, in Chinese and English."""
    effective_from: date
    effective_to: date | None

    def in_force(self, day: date) -> bool:
        return self.effective_from <= day and (self.effective_to is None or day <= self.effective_to)


def read_counting_rule(entry: Entry) -> CountingRule:
    return CountingRule(
        id=entry.text("id"),
        last_day=entry.choice("last_day", LastDay),
        basis=entry.choice("basis", Basis),
        short_days=entry.numbers("days_that_mean_working_days"),
        posting_counts=entry.flag("posting_counts"),
        rule_zh=entry.text("rule_zh"),
        rule_en=entry.text("rule_en"),
        statute=entry.text("statute"),
        articles=entry.texts("articles"),
        confidence=entry.choice("confidence", Confidence),
    )


def read_period(entry: Entry) -> Period:
    """One entry of ``deadlines.yaml``."""
    return Period(
        id=entry.text("id"),
        procedures=(entry.text("procedure"), *entry.texts("also_under")),
        what_zh=entry.text("what_zh"),
        what_en=entry.text("what_en"),
        consequence_zh=entry.text("consequence_zh", ""),
        consequence_en=entry.text("consequence_en", ""),
        who=entry.choice("who", Actor),
        trigger=entry.choice("trigger", Trigger),
        or_trigger=entry.one_of("or_trigger", Trigger),
        first=entry.made("first", _length),
        length=entry.number("length"),
        unit=entry.choice("unit", Unit),
        direction=entry.choice("direction", Direction, Direction.AFTER),
        extension=entry.made("extension", _extension),
        counting=entry.text("counting"),
        role=entry.choice("role", Role, Role.BASE),
        ground=entry.one_of("ground", Ground),
        inner=entry.made("inner", _inner),
        later=entry.texts("later"),
        earlier=entry.texts("earlier"),
        still_running=entry.text("still_running", ""),
        cap=entry.texts("cap"),
        obstacle=entry.made("obstacle", _obstacle),
        restart=entry.one_of("restart", Restart),
        lapse=entry.one_of("lapse", Trigger),
        may_end_at_once=entry.flag("may_end_at_once"),
        stands_still=_both(entry, "stands_still"),
        interruption=entry.made("interruption", _interruption),
        statute=entry.text("statute"),
        article=entry.text("article") + entry.text("paragraph", ""),
        services=entry.texts("services"),
        asked_only_from=entry.day("asked_only_from"),
        backstop=entry.flag("backstop"),
        only_if=_both(entry, "only_if"),
        severity=entry.choice("severity", Severity, Severity.NORMAL),
        confidence=entry.choice("confidence", Confidence),
        note=_both(entry, "note") or ("", ""),
        effective_from=entry.known_day("effective_from"),
        effective_to=entry.day("effective_to"),
    )


def _both(entry: Entry, key: str) -> tuple[str, str] | None:
    return (entry.text(f"{key}_zh"), entry.text(f"{key}_en")) if f"{key}_zh" in entry.values else None


def _obstacle(entry: Entry) -> ObstacleRule:
    effect = entry.choice("effect", Effect, Effect.GIVEN_BACK)
    return ObstacleRule(entry.text("statute"), entry.text("article"), effect)


def _length(entry: Entry) -> Length:
    return Length(entry.number("length"), entry.choice("unit", Unit))


def _inner(entry: Entry) -> Inner:
    return Inner(
        entry.choice("trigger", Trigger), entry.number("length"), entry.choice("unit", Unit), entry.made("longer", _renewal)
    )  # fmt: skip


def _renewal(entry: Entry) -> Renewal:
    return Renewal(entry.number("length"), entry.choice("unit", Unit), entry.known_day("running_on"))


def _interruption(entry: Entry) -> Interruption:
    return Interruption(entry.choices("by", Trigger), entry.number("length"), entry.choice("unit", Unit))


def _extension(entry: Entry) -> Extension:
    return Extension(
        entry.number("length"),
        entry.choice("unit", Unit),
        entry.text("when_zh"),
        entry.text("when_en"),
        entry.flag("must_be_told"),
    )
