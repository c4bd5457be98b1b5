"""What a rule entered by hand asks, condition by condition; for a draft it is one field, whatever it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.ids import LocalCriterionId, LocalRuleId
from caseapp.domain.rule_records import Comparison, LocalCriterion
from caseapp.gui.case.check.condition import ConditionRow
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.segments import Segments
from caseapp.i18n import N_, _

TOGETHER = {True: N_("All of them"), False: N_("One of them is enough")}
ALTERNATIVES = "1"
"""The name of the one group of alternatives this form makes."""


class Conditions(QWidget):
    """Rows that can be added and taken out."""

    changed = Signal()

    def __init__(self, criteria: Sequence[LocalCriterion] = (), *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._made = 0
        self.rows: list[ConditionRow] = []
        self.together: Segments[bool] = Segments((True, False), lambda so: _(TOGETHER[so]), name="conditions_together")
        self.together.chosen.connect(self.changed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.together)
        # Translators: button: another condition of a rule entered by hand.
        add = Action(N_("Add a condition"), lambda: self.add().fact.setFocus(), name="condition_add", icon="add")
        self._column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_criteria(criteria)

    def show_criteria(self, criteria: Sequence[LocalCriterion]) -> None:
        """Show these in place of the others."""
        for row in tuple(self.rows):
            self._drop(row)
        self.together.choose(not any(criterion.one_of for criterion in criteria))
        for criterion in criteria:
            self.add().show_criterion(criterion)
        self._settle()

    def criteria(self) -> tuple[LocalCriterion, ...]:
        """Everything that was entered; a row in which no fact was chosen is none."""
        group = "" if self.together.value() else ALTERNATIVES
        return tuple(row.criterion(group) for row in self._filled())

    def tell(self, number: int, sentence: str) -> None:
        """Say what is wrong with one of :meth:`criteria`."""
        self._filled()[number].tell(sentence)

    def clear_troubles(self) -> None:
        """Say nothing is wrong."""
        for row in self.rows:
            row.tell("")

    def add(self) -> ConditionRow:
        """A new, empty row at the end."""
        self._made += 1
        row = ConditionRow(self._made)
        row.changed.connect(self.changed)
        row.unwanted.connect(lambda: self._take_out(row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows), row)
        row.show()
        self._settle()
        return row

    def kept(self) -> str:
        criteria = self.criteria()
        fields = [[one.id, one.fact, one.op.value, one.value, one.text, one.one_of] for one in criteria]
        return json.dumps(fields, ensure_ascii=False) if fields else ""

    def put_back(self, kept: str) -> None:
        self.show_criteria([_criterion(*fields) for fields in json.loads(kept or "[]")])

    def touched(self) -> tuple[SignalInstance, ...]:
        return (self.changed,)

    def _filled(self) -> list[ConditionRow]:
        return [row for row in self.rows if row.fact.fact()]

    def _take_out(self, row: ConditionRow) -> None:
        self._drop(row)
        self._settle()
        self.changed.emit()

    def _drop(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _settle(self) -> None:
        self.together.setVisible(len(self.rows) > 1)


def _criterion(identity: str, fact: str, how: str, value: str, text: str, one_of: str) -> LocalCriterion:
    return LocalCriterion(
        LocalCriterionId(identity), LocalRuleId(""), 0, fact, Comparison(how), value, text, one_of
    )  # fmt: skip
