"""While somebody is entered, who may be here already is said calmly; nothing is stopped by it."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseapp.domain.people import Person, Relation
from caseapp.gui.intake.page import FIVE, VISIT, WHO
from caseapp.gui.shell import MainWindow
from caseapp.work.people import keep_person
from caseapp.work.session import Session
from tests.gui.conftest import NOW
from tests.gui.hands import press, write

SLOW = 20_000


def said(part: QWidget) -> list[str]:
    return [one.text() for one in part.findChildren(QLabel, "perhaps_here_words") if one.isVisible()]


def test_the_intake_points_out_a_known_client_opens_the_case_and_stops_nobody(qtbot: QtBot, window: MainWindow, make_case):
    known = make_case("小凡妈妈", client_name="单雄信", client_phone="13800138000")
    window.workspace.go("intake")
    page = window.workspace.page("intake")
    qtbot.waitUntil(page.isVisible)
    press(window, "intake_next")
    assert page.at == WHO != FIVE
    name = window.findChild(QLineEdit, "client_name")
    write(name, "shanxiongxin")
    qtbot.waitUntil(lambda: bool(said(page.who.client_here)), timeout=SLOW)
    assert said(page.who.client_here) == ["Perhaps already here: 2026-A001 小凡妈妈 · 单雄信 (name sounds the same)"]
    assert page.who.fill(page.form()).client_name == "shanxiongxin"
    name.clear()
    write(name, "王五")
    qtbot.waitUntil(lambda: not page.who.client_here.isVisible(), timeout=SLOW)
    write(window.findChild(QLineEdit, "client_phone"), "138 0013 8000")
    qtbot.waitUntil(lambda: bool(said(page.who.client_here)), timeout=SLOW)
    assert "same phone" in said(page.who.client_here)[0]
    press(window, "perhaps_here_open")
    case_page = window.workspace.page("case")
    qtbot.waitUntil(lambda: case_page._file is not None and case_page._file.case.id == known, timeout=SLOW)
    window.workspace.go("intake")
    assert name.text() == "王五", "nothing typed is lost by looking"
    window.findChild(QCheckBox, "consent_keep").click()
    press(window, "intake_next")
    qtbot.waitUntil(lambda: page.at == VISIT, timeout=SLOW)


def test_the_form_of_a_person_points_out_who_is_in_another_case_and_asks_before_it_leaves(
    qtbot: QtBot, window: MainWindow, session: Session, make_case
):
    here, there = make_case("甲"), make_case("乙")
    keep_person(session, there, Person("", "张小明", id_number="11010519491231002X"), Relation.SPOUSE, (), now=NOW)
    window.workspace.go("case", (here, "facts", None))
    page = window.workspace.page("case")
    qtbot.waitUntil(lambda: page._file is not None and page.tab("facts").isVisible(), timeout=SLOW)
    press(window, "add_person")
    dialog = next(one for one in window.findChildren(QDialog, "person_dialog") if one.isVisible())
    write(dialog.form.id_number, "11010519491231002X")
    qtbot.waitUntil(lambda: bool(said(dialog)), timeout=SLOW)
    assert said(dialog) == ["Perhaps already here: 2026-A002 张小明 (same identity number)"]
    press(dialog, "perhaps_here_open")
    assert dialog.isVisible() and page._file.case.id == here
    press(window, "leave_form_do")
    qtbot.waitUntil(lambda: page._file is not None and page._file.case.id == there, timeout=SLOW)
