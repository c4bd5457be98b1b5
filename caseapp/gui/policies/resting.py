"""Which open cases rest on a rule, and why; a press opens the case."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from caseapp.domain.labels import label
from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.day.said import full
from caseapp.gui.desk import Desk
from caseapp.gui.parts.text import Words
from caseapp.gui.places import city_name
from caseapp.gui.theme import tokens
from caseapp.gui.words import Say
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.work.resting import RestingCase, Why

FIRST = 12
"""Cases listed at once; how many more there are is said."""
WHY = {
    Why.HELD_AGAINST_IT: N_("checked against it"),
    # Translators: why a case rests on a rule.
    Why.OFFICE_CITED_IT: N_("the office cited it"),
}


class RestingRows(Rows):
    """The cases of one version of a rule."""

    def __init__(self, desk: Desk, place: str, programme: str) -> None:
        super().__init__(spacing=2)
        self._desk, self._place, self._programme = desk, place, programme
        desk.changed.connect(self._read)
        self._read()

    def _read(self) -> None:
        from caseapp.work.resting import cases_resting_on

        session, on, place, programme = self._desk.session, self._desk.today(), self._place, self._programme
        self._desk.read(self, lambda: cases_resting_on(session, place, programme, on), self._show)

    def _show(self, found: Sequence[RestingCase]) -> None:
        rows = [self._row(one) for one in found[:FIRST]]
        more = len(found) - FIRST
        if more > 0:
            said = Words(lambda: _n("and {count} more case", "and {count} more cases", more).format(count=more), "small")
            self.fill([*rows, said])
        else:
            self.fill(rows or [Words(N_("No open case rests on it."), "soft")])

    def _row(self, found: RestingCase) -> Row:
        case = found.case
        row = Row(name=f"resting_{case.number}")
        line = QHBoxLayout(row)
        line.setContentsMargins(tokens.GRID, 6, tokens.GRID, 6)
        line.setSpacing(tokens.PAGE_MARGIN)
        line.addWidget(Words(_named(found), wrap=False))
        line.addWidget(Words(_why(found), "small"), 1)
        row.pressed.connect(lambda: self._desk.go("case", (case.id, "check", self._programme)))
        return row


def _named(found: RestingCase) -> Say:
    case = found.case
    return lambda: " · ".join(filter(None, (case.number, _(label(case.service)), city_name(case.city), case.district)))


def _why(found: RestingCase) -> Say:
    def words() -> str:
        reasons = [_(WHY[why]) for why in found.why]
        # Translators: the day whose rules decide a case.
        return " · ".join((*reasons, _("rules of {day}").format(day=full(found.on))))

    return words
