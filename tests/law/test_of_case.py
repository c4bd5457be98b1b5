from __future__ import annotations

from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, KeyDayId, LetterId, OfficeId, VisitId, WrittenAnswerId
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.visits import Answer, Visit, WrittenAnswer
from caseapp.law.derive import derive
from caseapp.law.happened import events
from caseapp.law.of_case import situation_of
from caseapp.law.protection import protective

ON = date(2026, 7, 2)
CASE = Case(CaseId("c"), "2026-A001", date(2026, 6, 1), service=Service.COMPULSORY_EDUCATION)
BUREAU = Office(OfficeId("b"), OfficeKind.EDUCATION_BUREAU)
SCHOOL = Office(OfficeId("s"), OfficeKind.SCHOOL)
OFFICES = {BUREAU.id: BUREAU, SCHOOL.id: SCHOOL}


def test_what_happened_after_the_day_is_not_in_it():
    visit = Visit(VisitId("v"), CASE.id, SCHOOL.id, 1, ImpreciseDay.on(date(2026, 6, 10)), answer=Answer.REFUSED)
    letter = Letter(LetterId("l"), CASE.id, "service_application", received_on=date(2026, 6, 17))
    file = CaseFile(CASE, visits=(visit,), letters=(letter,), offices=OFFICES)
    early, late = situation_of(file, date(2026, 6, 9)), situation_of(file, date(2026, 6, 20))
    assert (early.visits, early.application_received) == ((), None)
    assert late.visits[0].office is OfficeKind.SCHOOL
    assert late.application_received == date(2026, 6, 17)


def test_a_paper_of_which_only_the_day_is_known_is_taken_as_the_duty_organs():
    day = KeyDay(KeyDayId("k"), CASE.id, KeyDayKind.PAPER_RECEIVED, ImpreciseDay.month(2026, 5))
    act = situation_of(CaseFile(CASE, key_days=(day,)), date(2026, 6, 20)).acts[0]
    assert (act.office, act.received) == (OfficeKind.EDUCATION_BUREAU, date(2026, 5, 1))


def test_an_entered_paper_stands_in_place_of_the_bare_day():
    day = KeyDay(KeyDayId("k"), CASE.id, KeyDayKind.PAPER_RECEIVED, ImpreciseDay.on(date(2026, 5, 4)))
    paper = WrittenAnswer(
        WrittenAnswerId("w"), CASE.id, SCHOOL.id, dated=date(2026, 5, 2), received=date(2026, 5, 4), told_right=False
    )
    acts = situation_of(CaseFile(CASE, key_days=(day,), written_answers=(paper,), offices=OFFICES), date(2026, 6, 1)).acts
    assert [(act.office, act.dated, act.received, act.told) for act in acts] == [
        (OfficeKind.SCHOOL, date(2026, 5, 2), date(2026, 5, 4), False)
    ]


def test_a_visit_without_a_day_starts_nothing():
    visit = Visit(VisitId("v"), CASE.id, SCHOOL.id, 1, None, answer=Answer.REFUSED)
    situation = situation_of(CaseFile(CASE, visits=(visit,), offices=OFFICES), date(2026, 6, 20))
    assert [(contact.day, contact.answer) for contact in situation.visits] == [(None, Answer.REFUSED)]
    assert events(situation) == () and protective(situation) is None


def noted(*days: tuple[KeyDayKind, ImpreciseDay]) -> CaseFile:
    kept = tuple(KeyDay(KeyDayId(kind.value), CASE.id, kind, day) for kind, day in days)
    return CaseFile(CASE, key_days=kept, offices=OFFICES)


def test_a_notice_counts_as_service_on_its_thirtieth_day():
    """Implementing Regulations art. 15(1)(4): 1 June 2026 and 30 days is 1 July; sixty days later 30 August."""
    file = noted((KeyDayKind.NOTICE_PUBLISHED, ImpreciseDay.on(date(2026, 6, 1))))
    found = [one for one in derive(events(situation_of(file, ON)), on=ON) if one.id == "recon-apply"]
    assert [(one.trigger_day, one.ripe_on) for one in found] == [(date(2026, 7, 1), date(2026, 8, 30))]


def test_a_day_noted_later_is_not_known_yet():
    file = noted((KeyDayKind.EXTENSION_TOLD, ImpreciseDay.on(date(2026, 7, 1))))
    assert situation_of(file, date(2026, 6, 30)).noted == ()
    assert len(situation_of(file, date(2026, 7, 1)).noted) == 1


def test_time_lost_is_given_back_from_the_latest_day_it_may_have_begun():
    """Reconsideration Law art. 20(2): kept from acting for ten days, ten days later."""
    act = (KeyDayKind.PAPER_RECEIVED, ImpreciseDay.on(date(2026, 6, 8)))
    began = (KeyDayKind.OBSTACLE_BEGAN, ImpreciseDay(date(2026, 6, 20), date(2026, 6, 25)))
    ended = (KeyDayKind.OBSTACLE_ENDED, ImpreciseDay.on(date(2026, 7, 5)))
    on = date(2026, 7, 10)
    (sixty,) = (one for one in derive(events(situation_of(noted(act, began, ended), on)), on=on) if one.id == "recon-apply")
    assert sixty.safe_last_day == date(2026, 8, 7)
    assert date(2026, 8, 17) in {later.until for later in sixty.later}
