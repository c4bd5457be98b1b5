"""Days of the public cases where law or fact is disputed: both readings show. Each day computed by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from caseapp.law.avenues import Status, Why
from caseapp.law.triggers import Event, Trigger
from caseapp.work.deadlines import deadlines_for_events
from tests.public_samples.expected import OLD_REVIEW, RECONSIDERATION


def test_heshan_sixty_days_from_the_date_on_the_paper_and_a_year_if_the_remedy_was_not_told(told):
    """Reconsideration Law art. 20(1), (3): 4 July 2024 and 60 days is Monday 2 September; a year at most."""
    period = told("jm-heshan-first-visit-not-registered").avenue("admin_reconsideration").deadline
    assert (period.safe_last_day, period.arguable_until) == (date(2024, 9, 2), date(2025, 7, 4))


def test_heshan_stays_alive_after_its_safe_day(told):
    """9 September 2024, the day of the application: late by the date on the paper, arguable until 4 July 2025."""
    late = told("jm-heshan-first-visit-not-registered").avenue("admin_reconsideration", date(2024, 9, 9))
    assert (late.status, late.why) == (Status.OPEN, Why.SAFE_DAY_PASSED)


def test_heshan_is_over_only_once_every_argument_is_gone(told):
    """After the year only an obstacle can be argued (art. 20(2)), and five years from the act nothing (art. 21)."""
    heshan = told("jm-heshan-first-visit-not-registered")
    after_the_year = heshan.avenue("admin_reconsideration", date(2025, 7, 5))
    left = [one.article for one in after_the_year.deadline.later if one.until is None or one.until >= date(2025, 7, 5)]
    assert (after_the_year.status, left) == (Status.OPEN, ["第二十条第二款"])
    assert heshan.avenue("admin_reconsideration", date(2029, 7, 4)).status is Status.OPEN
    assert heshan.avenue("admin_reconsideration", date(2029, 7, 5)).status is Status.CLOSED


def test_heshan_court_is_at_choice_for_work_injury_and_six_months_end_on_a_saturday(told):
    """Reconsideration Law art. 23 does not put it first; Litigation Law art. 46; 4 January 2025 is a Saturday."""
    court = told("jm-heshan-first-visit-not-registered").avenue("admin_litigation")
    assert (court.status, court.why, court.deadline.ripe_on) == (Status.OPEN, Why.CHOICE, date(2025, 1, 4))


def test_heshan_the_year_from_the_injury_ended_by_the_bureaus_count_but_may_be_argued_on():
    """Work Injury Regulations art. 17(2); time lost through the bureau's register is left out (Provisions art. 7(2)(4))."""
    found = deadlines_for_events([Event(Trigger.INJURY_OR_DIAGNOSIS, date(2022, 9, 15))], date(2024, 7, 4))
    (year,) = (one for one in found if one.id == "wi-worker-file")
    assert (year.safe_last_day, year.state(date(2024, 7, 4)).value) == (date(2023, 9, 15), "safe_day_passed")


@pytest.mark.parametrize(
    ("on", "procedure", "statute", "article"),
    [
        (date(2019, 2, 28), OLD_REVIEW, "administrative-reconsideration-law-2017", "第十五条第一款第三项"),
        (date(2023, 12, 31), OLD_REVIEW, "administrative-reconsideration-law-2017", "第十五条第一款第三项"),
        (date(2024, 1, 1), RECONSIDERATION, "administrative-reconsideration-law-2023", "第二十四条第一款第四项"),
    ],
)
def test_hefei_another_body_reviews_the_agency_before_and_after_2024(told, on, procedure, statute, article):
    body = told("hf-wrong-reconsideration-body").avenue(procedure, on).body
    assert (body.statute, body.article) == (statute, article)


def test_hefei_the_bureau_reviews_until_2023_and_only_the_government_from_2024(told):
    hefei = told("hf-wrong-reconsideration-body")
    before, after = (hefei.avenue(one, day).body.zh for one, day in ((OLD_REVIEW, date(2023, 12, 31)),
                     (RECONSIDERATION, date(2024, 1, 1))))  # fmt: skip
    assert "工作部门" in before and "工作部门" not in after and "人民政府" in after


def test_hefei_no_last_day_is_named_while_the_day_of_the_agencys_act_is_not_known(told):
    assert told("hf-wrong-reconsideration-body").avenue(OLD_REVIEW).last_day is None


def test_xingyi_read_as_a_refusal_the_reply_runs_sixty_days_to_a_sunday():
    """Old law art. 9; 11 December 2019 and 60 days is Sunday 9 February 2020: filed on the Friday before."""
    found = deadlines_for_events([Event(Trigger.KNEW_OF_ACT, date(2019, 12, 11))], date(2019, 12, 11))
    (sixty,) = (one for one in found if one.procedure == OLD_REVIEW)
    assert (sixty.ripe_on, sixty.act_by) == (date(2020, 2, 9), date(2020, 2, 7))


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("xy-gaokao-insurance-interrupted", date(2020, 1, 30)),  # the school's refusal, in December: from the first
        ("nc-no-permit-no-school", date(2019, 9, 30)),  # a reply of August 2019
        ("bj-permit-no-proper-lease", date(2016, 12, 31)),  # the station's refusal, in November 2016
        ("ks-points-enrolment-suit", date(2015, 3, 2)),  # the year alone is known
        ("hf-bj-hukou-transfer-both-refuse", date(2007, 5, 11)),  # 12 March 2007
        ("bj-2014-higher-vocational-six-years", date(2014, 6, 30)),  # in May 2014
        ("dg-refund-instead-of-transfer", date(2008, 1, 30)),  # in December 2007
        ("bj-haidian-dormitory-bulldozed", date(2011, 2, 19)),  # 21 December 2010
    ],
)
def test_a_refusal_that_starts_no_clock_for_sure_has_its_protective_day(told, name, day):
    """Sixty days from the earliest reading of the day, counted in case it is an act after all."""
    ladder = told(name).ladder()
    assert (ladder.clock_running, ladder.protective_day) == (False, day)


@pytest.mark.parametrize("name", ["hk-both-parents-insurance", "zz-2014-papers-do-not-match", "nn-school-full-at-dawn"])
def test_a_school_that_sends_away_has_its_protective_day_too(told, name):
    assert told(name).ladder().protective_day == told(name).file.visits[0].day.earliest + timedelta(60)


def test_haidian_to_clear_a_place_is_an_act_whoever_did_it(told):
    """Old law art. 9: 21 December 2010 and 60 days is Saturday 19 February 2011, no table: Friday the 18th; a suit three
    months (law of 1989, art. 39), Monday 21 March. Whom to go against is asked first, and at once."""
    haidian = told("bj-haidian-dormitory-bulldozed")
    review, court = haidian.avenue(OLD_REVIEW), haidian.avenue("admin_litigation")
    assert (review.status, review.deadline.ripe_on, review.deadline.act_by) == (
        Status.OPEN, date(2011, 2, 19), date(2011, 2, 18),
    )  # fmt: skip
    assert (court.status, court.last_day) == (Status.OPEN, date(2011, 3, 21))
    assert haidian.avenue(OLD_REVIEW, date(2011, 2, 22)).status is not Status.OPEN


def test_xian_a_written_cancellation_has_sixty_days():
    """14 February 2008 and 60 days is 14 April 2008, a Monday (old law art. 9)."""
    found = deadlines_for_events([Event(Trigger.KNEW_OF_ACT, date(2008, 2, 14))], date(2008, 3, 18))
    assert [one.safe_last_day for one in found if one.procedure == OLD_REVIEW] == [date(2008, 4, 14)]


def test_xian_reconsideration_is_open_until_then_and_the_examination_comes_first(told):
    review = told("xa-hukou-moved-both-provinces-refuse").avenue(OLD_REVIEW)
    assert (review.status, review.last_day, review.answer_in_time) == (Status.OPEN, date(2008, 4, 14), True)


def test_xian_the_court_is_at_choice(told):
    court = told("xa-hukou-moved-both-provinces-refuse").avenue("admin_litigation")
    assert court.needs == "" and court.status is not Status.NEEDS_FIRST


def test_award_fifteen_days_from_the_decision_end_on_a_sunday(told):
    """Litigation Law art. 45: 12 October 2024 and 15 days is Sunday 27 October; the last day is Monday."""
    court = told("xx-award-unenforced-late-reconsideration").avenue("admin_litigation")
    assert (court.status, court.deadline.ripe_on, court.last_day) == (Status.OPEN, date(2024, 10, 27), date(2024, 10, 28))


def test_award_the_level_of_the_court_follows_the_organ_that_first_acted(told):
    """Interpretation 2018 art. 134(3): where the reviewing organ is sued beside it."""
    assert told("xx-award-unenforced-late-reconsideration").avenue("admin_litigation").body.article == "第十八条第一款"


def test_award_two_years_to_enforce_are_counted_from_the_day_it_was_made_and_the_complaint_is_argued(told):
    """Arbitration Law art. 47(2): on social insurance it may be final, in force from 25 July 2018; two years end on a
    Saturday. A complaint of 29 March 2019 may interrupt (Civil Procedure Law art. 250(1)): 29 March 2021."""
    period = told("xx-award-unenforced-late-reconsideration").avenue("award_enforcement").deadline
    assert (period.ripe_on, period.safe_last_day) == (date(2020, 7, 25), date(2020, 7, 27))
    assert period.arguable_until == date(2021, 3, 29)


def test_cleaner_inspection_is_open_two_years_from_the_earliest_day_of_leaving(told):
    """Supervision Regulations art. 20: in April 2017 means from the first, so that the safe day is never late."""
    inspection = told("xx-cleaner-backpay-within-two-years").avenue("labour_inspection_complaint")
    assert (inspection.status, inspection.last_day) == (Status.OPEN, date(2019, 4, 1))


def test_permit_once_accepted_it_has_fifteen_days_or_thirty_and_not_sixty():
    """Permit Regulations art. 9(6), counted from acceptance on 30 November 2016."""
    accepted = Event(Trigger.APPLICATION_ACCEPTED, date(2016, 11, 30))
    found = deadlines_for_events([accepted], date(2016, 11, 30), service="residence_permit")
    (own,) = (one for one in found if one.id == "rp-issue")
    assert (own.safe_last_day, own.late_after) == (date(2016, 12, 15), date(2016, 12, 30))
