"""The ways to a points line against exhaustive search on small invented tables: soonest, cheapest, or none at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import product

from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from caseapp.domain.days import add_months
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.known import KnownFact, KnownFacts
from caseapp.policy.model import Flat, PerUnit, PointItem, Points, Quota, Range, Rule, Scalar, ValueMap, Words
from caseapp.policy.planning.board import Together, board_of
from caseapp.policy.planning.closing import closings
from caseapp.policy.planning.forward import Forward
from caseapp.policy.planning.points_plan import points_plan
from caseapp.policy.planning.raises import FREE, Cost
from caseapp.policy.planning.ways import LineKind, LinePlan, PointsPlan
from caseapp.policy.points import PointsTable, compile_points
from caseapp.policy.span import Reading, Span
from tests.policy.linjiang import pack_of

ON = date(2025, 3, 17)
HORIZON = 14
KINDS = catalogue()
PROGRAMME = pack_of().programmes[0]
GROWING = {
    "social_insurance_months": st.integers(0, 40),
    "residence_permit_months": st.integers(0, 24),
    "age": st.integers(18, 45),
}
RAISED: dict[str, tuple[Scalar, ...]] = {
    "residence_registered": (False, True),
    "lease_registered": (False, True),
    "owns_home": (False, True),
    "dishonesty_listed": (True, False),
    "skill_level": tuple(one.value for one in KINDS["skill_level"].values),
    "blood_donations": tuple(range(4)),
    "charity_donation_yuan": tuple(range(0, 400, 100)),
}
"""What could be changed, and all its values: papers, actions, one with a least time, one that is money. No table gives
more for a larger number than stands here."""
FIXED = {"criminal_record": st.booleans(), "administrative_detention_count": st.integers(0, 3)}
VALUES: Mapping[str, st.SearchStrategy[Scalar]] = {
    **GROWING,
    **FIXED,
    **{fact: st.sampled_from(values) for fact, values in RAISED.items()},
}
NUMBERS = st.sampled_from([5, 10, 15, 20, 30]).map(Decimal)
MAYBE = st.one_of(NUMBERS, NUMBERS, NUMBERS, st.none())


@dataclass(frozen=True)
class System:
    """A table, what is known of a client, and the plan that was made of it."""

    table: PointsTable
    known: Mapping[str, Scalar]
    plan: PointsPlan

    def of(self, kind: LineKind) -> LinePlan | None:
        return next((one for one in self.plan.lines if one.kind is kind), None)


@st.composite
def rules(draw: st.DrawFn, fact: str, *, negative: bool) -> Rule:
    kind, points = KINDS[fact], draw(MAYBE)
    if negative:
        points = None if points is None else -points
        return PerUnit(points, Decimal(1), None, "times") if kind.numeric else Flat(points)
    if kind.values:
        return ValueMap(tuple((one.value, draw(MAYBE)) for one in kind.values if draw(st.booleans())), ())
    if not kind.numeric:
        return Flat(points)
    unit = {"blood_donations": 1, "charity_donation_yuan": 100, "age": 1}.get(fact, 12)
    if fact == "age" or draw(st.booleans()):
        edge = Decimal(draw(st.integers(20, 44)) if fact == "age" else unit * draw(st.integers(1, 3)) - 1)
        return ValueMap((), ((Range(None, edge), points), (Range(edge + 1, None), draw(MAYBE))))
    cap = points * draw(st.integers(1, 3)) if points and fact in RAISED else draw(st.sampled_from([None, Decimal(20)]))
    return PerUnit(points, Decimal(unit), cap, "unit")


@st.composite
def items(draw: st.DrawFn, number: int, fact: str, group: str | None) -> PointItem:
    negative = fact in (*FIXED, "dishonesty_listed")
    return PointItem(
        id=f"item{number}",
        text=Words("项", "Item"),
        fact=fact,
        rule=draw(rules(fact, negative=negative)),
        group=None if negative else group,
        adds_up=group == "sum" and not negative,
        most=None if negative else draw(st.sampled_from([None, Decimal(12), Decimal(25)])),
        negative=negative,
    )


@st.composite
def systems(draw: st.DrawFn, *, whole: bool | None = None) -> System:
    lines = [Decimal(5 * draw(st.integers(1, 14))) for _ in range(2)]
    group = draw(st.sampled_from([None, "best", "sum"]))
    read = draw(st.lists(st.sampled_from([*GROWING, *RAISED, *FIXED]), min_size=1, max_size=4))
    points = Points(
        threshold=draw(st.sampled_from([max(lines), max(lines), None])),
        apply_threshold=draw(st.sampled_from([min(lines), None])),
        items_complete=draw(st.booleans()) if whole is None else whole,
        items=tuple(draw(items(number, fact, draw(st.sampled_from([None, group])))) for number, fact in enumerate(read)),
    )
    quota = Quota(100, by_rank=draw(st.booleans()))
    programme = replace(PROGRAMME, points=points, quota=quota)
    known: dict[str, Scalar] = {}
    for fact in dict.fromkeys(item.fact for item in points.items):
        if draw(st.integers(0, 5)):  # now and then nobody has asked
            known[fact] = draw(VALUES[fact])
    facts = KnownFacts({fact: KnownFact(value, ON) for fact, value in known.items()})
    table = compile_points(programme, KINDS)
    plan = points_plan(
        KINDS, closings(), programme, table, Forward(KINDS, facts, ON), ON, table.count(facts.on(ON)), horizon=HORIZON
    )
    return System(table, known, plan)


def later(fact: str, value: Scalar, months: int) -> Reading:
    """A count that many whole months later, counted by hand."""
    assert isinstance(value, int)
    if KINDS[fact].unit == "months":
        return Decimal(value + months)
    years, rest = divmod(months, 12)
    return Decimal(value + years) if rest == 0 else Span(Decimal(value + years), Decimal(value + years + 1))


def total(system: System, readings: Mapping[str, Reading]) -> Decimal | None:
    """What is surely counted, deductions nobody asked about left out."""
    dropped = {item.fact: 0 for item in system.table.points.items if item.negative and item.fact not in readings}
    none: dict[str, Reading] = {fact: 0 if KINDS[fact].numeric else False for fact in dropped}
    return system.table.count({**readings, **none}).least


def ways(system: System) -> Iterator[tuple[int, bool, Cost, Decimal]]:
    """Every month and every choice of values: whether its day is sure, what it costs and what it comes to."""
    movable = [fact for fact in system.known if fact in RAISED]
    for months in range(HORIZON + 1):
        grown = {fact: later(fact, value, months) for fact, value in system.known.items() if fact in GROWING}
        still = {fact: value for fact, value in system.known.items() if fact in FIXED}
        for values in product(*(RAISED[fact] for fact in movable)):
            chosen = dict(zip(movable, values, strict=True))
            spent = [spend(system, fact, value) for fact, value in chosen.items() if value != system.known[fact]]
            if None in spent:
                continue
            known = [one for one in spent if one is not None]
            if any(least is not None and least > months for least, _ in known):
                continue
            cost = FREE
            for _, one in known:
                cost = cost.plus(one)
            found = total(system, {**grown, **still, **chosen})
            if found is not None:
                yield months, all(least is not None for least, _ in known), cost, found


def spend(system: System, fact: str, value: Scalar) -> tuple[int | None, Cost] | None:
    """The least months and the cost of a change; None if nothing could bring it."""
    kind, now = KINDS[fact], system.known[fact]
    if kind.numeric:
        assert isinstance(value, int) and isinstance(now, int)
        close = kind.close if value > now else kind.undo
    elif kind.values:
        close = kind.close if (kind.rank(value) or 0) > (kind.rank(now) or 0) else kind.undo
    else:
        close = kind.close if value else kind.undo
    if close not in (Close.PAPER, Close.ACTION):
        return None
    raised = Decimal(0)
    for line in board_of(system.table.points).by_fact[fact]:
        raised += max(line.low(value, Together.BEST) or Decimal(0), Decimal(0))
    yuan = Decimal(int(value) - int(now)) if fact == "charity_donation_yuan" else Decimal(0)
    months = 0 if close is Close.PAPER else 6 * (int(value) - int(now) - 1) if fact == "blood_donations" else None
    return months, Cost(int(close is Close.ACTION), int(close is Close.PAPER), yuan, raised)


def begins(system: System, months: int) -> bool:
    """Whether points come from a permit that nobody holds yet: they count from the day it is issued, not from today."""
    fact = "residence_permit_months"
    if system.known.get(fact) != 0:
        return False
    now, then = (system.table.count({fact: Decimal(held)}).items for held in (0, months))
    return any((after.points or 0) > (before.points or 0) for before, after in zip(now, then, strict=True))


@settings(max_examples=150)
@for_all(systems())
def test_the_soonest_and_the_cheapest_way_are_those_that_trying_everything_finds(system: System) -> None:
    tried = list(ways(system))
    for line in system.plan.lines:
        if line.kind is LineKind.LAST_PLACE:
            continue
        reached = [(months, sure, cost) for months, sure, cost, found in tried if found >= line.line]
        dated = [(months, cost) for months, sure, cost in reached if sure]
        assert (line.cheapest is None) is (not reached)
        assert (line.earliest is None) is (not dated)
        if line.cheapest is not None:
            _, months, cost = min((cost.effort, months, cost) for months, _, cost in reached)
            assert (line.cheapest.cost, line.cheapest.from_day) == (cost, add_months(ON, months))
            assert line.cheapest.total >= line.line
        if line.earliest is not None:
            months, cost = min(dated)
            assert (line.earliest.day, line.earliest.cost) == (add_months(ON, months), cost)
            assert line.earliest.firm is (cost.actions == 0 and not begins(system, months))


@for_all(systems())
def test_a_line_is_planned_for_exactly_where_it_is_not_surely_reached(system: System) -> None:
    least = system.table.count(dict(system.known)).least
    points = system.table.points
    for kind, line in ((LineKind.GRANT, points.threshold), (LineKind.APPLY, points.apply_threshold)):
        doubled = kind is LineKind.APPLY and line == points.threshold
        wanted = line is not None and not doubled and (least is None or least < line)
        assert (system.of(kind) is not None) is wanted
    deciding = system.plan.deciding
    assert deciding is None or deciding.line == system.table.line


@for_all(systems(whole=True))
def test_never_is_said_exactly_where_no_change_at_all_reaches_the_line(system: System) -> None:
    """At best: every deduction has lapsed, what can change takes any value, what nobody asked may be anything."""
    free = [fact for fact in system.known if fact in RAISED]
    deducted = {item.fact for item in system.table.points.items if item.negative}
    best: Decimal | None = Decimal(-(10**6))
    for months in range(HORIZON + 1):
        for ahead in (0, 1) if months < HORIZON else (0,):  # the last day is the end
            grown = {fact: _upward(fact, value, months, ahead) for fact, value in system.known.items() if fact in GROWING}
            still = {fact: value for fact, value in system.known.items() if fact in FIXED and fact not in deducted}
            for chosen in product(*(RAISED[fact] for fact in free)):
                readings = {**grown, **still, **dict(zip(free, chosen, strict=True))}
                most = system.table.count({key: one for key, one in readings.items() if key not in deducted}).total_max
                best = None if best is None or most is None else max(best, most)
    read = [item.fact for item in system.table.points.items]
    for line in system.plan.lines:
        possible = best is None or best >= line.line
        assert not (possible and line.ceiling is not None), "a never that is not one"
        if len(read) == len(set(read)):
            assert (line.ceiling is None) is possible
        assert line.ceiling is None or (line.cheapest is None and line.earliest is None)


def _upward(fact: str, value: Scalar, months: int, ahead: int) -> Reading:
    """A count at the end of that many months, or somewhere in the month that follows."""
    reading = later(fact, value, months)
    if not ahead:
        return reading
    low = reading.low if isinstance(reading, Span) else Decimal(int(reading))
    return Span(low, low + 1)


@for_all(systems(whole=False))
def test_no_table_with_holes_says_never(system: System) -> None:
    assert all(line.ceiling is None for line in system.plan.lines)
