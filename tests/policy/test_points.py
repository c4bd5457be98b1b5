# ruff: noqa: E501  (one row of a table, one line)
"""Points as an interval: what counts, what could still, and what nobody has published."""

from datetime import date
from decimal import Decimal

from hypothesis import assume
from hypothesis import given as for_all
from hypothesis import strategies as st

from caseapp.policy.catalogue import FactKind, catalogue
from caseapp.policy.check import Doubt, check_programme
from caseapp.policy.known import KnownFacts, given
from caseapp.policy.model import Pack, Scalar
from caseapp.policy.packs import load, places
from caseapp.policy.points import Count, CountedItem, WhyNot
from caseapp.policy.verdict import Verdict
from tests.policy.linjiang import with_eligibility

DAY = date(2025, 9, 1)
ELIGIBLE = "{all: [{id: adult, fact: age, op: '>=', value: 18, unit: years, text_zh: 成年, text_en: Of age}]}"


def table(*items: str, threshold: str = "60", complete: bool = True, quota: str = "", apply: str = "null") -> Pack:
    head = f"    points:\n      threshold: {threshold}\n      apply_threshold: {apply}\n      items_complete: {str(complete).lower()}\n      items:\n"
    rows = "".join(f"        - {{text_zh: 项, text_en: Item, {item}}}\n" for item in items)
    return with_eligibility(ELIGIBLE, head + rows + quota)


def count(pack: Pack, **facts: object) -> Count:
    found = check_programme(pack, "linjiang-school-2024", given(facts, DAY), DAY).points
    assert found is not None
    return found


def line(counted: Count, item: str) -> CountedItem:
    return next(one for one in counted.items if one.item.id == item)


INSURED = "id: insured, fact: social_insurance_months, rule: {per_unit: 3, unit: year, cap: 30}"
SKILL = "id: skill, fact: skill_level, rule: {value_map: {l3_senior: 20, l2_technician: 40}}, group: learning"
STUDY = "id: study, fact: education_level, rule: {value_map: {bachelor: 30, master: 60}}, group: learning"
FINE = "id: fine, fact: administrative_detention_count, rule: {per_unit: -10, unit: times}, negative: true"
BLOOD = "id: blood, fact: blood_donations, rule: {value_map: {'1..': null}}"


def test_of_a_group_only_the_best_item_counts() -> None:
    found = count(table(SKILL, STUDY), skill_level="l2_technician", education_level="bachelor")
    assert (found.total, found.complete, found.verdict) == (40, True, Verdict.NOT_MET)
    assert line(found, "study").why_not is WhyNot.BETTER_IN_GROUP and not line(found, "study").counted
    assert line(found, "skill").counted


def test_a_group_that_adds_up_stops_at_its_cap() -> None:
    pair = [one.replace("group: learning", "group: learning, group_rule: sum, max: 50") for one in (SKILL, STUDY)]
    found = count(table(*pair), skill_level="l2_technician", education_level="bachelor")
    assert (found.total, found.total_max) == (50, 50)


def test_a_fact_not_asked_widens_the_interval_and_is_no_zero() -> None:
    found = count(table(INSURED, STUDY), social_insurance_months=120)
    assert (found.total, found.total_max, found.complete) == (30, 90, False)
    assert found.verdict is Verdict.NOT_ASKED
    assert line(found, "study").points is None and line(found, "study").why_not is WhyNot.NOT_ASKED


def test_a_cap_is_named() -> None:
    found = count(
        table("id: insured, fact: social_insurance_months, rule: {per_unit: 3, unit: year}, max: 10"),
        social_insurance_months=60,
    )
    assert found.total == 10 and line(found, "insured").why_not is WhyNot.CAPPED


def test_the_cap_of_a_rule_is_named_and_what_it_cuts_off() -> None:
    found = line(count(table(INSURED), social_insurance_months=240), "insured")
    assert (found.points, found.adds, found.uncapped, found.why_not) == (30, 30, 60, WhyNot.CAPPED)
    just = line(count(table(INSURED), social_insurance_months=120), "insured")
    assert (just.points, just.uncapped, just.why_not) == (30, None, None)


def test_the_ledger_says_what_each_item_adds() -> None:
    pair = [one.replace("group: learning", "group: learning, group_rule: sum, max: 50") for one in (SKILL, STUDY)]
    summed = count(
        table(*pair, FINE), skill_level="l2_technician", education_level="bachelor", administrative_detention_count=1
    )
    assert [one.adds for one in summed.items] == [40, 10, -10] and summed.total == 40
    best = count(table(SKILL, STUDY), skill_level="l2_technician", education_level="bachelor")
    assert [one.adds for one in best.items] == [40, 0] and best.total == 40


def test_the_line_from_which_one_may_apply_is_judged_beside_the_line_that_gives_the_right() -> None:
    pack = table(STUDY, INSURED, threshold="80", apply="60")
    between = count(pack, education_level="master", social_insurance_months=24)
    assert (between.total, between.may_apply, between.verdict) == (66, Verdict.MET, Verdict.NOT_MET)
    below = count(pack, education_level="bachelor", social_insurance_months=24)
    assert (below.may_apply, below.verdict) == (Verdict.NOT_MET, Verdict.NOT_MET)
    assert count(table(STUDY), education_level="master").may_apply is None


def test_who_surely_may_not_apply_is_not_met_though_the_line_of_the_right_is_unpublished() -> None:
    pack = table(STUDY, threshold="null", apply="60")
    assert count(pack, education_level="bachelor").verdict is Verdict.NOT_MET
    assert count(pack, education_level="master").verdict is Verdict.NOT_COVERED


def test_not_met_needs_a_whole_table() -> None:
    assert count(table(INSURED), social_insurance_months=12).verdict is Verdict.NOT_MET
    assert count(table(INSURED, complete=False), social_insurance_months=12).verdict is Verdict.NOT_COVERED


def test_what_no_answer_can_reach_is_not_met_before_it_is_asked() -> None:
    assert count(table(INSURED)).verdict is Verdict.NOT_MET
    assert count(table(INSURED, complete=False)).verdict is Verdict.NOT_COVERED


def test_an_unpublished_number_is_never_counted_as_nothing() -> None:
    found = count(table(INSURED, BLOOD), social_insurance_months=120, blood_donations=2)
    assert (found.total, found.total_max, found.complete) == (30, None, False)
    assert found.verdict is Verdict.NOT_COVERED
    assert line(found, "blood").why_not is WhyNot.NUMBER_UNPUBLISHED
    assert count(table(INSURED, BLOOD), social_insurance_months=120, blood_donations=0).complete


def test_a_deduction_not_asked_keeps_the_line_open() -> None:
    pack = table(STUDY, FINE)
    found = count(pack, education_level="master")
    assert (found.total, found.verdict) == (60, Verdict.NOT_ASKED)
    assert count(pack, education_level="master", administrative_detention_count=0).verdict is Verdict.MET
    assert count(pack, education_level="master", administrative_detention_count=1).total == 50
    doubts = check_programme(pack, "linjiang-school-2024", given({"education_level": "master"}, DAY), DAY).doubts
    assert Doubt.DEDUCTION_NOT_ASKED in doubts


def test_by_rank_the_apply_line_makes_eligible() -> None:
    pack = table(STUDY, threshold="null", apply="60", quota="    quota: {per_year: 10, basis: ranking}\n")
    checked = check_programme(pack, "linjiang-school-2024", given({"education_level": "master", "age": 30}, DAY), DAY)
    assert checked.verdict is Verdict.MET and Doubt.PLACE_BY_RANK in checked.doubts


def test_without_any_line_a_table_that_is_no_ranking_decides_nothing() -> None:
    assert count(table(STUDY, threshold="null"), education_level="master").verdict is Verdict.NOT_COVERED


def test_shanghai_2013_comes_to_forty_five_of_one_hundred_and_twenty() -> None:
    facts = {
        "age": 38, "education_level": "junior_secondary", "social_insurance_months": 60, "social_insurance_current": True,
        "residence_permit_held": True, "residence_permit_months": 60, "criminal_record": False,
        "family_planning_compliant": True, "false_documents_record": False, "administrative_detention_count": 0,
        "business_tax_yuan_per_year": 0, "employees_hired": 0,
    }  # fmt: skip
    day = date(2013, 7, 1)
    checked = check_programme(load("shanghai"), "shanghai-residence-points-2013", given(facts, day), day)
    assert checked.points is not None and checked.points.total == 45
    assert checked.programme.points is not None and checked.programme.points.threshold == 120
    assert not checked.points.complete


TABLES = [(load(place), one) for place in places() for one in load(place).programmes if one.points and one.points.items]


def values(kind: FactKind) -> st.SearchStrategy[Scalar]:
    if kind.type.value == "yes_no":
        return st.booleans()
    if kind.values:
        return st.sampled_from([one.value for one in kind.values])
    return st.integers(int(kind.least or 0), int(min(kind.most or 10**6, Decimal(10**6))))


@st.composite
def answered(draw: st.DrawFn) -> tuple[Pack, str, dict[str, Scalar], str | None]:
    """A table, answers to some of its facts, and one fact more."""
    pack, programme = draw(st.sampled_from(TABLES))
    assert programme.points is not None
    keys = sorted({item.fact for item in programme.points.items})
    chosen = draw(st.lists(st.sampled_from(keys), unique=True))
    facts = {key: draw(values(catalogue()[key])) for key in keys}
    left = [key for key in keys if key not in chosen]
    more = draw(st.sampled_from(left)) if left else None
    return pack, programme.id, {key: facts[key] for key in [*chosen, *([more] if more else [])]}, more


def known(facts: dict[str, Scalar]) -> KnownFacts:
    from caseapp.policy.known import KnownFact

    return KnownFacts({key: KnownFact(value, DAY) for key, value in facts.items()})


@for_all(answered())
def test_the_interval_holds_the_total_and_only_narrows(case: tuple[Pack, str, dict[str, Scalar], str | None]) -> None:
    pack, programme, facts, more = case
    fewer = {key: value for key, value in facts.items() if key != more}
    assume(not known(facts).contradictions(DAY))
    before = check_programme(pack, programme, known(fewer), DAY).points
    after = check_programme(pack, programme, known(facts), DAY).points
    assert before and after
    for found in (before, after):
        assert found.least is None or found.least <= found.total
        assert found.total_max is None or found.total <= found.total_max
    assert before.least is None or (after.least is not None and after.least >= before.least)
    assert before.total_max is None or (after.total_max is not None and after.total_max <= before.total_max)
    if before.verdict in (Verdict.MET, Verdict.NOT_MET):
        assert after.verdict is before.verdict
    if before.verdict is Verdict.NOT_COVERED:
        assert after.verdict is Verdict.NOT_COVERED


def test_a_total_by_the_offices_notice_decides_where_no_items_are_known() -> None:
    day, key = date(2022, 5, 1), "nanjing-points-hukou-2021"
    held: dict[str, object] = {"residence_permit_held": True, "social_insurance_months": 30}
    answers = {
        total: check_programme(load("nanjing"), key, given(held | {"residence_points": total}, day), day)
        for total in (99, 100)
    }
    assert {total: found.verdict for total, found in answers.items()} == {99: Verdict.NOT_MET, 100: Verdict.MET}
    assert all(found.points is None for found in answers.values())
    assert check_programme(load("nanjing"), key, given(held, day), day).verdict is Verdict.NOT_ASKED
