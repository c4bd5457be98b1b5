"""After a visit is recorded: what it looks like, by its answer, the rule and the history; a person says if it is so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseapp.gui.both import spoken
from caseapp.gui.case.overview.reject import RejectDialog
from caseapp.gui.case.rows import Rows
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.once import Once
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.work.patterns import CasePattern, How, case_patterns, confirm


class SuggestedPatterns(QFrame):
    """Hidden while nothing follows from the visit, or everything was judged."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._desk, self._once = desk, Once(desk)
        self._case = self._visit = ""
        self.rows = Rows(spacing=tokens.GRID)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(tokens.GRID)
        column.addWidget(Words(N_("From this visit it looks as follows. Is it so?"), "label"))
        column.addWidget(self.rows)
        self.hide()

    def look(self, case: str, visit: str = "") -> None:
        """Ask what follows from a visit; without one, again from the last visit of the same case."""
        if visit or case != self._case:
            self._case, self._visit = case, visit
        if not self._visit:
            self._show("", ())
            return
        session, on, asked = self._desk.session, self._desk.today(), self._visit
        self._desk.read(self, lambda: case_patterns(session, case, on), lambda found: self._show(asked, found))

    def _show(self, visit: str, found: Sequence[CasePattern]) -> None:
        if visit != self._visit:
            return
        open_ones = [one for one in found if one.how is How.DERIVED and one.mark is None and visit in one.records.visits]
        self.rows.fill([self._row(one) for one in open_ones])
        self.setVisible(bool(open_ones))

    def _row(self, pattern: CasePattern) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(spoken(pattern.name), "section"))
        for sentence in pattern.why:
            column.addWidget(Words(spoken(sentence), "soft"))
        column.addWidget(
            buttons(
                Action(N_("Confirm"), lambda: self._confirm(pattern), name="suggested_confirm"),
                Action(N_("Does not fit"), lambda: self._ask_why_not(pattern), name="suggested_reject", role="quiet"),
            )
        )
        return holder

    def _confirm(self, pattern: CasePattern) -> None:
        session, now, case = self._desk.session, self._desk.now(), self._case
        self._once.write(
            self,
            lambda: confirm(session, case, pattern.pattern, now),
            lambda _mark: self._desk.say(N_("The pattern is confirmed.")),
        )

    def _ask_why_not(self, pattern: CasePattern) -> None:
        RejectDialog(self._desk, self._case, pattern, self).open()
