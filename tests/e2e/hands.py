"""The hands and eyes of a caseworker: they find things by what is in sight, and use the window's own mouse and keys.

The mouse presses a place of the window, so what lies under something else, behind a dialog or outside its page cannot
be pressed; keys go to whatever has the focus. Waiting lets the window work until something can be seen.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

Key, Held = Qt.Key, Qt.KeyboardModifier
LONGEST_MS = 20_000
LOOK_EVERY_MS = 10
MOST_STOPS = 80
"""More presses of Tab than any page has stops."""

Kind = TypeVar("Kind", bound=QWidget)


def until(seen: Callable[[], object], what: str) -> None:
    """Let the window work until ``seen``; fails with ``what`` was waited for."""
    if seen():
        return
    loop, look, longest = QEventLoop(), QTimer(), QTimer()
    look.timeout.connect(lambda: loop.quit() if seen() else None)
    longest.setSingleShot(True)
    longest.timeout.connect(lambda: loop.exit(1))
    look.start(LOOK_EVERY_MS)
    longest.start(LONGEST_MS)
    assert loop.exec() == 0, f"waited in vain for {what}"


def words_of(part: QWidget) -> str:
    """Every label and button that can be seen in it, a line each."""
    shown = (each for each in part.findChildren(QWidget) if each.isVisible())
    return "\n".join(each.text() for each in shown if isinstance(each, QLabel | QAbstractButton))


class Hands:
    """One person at one screen."""

    def front(self) -> QWidget:
        """The window that hears the person: the dialog on top, if there is one. Behind a dialog or list that closed, the
        window hears the keys again: a desktop sees to that, a display without a screen does not."""
        front = QApplication.activeModalWidget() or QApplication.activeWindow()
        if front is None or front.windowType() is Qt.WindowType.Popup:
            front = open_windows()[-1]
            front.activateWindow()
        return front

    def in_sight(self, name: str, kind: type[Kind] = QWidget) -> list[Kind]:
        """Everything of that name that can be seen in the window in front."""
        return [found for found in self.front().findChildren(kind, name) if found.isVisible()]

    def see(self, name: str, kind: type[Kind] = QWidget) -> Kind:
        """Wait until something of that name is in sight."""
        until(lambda: self.in_sight(name, kind), f"{name} in sight")
        return self.in_sight(name, kind)[0]

    def read(self, name: str) -> str:
        """The words of a label or button in sight."""
        shown = self.see(name)
        assert isinstance(shown, QLabel | QAbstractButton | QLineEdit), name
        return shown.text()

    def words_in(self, name: str) -> str:
        """All words in sight inside something."""
        return words_of(self.see(name))

    def everything(self) -> str:
        """All words in sight in the window in front."""
        return words_of(self.front())

    # the mouse

    def click(self, name: str, kind: type[QWidget] = QWidget) -> None:
        """Press what has that name, where it lies in its window."""
        target = self.see(name, kind)
        until(target.isEnabled, f"{name} to be pressed")
        self.click_at(target)

    def click_at(self, target: QWidget, place: QPoint | None = None) -> None:
        """Press a widget (at ``place`` in it), after scrolling to it, as soon as nothing lies over it."""
        window = target.window()

        def at() -> QPoint:
            self._scroll_to(target)
            inside = QPoint(8, target.height() // 2) if isinstance(target, QCheckBox) else target.rect().center()
            return target.mapTo(window, place or inside)

        def under_the_mouse() -> bool:
            hit = window.childAt(at())
            return hit is target or target.isAncestorOf(hit)

        until(under_the_mouse, f"{target.objectName()} under the mouse")
        QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Held.NoModifier, at())

    def tab(self, title: str) -> None:
        """Press the tab of that title."""
        bar = self.see("case_tabs", QTabBar)
        at = next(number for number in range(bar.count()) if bar.tabText(number) == title)
        self.click_at(bar, bar.tabRect(at).center())

    def _scroll_to(self, target: QWidget) -> None:
        above = target.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(target)
            above = above.parentWidget()

    # the keyboard

    def key(self, key: Key, held: Held = Held.NoModifier) -> None:
        """Press a key in the window that has the focus."""
        QTest.keyClick(QGuiApplication.focusWindow(), key, held)

    def enter(self) -> None:
        self.key(Key.Key_Return)

    def write(self, text: str) -> None:
        """Type where the cursor is; what no keyboard has comes whole, as an input method commits it."""
        cursor = QApplication.focusWidget()
        if text.isascii():
            QTest.keyClicks(cursor, text)
            return
        assert cursor.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), cursor.objectName()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(cursor, event)

    def fill(self, name: str, text: str) -> None:
        """Press into a field and write over what stands there."""
        field = self.see(name)
        self.click_at(field)
        until(field.hasFocus, f"the cursor in {name}")
        self.key(Key.Key_A, Held.ControlModifier)
        self.write(text)
        shown = field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()
        assert shown == text, f"{name} shows {shown!r}"

    def tab_to(self, name: str) -> QWidget:
        """Go on with Tab until the focus is at ``name`` (or inside it)."""
        target = self.see(name)
        for _stop in range(MOST_STOPS):
            focus = QApplication.focusWidget()
            if focus is not None and (focus is target or target.isAncestorOf(focus)):
                return focus
            self.key(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}")

    def tick(self, name: str) -> None:
        """Tick a box by keyboard."""
        box = self.tab_to(name)
        self.key(Key.Key_Space)
        assert isinstance(box, QCheckBox)
        assert box.isChecked(), name

    def choose(self, name: str, words: str) -> None:
        """Take an entry of a closed list by keyboard."""
        box = self.tab_to(name)
        assert isinstance(box, QComboBox), name
        self.key(Key.Key_Home)
        for _entry in range(box.count()):
            if box.currentText() == words:
                return
            self.key(Key.Key_Down)
        raise AssertionError(f"{name} does not offer {words!r}")

    # windows that ask for a file or a printer

    def name_file(self, dialog: str, file: Path) -> None:
        """Answer a file dialog with a path."""
        until(lambda: isinstance(self.front(), QFileDialog) and self.front().objectName() == dialog, f"{dialog} to open")
        self.fill("fileNameEdit", str(file))
        self.enter()

    def wait_for(self, dialog: str) -> QDialog:
        """Wait until a dialog is in front."""
        until(lambda: self.front().objectName() == dialog, f"{dialog} to open")
        front = self.front()
        assert isinstance(front, QDialog)
        return front

    def gone(self, dialog: str) -> None:
        """Wait until a dialog is closed."""
        until(lambda: not any(window.objectName() == dialog for window in open_windows()), f"{dialog} to close")
        until(self.front, "the window behind")


def open_windows() -> list[QWidget]:
    """Every window on the screen, the main one first; lists and menus are none."""
    kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible() and window.windowType() in kinds]
    return sorted(shown, key=lambda window: window.windowType() is Qt.WindowType.Dialog)
