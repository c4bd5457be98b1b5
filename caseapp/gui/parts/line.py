"""One line to type in. Enter goes on to the next field, Tab too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from caseapp.gui.words import Retranslated, Say, said

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance


class Line(Retranslated, QLineEdit):
    """One line of text with a hint of what to write, shown while it is empty."""

    def __init__(self, hint: Say = "", *, name: str = "", secret: bool = False) -> None:
        super().__init__()
        self._hint = hint
        self.setObjectName(name)
        if secret:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self.retranslate()

    def suggest(self, hint: Say) -> None:
        """Another hint; none, with an empty text."""
        self._hint = hint
        self.retranslate()

    def retranslate(self) -> None:
        self.setPlaceholderText(said(self._hint))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys, held = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
        plain = event.modifiers() in (held.NoModifier, held.KeypadModifier)
        super().keyPressEvent(event)
        unheard = not event.isAccepted() and self.receivers("2returnPressed()") == 0
        if event.key() in (keys.Key_Return, keys.Key_Enter) and plain and unheard:
            event.accept()
            self.focusNextChild()

    def value(self) -> str:
        """What was typed, without space around it."""
        return self.text().strip()

    def kept(self) -> str:
        return self.text()

    def put_back(self, kept: str) -> None:
        self.setText(kept)

    def touched(self) -> tuple[SignalInstance, ...]:
        return (self.textChanged,)
