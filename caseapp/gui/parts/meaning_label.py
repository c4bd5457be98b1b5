"""A meaning as a label: its icon and its word, in its colour."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.text import Words
from caseapp.gui.theme.meaning import Meaning
from caseapp.gui.words import Say


class MeaningLabel(QWidget):
    """Icon and word of a meaning, with a text of its own where the word is not enough."""

    def __init__(self, meaning: Meaning, words: Say | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        sign = meaning.sign
        self.picture = Picture(sign.icon, sign.colour, 16)
        self.words = Words(sign.word if words is None else words, sign.colour, wrap=False)
        row.addWidget(self.picture)
        row.addWidget(self.words)
        row.addStretch(1)
