"""Paragraphs, choices and boxes to tick. Enter goes on to the next one, Tab too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit

from caseapp.gui.drafts.kept import plain
from caseapp.gui.words import Retranslated, Say, said

T = TypeVar("T")

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Paragraph(Retranslated, QPlainTextEdit):
    """Some lines of text; Tab leaves it."""

    def __init__(self, hint: Say = "", *, name: str = "", lines: int = 4) -> None:
        super().__init__()
        self._hint = hint
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 24)
        self.retranslate()

    def retranslate(self) -> None:
        self.setPlaceholderText(said(self._hint))

    def value(self) -> str:
        """What was typed, without space around it."""
        return self.toPlainText().strip()

    def kept(self) -> str:
        return self.toPlainText()

    def put_back(self, kept: str) -> None:
        self.setPlainText(kept)

    def touched(self) -> tuple[SignalInstance, ...]:
        return (self.textChanged,)


class Choice(Retranslated, QComboBox, Generic[T]):
    """One value of a closed list; ``None`` stands for nothing chosen where ``empty`` gives it words."""

    chosen = Signal()

    def __init__(self, values: Sequence[T], label: Callable[[T], str], *, name: str = "", empty: Say | None = None) -> None:
        super().__init__()
        self._label, self._empty = label, empty
        self._values: list[T | None] = []
        self.setObjectName(name)
        self.setMaxVisibleItems(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.offer(values)
        self.currentIndexChanged.connect(lambda _index: self.chosen.emit())

    def offer(self, values: Sequence[T]) -> None:
        """Replace the list; what is chosen stays chosen if it is in the new one. Nobody chose, so nothing is said."""
        kept = self.value()
        self._values = ([None] if self._empty is not None else []) + list(values)
        with QSignalBlocker(self):
            self.clear()
            self.addItems([self._said(value) for value in self._values])
            self.choose(kept)

    def value(self) -> T | None:
        """What is chosen."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def choose(self, value: T | None) -> None:
        """Choose ``value``, if it is in the list."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def kept(self) -> str:
        return plain(self.value())

    def put_back(self, kept: str) -> None:
        for value in self._values:
            if plain(value) == kept:
                self.choose(value)

    def touched(self) -> tuple[SignalInstance, ...]:
        return (self.chosen,)

    def retranslate(self) -> None:
        for index, value in enumerate(self._values):
            self.setItemText(index, self._said(value))

    def wheelEvent(self, event) -> None:
        """The wheel scrolls the page; it never changes a choice by accident."""
        event.ignore()

    def _said(self, value: T | None) -> str:
        return said(self._empty or "") if value is None else self._label(value)


class Tick(Retranslated, QCheckBox):
    """A box to tick."""

    def __init__(self, words: Say, *, name: str = "", on: bool = False) -> None:
        super().__init__()
        self._words = words
        self.setObjectName(name)
        self.setChecked(on)
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(said(self._words))

    def kept(self) -> str:
        return plain(self.isChecked())

    def put_back(self, kept: str) -> None:
        self.setChecked(kept == plain(True))

    def touched(self) -> tuple[SignalInstance, ...]:
        return (self.toggled,)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.focusNextChild()
            return True
        return super().event(event)
