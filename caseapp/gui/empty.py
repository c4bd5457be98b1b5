"""A page with nothing on it yet teaches the first step, with one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from caseapp.gui.text import Words
from caseapp.gui.words import Say


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
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        if button is not None:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
