"""Rows of which one is chosen: one stop for Tab, arrows choose the row above or below, a press chooses too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.theme.theme import palette
from caseapp.gui.words import Say

MARK = 3
"""The bar before the chosen row, so that it is not known by its ground alone."""


class ChosenRow(Row):
    """A row that shows whether it is the chosen one. ``key`` is what it stands for."""

    def __init__(self, key: object, *, name: str) -> None:
        super().__init__(name=name)
        self.key = key
        self.chosen = False

    def mark(self, chosen: bool) -> None:
        """Show whether it is chosen; only the chosen row is a stop for Tab."""
        self.chosen = chosen
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.chosen:
            shown, painter = palette(), QPainter(self)
            painter.fillRect(self.rect(), QColor(shown.wash))
            if not self.hasFocus():
                painter.fillRect(QRectF(0, 0, MARK, self.height()), QColor(shown.accent))
            painter.end()
        super().paintEvent(event)


class ChosenRows(Rows):
    """A column of :class:`ChosenRow`."""

    chosen = Signal(object)
    """The key of the row a person chose."""

    def fill(self, parts: Sequence[QWidget]) -> None:
        super().fill(parts)
        for row in self.rows():
            row.pressed.connect(lambda row=row: self._take(row))
        self.mark(None)

    def mark(self, key: object) -> None:
        """Show the row of this key as the chosen one, without a word about it."""
        rows = self.rows()
        if not any(row.key == key for row in rows) and rows:
            for row in rows:
                row.mark(False)
            rows[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            return
        for row in rows:
            row.mark(row.key == key)

    def rows(self) -> list[ChosenRow]:
        """The rows shown, from the top."""
        return [part for part in self.parts if isinstance(part, ChosenRow)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
        rows = self.rows()
        at = next((number for number, row in enumerate(rows) if row.hasFocus()), None)
        if step and at is not None:
            if 0 <= at + step < len(rows):
                self._take(rows[at + step])
            return
        super().keyPressEvent(event)

    def _take(self, row: ChosenRow) -> None:
        self.mark(row.key)
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self.chosen.emit(row.key)


def two_lines(key: object, first: Say, second: Say = "", *, name: str) -> ChosenRow:
    """A row with a line, and a smaller one below it."""
    row = ChosenRow(key, name=name)
    inside = QVBoxLayout(row)
    inside.setContentsMargins(tokens.GRID + MARK, 6, tokens.GRID, 6)
    inside.setSpacing(2)
    inside.addWidget(Words(first))
    if second:
        inside.addWidget(Words(second, "small"))
    return row
