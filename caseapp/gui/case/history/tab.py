"""History of a case: who did what, when and with what intention, each value before and after; and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.case.area import reading_area
from caseapp.gui.case.history.row import UnitRow
from caseapp.gui.case.rows import Rows
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.work.history import Unit, history, undo

WIDEST = 880
SHOWN = 40
"""Entries made at once; the earlier ones wait behind a button."""


class HistoryTab(CaseTab):
    """The newest entry first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: CaseFile | None = None
        self._units: Sequence[Unit] = ()
        self._shown = SHOWN
        self.rows = Rows()
        self.earlier = Action(N_("Earlier entries"), self._show_more, name="history_earlier", role="quiet")
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(tokens.PAGE_MARGIN, 12, tokens.PAGE_MARGIN, tokens.PAGE_MARGIN)
        column.setSpacing(12)
        column.addWidget(Words(N_("History"), "section"))
        column.addWidget(Words(N_("Nothing is ever rewritten: taking a change back is an entry of its own."), "soft"))
        column.addWidget(self.rows)
        column.addWidget(buttons(self.earlier))
        column.addStretch(1)
        self.earlier.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(reading_area(content, WIDEST, name="history_area"))

    def show_case(self, file: CaseFile) -> None:
        self._file = file
        session, case = self.desk.session, file.case.id
        self.desk.read(self, lambda: (file, history(session, case)), lambda found: self._show(*found))

    def _show(self, file: CaseFile, units: Sequence[Unit]) -> None:
        if file is self._file:
            self._units = units
            self._fill()

    def _show_more(self) -> None:
        self._shown += SHOWN
        self._fill()

    def _fill(self) -> None:
        if self._file is None:
            return
        rows = []
        for unit in self._units[: self._shown]:
            row = UnitRow(unit, unit.lines, may_undo=unit.whole)
            row.undone.connect(self.take_back)
            rows.append(row)
        self.rows.fill(rows)
        self.earlier.setVisible(len(self._units) > self._shown)

    def take_back(self, unit: str) -> None:
        """Undo one unit of work by another one."""
        session, now = self.desk.session, self.desk.now()
        self.desk.write(
            self, lambda: undo(session, unit, now), lambda _none: self.desk.say(N_("The change was taken back."))
        )
