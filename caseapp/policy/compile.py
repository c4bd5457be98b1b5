"""Programmes as closures. Each is compiled once; with or without explanation the same closures answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias

from caseapp.policy.catalogue import Catalogue, FactKind, FactType, catalogue
from caseapp.policy.known import Readings, Span
from caseapp.policy.model import AllOf, Criterion, Node, Op, Pack, Programme, Scalar, criteria
from caseapp.policy.points import PointsTable, compile_points
from caseapp.policy.verdict import Verdict, all_of, any_of

Judge: TypeAlias = Callable[[Readings], Verdict]
Combine: TypeAlias = Callable[[Sequence[Verdict]], Verdict]
"""From the answers on all criteria, in the order of the file, to the answer on a group of them."""

MET, NOT_MET, NOT_ASKED, NOT_COVERED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_ASKED, Verdict.NOT_COVERED


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Compiled:
    """A programme ready to be held against facts."""

    programme: Programme
    criteria: tuple[Criterion, ...]
    judges: tuple[Judge, ...]
    papers: tuple[str | None, ...]
    """The document that usually proves each criterion."""
    combine: Combine
    points: PointsTable | None


@lru_cache(maxsize=64)
def compiled(pack: Pack) -> Mapping[str, Compiled]:
    """All programmes of a pack, by id, compiled once."""
    return {programme.id: compile_programme(programme, catalogue()) for programme in pack.programmes}


def compile_programme(programme: Programme, kinds: Catalogue) -> Compiled:
    """One programme against a catalogue of facts."""
    leaves = tuple(criteria(programme.eligibility))
    return Compiled(
        programme=programme,
        criteria=leaves,
        judges=tuple(compile_criterion(leaf, kinds[leaf.fact]) for leaf in leaves),
        papers=tuple(kinds[leaf.fact].proved_by for leaf in leaves),
        combine=_combine(programme.eligibility, 0)[0],
        points=compile_points(programme, kinds) if programme.points else None,
    )


def _combine(node: Node, first: int) -> tuple[Combine, int]:
    """How the answers from number ``first`` on combine under ``node``, and how many it takes."""
    if isinstance(node, Criterion):
        return (lambda found: found[first]), 1
    taken = 0
    parts: list[Combine] = []
    for part in node.parts:
        combine, many = _combine(part, first + taken)
        parts.append(combine)
        taken += many
    rule = all_of if isinstance(node, AllOf) else any_of
    return (lambda found: rule([part(found) for part in parts])), taken


def compile_criterion(criterion: Criterion, kind: FactKind) -> Judge:
    """One criterion as a closure over readings."""
    if criterion.number_unknown:
        return lambda _readings: NOT_COVERED
    fact = criterion.fact
    if kind.numeric and criterion.op in (Op.AT_LEAST, Op.AT_MOST, Op.EQUALS):
        assert isinstance(criterion.value, (int, Decimal))  # the reader refuses anything else
        return _number_judge(fact, criterion.op, Decimal(criterion.value))
    answers = _answers(criterion, kind)

    def judge(readings: Readings) -> Verdict:
        value = readings.get(fact)
        if value is None or isinstance(value, Span):
            return NOT_ASKED
        return answers.get(value, NOT_MET)

    return judge


def _answers(criterion: Criterion, kind: FactKind) -> Mapping[Scalar, Verdict]:
    """The values that meet a criterion on a fact that is no number."""
    value = criterion.value
    if kind.type is FactType.YES_NO:
        return {criterion.op is Op.IS_TRUE: MET}
    if isinstance(value, tuple):
        return dict.fromkeys(value, MET)
    assert value is not None  # an unknown number was answered before
    if criterion.op is Op.EQUALS:
        return {value: MET}
    required = kind.rank(value)
    assert required is not None  # the reader refuses a value outside the scale
    if criterion.op is Op.AT_LEAST:
        return {one.value: MET for one in kind.values if one.rank >= required}
    return {one.value: MET for one in kind.values if one.rank <= required}


def _number_judge(fact: str, op: Op, required: Decimal) -> Judge:
    def judge(readings: Readings) -> Verdict:
        value = readings.get(fact)
        if value is None:
            return NOT_ASKED
        if isinstance(value, Span):
            return _span(op, value, required)
        if op is Op.AT_LEAST:
            return MET if value >= required else NOT_MET  # type: ignore[operator]  # numeric by the catalogue
        if op is Op.AT_MOST:
            return MET if value <= required else NOT_MET  # type: ignore[operator]
        return MET if value == required else NOT_MET

    return judge


def _span(op: Op, span: Span, required: Decimal) -> Verdict:
    """The answer where the number is only known to lie in a span: decided only if every number in it agrees."""
    if op is Op.AT_LEAST:
        return MET if span.low >= required else NOT_MET if span.high is not None and span.high < required else NOT_ASKED
    if op is Op.AT_MOST:
        return MET if span.high is not None and span.high <= required else NOT_MET if span.low > required else NOT_ASKED
    outside = required < span.low or (span.high is not None and required > span.high)
    return NOT_MET if outside else NOT_ASKED
