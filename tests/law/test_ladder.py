"""First steps and avenues of real situations (PRACTICE L1, L2, L6, M1, E2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.cases import Service
from caseapp.domain.offices import Level, OfficeKind
from caseapp.domain.visits import Answer, Grounds
from caseapp.law.avenues import Avenue, Joint, Status, Why, reasons
from caseapp.law.deadline import Warn
from caseapp.law.duties import Matter
from caseapp.law.first_step import FirstStepKind
from caseapp.law.ladder import Ladder, ladder
from caseapp.law.situation import Contact, Situation, WrittenAct
from caseapp.letters.say.ladder_card import BODY, CLOSES, FEE, MIND, SEEN, SEVERAL, UNSURE, say_avenue_card

SCHOOL = Service.COMPULSORY_EDUCATION
BUREAU = (OfficeKind.EDUCATION_BUREAU, Level.DISTRICT)


def way(found: Ladder, procedure: str) -> Avenue:
    return next(avenue for avenue in found.avenues if avenue.procedure == procedure)


def refused(day: str, office: OfficeKind, *, written: bool = False) -> Contact:
    return Contact(date.fromisoformat(day), office, Answer.REFUSED, written)


def referred(day: str, office: OfficeKind) -> Contact:
    return Contact(date.fromisoformat(day), office, Answer.REFERRED)


def test_a_school_s_no_starts_no_clock_but_leaves_a_protective_day():
    found = ladder(Situation(SCHOOL, date(2017, 7, 15), (refused("2017-05-20", OfficeKind.SCHOOL),), minor=True))
    assert not found.clock_running
    assert found.protective_day == date(2017, 7, 19)
    assert found.first_step.kind is FirstStepKind.SERVICE_APPLICATION
    assert (found.first_step.body, found.first_step.level) == BUREAU
    assert found.first_step.asks_in_the_alternative


def test_a_protective_day_on_a_sunday_is_told_as_the_friday_before():
    found = ladder(Situation(SCHOOL, date(2026, 6, 12), (refused("2026-06-10", OfficeKind.SCHOOL),)))
    assert (found.protective_day, found.protective_act_by) == (date(2026, 8, 9), date(2026, 8, 7))


def test_the_approval_limbo_begins_with_an_application_to_the_bureau():
    visits = (
        referred("2012-05-14", OfficeKind.SCHOOL),
        referred("2012-06-04", OfficeKind.GOVERNMENT),
        referred("2012-07-09", OfficeKind.SCHOOL),
        refused("2012-09-03", OfficeKind.GOVERNMENT),
    )
    found = ladder(Situation(SCHOOL, date(2012, 9, 10), visits, useful_until=date(2012, 9, 1)))
    assert not found.clock_running
    assert (found.first_step.kind, found.first_step.body) == (FirstStepKind.SERVICE_APPLICATION, BUREAU[0])
    assert way(found, "admin_reconsideration_2017").status is Status.NEEDS_FIRST


def test_a_school_in_march_puts_nobody_out_of_time_in_august():
    found = ladder(Situation(SCHOOL, date(2026, 8, 20), (refused("2026-03-02", OfficeKind.SCHOOL),)))
    assert found.first_step.kind is FirstStepKind.SERVICE_APPLICATION
    assert all(avenue.status is not Status.CLOSED for avenue in found.avenues)


def test_while_the_bureau_s_period_runs_one_waits_with_a_card_in_hand():
    on = date(2026, 8, 17)
    found = ladder(Situation(SCHOOL, on, application_received=date(2026, 6, 17), useful_until=date(2026, 9, 1)))
    assert found.first_step.kind is FirstStepKind.PROMPT_CARD
    review = way(found, "admin_reconsideration")
    assert (review.status, review.opens_on, review.last_day) == (Status.NOT_YET, date(2026, 8, 18), date(2026, 10, 15))


def test_from_the_day_after_the_moved_day_silence_can_be_reviewed():
    situation = Situation(SCHOOL, date(2026, 8, 18), application_received=date(2026, 6, 17), useful_until=date(2026, 9, 1))
    found = ladder(situation)
    review = way(found, "admin_reconsideration")
    assert (found.first_step.kind, found.first_step.body) == (FirstStepKind.ADMIN_RECONSIDERATION, OfficeKind.GOVERNMENT)
    assert (review.status, review.why, review.last_day) == (Status.OPEN, Why.SILENCE_RIPE, date(2026, 10, 15))
    assert review.answer_in_time is False  # decided in October, term starts in September
    assert way(found, "admin_litigation").status is Status.NEEDS_FIRST
    assert way(found, "admin_litigation").needs == "admin_reconsideration"


def test_a_written_refusal_of_a_police_station_is_reviewed():
    act = WrittenAct(OfficeKind.POLICE_STATION, date(2026, 7, 3), date(2026, 7, 6), told_right=False, told_body=False)
    found = ladder(Situation(Service.RESIDENCE_PERMIT, date(2026, 7, 16), acts=(act,)))
    review = way(found, "admin_reconsideration")
    assert found.clock_running
    assert (review.status, review.last_day) == (Status.OPEN, date(2026, 9, 4))
    assert review.deadline is not None and review.deadline.arguable_until == date(2027, 7, 6)
    assert way(found, "normative_document_review").status is Status.OPEN


def test_after_the_safe_day_review_stays_open_with_a_lawyer():
    act = WrittenAct(OfficeKind.POLICE_STATION, date(2026, 7, 3), date(2026, 7, 6), told_period=False)
    found = ladder(Situation(Service.RESIDENCE_PERMIT, date(2026, 11, 21), acts=(act,)))
    assert way(found, "admin_reconsideration").why is Why.SAFE_DAY_PASSED


def test_two_papers_of_two_offices_are_both_counted():
    acts = (WrittenAct(OfficeKind.POLICE_STATION, None, date(2026, 7, 6)),)
    visits = (refused("2026-06-20", OfficeKind.STREET_OFFICE, written=True),)
    found = ladder(Situation(Service.RESIDENCE_PERMIT, date(2026, 7, 16), visits, acts))
    assert {d.trigger_day for d in found.deadlines if d.id == "recon-apply"} == {date(2026, 7, 6), date(2026, 6, 20)}


def test_before_2024_one_may_also_sue_at_once():
    act = WrittenAct(OfficeKind.EDUCATION_BUREAU, date(2023, 9, 1), date(2023, 9, 4))
    found = ladder(Situation(SCHOOL, date(2023, 10, 9), acts=(act,)))
    assert way(found, "admin_litigation").why is Why.CHOICE
    assert way(found, "admin_litigation").last_day == date(2024, 3, 4)


def test_a_worker_without_a_contract_has_arbitration_and_inspection():
    on = date(2010, 12, 29)
    visits = (refused("2010-02-01", OfficeKind.EMPLOYER),)
    found = ladder(Situation(Service.LABOUR, on, visits, employment_started=date(2009, 10, 29)))
    statutory = [a.procedure for a in found.avenues if a.status is Status.OPEN and a.procedure.startswith("labour")]
    assert statutory == ["labour_arbitration", "labour_inspection_complaint", "labour_mediation"]
    assert found.private_obstructer is OfficeKind.EMPLOYER
    assert {"lab-double-wage", "lab-open-ended"} <= set(found.rights)
    assert not found.clock_running and found.protective_day is None
    wage = next(d for d in found.deadlines if d.id == "lab-double-wage")
    assert wage.safe_last_day == date(2010, 11, 29)
    assert date(2011, 10, 29) in {later.until for later in wage.later}


def test_inspection_closes_two_years_after_the_end():
    found = ladder(Situation(Service.LABOUR, date(2026, 3, 10), employment_ended=date(2024, 3, 1)))
    assert way(found, "labour_inspection_complaint").status is Status.CLOSED


def test_slow_ways_do_not_stand_alone_unnoticed():
    situation = Situation(SCHOOL, date(2026, 8, 20), useful_until=date(2026, 9, 1))
    assert ladder(situation).slow_alone
    assert way(ladder(situation), "service_application").answer_in_time is False


def police(day: str, **told: bool) -> WrittenAct:
    return WrittenAct(OfficeKind.POLICE_STATION, None, date.fromisoformat(day), **told)


def test_after_the_safe_day_a_direct_suit_can_still_be_tried_within_six_months():
    told = {"told_right": True, "told_body": True, "told_period": True}
    act = police("2026-07-06", **told)
    running = ladder(Situation(Service.RESIDENCE_PERMIT, date(2026, 9, 4), acts=(act,)))
    assert way(running, "admin_litigation").why is Why.RECONSIDER_FIRST
    late = ladder(Situation(Service.RESIDENCE_PERMIT, date(2026, 9, 7), acts=(act,)))
    court = way(late, "admin_litigation")
    assert (court.status, court.why, court.last_day) == (Status.OPEN, Why.MAY_STILL_SUE, date(2027, 1, 6))
    over = ladder(Situation(Service.RESIDENCE_PERMIT, date(2027, 1, 7), acts=(act,)))
    assert way(over, "admin_litigation").status is Status.NEEDS_FIRST


def test_when_reconsideration_is_silent_the_court_opens_before_its_fifteen_days_are_over():
    pending = Situation(Service.RESIDENCE_PERMIT, date(2026, 10, 27), reconsideration_received=date(2026, 8, 18))
    court = way(ladder(pending), "admin_litigation")
    assert (court.status, court.why, court.last_day) == (Status.OPEN, Why.READY, date(2026, 11, 2))


def test_if_only_the_simplified_period_is_over_one_asks_which_it_is():
    pending = Situation(Service.RESIDENCE_PERMIT, date(2026, 9, 28), reconsideration_received=date(2026, 8, 18))
    court = way(ladder(pending), "admin_litigation")
    assert (court.status, court.why) == (Status.OPEN, Why.ASK_WHICH_PERIOD)


def test_around_a_long_holiday_the_court_opens_before_the_client_s_day_is_gone():
    """Received on 24 January 2025, nobody knows when accepted: safe until 9 April, surely late after the 11th."""
    pending = Situation(Service.RESIDENCE_PERMIT, date(2025, 4, 8), reconsideration_received=date(2025, 1, 24))
    court = way(ladder(pending), "admin_litigation")
    assert (court.status, court.why, court.last_day) == (Status.OPEN, Why.ASK_WHICH_PERIOD, date(2025, 4, 9))


@given(st.dates(date(2024, 1, 2), date(2026, 8, 31)))
def test_on_the_day_a_client_is_told_to_go_the_court_is_open(received: date):
    pending = Situation(Service.RESIDENCE_PERMIT, received, reconsideration_received=received)
    own = (d for d in ladder(pending).deadlines if d.lapse_of == "recon-decide-ordinary")
    told = next(d.act_by for d in own if d.id == "lit-after-recon-silence")
    court = way(ladder(replace(pending, on=told)), "admin_litigation")
    assert court.status is Status.OPEN and court.last_day is not None and court.last_day >= told


def test_a_claim_on_insurance_is_not_called_silent_by_a_period_that_may_not_be_its_own():
    situation = Situation(Service.HEALTH_INSURANCE, date(2026, 4, 20), application_received=date(2026, 3, 2))
    review = way(ladder(situation), "admin_reconsideration")
    assert review.status is Status.NOT_YET  # ten working days are over, the sixty days are not
    assert review.opens_on == date(2026, 5, 7)
    assert review.last_day is not None and review.last_day < date(2026, 6, 30)  # the client counts from the shortest


def test_the_body_is_that_of_the_law_of_the_day():
    act = WrittenAct(OfficeKind.EDUCATION_BUREAU, None, date(2023, 12, 4))
    old = way(ladder(Situation(SCHOOL, date(2023, 12, 29), acts=(act,))), "admin_reconsideration_2017").body
    new = way(ladder(Situation(SCHOOL, date(2024, 1, 2), acts=(act,))), "admin_reconsideration").body
    assert old and new and "上一级主管部门" in old.zh and new.zh == "该部门的本级人民政府"
    court = way(ladder(Situation(SCHOOL, date(2024, 1, 2), acts=(act,))), "admin_litigation").body
    assert court and "基层人民法院" in court.zh


def test_the_application_goes_to_the_organ_with_the_duty():
    organ = way(ladder(Situation(SCHOOL, date(2026, 6, 12))), "service_application").organ
    assert organ and (organ.office, organ.level) == BUREAU


def test_an_award_opens_the_labour_court_for_fifteen_days():
    before = ladder(Situation(Service.LABOUR, date(2026, 4, 15)))
    assert (way(before, "labour_litigation").status, way(before, "labour_litigation").needs) == (
        Status.NEEDS_FIRST, "labour_arbitration",
    )  # fmt: skip
    after = ladder(Situation(Service.LABOUR, date(2026, 4, 20), decision_served=date(2026, 4, 16)))
    court = way(after, "labour_litigation")
    assert (court.status, court.last_day) == (Status.OPEN, date(2026, 5, 1))


def test_with_less_than_seven_days_left_aid_can_be_asked_for_at_once():
    acts = (police("2026-07-06"),)
    near = ladder(Situation(Service.RESIDENCE_PERMIT, date(2026, 8, 29), acts=acts))
    assert way(near, "legal_aid").why is Why.URGENT_AID
    far = ladder(Situation(Service.RESIDENCE_PERMIT, date(2026, 8, 28), acts=acts))
    assert way(far, "legal_aid").why is Why.FREE_LAWYER


def test_a_call_to_the_hotline_is_named_beside_the_period_it_does_not_stop():
    visits = (Contact(date(2026, 7, 10), OfficeKind.HOTLINE, Answer.REFERRED),)
    found = ladder(Situation(Service.RESIDENCE_PERMIT, date(2026, 7, 16), visits, (police("2026-07-06"),)))
    period = next(d for d in found.deadlines if d.id == "recon-apply")
    assert period.safe_last_day == date(2026, 9, 4)
    assert Warn.STOPS_NO_CLOCK in {caution.kind for caution in period.warnings}


def test_a_receipt_nobody_kept_is_warned_of_on_the_organ_s_clock():
    situation = Situation(SCHOOL, date(2026, 7, 1), application_received=date(2026, 6, 17), application_proved=False)
    clock = next(d for d in ladder(situation).deadlines if d.id == "recon-inaction-ripe-no-period")
    assert Warn.NOT_PROVED in {caution.kind for caution in clock.warnings}


SITUATIONS = st.builds(
    Situation,
    service=st.sampled_from(Service),
    on=st.dates(date(2018, 1, 1), date(2027, 6, 1)),
    visits=st.lists(
        st.builds(
            Contact, st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)), st.sampled_from(OfficeKind),
            st.sampled_from(Answer), st.none() | st.booleans(), st.none() | st.sampled_from(Grounds), review=st.booleans(),
            refund=st.booleans(),
        ),
        max_size=4,
    ).map(tuple),
    acts=st.lists(
        st.builds(
            WrittenAct, st.sampled_from(OfficeKind), st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)),
            st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)), st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    application_received=st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)),
    reconsideration_received=st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)),
    carried_out=st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)),
    decision_served=st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)),
    employment_ended=st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)),
    injured=st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)),
    reconsidered=st.none() | st.dates(date(2018, 1, 1), date(2027, 1, 1)),
    premiums_unpaid=st.booleans(),
    matter=st.sampled_from(Matter),
    households=st.integers(1, 40),
)  # fmt: skip


@given(SITUATIONS)
def test_no_path_yields_a_petition_for_two_households(situation: Situation):
    found = ladder(situation)
    petitions = [avenue for avenue in found.avenues if avenue.procedure == "petition"]
    assert bool(petitions) == (situation.households == 1)
    assert all(avenue.joint is Joint.NEVER for avenue in petitions)
    assert found.first_step.kind.value != "petition"


def test_rules_for_groups_that_stand_in_the_replaced_regulations_are_marked():
    """Representatives above five applicants: art. 8 of the Regulations of 2007, replaced on 1 July 2026, not read."""
    marks = {}
    for on in (date(2026, 6, 30), date(2026, 7, 1)):
        review = way(ladder(Situation(Service.RESIDENCE_PERMIT, on, acts=(police("2026-06-08"),))), "admin_reconsideration")
        marks[on] = [text.zh for label, text in say_avenue_card(review, on) if label == UNSURE]
    assert marks[date(2026, 6, 30)] == []
    assert len(marks[date(2026, 7, 1)]) == 1 and marks[date(2026, 7, 1)][0].startswith("新条例未核对")


@given(SITUATIONS)
def test_every_way_says_who_decides_what_it_closes_costs_shows_and_risks(situation: Situation):
    for avenue in ladder(situation).avenues:
        said = dict(say_avenue_card(avenue, situation.on))
        assert {BODY, CLOSES, FEE, SEEN, SEVERAL, MIND} <= set(said), avenue.procedure
        assert all(text.zh and text.en and text.zh != text.en for text in said.values())


@given(SITUATIONS)
def test_a_petition_stands_below_every_other_way(situation: Situation):
    names = [avenue.procedure for avenue in ladder(situation).avenues]
    assert "petition" not in names[:-1]


@given(SITUATIONS)
def test_words_alone_never_start_a_clock(situation: Situation):
    found = ladder(situation)
    if not any(visit.written for visit in situation.visits) and not situation.acts:
        asked = situation.application_received is not None
        assert found.clock_running == asked or (asked and (situation.reconsidered or situation.under_review) is not None)


@given(SITUATIONS)
def test_a_closed_way_has_no_day_left(situation: Situation):
    for avenue in ladder(situation).avenues:
        if avenue.status is Status.CLOSED and avenue.deadline:
            assert avenue.deadline.safe_last_day < situation.on


@pytest.mark.parametrize("why", Why)
def test_every_reason_is_said_in_both_languages(why: Why):
    assert all(reasons()[why])
