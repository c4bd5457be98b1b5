# ruff: noqa: E501  (one row of a table, one line)
"""Plan: minimal days, honest nevers, and the fewest facts that flip an answer."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from caseapp.domain.days import months_between, years_between
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.check import check
from caseapp.policy.closing import closings
from caseapp.policy.compile import compiled
from caseapp.policy.flips import flips
from caseapp.policy.forward import Forward
from caseapp.policy.known import KnownFact, KnownFacts, given
from caseapp.policy.model import AllOf, Criterion, Op, Pack, Status, criteria
from caseapp.policy.packs import load, places
from caseapp.policy.plan import ProgrammePlan, plan
from caseapp.policy.verdict import Verdict
from caseapp.policy.ways import LineKind, LinePlan
from tests.policy.linjiang import with_eligibility
from tests.policy.test_check import VOCATIONAL
from tests.policy.test_points import FINE, INSURED, SKILL, STUDY, table

DAY = date(2013, 3, 1)
MET, NOT_MET = Verdict.MET, Verdict.NOT_MET


def planned(pack: Pack, facts: dict[str, object], on: date = date(2025, 9, 1)) -> ProgrammePlan:
    found = plan(pack, given(facts, on), on).of("linjiang-school-2024")
    assert found is not None
    return found


def criterion(fact: str, op: str, value: str, unit: str, name: str = "a") -> str:
    return f"{{id: {name}, fact: {fact}, op: '{op}', value: {value}, unit: {unit}, text_zh: 条件, text_en: Criterion}}"


def test_the_vocational_exam_could_be_sat_from_2015_and_the_job_is_long_enough_from_september_2013() -> None:
    found = plan(load("beijing"), given(VOCATIONAL, DAY), DAY).of("beijing-secondary-vocational-2013")
    assert found is not None
    gaps = {gap.finding.criterion.fact: gap for gap in found.gaps}
    assert (gaps["social_insurance_continuous_months"].kind, gaps["social_insurance_continuous_months"].earliest) == (
        Close.TIME,
        date(2015, 1, 1),
    )
    assert (gaps["employment_continuous_months"].kind, gaps["employment_continuous_months"].earliest) == (
        Close.TIME,
        date(2013, 9, 1),
    )
    assert gaps["residence_permit_held"].kind is Close.PAPER
    assert (found.reachable, found.earliest) == (True, date(2015, 1, 1))


@pytest.mark.parametrize(
    ("rule", "facts", "kind"),
    [
        (criterion("owns_home", "true", "null", "null"), {"owns_home": False}, Close.ACTION),
        (criterion("owns_home", "false", "null", "null"), {"owns_home": True}, Close.CANNOT_CHANGE),
        (criterion("residence_permit_held", "true", "null", "null"), {"residence_permit_held": False}, Close.PAPER),
        (criterion("age", "<=", "44", "years"), {"age": 45}, Close.CANNOT_CHANGE),
        (criterion("age", ">=", "18", "years"), {"age": 17}, Close.TIME),
        (criterion("social_insurance_continuous_months", ">=", "null", "months"), {}, Close.OFFICE_ONLY),
        (criterion("criminal_record", "false", "null", "null"), {"criminal_record": True}, Close.CANNOT_CHANGE),
    ],
)
def test_a_gap_is_named_by_how_it_could_be_closed(rule: str, facts: dict[str, object], kind: Close) -> None:
    found = planned(with_eligibility(f"{{all: [{rule}]}}"), facts)
    assert [gap.kind for gap in found.gaps] == [kind]
    expected = {Close.CANNOT_CHANGE: False, Close.OFFICE_ONLY: None}.get(kind, True)
    assert found.reachable is expected


def test_years_in_junior_school_cannot_be_made_up_after_it() -> None:
    pack = with_eligibility(f"{{all: [{criterion('child_local_junior_years', '>=', '3', 'years')}]}}")
    assert planned(pack, {"child_local_junior_years": 2}).reachable is True
    assert planned(pack, {"child_local_junior_years": 2, "child_school_stage": "junior_secondary"}).reachable is True
    found = planned(pack, {"child_local_junior_years": 2, "child_school_stage": "senior_secondary"})
    assert found.reachable is False and found.gaps[0].kind is Close.CANNOT_CHANGE


def test_growing_older_can_close_the_door_before_the_years_are_full() -> None:
    both = f"{{all: [{criterion('age', '<=', '44', 'years')}, {criterion('social_insurance_continuous_months', '>=', '84', 'months', 'b')}]}}"
    pack = with_eligibility(both)
    assert planned(pack, {"age": 37, "social_insurance_continuous_months": 0}).reachable is True
    assert planned(pack, {"age": 40, "social_insurance_continuous_months": 12}).reachable is False
    border = planned(pack, {"age": 38, "social_insurance_continuous_months": 0})
    assert border.reachable is None, "a birthday nobody knows decides it"


def test_what_is_not_asked_is_neither_reachable_nor_out_of_reach() -> None:
    pack = with_eligibility(f"{{all: [{criterion('age', '<=', '44', 'years')}]}}")
    assert planned(pack, {}).reachable is None


def test_one_way_of_several_is_enough() -> None:
    either = f"{{any: [{criterion('criminal_record', 'false', 'null', 'null')}, {criterion('social_insurance_months', '>=', '6', 'months', 'b')}]}}"
    found = planned(with_eligibility(either), {"criminal_record": True, "social_insurance_months": 4})
    assert (found.reachable, found.earliest) == (True, date(2025, 11, 1))


def test_a_waivable_criterion_never_makes_a_never() -> None:
    rule = criterion("criminal_record", "false", "null", "null").replace("}", ", waivable: true}")
    assert planned(with_eligibility(f"{{all: [{rule}]}}"), {"criminal_record": True}).reachable is None


def test_a_rule_that_ends_before_the_day_promises_nothing() -> None:
    day = date(2025, 9, 1)
    found = plan(
        load("shanghai"),
        given(
            {
                "residence_permit_months": 12,
                "social_insurance_months": 84,
                "tax_paid_yuan_per_year": 1,
                "professional_title": "senior",
                "criminal_record": False,
            },
            day,
        ),
        day,
    )
    settle = found.of("shanghai-settlement-7-years")
    assert settle is not None and settle.ends_first and settle.reachable is None and settle.earliest is None


TIMED = [
    (place, programme.id, one)
    for place in places()
    for programme in load(place).programmes
    if programme.status is Status.OK
    for one in criteria(programme.eligibility)
    if one.op is Op.AT_LEAST and not one.number_unknown and catalogue()[one.fact].close is Close.TIME
]


@for_all(st.sampled_from(TIMED), st.data())
def test_the_earliest_day_of_a_time_gap_is_minimal(case: tuple[str, str, Criterion], data: st.DataObject) -> None:
    """On that day the criterion is met, on the day before it is not, if nothing is broken off.

    Asked of a programme that asks this one thing: among alternatives a plan names only the way it proposes.
    """
    place, programme, one = case
    rule = load(place).programme(programme)
    assert rule is not None
    alone = replace(load(place), programmes=(replace(rule, eligibility=AllOf((one,)), points=None),))
    last = rule.effective_to or date(2026, 12, 31)
    on = data.draw(st.dates(rule.effective_from or last - timedelta(365), last))
    short = data.draw(st.integers(0, max(0, int(Decimal(one.value)) - 1)))  # type: ignore[arg-type]
    facts = KnownFacts({one.fact: KnownFact(short, on)})
    found = plan(alone, facts, on).of(programme)
    assert found is not None
    (gap,) = found.gaps
    if short == 0 and (begun := closings().of(one.fact).from_nothing) is not None:  # waiting alone begins nothing
        assert (gap.kind, gap.earliest) == (begun, None)
        return
    assert gap.earliest is not None

    judge = compiled(alone)[programme].leaves[0].judge

    def answer(day: date) -> Verdict:
        return judge(Forward(catalogue(), facts, on).readings(day))

    assert answer(gap.earliest) is MET
    before = gap.earliest - timedelta(1)
    assert before < on or answer(before) is not MET


@for_all(st.dates(date(2024, 6, 1), date(2030, 12, 31)), st.integers(0, 83))
def test_a_run_with_a_known_first_day_is_full_on_the_very_day(on: date, months: int) -> None:
    from caseapp.domain.days import add_months

    pack = with_eligibility(f"{{all: [{criterion('social_insurance_continuous_months', '>=', '84', 'months')}]}}")
    since = add_months(on, -months) - timedelta(3)
    facts = KnownFacts({"social_insurance_continuous_months": KnownFact(months, on, "spell", since)})
    found = plan(pack, facts, on).of("linjiang-school-2024")
    assert found is not None and found.earliest == max(on, add_months(since, 84))


# flips -----------------------------------------------------------------------------------------------------------

FACTS = ("owns_home", "lease_registered", "labour_contract_held", "business_licence_held")


def leaf(number: int) -> str:
    return f"{{id: c{number}, fact: {FACTS[number]}, op: 'true', text_zh: 条件, text_en: Criterion}}"


@st.composite
def trees(draw: st.DrawFn) -> str:
    """Groups within groups over different criteria."""
    parts = [leaf(number) for number in draw(st.permutations(range(4)))[: draw(st.integers(1, 4))]]
    while len(parts) > 1:
        many = draw(st.integers(2, len(parts)))
        word = draw(st.sampled_from(("all", "any")))
        parts = [f"{{{word}: [{', '.join(parts[:many])}]}}", *parts[many:]]
    return parts[0]


@for_all(trees(), st.tuples(*[st.booleans()] * 4))
def test_the_smallest_sets_are_those_that_trying_finds(tree: str, values: tuple[bool, ...]) -> None:
    pack = with_eligibility(f"{{all: [{tree}]}}")
    day = date(2025, 9, 1)
    facts = dict(zip(FACTS, values, strict=True))
    programme = pack.programmes[0]

    def answer(answers: dict[str, bool]) -> Verdict:
        return check(pack, given(answers, day), day).programmes[0].verdict

    now = answer(facts)
    verdicts = {one.criterion.id: one.verdict for one in check(pack, given(facts, day), day).programmes[0].findings}
    used = sorted({one.fact for one in criteria(programme.eligibility)})
    tried: list[frozenset[str]] = []
    for size in range(1, len(used) + 1):
        for chosen in combinations(used, size):
            if answer({**facts, **{key: not facts[key] for key in chosen}}) is not now and not any(
                one <= set(chosen) for one in tried
            ):
                tried.append(frozenset(chosen))
    assert set(flips(programme.eligibility, verdicts, now)) == set(tried)


def test_a_number_nobody_published_flips_nothing() -> None:
    day = date(2012, 6, 1)
    found = plan(load("beijing"), given({"owns_home": True}, day), day).of("beijing-public-rental-2011")
    assert found is not None and found.flips == ()


def decides(found: ProgrammePlan) -> LinePlan:
    """The plan for the line that decides."""
    assert found.points is not None and found.points.deciding is not None
    return found.points.deciding


# points ----------------------------------------------------------------------------------------------------------


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


# could have passed, and what to ask next ---------------------------------------------------------------------------


def test_the_first_day_on_which_it_was_met() -> None:
    pack = with_eligibility(f"{{all: [{criterion('social_insurance_continuous_months', '>=', '6', 'months')}]}}")
    on = date(2025, 9, 1)
    assert planned(pack, {"social_insurance_continuous_months": 9}, on).could_have_passed == date(2025, 6, 1)
    assert planned(pack, {"social_insurance_continuous_months": 6}, on).could_have_passed is None
    assert planned(pack, {"social_insurance_continuous_months": 5}, on).could_have_passed is None


def test_it_could_not_have_passed_before_the_rule_began() -> None:
    pack = with_eligibility(f"{{all: [{criterion('social_insurance_continuous_months', '>=', '6', 'months')}]}}")
    assert planned(pack, {"social_insurance_continuous_months": 99}, date(2024, 9, 10)).could_have_passed == date(
        2024, 6, 1
    )


def test_who_grew_too_old_could_have_passed_up_to_the_birthday() -> None:
    both = f"{{all: [{criterion('age', '<=', '44', 'years')}, {criterion('social_insurance_continuous_months', '>=', '6', 'months', 'b')}]}}"
    on = date(2025, 9, 1)
    born, insured = date(1980, 3, 10), date(2024, 1, 1)

    def known_on(day: date) -> KnownFacts:
        age, months = years_between(born, day), months_between(insured, day)
        return KnownFacts({"age": KnownFact(age, day), "social_insurance_continuous_months": KnownFact(months, day)})

    found = plan(with_eligibility(both), known_on(on), on, known_on=known_on).of("linjiang-school-2024")
    assert found is not None and found.passed is not None and found.reachable is False
    assert (found.passed.first, found.passed.last) == (date(2024, 7, 1), date(2025, 3, 9))
    assert found.passed.lost(on) == 251


def test_nothing_is_said_of_days_for_which_a_paper_is_not_known() -> None:
    pack = with_eligibility("{all: [{id: a, fact: residence_permit_held, op: 'true', text_zh: 有证, text_en: Permit}]}")
    assert planned(pack, {"residence_permit_held": True}).could_have_passed is None


def test_the_next_question_decides_most_open_criteria_and_is_never_a_forbidden_one() -> None:
    day = date(2024, 6, 1)
    found = plan(load("shanghai"), given({}, day), day)
    assert found.next_question is not None
    open_facts = [
        one.criterion.fact
        for checked in found.checked.programmes
        if checked.verdict is Verdict.NOT_ASKED
        for one in checked.findings
        if one.verdict is Verdict.NOT_ASKED
    ]
    assert found.next_question.decides == max(open_facts.count(key) for key in open_facts if not catalogue()[key].sensitive)
    assert open_facts.count(found.next_question.fact) == found.next_question.decides


def test_a_sensitive_question_waits_until_nothing_else_is_open() -> None:
    twice = [criterion("criminal_record", "false", "null", "null", name) for name in ("a", "c")]
    rule = f"{{all: [{twice[0]}, {twice[1]}, {criterion('age', '>=', '18', 'years', 'b')}]}}"
    pack = with_eligibility(rule)
    on = date(2025, 9, 1)
    first = plan(pack, given({}, on), on).next_question
    second = plan(pack, given({"age": 30}, on), on).next_question
    assert first is not None and first.fact == "age"
    assert second is not None and second.fact == "criminal_record"
    assert plan(pack, given({"age": 30, "criminal_record": False}, on), on).next_question is None
