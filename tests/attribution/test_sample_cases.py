"""What follows from the bundled samples, no more and no less."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from caseapp.attribution.case_patterns import derive, withheld_by
from caseapp.attribution.checked import NOTHING_CHECKED, Checked, CheckedProgramme, RuleMissing, Unmet
from caseapp.attribution.costs import cost_to_client
from caseapp.attribution.duty import attribute
from caseapp.attribution.enforcement import enforcement_shift
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Entitlement
from caseapp.domain.documents import HolderKind
from caseapp.domain.offices import Level, OfficeKind
from caseapp.domain.patterns import Mark
from caseapp.domain.referrals import loops
from caseapp.law.duties import Matter
from caseapp.law.respondents import Standing
from tests.attribution.sample_files import TODAY, sample, samples

LIMBO = Checked(
    (
        CheckedProgramme(
            "beijing-five-documents-2007",
            True,
            missing=(
                RuleMissing("hometown_residency_certificate", HolderKind.HOMETOWN),
                RuleMissing("document_review_certificate", HolderKind.OFFICE),
            ),
        ),
    )
)
EXAM = Checked(
    (
        CheckedProgramme(
            "beijing-secondary-vocational-2013",
            False,
            unmet=(
                Unmet("permit", "residence_permit_held"),
                Unmet("job3", "employment_continuous_months", date(2013, 9, 1)),
                Unmet("si3", "social_insurance_continuous_months", date(2015, 1, 1)),
            ),
            missing=(RuleMissing("employment_certificate", HolderKind.EMPLOYER),),
        ),
    )
)
CHENGDU = Checked(
    (
        CheckedProgramme(
            "chengdu-compulsory-education-2012",
            False,
            unmet=(Unmet("job", "employment_certificate_held"),),
            missing=(RuleMissing("employment_certificate", HolderKind.EMPLOYER),),
        ),
    )
)


def patterns(file: CaseFile, checked: Checked = NOTHING_CHECKED) -> set[str]:
    return {found.pattern.value for found in derive(file, file.judged_on(TODAY), checked)}


@pytest.mark.parametrize(
    ("name", "checked", "expected"),
    [
        ("beijing-approval-limbo", LIMBO, {"office_shuffle", "hard_paperwork", "clock_runs_out"}),
        ("beijing-vocational-exam", EXAM, {"impossible_requirement"}),
        ("shanghai-extra-fee", NOTHING_CHECKED, {"extra_fee"}),
        ("shanghai-no-reason", NOTHING_CHECKED, {"no_reason"}),
        ("beijing-class-full", NOTHING_CHECKED, {"dormant_rule"}),
        ("chengdu-seven-papers", CHENGDU, {"hard_paperwork", "third_party_holds_key"}),
        ("hangzhou-ten-percent", NOTHING_CHECKED, {"low_reimbursement"}),
        ("shanghai-not-accepted-here", NOTHING_CHECKED, {"insurance_not_accepted"}),
        ("guangzhou-no-contract", NOTHING_CHECKED, {"misclassified_worker"}),
        ("migrant-school-closed", NOTHING_CHECKED, {"service_closed"}),
        ("guangzhou-factory-points", NOTHING_CHECKED, set()),
        ("shanghai-120-points", NOTHING_CHECKED, set()),
    ],
)
def test_a_sample_shows_exactly_its_patterns(name: str, checked: Checked, expected: set[str]) -> None:
    assert patterns(sample(name), checked) == expected


@pytest.mark.parametrize("name", ["beijing-approval-limbo", "chengdu-seven-papers", "shanghai-no-reason"])
def test_every_derived_pattern_gives_reasons_and_rests_on_records_of_the_case(name: str) -> None:
    file = sample(name)
    own = {record.id for record in (*file.visits, *file.documents, *file.facts, *file.spells)}
    for found in derive(file, file.judged_on(TODAY)):
        assert found.why
        rests = (*found.records.visits, *found.records.documents, *found.records.facts, *found.records.spells)
        assert rests and set(rests) <= own


def test_the_school_and_the_government_form_the_loop_of_112_days() -> None:
    file = sample("beijing-approval-limbo")
    (loop,) = loops(file.visits)
    offices = [file.offices[office].kind for office in loop.offices]
    assert offices == [OfficeKind.SCHOOL, OfficeKind.GOVERNMENT]
    assert loop.days == 112


def test_the_class_size_limit_was_first_seen_applied_in_june_2012() -> None:
    shift = enforcement_shift(sample("beijing-class-full"), date(2012, 6, 20))
    assert shift is not None
    assert "30" in shift.rule
    assert shift.first_enforced_seen == date(2012, 6, 18)
    assert shift.accepted_before_until == date(2011, 8, 31)
    assert enforcement_shift(sample("beijing-class-full"), date(2012, 6, 17)) is None


def test_the_landlord_and_the_employer_withhold_one_paper_each() -> None:
    assert withheld_by(sample("chengdu-seven-papers")) == {
        "proof_of_address": HolderKind.LANDLORD,
        "employment_certificate": HolderKind.EMPLOYER,
    }


def test_4500_of_5000_yuan_are_left_to_the_client_and_the_right_was_not_obtained() -> None:
    case = sample("hangzhou-ten-percent").case
    assert cost_to_client(case) == Decimal("4500")
    assert case.entitlement is Entitlement.NOT_OBTAINED


def test_what_a_caseworker_judged_stays_apart_from_what_follows() -> None:
    file = sample("beijing-class-full")
    assert [(mark.pattern, mark.mark) for mark in file.marks] == [("waiting_list", Mark.CODED)]
    assert "waiting_list" not in patterns(file)


def test_the_district_education_bureau_has_the_duty_and_the_school_only_answered() -> None:
    file = sample("shanghai-no-reason")
    found = attribute(file, TODAY)
    assert found.duty is not None
    assert (found.duty.kind, found.duty.level) == (OfficeKind.EDUCATION_BUREAU, Level.DISTRICT)
    assert {"edu-county-lead", "edu-migrant-children", "edu-organise-enrolment"} <= set(found.duty.provisions)
    (answer,) = found.answering
    assert answer.kind is OfficeKind.SCHOOL
    assert answer.standing is not Standing.CAN_BE
    assert not answer.private
    assert found.duty.office not in {answer.office}


def test_an_employer_who_refuses_a_contract_is_a_private_party() -> None:
    found = attribute(sample("guangzhou-no-contract"), TODAY)
    (answer,) = found.answering
    assert answer.private
    assert (answer.kind, answer.standing) == (OfficeKind.EMPLOYER, Standing.CANNOT_BE)
    assert found.duty is not None and (found.duty.kind, found.duty.matter) == (
        OfficeKind.HRSS_BUREAU,
        Matter.LABOUR_INSPECTED,
    )


def test_those_who_withhold_papers_are_shown_as_private() -> None:
    found = attribute(sample("chengdu-seven-papers"), TODAY)
    assert [holder.holder for holder in found.private] == [HolderKind.LANDLORD, HolderKind.EMPLOYER]


def test_thirty_one_families_share_one_pattern_of_papers() -> None:
    assert all(
        {"hard_paperwork", "third_party_holds_key"} == patterns(file) for file in samples("two-schools-one-instruction")
    )
