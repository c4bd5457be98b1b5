"""What the program must find in the situations of the bundled samples, reported in public sources. None is softened.

Each sample goes through a real casebook and the same functions as window and command line. The expectations were
written before the program; each stands alone, so that a failure names what no longer holds.
"""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from caseapp.attribution.costs import cost_to_client
from caseapp.attribution.duty import attribute
from caseapp.attribution.enforcement import enforcement_shift
from caseapp.claims.bases import Basis
from caseapp.domain.cases import Entitlement
from caseapp.domain.documents import DocumentState, HolderKind
from caseapp.domain.offices import Level, OfficeKind
from caseapp.domain.patterns import Mark
from caseapp.law.avenues import Joint
from caseapp.law.ladder import FirstStepKind
from caseapp.law.library import provision
from caseapp.law.triggers import Event, Trigger
from caseapp.letters.check_json import check_json
from caseapp.letters.plan_json import plan_json
from caseapp.policy.verdict import Verdict
from caseapp.work.cases import case_file, case_rows
from caseapp.work.check import check_case, plan_case
from caseapp.work.deadlines import deadlines_for_events, deadlines_of, ladder_of
from caseapp.work.documents import checklist, missing_papers
from caseapp.work.importing import import_files
from caseapp.work.letters import draft, kinds_for
from caseapp.work.patterns import How, case_patterns, group_patterns
from caseapp.work.samples import sample_files
from caseapp.work.session import NewProfile, create_with_key
from caseapp.work.visits import referral_chain

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))


class Sample:
    """A sample in an open casebook, judged on its own day."""

    def __init__(self, session, identity):
        self.session, self.id = session, identity
        self.file = case_file(session, identity)
        self.day = self.file.judged_on(NOW.date())

    def check(self, programme):
        found = check_case(self.session, self.id, self.day).of(programme)
        assert found is not None, f"{programme} is not in force on {self.day}"
        return found

    def plan(self, programme):
        return plan_case(self.session, self.id, self.day).of(programme)

    def gap(self, programme, fact):
        return next(gap for gap in self.plan(programme).gaps if gap.finding.criterion.fact == fact)

    def failing(self, programme):
        return {finding.criterion.fact for finding in self.check(programme).failing}

    def patterns(self, how):
        return {found.pattern for found in case_patterns(self.session, self.id, self.day) if found.how is how}

    def coded(self):
        """Patterns a caseworker noted, whether or not they also follow by rule."""
        found = case_patterns(self.session, self.id, self.day)
        return {one.pattern for one in found if one.mark is not None and one.mark.mark is Mark.CODED}

    def judged(self):
        return self.file, self.day

    def ladder(self):
        return ladder_of(self.file, self.day)


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
    folder = tmp_path_factory.mktemp("casebook") / "samples.casebook"
    with create_with_key(folder, b"k" * 32, NewProfile("li", city="beijing"), NOW) as session:
        done = import_files(session, sample_files(NOW.date()), NOW)
        yield session, {case.label: case.id for case in done}
    monkeypatch.undo()


@pytest.fixture(scope="module")
def sample(opened):
    session, ids = opened
    return lambda name: Sample(session, ids[name])


# --- Beijing: every condition met, one paper in nobody's gift, and the useful day passed

LIMBO = "beijing-approval-limbo"


def test_limbo_every_condition_of_the_programme_is_met(sample):
    assert sample(LIMBO).check("beijing-five-documents-2007").verdict is Verdict.MET


def test_limbo_two_papers_are_missing(sample):
    limbo = sample(LIMBO)
    expected = {"hometown_residency_certificate", "document_review_certificate"}
    assert set(missing_papers(limbo.session, limbo.id, limbo.day)) == expected


def test_limbo_school_and_government_send_the_client_to_each_other(sample):
    chain = referral_chain(sample(LIMBO).file)
    assert [[chain.offices[office].kind.value for office in loop.offices] for loop in chain.loops] == [
        ["school", "government"]
    ]


def test_limbo_the_loop_took_112_days(sample):
    assert [loop.days for loop in referral_chain(sample(LIMBO).file).loops] == [112]


def test_limbo_its_derived_patterns_are_these_three(sample):
    assert sample(LIMBO).patterns(How.DERIVED) == {"office_shuffle", "hard_paperwork", "clock_runs_out"}


def test_limbo_its_coded_pattern_is_kept(sample):
    assert sample(LIMBO).patterns(How.CODED) == {"stricter_checking"}


def test_limbo_no_clock_runs_without_a_written_act(sample):
    assert not sample(LIMBO).ladder().clock_running


def test_limbo_the_first_step_is_an_application_to_the_district_education_bureau(sample):
    step = sample(LIMBO).ladder().first_step
    assert (step.kind, step.body, step.level) == (
        FirstStepKind.SERVICE_APPLICATION, OfficeKind.EDUCATION_BUREAU, Level.DISTRICT,
    )  # fmt: skip


def test_limbo_the_useful_day_has_passed(sample):
    limbo = sample(LIMBO)
    assert limbo.file.case.useful_until < limbo.day


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


# --- Shanghai: a place "if you pay more"

FEE = "shanghai-extra-fee"


def test_fee_its_derived_pattern_is_an_extra_fee(sample):
    assert sample(FEE).patterns(How.DERIVED) == {"extra_fee"}


def test_fee_the_amount_is_kept_exactly(sample):
    assert [visit.fee_asked_yuan for visit in sample(FEE).file.visits] == ["6000"]


def test_fee_the_duty_rests_on_free_compulsory_education(sample):
    fee = sample(FEE)
    rests_on = {*attribute(fee.file, fee.day).duty.provisions, *fee.ladder().rights}
    assert {"edu-no-tuition", "edu-refund"} <= rests_on


def test_fee_the_first_step_is_an_application_to_the_district_education_bureau(sample):
    step = sample(FEE).ladder().first_step
    assert (step.kind, step.body, step.level) == (
        FirstStepKind.SERVICE_APPLICATION, OfficeKind.EDUCATION_BUREAU, Level.DISTRICT,
    )  # fmt: skip


# --- Shanghai: a bare no from a school

BARE = "shanghai-no-reason"


def test_bare_no_the_check_asks_rather_than_refuses(sample):
    assert sample(BARE).check("shanghai-compulsory-2014").verdict is Verdict.NOT_ASKED


def test_bare_no_its_derived_pattern_is_no_reason(sample):
    assert sample(BARE).patterns(How.DERIVED) == {"no_reason"}


def test_bare_no_no_clock_runs(sample):
    assert not sample(BARE).ladder().clock_running


def test_bare_no_the_first_step_is_an_application_to_the_district_education_bureau(sample):
    step = sample(BARE).ladder().first_step
    assert (step.kind, step.body, step.level) == (
        FirstStepKind.SERVICE_APPLICATION, OfficeKind.EDUCATION_BUREAU, Level.DISTRICT,
    )  # fmt: skip


def test_bare_no_the_application_asks_in_the_alternative_for_reasons_basis_and_remedies(sample):
    bare = sample(BARE)
    assert bare.ladder().first_step.asks_in_the_alternative
    letter = draft(bare.session, bare.id, "service_application", bare.day)
    text = str(letter.zh)
    assert all(word in text for word in ("书面", "理由", "依据", "救济途径"))


def test_bare_no_the_protective_day_is_the_nineteenth_of_july(sample):
    assert sample(BARE).ladder().protective_day == date(2017, 7, 19)


def test_bare_no_reconsideration_is_not_offered_against_a_school(sample):
    bare = sample(BARE)
    ready = {choice.kind for choice in kinds_for(bare.session, bare.id, bare.day) if choice.ready}
    assert "service_application" in ready
    assert "admin_reconsideration" not in ready and "reconsideration" not in ready


# --- Beijing: a class-size limit of 30, where 55 to 65 sat the year before

FULL = "beijing-class-full"


def test_class_full_its_derived_pattern_is_an_old_rule_newly_enforced(sample):
    assert sample(FULL).patterns(How.DERIVED) == {"dormant_rule"}


def test_class_full_its_coded_pattern_is_a_waiting_list(sample):
    assert sample(FULL).patterns(How.CODED) == {"waiting_list"}


def test_class_full_the_shift_of_enforcement_has_its_days_and_its_rule(sample):
    full = sample(FULL)
    shift = enforcement_shift(full.file, full.day)
    assert (shift.first_enforced_seen, shift.accepted_before_until) == (date(2012, 6, 18), date(2011, 8, 31))
    assert "30" in shift.rule


# --- Shanghai: insured at home, not accepted here

INSURED = "shanghai-not-accepted-here"


def test_insured_its_derived_pattern_is_insurance_not_accepted(sample):
    assert sample(INSURED).patterns(How.DERIVED) == {"insurance_not_accepted"}


def test_insured_the_employee_programme_is_not_met(sample):
    assert sample(INSURED).check("shanghai-health-employee-2016").verdict is Verdict.NOT_MET


def test_insured_a_second_case_with_the_same_scheme_and_city_is_found(sample, tmp_path, monkeypatch):
    from caseapp.exchange.case_file import ReadFile, read_case_file
    from caseapp.paths import resource

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = resource("samples", "shanghai-not-accepted-here.yaml")
    twice: list[ReadFile] = [read_case_file(path, NOW.date()) for _ in range(2)]
    with create_with_key(tmp_path / "two.casebook", b"k" * 32, NewProfile("li"), NOW) as session:
        import_files(session, twice, NOW)
        found = group_patterns(session, NOW.date())
    assert any(shared.group.households == 2 and "insurance_not_accepted" in shared.group.patterns for shared in found)


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


# --- Hangzhou: ten percent


def test_hangzhou_its_derived_pattern_is_a_low_reimbursement(sample):
    assert sample("hangzhou-ten-percent").patterns(How.DERIVED) == {"low_reimbursement"}


def test_hangzhou_ten_percent_of_5000_leaves_4500(sample):
    assert cost_to_client(sample("hangzhou-ten-percent").file.case) == Decimal(4500)


def test_hangzhou_outcome_and_entitlement_are_kept_apart(sample):
    case = sample("hangzhou-ten-percent").file.case
    assert (case.entitlement, case.outcome_words) == (Entitlement.NOT_OBTAINED, "没有治疗就离开了")


# --- Guangzhou: fourteen months of work and no contract

NO_CONTRACT = "guangzhou-no-contract"


def test_no_contract_its_coded_pattern_is_kept(sample):
    assert sample(NO_CONTRACT).coded() == {"misclassified_worker"}


def test_no_contract_the_obstructing_party_is_the_employer(sample):
    assert sample(NO_CONTRACT).ladder().private_obstructer is OfficeKind.EMPLOYER


def test_no_contract_double_wages_and_the_open_ended_contract_are_rights(sample):
    rights = sample(NO_CONTRACT).ladder().rights
    assert {(provision(one).statute, provision(one).article) for one in rights} >= {
        ("labour-contract-law-2012", "第八十二条第一款"), ("labour-contract-law-2012", "第十四条第三款"),
    }  # fmt: skip


def test_no_contract_arbitration_and_inspection_are_open(sample):
    avenues = {avenue.procedure: avenue.status.value for avenue in sample(NO_CONTRACT).ladder().avenues}
    assert avenues["labour_arbitration"] == "open"
    assert avenues["labour_inspection_complaint"] == "open"


def test_no_contract_arbitration_is_limited_to_one_year_and_inspection_to_two(sample):
    (asked,) = (one for one in deadlines_of(*sample(NO_CONTRACT).judged()) if one.id == "lab-arb-limit")
    assert asked.safe_last_day == date(2011, 2, 1)
    (ended,) = deadlines_for_events([Event(Trigger.VIOLATION_ENDED, date(2010, 12, 29))], date(2010, 12, 29))
    assert (ended.procedure, ended.safe_last_day) == ("labour_inspection_complaint", date(2012, 12, 29))


def test_no_contract_both_readings_of_the_double_wage_year_are_shown(sample):
    (double,) = (one for one in deadlines_of(*sample(NO_CONTRACT).judged()) if one.id == "lab-double-wage")
    # Counted from the end of the first month of work, or from the end of the first year: work began in October 2009.
    assert (double.safe_last_day, double.arguable_until) == (date(2010, 11, 1), date(2011, 10, 1))


# --- Beijing: schools closed by one act

CLOSED = "migrant-school-closed"


def test_closed_its_coded_pattern_is_kept(sample):
    assert sample(CLOSED).coded() == {"service_closed"}


def test_closed_it_is_one_act_for_all_so_they_may_file_jointly(sample):
    joint = {avenue.procedure: avenue.joint for avenue in sample(CLOSED).ladder().avenues}
    assert joint["admin_reconsideration_2017"] is joint["admin_litigation"] is Joint.SAME_ACT


def test_closed_the_plans_for_demolition_and_schooling_can_be_asked_for(sample):
    avenues = {avenue.procedure: avenue.status.value for avenue in sample(CLOSED).ladder().avenues}
    assert avenues["open_government_information"] == "open"


# --- Two schools, one instruction


@pytest.fixture(scope="module")
def families(opened):
    session, ids = opened
    return session, {identity for label, identity in ids.items() if label.startswith("two-schools-")}


def test_there_are_31_families_at_two_schools_between_march_and_august(families):
    session, ids = families
    files = [case_file(session, identity) for identity in ids]
    assert len(files) == 31
    assert len({visit.office for file in files for visit in file.visits}) == 2
    days = [visit.on() for file in files for visit in file.visits]
    assert (min(days).month, max(days).month) == (3, 8)


def test_27_families_hold_a_filed_lease_and_none_a_written_refusal(families):
    session, ids = families
    files = [case_file(session, identity) for identity in ids]
    held = [file for file in files if any(paper.paper == "rental_registration_certificate" for paper in file.documents)]
    assert len(held) == 27
    assert not any(visit.written for file in files for visit in file.visits)
    assert not any(file.written_answers for file in files)


def test_the_families_share_one_pattern_by_paper_and_district(families):
    session, ids = families
    groups = [one for one in group_patterns(session, NOW.date()) if one.group.basis is Basis.PAPER]
    shared = [one for one in groups if (one.group.key.paper, one.group.key.district) == ("proof_of_address", "某区")]
    assert [(one.group.households, set(one.group.cases)) for one in shared] == [(31, ids)]


def test_the_shared_pattern_names_the_district_education_bureau_as_the_body_with_the_duty(families):
    session, ids = families
    shared = next(one for one in group_patterns(session, NOW.date()) if set(one.group.cases) == ids)
    assert (shared.group.duty.kind, shared.group.duty.level) == (OfficeKind.EDUCATION_BUREAU, Level.DISTRICT)


def test_none_of_the_31_is_out_of_time_for_the_schools_refusal_alone(families):
    session, ids = families
    for identity in ids:
        file = case_file(session, identity)
        assert not ladder_of(file, NOW.date()).clock_running
        assert ladder_of(file, NOW.date()).first_step.kind is FirstStepKind.SERVICE_APPLICATION
        assert not [one for one in deadlines_of(file, NOW.date()) if one.procedure.startswith("admin_reconsideration")]


def test_the_report_shows_30_and_never_31(families):
    from caseapp.work.report import build

    session, _ids = families
    report = build(session, NOW.date())
    shown = str(report.figures) + str(report.zh) + str(report.en)
    assert "30" in shown
    assert "31" not in shown.replace("2026-08-31", "").replace("31 August", "").replace("8月31日", "")


def test_every_sample_stands_in_the_list(opened):
    assert len(case_rows(opened[0])) == 43
