"""While a reconsideration is pending it is with the body that reviews; days by hand from the statutes.

Received on Tuesday 18 August 2026. Accepted that day at the earliest, deemed so on the fifth working day, 25 August
(Reconsideration Law art. 30(3)). Sixty days (art. 62(1)): 17 October at the earliest; 24 October at the latest, a Saturday,
so Monday the 26th. Thirty in the simplified procedure (art. 62(2)): 24 September. Extended by thirty: Monday 23 November.
Fifteen days to sue from 17 October (art. 34): 1 November, a Sunday, so Monday the 2nd.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, KeyDayId, LetterId, OfficeId, VisitId
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.visits import Answer, Channel, Grounds, Visit
from caseapp.law.avenues import Avenue, Status, Why
from caseapp.law.deadline import Warn
from caseapp.law.duties import duties
from caseapp.law.first_step import Because, FirstStepKind
from caseapp.law.ladder import Ladder, ladder
from caseapp.law.of_case import situation_of
from caseapp.law.situation import Contact, Situation, WrittenAct
from caseapp.law.triggers import Event, Trigger
from caseapp.letters.say.ladder import say_first_step, say_more, say_protective
from caseapp.letters.say.ladder_card import THEIRS, say_avenue_card

RECEIVED = date(2026, 8, 18)
REFUSAL = WrittenAct(OfficeKind.POLICE_STATION, None, date(2026, 7, 6))
PENDING = Situation(Service.RESIDENCE_PERMIT, date(2026, 9, 1), acts=(REFUSAL,), reconsideration_received=RECEIVED)


def way(found: Ladder, procedure: str) -> Avenue:
    return next(avenue for avenue in found.avenues if avenue.procedure == procedure)


def periods_of(found: Ladder) -> set[str]:
    return {deadline.id for deadline in found.deadlines if deadline.who_must_act.value == "client"}


def test_it_is_with_the_body_that_reviews_until_a_day_and_a_suit_has_to_wait():
    found = ladder(PENDING)
    review, court = way(found, "admin_reconsideration"), way(found, "admin_litigation")
    assert (review.status, review.why, review.answer_expected_by) == (
        Status.UNDER_WAY, Why.UNDER_REVIEW, date(2026, 10, 26)
    )  # fmt: skip
    assert [(waits.safe_last_day, waits.article) for waits in review.waits_for] == [
        (date(2026, 10, 26), "第六十二条第一款"), (date(2026, 9, 24), "第六十二条第二款"),
    ]  # fmt: skip
    assert (court.status, court.why, court.opens_on) == (Status.NOT_YET, Why.REVIEW_BARS_SUIT, date(2026, 10, 27))
    step = found.first_step
    assert (step.kind, step.body, step.because) == (
        FirstStepKind.PROMPT_CARD, OfficeKind.GOVERNMENT, Because.UNDER_REVIEW
    )  # fmt: skip
    assert "复议" in say_first_step(step).zh and say_more(step).en.startswith("Ask on which day")
    theirs = [text for label, text in say_avenue_card(review, PENDING.on) if label == THEIRS]
    assert theirs[0].zh == (
        "作出复议决定（普通程序）：2026年10月26日（周一）前（《行政复议法》第六十二条第一款）。书面告知延长的，2026年11月23日（周一）前。"
    )
    assert "Thu 24 September 2026" in theirs[1].en


def test_what_was_taken_to_reconsideration_no_longer_asks_for_it():
    assert {"recon-apply", "lit-direct"} <= periods_of(ladder(replace(PENDING, reconsideration_received=None)))
    assert not {"recon-apply", "lit-direct"} & periods_of(ladder(PENDING))
    decided = replace(PENDING, on=date(2026, 10, 12), reconsidered=date(2026, 10, 12))
    assert periods_of(ladder(decided)) == {"lit-after-recon", "lit-after-recon-refusal"}


def test_when_their_time_is_over_the_court_opens_for_fifteen_days():
    last = ladder(replace(PENDING, on=date(2026, 10, 26)))
    assert way(last, "admin_reconsideration").why is Why.UNDER_REVIEW
    found = ladder(replace(PENDING, on=date(2026, 10, 27)))
    court = way(found, "admin_litigation")
    assert way(found, "admin_reconsideration").why is Why.REVIEW_OVERDUE
    assert (court.status, court.why, court.last_day) == (Status.OPEN, Why.READY, date(2026, 11, 2))
    assert found.first_step.kind is FirstStepKind.ADMIN_LITIGATION
    late = way(ladder(replace(PENDING, on=date(2026, 11, 3))), "admin_litigation")
    assert (late.status, late.why) == (Status.OPEN, Why.SAFE_DAY_PASSED)


def test_an_extension_that_was_told_gives_them_thirty_days_more():
    told = Event(Trigger.EXTENSION_NOTIFIED, date(2026, 10, 12))
    found = ladder(replace(PENDING, on=date(2026, 10, 27), noted=(told,)))
    review, court = way(found, "admin_reconsideration"), way(found, "admin_litigation")
    assert (review.why, review.answer_expected_by) == (Why.UNDER_REVIEW, date(2026, 11, 23))
    assert court.opens_on == date(2026, 11, 24)


def test_under_the_old_law_there_is_no_simplified_procedure():
    old = Situation(
        Service.RESIDENCE_PERMIT, date(2023, 9, 20), acts=(replace(REFUSAL, received=date(2023, 8, 21)),),
        reconsideration_received=date(2023, 9, 4),
    )  # fmt: skip
    review = way(ladder(old), "admin_reconsideration_2017")
    assert review.status is Status.UNDER_WAY
    assert [(waits.statute, waits.article) for waits in review.waits_for] == [
        ("administrative-reconsideration-law-2017", "第三十一条第一款")
    ]


def test_with_two_acts_before_it_neither_day_is_dropped_and_both_are_warned_of():
    other = WrittenAct(OfficeKind.HRSS_BUREAU, None, date(2026, 7, 20))
    found = ladder(replace(PENDING, acts=(REFUSAL, other)))
    own = [d for d in found.deadlines if d.id == "recon-apply"]
    assert len(own) == 2
    assert all(Warn.MAY_BE_UNDER_REVIEW in {caution.kind for caution in d.warnings} for d in own)
    later = replace(other, received=date(2026, 8, 31))
    assert [d.trigger_day for d in ladder(replace(PENDING, acts=(REFUSAL, later))).deadlines if d.id == "recon-apply"] == [
        date(2026, 8, 31)
    ]


def test_an_act_that_came_since_is_taken_to_reconsideration_by_itself():
    newer = WrittenAct(OfficeKind.HRSS_BUREAU, None, date(2026, 8, 31))
    found = ladder(replace(PENDING, acts=(REFUSAL, newer)))
    review = way(found, "admin_reconsideration")
    # sixty days from 31 August: 30 October, a Friday; what is pending still says by when it has to be decided
    assert (review.status, review.why, review.last_day) == (Status.OPEN, Why.ACT_KNOWN, date(2026, 10, 30))
    assert review.waits_for[0].safe_last_day == date(2026, 10, 26)
    assert found.first_step.kind is FirstStepKind.ADMIN_RECONSIDERATION
    other = ladder(replace(PENDING, acts=(REFUSAL, replace(newer, received=date(2026, 7, 20)))))
    both = way(other, "admin_reconsideration")
    assert (both.status, both.last_day) == (Status.UNDER_WAY, date(2026, 9, 4))  # the first of them, if it is not the one


def test_what_was_only_handed_in_keeps_its_day_until_the_receipt_is_known():
    sent = replace(PENDING, reconsideration_received=None, reconsideration_sent=date(2026, 8, 17))
    review = way(ladder(sent), "admin_reconsideration")
    assert (review.status, review.why, review.last_day) == (Status.UNDER_WAY, Why.REVIEW_SENT, date(2026, 9, 4))
    assert ladder(sent).first_step.because is Because.REVIEW_SENT


def test_the_document_behind_the_act_can_still_be_named_and_nobody_is_sent_to_apply_again():
    found = ladder(PENDING)
    assert way(found, "normative_document_review").why is Why.DOCUMENT_WHILE_REVIEWED
    spoken = replace(PENDING, visits=(Contact(date(2026, 8, 3), OfficeKind.POLICE_STATION, Answer.REFUSED),))
    assert not say_protective(ladder(spoken), spoken.on)


def test_a_refusal_in_writing_ends_the_silence_it_answers():
    asked = Situation(Service.RESIDENCE_PERMIT, date(2026, 9, 1), application_received=date(2026, 6, 15))
    assert "recon-inaction-apply" in periods_of(ladder(asked))
    answered = replace(asked, acts=(REFUSAL,))
    assert periods_of(ladder(answered)) == {"recon-apply", "lit-direct"}
    before = replace(asked, acts=(replace(REFUSAL, received=date(2026, 6, 12)),))
    assert "recon-inaction-apply" in periods_of(ladder(before))


def test_corrections_have_ten_working_days_and_may_begin_their_time_anew():
    """Told on 24 August: Monday 7 September. Complete then, accepted by the 14th; sixty days: Friday 13 November."""
    found = ladder(replace(PENDING, correction_told=date(2026, 8, 24)))
    correct = next(d for d in found.deadlines if d.id == "recon-correct")
    assert (correct.safe_last_day, correct.article) == (date(2026, 9, 7), "第三十一条第二款")
    review = way(found, "admin_reconsideration")
    assert review.answer_expected_by == date(2026, 11, 13)
    sue = next(d for d in found.deadlines if d.lapse_of == "recon-decide-ordinary" and d.id == "lit-after-recon-silence")
    assert sue.safe_last_day == date(2026, 11, 2)  # counted from the first receipt still


def test_the_day_a_slip_was_given_is_the_day_the_permit_is_counted_from():
    """Fifteen days from acceptance (Residence Permit Regulations art. 9): 25 June; else from receipt, 16 June."""
    asked = Situation(Service.RESIDENCE_PERMIT, date(2026, 6, 12), application_received=date(2026, 6, 1))
    for accepted, last in ((None, date(2026, 6, 16)), (date(2026, 6, 10), date(2026, 6, 25))):
        found = ladder(replace(asked, application_accepted=accepted)).deadlines
        assert [d.ripe_on for d in found if d.id == "rp-issue"] == [last]


def test_a_slip_of_the_office_says_nothing_of_when_a_review_was_accepted():
    slip = replace(PENDING, application_accepted=date(2026, 7, 1))
    assert way(ladder(slip), "admin_reconsideration").answer_expected_by == date(2026, 10, 26)


def test_the_permit_s_next_anniversary_opens_a_month_before():
    """Permit of 15 March 2025: endorsed from 15 February to 14 March 2026 (art. 10(2))."""
    permit = Situation(Service.RESIDENCE_PERMIT, date(2026, 2, 20), permit_since=date(2025, 3, 15))
    window = next(d for d in ladder(permit).deadlines if d.id == "rp-endorse")
    assert (window.opens_on, window.safe_last_day) == (date(2026, 2, 15), date(2026, 3, 14))


# --- from the record of a case

CASE = Case(CaseId("c"), "2026-A001", date(2026, 6, 1), service=Service.COMPULSORY_EDUCATION)
GOVERNMENT = Office(OfficeId("g"), OfficeKind.GOVERNMENT)


def file(*visits: Visit, received: ImpreciseDay | None = None, letters: tuple[Letter, ...] = ()) -> CaseFile:
    kind = KeyDayKind.RECONSIDERATION_RECEIVED
    days = (KeyDay(KeyDayId("k"), CASE.id, kind, received),) if received else ()
    return CaseFile(CASE, visits=visits, key_days=days, letters=letters, offices={GOVERNMENT.id: GOVERNMENT})


def asked(day: str, answer: Answer, **more: object) -> Visit:
    when = ImpreciseDay.on(date.fromisoformat(day))
    return Visit(VisitId(f"v{day}"), CASE.id, GOVERNMENT.id, 1, when, answer=answer, **more)  # type: ignore[arg-type]


def test_the_day_of_receipt_is_told_by_the_key_day_or_the_letter_the_later_one_counts():
    letter = Letter(LetterId("l"), CASE.id, "admin_reconsideration", sent_on=date(2026, 8, 14), received_on=RECEIVED)
    both = file(received=ImpreciseDay.on(date(2026, 7, 1)), letters=(letter,))
    assert situation_of(both, date(2026, 8, 17)).reconsideration_received == date(2026, 7, 1)
    assert situation_of(both, date(2026, 8, 18)).reconsideration_received == RECEIVED
    sent = replace(letter, received_on=None)
    assert situation_of(file(letters=(sent,)), date(2026, 8, 18)).reconsideration_sent == date(2026, 8, 14)


def test_a_rough_day_of_receipt_never_calls_them_late_too_soon():
    month = file(received=ImpreciseDay.month(2026, 8))
    situation = situation_of(month, date(2026, 9, 1))
    review = way(ladder(situation), "admin_reconsideration")
    # 31 August + five working days = 7 September; + 60 = 6 November, a Friday
    assert review.answer_expected_by == date(2026, 11, 6)


@pytest.mark.parametrize(
    ("visit", "pending"),
    [
        (asked("2026-08-25", Answer.NO_ANSWER), True),
        (asked("2026-08-25", Answer.REFERRED, channel=Channel.PHONE), False),
        (asked("2026-08-25", Answer.REFUSED, grounds=Grounds.NOT_COMPETENT), False),
    ],
)
def test_no_word_reading_is_needed_to_know_what_a_visit_was_about(visit: Visit, pending: bool):
    known = file(visit, received=ImpreciseDay.on(RECEIVED))
    situation = situation_of(known, date(2026, 9, 1))
    assert situation.visits[0].review
    assert (situation.under_review is not None) == pending
    assert bool(duties(known, date(2026, 9, 1))[0].matter.value == "review") is not pending


def test_what_was_said_before_the_receipt_does_not_undo_it():
    away = asked("2026-08-10", Answer.REFERRED, asked="申请行政复议")
    assert situation_of(file(away), date(2026, 9, 1)).under_review is None
    received = file(away, received=ImpreciseDay.on(RECEIVED))
    assert situation_of(received, date(2026, 9, 1)).under_review == RECEIVED


def test_an_application_received_after_a_decision_is_about_another_act():
    decided = asked("2026-07-10", Answer.REFUSED, asked="申请行政复议", written=True)
    assert situation_of(file(decided), date(2026, 9, 1)).reconsidered == date(2026, 7, 10)
    again = situation_of(file(decided, received=ImpreciseDay.on(RECEIVED)), date(2026, 9, 1))
    assert (again.reconsidered, again.under_review) == (None, RECEIVED)


def test_a_decision_ends_it_and_a_government_nobody_applied_to_does_not_review():
    decided = asked("2026-10-12", Answer.REFUSED, written=True)
    assert situation_of(file(decided, received=ImpreciseDay.on(RECEIVED)), date(2026, 10, 20)).reconsidered == date(
        2026, 10, 12
    )
    unasked = situation_of(file(decided), date(2026, 10, 20))
    assert unasked.reconsidered is None and not unasked.visits[0].review
