"""Patterns of a case and of several, through the open casebook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from caseapp.domain.cases import Case, Service
from caseapp.domain.ids import LetterId, VisitId, WrittenAnswerId, new_id
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import Office, OfficeKind, default_level, office_id
from caseapp.domain.patterns import Mark
from caseapp.domain.visits import Answer, Grounds, Visit, WrittenAnswer
from caseapp.errors import BadInput
from caseapp.work import patterns
from caseapp.work.cases import case_file, case_rows, save
from caseapp.work.samples import SAMPLE_PROFILE, load_samples
from caseapp.work.session import Session, create_with_key

NOW = datetime(2026, 9, 5, 10, 0)
TODAY = NOW.date()


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Session]:
    folder = tmp_path_factory.mktemp("patterns") / "samples.casebook"
    with create_with_key(folder, b"k" * 32, SAMPLE_PROFILE, NOW) as session:
        load_samples(session, NOW)
        yield session


def by_sample(session: Session) -> dict[tuple[str, Service, date | None], str]:
    with session.read() as reader:
        return {(case.city, case.service, case.as_of): case.id for case in reader.all(Case)}


EXPECTED: dict[tuple[str, Service, date | None], set[str]] = {
    ("beijing", Service.COMPULSORY_EDUCATION, date(2012, 9, 10)): {"office_shuffle", "hard_paperwork", "clock_runs_out"},
    ("beijing", Service.SENIOR_SECONDARY_EXAM, date(2013, 3, 1)): {"impossible_requirement"},
    ("beijing", Service.COMPULSORY_EDUCATION, date(2012, 6, 20)): {"dormant_rule"},
    ("chengdu", Service.COMPULSORY_EDUCATION, date(2012, 5, 10)): {"hard_paperwork", "third_party_holds_key"},
    ("hangzhou", Service.HEALTH_INSURANCE, date(2012, 4, 15)): {"low_reimbursement"},
    ("shanghai", Service.HEALTH_INSURANCE, date(2017, 7, 1)): {"insurance_not_accepted"},
}


def derived(session: Session, case: str) -> set[str]:
    return derived_on(session, case, TODAY)


def derived_on(session: Session, case: str, on: date) -> set[str]:
    found = patterns.case_patterns(session, case, on)
    return {entry.pattern for entry in found if entry.how is patterns.How.DERIVED}


@pytest.mark.parametrize("which", EXPECTED, ids=lambda which: f"{which[0]}-{which[1].value}-{which[2]}")
def test_with_the_rules_of_its_day_a_sample_shows_exactly_its_patterns(
    samples: Session, which: tuple[str, Service, date | None]
) -> None:
    assert derived(samples, by_sample(samples)[which]) == EXPECTED[which]


def test_the_two_shanghai_school_cases_show_one_pattern_each(samples: Session) -> None:
    with samples.read() as reader:
        cases = reader.all(Case, city="shanghai", service=Service.COMPULSORY_EDUCATION)
    assert sorted(derived(samples, case.id).pop() for case in cases) == ["extra_fee", "no_reason"]
    assert all(len(derived(samples, case.id)) == 1 for case in cases)


def test_every_pattern_of_a_case_is_said_in_both_languages_with_its_reasons(samples: Session) -> None:
    for row in case_rows(samples):
        for found in patterns.case_patterns(samples, row.id, TODAY):
            assert found.name.zh and found.name.en
            for why in found.why:
                assert why.zh and why.en and "{" not in why.zh + why.en


def test_the_largest_shared_pattern_is_one_paper_in_one_district(samples: Session) -> None:
    shared = patterns.group_patterns(samples, TODAY)
    first = shared[0].group
    assert first.households == 31
    assert first.key.paper == "proof_of_address"
    assert first.duty is not None and first.duty.kind is OfficeKind.EDUCATION_BUREAU
    assert "31户" in shared[0].sentence.zh and "31 families" in shared[0].sentence.en
    assert not {way.procedure for way in shared[0].ways} & {"petition"}


def test_no_sample_family_outside_the_district_is_drawn_into_it(samples: Session) -> None:
    with samples.read() as reader:
        here = {case.id for case in reader.all(Case) if case.district}
    assert set(patterns.group_patterns(samples, TODAY)[0].group.cases) <= here


def refusal(session: Session, case: str) -> None:
    school = OfficeKind.SCHOOL
    office = Office(office_id("beijing", "某区", school, default_level(school), "x"), school, default_level(school))
    save(session, office, "Office added")
    made = Visit(VisitId(new_id()), case_file(session, case).case.id, office.id, 1, answer=Answer.REFUSED)
    save(session, replace(made, grounds=Grounds.NONE), "Visit recorded")


def test_a_rejected_pattern_keeps_its_place_with_the_reason_and_no_longer_counts(session: Session, case: str) -> None:
    refusal(session, case)
    mark = patterns.reject(session, case, "no_reason", "理由写在后来的短信里")
    (found,) = patterns.case_patterns(session, case, TODAY + timedelta(365))
    assert (found.pattern, found.how, found.counts) == ("no_reason", patterns.How.REJECTED, False)
    assert found.mark is not None and found.mark.mark is Mark.REJECTED
    (member,) = patterns.members(session, TODAY)
    assert member.patterns == ()
    patterns.withdraw(session, mark)
    (found,) = patterns.case_patterns(session, case, TODAY + timedelta(365))
    assert found.how is patterns.How.DERIVED


def test_rejecting_asks_for_a_reason(session: Session, case: str) -> None:
    with pytest.raises(BadInput):
        patterns.reject(session, case, "no_reason", "  ")


def test_a_caseworker_notes_a_pattern_once_and_may_change_the_reason(session: Session, case: str) -> None:
    first = patterns.code(session, case, "waiting_list", "本地孩子先收")
    second = patterns.code(session, case, "waiting_list", "第三十六号")
    assert first == second
    (found,) = patterns.case_patterns(session, case, TODAY)
    assert (found.how, found.why[0].zh) == (patterns.How.CODED, "第三十六号")


def test_a_tag_of_ones_own_is_kept_and_an_unknown_name_refused(session: Session, case: str) -> None:
    patterns.code(session, case, "other:points_ranking")
    assert [entry.name.zh for entry in patterns.case_patterns(session, case, TODAY)] == ["points_ranking"]
    for wrong in ("points_ranking", "other:", "extra_fee"):
        with pytest.raises(BadInput):
            patterns.code(session, case, wrong)


def test_who_has_the_duty_and_who_answered_are_two(session: Session, case: str) -> None:
    refusal(session, case)
    found = patterns.attribution(session, case, TODAY)
    assert found.duty is not None and found.duty.kind is OfficeKind.EDUCATION_BUREAU
    assert [answer.kind for answer in found.answering] == [OfficeKind.SCHOOL]


def test_the_map_of_referrals_counts_each_arrow(samples: Session) -> None:
    limbo = by_sample(samples)["beijing", Service.COMPULSORY_EDUCATION, date(2012, 9, 10)]
    group = patterns.group_patterns(samples, TODAY)[0].group
    assert patterns.referral_map(samples, group) == ()
    file = case_file(samples, limbo)
    arrows = patterns.referral_map(samples, replace(group, cases=(file.case.id,)))
    assert [arrow.times for arrow in arrows] == [2, 1]


def test_an_office_that_lets_its_own_period_pass_makes_the_clock_run_out(session: Session, case: str) -> None:
    file = case_file(session, case)
    opened = file.case.opened_on
    letter = Letter(LetterId(new_id()), file.case.id, "service_application", received_on=opened)
    save(session, letter, "Letter received")
    assert derived_on(session, case, opened + timedelta(30)) == set()
    assert derived_on(session, case, opened + timedelta(90)) == {"clock_runs_out"}
    answer = WrittenAnswer(WrittenAnswerId(new_id()), file.case.id, received=opened + timedelta(40))
    save(session, answer, "Answer received")
    assert derived_on(session, case, opened + timedelta(90)) == set()
