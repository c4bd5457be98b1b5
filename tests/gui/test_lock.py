"""After a lock no widget, model, title, tooltip or clipboard holds a word of a case, and the casebook is closed."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from caseapp.gui.idle import VISIT_SECONDS, IdleLock
from caseapp.gui.shell import MainWindow
from caseapp.gui.start.unlock import UnlockPage
from tests.gui.hands import write

CANARY = "欧阳龘梅"


def texts_on_screen() -> list[str]:
    """Every word any widget or model of this process could show."""
    found: list[str] = []
    for widget in QApplication.allWidgets():
        found += [widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.statusTip()]
        for read in ("text", "toPlainText", "placeholderText", "currentText"):
            if callable(getattr(widget, read, None)) and isinstance(widget, QWidget):
                found.append(str(getattr(widget, read)()))
    for thing in gc.get_objects():
        if isinstance(thing, QAbstractItemModel) and isValid(thing):
            found += [
                str(thing.data(thing.index(row, column), Qt.ItemDataRole.DisplayRole))
                for row in range(thing.rowCount())
                for column in range(thing.columnCount())
            ]
    return found


def open_files() -> list[str]:
    links = (file for file in Path("/proc/self/fd").iterdir() if file.exists())
    return [str(file.readlink()) for file in links]


def fill_the_window(qtbot: QtBot, window: MainWindow) -> None:
    """A name in the list, in the search, in a form, in the finder and on the clipboard."""
    page = window.workspace.page("cases")
    page.reload()
    qtbot.waitUntil(lambda: page.table.rowCount() == 1)
    write(page.search, CANARY)
    window.workspace.go("intake")
    intake = window.workspace.page("intake")
    write(intake.who.nickname, CANARY)
    intake.who.story.setPlainText(CANARY * 3)
    window.workspace.find()
    qtbot.waitUntil(lambda: bool(window.findChildren(QObject, "finder")))
    window.findChild(QLineEdit, "finder_line").setText(CANARY)
    QGuiApplication.clipboard().setText(CANARY)


def test_one_key_leaves_nothing(qtbot: QtBot, window: MainWindow, make_case, session):
    make_case(CANARY)
    fill_the_window(qtbot, window)
    assert any(CANARY in text for text in texts_on_screen())
    assert any(str(session.casebook.folder) in path for path in open_files())

    window.activateWindow()
    for dialog in window.findChildren(QWidget, "finder"):
        dialog.close()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.start_page, UnlockPage))

    assert [text for text in texts_on_screen() if CANARY in text] == []
    assert CANARY not in QGuiApplication.clipboard().text()
    qtbot.waitUntil(lambda: not any(str(session.casebook.folder) in path for path in open_files()))


def test_an_open_dialog_goes_with_the_lock(qtbot: QtBot, window: MainWindow, make_case):
    make_case(CANARY)
    fill_the_window(qtbot, window)
    finder = window.findChild(QWidget, "finder")
    finder.activateWindow()
    qtbot.waitUntil(finder.isActiveWindow)
    qtbot.keyClick(window.findChild(QLineEdit, "finder_line"), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.start_page, UnlockPage))
    assert window.findChildren(QWidget, "finder") == []
    assert [text for text in texts_on_screen() if CANARY in text] == []


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def idle(qapp, clock: Clock):
    lock = IdleLock(300, clock)
    lock.begin()
    yield lock
    lock.end()
    lock.deleteLater()


def test_five_quiet_minutes_lock(idle: IdleLock, clock: Clock, qtbot: QtBot):
    heard = []
    idle.due.connect(lambda: heard.append(clock.now))
    for _second in range(299):
        clock.now += 1
        idle.tick()
    assert heard == []
    clock.now += 1
    idle.tick()
    assert heard == [1300.0]


def test_any_input_begins_the_minutes_anew(window: MainWindow, qtbot: QtBot):
    clock = Clock()
    idle = IdleLock(300, clock, parent=window)
    idle.begin()
    idle.watch(window.windowHandle())
    heard = []
    idle.due.connect(lambda: heard.append(True))
    for _round in range(3):
        for _second in range(250):
            clock.now += 1
            idle.tick()
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert heard == []
    idle.end()


def test_visit_mode_holds_twenty_minutes_with_a_countdown(idle: IdleLock, clock: Clock):
    left, heard = [], []
    idle.visit_ticked.connect(left.append)
    idle.due.connect(lambda: heard.append(clock.now))
    idle.start_visit()
    for _second in range(VISIT_SECONDS - 1):
        clock.now += 1
        idle.tick()
    assert heard == []
    assert left[0] == VISIT_SECONDS
    assert left[-1] == 1
    clock.now += 1
    idle.tick()
    assert heard


def test_a_computer_that_slept_wakes_up_locked_even_in_visit_mode(idle: IdleLock, clock: Clock):
    heard = []
    idle.due.connect(lambda: heard.append(True))
    idle.start_visit()
    clock.now += 120
    idle.tick()
    assert heard


def test_the_countdown_is_seen_in_the_window(window: MainWindow, qtbot: QtBot):
    qtbot.mouseClick(window.workspace.rail.visit, Qt.MouseButton.LeftButton)
    assert "20:00" in window.findChild(QLabel, "visit_countdown").text()
    qtbot.mouseClick(window.workspace.rail.visit, Qt.MouseButton.LeftButton)
    assert window.findChild(QLabel, "visit_countdown").text() == ""


def test_a_folder_dialog_leaves_no_trace_in_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, window):
    from caseapp.gui.parts.files import ask_folder

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    dialog = ask_folder(window, "Which casebook?", lambda _folder: None, name="asked")
    dialog.setDirectory(str(tmp_path))
    dialog.reject()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert list(tmp_path.rglob("QtProject*")) == []
