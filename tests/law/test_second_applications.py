"""Two written applications in one case: the silence that met the first is not hidden by the second (PRACTICE L3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Service
from caseapp.domain.ids import CaseId, LetterId, OfficeId, WrittenAnswerId
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.visits import WrittenAnswer
from caseapp.law.avenues import Avenue, Status, Why
from caseapp.law.deadline import Warn
from caseapp.law.first_step import FirstStepKind
from caseapp.law.ladder import ladder
from caseapp.law.of_case import situation_of
from caseapp.letters.clock import silence_after
from caseapp.letters.say.ladder_card import say_applications

BUREAU = Office(OfficeId("b"), OfficeKind.EDUCATION_BUREAU)
CASE = Case(CaseId("c"), "2026-A001", date(2026, 3, 1), service=Service.COMPULSORY_EDUCATION)
FIRST, SECOND = date(2026, 3, 2), date(2026, 6, 1)
"""Sixty days from 2 March: 1 May, in the holiday, late after Wednesday 6 May; then sixty from 1 May: 30 June, a Tuesday.
Sixty from 1 June: Friday 31 July; then sixty: 29 September, a Tuesday."""


def letter(day: date) -> Letter:
    id_, kind = LetterId(day.isoformat()), "service_application"
    return Letter(id_, CASE.id, kind, BUREAU.id, sent_on=day, received_on=day, receipt="EMS")


BOTH = CaseFile(CASE, letters=(letter(FIRST), letter(SECOND)), offices={BUREAU.id: BUREAU})


def review(file: CaseFile, on: date) -> Avenue:
    return next(way for way in ladder(situation_of(file, on)).avenues if way.procedure == "admin_reconsideration")


def test_the_first_silence_is_open_with_its_own_day_while_the_second_is_not_ripe():
    way = review(BOTH, date(2026, 6, 15))
    assert (way.status, way.why, way.last_day) == (Status.OPEN, Why.SILENCE_RIPE, date(2026, 6, 30))
    assert [(d.applied, d.opens_on, d.safe_last_day) for d in way.also] == [(SECOND, date(2026, 8, 1), date(2026, 9, 29))]
    assert ladder(situation_of(BOTH, date(2026, 6, 15))).first_step.kind is FirstStepKind.ADMIN_RECONSIDERATION


def test_each_day_says_of_which_application_it_is():
    on = date(2026, 6, 15)
    first, second = (text.en for text in say_applications(review(BOTH, on), on))
    assert "2 March" in first and "by Tue 30 June" in first
    assert "1 June" in second and "from Sat 1 August" in second and "29 September" in second
    warned = {
        deadline.applied: [c.day for c in deadline.warnings if c.kind is Warn.OTHER_APPLICATION]
        for deadline in ladder(situation_of(BOTH, date(2026, 6, 15))).deadlines if deadline.id == "recon-inaction-apply"
    }  # fmt: skip
    assert warned == {FIRST: [FIRST], SECOND: [SECOND]}


def test_when_nothing_but_a_restart_is_left_of_the_first_the_second_is_waited_for():
    argued, waiting, ripe = (review(BOTH, day) for day in (date(2026, 7, 1), date(2026, 7, 20), date(2026, 8, 3)))
    assert (argued.why, argued.deadline and argued.deadline.applied) == (Why.SAFE_DAY_PASSED, FIRST)
    assert (waiting.status, waiting.opens_on, waiting.last_day) == (Status.NOT_YET, date(2026, 8, 1), date(2026, 9, 29))
    assert (ripe.status, ripe.why, ripe.last_day) == (Status.OPEN, Why.SILENCE_RIPE, date(2026, 9, 29))
    assert [d.applied for d in ripe.also] == [FIRST]


def test_a_refusal_between_them_answers_the_first_alone():
    paper = WrittenAnswer(WrittenAnswerId("w"), CASE.id, BUREAU.id, dated=date(2026, 4, 1), received=date(2026, 4, 1))
    situation = situation_of(replace(BOTH, written_answers=(paper,)), date(2026, 6, 15))
    assert (situation.unanswered, situation.unanswered_before) == (SECOND, ())


def test_the_letter_against_the_first_silence_is_open_and_names_its_day():
    on = date(2026, 6, 15)
    silence = silence_after(BOTH, on)
    assert silence and (silence.received, silence.ripe(on), silence.apply.safe_last_day) == (FIRST, True, date(2026, 6, 30))
    later = silence_after(BOTH, date(2026, 7, 20))
    assert later and later.received == SECOND
