"""Asks once for what was asked many times: a search waits until the typing pauses."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 120


class Soon(QObject):
    """Calls ``do`` once, a moment after the last :meth:`ask`."""

    def __init__(self, parent: QObject, do: Callable[[], object], pause_ms: int = PAUSE_MS) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(do)

    def ask(self) -> None:
        """Do it after a pause."""
        self._timer.start()

    def now(self) -> None:
        """Do it without waiting."""
        self._timer.stop()
        self._timer.timeout.emit()
