"""Programmes of four cities held against samples: months, points and papers. None of the expectations is softened."""

from __future__ import annotations

import json
from decimal import Decimal

from caseapp.domain.documents import DocumentState, HolderKind
from caseapp.letters.check_json import check_json
from caseapp.letters.plan_json import plan_json
from caseapp.policy.verdict import Verdict
from caseapp.work.check import check_case, plan_case
from caseapp.work.documents import checklist, missing_papers
from caseapp.work.patterns import How

# --- Beijing: months short of three unbroken years, and when they would be reached

EXAM, VOCATIONAL = "beijing-vocational-exam", "beijing-secondary-vocational-2013"


def test_exam_is_not_met(sample):
    assert sample(EXAM).check(VOCATIONAL).verdict is Verdict.NOT_MET


def test_exam_three_criteria_fail_and_no_other(sample):
    assert sample(EXAM).failing(VOCATIONAL) == {
        "residence_permit_held", "employment_continuous_months", "social_insurance_continuous_months",
    }  # fmt: skip


def test_exam_insurance_is_a_matter_of_time(sample):
    assert sample(EXAM).gap(VOCATIONAL, "social_insurance_continuous_months").kind.value == "time"


def test_exam_insurance_would_be_reached_in_january_2015(sample):
    earliest = sample(EXAM).gap(VOCATIONAL, "social_insurance_continuous_months").earliest
    assert earliest.isoformat()[:7] == "2015-01"


def test_exam_employment_would_be_reached_in_september_2013(sample):
    earliest = sample(EXAM).gap(VOCATIONAL, "employment_continuous_months").earliest
    assert earliest.isoformat()[:7] == "2013-09"


def test_exam_its_derived_pattern_is_a_requirement_out_of_reach(sample):
    assert sample(EXAM).patterns(How.DERIVED) == {"impossible_requirement"}


# --- Shanghai: 45 points of 120, and what the permit does not give

POINTS = "shanghai-120-points"


def test_points_are_45(sample):
    assert sample(POINTS).check("shanghai-residence-points-2013").points.total == Decimal(45)


def test_points_are_held_against_a_threshold_of_120(sample):
    assert sample(POINTS).check("shanghai-residence-points-2013").programme.points.threshold == Decimal(120)


def test_points_settlement_after_seven_years_is_not_met(sample):
    assert sample(POINTS).check("shanghai-settlement-7-years").verdict is Verdict.NOT_MET


def test_points_settlement_fails_on_permit_and_insurance(sample):
    assert sample(POINTS).failing("shanghai-settlement-7-years") >= {"residence_permit_months", "social_insurance_months"}


def test_points_what_the_permit_does_not_give_stands_beside_the_result(sample):
    points = sample(POINTS)
    shown = check_json(check_case(points.session, points.id, points.day))
    beside = next(one for one in shown["programmes"] if one["id"] == "shanghai-residence-points-2013")
    said = json.dumps(beside, ensure_ascii=False)
    assert all(word in said for word in ("低保", "保障性住房", "父母"))


def test_points_a_check_of_every_programme_names_its_source(sample):
    found = check_case(sample(POINTS).session, sample(POINTS).id, sample(POINTS).day)
    assert all(one.programme.sources for one in found.programmes)


# --- Guangzhou: points at a factory, and numbers nobody published

FACTORY, FACTORY_RULE = "guangzhou-factory-points", "guangzhou-points-hukou-2010"


def test_factory_the_points_cannot_be_decided(sample):
    assert sample(FACTORY).check(FACTORY_RULE).verdict is Verdict.NOT_COVERED


def test_factory_points_are_20_and_not_all(sample):
    points = sample(FACTORY).check(FACTORY_RULE).points
    assert (points.total, points.complete) == (Decimal(20), False)


def test_factory_points_are_held_against_an_apply_threshold_of_85(sample):
    assert sample(FACTORY).check(FACTORY_RULE).programme.points.apply_threshold == Decimal(85)


def test_factory_the_province_asks_for_60(sample):
    province = sample(FACTORY).check("guangdong-points-hukou-2010")
    assert province.programme.points.apply_threshold == Decimal(60)


def _factory_plan(of):
    planned = plan_json(plan_case(of.session, of.id, of.day))
    return next(one for one in planned["programmes"] if one["id"] == FACTORY_RULE)


def test_factory_no_plan_says_never(sample):
    planned = _factory_plan(sample(FACTORY))
    assert planned["reachable"] is None
    assert planned["points_plan"]["unreachable_because"] is None


def test_factory_the_plan_names_the_missing_numbers_and_whom_to_ask(sample):
    points = _factory_plan(sample(FACTORY))["points_plan"]
    assert set(points["numbers_missing"]) == {"blood", "crime"}
    assert "广州市" in points["ask_zh"] and "Guangzhou" in points["ask_en"]


# --- Chengdu: seven papers, two of them in the hands of landlord and employer

SEVEN = "chengdu-seven-papers"


def test_seven_is_not_met(sample):
    assert sample(SEVEN).check("chengdu-compulsory-education-2012").verdict is Verdict.NOT_MET


def test_seven_fails_on_the_proof_of_work(sample):
    assert "employment_certificate_held" in sample(SEVEN).failing("chengdu-compulsory-education-2012")


def test_seven_proof_of_address_and_of_work_are_missing(sample):
    seven = sample(SEVEN)
    assert {"proof_of_address", "employment_certificate"} <= set(missing_papers(seven.session, seven.id, seven.day))


def test_seven_its_derived_patterns_are_these_two(sample):
    assert sample(SEVEN).patterns(How.DERIVED) == {"hard_paperwork", "third_party_holds_key"}


def test_seven_the_withheld_papers_name_who_withholds_them(sample):
    rows = {row.paper: row for row in checklist(*_asked(sample(SEVEN)))}
    assert {paper: (rows[paper].state, rows[paper].holder) for paper in ("proof_of_address", "employment_certificate")} == {
        "proof_of_address": (DocumentState.WITHHELD, HolderKind.LANDLORD),
        "employment_certificate": (DocumentState.WITHHELD, HolderKind.EMPLOYER),
    }


def _asked(of):
    return of.session, of.id, of.day
