from __future__ import annotations

from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, KeyDayId, LetterId, OfficeId, VisitId, WrittenAnswerId
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.visits import Answer, Visit, WrittenAnswer
from caseapp.law.happened import events
from caseapp.law.of_case import situation_of
from caseapp.law.protection import protective

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
