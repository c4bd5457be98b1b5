"""What is done first, and what an answer closes: by what was really said, and by the law of the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer, Grounds
from caseapp.law.avenues import Avenue, Status, Why
from caseapp.law.duties import Matter
from caseapp.law.first_step import Because, FirstStepKind
from caseapp.law.ladder import ladder
from caseapp.law.situation import Contact, Situation, WrittenAct

SCHOOLING, PENSION, LABOUR = Service.COMPULSORY_EDUCATION, Service.PENSION, Service.LABOUR
Step, K = FirstStepKind, OfficeKind
ON = date(2026, 6, 12)


def went(office: K, answer: Answer, day: date | None = date(2026, 6, 8), **more) -> Contact:
    return Contact(day, office, answer, **{"written": None, **more})


def first(situation: Situation) -> tuple[Step, K | None, Because]:
    step = ladder(situation).first_step
    return step.kind, step.body, step.because


def way(situation: Situation, procedure: str) -> Avenue:
    return next(avenue for avenue in ladder(situation).avenues if avenue.procedure == procedure)


# --- Nothing refused yet


def test_who_has_asked_nowhere_goes_and_asks_with_the_card():
    assert first(Situation(SCHOOLING, ON)) == (Step.PROMPT_CARD, K.EDUCATION_BUREAU, Because.NOT_ASKED_YET)


def test_who_was_only_asked_for_papers_goes_back_there():
    asked = Situation(SCHOOLING, ON, (went(K.SCHOOL, Answer.ASKED_MORE, None),))
    assert first(asked) == (Step.PROMPT_CARD, K.SCHOOL, Because.MORE_PAPERS)


@pytest.mark.parametrize(
    "more",
    [
        went(K.SCHOOL, Answer.ASKED_MORE, grounds=Grounds.FEE),  # money is no paper
        went(K.SCHOOL, Answer.REFUSED),
        went(K.COMMUNITY, Answer.REFERRED),
    ],
)
def test_one_office_that_turns_away_is_enough_for_the_application(more: Contact):
    visits = (went(K.SCHOOL, Answer.ASKED_MORE), more)
    assert first(Situation(SCHOOLING, ON, visits))[:2] == (Step.SERVICE_APPLICATION, K.EDUCATION_BUREAU)


def test_a_landlord_who_wants_more_is_nobody_to_go_back_to():
    visits = (went(K.LANDLORD, Answer.ASKED_MORE),)
    assert first(Situation(SCHOOLING, ON, visits))[0] is Step.SERVICE_APPLICATION


# --- A refusal of which nobody noted the form


def test_both_readings_of_a_refusal_of_unknown_form_until_the_earlier_day():
    """8 June 2026 and 60 days is Friday 7 August; in writing it is an act, in words an application comes first."""
    unknown = Situation(SCHOOLING, date(2026, 8, 7), (went(K.EDUCATION_BUREAU, Answer.REFUSED),))
    review, apply = way(unknown, "admin_reconsideration"), way(unknown, "service_application")
    assert (review.status, review.why, review.last_day) == (Status.OPEN, Why.FORM_UNKNOWN, date(2026, 8, 7))
    assert apply.status is Status.OPEN
    assert first(unknown) == (Step.ADMIN_RECONSIDERATION, K.GOVERNMENT, Because.FORM_UNKNOWN)
    assert (ladder(unknown).clock_running, ladder(unknown).protective_day) == (False, date(2026, 8, 7))
    after = replace(unknown, on=date(2026, 8, 8))
    assert (first(after)[0], way(after, "admin_reconsideration").status) == (Step.SERVICE_APPLICATION, Status.NEEDS_FIRST)


@pytest.mark.parametrize("more", [{"written": False}, {"day": None}])
def test_words_and_days_nobody_knows_hold_reconsideration_back(more):
    visit = replace(went(K.EDUCATION_BUREAU, Answer.REFUSED), **more)
    assert first(Situation(SCHOOLING, ON, (visit,)))[0] is Step.SERVICE_APPLICATION


# --- After reconsideration


def test_what_was_reconsidered_is_closed_and_the_court_comes_next():
    """Reconsideration Law art. 30(1)(7); Litigation Law art. 45: 8 June and 15 days is Tuesday 23 June."""
    act = WrittenAct(K.POLICE_STATION, None, date(2026, 3, 2))
    done = Situation(
        Service.RESIDENCE_PERMIT, ON, acts=(act,), decision_served=date(2026, 6, 8), reconsidered=date(2026, 6, 8),
        reconsideration_received=date(2026, 3, 9),
    )  # fmt: skip
    review, court = way(done, "admin_reconsideration"), way(done, "admin_litigation")
    assert (review.status, review.why) == (Status.CLOSED, Why.ALREADY_USED)
    assert (first(done)[:2], court.last_day) == ((Step.ADMIN_LITIGATION, K.COURT), date(2026, 6, 23))
    assert way(done, "normative_document_review").needs == "admin_litigation"
    running = [one.id for one in ladder(done).deadlines if one.trigger_day == date(2026, 6, 8)]
    assert running == ["lit-after-recon", "lit-after-recon-refusal"]  # no appeal, no award, no answer still to come
    assert not [one.id for one in ladder(done).deadlines if one.id.startswith("recon-decide") or one.lapse_of]


def test_a_day_called_that_of_a_decision_is_no_decision_on_reconsideration():
    served = Situation(Service.RESIDENCE_PERMIT, ON, decision_served=date(2026, 6, 8))
    assert first(served)[0] is not Step.ADMIN_LITIGATION


@pytest.mark.parametrize(("on", "body"), [(date(2023, 12, 31), K.HRSS_BUREAU), (date(2024, 1, 1), K.GOVERNMENT)])
def test_an_agencys_act_is_reviewed_by_the_body_of_the_day(on: date, body: K):
    act = WrittenAct(K.SOCIAL_INSURANCE_AGENCY, None, date(2023, 12, 4))
    step = ladder(Situation(PENSION, on, acts=(act,))).first_step
    assert (step.kind, step.body) == (Step.ADMIN_RECONSIDERATION, body)
    assert step.named is not None and ("工作部门" in step.named.zh) == (body is K.HRSS_BUREAU)


def test_until_2023_a_department_is_reviewed_by_the_government_or_the_department_above():
    act = WrittenAct(K.EDUCATION_BUREAU, None, date(2023, 12, 4))
    named = ladder(Situation(SCHOOLING, date(2023, 12, 31), acts=(act,))).first_step.named
    assert named is not None and "上一级主管部门" in named.zh and named.article == "第十二条第一款"


def test_before_may_2015_one_may_sue_within_three_months():
    """Litigation Law 1989 art. 39: 2 March 2015 to 2 June; known on 1 May 2015 it is six months (art. 46)."""
    act = WrittenAct(K.EDUCATION_BUREAU, None, date(2015, 3, 2))
    court = way(Situation(SCHOOLING, date(2015, 3, 9), acts=(act,)), "admin_litigation")
    assert (court.why, court.last_day) == (Why.CHOICE, date(2015, 6, 2))
    later = replace(act, received=date(2015, 5, 1))
    assert way(Situation(SCHOOLING, date(2015, 6, 1), acts=(later,)), "admin_litigation").last_day == date(2015, 11, 1)


# --- Awards, premiums, injury, pension

AWARD = went(K.LABOUR_ARBITRATION, Answer.ACCEPTED, date(2026, 3, 2), written=True)


def test_an_award_is_sued_on_for_fifteen_days_and_then_enforced_for_two_years():
    """Arbitration Law arts 47, 50, 51; Civil Procedure Law art. 250: 2 March, 17 March 2026; in 2028 the earlier warns."""
    within = Situation(LABOUR, date(2026, 3, 17), (AWARD,))
    assert (way(within, "labour_litigation").status, way(within, "labour_litigation").last_day) == (
        Status.OPEN, date(2026, 3, 17),
    )  # fmt: skip
    after = replace(within, on=date(2026, 3, 18))
    assert [way(after, name).why for name in ("labour_arbitration", "labour_litigation")] == [Why.AWARD_IN_FORCE] * 2
    enforcement = way(after, "award_enforcement").deadline
    assert (first(after)[0], enforcement.safe_last_day) == (Step.AWARD_ENFORCEMENT, date(2028, 3, 2))
    assert enforcement.arguable_until == date(2028, 3, 17)


def test_an_award_against_the_client_closes_nothing_and_is_not_enforced():
    lost = Situation(LABOUR, date(2026, 6, 1), (replace(AWARD, answer=Answer.REFUSED),))
    names = {avenue.procedure: avenue.status for avenue in ladder(lost).avenues}
    assert "award_enforcement" not in names and Status.CLOSED not in names.values()


def test_premiums_left_after_an_award_go_to_inspection_and_without_one_arbitration_comes_first():
    lost = replace(AWARD, answer=Answer.REFUSED)
    owed = Situation(LABOUR, date(2026, 6, 1), (lost,), premiums_unpaid=True)
    assert first(owed) == (Step.LABOUR_INSPECTION, K.HRSS_BUREAU, Because.PREMIUMS)
    assert first(replace(owed, visits=()))[0] is Step.LABOUR_ARBITRATION


def test_inspection_stands_beside_a_pension_only_where_premiums_are_owed():
    plain = Situation(PENSION, ON)
    assert "labour_inspection_complaint" not in {avenue.procedure for avenue in ladder(plain).avenues}
    assert way(replace(plain, matter=Matter.PREMIUMS_COLLECTED), "labour_inspection_complaint").why is Why.PREMIUMS


def test_recognition_is_open_for_a_year_from_the_injury():
    """Work Injury Regulations art. 17(2): 1 July 2025 to 1 July 2026; after it lost time can be argued."""
    hurt = Situation(Service.WORK_INJURY, date(2026, 7, 1), injured=date(2025, 7, 1))
    assert (way(hurt, "work_injury_recognition").why, first(hurt)[0]) == (Why.READY, Step.SERVICE_APPLICATION)
    late = way(replace(hurt, on=date(2026, 7, 2)), "work_injury_recognition")
    assert (late.status, late.why) == (Status.OPEN, Why.SAFE_DAY_PASSED)


@pytest.mark.parametrize(
    ("on", "status"), [(date(2009, 12, 31), Status.CLOSED), (date(2010, 1, 1), Status.OPEN)]
)  # fmt: skip
def test_a_pension_is_transferred_only_since_there_is_a_national_rule(on: date, status: Status):
    assert way(Situation(PENSION, on), "pension_transfer").status is status


def test_before_a_refund_nothing_is_signed():
    offered = Situation(PENSION, ON, (went(K.SOCIAL_INSURANCE_AGENCY, Answer.REFUSED, refund=True),))
    assert first(offered) == (Step.PROMPT_CARD, K.SOCIAL_INSURANCE_AGENCY, Because.SIGN_NOTHING)


def test_what_is_urgent_is_asked_for_at_once_and_waits_for_no_sixty_days():
    cleared = Situation(Service.OTHER, ON, (went(K.OTHER, Answer.REFUSED, written=False),), matter=Matter.NOBODY_KNOWN)
    government = ladder(Situation(SCHOOLING, ON)).avenues[0].organ
    assert government is not None
    urgent = replace(cleared, organ=replace(government, office=K.GOVERNMENT))
    assert first(urgent) == (Step.SERVICE_APPLICATION, K.GOVERNMENT, Because.URGENT)
    assert way(urgent, "service_application").answer_expected_by is None
    assert {"state_compensation", "temporary_relief"} <= {avenue.procedure for avenue in ladder(urgent).avenues}
