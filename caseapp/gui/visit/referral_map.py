"""Who sent whom where, drawn: offices on a ring in the order they were first asked, referrals as arrows.

The picture says nothing that the sentence beside it does not; it is there for the eye, not for the record.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from caseapp.gui.theme import tokens
from caseapp.gui.theme.theme import palette

NARROWEST, WIDEST, TALLEST = 104.0, 176.0, 64.0
"""Sizes of an office's box."""
PADDING = QSizeF(24, 16)
WRAPPED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
APART, WIDER = 420.0, 60.0
"""No two offices stand further apart from side to side; more than four take more room, each so much."""
BEND = 40.0
HEAD = 9.0
EDGE = 14.0


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one office (by its place in the list) to another; ``count`` times; ``back`` if it closes a loop.

    ``shut``: no way, but the two ends of a two-place trap.
    ``label`` stands on the arrow; without one, how many times it was, where that is more than once.
    """

    origin: int
    target: int
    count: int = 1
    back: bool = False
    label: str = ""
    shut: bool = False

    @property
    def said(self) -> str:
        """What stands on the arrow."""
        return self.label or (f"×{self.count}" if self.count > 1 else "")


class ReferralMap(QWidget):
    """Offices and arrows."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._offices: tuple[str, ...] = ()
        self._arrows: tuple[Arrow, ...] = ()

    def sizeHint(self) -> QSize:
        count = len(self._offices)
        return QSize(520, 168 if count <= 2 else 208 + 44 * max(0, count - 3))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self.sizeHint().height())

    def show_chain(self, offices: Sequence[str], arrows: Sequence[Arrow], description: str) -> None:
        """Draw this chain; ``description`` is the same in words, for a screen reader."""
        self._offices, self._arrows = tuple(offices), tuple(arrows)
        self.setAccessibleName(description)
        self.updateGeometry()
        self.update()

    def boxes(self) -> tuple[QRectF, ...]:
        """Where each office is drawn."""
        sizes = [self._size(name) for name in self._offices]
        if not sizes:
            return ()
        apart = APART + WIDER * max(0, len(sizes) - 4)
        across = min(self.width() / 2 - max(size.width() for size in sizes) / 2 - EDGE, apart / 2)
        down = self.height() / 2 - max(size.height() for size in sizes) / 2 - EDGE
        middle = QPointF(self.width() / 2, self.height() / 2)
        found = []
        for index, size in enumerate(sizes):
            centre = middle + _on_ring(index, len(sizes), max(0.0, across), max(0.0, down))
            found.append(QRectF(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()))
        return tuple(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes = self.boxes()
        pairs = {(arrow.origin, arrow.target) for arrow in self._arrows}
        paths = [
            _path(boxes[arrow.origin], boxes[arrow.target], bend=(arrow.target, arrow.origin) in pairs)
            for arrow in self._arrows
        ]
        for arrow, path in zip(self._arrows, paths, strict=True):
            _draw_arrow(painter, path, _colour(arrow), strong=arrow.back, shut=arrow.shut)
        for name, box in zip(self._offices, boxes, strict=True):
            _draw_office(painter, name, box)
        for arrow, path in zip(self._arrows, paths, strict=True):
            if arrow.said:
                _draw_label(painter, path.pointAtPercent(0.5), arrow.said, _colour(arrow))

    def _size(self, name: str) -> QSizeF:
        room = QRectF(0, 0, WIDEST - PADDING.width(), TALLEST)
        text = QFontMetricsF(self.font()).boundingRect(room, WRAPPED, name)
        width = min(max(text.width() + PADDING.width(), NARROWEST), WIDEST)
        return QSizeF(width, min(text.height() + PADDING.height(), TALLEST))


def _on_ring(index: int, count: int, across: float, down: float) -> QPointF:
    """Two stand side by side; more stand on a ring, the first at the top."""
    if count == 1:
        return QPointF(0, 0)
    if count == 2:
        return QPointF(across * (-1 if index == 0 else 1), 0)
    turn = -math.pi / 2 + 2 * math.pi * index / count
    return QPointF(across * math.cos(turn), down * math.sin(turn))


def _colour(arrow: Arrow) -> QColor:
    return QColor(palette().not_met if arrow.back or arrow.shut else palette().soft)


def _path(start: QRectF, end: QRectF, *, bend: bool) -> QPainterPath:
    """A curve from edge to edge; where two offices send to each other the curves stand apart."""
    along = end.center() - start.center()
    length = math.hypot(along.x(), along.y()) or 1.0
    side = QPointF(-along.y(), along.x()) / length
    control = (start.center() + end.center()) / 2 + side * (2 * BEND if bend else 0.0)
    path = QPainterPath(_edge(start, control))
    path.quadTo(control, _edge(end, control))
    return path


def _edge(box: QRectF, towards: QPointF) -> QPointF:
    """Where the line from the centre of a box to a point leaves the box."""
    along = towards - box.center()
    reach = max(abs(along.x()) / (box.width() / 2 + 4), abs(along.y()) / (box.height() / 2 + 4), 1e-6)
    return box.center() + along / reach if reach > 1 else box.center()


def _draw_arrow(painter: QPainter, path: QPainterPath, colour: QColor, *, strong: bool, shut: bool) -> None:
    tip, before = path.currentPosition(), path.pointAtPercent(0.94)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2.0 if strong else 1.5, Qt.PenStyle.DashLine if shut else Qt.PenStyle.SolidLine))
    painter.drawPath(path)
    if shut:
        _draw_label(painter, path.pointAtPercent(0.5), "×", colour)
        return
    angle = math.atan2(tip.y() - before.y(), tip.x() - before.x())
    wings = [tip - QPointF(math.cos(angle + turn), math.sin(angle + turn)) * HEAD for turn in (-0.42, 0.42)]
    painter.setBrush(colour)
    painter.setPen(QPen(colour, 1))
    painter.drawPolygon(QPolygonF([tip, *wings]))


def _draw_office(painter: QPainter, name: str, box: QRectF) -> None:
    shown = palette()
    painter.setPen(QPen(QColor(shown.line_strong), 1))
    painter.setBrush(QColor(shown.page))
    painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
    painter.setPen(QColor(shown.ink))
    room = box.adjusted(10, 4, -10, -4)
    metrics = QFontMetricsF(painter.font())
    if metrics.boundingRect(room, WRAPPED, name).height() > room.height() + 1:
        name = metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, 1.7 * room.width())
    painter.drawText(room, WRAPPED, name)


def _draw_label(painter: QPainter, centre: QPointF, text: str, colour: QColor) -> None:
    metrics = QFontMetricsF(painter.font())
    height = metrics.height() + 4
    width = max(metrics.horizontalAdvance(text) + 14, height)
    pill = QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QColor(palette().surface))
    painter.drawRoundedRect(pill, height / 2, height / 2)
    painter.setPen(colour)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
