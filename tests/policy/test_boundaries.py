"""At, below and above every number of every pack. The cases are made when the test runs and are stored nowhere.

What is expected is worked out here from the text of the rule alone, by plain comparison; nothing of the engine is used.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest

from caseapp.policy.catalogue import FactKind, catalogue
from caseapp.policy.compile import Compiled, compile_criterion, compiled
from caseapp.policy.model import AllOf, Criterion, Flat, Node, Op, PerUnit, PointItem, Scalar, ValueMap, criteria
from caseapp.policy.packs import load, places
from caseapp.policy.points import PointsTable, WhyNot
from caseapp.policy.span import Reading, Span
from caseapp.policy.verdict import Verdict
from caseapp.policy.worth import compile_item

MET, NOT_MET, NOT_ASKED, NOT_COVERED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_ASKED, Verdict.NOT_COVERED
RULES = [(rule.programme.id, rule) for place in places() for rule in compiled(load(place)).values()]
CRITERIA = [(f"{name}:{one.id}", one) for name, rule in RULES for one in criteria(rule.programme.eligibility)]
TABLES = [(name, rule.points) for name, rule in RULES if rule.points is not None]
ITEMS = [(f"{name}:{item.id}", item) for name, table in TABLES for item in table.points.items]


def named(cases: list) -> dict:
    return {"argvalues": [case for _, case in cases], "ids": [name for name, _ in cases]}


def step(kind: FactKind) -> Decimal:
    return Decimal(1) if kind.type.value == "whole" else Decimal("0.01")


def around(kind: FactKind, *numbers: Decimal | None) -> list[Decimal]:
    """Each number, and what lies just below and just above it, as far as the fact can be that."""
    beside = {number + by for number in numbers if number is not None for by in (-step(kind), 0, step(kind))}
    return sorted(value for value in beside if kind.fits(value))


# Criteria


def meets(criterion: Criterion, kind: FactKind, value: Scalar) -> bool:
    asked = criterion.value
    match criterion.op:
        case Op.IS_TRUE:
            return value is True
        case Op.IS_FALSE:
            return value is False
        case Op.ONE_OF:
            return value in asked
        case Op.EQUALS:
            return value == asked
        case Op.AT_LEAST:
            return value >= asked if kind.numeric else kind.rank(value) >= kind.rank(asked)
        case Op.AT_MOST:
            return value <= asked if kind.numeric else kind.rank(value) <= kind.rank(asked)


def edges(criterion: Criterion, kind: FactKind) -> list[Scalar]:
    """The values at which the answer may turn."""
    if kind.numeric:
        asked = criterion.value if isinstance(criterion.value, tuple) else (criterion.value,)
        return around(kind, *(Decimal(one) for one in asked if one is not None), kind.least, kind.most)
    if kind.values:
        return [one.value for one in kind.values]
    if kind.digits:
        asked = criterion.value if isinstance(criterion.value, tuple) else (criterion.value,)
        return [*(one for one in asked if one is not None), "9" * kind.digits]
    return [True, False]


@pytest.mark.parametrize("criterion", **named(CRITERIA))
def test_a_criterion_turns_exactly_at_its_number(criterion: Criterion) -> None:
    kind = catalogue()[criterion.fact]
    judge = compile_criterion(criterion, kind)
    unknown = criterion.value is None and criterion.op not in (Op.IS_TRUE, Op.IS_FALSE)
    assert judge({}) is (NOT_COVERED if unknown else NOT_ASKED)
    answers = {}
    for value in edges(criterion, kind):
        answers[value] = judge({criterion.fact: value})
        expected = NOT_COVERED if unknown else MET if meets(criterion, kind, value) else NOT_MET
        assert answers[value] is expected, value
    if unknown or not kind.numeric:
        return
    assert MET in answers.values()
    inside = sorted(answers)
    for low, high in pairwise(inside):
        between = judge({criterion.fact: Span(low, high)})
        same = answers[low] if answers[low] is answers[high] else NOT_ASKED
        assert between in (same, NOT_ASKED), (low, high)
        if criterion.op is not Op.EQUALS:
            assert between is same, (low, high)


def combined(node: Node, answers: Iterator[Verdict]) -> Verdict:
    if isinstance(node, Criterion):
        return next(answers)
    found = [combined(part, answers) for part in node.parts]
    all_order, any_order = (NOT_MET, NOT_ASKED, NOT_COVERED, MET), (MET, NOT_ASKED, NOT_COVERED, NOT_MET)
    return min(found, key=(all_order if isinstance(node, AllOf) else any_order).index)


@pytest.mark.parametrize("rule", **named(RULES))
def test_a_programme_follows_from_its_criteria_at_each_of_their_edges(rule: Compiled) -> None:
    """Every criterion met but for one, which runs through its edges; and the reverse."""
    node, leaves = rule.programme.eligibility, list(criteria(rule.programme.eligibility))
    kinds = catalogue()

    def expected(readings: dict[str, Scalar]) -> Verdict:
        return combined(node, iter([judged(leaf, readings) for leaf in leaves]))

    def judged(leaf: Criterion, readings: dict[str, Scalar]) -> Verdict:
        if leaf.value is None and leaf.op not in (Op.IS_TRUE, Op.IS_FALSE):
            return NOT_COVERED
        if leaf.fact not in readings:
            return NOT_ASKED
        return MET if meets(leaf, kinds[leaf.fact], readings[leaf.fact]) else NOT_MET

    assert rule.eligible({}) is expected({})
    for wanted in (True, False):
        base: dict[str, Scalar] = {}
        for leaf in leaves:
            options = edges(leaf, kinds[leaf.fact])
            unknown = leaf.value is None and leaf.op not in (Op.IS_TRUE, Op.IS_FALSE)
            base[leaf.fact] = next(
                (one for one in options if unknown or meets(leaf, kinds[leaf.fact], one) is wanted), options[0]
            )
        for leaf in leaves:
            fewer = {key: value for key, value in base.items() if key != leaf.fact}
            for readings in (fewer, *({**base, leaf.fact: value} for value in edges(leaf, kinds[leaf.fact]))):
                assert rule.eligible(readings) is expected(readings), readings


# Points


def worth(item: PointItem, value: Scalar) -> Decimal | None:
    """What an item gives before the cap of its group; None: the number is not published."""
    rule, given = item.rule, Decimal(0)
    if isinstance(rule, Flat):
        given = rule.points if value is True or (not isinstance(value, bool) and value > 0) else Decimal(0)
    elif isinstance(rule, PerUnit):
        units = Decimal(value) // rule.size
        given = rule.points * units if rule.points is not None else None if units else Decimal(0)
    else:
        for listed, points in rule.exact:
            if listed == value:
                given = points
        for span, points in rule.ranges:
            if (span.low is None or value >= span.low) and (span.high is None or value <= span.high):
                given = points
    caps = [getattr(rule, "cap", None), None if item.adds_up else item.most]
    for cap in caps:
        given = given if cap is None or given is None else min(given, cap)
    return given


def item_edges(item: PointItem) -> list[Scalar]:
    """The values at which an item may give more: units, caps, range edges, listed values and those listed nowhere."""
    rule, kind = item.rule, catalogue()[item.fact]
    if not kind.numeric:
        return [one.value for one in kind.values] or (
            [*dict(rule.exact), "9" * kind.digits] if kind.digits else [True, False]
        )
    if isinstance(rule, PerUnit):
        cap = min((end for end in (rule.cap, item.most) if end is not None), default=None)
        full = -(-cap // rule.points) if cap is not None and rule.points else 3
        return around(kind, *(rule.size * units for units in (0, 1, 2, full - 1, full, full + 1)))
    if isinstance(rule, ValueMap):
        return around(kind, *(end for span, _ in rule.ranges for end in (span.low, span.high)), kind.least)
    return around(kind, Decimal(0), Decimal(1))


@pytest.mark.parametrize("item", **named(ITEMS))
def test_an_item_gives_its_points_at_every_edge(item: PointItem) -> None:
    kind, weigh = catalogue()[item.fact], compile_item(item, catalogue()[item.fact])
    values = item_edges(item)
    for value in values:
        expected = worth(item, value)
        assert weigh(value).exact == expected, value
        assert weigh(value).unpublished is (expected is None), value
    assert weigh(None).exact is None, "a fact not asked is never counted as 0"
    if kind.type.value == "whole":
        for low, high in [(values[0], values[-1]), *pairwise(values)]:
            if high - low <= 400:
                _lies_between(item, low, high)


def _lies_between(item: PointItem, low: Decimal, high: Decimal) -> None:
    """The interval of an item against every whole value the fact could have."""
    found = compile_item(item, catalogue()[item.fact])(Span(low, high))
    all_of_them = [worth(item, Decimal(value)) for value in range(int(low), int(high) + 1)]
    published = [points for points in all_of_them if points is not None]
    assert found.unpublished is (None in all_of_them)
    if found.unpublished:
        assert found.low is None or not published or found.low <= min(published)
        assert found.high is None or not published or found.high >= max(published)
    else:
        assert (found.low, found.high) == (min(published), max(published))


def best_reading(item: PointItem, *, most: bool) -> Scalar:
    published = [value for value in item_edges(item) if worth(item, value) is not None]
    return (max if most else min)(published, key=lambda value: worth(item, value))


def total_of(table: PointsTable, readings: dict[str, Reading]) -> Decimal:
    """The total of a table whose facts are all known and whose numbers are published, group by group."""
    alone = [item for item in table.points.items if item.group is None]
    total = sum((worth(item, readings[item.fact]) for item in alone), Decimal(0))
    for group in dict.fromkeys(item.group for item in table.points.items if item.group is not None):
        members = [item for item in table.points.items if item.group == group]
        points = [worth(item, readings[item.fact]) for item in members]
        if not members[0].adds_up:
            total += max(points)
        else:
            caps = [item.most for item in members]
            total += sum(points) if None in caps else min(sum(points), max(caps))
    return total


def walks(table: PointsTable) -> Iterator[dict[str, Reading]]:
    """From nothing at all to the best of everything, one fact and one edge at a time."""
    readings: dict[str, Reading] = {item.fact: best_reading(item, most=False) for item in table.points.items}
    yield dict(readings)
    for item in table.points.items:
        rising = sorted((v for v in item_edges(item) if worth(item, v) is not None), key=lambda v: worth(item, v))
        for value in rising:
            readings[item.fact] = value
            if all(worth(one, readings[one.fact]) is not None for one in table.points.items if one.fact == item.fact):
                yield dict(readings)
        readings[item.fact] = best_reading(item, most=True)


@pytest.mark.parametrize("table", **named(TABLES))
def test_a_table_adds_up_with_its_groups_and_caps_on_the_way_to_its_line(table: PointsTable) -> None:
    for readings in walks(table):
        if any(worth(item, readings[item.fact]) is None for item in table.points.items):
            continue
        expected, found = total_of(table, readings), table.count(readings)
        assert (found.total, found.least, found.total_max) == (expected, expected, expected)
        assert sum((line.adds for line in found.items), Decimal(0)) == expected
        for line in found.items:
            if line.why_not is WhyNot.BETTER_IN_GROUP:
                assert line.adds == 0 and not line.counted
            elif line.why_not is not WhyNot.CAPPED:
                assert line.adds == line.points
        assert found.complete is table.points.items_complete
        assert table.verdict(readings) is found.verdict
        below = NOT_MET if table.points.items_complete else NOT_COVERED
        for line_at, answer in ((expected, MET), (expected - Decimal("0.01"), MET), (expected + Decimal("0.01"), below)):
            moved = replace(table, line=line_at, points=replace(table.points, apply_threshold=None))
            assert moved.verdict(readings) is answer
        if table.line is not None and table.points.apply_threshold in (None, table.line):
            assert found.verdict is (MET if expected >= table.line else below)
        if table.points.apply_threshold is not None:
            assert found.may_apply is (MET if expected >= table.points.apply_threshold else below)
