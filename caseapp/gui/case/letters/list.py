"""The kinds of letter a case can have, each with where it stands; one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from caseapp.domain.labels import label
from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.day.said import exact
from caseapp.gui.desk import Desk
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.theme.theme import palette
from caseapp.i18n import _, screen
from caseapp.work.letters import LetterChoice


class LetterList(Rows):
    """A row a kind, with its state below."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=4)
        self.setObjectName("letter_kinds")
        self._desk = desk

    def show_choices(self, choices: Sequence[LetterChoice], chosen: str) -> None:
        """Show the kinds; the focus stays where it was."""
        focused = next((row.objectName() for row in self.parts if row.hasFocus()), "")
        self.fill([self._row(choice, chosen) for choice in choices])
        again = next((row for row in self.parts if row.objectName() == focused), None)
        if again is not None:
            again.setFocus()

    def _row(self, choice: LetterChoice, chosen: str) -> KindRow:
        row = KindRow(self._desk, choice, chosen=choice.kind == chosen)
        row.pressed.connect(lambda: self.chosen.emit(choice.kind))
        return row


class KindRow(Row):
    """One kind of letter."""

    def __init__(self, desk: Desk, choice: LetterChoice, *, chosen: bool) -> None:
        super().__init__(name=f"letter_{choice.kind}")
        self._desk, self._choice, self.chosen = desk, choice, chosen
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(2)
        column.addWidget(Words(choice.name))
        column.addWidget(Words(self._state, "small"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.chosen:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        if not self.hasFocus():
            painter.setBrush(QColor(palette().wash))
            painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        painter.setBrush(QColor(palette().accent))
        painter.drawRoundedRect(QRectF(box.left(), box.top() + 4, 3, box.height() - 8), 1.5, 1.5)

    def _state(self) -> str:
        letter = self._choice.latest
        if letter is None:
            return self._choice.available.say(screen())
        day = letter.received_on or letter.sent_on or letter.issued_on or letter.written_on
        said = exact(day, self._desk.today()) if day else ""
        return " · ".join(part for part in (letter.number, _(label(letter.state)), said) if part)
