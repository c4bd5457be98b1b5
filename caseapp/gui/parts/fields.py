"""Forms: one column, the label above the field, a line a person can read."""

from __future__ import annotations

from PySide6 import QtCore
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.words import Say


class Field(QWidget):
    """A label, what is typed into, and below it a hint or what is wrong with it."""

    def __init__(self, label: Say, editor: QWidget, *, hint: Say = "") -> None:
        super().__init__()
        self.editor = editor
        self.label = Words(label, "label", wrap=False)
        self.label.setBuddy(editor)
        self._hint = Words(hint, "small")
        if not hint:
            self._hint.hide()
        self._problem = Words("", "problem")
        self._problem.setObjectName(f"{editor.objectName()}_problem")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.label, editor, self._hint, self._problem):
            column.addWidget(part)

    def problem(self, words: Say) -> None:
        """Say what is wrong below the field; nothing, with an empty text."""
        self._problem.say(words)
        text = self._problem.text()
        self._problem.setVisible(bool(text))
        self.editor.setProperty("problem", "true" if text else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


class Form(QWidget):
    """Fields one below the other, never wider than a line one can read."""

    def __init__(self, *parts: QWidget, spacing: int = 12) -> None:
        super().__init__()
        self.setMaximumWidth(tokens.FORM_WIDTH)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(spacing)
        for part in parts:
            self.column.addWidget(part)

    def add(self, part: QWidget) -> QWidget:
        """Add a part at the end."""
        self.column.addWidget(part)
        return part


def beside(*parts: QWidget, stretch: tuple[int, ...] = ()) -> QWidget:
    """Parts side by side, their tops level."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.PAGE_MARGIN)
    for index, part in enumerate(parts):
        row.addWidget(part, stretch[index] if index < len(stretch) else 1, QtCore.Qt.AlignmentFlag.AlignTop)
    return holder


def buttons(*parts: QWidget) -> QWidget:
    """Buttons in a row at the left, the one next step first."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.GRID)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return holder


def card(*parts: QWidget, name: str = "card") -> QFrame:
    """Parts together on a sheet of their own; ``name`` is "card" or "notice"."""
    sheet = QFrame()
    sheet.setObjectName(name)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(16, 12, 16, 12)
    column.setSpacing(tokens.GRID)
    for part in parts:
        column.addWidget(part)
    return sheet
