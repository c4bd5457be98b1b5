"""A fault of the program: told in a plain sentence, what was typed stays, the report holds nothing about clients."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from caseapp.errors import NotSaved
from caseapp.gui.errors import LastResort, report
from caseapp.gui.shell import MainWindow
from tests.gui.hands import press, write

CANARY = "欧阳龘梅"


def faulty(name: str) -> None:
    raise ValueError(f"cannot store {name}")


@pytest.fixture
def last_resort(window: MainWindow) -> LastResort:
    made = LastResort(window)
    window.hear(made)
    return made


def raised(error: Exception | None = None) -> BaseException:
    try:
        if error:
            raise error
        faulty(CANARY)
    except (ValueError, NotSaved) as caught:
        return caught
    raise AssertionError


def test_a_report_names_lines_of_the_program_and_no_value():
    text = report(raised())
    assert "ValueError" in text
    assert "test_errors.py" in text
    assert CANARY not in text
    assert str(Path.home()) not in text


def test_the_form_stays_and_a_report_can_be_saved(
    qtbot: QtBot, window: MainWindow, last_resort: LastResort, tmp_path: Path
):
    window.workspace.go("intake")
    nickname = window.findChild(QLineEdit, "client_nickname")
    write(nickname, CANARY)
    error = raised()
    last_resort.take(type(error), error, error.__traceback__)
    dialog = window.findChild(QWidget, "fault")
    assert dialog.isVisible()
    assert all(CANARY not in label.text() for label in dialog.findChildren(QLabel))
    press(window, "fault_save")
    chooser = dialog.findChild(QFileDialog, "fault_file")
    chooser.accepted.disconnect()
    dialog._write(tmp_path / "report.txt")
    assert CANARY not in (tmp_path / "report.txt").read_text("utf-8")
    assert nickname.text() == CANARY


def test_what_the_world_did_is_told_in_its_own_sentence(window: MainWindow, last_resort: LastResort):
    error = raised(NotSaved("The disk is full: this visit was not saved."))
    last_resort.take(type(error), error, error.__traceback__)
    told = window.findChild(QWidget, "told")
    assert any("disk is full" in label.text() for label in told.findChildren(QLabel))
    press(window, "told_back")


def test_a_problem_stays_in_the_status_line_until_the_next_word(window: MainWindow):
    desk, status = window.workspace.desk, window.workspace.status
    desk.fail(NotSaved("The disk is full: this visit was not saved."))
    assert "disk is full" in status.words.text()
    assert not status._timer.isActive()
    desk.say("Saved.")
    assert status.words.text() == "Saved."


def test_a_fault_behind_a_page_reaches_the_last_resort(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: caught.append(error))
    with qtbot.captureExceptions() as exceptions:
        window.workspace.desk.read(window, lambda: faulty(CANARY), lambda _result: None)
        qtbot.waitUntil(lambda: bool(exceptions or caught))
