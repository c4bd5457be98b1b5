"""A line that may be too long for its place."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from caseapp.gui.parts.text import Text


class ShortenedText(Text):
    """One line of data that ends in an ellipsis where there is no room; the whole is told when it is pointed at."""

    def __init__(self, text: str = "", role: str = "") -> None:
        self._whole = ""
        super().__init__(text, role, wrap=False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def whole(self) -> str:
        """What would be shown with room enough."""
        return self._whole

    def setText(self, text: str) -> None:
        self._whole = text
        self.setToolTip("")
        super().setText(text)
        self.updateGeometry()
        self._shorten()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        # Three pixels more than the letters: fonts round differently when they measure and when they draw.
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 3, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def _shorten(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            super().setText(shown)
        self.setToolTip(escape(self._whole) if shown != self._whole else "")
