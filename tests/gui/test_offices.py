"""The page of offices, by key and mouse: found by typing, told in the language of the screen, a case opened from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.gui.case.rows import Row
from caseapp.gui.offices.page import OfficesPage
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.work.cases import case_file, save
from caseapp.work.session import Session
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.gui.conftest import NOW
from tests.gui.hands import press, write

SLOW = 20_000


@pytest.fixture
def visited(session: Session, make_case: Callable[..., str]) -> str:
    """School to street office and back, then taken on by the street office."""
    case = make_case("小凡妈妈", service=Service.COMPULSORY_EDUCATION)
    school = new_office(session, OfficeKind.SCHOOL, "阳光小学", case, NOW).id
    street = new_office(session, OfficeKind.STREET_OFFICE, "阳光街道办事处", case, NOW).id
    for day, office, answer, to in (
        (14, school, Answer.REFERRED, street), (20, street, Answer.REFERRED, school),
        (25, school, Answer.REFUSED, None), (28, street, Answer.ACCEPTED, None),
    ):  # fmt: skip
        when = ImpreciseDay.on(date(2026, 5, day))
        record_visit(session, case, VisitForm(office, when, answer=answer, referred_to=to), NOW)
    return case


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> Callable[..., OfficesPage]:
    """Goes there and waits until everything is read."""

    def go(what: object = None) -> OfficesPage:
        window.workspace.go("offices", what)
        made = window.workspace.page("offices")
        assert isinstance(made, OfficesPage)
        settled(qtbot, made)
        return made

    return go


def settled(qtbot: QtBot, page: OfficesPage) -> None:
    """Waits until the register is read, and the page of the chosen office, if there is one."""

    def there() -> bool:
        shown = page.detail._shown
        return page._rows == () or (shown is not None and shown.office.id == page._chosen)

    qtbot.waitUntil(there, timeout=SLOW)


def told(page: OfficesPage) -> str:
    return "\n".join(label.text() for label in page.detail.findChildren(QLabel))


def test_a_casebook_without_visits_says_what_brings_offices(page):
    assert "No office is known yet" in page().empty.words.text()


def test_an_office_is_found_by_typing_and_tells_its_loop_in_both_languages(
    qtbot: QtBot, window: MainWindow, page, visited: str, language: Language
):
    shown = page()
    assert shown.count.text() == "Offices: 2"
    write(shown.search, "街道")
    qtbot.waitUntil(lambda: shown.table.rowCount() == 1, timeout=SLOW)
    settled(qtbot, shown)
    assert shown.detail.name.text() == "阳光街道办事处"
    assert "Counted in this casebook alone: 2 visits in 1 case." in shown.detail.counted.text()
    assert "阳光小学 → 阳光街道办事处 → 阳光小学, 4 visits, 14 days" in told(shown)
    assert "May 2026" in told(shown) and "Accepted 1" in told(shown)
    assert shown.detail.map.isVisible() and "阳光小学 → 阳光街道办事处" in shown.detail.map.accessibleName()
    language.switch("zh_CN")
    assert "只统计本案卷库：1件，2次走访" in shown.detail.counted.text()
    assert "能不能作被申请人" in told(shown) and "Counted" not in told(shown)


def test_arrows_go_from_office_to_office(qtbot: QtBot, window: MainWindow, page, visited: str):
    shown = page()
    first = shown.detail.name.text()
    qtbot.keyClick(shown.search, Qt.Key.Key_Down)
    assert shown.view.hasFocus()
    qtbot.keyClick(shown.view, Qt.Key.Key_Down)
    settled(qtbot, shown)
    assert shown.detail.name.text() != first


def test_what_worked_before_leads_to_its_case_and_a_visit_back_to_its_office(
    qtbot: QtBot, window: MainWindow, page, visited: str, session: Session
):
    case = case_file(session, visited).case
    save(session, replace(case, step_that_worked="书面申请交到街道"), "worked", NOW)
    shown = page()
    write(shown.search, "街道")
    qtbot.waitUntil(lambda: shown.detail.name.text() == "阳光街道办事处", timeout=SLOW)
    assert "书面申请交到街道" in told(shown)
    qtbot.keyClick(shown.detail.findChild(Row, "office_worked_2026-A001"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.stack.currentWidget() is window.workspace.page("case"), timeout=SLOW)
    window.workspace.go("case", (visited, "visits", None))
    list_of = window.workspace.page("case").tab("visits").list
    qtbot.waitUntil(lambda: len(list_of.rows.parts) == 4, timeout=SLOW)
    press(list_of.rows.parts[2], "visit_office_page")
    qtbot.waitUntil(lambda: shown.isVisible() and shown.detail.name.text() == "阳光小学", timeout=SLOW)
