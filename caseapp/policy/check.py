"""Check: the rules of a day held against what is known. A function of facts, pack and day alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from caseapp.domain.days import add_months
from caseapp.policy.compile import Compiled, compiled
from caseapp.policy.known import KnownFact, KnownFacts, Reading
from caseapp.policy.model import Confidence, Criterion, Pack, Programme, Status
from caseapp.policy.points import Count
from caseapp.policy.verdict import Verdict, all_of

STALE_AFTER_MONTHS = 36
"""An open-ended rule not seen in force for three years may have been replaced (decision 12)."""


class Undecided(Enum):
    """Why a programme cannot decide, whatever the facts: its answer is not_covered."""

    UNDATED = "undated"
    PROSE = "prose"
    DRAFT = "draft"
    NOT_IN_FORCE = "not_in_force"


class Doubt(Enum):
    """What must be said beside an answer. A letter may rest on it only after a person ticks it."""

    MAY_HAVE_BEEN_REPLACED = "may_have_been_replaced"
    LOW_CONFIDENCE = "low_confidence"
    TABLE_INCOMPLETE = "table_incomplete"
    DEDUCTION_NOT_ASKED = "deduction_not_asked"
    PLACE_BY_RANK = "place_by_rank"


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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ProgrammeCheck:
    """The answer of one programme, with its reasons."""

    programme: Programme
    on: date
    verdict: Verdict
    undecided: Undecided | None
    findings: tuple[Finding, ...]
    points: Count | None
    doubts: tuple[Doubt, ...]

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The criteria that are not met, in the order of the file."""
        return tuple(finding for finding in self.findings if finding.verdict is Verdict.NOT_MET)


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
            _explain(rule, facts, on)
            for rule in compiled(pack).values()
            if rule.programme.in_force(on) and service in (None, rule.programme.service)
        ),
    )


def check_programme(pack: Pack, programme_id: str, facts: KnownFacts, on: date) -> ProgrammeCheck:
    """Hold one programme against what is known, even one that cannot decide on that day. Raises ``KeyError``."""
    return _explain(compiled(pack)[programme_id], facts, on)


def verdict(rule: Compiled, facts: KnownFacts, on: date) -> Verdict:
    """The bare answer, by the same closures as an explained check."""
    if undecided(rule.programme, on):
        return Verdict.NOT_COVERED
    readings = facts.on(on)
    found = rule.combine([judge(readings) for judge in rule.judges])
    return found if rule.points is None else all_of((found, rule.points.count(readings).verdict))


def _explain(rule: Compiled, facts: KnownFacts, on: date) -> ProgrammeCheck:
    readings = facts.on(on)
    answers = [judge(readings) for judge in rule.judges]
    count = None if rule.points is None else rule.points.count(readings)
    found = rule.combine(answers) if count is None else all_of((rule.combine(answers), count.verdict))
    reason = undecided(rule.programme, on)
    return ProgrammeCheck(
        programme=rule.programme,
        on=on,
        verdict=Verdict.NOT_COVERED if reason else found,
        undecided=reason,
        findings=tuple(
            Finding(criterion, answer, readings.get(criterion.fact), facts.get(criterion.fact), paper)
            for criterion, answer, paper in zip(rule.criteria, answers, rule.papers, strict=True)
        ),
        points=count,
        doubts=tuple(_doubts(rule, count, on)),
    )


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


def _doubts(rule: Compiled, count: Count | None, on: date) -> list[Doubt]:
    found = [Doubt.MAY_HAVE_BEEN_REPLACED] if may_have_been_replaced(rule.programme, on) else []
    if rule.programme.confidence is Confidence.LOW:
        found.append(Doubt.LOW_CONFIDENCE)
    if count is not None and rule.points is not None:
        if not rule.points.points.items_complete:
            found.append(Doubt.TABLE_INCOMPLETE)
        if count.least is None or count.least < count.total:
            found.append(Doubt.DEDUCTION_NOT_ASKED)
        if rule.points.by_rank:
            found.append(Doubt.PLACE_BY_RANK)
    return found
