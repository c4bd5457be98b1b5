"""Plans of every bundled rule held against the rule itself: what is promised comes true, what is ruled out never does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random

import pytest
from hypothesis import given as for_all

from caseapp.domain.days import add_months
from caseapp.policy.catalogue import Change, Close, FactKind, catalogue
from caseapp.policy.check import check_programme
from caseapp.policy.compile import Compiled, compile_programme, compiled
from caseapp.policy.known import KnownFact, KnownFacts
from caseapp.policy.model import Criterion, Op, Scalar, Status, criteria
from caseapp.policy.packs import load, places
from caseapp.policy.planning.flip_sets import flips_of
from caseapp.policy.planning.forward import Forward
from caseapp.policy.planning.gaps import AMOUNTS
from caseapp.policy.planning.plan import ProgrammePlan, plan
from caseapp.policy.span import Reading
from caseapp.policy.verdict import Verdict
from tests.policy.linjiang import pack_of
from tests.policy.test_plan_optimum import ON, System, systems

KINDS = catalogue()
MET = Verdict.MET
HOUSEHOLDS = 3
"""Invented households for each rule."""


@dataclass(frozen=True)
class Case:
    """A rule on a day it was in force, a household, and the plan made for it."""

    rule: Compiled
    facts: KnownFacts
    on: date
    found: ProgrammePlan

    @property
    def forward(self) -> Forward:
        return Forward(KINDS, self.facts, self.on)


@cache
def cases(place: str) -> tuple[Case, ...]:
    """Households that meet about half of what each rule of a place asks, the same on every run."""
    return tuple(_cases(Random(place), place))


def _cases(random: Random, place: str) -> Iterator[Case]:
    pack = load(place)
    for programme in pack.programmes:
        if programme.status is not Status.OK or programme.effective_from is None:
            continue
        rule = compiled(pack)[programme.id]
        for _ in range(HOUSEHOLDS):
            on = programme.effective_from + timedelta(random.randrange(2000))
            if programme.effective_to is not None and on > programme.effective_to:
                on = programme.effective_to
            asked = {one.fact: one for one in criteria(programme.eligibility)}
            known = KnownFacts(
                {
                    key: KnownFact(value, on)
                    for key in sorted(rule.facts)
                    if random.random() < 0.95 and (value := _value(random, key, asked.get(key))) is not None
                }
            )
            if not known.contradictions(on):
                found = plan(pack, known, on, service=programme.service).of(programme.id)
                assert found is not None
                yield Case(rule, known, on, found)


def _value(random: Random, key: str, criterion: Criterion | None) -> Scalar | None:
    wanted = granting(criterion) if criterion is not None else None
    return wanted if wanted is not None and random.random() < 0.6 else any_value(random, KINDS[key])


def any_value(random: Random, kind: FactKind) -> Scalar:
    if kind.values:
        return random.choice(kind.values).value
    if kind.digits:
        return random.choice(("110101", "440106", "310101"))
    if not kind.numeric:
        return random.random() < 0.5
    most = {"months": 130, "years": 60}.get(kind.unit or "", 3 if kind.unit == "times" else 10**5)
    return random.randint(int(kind.least or 0), int(min(kind.most or most, Decimal(most))))


def granting(criterion: Criterion) -> Scalar | None:
    """A value that meets a criterion."""
    if criterion.op in (Op.IS_TRUE, Op.IS_FALSE):
        return criterion.op is Op.IS_TRUE
    return criterion.value[0] if isinstance(criterion.value, tuple) else criterion.value


@pytest.mark.parametrize("place", places())
def test_what_a_plan_promises_comes_true_on_its_day_and_not_before(place: str) -> None:
    """Once every paper is there and nothing is broken off. Points have their own test."""
    random = Random(place)
    for case in cases(place):
        earliest, papers = case.found.earliest, _papers(case)
        if earliest is None or papers is None or case.rule.points is not None:
            continue
        readings = case.forward.readings
        assert case.rule.answer({**readings(earliest), **papers}) is MET, case.rule.programme.id
        for _ in range(4):
            earlier = case.on + timedelta(random.randrange(max((earliest - case.on).days, 1)))
            if earlier < earliest:
                assert case.rule.answer({**readings(earlier), **papers}) is not MET, case.rule.programme.id


def _papers(case: Case) -> dict[str, Scalar] | None:
    """Each paper a gap asks for, in hand; None where one fact has two of them: each is a way of its own."""
    found: dict[str, Scalar] = {}
    for gap in case.found.gaps:
        if gap.kind is Close.PAPER:
            value = granting(gap.finding.criterion)
            if value is None or gap.finding.criterion.fact in found:
                return None
            found[gap.finding.criterion.fact] = value
    return found


@pytest.mark.parametrize("place", places())
def test_what_a_plan_rules_out_no_change_ever_brings(place: str) -> None:
    """Whatever is asked, got or done, and however long one waits: ten years for points, thirty for the rest."""
    random = Random(place)
    for case in cases(place):
        if case.found.reachable is not False:
            continue
        for _ in range(30):
            day = add_months(case.on, random.randrange(120 if case.rule.points else 360))
            assert case.rule.answer(_changed(random, case, day)) is not MET, case.rule.programme.id


def _changed(random: Random, case: Case, day: date) -> dict[str, Reading]:
    """The facts of a later day, with everything otherwise that could be."""
    asked = {leaf.fact: leaf.criterion for leaf in case.rule.leaves}
    readings: dict[str, Reading] = {}
    for key in sorted(case.rule.facts):
        kind, reading = KINDS[key], case.forward.reading(key, day)
        movable = kind.change is Change.WINDOW or kind.unit in AMOUNTS or not kind.numeric
        movable = (movable and kind.close is not Close.CANNOT_CHANGE) or kind.undo is not Close.CANNOT_CHANGE
        if reading is None or (movable and not _stuck(kind, reading)):
            value = _value(random, key, asked.get(key))
            behind = kind.close is Close.TIME and reading is not None and _rank(kind, value) < _rank(kind, reading)
            if behind and reading is not None:  # what comes with time does not go back
                readings[key] = reading
            elif value is not None:
                readings[key] = value
        else:
            readings[key] = reading
    return readings


def _rank(kind: FactKind, value: object) -> int:
    return (kind.rank(value) or 0) if isinstance(value, str) else int(value is True)


def _stuck(kind: FactKind, reading: Reading) -> bool:
    """Whether a yes that stands in the way cannot be undone."""
    return reading is True and kind.undo is Close.CANNOT_CHANGE


@pytest.mark.parametrize("place", places())
def test_a_plan_hangs_together(place: str) -> None:
    for case in cases(place):
        found, on, name = case.found, case.on, case.rule.programme.id
        if found.check.verdict is MET:
            assert (found.reachable, found.earliest, found.gaps, found.to_ask) == (True, on, (), ()), name
        assert found.earliest is None or (found.earliest >= on and found.reachable is not False), name
        assert found.could_have_passed is None or found.could_have_passed < on, name
        assert not found.to_ask or found.check.verdict is Verdict.NOT_ASKED, name
        for gap in found.gaps:
            assert gap.finding.verdict in (Verdict.NOT_MET, Verdict.NOT_COVERED), name
            assert gap.kind is Close.OFFICE_ONLY or gap.finding.verdict is Verdict.NOT_MET, name
            assert gap.earliest is None or (gap.kind is Close.TIME and gap.earliest > on), name
        points = case.rule.programme.points
        if points is not None and not points.items_complete and found.reachable is False:
            assert case.rule.eligible(case.facts.on(on)) is Verdict.NOT_MET, f"{name}: never, for want of points"


@for_all(systems())
def test_the_facts_that_flip_a_points_answer_are_those_that_trying_finds(system: System) -> None:
    """On small tables: no set named holds another, and a single fact is named exactly if a value of it flips the answer."""
    programme = replace(pack_of().programmes[0], points=system.table.points, quota=None)
    rule, pack = compile_programme(programme, KINDS), replace(pack_of(), programmes=(programme,))
    facts = {**system.known, "owns_home": True, "social_insurance_months": 60}
    known = KnownFacts({key: KnownFact(value, ON) for key, value in facts.items()})
    checked, readings = check_programme(pack, programme.id, known, ON), known.on(ON)
    met = checked.verdict is MET
    found = flips_of(rule, checked, readings)
    assert not any(one < other for one in found for other in found)
    for fact in rule.facts - {"owns_home", "lease_registered"}:
        flips = any((rule.answer({**readings, fact: value}) is MET) is not met for value in _every(KINDS[fact]))
        assert (frozenset({fact}) in found) is flips, fact


def _every(kind: FactKind) -> list[Scalar]:
    if not kind.numeric:
        return [one.value for one in kind.values] or [True, False]
    return list(range(0, 1300, 50)) if kind.unit == "yuan" else list(range(int(kind.most or 1200) + 1))
