"""The smallest sets of facts that flip the answer of a whole programme, its criteria and its points together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import combinations, islice, product

from caseapp.policy.catalogue import FactKind, FactType, catalogue
from caseapp.policy.check import ProgrammeCheck
from caseapp.policy.compile import Compiled
from caseapp.policy.model import Criterion, PerUnit, Scalar, ValueMap
from caseapp.policy.planning.best_way import Search
from caseapp.policy.planning.board import Board, Line, board_of, turns
from caseapp.policy.planning.flips import FactSets, flips, smallest
from caseapp.policy.planning.raises import FREE, Choice, Choices, as_it_is, worth_having
from caseapp.policy.span import Readings
from caseapp.policy.verdict import Verdict
from caseapp.policy.worth import ZERO

MOST_TOGETHER = 3
"""Facts of a points table that are changed together."""
BEYOND_MEASURE = Decimal(10**9)
"""A deduction nobody has put a number to."""
MOST_TRIED = 4000
"""Combinations of values tried before a set is let stand unconfirmed."""


def flips_of(rule: Compiled, checked: ProgrammeCheck, readings: Readings) -> FactSets:
    """Sets of facts, the fewest first, that answered otherwise make it met; where it is met, no longer met.

    Whether the facts can change is not asked here: this is what an answer hangs on, not a plan.
    """
    verdicts = {finding.criterion.id: finding.verdict for finding in checked.findings}
    node = rule.programme.eligibility
    if rule.points is None or checked.points is None:
        found = flips(node, verdicts, checked.verdict)
    elif checked.verdict is Verdict.MET:
        found = smallest((*flips(node, verdicts, Verdict.MET), *_below(rule, readings)))
    else:
        criteria_met = rule.eligible(readings) is Verdict.MET
        ways = (frozenset(),) if criteria_met else flips(node, verdicts, Verdict.NOT_MET)
        points_met = checked.points.verdict is Verdict.MET
        raises = (frozenset[str](),) if points_met else _to_line(rule, readings)
        found = smallest(one | other for one in ways for other in raises)
    often = _read_twice(rule)
    return tuple(one for one in found if one and (not one & often or _confirmed(rule, checked, readings, one)))


def _to_line(rule: Compiled, readings: Readings) -> FactSets:
    """Facts of the table whose best values surely reach the line."""
    assert rule.points is not None  # asked for only where there is a table
    line = rule.points.line
    if line is None:
        return ()
    board = board_of(rule.points.points)
    search = Search(board, floor=-BEYOND_MEASURE)
    still = {fact: as_it_is(fact, readings.get(fact)) for fact in board.by_fact}
    any_value = _any_values(board)
    base = search.most(still) or ZERO
    taken = {fact: _deducted(board, fact) for fact in board.by_fact if fact not in readings}
    tops = {fact: search.most({**still, fact: any_value[fact]}) for fact in board.by_fact}
    gains = {fact: top - base + taken.get(fact, ZERO) for fact, top in tops.items() if top is not None}
    gains = {fact: gain for fact, gain in gains.items() if gain > 0}
    lost = sum(taken.values(), ZERO)
    found: list[frozenset[str]] = []
    for many in range(1, MOST_TOGETHER + 1):
        for chosen in combinations(gains, many):
            facts = frozenset(chosen)
            if sum([gains[fact] for fact in chosen], base - lost) < line or any(one <= facts for one in found):
                continue
            most = search.most({**still, **{fact: any_value[fact] for fact in chosen}})
            kept = sum([taken.get(fact, ZERO) for fact in chosen], ZERO)
            if most is not None and most - lost + kept >= line:
                found.append(facts)
    return smallest(found)


def _deducted(board: Board, fact: str) -> Decimal:
    """What the deductions on a fact nobody has asked about could take away."""
    lows = [line.weigh(None).low for line in board.by_fact[fact] if line.item.negative]
    return sum([BEYOND_MEASURE if low is None else -low for low in lows], ZERO)


def _below(rule: Compiled, readings: Readings) -> FactSets:
    """Facts of the table, one or two, whose worst values leave the line."""
    assert rule.points is not None  # asked for only where there is a table
    line = rule.points.line
    if line is None:
        return ()
    board = board_of(rule.points.points)
    worst = {fact: _worst(board, fact) for fact in board.by_fact if fact in readings}
    found: list[frozenset[str]] = []
    for many in (1, 2):
        for chosen in combinations(worst, many):
            facts = frozenset(chosen)
            if any(one <= facts for one in found):
                continue
            least = rule.points.count({**readings, **{fact: worst[fact] for fact in chosen}}).least
            if least is None or least < line:
                found.append(facts)
    return smallest(found)


@lru_cache(maxsize=256)
def _any_values(board: Board) -> Mapping[str, Choices]:
    """For each fact of a table the values that no other betters on every line."""
    found: dict[str, Choices] = {}
    for fact, lines in board.by_fact.items():
        values = sorted(_values(catalogue()[fact], lines, ()), key=lambda value: _worth(lines, value), reverse=True)
        every = (Choice(fact, value, value, None, 0, FREE) for value in values)
        found[fact] = Choices(tuple(worth_having(every, lines)))
    return found


@lru_cache(maxsize=4096)
def _worst(board: Board, fact: str) -> Scalar:
    lines = board.by_fact[fact]
    return min(_values(catalogue()[fact], lines, ()), key=lambda value: _worth(lines, value))


def _worth(lines: Sequence[Line], value: Scalar) -> Decimal:
    lows = [line.weigh(value).low for line in lines]
    return sum([Decimal("-Infinity") if low is None else low for low in lows], ZERO)


def _read_twice(rule: Compiled) -> frozenset[str]:
    """Facts that more than one criterion or part of the table reads: there one value has to serve them all."""
    read = [leaf.fact for leaf in rule.leaves]
    shared: frozenset[str] = frozenset()
    if rule.points is not None:
        board = board_of(rule.points.points)
        read += board.by_fact
        shared = board.shared
    return shared | {fact for fact in read if read.count(fact) > 1}


def _confirmed(rule: Compiled, checked: ProgrammeCheck, readings: Readings, facts: frozenset[str]) -> bool:
    """Whether there are values of these facts that flip the answer."""
    met, keys = checked.verdict is Verdict.MET, sorted(facts)
    tried = 0
    for combination in islice(product(*(_telling(rule, fact, not met) for fact in keys)), MOST_TRIED):
        tried += 1
        if (rule.answer({**readings, **dict(zip(keys, combination, strict=True))}) is Verdict.MET) is not met:
            return True
    return tried == MOST_TRIED


@lru_cache(maxsize=4096)
def _telling(rule: Compiled, fact: str, up: bool) -> list[Scalar]:
    """For every way in which the criteria can answer on a fact, its value with the most points (or the fewest)."""
    lines = board_of(rule.points.points).by_fact.get(fact, ()) if rule.points else ()
    leaves = [leaf for leaf in rule.leaves if leaf.fact == fact]
    best: dict[tuple[Verdict, ...], tuple[Decimal, Scalar]] = {}
    for value in _values(catalogue()[fact], lines, [leaf.criterion for leaf in leaves]):
        answers = tuple(leaf.judge({fact: value}) for leaf in leaves)
        worth = _worth(lines, value) * (1 if up else -1)
        if answers not in best or worth > best[answers][0]:
            best[answers] = worth, value
    return [value for _, value in best.values()]


def _values(kind: FactKind, lines: Sequence[Line], criteria: Sequence[Criterion]) -> list[Scalar]:
    """Values of a fact among which every answer on it and every number of points occurs."""
    if kind.type is FactType.YES_NO:
        return [True, False]
    if kind.values:
        return [one.value for one in kind.values]
    named = [value for one in criteria for value in _asked(one)]
    if not kind.numeric:
        for line in lines:
            named += [value for value, _ in line.item.rule.exact] if isinstance(line.item.rule, ValueMap) else []
        return [*dict.fromkeys(named), "0" * kind.digits]
    edges = {Decimal(value) for value in named if not isinstance(value, (bool, str))}
    edges |= {value for line in lines for value in _turns(line, kind, alone=len(lines) == 1)}
    near = {edge + step for edge in edges for step in (-1, 0, 1)} | {kind.least or Decimal(0)}
    return [value for value in sorted(near) if kind.fits(int(value) if value == int(value) else value)]


def _turns(line: Line, kind: FactKind, *, alone: bool) -> list[Decimal]:
    """The numbers at which a line gives more or less; of one that gives more with every unit the first and the last.

    Where several lines read a fact they may pull apart, so every number counts.
    """
    every = list(turns(line.item, kind.most))
    return [*every[:1], *every[-1:]] if alone and isinstance(line.item.rule, PerUnit) else every


def _asked(criterion: Criterion) -> Iterator[Scalar]:
    if isinstance(criterion.value, tuple):
        yield from criterion.value
    elif criterion.value is not None:
        yield criterion.value
