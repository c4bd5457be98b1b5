"""How a points line could be reached: by time alone, by the fewest items, or not at all within ten years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import combinations

from caseapp.domain.days import add_months
from caseapp.policy.catalogue import Catalogue, Close, FactKind
from caseapp.policy.forward import advanced
from caseapp.policy.known import KnownFacts, Reading, Readings, Span, high_end, low_end
from caseapp.policy.model import Flat, PerUnit, PointItem, Scalar, ValueMap
from caseapp.policy.points import Count, PointsTable

HORIZON_MONTHS = 120
"""No plan looks further than ten years."""
MOST_ITEMS = 2
"""Items raised together in one proposal."""
MOST_PROPOSALS = 6


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Step:
    """An item that would give more: by time on ``day``, or by raising its fact to ``value``."""

    item: PointItem
    now: Decimal | None
    then: Decimal
    day: date | None
    value: Scalar | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PointsPlan:
    """The ways found. ``ceiling`` is the most the table can give within the horizon, where that is below the line."""

    line: Decimal
    missing: Decimal
    by_time_on: date | None
    by_time: tuple[Step, ...]
    fewest: tuple[tuple[Step, ...], ...]
    ceiling: Decimal | None
    unpublished: tuple[PointItem, ...]
    """Items whose number nobody published: the office has to be asked before anybody says never."""


def points_plan(kinds: Catalogue, table: PointsTable, facts: KnownFacts, on: date, count: Count) -> PointsPlan | None:
    """What would reach the line; None where there is no line or it is surely reached."""
    if table.line is None or (count.least is not None and count.least >= table.line):
        return None
    by_time = _by_time(kinds, table, facts, on)
    ceiling = _ceiling(kinds, table, facts, on)
    below = ceiling is not None and ceiling < table.line and table.points.items_complete
    return PointsPlan(
        line=table.line,
        missing=table.line - count.total,
        by_time_on=by_time[0] if by_time else None,
        by_time=by_time[1] if by_time else (),
        fewest=tuple(_fewest(kinds, table, facts.on(on), count)),
        ceiling=ceiling if below else None,
        unpublished=tuple(item for item in table.points.items if _unpublished(item)),
    )


def _by_time(kinds: Catalogue, table: PointsTable, facts: KnownFacts, on: date) -> tuple[date, tuple[Step, ...]] | None:
    """The first month in which time alone surely reaches the line."""
    before = table.count(facts.on(on))
    for months in range(1, HORIZON_MONTHS + 1):
        day = add_months(on, months)
        after = table.count(advanced(kinds, facts, on, day).on(day))
        if after.least is not None and table.line is not None and after.least >= table.line:
            steps = [
                Step(new.item, old.points, new.points, day, None)
                for old, new in zip(before.items, after.items, strict=True)
                if new.points is not None and new.points > (old.points or 0)
            ]
            return day, tuple(steps)
    return None


def _ceiling(kinds: Catalogue, table: PointsTable, facts: KnownFacts, on: date) -> Decimal | None:
    """The most that could be had within the horizon if all that can change does; None if that has no end.

    A deduction is left out: it may lapse. What a paper or an action could change is taken at its best.
    """
    late = add_months(on, HORIZON_MONTHS)
    now, then = facts.on(on), advanced(kinds, facts, on, late).on(late)
    deductions = {item.fact for item in table.points.items if item.negative}
    readings: dict[str, Reading] = {}
    for key in now.keys() - deductions:
        if kinds[key].close is Close.CANNOT_CHANGE:
            readings[key] = now[key]
        elif kinds[key].close is Close.TIME and key in then:
            readings[key] = Span(low_end(now[key]), high_end(then[key], kinds[key].most))
    return table.count(readings).total_max


def _fewest(kinds: Catalogue, table: PointsTable, readings: Readings, count: Count) -> Iterator[tuple[Step, ...]]:
    """The fewest items whose raising would reach the line today, the smallest raise first."""
    options = [step for line in count.items for step in _raises(line.item, kinds[line.item.fact], line.points)]
    assert table.line is not None  # asked for only where there is a line
    for many in range(1, MOST_ITEMS + 1):
        found: list[tuple[Decimal, tuple[Step, ...]]] = []
        for chosen in combinations(options, many):
            if len({step.item.fact for step in chosen}) < many:
                continue
            raised = {**readings, **{step.item.fact: step.value for step in chosen if step.value is not None}}
            total = table.count(raised).total
            if total >= table.line:
                found.append((total, chosen))
        found.sort(key=lambda one: one[0])
        yield from _distinct([chosen for _, chosen in found])
        if found:
            return


def _distinct(proposals: list[tuple[Step, ...]]) -> Iterator[tuple[Step, ...]]:
    """One proposal for each set of items: the smallest raise."""
    seen: set[frozenset[str]] = set()
    for proposal in proposals:
        items = frozenset(step.item.id for step in proposal)
        if items not in seen and len(seen) < MOST_PROPOSALS:
            seen.add(items)
            yield proposal


def _raises(item: PointItem, kind: FactKind, now: Decimal | None) -> Iterator[Step]:
    """The better values of an item that a paper or an action could bring."""
    if item.negative or kind.close not in (Close.PAPER, Close.ACTION) or not kind.ask:
        return
    rule, have = item.rule, now or Decimal(0)
    if isinstance(rule, Flat) and rule.points is not None and rule.points > have:
        yield Step(item, now, rule.points, None, Decimal(1) if kind.numeric else True)
    elif isinstance(rule, ValueMap):
        for value, points in rule.exact:
            if points is not None and points > have:
                yield Step(item, now, points, None, value)
        for span, points in rule.ranges:
            if points is not None and points > have and span.low is not None:
                yield Step(item, now, points, None, span.low)
    elif isinstance(rule, PerUnit) and rule.points is not None:
        most = min([end for end in (rule.cap, item.most) if end is not None], default=rule.points * 12)
        for units in range(1, int(most // rule.points) + 1):
            if rule.points * units > have:
                yield Step(item, now, rule.points * units, None, rule.size * units)


def _unpublished(item: PointItem) -> bool:
    rule = item.rule
    if isinstance(rule, ValueMap):
        return any(points is None for _, points in (*rule.exact, *rule.ranges))
    return rule.points is None
