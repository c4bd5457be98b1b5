"""A fact of the catalogue, found by any part of its name: a list of two hundred is not read from the top."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox

from caseapp.gui.both import in_language
from caseapp.gui.words import Retranslated
from caseapp.i18n import _
from caseapp.letters.say.finding import both
from caseapp.policy.catalogue import catalogue


@cache
def askable() -> tuple[str, ...]:
    """The facts a person may be asked for, in the order of the catalogue."""
    return tuple(key for key, kind in catalogue().items() if kind.ask)


class FactChoice(Retranslated, QComboBox):
    """Typing narrows the list down; what is no name of a fact is not taken."""

    chosen = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.addItems([_fact_name(key) for key in askable()])
        self.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.completer().setCompletionMode(self.completer().CompletionMode.PopupCompletion)
        self.lineEdit().setObjectName(f"{name}_line")
        self.setCurrentIndex(-1)
        self.currentIndexChanged.connect(lambda _index: self.chosen.emit())
        self.lineEdit().editingFinished.connect(self._settle)
        self.retranslate()

    def fact(self) -> str:
        """The key of the fact; nothing while none is chosen."""
        at = self.currentIndex()
        return askable()[at] if at >= 0 else ""

    def show_fact(self, key: str) -> None:
        """Choose a fact."""
        self.setCurrentIndex(askable().index(key) if key in askable() else -1)

    def retranslate(self) -> None:
        at = self.currentIndex()
        self.blockSignals(True)
        for index, key in enumerate(askable()):
            self.setItemText(index, _fact_name(key))
        self.setCurrentIndex(at)
        self.blockSignals(False)
        self.lineEdit().setPlaceholderText(_("Type a part of it: insurance, residence, age …"))

    def wheelEvent(self, event) -> None:
        """The wheel scrolls the page; it never changes a choice by accident."""
        event.ignore()

    def _settle(self) -> None:
        """What was typed is a fact only if it is the name of one."""
        at = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        self.setCurrentIndex(at)
        if at < 0:
            self.clearEditText()


def _fact_name(key: str) -> str:
    return in_language(both(catalogue()[key].label))
