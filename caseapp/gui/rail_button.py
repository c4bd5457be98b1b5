"""One entry of the left rail."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QToolButton

from caseapp.gui.theme import tokens
from caseapp.gui.theme.icons import icon
from caseapp.gui.theme.theme import palette
from caseapp.gui.words import Retranslated, Say, said


class RailButton(Retranslated, QToolButton):
    """One entry of the left rail: an icon over a short word."""

    def __init__(self, words: Say, icon: str, do: Callable[[], object], *, name: str, page: bool) -> None:
        super().__init__()
        self._words, self._icon, self._wordy = words, icon, True
        self.setProperty("role", "rail")
        self.setObjectName(name)
        self.setCheckable(page)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setIconSize(QSize(20, 20))
        self.setFixedWidth(tokens.RAIL_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda _checked=False: do())
        self.toggled.connect(lambda _on: self._tint())
        self.retranslate()
        self._tint()

    def retranslate(self) -> None:
        self.setText(said(self._words))
        self.setToolTip("" if self._wordy else said(self._words))

    def say(self, words: Say) -> None:
        """Show another word."""
        self._words = words
        self.retranslate()

    def show_word(self, wordy: bool) -> None:
        """Whether the word stands under the icon, or only says itself under the pointer."""
        self._wordy = wordy
        style = Qt.ToolButtonStyle.ToolButtonTextUnderIcon if wordy else Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(style)
        self.retranslate()

    def stand_closer(self, close: bool) -> None:
        """Whether there is little room above and below it."""
        if bool(self.property("close")) != close:
            self.setProperty("close", close)
            self.style().unpolish(self)
            self.style().polish(self)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        shown = palette()
        self.setIcon(icon(self._icon, shown.accent if self.isChecked() else shown.soft))
