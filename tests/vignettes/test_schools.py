"""Schools that say no, each in its own way, as public sources report it. None of the expectations is softened."""

from __future__ import annotations

from datetime import date

from caseapp.attribution.duty import attribute
from caseapp.attribution.enforcement import enforcement_shift
from caseapp.domain.offices import Level, OfficeKind
from caseapp.law.avenues import Joint
from caseapp.law.first_step import FirstStepKind
from caseapp.policy.verdict import Verdict
from caseapp.work.documents import missing_papers
from caseapp.work.letters import draft, kinds_for
from caseapp.work.patterns import How
from caseapp.work.visits import referral_chain

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


def test_limbo_the_governments_spoken_no_keeps_its_own_sixty_days(sample):
    """The school's of 14 May were over on 13 July; 3 September 2012 and 60 days: 27 + 31 + 2 = 2 November (PRACTICE L2)."""
    assert sample(LIMBO).ladder().protective_day == date(2012, 11, 2)


def test_limbo_the_useful_day_has_passed(sample):
    limbo = sample(LIMBO)
    assert limbo.file.case.useful_until < limbo.day


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


def test_closed_who_was_told_by_a_posted_sign_applies_for_a_place_in_writing(sample):
    """Compulsory Education Law arts 7(2), 12(2): the places are the district bureau's, whoever clears the site."""
    step = sample(CLOSED).ladder().first_step
    assert (step.kind, step.body, step.level) == (
        FirstStepKind.SERVICE_APPLICATION, OfficeKind.EDUCATION_BUREAU, Level.DISTRICT,
    )  # fmt: skip
