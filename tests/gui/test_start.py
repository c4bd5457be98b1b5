"""From an empty folder to an open casebook, with clicks and keys and the real key derivation."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from caseapp.gui.cases.list_page import CaseListPage
from caseapp.gui.shell import MainWindow
from caseapp.gui.start.first_start import FirstStart
from caseapp.gui.start.sample import SAMPLE_PASSPHRASE
from caseapp.gui.start.unlock import UnlockPage
from caseapp.gui.theme.theme import Theme
from caseapp.gui.words import Language
from tests.gui.hands import LEFT, press, write

PASSPHRASE = "orchard lantern quiet tram 7"
SLOW = 20_000


@pytest.fixture
def empty(qtbot: QtBot, language: Language, theme: Theme):
    window = MainWindow(language, theme, None)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()


def type_into(window: MainWindow, name: str, text: str) -> None:
    line = window.findChild(QLineEdit, name)
    line.clear()
    write(line, text)


def test_a_new_casebook_locked_and_opened_again(qtbot: QtBot, empty: MainWindow, tmp_path: Path):
    assert isinstance(empty.start_page, FirstStart)
    press(empty, "start_new")
    type_into(empty, "new_place", str(tmp_path / "ours"))
    type_into(empty, "new_passphrase_line", PASSPHRASE)
    type_into(empty, "new_passphrase_again_line", PASSPHRASE)
    type_into(empty, "new_handle", "li")
    type_into(empty, "new_city_line", "北京")
    press(empty, "new_create")
    qtbot.waitUntil(lambda: empty.workspace is not None, timeout=SLOW)
    assert isinstance(empty.workspace.page("cases"), CaseListPage)
    assert empty.workspace.desk.session.profile.city == "beijing"

    qtbot.mouseClick(empty.workspace.rail.lock, LEFT)
    qtbot.waitUntil(lambda: isinstance(empty.start_page, UnlockPage))
    wrong = empty.start_page
    qtbot.keyClicks(wrong.secret.line, "not the passphrase at all")
    qtbot.keyClick(wrong.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wrong.problem.isVisible(), timeout=SLOW)
    assert wrong.problem.text()

    wrong.secret.line.clear()
    qtbot.keyClicks(wrong.secret.line, PASSPHRASE)
    press(empty, "unlock_button")
    qtbot.waitUntil(lambda: empty.workspace is not None, timeout=SLOW)


def test_one_button_opens_the_sample(qtbot: QtBot, empty: MainWindow):
    press(empty, "start_sample")
    qtbot.waitUntil(lambda: empty.workspace is not None, timeout=SLOW)
    page = empty.workspace.page("cases")
    qtbot.waitUntil(lambda: page.table.rowCount() > 12, timeout=SLOW)
    empty.lock()
    qtbot.waitUntil(lambda: isinstance(empty.start_page, UnlockPage))
    assert SAMPLE_PASSPHRASE in empty.start_page.hint.text()


def test_what_is_missing_is_said_at_its_field_and_nothing_is_made(qtbot: QtBot, empty: MainWindow, tmp_path: Path):
    press(empty, "start_new")
    type_into(empty, "new_place", str(tmp_path / "ours"))
    type_into(empty, "new_passphrase_line", "password123")
    type_into(empty, "new_passphrase_again_line", "password124")
    press(empty, "new_create")
    for name in ("new_passphrase_problem", "new_passphrase_again_problem", "new_handle_problem"):
        assert empty.findChild(QLabel, name).isVisible()
    assert list(tmp_path.iterdir()) == []


def test_the_meter_says_what_would_help(qtbot: QtBot, empty: MainWindow):
    press(empty, "start_new")
    word, bar = empty.start_page.new.meter.word, empty.start_page.new.meter.bar
    type_into(empty, "new_passphrase_line", "qwertyuiop123456")
    qtbot.waitUntil(lambda: bool(word.text()))
    weak = bar.value()
    type_into(empty, "new_passphrase_line", PASSPHRASE)
    qtbot.waitUntil(lambda: bar.value() > weak)
    assert empty.start_page.new.meter.enough()


def test_a_folder_that_is_no_casebook_is_refused_with_a_sentence(
    qtbot: QtBot, language: Language, theme: Theme, tmp_path: Path
):
    window = MainWindow(language, theme, tmp_path)
    qtbot.addWidget(window)
    window.show()
    qtbot.keyClicks(window.start_page.secret.line, PASSPHRASE)
    qtbot.keyClick(window.start_page.secret.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.start_page.problem.isVisible(), timeout=SLOW)
    assert window.start_page.problem.text()
    assert window.start_page.button.isEnabled()
    window.close()


def test_the_language_is_asked_first_and_nothing_typed_is_lost(qtbot: QtBot, empty: MainWindow, language: Language):
    press(empty, "start_new")
    type_into(empty, "new_handle", "li")
    press(empty, "language_zh_CN")
    assert empty.findChild(QPushButton, "new_create").text() == "建立案卷库"
    assert empty.findChild(QLineEdit, "new_handle").text() == "li"
    press(empty, "language_en")
    assert empty.findChild(QPushButton, "new_create").text() == "Make the casebook"
