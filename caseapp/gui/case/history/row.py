"""One unit of work in the history: when, who, with what intention, what changed, and the button to take it back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from caseapp.gui.case.history.words import said_lines
from caseapp.gui.case.rows import Row
from caseapp.gui.day.said import full
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.work.history import FieldLine, Unit

WHEN_WIDTH = 150
FEW = 6
"""Lines shown before the rest is folded; pressing the row unfolds them."""


class UnitRow(Row):
    """Pressing it shows every line."""

    undone = Signal(str)

    def __init__(self, unit: Unit, lines: Sequence[FieldLine], *, may_undo: bool) -> None:
        super().__init__(name="history_row")
        self.unit = unit
        self._lines = lines
        self._all = False
        self.what = Words(self._said, "soft")
        if not lines:
            self.what.hide()
        self.pressed.connect(self._unfold)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.GRID, tokens.GRID, 4, tokens.GRID)
        row.setSpacing(12)
        when = QVBoxLayout()
        when.setSpacing(2)
        day = Words(lambda: full(unit.when.date()), "soft", wrap=False)
        day.setFixedWidth(WHEN_WIDTH)
        when.addWidget(day)
        when.addWidget(Words(self._who, "small", wrap=False))
        when.addStretch(1)
        row.addLayout(when)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(Words(lambda: _(unit.intention)))
        text.addWidget(self.what)
        row.addLayout(text, 1)
        if may_undo:
            back = Action(
                N_("Take back"), lambda: self.undone.emit(unit.id), name="history_undo", icon="undo", role="quiet"
            )
            row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)

    def _who(self) -> str:
        clock = f"{self.unit.when:%H:%M}"
        computer = self.unit.letter
        if not computer:
            return _("{clock} · {who}").format(clock=clock, who=self.unit.who)
        # Translators: time, handle of the caseworker, and the letter of the computer.
        return _("{clock} · {who} · computer {letter}").format(clock=clock, who=self.unit.who, letter=computer)

    def _said(self) -> str:
        said = said_lines(self._lines)
        if self._all or len(said) <= FEW:
            return "\n".join(said)
        more = len(said) - FEW
        return "\n".join((*said[:FEW], _n("and {count} more", "and {count} more", more).format(count=more)))

    def _unfold(self) -> None:
        self._all = not self._all
        self.what.retranslate()
