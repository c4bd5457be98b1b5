"""The versions of a rule through time: a row each, with a bar from its first day to its last over an axis of years.

A line marks today.
A version in force is filled, one that ended is outlined. What is not known is drawn open: dashes for the time since a
rule was last seen, a fading end where a day is missing, dots for a draft. Each row says the same in words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caseapp.gui.both import in_language
from caseapp.gui.day.said import full
from caseapp.gui.parts.chosen_rows import MARK, ChosenRow, ChosenRows
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.shortened import ShortenedText
from caseapp.gui.policies.standing import SIGNS, standing_word
from caseapp.gui.theme import tokens
from caseapp.gui.theme.theme import palette
from caseapp.gui.words import Retranslated
from caseapp.i18n import _
from caseapp.work.rules_shown import ShownVersion, Standing

ROW, AXIS = 30, 26
BAR = 12
FADE = 26.0
YEAR_APART = 42
SHARES = (5, 6)
"""Name and bar."""


def said_of(version: ShownVersion) -> str:
    """A row in words, for whoever hears it or points at it."""
    if version.first and version.last:
        days = _("from {day} to {end}").format(day=full(version.first), end=full(version.last))
    elif version.first:
        # Translators: since when a rule is in force: from Thu 1 Oct 2020
        days = _("from {day}").format(day=full(version.first))
    elif version.last:
        days = _("until {day}").format(day=full(version.last))
    else:
        days = _("days not known")
    # Translators: a version of a rule, how it stands, and its days.
    return _("{name}: {standing}, {days}").format(
        name=in_language(version.name), standing=standing_word(version.standing), days=days
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Axis:
    """The years under the bars."""

    begin: date
    end: date
    today: date

    def at(self, day: date, width: float) -> float:
        """Where a day stands."""
        share = (day - self.begin).days / max(1, (self.end - self.begin).days)
        return min(max(share, 0.0), 1.0) * width

    def years(self, width: int) -> list[int]:
        """The years that are written, with room between them."""
        every = list(range(self.begin.year, self.end.year + 1))
        for step in (1, 2, 5, 10, 20):
            shown = [year for year in every if year % step == 0 and date(year, 1, 1) >= self.begin]
            if len(shown) * YEAR_APART <= width:
                return shown
        return every[:1]


def axis_of(versions: Sequence[ShownVersion], today: date) -> Axis:
    """From the year before the first day that is known to the year after the last, today among them."""
    days = [day for version in versions for day in (version.first, version.last) if day is not None] + [today]
    return Axis(date(min(days).year - 1, 7, 1), date(max(days).year + 1, 1, 1), today)


def newest_first(versions: Sequence[ShownVersion]) -> tuple[ShownVersion, ...]:
    """What is in force stands at the top; versions of which no day is known come last."""
    dated = [version for version in versions if version.first or version.last]
    return (*reversed(dated), *(version for version in versions if not (version.first or version.last)))


def first_to_show(versions: Sequence[ShownVersion]) -> str | None:
    """The version that is shown before anybody chose: the one in force, else the first."""
    now = (Standing.IN_FORCE, Standing.IN_DOUBT)
    return next((version.id for version in versions if version.standing in now), versions[0].id if versions else None)


class Timeline(QWidget):
    """An axis over the rows of the versions."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = ChosenRows()
        self.rows.setObjectName("timeline_rows")
        self._axis = _AxisRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._axis)
        column.addWidget(self.rows)

    def show_versions(self, versions: Sequence[ShownVersion], today: date) -> None:
        """Show these versions, in this order."""
        axis = axis_of(versions, today)
        self._axis.show_axis(axis)
        self.rows.fill([_VersionRow(version, axis) for version in versions])


class _VersionRow(Retranslated, ChosenRow):
    """Sign, name and bar of a version."""

    def __init__(self, version: ShownVersion, axis: Axis) -> None:
        super().__init__(version.id, name=f"version_{version.id}")
        self._version = version
        self._name = ShortenedText("")
        self._name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        sign = SIGNS[version.standing]
        line = _line(self)
        line.addWidget(Picture(sign.icon, sign.colour, 16))
        line.addWidget(self._name, SHARES[0])
        line.addWidget(_Drawn(version, axis), SHARES[1])
        self.setFixedHeight(ROW)
        self.retranslate()

    def retranslate(self) -> None:
        self._name.setText(in_language(self._version.name))
        words = said_of(self._version)
        self.setAccessibleName(words)
        self.setToolTip(escape(words))


class _Drawn(QWidget):
    """The bar of a version."""

    def __init__(self, version: ShownVersion, axis: Axis) -> None:
        super().__init__()
        self._version, self._axis = version, axis
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, painter = palette(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _draw_years(painter, self._axis, self.size())
        bar, width = self._version, float(self.width())
        if bar.first is None and bar.last is None:
            painter.setPen(QColor(shown.soft))
            font = painter.font()
            font.setPointSizeF(tokens.SMALL_POINTS)
            painter.setFont(font)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, _("days not known"))
            return
        start = self._axis.at(bar.first, width) if bar.first else 0.0
        end = self._axis.at(bar.last, width) if bar.last else width
        box = QRectF(start, (self.height() - BAR) / 2, max(end - start, 6.0), BAR)
        colour = QColor(getattr(shown, SIGNS[bar.standing].colour))
        if bar.standing in (Standing.DRAFT, Standing.PROSE, Standing.COMING):
            _outlined(painter, box, colour, Qt.PenStyle.DotLine)
        elif bar.standing is Standing.ENDED:
            painter.setBrush(QColor(shown.line))
            _outlined(painter, box, colour, Qt.PenStyle.SolidLine)
        elif bar.first is None:
            painter.fillRect(box, _fading(box, colour))
        else:
            self._in_force(painter, box, colour, width)

    def _in_force(self, painter: QPainter, box: QRectF, colour: QColor, width: float) -> None:
        """Filled as far as a source shows it, dashed from there on."""
        unseen = box.left() if self._version.standing is Standing.IN_DOUBT else box.right()
        seen = self._axis.at(self._version.seen, width) if self._version.seen else unseen
        sure = QRectF(box)
        sure.setRight(max(box.left() + 6.0, min(seen, box.right())))
        _outlined(painter, box, colour, Qt.PenStyle.DashLine)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(sure, 3, 3)


class _AxisRow(QWidget):
    """The years over the bars, and today."""

    def __init__(self) -> None:
        super().__init__()
        self._years = _Years()
        line = _line(self)
        blank = QWidget()
        blank.setFixedWidth(16)
        left = QWidget()
        left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line.addWidget(blank)
        line.addWidget(left, SHARES[0])
        line.addWidget(self._years, SHARES[1])
        self.setFixedHeight(AXIS)

    def show_axis(self, axis: Axis) -> None:
        self._years.axis = axis
        self._years.update()


class _Years(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.axis: Axis | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.axis is None:
            return
        painter = QPainter(self)
        painter.setPen(QColor(palette().soft))
        font = painter.font()
        font.setPointSizeF(tokens.SMALL_POINTS)
        painter.setFont(font)
        for year in self.axis.years(self.width()):
            centre = self.axis.at(date(year, 1, 1), self.width())
            box = QRectF(centre - YEAR_APART / 2, 0, YEAR_APART, self.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, str(year))
        today = self.axis.at(self.axis.today, self.width())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette().accent))
        foot = float(self.height())
        painter.drawPolygon([QPointF(today - 5, foot - 6), QPointF(today + 5, foot - 6), QPointF(today, foot)])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)


def _line(holder: QWidget) -> QHBoxLayout:
    line = QHBoxLayout(holder)
    line.setContentsMargins(tokens.GRID + MARK, 0, YEAR_APART // 2, 0)
    line.setSpacing(tokens.GRID)
    return line


def _draw_years(painter: QPainter, axis: Axis, size: QSize) -> None:
    painter.setPen(QPen(QColor(palette().line), 1))
    for year in axis.years(size.width()):
        x = axis.at(date(year, 1, 1), size.width())
        painter.drawLine(int(x), 0, int(x), size.height())
    painter.setPen(QPen(QColor(palette().accent), 1.5))
    today = axis.at(axis.today, size.width())
    painter.drawLine(int(today), 0, int(today), size.height())


def _outlined(painter: QPainter, box: QRectF, colour: QColor, style: Qt.PenStyle) -> None:
    painter.setPen(QPen(colour, 1.4, style))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _fading(box: QRectF, colour: QColor) -> QBrush:
    """From nothing, where the first day is not known."""
    paint = QLinearGradient(box.left(), 0, min(box.left() + 4 * FADE, box.right()), 0)
    clear = QColor(colour)
    clear.setAlpha(0)
    paint.setColorAt(0.0, clear)
    paint.setColorAt(1.0, colour)
    return QBrush(paint)
