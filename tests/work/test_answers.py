"""Written answers on their own: recorded, corrected, taken out; and the periods that follow."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.errors import BadInput
from caseapp.law.deadline import Actor
from caseapp.work.answers import form_of, problems, record_answer, remove_answer
from caseapp.work.cases import case_file
from caseapp.work.deadlines import deadlines_of
from caseapp.work.history import history, last_unit, undo
from caseapp.work.letters import kinds_for
from caseapp.work.offices import office_choices
from caseapp.work.visit_form import VisitForm, WrittenAnswerForm
from caseapp.work.visits import edit_visit, new_office, record_visit
from caseapp.work.visits import form_of as form_of_visit
from tests.work.conftest import NOW

TODAY = NOW.date()
REFUSAL = WrittenAnswerForm(
    title="不予受理通知书", number="教〔2026〕3号", content="不符合条件", dated=date(2026, 11, 2),
    received=date(2026, 11, 5), served="EMS", told_right=False, told_body=False, told_period=False,
)  # fmt: skip


@pytest.fixture
def bureau(session, case):
    return new_office(session, OfficeKind.EDUCATION_BUREAU, "某区教育委员会", case, NOW).id


def client_days(session, case):
    return [one.safe_last_day for one in deadlines_of(case_file(session, case), TODAY) if one.who_must_act is Actor.CLIENT]


def reconsideration(session, case):
    return next(choice for choice in kinds_for(session, case, TODAY) if choice.kind == "admin_reconsideration")


def test_a_refusal_on_paper_starts_the_period_and_opens_reconsideration(session, case, bureau):
    assert not client_days(session, case) and not reconsideration(session, case).ready
    record_answer(session, case, bureau, REFUSAL, NOW)
    (kept,) = case_file(session, case).written_answers
    assert (kept.office, kept.visit, kept.title, kept.told_period) == (bureau, None, "不予受理通知书", False)
    assert client_days(session, case)
    assert reconsideration(session, case).ready


def test_the_periods_follow_a_correction_and_a_removal(session, case, bureau):
    answer = record_answer(session, case, bureau, REFUSAL, NOW)
    before = client_days(session, case)
    later = replace(REFUSAL, id=answer, dated=date(2026, 11, 12), received=date(2026, 11, 15))
    assert record_answer(session, case, bureau, later, NOW) == answer
    assert min(client_days(session, case)) > min(before)
    remove_answer(session, answer, NOW)
    assert client_days(session, case) == []
    undo(session, last_unit(session, case).id, NOW)
    assert min(client_days(session, case)) > min(before)
    assert "Written answer corrected" in [entry.intention for entry in history(session, case)]


def test_what_is_no_refusal_starts_no_period(session, case, bureau):
    record_answer(session, case, bureau, replace(REFUSAL, refusal=False), NOW)
    assert client_days(session, case) == []


def test_an_office_the_rules_name_is_kept_with_the_answer(session, case):
    named = next(office for office in office_choices(session, case) if office.kind is OfficeKind.EDUCATION_BUREAU)
    record_answer(session, case, named.id, REFUSAL, NOW)
    assert case_file(session, case).office(named.id) is not None


@pytest.mark.parametrize(
    ("form", "field"),
    [
        (replace(REFUSAL, dated=None, received=None), "received"),
        (replace(REFUSAL, received=TODAY + timedelta(1)), "received"),
        (replace(REFUSAL, id="unknown"), None),
    ],
)
def test_what_no_period_can_run_from_is_refused(session, case, bureau, form, field):
    with pytest.raises(BadInput):
        record_answer(session, case, bureau, form, NOW)
    with pytest.raises(BadInput):
        record_answer(session, case, None, REFUSAL, NOW)
    assert case_file(session, case).written_answers == ()
    assert field is None or [one.field for one in problems(bureau, form, TODAY) if not one.asked] == [field]


@pytest.mark.parametrize(
    "form", [replace(REFUSAL, received=date(2026, 11, 1)), replace(REFUSAL, dated=TODAY + timedelta(3))]
)
def test_days_a_paper_may_carry_wrongly_are_only_asked_about(session, case, bureau, form):
    assert all(one.asked for one in problems(bureau, form, TODAY)) and problems(bureau, form, TODAY)
    record_answer(session, case, bureau, form, NOW)
    assert len(case_file(session, case).written_answers) == 1


def test_an_answer_that_came_of_a_visit_is_completed_and_survives_a_correction_of_the_visit(session, case, bureau):
    form = VisitForm(
        office=bureau, day=ImpreciseDay.on(date(2026, 11, 5)), answer=Answer.REFUSED,
        written_answer=WrittenAnswerForm(dated=date(2026, 11, 2), received=date(2026, 11, 5)),
    )  # fmt: skip
    visit = record_visit(session, case, form, NOW)
    (answer,) = case_file(session, case).written_answers
    other = new_office(session, OfficeKind.SCHOOL, "阳光小学", case, NOW).id
    record_answer(session, case, other, replace(form_of(answer), title="告知书", told_right=True), NOW)
    edit_visit(session, case, visit, replace(form_of_visit(case_file(session, case), visit), words="不行"), NOW)
    (kept,) = case_file(session, case).written_answers
    assert (kept.id, kept.visit, kept.office, kept.title, kept.told_right) == (answer.id, visit, bureau, "告知书", True)
