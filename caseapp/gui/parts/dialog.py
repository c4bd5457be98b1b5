"""Windows that ask one thing. They are opened, never executed: the program goes on, and a test can press their buttons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.text import Words
from caseapp.gui.words import Retranslated, Say, said
from caseapp.i18n import N_

WIDTH = 460


@runtime_checkable
class Locks(Protocol):
    """The main window."""

    def lock(self) -> None: ...


class Dialog(Retranslated, QDialog):
    """A titled column of parts with its buttons at the foot. It deletes itself when it closes."""

    def __init__(self, title: Say, parent: QWidget | None, *, name: str, width: int = WIDTH) -> None:
        super().__init__(parent)
        self._title = title
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._width = width
        self.setMinimumWidth(width)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(Words(title, "section"))
        self.retranslate()
        lock = QShortcut(QKeySequence("Ctrl+L"), self)
        lock.activated.connect(self._lock)

    def retranslate(self) -> None:
        self.setWindowTitle(said(self._title))

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its wrapped text needs at its width; by itself Qt asks at another width."""
        needed = self.column.totalHeightForWidth(self._width) if self.column.hasHeightForWidth() else 0
        self.resize(self._width, max(needed, self.column.totalMinimumSize().height()))
        super().showEvent(event)

    def _lock(self) -> None:
        """The key that locks works here too: a window behind an open dialog hears no keys."""
        window: QWidget = self
        while window.parentWidget() is not None:
            window = window.parentWidget()
        if isinstance(window, Locks):
            window.lock()

    def add(self, part: QWidget) -> QWidget:
        """Add a part below the others."""
        self.column.addWidget(part)
        return part

    def foot(self, *parts: QWidget) -> None:
        """The buttons: the step first, the way back last."""
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for part in parts:
            row.addWidget(part)
        self.column.addSpacing(4)
        self.column.addLayout(row)


def ask(
    parent: QWidget, title: Say, words: Say, step: Say, do: Callable[[], object], *, name: str, icon: str = ""
) -> Dialog:
    """Ask before a step; ``do`` is called if it is taken."""
    dialog = Dialog(title, parent, name=name)
    dialog.add(Words(words))
    taken = Action(step, dialog.accept, name=f"{name}_do", icon=icon, role="primary")
    back = Action(N_("Go back"), dialog.reject, name=f"{name}_back")
    dialog.accepted.connect(do)
    dialog.foot(taken, back)
    dialog.open()
    back.setFocus()
    return dialog
