"""The rules of one service that were in force on the day, with the answer of each; those of province and nation apart."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.both import spoken
from caseapp.gui.case.check.words import MEANINGS
from caseapp.gui.parts.chosen_rows import MARK, ChosenRow, ChosenRows
from caseapp.gui.parts.fold import Fold
from caseapp.gui.parts.meaning_label import MeaningLabel
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.letters.say.finding import both
from caseapp.policy.check import PlaceCheck
from caseapp.policy.planning.plan import Plan, ProgrammePlan
from caseapp.policy.verdict import Verdict
from caseapp.work.check import CaseCheck
from caseapp.work.rules_of_case import Scope

ANSWER_WIDTH = 128
WIDE = (Scope.PROVINCE, Scope.NATION)


class Programmes(QWidget):
    """One programme is chosen. Rules of province and nation are folded away until one of them is."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._value, self._asked_for = "", False
        self.near, self.wide = ChosenRows(), ChosenRows()
        self._count = self._met = 0
        self.fold = Fold(lambda: _counted(self._count, self._met), self.wide, name="check_wider_rules")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.near)
        column.addWidget(self.fold)
        for rows in (self.near, self.wide):
            rows.chosen.connect(self.choose)

    def value(self) -> str:
        """The id of the chosen programme."""
        return self._value

    def show_plan(self, plan: Plan) -> None:
        """Offer the programmes of a plan; what somebody chose stays chosen, else the nearest that can decide is shown."""
        checked = plan.checked
        near = [one for one in plan.programmes if _scope(checked, one) not in WIDE]
        wide = [one for one in plan.programmes if _scope(checked, one) in WIDE]
        self.near.fill([_row(one, _scope(checked, one)) for one in near])
        self.wide.fill([_row(one, _scope(checked, one)) for one in wide])
        self._met, self._count = sum(one.check.verdict is Verdict.MET for one in wide), len(wide)
        self.fold.button.retranslate()
        self.fold.setVisible(bool(wide))
        ids = [one.check.programme.id for one in (*near, *wide)]
        if not self._asked_for or self._value not in ids:
            self._asked_for = False
            first = near or wide
            able = (one for one in first if one.check.undecided is None)
            self._value = next((one.check.programme.id for one in (*able, *first)), "")
        self._mark()

    def choose(self, programme: object) -> None:
        """Choose a programme."""
        self._value, self._asked_for = str(programme), True
        self._mark()
        self.chosen.emit(self._value)

    def _mark(self) -> None:
        for rows in (self.near, self.wide):
            rows.mark(self._value)
        if any(row.key == self._value for row in self.wide.rows()):
            self.fold.unfold()


def _scope(checked: PlaceCheck, one: ProgrammePlan) -> Scope:
    return checked.scope(one.check.programme.id) if isinstance(checked, CaseCheck) else Scope.CITY


def _counted(count: int, met: int) -> str:
    rules = _n("{count} rule of the province or the nation", "{count} rules of the province or the nation", count).format(
        count=count
    )
    # Translators: how many rules there are, and how many of them are met.
    return _("{rules}, {met} met").format(rules=rules, met=met) if met else rules


SCOPES = {
    Scope.BY_HAND: N_("entered by hand"),
    Scope.PROVINCE: N_("of the province"),
    Scope.NATION: N_("of the nation"),
}


def _row(one: ProgrammePlan, scope: Scope) -> ChosenRow:
    programme = one.check.programme
    row = ChosenRow(programme.id, name=f"programme_{programme.id}")
    line = QHBoxLayout(row)
    line.setContentsMargins(tokens.GRID + MARK, 5, tokens.GRID, 5)
    line.setSpacing(tokens.GRID)
    answer = MeaningLabel(MEANINGS[one.check.verdict])
    answer.setFixedWidth(ANSWER_WIDTH)
    line.addWidget(answer)
    line.addWidget(Words(spoken(both(programme.name))), 1)
    if scope in SCOPES:
        line.addWidget(Words(SCOPES[scope], "small", wrap=False))
    return row
