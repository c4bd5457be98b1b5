"""What one line of a points table gives: exactly, or between what and what where the fact is not fully known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from caseapp.policy.catalogue import FactKind, FactType
from caseapp.policy.model import Flat, PerUnit, PointItem, Rule, Scalar, ValueMap
from caseapp.policy.span import Reading, Span

ZERO = Decimal(0)
HAIR = Decimal("0.000001")
"""Just beside the edge of a range, for a number that is not counted in whole units."""
ELSEWHERE = ""
"""A code that stands in no list."""


class Worth(NamedTuple):
    """What an item gives: between ``low`` and ``high``; None is open."""

    low: Decimal | None
    high: Decimal | None
    published: Decimal | None
    """The most by published numbers alone: what asking the client could still bring."""
    unpublished: bool = False
    """Whether a number that nobody has published may apply."""
    uncapped: Decimal | None = None
    """What it would be without the cap it has reached; None where no cap is reached."""

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
    bare, cap = _bare(item.rule), _cap(item)
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
        return Worth(cap, cap, cap, uncapped=points)
    return Worth(points, points, points)


def _cap(item: PointItem) -> Decimal | None:
    """The most one item gives: its own cap, or that of its rule; the cap of a group that adds up is held later."""
    caps = [item.rule.cap if isinstance(item.rule, PerUnit) else None, None if item.adds_up else item.most]
    return min([cap for cap in caps if cap is not None], default=None)


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
    return rule.points * units


def _in_ranges(rule: ValueMap, value: Decimal) -> Decimal | None:
    for span, points in rule.ranges:
        if (span.low is None or span.low <= value) and (span.high is None or value <= span.high):
            return points
    return ZERO


def _between(item: PointItem, kind: FactKind, span: Span | None) -> Worth:
    """Between what and what an item can lie, the value lying anywhere in ``span`` (None: any value of the fact)."""
    bare, cap = _bare(item.rule), _cap(item)
    worths = [_worth(item, bare(value), cap) for value in _corners(item.rule, kind, span)]
    lows, highs = [worth.low for worth in worths], [worth.high for worth in worths]
    low = None if None in lows else min(one for one in lows if one is not None)
    high = None if None in highs else max(one for one in highs if one is not None)
    published = max(worth.published for worth in worths if worth.published is not None)
    unpublished = any(worth.unpublished for worth in worths)
    rule = item.rule
    if span is not None and span.high is None and isinstance(rule, PerUnit):
        if rule.points is None:  # a larger number gives more, nobody knows how much
            return Worth(None if item.negative else low, high if item.negative else cap, published, unpublished=True)
        if rule.points < 0:
            return Worth(None, high, published, unpublished)
        return Worth(low, cap, cap, unpublished)
    return Worth(low, high, published, unpublished)


def _corners(rule: Rule, kind: FactKind, span: Span | None) -> list[Scalar]:
    """Values at which a rule can take its extremes."""
    if span is None:
        listed: list[Scalar] = [one.value for one in kind.values]
        if kind.type is FactType.YES_NO:
            listed = [True, False]
        elif kind.type is FactType.CODE and isinstance(rule, ValueMap):
            listed = [*(value for value, _points in rule.exact), ELSEWHERE]
        return listed
    ends: list[Scalar] = [span.low] if span.high is None else [span.low, span.high]
    beside: list[Decimal] = []
    if isinstance(rule, ValueMap):
        step = Decimal(1) if kind.type is FactType.WHOLE else HAIR
        for one, _points in rule.ranges:
            beside += [edge + by for edge in (one.low, one.high) if edge is not None for by in (-step, ZERO, step)]
    elif isinstance(rule, Flat):
        beside.append(Decimal(1))
    return ends + [edge for edge in beside if span.low <= edge and (span.high is None or edge <= span.high)]
