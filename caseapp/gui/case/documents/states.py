"""Where a paper stands, as nine buttons: one press or one key changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from caseapp.domain.documents import DocumentState
from caseapp.domain.labels import label
from caseapp.gui.buttons import Action
from caseapp.gui.case.documents.words import STATES
from caseapp.i18n import _

COLUMNS = 2


class StateButtons(QWidget):
    """Nine states in two columns; each button says its key."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("document_states")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self.buttons: dict[DocumentState, Action] = {}
        for number, state in enumerate(STATES):

            def said(state: DocumentState = state, number: int = number) -> str:
                return f"{number + 1} {_(label(state))}"

            button = Action(said, lambda state=state: self.chosen.emit(state), name=f"state_{state.value}", role="segment")
            button.setCheckable(True)
            grid.addWidget(button, number // COLUMNS, number % COLUMNS)
            self.buttons[state] = button
        self.setFocusProxy(self.buttons[DocumentState.NEEDED])

    def mark(self, state: DocumentState) -> None:
        """Show which one it is."""
        for one, button in self.buttons.items():
            button.setChecked(one is state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press_key(event):
            super().keyPressEvent(event)

    def press_key(self, event: QKeyEvent) -> bool:
        """Choose the state that has this key; whether there is one."""
        number = event.key() - Qt.Key.Key_1
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or not 0 <= number < len(STATES):
            return False
        self.chosen.emit(STATES[number])
        return True
