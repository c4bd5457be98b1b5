"""A page with nothing on it yet teaches the first step, with one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caseapp.gui.parts.text import Words
from caseapp.gui.words import Say


def _centred(words: Words) -> QHBoxLayout:
    """An alignment would give wrapped words one line's height; stretches leave them the height they need."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(words, 100)
    row.addStretch(1)
    return row


class EmptyPage(QWidget):
    """One sentence and perhaps one button, a little above the middle."""

    def __init__(self, words: Say, button: QPushButton | None = None) -> None:
        super().__init__()
        self.words = Words(words, "soft")
        self.words.setObjectName("empty_words")
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setMaximumWidth(440)
        self.words.setMinimumWidth(320)
        column = QVBoxLayout(self)
        column.setSpacing(16)
        column.addStretch(2)
        column.addLayout(_centred(self.words))
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
