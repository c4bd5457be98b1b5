"""Written answers on the documents tab: recorded by hand, corrected, taken out; the deadlines follow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.gui.case.answer_dialog import AnswerDialog
from caseapp.gui.case.documents.answers import answer_line
from caseapp.gui.case.documents.tab import DocumentsTab
from caseapp.gui.case.page import CasePage
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.work.cases import case_file
from caseapp.work.drafts import draft_key, draft_of
from caseapp.work.session import Session
from caseapp.work.visits import WrittenAnswerForm, new_office
from tests.gui.case.conftest import SLOW
from tests.gui.conftest import NOW, TODAY
from tests.gui.hands import press, write


@pytest.fixture
def tab(qtbot: QtBot, opened: Callable[..., CasePage]) -> DocumentsTab:
    documents = opened("documents").tab("documents")
    assert isinstance(documents, DocumentsTab)
    qtbot.waitUntil(documents.answers.isVisible, timeout=SLOW)
    return documents


def asked(tab: DocumentsTab) -> AnswerDialog:
    return next(one for one in tab.findChildren(AnswerDialog) if one.isVisible())


def closed(qtbot: QtBot, tab: DocumentsTab) -> None:
    qtbot.waitUntil(lambda: not [one for one in tab.findChildren(AnswerDialog) if one.isVisible()], timeout=SLOW)


def recorded(qtbot: QtBot, tab: DocumentsTab, window: MainWindow, session: Session, case: str) -> None:
    """A refusal of the bureau that came by post on 3 June."""
    bureau = new_office(session, OfficeKind.EDUCATION_BUREAU, "北京市朝阳区教育委员会", case, NOW)
    press(window, "add_answer")
    dialog = asked(tab)
    dialog.office.show_office(bureau)
    write(dialog.received.line, "2026-6-3")
    write(dialog.dated.line, "2026-6-1")
    write(dialog.served, "EMS")
    write(dialog.title_line, "不予受理通知书")
    write(dialog.number, "教2026-3")
    write(dialog.content, "不符合条件")
    dialog.told_right.choose(False)
    press(window, "answer_save")
    closed(qtbot, tab)


def test_a_refusal_on_paper_is_recorded_without_a_visit_and_listed(
    qtbot: QtBot, tab: DocumentsTab, window: MainWindow, session: Session, case: str, language: Language
):
    assert tab.answers.none.isVisible()
    recorded(qtbot, tab, window, session, case)
    (kept,) = case_file(session, case).written_answers
    assert (kept.visit, kept.served, kept.number, kept.told_right, kept.told_body) == (None, "EMS", "教2026-3", False, None)
    assert (kept.dated, kept.received, kept.refusal) == (date(2026, 6, 1), date(2026, 6, 3), True)
    qtbot.waitUntil(lambda: len(tab.answers.rows.parts) == 1, timeout=SLOW)
    language.switch("zh_CN")
    said = [label.text() for label in tab.answers.rows.findChildren(QLabel)]
    assert said == ["6月3日 周三收到 · 北京市朝阳区教育委员会 · 不予受理通知书 · 教2026-3", "不予办理"]


def test_the_deadlines_follow_its_correction(
    qtbot: QtBot, tab: DocumentsTab, window: MainWindow, session: Session, case: str
):
    recorded(qtbot, tab, window, session, case)
    page = window.workspace.page("case")
    days = page.tab("deadlines").running
    window.workspace.go("case", (case, "deadlines", None))
    qtbot.waitUntil(lambda: len(days.parts) > 0, timeout=SLOW)
    before = min(card.deadline.safe_last_day for card in days.parts)
    (answer,) = case_file(session, case).written_answers
    window.workspace.go("case", (case, "documents", answer.id))
    window.activateWindow()  # the form that was closed had it
    qtbot.waitUntil(lambda: [row.hasFocus() for row in tab.answers.rows.parts] == [True], timeout=SLOW)
    row = tab.answers.rows.parts[0]
    qtbot.keyClick(row, Qt.Key.Key_Return)
    dialog = asked(tab)
    assert dialog.content.value() == "不符合条件" and dialog.told_right.value() is False
    dialog.received.line.clear()
    write(dialog.received.line, "2026-6-8")
    press(window, "answer_save")
    closed(qtbot, tab)
    assert [one.received for one in case_file(session, case).written_answers] == [date(2026, 6, 8)]
    window.workspace.go("case", (case, "deadlines", None))
    later = lambda: min((card.deadline.safe_last_day for card in days.parts), default=before)  # noqa: E731
    qtbot.waitUntil(lambda: later() > before, timeout=SLOW)


def test_what_no_period_can_run_from_is_asked_for(tab: DocumentsTab, window: MainWindow, session: Session, case: str):
    press(window, "add_answer")
    press(window, "answer_save")
    dialog = asked(tab)
    assert "Choose the office" in dialog._fields["office"]._problem.text()
    assert "periods run from" in dialog._fields["received"]._problem.text()
    assert case_file(session, case).written_answers == ()


def test_a_date_later_than_the_receipt_is_asked_about_once(
    qtbot: QtBot, tab: DocumentsTab, window: MainWindow, session: Session, case: str
):
    bureau = new_office(session, OfficeKind.EDUCATION_BUREAU, "", case, NOW)
    press(window, "add_answer")
    dialog = asked(tab)
    dialog.office.show_office(bureau)
    write(dialog.received.line, "2026-6-1")
    write(dialog.dated.line, "2026-6-3")
    press(window, "answer_save")
    assert "before the date" in dialog._fields["received"]._problem.text()
    press(window, "answer_save")
    closed(qtbot, tab)
    assert len(case_file(session, case).written_answers) == 1


def test_an_answer_is_taken_out_and_its_periods_with_it(
    qtbot: QtBot, tab: DocumentsTab, window: MainWindow, session: Session, case: str
):
    recorded(qtbot, tab, window, session, case)
    (answer,) = case_file(session, case).written_answers
    qtbot.waitUntil(lambda: len(tab.answers.rows.parts) == 1, timeout=SLOW)
    press(window, f"remove_{answer.id}")
    press(window, "delete_answer_do")
    qtbot.waitUntil(lambda: case_file(session, case).written_answers == (), timeout=SLOW)
    qtbot.waitUntil(tab.answers.none.isVisible, timeout=SLOW)


def test_an_answer_that_came_of_a_visit_is_completed_here_and_keeps_its_office(
    qtbot: QtBot, tab: DocumentsTab, window: MainWindow, session: Session, case: str, visited: Callable[..., str]
):
    paper = WrittenAnswerForm(dated=date(2026, 6, 1), received=date(2026, 6, 2))
    visit = visited(OfficeKind.SCHOOL, date(2026, 6, 2), Answer.REFUSED, written_answer=paper)
    tab.answers.show_case(case_file(session, case))
    (row,) = tab.answers.rows.parts
    row.pressed.emit()
    dialog = asked(tab)
    assert not dialog.office.isEnabled()
    write(dialog.title_line, "告知书")
    press(window, "answer_save")
    closed(qtbot, tab)
    file = case_file(session, case)
    (kept,) = file.written_answers
    assert (kept.visit, kept.title) == (visit, "告知书")
    assert answer_line(file, kept, TODAY) == "received Tue 2 Jun · 阳光小学 · 告知书"


def test_where_no_period_runs_the_deadlines_lead_to_the_form(
    qtbot: QtBot, opened: Callable[..., CasePage], window: MainWindow
):
    page = opened("deadlines")
    qtbot.waitUntil(page.tab("deadlines").nothing.isVisible, timeout=SLOW)
    press(window, "deadlines_answer")
    documents = page.tab("documents")
    qtbot.waitUntil(lambda: bool(documents.findChildren(QDialog, "answer")), timeout=SLOW)


def test_what_is_typed_of_an_answer_is_there_again_when_the_form_is_left_by_a_lock(
    qtbot: QtBot, tab: DocumentsTab, window: MainWindow, session: Session, case: str
):
    press(window, "add_answer")
    write(asked(tab).number, "2026-3")
    qtbot.waitUntil(lambda: draft_of(session, draft_key("answer", case, None)) is not None, timeout=SLOW)
    assert draft_of(session, draft_key("answer", case, None)).content["answer_number"] == "2026-3"
