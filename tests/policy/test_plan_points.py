# ruff: noqa: E501  (one row of a table, one line)
"""Plan over points: the line reached by time, by what can be done, or not at all."""

from datetime import date

import pytest

from caseapp.policy.catalogue import Close
from caseapp.policy.known import given
from caseapp.policy.packs import load, places
from caseapp.policy.planning.plan import ProgrammePlan, plan
from caseapp.policy.planning.ways import LineKind, LinePlan
from tests.policy.linjiang import with_eligibility
from tests.policy.planning import criterion, planned
from tests.policy.test_points import FINE, INSURED, SKILL, STUDY, table


def decides(found: ProgrammePlan) -> LinePlan:
    """The plan for the line that decides."""
    assert found.points is not None and found.points.deciding is not None
    return found.points.deciding


def test_time_alone_reaches_the_line_on_the_day_the_year_is_full() -> None:
    found = planned(
        table(INSURED, FINE, threshold="12"),
        {"age": 30, "social_insurance_months": 30, "administrative_detention_count": 0},
    )
    way = decides(found).earliest
    cheapest = decides(found).cheapest
    assert way is not None and cheapest is not None and way.firm
    assert way.day == cheapest.day == date(2027, 3, 1)
    assert [(step.item.id, step.now, step.then) for step in way.steps] == [("insured", 6, 12)]
    assert (found.reachable, found.earliest) == (True, date(2027, 3, 1))


def test_the_fewest_items_that_reach_the_line() -> None:
    found = planned(
        table(SKILL, STUDY, INSURED, threshold="45"),
        {"age": 30, "skill_level": "none", "education_level": "senior_secondary", "social_insurance_months": 60},
    )
    assert [[(step.item.id, step.value) for step in way.steps] for way in decides(found).ways] == [
        [("study", "bachelor")],
        [("skill", "l2_technician")],
    ]
    assert decides(found).earliest is None, "nobody knows how long a degree takes"
    assert {frozenset(one) for one in found.flips} == {frozenset({"skill_level"}), frozenset({"education_level"})}


def test_never_is_said_only_of_a_whole_table_that_cannot_reach_the_line() -> None:
    facts = {"age": 30, "social_insurance_months": 0}
    whole = planned(table(INSURED, threshold="31"), facts)
    ceiling = decides(whole).ceiling
    assert ceiling is not None and ceiling.total == 30 and whole.reachable is False
    assert [(item.id, most) for item, most in ceiling.items] == [("insured", 30)]
    holes = planned(table(INSURED, threshold="31", complete=False), facts)
    assert decides(holes).ceiling is None and holes.reachable is None


@pytest.mark.parametrize("place", places())
def test_no_plan_says_never_for_want_of_points_from_a_table_with_holes(place: str) -> None:
    pack = load(place)
    for programme in pack.programmes:
        if programme.points and not programme.points.items_complete and programme.effective_from:
            on = programme.effective_from
            found = plan(pack, given({}, on), on).of(programme.id)
            assert found is not None and found.reachable is not False
            assert found.points is None or all(line.ceiling is None for line in found.points.lines)


def test_a_table_says_which_numbers_nobody_published() -> None:
    blood = "id: blood, fact: blood_donations, rule: {value_map: {'1..': null}}"
    found = planned(table(INSURED, blood, complete=False), {"age": 30, "social_insurance_months": 24, "blood_donations": 1})
    assert found.points is not None and [item.id for item in found.points.unpublished] == ["blood"]
    assert found.reachable is None


BLOOD = "id: blood, fact: blood_donations, rule: {per_unit: 5, unit: times, cap: 30}"
ADULT = {"age": 30, "administrative_detention_count": 0}


def test_of_a_group_two_raises_count_as_one() -> None:
    found = decides(
        planned(table(SKILL, STUDY, threshold="80"), {**ADULT, "skill_level": "none", "education_level": "none"})
    )
    assert found.cheapest is None and found.ceiling is not None and found.ceiling.total == 60
    assert [item.id for item, _ in found.ceiling.items] == ["study"]


def test_three_donations_take_a_year_at_the_soonest() -> None:
    """Blood Donation Law art. 9: six months between two donations; the first can be at once."""
    way = decides(planned(table(BLOOD, threshold="15"), {**ADULT, "blood_donations": 0})).earliest
    assert way is not None and (way.day, way.cost.actions, way.firm) == (date(2026, 9, 1), 1, False)
    at_once = decides(planned(table(BLOOD, threshold="5"), {**ADULT, "blood_donations": 0})).earliest
    assert at_once is not None and at_once.day == date(2025, 9, 1)


def test_of_two_ways_that_take_one_thing_to_do_the_sooner_is_proposed() -> None:
    facts = {**ADULT, "social_insurance_months": 0, "education_level": "none"}
    way = decides(planned(table(STUDY, INSURED, threshold="45"), facts)).cheapest
    assert way is not None and (way.from_day, [step.value for step in way.steps]) == (date(2025, 9, 1), ["master"])


def test_a_deduction_that_may_lapse_never_makes_a_never() -> None:
    facts = {**ADULT, "social_insurance_months": 0, "administrative_detention_count": 2}
    found = planned(table(INSURED, FINE, threshold="25"), facts)
    assert decides(found).ceiling is None and found.reachable is None


def test_a_deduction_nobody_asked_about_is_named_and_nothing_is_promised() -> None:
    found = planned(table(INSURED, FINE, threshold="12"), {"age": 30, "social_insurance_months": 30})
    assert found.points is not None and [item.id for item in found.points.assumed] == ["fine"]
    assert decides(found).earliest is not None and (found.reachable, found.earliest) == (None, None)


def test_both_lines_are_planned_and_the_last_place_that_was_given() -> None:
    facts = {**ADULT, "social_insurance_months": 0}
    found = planned(table(INSURED, threshold="30", apply="12"), facts)
    assert found.points is not None
    assert [(line.kind, line.earliest and line.earliest.day) for line in found.points.lines] == [
        (LineKind.GRANT, date(2035, 9, 1)),
        (LineKind.APPLY, date(2029, 9, 1)),
    ]
    figures = "    published_figures:\n      - {year: 2023, places: 10, applied: null, met: null, granted: null, cutoff: 21, source: invented}\n"
    by_rank = "    quota: {per_year: 10, basis: ranking}\n" + figures
    ranked = planned(table(INSURED, threshold="null", apply="3", quota=by_rank), {**facts, "social_insurance_months": 12})
    assert ranked.points is not None and ranked.points.deciding is None
    assert [(line.kind, line.line, line.year) for line in ranked.points.lines] == [(LineKind.LAST_PLACE, 21, 2023)]
    assert (ranked.reachable, ranked.earliest) == (True, date(2025, 9, 1)), "eligible, the place is decided by rank"


def test_no_plan_waits_for_what_does_not_begin_by_waiting() -> None:
    """A marriage is never proposed, and never ruled out; work of a special kind is something to do first."""
    married = criterion("spouse_local_marriage_years", ">=", "5", "years")
    found = planned(with_eligibility(f"{{all: [{married}]}}"), {"spouse_local_marriage_years": 0})
    assert (found.gaps[0].kind, found.gaps[0].earliest, found.reachable) == (Close.CANNOT_CHANGE, None, None)
    begun = planned(with_eligibility(f"{{all: [{married}]}}"), {"spouse_local_marriage_years": 1})
    assert (begun.gaps[0].kind, begun.earliest) == (Close.TIME, date(2029, 9, 1))
    years = "id: years, fact: spouse_local_marriage_years, rule: {per_unit: 4, unit: year, cap: 40}"
    by_points = planned(table(years, threshold="20"), {**ADULT, "spouse_local_marriage_years": 0})
    assert decides(by_points).earliest is None and decides(by_points).cheapest is None and by_points.reachable is None


def test_a_count_that_stands_still_is_promised_only_from_the_day_it_is_taken_up() -> None:
    pack = with_eligibility(f"{{all: [{criterion('social_insurance_months', '>=', '6', 'months')}]}}")
    stopped = planned(pack, {"social_insurance_months": 4, "social_insurance_current": False})
    assert stopped.gaps[0].idle and stopped.earliest == date(2025, 11, 1)
    assert not planned(pack, {"social_insurance_months": 4, "social_insurance_current": True}).gaps[0].idle
    facts = {**ADULT, "social_insurance_months": 30, "social_insurance_current": False}
    way = decides(planned(table(INSURED, threshold="12"), facts)).earliest
    assert way is not None and way.steps[0].idle and not way.firm


@pytest.mark.parametrize(("line", "needed"), [("15", True), ("16", False)])
def test_an_item_that_gives_exactly_what_is_missing_flips_the_answer(line: str, needed: bool) -> None:
    half = "id: half, fact: award_level, rule: {value_map: {city: 15}}"
    found = planned(table(half, threshold=line), {**ADULT, "award_level": "none"})
    assert (frozenset({"award_level"}) in found.flips) is needed
