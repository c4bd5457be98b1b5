"""Who sent whom where, drawn: offices on a ring in the order they were first asked, referrals as arrows.

The picture says nothing that the sentence beside it does not; it is there for the eye, not for the record.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from caseapp.gui.theme.theme import palette

BOX_WIDTH, BOX_HEIGHT = 148.0, 46.0


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one office (by its place in the list) to another; ``count`` times; ``back`` if it closes a loop."""

    origin: int
    target: int
    count: int = 1
    back: bool = False


class ReferralMap(QWidget):
    """Offices and arrows."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._offices: tuple[str, ...] = ()
        self._arrows: tuple[Arrow, ...] = ()
        self.setMinimumHeight(190)

    def sizeHint(self) -> QSize:
        return QSize(520, 120 + 36 * max(2, len(self._offices)))

    def show_chain(self, offices: Sequence[str], arrows: Sequence[Arrow], description: str) -> None:
        """Draw this chain; ``description`` is the same in words, for a screen reader."""
        self._offices, self._arrows = tuple(offices), tuple(arrows)
        self.setAccessibleName(description)
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centres = self._centres()
        pairs = {(arrow.origin, arrow.target) for arrow in self._arrows}
        for arrow in self._arrows:
            both_ways = (arrow.target, arrow.origin) in pairs
            self._draw_arrow(painter, centres[arrow.origin], centres[arrow.target], arrow, bend=both_ways)
        for name, centre in zip(self._offices, centres, strict=True):
            self._draw_office(painter, name, centre)

    def _centres(self) -> list[QPointF]:
        middle = QPointF(self.width() / 2, self.height() / 2)
        across = max(0.0, self.width() / 2 - BOX_WIDTH / 2 - 12)
        down = max(0.0, self.height() / 2 - BOX_HEIGHT / 2 - 12)
        count = max(1, len(self._offices))
        if count == 1:
            return [middle]
        begin = math.pi if count == 2 else -math.pi / 2
        return [
            middle
            + QPointF(
                min(across, 300) * math.cos(begin + 2 * math.pi * index / count),
                down * math.sin(begin + 2 * math.pi * index / count),
            )
            for index in range(count)
        ]

    def _draw_office(self, painter: QPainter, name: str, centre: QPointF) -> None:
        shown = palette()
        box = _box(centre)
        painter.setPen(QPen(QColor(shown.line_strong), 1))
        painter.setBrush(QColor(shown.surface))
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(QColor(shown.ink))
        text = box.adjusted(8, 2, -8, -2)
        lines = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWrapAnywhere)
        metrics = QFontMetricsF(painter.font())
        if metrics.horizontalAdvance(name) > 2 * text.width():
            name = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, 1.9 * text.width())
        painter.drawText(text, lines, name)

    def _draw_arrow(self, painter: QPainter, start: QPointF, end: QPointF, arrow: Arrow, *, bend: bool) -> None:
        colour = QColor(palette().not_met if arrow.back else palette().accent)
        along = end - start
        length = math.hypot(along.x(), along.y()) or 1.0
        unit = along / length
        side = QPointF(-unit.y(), unit.x())
        lift = 44.0 if bend else 0.0
        control = (start + end) / 2 + side * lift * 1.6
        first = _edge(start, control)
        last = _edge(end, control)
        path = QPainterPath(first)
        path.quadTo(control, last)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, 2.2 if arrow.back else 1.6))
        painter.drawPath(path)
        self._draw_head(painter, control, last, colour)
        if arrow.count > 1:
            middle = path.pointAtPercent(0.5) + side * 12
            painter.drawText(
                QRectF(middle.x() - 20, middle.y() - 10, 40, 20), Qt.AlignmentFlag.AlignCenter, f"×{arrow.count}"
            )

    def _draw_head(self, painter: QPainter, before: QPointF, tip: QPointF, colour: QColor) -> None:
        angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
        wings = [tip - QPointF(9 * math.cos(angle + turn), 9 * math.sin(angle + turn)) for turn in (-0.42, 0.42)]
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([tip, *wings]))


def _box(centre: QPointF) -> QRectF:
    return QRectF(centre.x() - BOX_WIDTH / 2, centre.y() - BOX_HEIGHT / 2, BOX_WIDTH, BOX_HEIGHT)


def _edge(centre: QPointF, towards: QPointF) -> QPointF:
    """Where the line from the centre of a box to a point leaves the box."""
    along = towards - centre
    reach = max(abs(along.x()) / (BOX_WIDTH / 2 + 3), abs(along.y()) / (BOX_HEIGHT / 2 + 3), 1e-6)
    return centre + along / reach if reach > 1 else centre
