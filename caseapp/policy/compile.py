"""Programmes as closures. Each is compiled once; with or without explanation the same closures answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from caseapp.policy.catalogue import Catalogue, FactKind, FactType, catalogue
from caseapp.policy.model import AllOf, Criterion, Node, Op, Pack, Programme, Scalar, criteria
from caseapp.policy.points import PointsTable, compile_points
from caseapp.policy.span import Readings, Span
from caseapp.policy.verdict import Verdict, all_of

Judge: TypeAlias = Callable[[Readings], Verdict]
"""From what is known of a day to the answer on a criterion, or on a group of them."""

Exact: TypeAlias = int | Decimal

TOTAL_BY_NOTICE = "residence_points"

MET, NOT_MET, NOT_ASKED, NOT_COVERED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_ASKED, Verdict.NOT_COVERED


class Leaf(NamedTuple):
    """One criterion ready to be held against facts."""

    criterion: Criterion
    fact: str
    judge: Judge
    paper: str | None
    """The document that usually proves it."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Compiled:
    """A programme ready to be held against facts."""

    programme: Programme
    leaves: tuple[Leaf, ...]
    """Its criteria in the order of the file."""
    eligible: Judge
    """The answer of all criteria together, from the same closures."""
    points: PointsTable | None

    def answer(self, readings: Readings) -> Verdict:
        """The bare answer on what is known of a day, whether or not the programme was in force on it."""
        found = self.eligible(readings)
        if self.points is None or found is NOT_MET:
            return found
        return all_of((found, self.points.verdict(readings)))

    @property
    def facts(self) -> frozenset[str]:
        """Every fact its criteria and its points table ask for."""
        items = self.points.points.items if self.points is not None else ()
        return frozenset((*(leaf.fact for leaf in self.leaves), *(item.fact for item in items)))


@lru_cache(maxsize=64)
def compiled(pack: Pack) -> Mapping[str, Compiled]:
    """All programmes of a pack, by id, compiled once."""
    return {programme.id: compile_programme(programme, catalogue()) for programme in pack.programmes}


def compile_programme(programme: Programme, kinds: Catalogue) -> Compiled:
    """One programme against a catalogue of facts."""
    leaves = tuple(
        Leaf(one, one.fact, compile_criterion(one, kinds[one.fact]), kinds[one.fact].proved_by)
        for one in criteria(programme.eligibility)
    )
    return Compiled(
        programme=programme,
        leaves=leaves,
        eligible=_judge_of(programme.eligibility, iter(leaves)),
        points=compile_points(programme, kinds) if _is_counted(programme) else None,
    )


def _is_counted(programme: Programme) -> bool:
    """Whether points are counted here. Of a table without items a criterion may ask the total the office's notice tells."""
    if programme.points is None:
        return False
    return bool(programme.points.items) or all(one.fact != TOTAL_BY_NOTICE for one in criteria(programme.eligibility))


def _judge_of(node: Node, leaves: Iterator[Leaf]) -> Judge:
    """The closure of a node, from those of the criteria below it in the order of the file."""
    if isinstance(node, Criterion):
        return next(leaves).judge
    parts = tuple(_judge_of(part, leaves) for part in node.parts)
    return _together(parts, MET, NOT_MET) if isinstance(node, AllOf) else _together(parts, NOT_MET, MET)


def _together(parts: tuple[Judge, ...], silent: Verdict, decisive: Verdict) -> Judge:
    """As :func:`all_of` (where met is silent) or :func:`any_of`, and no further than the first decisive part."""

    def judge(readings: Readings) -> Verdict:
        found = silent
        for part in parts:
            answer = part(readings)
            if answer is decisive:
                return decisive
            if answer is not silent and found is not NOT_ASKED:
                found = answer
        return found

    return judge


def compile_criterion(criterion: Criterion, kind: FactKind) -> Judge:
    """One criterion as a closure over readings."""
    if criterion.number_unknown:
        return lambda _readings: NOT_COVERED
    fact = criterion.fact
    if kind.numeric and criterion.op in _NUMBER_JUDGES:
        assert isinstance(criterion.value, (int, Decimal))  # the reader refuses anything else
        return _NUMBER_JUDGES[criterion.op](fact, _plain(Decimal(criterion.value)))
    answers = _answers(criterion, kind)

    def judge(readings: Readings) -> Verdict:
        value = readings.get(fact)
        if value is None or value.__class__ is Span:
            return NOT_ASKED
        return answers.get(value, NOT_MET)  # type: ignore[arg-type]  # no span

    return judge


def _plain(number: Decimal) -> Exact:
    """A number as an ``int`` where it is whole: as exact, and quicker to compare with."""
    whole = int(number)
    return whole if whole == number else number


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


def _at_least(fact: str, required: Exact) -> Judge:
    def judge(readings: Readings) -> Verdict:
        value = readings.get(fact)
        if value is None:
            return NOT_ASKED
        if isinstance(value, Span):
            high = value.high
            return MET if value.low >= required else NOT_MET if high is not None and high < required else NOT_ASKED
        return MET if value >= required else NOT_MET  # type: ignore[operator]  # numeric by the catalogue

    return judge


def _at_most(fact: str, required: Exact) -> Judge:
    def judge(readings: Readings) -> Verdict:
        value = readings.get(fact)
        if value is None:
            return NOT_ASKED
        if isinstance(value, Span):
            high = value.high
            return MET if high is not None and high <= required else NOT_MET if value.low > required else NOT_ASKED
        return MET if value <= required else NOT_MET  # type: ignore[operator]  # numeric by the catalogue

    return judge


def _equal(fact: str, required: Exact) -> Judge:
    def judge(readings: Readings) -> Verdict:
        value = readings.get(fact)
        if value is None:
            return NOT_ASKED
        if isinstance(value, Span):
            outside = required < value.low or (value.high is not None and required > value.high)
            return NOT_MET if outside else NOT_ASKED
        return MET if value == required else NOT_MET

    return judge


_NUMBER_JUDGES: Mapping[Op, Callable[[str, Exact], Judge]] = {
    Op.AT_LEAST: _at_least,
    Op.AT_MOST: _at_most,
    Op.EQUALS: _equal,
}
"""Where a number is only known to lie in a span it is judged only if every number in the span agrees."""
