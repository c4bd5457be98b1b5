"""Parts of a form that are rarely needed: one line to press, and they unfold below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.gui.parts.buttons import Action
from caseapp.gui.words import Say, said


class Fold(QWidget):
    """A line with a small arrow over what it hides."""

    def __init__(self, title: Say, content: QWidget, *, name: str, open_: bool = False) -> None:
        super().__init__()
        self._title = title
        self.content = content
        self.button = Action(self._said, self.toggle, name=name, role="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(content)
        content.setVisible(open_)
        self.button.retranslate()

    def toggle(self) -> None:
        """Unfold, or fold again."""
        self.content.setVisible(self.content.isHidden())
        self.button.retranslate()

    def unfold(self) -> None:
        """Show what is inside."""
        if self.content.isHidden():
            self.toggle()

    def _said(self) -> str:
        return f"{'▸' if self.content.isHidden() else '▾'} {said(self._title)}"
