"""While somebody is entered: a calm line for each person who may be here already, with the way to their case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.people import Person
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, screen

if TYPE_CHECKING:
    from caseapp.work.duplicates import Match

PAUSE_MS = 350


class PerhapsHere(QWidget):
    """``person`` says what stands in the form; ``open_case`` is called with the case of a match."""

    def __init__(self, desk: Desk, person: Callable[[], Person], open_case: Callable[[str], object], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._desk, self._person, self._open = desk, person, open_case
        self._asked: Person | None = None
        self._soon = Soon(self, self._look, PAUSE_MS)
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def look(self) -> None:
        """Look when the typing pauses."""
        self._soon.ask()

    def _look(self) -> None:
        from caseapp.work.duplicates import possible_duplicates

        session, asked = self._desk.session, self._person()
        if asked == self._asked:
            return
        self._asked = asked
        self._desk.read(
            self, lambda: (asked, possible_duplicates(session, asked)), lambda found: self._show(*found)
        )  # fmt: skip

    def _show(self, asked: Person, found: Sequence[Match]) -> None:
        if asked != self._asked:
            return
        for old in self._rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [self._row(match) for match in found]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(found))

    def _row(self, match: Match) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words = Words(lambda: match.say(screen()), "soft")
        words.setObjectName("perhaps_here_words")
        line.addWidget(words, 1)
        if match.cases:
            case = match.cases[0][0]
            line.addWidget(Action(N_("Open the case"), lambda: self._open(case), name="perhaps_here_open", role="quiet"))
        return row
