"""How much falls on each of the next days: one bar a day, with its number, so that a full day is seen in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseapp.gui.day.said import exact
from caseapp.gui.theme.theme import palette
from caseapp.gui.words import Retranslated
from caseapp.i18n import _
from caseapp.i18n import ngettext as _n

HEIGHT, BAR, MARGIN = 76, 22, 4


class LoadStrip(Retranslated, QWidget):
    """It also says itself in words, for a reader who does not see it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("today_load")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._first = date.min
        self._days = 0
        self._load: Mapping[date, int] = {}

    def show_load(self, load: Mapping[date, int], first: date, days: int) -> None:
        """Show how many lines fall on each of ``days`` days."""
        self._load, self._first, self._days = load, first, days
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        days = ((exact(day, self._first), count) for day, count in sorted(self._load.items()))
        self.setAccessibleName("; ".join(_("{day}: {count}").format(day=day, count=count) for day, count in days))
        total = sum(self._load.values())
        words = _n("{count} to do in the next two weeks", "{count} to do in the next two weeks", total)
        self.setToolTip(words.format(count=total))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._days:
            return
        shown, painter = palette(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = self.font()
        small.setPointSizeF(max(small.pointSizeF() - 1.5, 7))
        painter.setFont(small)
        line = painter.fontMetrics().height()
        wide, room = self.width() / self._days, self.height() - 2 * line - 2 * MARGIN
        most = max(self._load.values(), default=1)
        for number in range(self._days):
            day = self._first + timedelta(number)
            count, left = self._load.get(day, 0), number * wide
            high = room * count / most
            bar = QRectF(left + (wide - BAR) / 2, line + MARGIN + room - high, BAR, max(high, 1.5))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.accent if count else shown.line))
            painter.drawRoundedRect(bar, 2, 2)
            painter.setPen(QColor(shown.ink if count else shown.soft))
            if count:
                painter.drawText(QRectF(left, bar.top() - line - 1, wide, line), Qt.AlignmentFlag.AlignHCenter, str(count))
            foot = QRectF(left, self.height() - line, wide, line)
            painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter, f"{day.month}/{day.day}")
