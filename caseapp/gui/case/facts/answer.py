"""The right editor for an answer: so or not so, a number with its unit, one of a list, a code."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseapp.gui.both import in_language
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.inputs import Choice
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.segments import Segments
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.letters.both import same
from caseapp.letters.say.finding import UNITS, both, say
from caseapp.policy.catalogue import FactType
from caseapp.policy.model import Scalar

if TYPE_CHECKING:
    from caseapp.work.facts import FactQuestion

SO = {True: N_("It is so"), False: N_("It is not so")}
WIDTH = 150


class AnswerEditor(QWidget):
    """Says when an answer was given, and when it was taken back."""

    answered = Signal(object)
    """The value, as the catalogue types it."""
    cleared = Signal()

    def __init__(self, question: FactQuestion) -> None:
        super().__init__()
        self._question = question
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        key = question.key
        if question.type is FactType.YES_NO:
            self._yes_no(key)
        elif question.choices:
            self._listed(key)
        else:
            self._typed(key)
        row.addWidget(self.editor)
        if question.unit:
            row.addWidget(Words(lambda: _unit(question.unit or ""), "soft", wrap=False))
        self._back = Action(N_("Not asked"), self.cleared.emit, name=f"clear_{key}", role="quiet")
        row.addWidget(self._back)
        row.addStretch(1)
        self.setFocusProxy(self.editor)
        self.show_value(question.value)

    def show_value(self, value: Scalar | None) -> None:
        """Show what is on record."""
        self._shown = value
        editor = self.editor
        editor.blockSignals(True)
        if isinstance(editor, Line):
            editor.setText("" if value is None else f"{value}")
        else:
            editor.choose(value)
        editor.blockSignals(False)
        self._back.setVisible(value is not None)

    def _yes_no(self, key: str) -> None:
        self.editor = Segments((True, False), lambda so: _(SO[so]), name=f"answer_{key}")
        self.editor.chosen.connect(lambda: self._chosen(self.editor.value()))

    def _listed(self, key: str) -> None:
        labels = dict(self._question.choices)
        self.editor = Choice(
            tuple(labels), lambda value: in_language(both(labels[value])), name=f"answer_{key}", empty=N_("Not asked")
        )
        self.editor.setMaximumWidth(360)
        self.editor.chosen.connect(lambda: self._chosen(self.editor.value()))

    def _typed(self, key: str) -> None:
        self.editor = Line(name=f"answer_{key}")
        self.editor.setFixedWidth(WIDTH)
        self.editor.editingFinished.connect(self._read)

    def _chosen(self, value: Scalar | None) -> None:
        if value is None:
            self.cleared.emit()
        elif value != self._shown:
            self.answered.emit(value)

    def _read(self) -> None:
        """A number or code as it was typed; what is neither is handed on, and refused with its reason."""
        text = self.editor.value()
        if not text:
            if self._shown is not None:
                self.cleared.emit()
            return
        value: Scalar = text
        if self._question.type in (FactType.WHOLE, FactType.NUMBER):
            try:
                number = Decimal(text)
                value = int(number) if number == number.to_integral_value() else number
            except (InvalidOperation, OverflowError):
                value = text
        if value != self._shown:
            self.answered.emit(value)


def _unit(unit: str) -> str:
    """The unit alone: "months"."""
    if unit not in UNITS:
        return unit
    return in_language(say(UNITS[unit][1], number=same(""))).strip()
