"""Papers an office asked for: typed one after the other, each kept as a line that can be taken away again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Text
from caseapp.gui.words import Retranslated
from caseapp.i18n import N_, screen_language
from caseapp.policy.documents import documents

if TYPE_CHECKING:
    from caseapp.work.visits import DemandForm


class PaperList(Retranslated, QWidget):
    """A line to type in, and what was typed above it."""

    changed = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._rows: list[tuple[DemandForm, QWidget]] = []
        self._names: dict[str, str] = {}
        self.line = _PaperLine(N_("e.g. labour contract, lease, proof of residence"), name=f"{name}_line")
        self.line.returnPressed.connect(self._enter)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._column)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.retranslate()

    def demands(self) -> tuple[DemandForm, ...]:
        """Every paper, and what still stands in the line."""
        typed = (self._demand(self.line.value()),) if self.line.value() else ()
        return (*(demand for demand, _row in self._rows), *typed)

    def show_demands(self, demands: Sequence[DemandForm]) -> None:
        """Show papers that are already known."""
        for _demand, row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()
        for demand in demands:
            self._add(demand)

    def kept(self) -> str:
        rows = [{**asdict(demand), "id": demand.id or ""} for demand, _row in self._rows]
        return json.dumps([*rows, self.line.text()], ensure_ascii=False) if rows or self.line.text() else ""

    def put_back(self, kept: str) -> None:
        from caseapp.domain.ids import DemandId
        from caseapp.work.visits import DemandForm

        *rows, typed = json.loads(kept) if kept else [""]
        known = [field.name for field in fields(DemandForm) if field.name != "id"]
        self.show_demands(
            [
                DemandForm(
                    id=DemandId(row["id"]) if row["id"] else None, **{name: row[name] for name in known if name in row}
                )
                for row in rows
            ]
        )
        self.line.setText(typed)

    def touched(self) -> tuple[SignalInstance, ...]:
        return (self.line.textChanged, self.changed)

    def retranslate(self) -> None:
        language = screen_language()
        self._names = {(kind.name.zh if language == "zh_CN" else kind.name.en): kind.id for kind in documents().values()}
        completer = QCompleter(list(self._names), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        for demand, row in self._rows:
            row.findChild(Text).setText(self._called(demand))

    def _demand(self, typed: str) -> DemandForm:
        """A paper of the catalogue where the name is one of its names, else the words as typed."""
        from caseapp.work.visits import DemandForm

        return DemandForm(paper=self._names[typed]) if typed in self._names else DemandForm(words=typed)

    def _called(self, demand: DemandForm) -> str:
        return demand.words or next((name for name, paper in self._names.items() if paper == demand.paper), demand.paper)

    def _enter(self) -> None:
        words = self.line.value()
        if words:
            self.line.clear()
            self._add(self._demand(words))
        else:
            self.line.focusNextChild()

    def _add(self, demand: DemandForm) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 0, 0, 0)
        line.addWidget(Text(self._called(demand)), 1)
        line.addWidget(Action(N_("Remove"), lambda: self._remove(row), name="paper_remove", role="quiet"))
        self._rows.append((demand, row))
        self._column.addWidget(row)

    def take_last_back(self) -> None:
        """Put the last paper into the line again."""
        demand, row = self._rows[-1]
        self._remove(row)
        self.line.setText(self._called(demand))

    def any(self) -> bool:
        """Whether there is a paper above the line."""
        return bool(self._rows)

    def _remove(self, row: QWidget) -> None:
        self._rows = [entry for entry in self._rows if entry[1] is not row]
        row.hide()
        row.deleteLater()
        self.line.setFocus()
        self.changed.emit()


class _PaperLine(Line):
    """Backspace in an empty line takes the last paper back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        holder = self.parent()
        if event.key() == Qt.Key.Key_Backspace and not self.text() and isinstance(holder, PaperList) and holder.any():
            holder.take_last_back()
            return
        super().keyPressEvent(event)
