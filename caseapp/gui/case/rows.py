"""Rows one below the other: each is one stop for Tab, arrows go from row to row, Enter opens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caseapp.gui.theme import tokens
from caseapp.gui.theme.theme import palette


class Rows(QWidget):
    """A column of parts that is filled anew as a whole."""

    def __init__(self, *, spacing: int = 0) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """What is shown, from the top."""
        return tuple(self._parts)

    def fill(self, parts: Sequence[QWidget]) -> None:
        """Show these parts in place of the others, all at once: a part shown by itself lays the whole page out anew.

        Parts that were shown before stay, and stay hidden if somebody hid them.
        """
        if list(parts) == self._parts:
            return
        with self._at_once():
            for old in self._parts:
                self._column.removeWidget(old)
                if old not in parts:
                    old.hide()
                    old.deleteLater()
            shown_before, self._parts = self._parts, list(parts)
            for part in self._parts:
                self._column.addWidget(part)
                if part not in shown_before:
                    part.show()

    def show_first(self, count: int) -> None:
        """Keep in sight the first ``count`` parts, and hide the rest."""
        if [not part.isHidden() for part in self._parts] != [number < count for number in range(len(self._parts))]:
            with self._at_once():
                for number, part in enumerate(self._parts):
                    part.setVisible(number < count)

    @contextmanager
    def _at_once(self) -> Iterator[None]:
        # a list that was never shown is hidden too, but nobody hid it
        hidden = self.isHidden() and self.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        self.setVisible(False)
        yield
        self.setVisible(not hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
        rows = [part for part in self._parts if part.focusPolicy() != Qt.FocusPolicy.NoFocus and not part.isHidden()]
        at = next((number for number, row in enumerate(rows) if row.hasFocus()), None)
        if step and at is not None and 0 <= at + step < len(rows):
            rows[at + step].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class Row(QWidget):
    """One row. It shows that it is under the pointer or has the focus, and says when it is pressed."""

    pressed = Signal()
    removed = Signal()
    """Delete was pressed on it."""

    def __init__(self, *, name: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._under = self._live = False
        self.set_live(True)

    def set_live(self, live: bool) -> None:
        """Whether it can be pressed; otherwise it only shows."""
        if live != self._live:
            self._live = live
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if live else Qt.FocusPolicy.NoFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor)
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._live and event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._under = self._live
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._under = False
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event) -> None:
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._live:
            return
        shown = palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(shown.line), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(QPen(QColor(shown.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shown.wash if self.hasFocus() else shown.sunken))
        if self.hasFocus() or self._under:
            painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
