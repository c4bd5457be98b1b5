"""Buttons that say what happens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton

from caseapp.gui.theme import tokens
from caseapp.gui.theme.theme import palette
from caseapp.gui.words import Retranslated, Say, said


class Action(Retranslated, QPushButton):
    """A button: words, perhaps an icon, and a role ("primary", "quiet", "segment" or plain)."""

    def __init__(
        self, words: Say, do: Callable[[], object] | None = None, *, name: str = "", icon: str = "", role: str = ""
    ) -> None:
        super().__init__()
        self._words, self._icon = words, icon
        self.setProperty("role", role)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self.setIconSize(QSize(tokens.ICON, tokens.ICON))
        if do is not None:
            self.clicked.connect(lambda _checked=False: do())
        self.retranslate()
        self._tint()

    def say(self, words: Say) -> None:
        """Show other words."""
        self._words = words
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(said(self._words))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def keyPressEvent(self, event) -> None:
        """Enter presses a button that has the focus, as Space does."""
        if event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        if self._icon:
            from caseapp.gui.theme.icons import icon  # the first window has none

            shown = palette()
            colours = {"primary": shown.on_accent, "quiet": shown.accent}
            self.setIcon(icon(self._icon, colours.get(self.property("role"), shown.ink), shown.soft))
