from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import Service, Stage
from caseapp.gui.cases.columns import case_columns, urgency, useful_until
from caseapp.gui.cases.list_page import CaseListPage
from caseapp.gui.parts.row_table import RowTable, RowView
from caseapp.gui.shell import MainWindow
from caseapp.gui.theme.meaning import Meaning
from caseapp.gui.words import Language
from caseapp.store import search
from caseapp.work.cases import case_rows
from caseapp.work.session import Session
from tests.gui.conftest import TODAY
from tests.gui.hands import LEFT, press, write


@pytest.fixture
def cases(window: MainWindow, make_case, qtbot: QtBot) -> CaseListPage:
    page = window.workspace.page("cases")
    make_case("小凡妈妈", client_name="李红", client_phone="13800001234")
    make_case("周师傅", client_phone="13900005678", service=Service.WORK_INJURY)
    page.reload()
    qtbot.waitUntil(lambda: page.table.rowCount() == 2)
    return page


def clients(page: CaseListPage) -> list[str]:
    return [row.client for row in page.table.rows()]


def test_an_empty_list_teaches_the_first_step(window: MainWindow, qtbot: QtBot):
    page = window.workspace.page("cases")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    press(window, "empty_begin")
    assert window.workspace.page("intake").isVisible()


@pytest.mark.parametrize("typed", ["凡妈", "红", "1234", "2026-A001"])
def test_a_case_is_found_by_any_part(cases: CaseListPage, qtbot: QtBot, typed: str):
    write(cases.search, typed)
    qtbot.waitUntil(lambda: clients(cases) == ["小凡妈妈"])


def test_what_is_found_nowhere_says_so(cases: CaseListPage, qtbot: QtBot):
    write(cases.search, "龘")
    qtbot.waitUntil(lambda: cases.stack.currentWidget() is cases.nothing)


def test_what_is_typed_first_fits_too_many_and_the_count_says_so(
    cases: CaseListPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, language: Language
):
    monkeypatch.setattr(search, "MOST_LISTED", 1)
    write(cases.search, "1")
    count = window.findChild(QLabel, "case_count")
    qtbot.waitUntil(lambda: count.text() == "1 case, the newest of very many: type more of the name or number")
    language.switch("zh_CN")
    assert count.text() == "1件，只列最近录入的；符合的太多，请再多输几个字"
    cases.search.clear()
    write(cases.search, "红")
    qtbot.waitUntil(lambda: count.text() == "1件")


def test_enter_and_a_double_click_open_a_case(cases: CaseListPage, window: MainWindow, qtbot: QtBot):
    went = []
    window.workspace.desk.went.connect(lambda name, what: went.append((name, what)))
    qtbot.keyClick(cases.search, Qt.Key.Key_Down)
    qtbot.keyClick(cases.view, Qt.Key.Key_Down)
    chosen = cases.table.row(cases.view.currentIndex())
    qtbot.keyClick(cases.view, Qt.Key.Key_Return)
    place = cases.view.visualRect(cases.table.index(0, 1)).center()
    qtbot.mouseClick(cases.view.viewport(), LEFT, pos=place)
    qtbot.mouseDClick(cases.view.viewport(), LEFT, pos=place)
    assert went[0] == ("case", chosen.id)
    assert went[-1] == ("case", cases.table.rows()[0].id)


def test_a_case_taken_off_the_list_can_be_brought_back(
    cases: CaseListPage, window: MainWindow, qtbot: QtBot, session: Session
):
    cases.view.setFocus()
    cases.view.selectRow(0)
    gone = cases.table.rows()[0].client
    qtbot.keyClick(cases.view, Qt.Key.Key_Delete)
    assert len(case_rows(session)) == 2
    press(window, "delete_case_do")
    qtbot.waitUntil(lambda: gone not in clients(cases))
    press(window, "status_undo")
    qtbot.waitUntil(lambda: gone in clients(cases))


def test_a_case_comes_back_from_the_list_of_those_taken_off(cases: CaseListPage, window: MainWindow, qtbot: QtBot):
    cases.view.selectRow(0)
    gone = cases.table.rows()[0].client
    qtbot.keyClick(cases.view, Qt.Key.Key_Delete)
    press(window, "delete_case_do")
    qtbot.waitUntil(lambda: gone not in clients(cases))
    press(window, "show_deleted")
    listed = window.findChild(QListWidget, "deleted_list")
    qtbot.waitUntil(lambda: listed.count() == 1)
    press(window, "deleted_restore")
    qtbot.waitUntil(lambda: gone in clients(cases))


def test_going_back_from_the_question_deletes_nothing(
    cases: CaseListPage, window: MainWindow, qtbot: QtBot, session: Session
):
    cases.view.selectRow(0)
    qtbot.keyClick(cases.view, Qt.Key.Key_Delete)
    press(window, "delete_case_back")
    assert len(case_rows(session)) == 2


def test_the_finder_opens_a_case_by_keys_alone(cases: CaseListPage, window: MainWindow, qtbot: QtBot):
    went = []
    window.workspace.desk.went.connect(lambda name, what: went.append((name, what)))
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    typed = window.findChild(QLineEdit, "finder_line")
    found = window.findChild(QListWidget, "finder_list")
    write(typed, "5678")
    qtbot.waitUntil(lambda: found.count() == 1)
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    assert went[0][0] == "case"


def test_headers_and_values_change_language_in_place(
    cases: CaseListPage, window: MainWindow, qtbot: QtBot, language: Language
):
    before = [cases.table.headerData(at, Qt.Orientation.Horizontal) for at in range(cases.table.columnCount())]
    qtbot.mouseClick(window.workspace.rail.language, LEFT)
    after = [cases.table.headerData(at, Qt.Orientation.Horizontal) for at in range(cases.table.columnCount())]
    assert all(one != other for one, other in zip(before, after, strict=True))
    assert "件" in window.findChild(QLabel, "case_count").text()


class Row:
    """A row as the store gives it, with only what is looked at."""

    def __init__(self, useful: date | None, stage: Stage = Stage.WITH_US) -> None:
        self.useful_until, self.stage = useful, stage


@pytest.mark.parametrize(
    ("useful", "means", "says"),
    [
        (date(2026, 6, 11), Meaning.OVERDUE, "yesterday"),
        (date(2026, 6, 15), Meaning.DUE_SOON, "in 3 days"),
        (date(2026, 7, 15), Meaning.LATER, "in 33 days"),
        (date(2027, 1, 15), Meaning.LATER, "2027"),
        (None, None, ""),
    ],
)
def test_a_day_after_which_help_is_late_is_told_by_how_near_it_is(language: Language, useful, means, says: str):
    assert urgency(Row(useful), TODAY) is means
    assert says in useful_until(Row(useful), TODAY)


def test_a_closed_case_presses_nobody():
    assert urgency(Row(date(2026, 6, 13), Stage.CLOSED), TODAY) is None


def test_markup_in_a_name_is_shown_letter_by_letter(window: MainWindow, make_case, qtbot: QtBot):
    make_case("<img src=file:///etc/passwd><b>王</b>")
    page = window.workspace.page("cases")
    page.reload()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    assert page.table.data(page.table.index(0, 1)).startswith("<img")
    auto = [label for label in window.findChildren(QLabel) if label.textFormat() is Qt.TextFormat.AutoText and label.text()]
    assert auto == []


def test_twenty_thousand_cases_are_shown_without_asking_for_each(qtbot: QtBot, language: Language):
    asked: list[int] = []
    columns = [
        column._replace(text=lambda row: asked.append(row) or str(row), meaning=None, hint=None)
        for column in case_columns(lambda: TODAY)
    ]
    table = RowTable(columns)
    view = RowView(table, name="many")
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    table.show(range(20_000))
    view.grab()
    view.scrollToBottom()
    view.grab()
    assert len(set(asked)) < 100
