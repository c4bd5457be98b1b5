"""Thirty-one families, two schools, one instruction: what they share, and what a report may show of them."""

from __future__ import annotations

import pytest

from caseapp.claims.bases import Basis
from caseapp.domain.offices import Level, OfficeKind
from caseapp.law.first_step import FirstStepKind
from caseapp.work.cases import case_file, case_rows
from caseapp.work.deadlines import deadlines_of, ladder_of
from caseapp.work.letters import kinds_for
from caseapp.work.patterns import group_patterns
from caseapp.work.report import build
from tests.vignettes.told import NOW


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


def test_no_path_of_several_households_leads_to_a_petition(opened):
    """What families share, how they may go on, what is drafted for them and what is reported (PRACTICE E2)."""
    session, ids = opened
    shared = group_patterns(session, NOW.date())
    assert any(one.group.households > 1 for one in shared)
    assert not any("petition" in way.procedure for one in shared for way in one.ways)
    one = next(identity for label, identity in ids.items() if label.startswith("two-schools-"))
    assert not any("petition" in choice.kind for choice in kinds_for(session, one, NOW.date()))
    report = build(session, NOW.date())
    assert "信访" not in str(report.zh) and "petition" not in str(report.en).casefold()


def test_the_report_shows_30_and_never_31(families):
    session, _ids = families
    report = build(session, NOW.date())
    shown = str(report.figures) + str(report.zh) + str(report.en)
    assert "30" in shown
    assert "31" not in shown.replace("2026-08-31", "").replace("31 August", "").replace("8月31日", "")


def test_every_sample_stands_in_the_list(opened):
    assert len(case_rows(opened[0])) == 43
