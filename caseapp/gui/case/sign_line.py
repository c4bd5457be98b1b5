"""One line with a small icon before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.words import Say


def sign_line(icon: str, colour: str, words: Say, *, role: str = "", name: str = "") -> QWidget:
    """Words that may wrap, with an icon in a colour of the palette."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.GRID)
    said = Words(words, role)
    said.setObjectName(name)
    row.addWidget(Picture(icon, colour, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    return holder
