"""Check: the rules of a day held against what is known. A function of facts, pack and day alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from caseapp.domain.days import add_months
from caseapp.policy.compile import Compiled, compiled
from caseapp.policy.contradictions import Contradiction
from caseapp.policy.known import KnownFact, KnownFacts
from caseapp.policy.model import Confidence, Criterion, Op, Pack, Programme, Status
from caseapp.policy.points import Count
from caseapp.policy.span import Reading, low_end
from caseapp.policy.verdict import Verdict, all_of

STALE_AFTER_MONTHS = 36
"""An open-ended rule not seen in force for three years may have been replaced (decision 12)."""

VERIFIED_FOR_MONTHS = 12
"""How long it is enough that a person has looked at the source."""


class Undecided(Enum):
    """Why a programme cannot decide, whatever the facts: its answer is not_covered."""

    UNDATED = "undated"
    PROSE = "prose"
    DRAFT = "draft"
    NOT_IN_FORCE = "not_in_force"


class Doubt(Enum):
    """What must be said beside an answer."""

    MAY_HAVE_BEEN_REPLACED = "may_have_been_replaced"
    LOW_CONFIDENCE = "low_confidence"
    VERIFIED_LONG_AGO = "verified_long_ago"
    TABLE_INCOMPLETE = "table_incomplete"
    DEDUCTION_NOT_ASKED = "deduction_not_asked"
    PLACE_BY_RANK = "place_by_rank"
    PLACES_LIMITED = "places_limited"
    FACTS_CONTRADICT = "facts_contradict"


CONFIRM_FIRST = frozenset((Doubt.MAY_HAVE_BEEN_REPLACED, Doubt.LOW_CONFIDENCE, Doubt.VERIFIED_LONG_AGO))
"""Doubts about the rule itself: a letter may rest on it only after a person has looked at the source and says so."""


class Finding(NamedTuple):
    """The answer on one criterion, with what it rests on."""

    criterion: Criterion
    verdict: Verdict
    actual: Reading | None
    """What the fact tells on the day of the check; None: not asked."""
    known: KnownFact | None
    """The fact itself, with its day and source."""
    paper: str | None
    """The document that usually proves it (an id of the document catalogue)."""
    contradiction: Contradiction | None = None
    """Why the fact on record is not judged: another one cannot be true beside it."""

    @property
    def missing(self) -> Decimal | None:
        """How far from what is asked, in the unit of the fact; None where it is met, not asked, or no number."""
        required, actual = self.criterion.value, self.actual
        if self.verdict is not Verdict.NOT_MET or isinstance(required, (str, tuple)) or required is None:
            return None
        if isinstance(actual, (str, bool)) or actual is None:
            return None
        if self.criterion.op is Op.AT_LEAST:
            return required - low_end(actual)
        return low_end(actual) - required if self.criterion.op is Op.AT_MOST else None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProgrammeCheck:
    """The answer of one programme, with its reasons."""

    programme: Programme
    on: date
    verdict: Verdict
    eligible: Verdict
    """The answer of the criteria alone, without points and whether or not the programme can decide."""
    undecided: Undecided | None
    findings: tuple[Finding, ...]
    points: Count | None
    doubts: tuple[Doubt, ...]
    contradictions: tuple[Contradiction, ...] = ()
    """Facts it asks for that cannot all be true: they are asked about, not judged."""
    verified_on: date | None = None
    """The last day on which a person looked at the source, as the pack or the casebook has it."""

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The criteria that are not met, in the order of the file."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.NOT_MET)

    @property
    def to_confirm(self) -> tuple[Doubt, ...]:
        """What a person must have confirmed before a letter may rest on this answer."""
        return tuple(doubt for doubt in self.doubts if doubt in CONFIRM_FIRST)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PlaceCheck:
    """The answers of all programmes of a place that were in force on the day."""

    pack: Pack
    on: date
    programmes: tuple[ProgrammeCheck, ...]

    def of(self, programme_id: str) -> ProgrammeCheck | None:
        return next((check for check in self.programmes if check.programme.id == programme_id), None)


def check(pack: Pack, facts: KnownFacts, on: date, *, service: str | None = None) -> PlaceCheck:
    """Hold every programme in force on a day (of one service, or all) against what is known."""
    return PlaceCheck(
        pack,
        on,
        tuple(
            [
                _explain(rule, facts, on)
                for rule in compiled(pack).values()
                if rule.programme.in_force(on) and service in (None, rule.programme.service)
            ]
        ),
    )


def check_programme(pack: Pack, programme_id: str, facts: KnownFacts, on: date) -> ProgrammeCheck:
    """Hold one programme against what is known, even one that cannot decide on that day. Raises ``KeyError``."""
    return _explain(compiled(pack)[programme_id], facts, on)


def verdict(rule: Compiled, facts: KnownFacts, on: date) -> Verdict:
    """The bare answer, by the same closures as an explained check."""
    return Verdict.NOT_COVERED if _standing(rule, on).undecided else rule.answer(facts.on(on))


def _explain(rule: Compiled, facts: KnownFacts, on: date) -> ProgrammeCheck:
    readings, contradictions = facts.at(on)
    read, told = readings.get, facts.by_key().get
    count = None if rule.points is None else rule.points.count(readings)
    found = rule.eligible(readings)
    clashes = _of_this(rule, contradictions)
    reason, doubts = _standing(rule, on)
    return ProgrammeCheck(
        rule.programme,
        on,
        Verdict.NOT_COVERED if reason else found if count is None else all_of((found, count.verdict)),
        found,
        reason,
        tuple(
            [
                tuple.__new__(Finding, (criterion, judge(readings), read(fact), told(fact), paper, clashes.get(fact)))
                for criterion, fact, judge, paper in rule.leaves
            ]
        ),
        count,
        (*doubts, *_doubts_of(count), *((Doubt.FACTS_CONTRADICT,) if clashes else ())),
        tuple(dict.fromkeys(clashes.values())) if clashes else (),
        rule.programme.verified_on,
    )


def _of_this(rule: Compiled, clashes: tuple[Contradiction, ...]) -> Mapping[str, Contradiction]:
    """The contradictions that concern a programme, by the fact it asks for."""
    if not clashes:
        return {}
    asked = rule.facts
    return {fact: clash for clash in clashes for fact in (clash.fact, clash.other) if fact in asked}


def undecided(programme: Programme, on: date) -> Undecided | None:
    """Why the programme cannot decide on a day; None if it can."""
    if programme.status is not Status.OK:
        return Undecided(programme.status.value)
    return None if programme.in_force(on) else Undecided.NOT_IN_FORCE


def may_have_been_replaced(programme: Programme, on: date) -> bool:
    """Whether an open-ended programme was last seen in force more than three years before the day, or never.

    A year alone counts from its first day: the doubt comes rather early than late.
    """
    if programme.effective_to is not None or programme.status is Status.DRAFT:
        return False
    seen = programme.seen_in_force
    if seen is None:
        return True
    return add_months(date.fromisoformat(seen if len(seen) > 4 else f"{seen}-01-01"), STALE_AFTER_MONTHS) < on


class _Standing(NamedTuple):
    """What holds of a programme on a day, whoever asks."""

    undecided: Undecided | None
    doubts: tuple[Doubt, ...]


@lru_cache(maxsize=4096)
def _standing(rule: Compiled, on: date) -> _Standing:
    return _Standing(undecided(rule.programme, on), tuple(_doubts(rule, on)))


def _doubts(rule: Compiled, on: date) -> Iterator[Doubt]:
    programme, quota, verified_on = rule.programme, rule.programme.quota, rule.programme.verified_on
    if may_have_been_replaced(programme, on):
        yield Doubt.MAY_HAVE_BEEN_REPLACED
    if programme.confidence is Confidence.LOW:
        yield Doubt.LOW_CONFIDENCE
    if verified_on is not None and add_months(verified_on, VERIFIED_FOR_MONTHS) < on:
        yield Doubt.VERIFIED_LONG_AGO
    if rule.points is not None and not rule.points.points.items_complete:
        yield Doubt.TABLE_INCOMPLETE
    if quota is not None and quota.by_rank:
        yield Doubt.PLACE_BY_RANK
    elif quota is not None and quota.per_year is not None:
        yield Doubt.PLACES_LIMITED


def _doubts_of(count: Count | None) -> tuple[Doubt, ...]:
    if count is not None and (count.least is None or count.least < count.total):
        return (Doubt.DEDUCTION_NOT_ASKED,)
    return ()
