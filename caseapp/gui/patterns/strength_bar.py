"""How strong a shared pattern is: a small bar, with the number for those who do not see it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from caseapp.gui.theme.theme import palette
from caseapp.gui.words import Retranslated
from caseapp.i18n import _


class StrengthBar(Retranslated, QWidget):
    """From 0 to 100."""

    def __init__(self, strength: int) -> None:
        super().__init__()
        self._strength = strength
        self.setFixedSize(QSize(72, 10))
        self.retranslate()

    def retranslate(self) -> None:
        # Translators: how well the records bear out a shared pattern.
        words = _("Strength {number} of 100").format(number=self._strength)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        box = QRectF(0, 1, self.width(), self.height() - 2)
        painter.setBrush(QColor(palette().line))
        painter.drawRoundedRect(box, 4, 4)
        box.setWidth(max(8.0, self.width() * self._strength / 100))
        painter.setBrush(QColor(palette().accent))
        painter.drawRoundedRect(box, 4, 4)
