"""What a programme says, apart from its wording: comparable values, and a digest that shows whether it has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from decimal import Decimal

from caseapp.policy.model import (
    AllOf,
    Criterion,
    Flat,
    Node,
    PerUnit,
    PointItem,
    Programme,
    Rule,
    Scalar,
)


def digest(programme: Programme) -> str:
    """SHA-256 (hexadecimal) of what a programme says: days, criteria, points, line and quota, but not their wording."""
    table, quota = programme.points, programme.quota
    said = (
        programme.id,
        programme.service,
        programme.status.value,
        str(programme.effective_from),
        str(programme.effective_to),
        _node(programme.eligibility),
        None if table is None else (plain(table.threshold), plain(table.apply_threshold), table.items_complete),
        () if table is None else tuple((item.id, _item(item)) for item in table.items),
        None if quota is None else (quota.per_year, quota.by_rank),
    )
    return hashlib.sha256(repr(said).encode()).hexdigest()


def plain(value: Scalar | None) -> Hashable:
    """A value as it compares: 6 and 6.0 are one number, true is none."""
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return str(value)
    return f"{Decimal(value).normalize():f}"


def asked(criterion: Criterion) -> Hashable:
    """The value a criterion asks for."""
    value = criterion.value
    return tuple(sorted(map(str, map(plain, value)))) if isinstance(value, tuple) else plain(value)


def test_of(criterion: Criterion) -> dict[str, Hashable]:
    """What of a criterion decides, by name."""
    return {
        "fact": criterion.fact,
        "op": criterion.op.value,
        "value": asked(criterion),
        "waivable": criterion.waivable,
        "in_total": criterion.in_total,
    }


def _node(node: Node) -> Hashable:
    if isinstance(node, Criterion):
        return node.id, tuple(test_of(node).values())
    return "all" if isinstance(node, AllOf) else "any", tuple(_node(part) for part in node.parts)


def _item(item: PointItem) -> Hashable:
    return tuple(counts(item).values())


def counts(item: PointItem) -> dict[str, Hashable]:
    """What of a points item decides, by name."""
    return {
        "fact": item.fact,
        "rule": rule_of(item.rule),
        "group": (item.group is not None, item.adds_up),
        "max": plain(item.most),
        "negative": item.negative,
    }


def rule_of(rule: Rule) -> Hashable:
    """How the points of an item are counted."""
    if isinstance(rule, Flat):
        return "flat", plain(rule.points)
    if isinstance(rule, PerUnit):
        return "per_unit", plain(rule.points), plain(rule.size), plain(rule.cap)
    ranges = tuple((plain(span.low), plain(span.high), plain(points)) for span, points in rule.ranges)
    return "value_map", tuple((plain(value), plain(points)) for value, points in rule.exact), ranges
