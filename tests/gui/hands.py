"""What a person's hands do: press a button, write a text as a keyboard or an input method gives it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

LEFT = Qt.MouseButton.LeftButton


def press(window: QWidget, name: str) -> None:
    """Click the button of that name."""
    button = window.findChild(QPushButton, name)
    assert button is not None, name
    assert button.isVisible(), name
    assert button.isEnabled(), name
    QTest.mouseClick(button, LEFT)


def write(widget: QWidget, text: str) -> None:
    """Type a text; Chinese comes whole, as an input method commits it."""
    if text.isascii():
        QTest.keyClicks(widget, text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def enter(widget: QWidget, text: str = "") -> None:
    """Type a text and press Enter."""
    write(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)
