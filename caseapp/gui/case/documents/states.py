"""Where a paper stands, as nine buttons: one press or one key changes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from caseapp.domain.documents import DocumentState
from caseapp.domain.labels import label
from caseapp.gui.case.documents.words import STATES
from caseapp.gui.parts.buttons import Action
from caseapp.i18n import _

COLUMNS = 2
HANDS = (DocumentState.HANDED_IN, DocumentState.RETURNED)
"""States that follow from a change of hands."""


class StateButtons(QWidget):
    """Nine states in two columns, each with its key; what was handed in or given back is recorded with who took it."""

    chosen = Signal(object)
    hand_over = Signal()

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
        self._marked: DocumentState | None = None
        self.hands = Action(self._hands_said, self._ask_hands, name="state_hands", role="segment")
        self.hands.setCheckable(True)
        grid.addWidget(self.hands, len(STATES) // COLUMNS, len(STATES) % COLUMNS)
        self.setFocusProxy(self.buttons[DocumentState.NEEDED])

    def mark(self, state: DocumentState) -> None:
        """Show which one it is."""
        self._marked = state
        for one, button in self.buttons.items():
            button.setChecked(one is state)
        self.hands.retranslate()
        self.hands.setChecked(state in HANDS)

    def _hands_said(self) -> str:
        # Translators: button beside the states of a paper: record that it was handed in or came back.
        return _(label(self._marked)) if self._marked in HANDS else _("Handed in, given back")

    def _ask_hands(self) -> None:
        self.hands.setChecked(self._marked in HANDS)
        self.hand_over.emit()

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
