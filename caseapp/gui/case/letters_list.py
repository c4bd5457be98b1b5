"""The kinds of letter a case can have, each with where it stands; one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.labels import label
from caseapp.gui.buttons import Action
from caseapp.gui.case.rows import Rows
from caseapp.gui.days import exact
from caseapp.gui.desk import Desk
from caseapp.gui.text import Words
from caseapp.i18n import _, screen
from caseapp.work.letters import LetterChoice


class LetterList(Rows):
    """A button a kind, with its state below."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=6)
        self.setObjectName("letter_kinds")
        self._desk = desk

    def show_choices(self, choices: Sequence[LetterChoice], chosen: str) -> None:
        """Show the kinds; the focus stays where it was."""
        focused = self.focusWidget().objectName() if self.focusWidget() else ""
        self.fill([self._one(choice, chosen) for choice in choices])
        again = self.findChild(Action, focused) if focused else None
        if again is not None:
            again.setFocus()

    def _one(self, choice: LetterChoice, chosen: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        button = Action(choice.name, lambda: self.chosen.emit(choice.kind), name=f"letter_{choice.kind}", role="segment")
        button.setCheckable(True)
        button.setChecked(choice.kind == chosen)
        column.addWidget(button)
        column.addWidget(Words(lambda: self._state(choice), "small"))
        return holder

    def _state(self, choice: LetterChoice) -> str:
        letter = choice.latest
        if letter is None:
            return choice.available.say(screen())
        day = letter.received_on or letter.sent_on or letter.issued_on or letter.written_on
        said = exact(day, self._desk.today()) if day else ""
        return " · ".join(part for part in (letter.number, _(label(letter.state)), said) if part)
