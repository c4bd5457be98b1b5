"""Parts of a page of law: a head and what stands under it, notices, small tables."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.parts.fields import card
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.text import Rule, Words
from caseapp.gui.theme import tokens
from caseapp.gui.words import Say

TOP = Qt.AlignmentFlag.AlignTop
RIGHT = Qt.AlignmentFlag.AlignRight | TOP
LABEL_WIDTH = 132


class Sections(QWidget):
    """Heads and cards, one below the other.

    Made with ``parent`` where that is in sight already: moving a page full of words from one place to another costs
    more than making it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(tokens.GRID)

    def add(self, part: QWidget) -> QWidget:
        """Add a part below the others."""
        self.column.addWidget(part)
        return part

    def section(self, head: Say, *parts: QWidget) -> None:
        """A head with its parts on one sheet; nothing where there are none."""
        if parts:
            self.under(head, card(*parts))

    def under(self, head: Say, part: QWidget) -> None:
        """A head, and a part that brings its own sheet."""
        self.column.addWidget(Words(head, "section"))
        self.column.addWidget(part)


def notice(*parts: QWidget, icon: str = "warning") -> QFrame:
    """What must be seen before the rest is read."""
    sheet = QFrame()
    sheet.setObjectName("notice")
    row = QHBoxLayout(sheet)
    row.setContentsMargins(12, 8, 16, 8)
    row.setSpacing(tokens.GRID)
    row.addWidget(Picture(icon, "not_asked", 18), 0, TOP)
    column = QVBoxLayout()
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part)
    row.addLayout(column, 1)
    return sheet


def labelled(label: Say, *parts: QWidget, width: int = LABEL_WIDTH) -> QWidget:
    """A label at the left, and beside it what it names."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.PAGE_MARGIN)
    head = Words(label, "label")
    head.setFixedWidth(width)
    row.addWidget(head, 0, TOP)
    column = QVBoxLayout()
    column.setSpacing(2)
    for part in parts:
        column.addWidget(part)
    row.addLayout(column, 1)
    return holder


def as_written(words: Say) -> Words:
    """Where something was found. It stays as it was written, whatever the language of the screen."""
    line = Words(words, "small")
    line.setObjectName("as_written")
    return line


def with_small(text: Say, *below: Say | QWidget) -> QWidget:
    """A line, and smaller ones below it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Words(text))
    for line in below:
        column.addWidget(line if isinstance(line, QWidget) else Words(line, "small"))
    return holder


def table(heads: Sequence[Say], rows: Sequence[Sequence[Say]], stretch: Sequence[int], numbers: frozenset[int]) -> QWidget:
    """A small table: ``numbers`` are the columns that stand at the right."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(tokens.PAGE_MARGIN)
    grid.setVerticalSpacing(6)
    for column, (head, share) in enumerate(zip(heads, stretch, strict=True)):
        grid.setColumnStretch(column, share)
        grid.addWidget(Words(head, "label"), 0, column, RIGHT if column in numbers else TOP)
    for number, row in enumerate(rows):
        grid.addWidget(Rule(), 2 * number + 1, 0, 1, len(heads))
        for column, cell in enumerate(row):
            text = Words(cell, wrap=column not in numbers)
            grid.addWidget(text, 2 * number + 2, column, RIGHT if column in numbers else TOP)
    return holder
