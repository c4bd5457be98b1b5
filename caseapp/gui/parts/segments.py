"""A closed list laid open: one press, or one key 1 to 9, chooses. One stop for Tab; arrows move inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseapp.gui.drafts.kept import plain
from caseapp.gui.parts.buttons import Action

T = TypeVar("T")


class Segments(QWidget, Generic[T]):
    """Nothing is chosen until somebody chooses. With ``numbered`` each button says its key."""

    chosen = Signal()

    def __init__(
        self, values: Sequence[T], label: Callable[[T], str], *, name: str, numbered: bool = False, go_on: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._values = tuple(values)
        self._value: T | None = None
        self._go_on = go_on
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.buttons: list[Action] = []
        for number, value in enumerate(self._values, 1):

            def said(value: T = value, number: int = number) -> str:
                return f"{number} {label(value)}" if numbered else label(value)

            button = Action(said, lambda value=value: self._pressed(value), name=f"{name}_{number}", role="segment")
            button.setCheckable(True)
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        self._mark()

    def value(self) -> T | None:
        """What is chosen."""
        return self._value

    def choose(self, value: T | None) -> None:
        """Choose ``value`` (or nothing)."""
        changed = value != self._value
        self._value = value
        self._mark()
        if changed:
            self.chosen.emit()

    def kept(self) -> str:
        return plain(self._value)

    def put_back(self, kept: str) -> None:
        for value in (None, *self._values):
            if plain(value) == kept:
                self.choose(value)

    def touched(self) -> tuple[SignalInstance, ...]:
        return (self.chosen,)

    def press_key(self, number: int) -> None:
        """Choose the value that stands at this place."""
        if 1 <= number <= len(self._values):
            self.choose(self._values[number - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(event.key())
        if 1 <= number <= len(self._values) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.press_key(number)
            self._leave(number - 1)
        elif step:
            at = next((index for index, button in enumerate(self.buttons) if button.hasFocus()), 0)
            self.buttons[(at + step) % len(self.buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _pressed(self, value: T) -> None:
        self.choose(value)

    def _leave(self, at: int) -> None:
        self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        if self._go_on:
            self.buttons[at].focusNextChild()

    def _mark(self) -> None:
        at = self._values.index(self._value) if self._value is not None else -1
        for index, button in enumerate(self.buttons):
            button.setChecked(index == at)
            stop = index == max(at, 0)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self.buttons[max(at, 0)])
