"""What was left for later, always in sight and never in the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from caseapp.gui.parts.text import Words
from caseapp.gui.words import Say
from caseapp.i18n import N_

WIDTH = 208


class LaterList(QFrame):
    """A short list beside the form."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setFixedWidth(WIDTH)
        self._items: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        # Translators: heading of the list of things that can be filled in another day.
        self._column.addWidget(Words(N_("For later"), "section"))
        self.nothing = Words(N_("Nothing is left open."), "small")
        self._column.addWidget(self.nothing)

    def show_items(self, items: Sequence[Say]) -> None:
        """Show what is open."""
        while self._items:
            item = self._items.pop()
            item.hide()
            item.deleteLater()
        for words in items:
            item = Words(words, "small")
            item.setObjectName("later_item")
            self._items.append(item)
            self._column.addWidget(item)
        self.nothing.setVisible(not items)
