# ruff: noqa: E501  (one row of a table, one line)
"""Plan: how each gap closes, honest nevers, when it could have passed, and what to ask next."""

from datetime import date

import pytest

from caseapp.domain.days import months_between, years_between
from caseapp.policy.catalogue import Close, catalogue
from caseapp.policy.known import KnownFact, KnownFacts, given
from caseapp.policy.packs import load
from caseapp.policy.planning.plan import plan
from caseapp.policy.verdict import Verdict
from tests.policy.linjiang import with_eligibility
from tests.policy.planning import criterion, planned
from tests.policy.test_check import VOCATIONAL

DAY = date(2013, 3, 1)


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
