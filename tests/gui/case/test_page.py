"""The page of one case: reached from the list, read again when something changes, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from caseapp.gui.case.page import CasePage
from caseapp.gui.case.tabs import TABS
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.work.cases import case_file
from caseapp.work.session import Session
from tests.gui.case.conftest import SLOW
from tests.gui.hands import write


def test_enter_in_the_list_opens_the_case(qtbot: QtBot, window: MainWindow, case: str):
    cases = window.workspace.page("cases")
    cases.arrive(None)
    qtbot.waitUntil(lambda: cases.table.rowCount() == 1, timeout=SLOW)
    qtbot.keyClick(cases.search, Qt.Key.Key_Return)
    page = window.workspace.page("case")
    title = window.findChild(QLabel, "case_title")
    qtbot.waitUntil(lambda: "小凡妈妈" in title.text(), timeout=SLOW)
    assert window.workspace.stack.currentWidget() is page


def test_alt_and_a_number_go_to_a_tab(qtbot: QtBot, opened: Callable[..., CasePage]):
    page = opened()
    for number, entry in enumerate(TABS, 1):
        qtbot.keyClick(page, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda name=entry.name: page.tab(name).isVisible(), timeout=SLOW)


def test_a_tab_chosen_while_the_case_is_still_read_stands(qtbot: QtBot, window: MainWindow, case: str):
    window.workspace.go("case", (case, "visits", None))
    page = window.workspace.page("case")
    qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert page._file is None
    qtbot.waitUntil(lambda: page._file is not None, timeout=SLOW)
    assert page.bar.currentIndex() == 1 and page.tab(TABS[1].name).isVisible()


def test_alt_and_a_number_go_to_a_tab_also_while_a_visit_is_typed(qtbot: QtBot, opened: Callable[..., CasePage]):
    page = opened("visits")
    qtbot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    day = page.tab("visits").panel.entry.day.line
    qtbot.waitUntil(day.isVisible, timeout=SLOW)
    qtbot.keyClick(day, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.tab(TABS[1].name).isVisible(), timeout=SLOW)


def test_a_second_language_says_every_tab_and_the_header_again(
    qtbot: QtBot, opened: Callable[..., CasePage], language: Language
):
    page = opened()
    assert page.bar.tabText(0) == "Overview"
    assert "Compulsory education" in page.findChild(QLabel, "case_about").text()
    language.switch("zh_CN")
    assert page.bar.tabText(0) == "概览"
    assert "义务教育" in page.findChild(QLabel, "case_about").text()
    assert "最晚办成日" in page.findChild(QLabel, "case_useful_until").text()


def test_a_visit_being_written_waits_while_another_case_is_looked_at(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], make_case: Callable[..., str],
    session: Session, case: str,
):  # fmt: skip
    other = make_case("别家")
    page = opened("visits")
    qtbot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    visits = page.tab("visits")
    write(visits.panel.entry.words, "材料不全")
    window.workspace.go("case", other)
    title = window.findChild(QLabel, "case_title")
    qtbot.waitUntil(lambda: "别家" in title.text(), timeout=SLOW)
    page = opened("visits")
    assert page.tab("visits").panel.entry.words.value() == "材料不全"
    assert case_file(session, case).visits == ()


def test_a_case_that_was_only_looked_at_leaves_none_of_its_words(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], make_case: Callable[..., str], loop: tuple[str, ...]
):
    other = make_case("别家")
    page = opened()
    told = ("5月14日学校让去街道", "材料去街道交", "Sent back and forth", "阳光小学")

    def left() -> list[str]:
        shown = [label.text() for label in (*page.findChildren(QLabel), *page.findChildren(QPushButton))]
        return [words for words in told if any(words in text for text in shown)]

    qtbot.waitUntil(lambda: len(left()) == len(told), timeout=SLOW)
    window.workspace.go("case", other)
    title = window.findChild(QLabel, "case_title")
    qtbot.waitUntil(lambda: "别家" in title.text() and not left(), timeout=SLOW)
