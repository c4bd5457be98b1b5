"""What one line of a points table gives: exactly, or between what and what where the fact is not fully known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from caseapp.policy.catalogue import FactKind
from caseapp.policy.known import Reading, Span
from caseapp.policy.model import Flat, PerUnit, PointItem, Rule, Scalar, ValueMap

ZERO = Decimal(0)


class Worth(NamedTuple):
    """What an item gives: between ``low`` and ``high``; None is open."""

    low: Decimal | None
    high: Decimal | None
    published: Decimal | None
    """The most by published numbers alone: what asking the client could still bring."""
    unpublished: bool = False
    """Whether a number that nobody has published may apply."""
    capped: bool = False

    @property
    def exact(self) -> Decimal | None:
        """The points, where they are known."""
        return self.low if self.low == self.high and not self.unpublished else None

    @property
    def sure(self) -> Decimal:
        """What counts whatever the rest turns out to be: the part nearest to 0."""
        low = ZERO if self.low is None else max(self.low, ZERO)
        return low if self.high is None else min(low, self.high)


Weigh: TypeAlias = Callable[[Reading | None], Worth]
"""A compiled item: from what is known of its fact (None: not asked) to what it gives."""

Bare: TypeAlias = Callable[[Scalar], Decimal | None]
"""The points of an exact value before any cap; None: unpublished."""


def compile_item(item: PointItem, kind: FactKind) -> Weigh:
    """One item as a closure."""
    bare = _bare(item.rule)
    cap = None if item.adds_up else item.most
    unasked = _between(item, kind, Span(kind.least or ZERO, kind.most) if kind.numeric else None)

    def weigh(reading: Reading | None) -> Worth:
        if reading is None:
            return unasked
        if isinstance(reading, Span):
            return _between(item, kind, reading)
        return _worth(item, bare(reading), cap)

    return weigh


def _worth(item: PointItem, points: Decimal | None, cap: Decimal | None) -> Worth:
    if points is None:
        if item.negative:
            return Worth(None, ZERO, ZERO, unpublished=True)
        return Worth(ZERO, cap, ZERO, unpublished=True)
    if cap is not None and points > cap:
        return Worth(cap, cap, cap, capped=True)
    return Worth(points, points, points)


def _bare(rule: Rule) -> Bare:
    if isinstance(rule, Flat):
        points = rule.points
        return lambda value: points if (value is True or (not isinstance(value, (bool, str)) and value > 0)) else ZERO
    if isinstance(rule, PerUnit):
        return lambda value: _per_unit(rule, Decimal(value))
    exact: Mapping[Scalar, Decimal | None] = dict(rule.exact)
    if not rule.ranges:
        return lambda value: exact.get(value, ZERO)
    return lambda value: _in_ranges(rule, Decimal(value))


def _per_unit(rule: PerUnit, value: Decimal) -> Decimal | None:
    units = value // rule.size
    if rule.points is None:
        return None if units else ZERO
    points = rule.points * units
    return points if rule.cap is None else min(points, rule.cap)


def _in_ranges(rule: ValueMap, value: Decimal) -> Decimal | None:
    for span, points in rule.ranges:
        if (span.low is None or span.low <= value) and (span.high is None or value <= span.high):
            return points
    return ZERO


def _between(item: PointItem, kind: FactKind, span: Span | None) -> Worth:
    """Between what and what an item can lie, the value lying anywhere in ``span`` (None: any value of the fact)."""
    bare, cap = _bare(item.rule), None if item.adds_up else item.most
    worths = [_worth(item, bare(value), cap) for value in _corners(item.rule, kind, span)]
    lows, highs = [worth.low for worth in worths], [worth.high for worth in worths]
    low = None if None in lows else min(one for one in lows if one is not None)
    high = None if None in highs else max(one for one in highs if one is not None)
    published = max(worth.published for worth in worths if worth.published is not None)
    unpublished = any(worth.unpublished for worth in worths)
    rule = item.rule
    if span is not None and span.high is None and isinstance(rule, PerUnit) and rule.points is not None:
        if rule.points < 0:
            return Worth(None, high, published, unpublished)
        caps = [one for one in (rule.cap, cap) if one is not None]
        high = min(caps) if caps else None
        return Worth(low, high, high, unpublished)
    return Worth(low, high, published, unpublished)


def _corners(rule: Rule, kind: FactKind, span: Span | None) -> list[Scalar]:
    """Values at which a rule can take its extremes."""
    if span is None:
        return [one.value for one in kind.values] or [True, False]
    ends: list[Scalar] = [span.low] if span.high is None else [span.low, span.high]
    beside: list[Decimal] = []
    if isinstance(rule, ValueMap):
        for one, _points in rule.ranges:
            beside += [edge + step for edge in (one.low, one.high) if edge is not None for step in (-1, 0, 1)]
    elif isinstance(rule, Flat):
        beside.append(Decimal(1))
    return ends + [edge for edge in beside if span.low <= edge and (span.high is None or edge <= span.high)]
