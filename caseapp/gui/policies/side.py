"""What a side of the policies page is, and how most of them are laid out: a list at the left, what was chosen beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from caseapp.gui.desk import Desk
from caseapp.gui.theme import tokens

LIST_WIDTH = 270


class Side(QWidget):
    """One tab of the page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def arrive(self, what: object) -> None:
        """The side is shown now, perhaps with something it shall show."""


def list_and(left: QWidget, right: QWidget) -> QSplitter:
    """The list keeps its width when the window grows."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    left.setMinimumWidth(200)
    right.setMinimumWidth(420)
    splitter.addWidget(left)
    splitter.addWidget(right)
    splitter.setStretchFactor(0, 0)
    splitter.setStretchFactor(1, 1)
    splitter.setSizes([LIST_WIDTH, 3 * LIST_WIDTH])
    return splitter


def list_column(*above: QWidget, rows: QWidget) -> QWidget:
    """What narrows a list down, over the list."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, 0, 0)
    column.setSpacing(tokens.GRID)
    for part in above:
        column.addWidget(part)
    column.addWidget(rows, 1)
    return holder


def rolling(content: QWidget, *, name: str) -> QScrollArea:
    """Content that scrolls down only and starts at the top, without a margin of its own but at the right."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, tokens.GRID + 4, tokens.GRID)
    column.addWidget(content)
    column.addStretch(1)
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area
