"""A government that refuses has acted; one that decides on reconsideration has not, and the next body follows from that.

Reconsideration Law 2023 arts 24(1)(2), 30(1)(7); Litigation Law art. 45.
"""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, LetterId, OfficeId, VisitId, WrittenAnswerId
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.visits import Answer, Visit, WrittenAnswer
from caseapp.law.avenues import Avenue, Status, Why
from caseapp.law.first_step import FirstStepKind
from caseapp.law.ladder import Ladder, ladder
from caseapp.law.of_case import situation_of

ACTED, ON = date(2026, 6, 1), date(2026, 6, 5)
CASE = Case(CaseId("c"), "2026-A001", date(2026, 6, 1), service=Service.COMPULSORY_EDUCATION)
TOWN = Office(OfficeId("t"), OfficeKind.GOVERNMENT)
HRSS = Office(OfficeId("h"), OfficeKind.HRSS_BUREAU)
ABOVE = "上一级人民政府"


def refused(written: bool | None) -> Visit:
    return Visit(
        VisitId("v"), CASE.id, TOWN.id, 1, ImpreciseDay.on(ACTED), asked="入学证明", answer=Answer.REFUSED, written=written
    )


def paper(title: str, office: Office = TOWN) -> WrittenAnswer:
    return WrittenAnswer(WrittenAnswerId("w"), CASE.id, office.id, title=title, dated=ACTED, received=ACTED, served="直接")


def found(**records) -> Ladder:
    return ladder(situation_of(CaseFile(CASE, offices={TOWN.id: TOWN, HRSS.id: HRSS}, **records), ON))


def review(of: Ladder) -> Avenue:
    return next(way for way in of.avenues if way.procedure == "admin_reconsideration")


@pytest.mark.parametrize("records", [{"written_answers": (paper("不予办理通知书"),)}, {"visits": (refused(True),)}])
def test_a_governments_own_written_refusal_is_reviewed_by_the_one_above(records):
    """1 June 2026 and 60 days: 29 + 31 = 31 July, a Friday."""
    way = review(found(**records))
    assert (way.status, way.why, way.last_day) == (Status.OPEN, Why.ACT_KNOWN, date(2026, 7, 31))
    assert way.body is not None and (way.body.zh, way.body.article) == (ABOVE, "第二十四条第一款第二项")


def test_of_unknown_form_it_is_read_as_written_and_goes_to_the_same_body():
    way = review(found(visits=(refused(None),)))
    assert (way.why, way.last_day) == (Why.FORM_UNKNOWN, date(2026, 7, 31))
    assert way.body is not None and way.body.zh == ABOVE


def test_in_words_it_leaves_its_protective_day_and_the_application_comes_first():
    spoken = found(visits=(refused(False),))
    assert spoken.protective_day == date(2026, 7, 31)
    assert spoken.first_step.kind is FirstStepKind.SERVICE_APPLICATION


@pytest.mark.parametrize("office", [TOWN, HRSS], ids=["government", "department, under the old law"])
def test_a_paper_of_reconsideration_is_the_end_of_it_and_fifteen_days_run(office):
    """1 June 2026 and 15 days: Tuesday 16 June."""
    decided = found(written_answers=(paper("行政复议决定书", office),))
    assert (review(decided).status, review(decided).why) == (Status.CLOSED, Why.ALREADY_USED)
    court = next(way for way in decided.avenues if way.procedure == "admin_litigation")
    assert (court.status, court.last_day) == (Status.OPEN, date(2026, 6, 16))
    assert decided.first_step.kind is FirstStepKind.ADMIN_LITIGATION


def test_what_the_reviewing_government_wrote_after_it_was_applied_to_is_its_decision():
    asked = Letter(LetterId("l"), CASE.id, "admin_reconsideration", addressee=TOWN.id, sent_on=date(2026, 5, 4))
    assert review(found(written_answers=(paper("决定书"),), letters=(asked,))).why is Why.ALREADY_USED
    later = Letter(LetterId("l"), CASE.id, "admin_reconsideration", addressee=TOWN.id, sent_on=date(2026, 6, 3))
    assert review(found(written_answers=(paper("决定书"),), letters=(later,))).status is not Status.CLOSED
