"""Locks when nobody is there. Default 300 seconds; visit mode gives 20 minutes with a visible countdown.

Input is watched on the windows, not on every widget: a filter on the application would be asked about each paint.
The clock on the wall decides, so that a computer that slept wakes up locked.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

IDLE_SECONDS = 300
VISIT_SECONDS = 20 * 60
SLEPT_SECONDS = 30
"""A tick that comes this late means that the computer slept."""

_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class IdleLock(QObject):
    """Says when it is time to lock."""

    due = Signal()
    visit_ticked = Signal(object)
    """Seconds of visit mode that are left; None when it is off."""

    def __init__(
        self, idle_seconds: int = IDLE_SECONDS, clock: Callable[[], float] = time.time, *, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._idle_seconds, self._clock = idle_seconds, clock
        self._last_input = self._last_tick = clock()
        self._visit_until: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.tick)
        app = QGuiApplication.instance()
        app.focusWindowChanged.connect(self.watch)
        app.applicationStateChanged.connect(self._looked_away)

    @property
    def visiting(self) -> bool:
        """Whether visit mode is on."""
        return self._visit_until is not None

    def begin(self) -> None:
        """A casebook is open: count."""
        self._last_input = self._last_tick = self._clock()
        self._end_visit()
        self._timer.start()

    def end(self) -> None:
        """Nothing is open: nothing to lock."""
        self._timer.stop()
        self._end_visit()

    def start_visit(self) -> None:
        """Twenty minutes without the idle lock."""
        self._visit_until = self._clock() + VISIT_SECONDS
        self.visit_ticked.emit(VISIT_SECONDS)

    def stop_visit(self) -> None:
        """Back to the idle lock."""
        self._last_input = self._clock()
        self._end_visit()

    def toggle_visit(self) -> None:
        """Visit mode on, or off."""
        if self.visiting:
            self.stop_visit()
        else:
            self.start_visit()

    def tick(self) -> None:
        """Look at the clock."""
        if not self._timer.isActive():
            return
        now = self._clock()
        slept = now - self._last_tick > SLEPT_SECONDS
        self._last_tick = now
        if self._visit_until is not None:
            left = round(self._visit_until - now)
            if slept or left <= 0:
                self.due.emit()
            else:
                self.visit_ticked.emit(left)
        elif now - self._last_input >= self._idle_seconds:
            self.due.emit()

    def _looked_away(self, _state: object) -> None:
        self.tick()

    def watch(self, window: QWindow | None) -> None:
        """Hear the input of a window."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last_input = self._clock()
        return False

    def _end_visit(self) -> None:
        self._visit_until = None
        self.visit_ticked.emit(None)
