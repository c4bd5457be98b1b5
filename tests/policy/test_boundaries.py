"""At, below and above every number of every pack. The cases are made when the test runs and are stored nowhere."""

from datetime import date
from decimal import Decimal

import pytest

from caseapp.policy.catalogue import FactKind, catalogue
from caseapp.policy.compile import compile_criterion
from caseapp.policy.known import Span
from caseapp.policy.model import Criterion, Flat, Op, PerUnit, PointItem, ValueMap, criteria
from caseapp.policy.packs import load, places
from caseapp.policy.verdict import Verdict
from caseapp.policy.worth import compile_item

PROGRAMMES = [programme for place in places() for programme in load(place).programmes]
CRITERIA = [(programme.id, one) for programme in PROGRAMMES for one in criteria(programme.eligibility)]
ITEMS = [(programme.id, one) for programme in PROGRAMMES if programme.points for one in programme.points.items]
DAY = date(2020, 1, 1)


def answer(criterion: Criterion, value: object) -> Verdict:
    kind = catalogue()[criterion.fact]
    return compile_criterion(criterion, kind)({} if value is None else {criterion.fact: value})  # type: ignore[dict-item]


def step(kind: FactKind) -> Decimal:
    return Decimal(1) if kind.type.value == "whole" else Decimal("0.01")


@pytest.mark.parametrize("criterion", [one for _, one in CRITERIA], ids=[f"{name}:{one.id}" for name, one in CRITERIA])
def test_a_criterion_turns_exactly_at_its_number(criterion: Criterion) -> None:
    kind, required = catalogue()[criterion.fact], criterion.value
    if criterion.number_unknown:
        assert answer(criterion, None) is Verdict.NOT_COVERED
        assert answer(criterion, kind.most or Decimal(10**9)) is Verdict.NOT_COVERED
        return
    assert answer(criterion, None) is Verdict.NOT_ASKED
    if criterion.op in (Op.IS_TRUE, Op.IS_FALSE):
        asked = criterion.op is Op.IS_TRUE
        assert (answer(criterion, asked), answer(criterion, not asked)) == (Verdict.MET, Verdict.NOT_MET)
    elif kind.numeric and criterion.op in (Op.AT_LEAST, Op.AT_MOST):
        at, up = Decimal(required), step(kind)  # type: ignore[arg-type]
        below, above = answer(criterion, at - up), answer(criterion, at + up)
        assert answer(criterion, at) is Verdict.MET
        good, bad = (above, below) if criterion.op is Op.AT_LEAST else (below, above)
        assert (good, bad) == (Verdict.MET, Verdict.NOT_MET)
        assert answer(criterion, Span(at - up, at + up)) is Verdict.NOT_ASKED
    else:
        _each_value(criterion, kind)


def _each_value(criterion: Criterion, kind: FactKind) -> None:
    required = criterion.value
    for one in kind.values:
        if criterion.op is Op.AT_LEAST:
            meets = one.rank >= (kind.rank(required) or 0)  # type: ignore[arg-type]
        elif criterion.op is Op.AT_MOST:
            meets = one.rank <= (kind.rank(required) or 0)  # type: ignore[arg-type]
        else:
            meets = one.value in required if isinstance(required, tuple) else one.value == required
        assert answer(criterion, one.value) is (Verdict.MET if meets else Verdict.NOT_MET), one.value


def points(item: PointItem, value: object) -> Decimal | None:
    return compile_item(item, catalogue()[item.fact])(value).exact  # type: ignore[arg-type]


@pytest.mark.parametrize("item", [one for _, one in ITEMS], ids=[f"{name}:{one.id}" for name, one in ITEMS])
def test_an_item_gives_its_points_at_every_edge(item: PointItem) -> None:
    rule, kind = item.rule, catalogue()[item.fact]
    cap = item.most if item.most is not None and not item.adds_up else None
    if isinstance(rule, Flat):
        yes, no = (True, False) if not kind.numeric else (Decimal(1), Decimal(0))
        assert points(item, no) == 0
        assert points(item, yes) == rule.points
    elif isinstance(rule, PerUnit) and rule.points is not None:
        for units in (0, 1, 2, 7):
            whole = rule.points * units
            for limit in (rule.cap, cap):
                whole = whole if limit is None else min(whole, limit)
            assert points(item, rule.size * units) == whole
            assert points(item, rule.size * (units + 1) - step(kind)) == whole
    elif isinstance(rule, ValueMap):
        for value, worth in rule.exact:
            assert points(item, value) == (worth if cap is None or worth is None else min(worth, cap))
        for one in kind.values:
            if one.value not in dict(rule.exact):
                assert points(item, one.value) == 0
        for span, worth in rule.ranges:
            for edge in (span.low, span.high):
                if edge is not None:
                    assert points(item, edge) == (worth if cap is None or worth is None else min(worth, cap)), edge
    asked_nothing = compile_item(item, kind)(None)
    assert asked_nothing.exact is None, "a fact not asked is never counted as 0"
