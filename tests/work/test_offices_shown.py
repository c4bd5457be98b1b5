"""The register of offices and the page of one: of this casebook alone, up to the day, naming no person."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.errors import BadInput
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.offices_shown import fitting, office_rows, office_shown
from caseapp.work.patterns import code, reject
from caseapp.work.progress import Cancelled, Progress
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.work.conftest import NOW

ON = NOW.date()
OFFICIAL = "王某某"


def visit(session, case, office, day, answer=Answer.REFUSED, to=None, **more):
    exact = ImpreciseDay.on(date.fromisoformat(day))
    form = VisitForm(office.id, exact, answer=answer, referred_to=to.id if to else None, official_name=OFFICIAL, **more)
    return record_visit(session, case, form, NOW)


@pytest.fixture
def school(session, case):
    return new_office(session, OfficeKind.SCHOOL, "某区第一小学", case, NOW)


@pytest.fixture
def street(session, case):
    return new_office(session, OfficeKind.STREET_OFFICE, "某街道办事处", case, NOW)


@pytest.fixture
def loop(session, case, school, street):
    visit(session, case, school, "2026-05-01", Answer.REFERRED, street)
    visit(session, case, street, "2026-05-09", Answer.REFERRED, school, badge="工号0417")
    visit(session, case, school, "2026-05-11", Answer.REFUSED)


def test_the_register_is_searched_by_name_place_and_kind_in_both_languages(session, case, school, street, loop):
    new_office(session, OfficeKind.LANDLORD, "张房东", case, NOW)
    rows = office_rows(session, ON)
    assert [(row.name.zh, row.visits, row.cases) for row in rows] == [("某区第一小学", 2, 1), ("某街道办事处", 1, 1)]
    for typed, found in (("小学", [school]), ("street", [street]), ("北京 街道", [street]), ("beijing", [school, street]),
                         ("上海", []), ("", [school, street]), ("房东", [])):  # fmt: skip
        assert [row.office.id for row in fitting(rows, typed)] == [office.id for office in found], typed
    assert office_rows(session, date(2026, 5, 8))[0].visits == 1


def test_the_page_tells_the_loop_the_respondent_and_what_shows(session, case, school, street, loop):
    shown = office_shown(session, school.id, ON)
    assert [(found.cases, found.visits, found.days) for found in shown.loops] == [(1, 3, 10)]
    assert "某区第一小学 → 某街道办事处 → 某区第一小学" in shown.loops[0].way.zh
    assert "有争议" in shown.respondent[0].zh
    assert [(service, body.en) for service, body in shown.instead] == [
        (Service.COMPULSORY_EDUCATION, "district education bureau")
    ]
    assert "12345" in {number for _body, number in office_shown(session, street.id, ON).hotlines}
    assert "Sent back and forth" in {pattern.name.en for pattern in shown.patterns}


def test_a_rejected_pattern_is_not_counted_and_a_noted_one_is(session, case, school, loop):
    reject(session, case, "office_shuffle", "同一天问的", NOW)
    code(session, case, "waiting_list", "排号", NOW)
    names = {pattern.name.en for pattern in office_shown(session, school.id, ON).patterns}
    assert "Sent back and forth" not in names and "Waiting list" in names


def test_another_case_is_counted_beside_it(session, case, school, loop):
    form = IntakeForm(
        city="beijing", district="某区", service=Service.COMPULSORY_EDUCATION, client_nickname="邻居", consent_keep=True
    )
    visit(session, begin_case(session, form, NOW), school, "2026-06-01", Answer.ACCEPTED)
    history = office_shown(session, school.id, ON).history
    assert (history.visits, history.cases) == (3, 2)
    assert history.answers == {Answer.REFERRED: 1, Answer.REFUSED: 1, Answer.ACCEPTED: 1}


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if is_dataclass(value):
        return [text for field in fields(value) for text in _texts(getattr(value, field.name))]
    if isinstance(value, dict):
        return [text for pair in value.items() for text in _texts(pair)]
    return [text for entry in value for text in _texts(entry)] if isinstance(value, (tuple, list)) else []


def test_no_official_and_no_badge_is_anywhere_on_a_page(session, case, school, street, loop):
    for office in (school, street):
        told = "\n".join(_texts(office_shown(session, office.id, ON)))
        assert "某街道办事处" in told and OFFICIAL not in told and "0417" not in told


def test_a_landlord_has_no_page_and_reading_can_be_stopped(session, case, school, loop):
    landlord = new_office(session, OfficeKind.LANDLORD, "张房东", case, NOW)
    with pytest.raises(BadInput):
        office_shown(session, landlord.id, ON)
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        office_shown(session, school.id, ON, stopped)
