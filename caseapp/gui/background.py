"""Slow work off the window's thread, and its outcome brought back to it.

Two lanes: short reads and saves, one after the other; and one long job at a time, so that a search or a save never
waits for a report. The application makes one ``Background``, on the window's thread, and closes it on the way out.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from caseapp.work.progress import Cancelled, Progress

T = TypeVar("T")


class Lane(Enum):
    """Which queue a piece of work stands in."""

    SHORT = "short"
    LONG = "long"


def _unheard(_done: int, _total: int) -> None:
    """Progress nobody asked to see."""


class Background(QObject):
    """Runs work in its lane and calls back on the window's thread."""

    _call = Signal(object, object, object)  # owner, function, arguments

    def __init__(self) -> None:
        super().__init__()
        self._lanes = {lane: ThreadPoolExecutor(1, thread_name_prefix=f"caseapp-{lane.value}") for lane in Lane}
        self._running: set[Progress] = set()
        self._closed = False
        self._call.connect(self._on_call, Qt.ConnectionType.QueuedConnection)

    def start(
        self,
        owner: QObject,  # its callbacks are dropped once it is gone
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        progressed: Callable[[int, int], object] = _unheard,
        *,
        lane: Lane = Lane.SHORT,
    ) -> Progress:
        """Do ``work`` in ``lane``; its result comes home through ``done``, its error through ``failed``."""
        if self._closed:
            return Progress()
        progress = Progress(lambda *counts: self._call.emit(owner, progressed, counts))
        self._running.add(progress)

        def run() -> None:
            try:
                result = work(progress)
            except Cancelled:
                pass
            except Exception as error:  # noqa: BLE001  (handed to the owner, who tells the reader)
                self._call.emit(owner, failed, (error,))
            else:
                self._call.emit(owner, done, (result,))
            finally:
                self._running.discard(progress)

        self._lanes[lane].submit(run)
        return progress

    @Slot(object, object, object)
    def _on_call(self, owner: QObject, function: Callable[..., object], arguments: tuple[object, ...]) -> None:
        if not self._closed and isValid(owner):
            function(*arguments)

    @property
    def busy(self) -> bool:
        """Whether anything waits or runs in either lane."""
        return bool(self._running)

    def cancel(self) -> None:
        """Ask everything that runs to stop at its next step."""
        for progress in tuple(self._running):
            progress.cancel()

    def close(self) -> None:
        """Stop taking work, and wait: for a long job until its next step, for every save that was asked for to be done."""
        self._closed = True
        self.cancel()
        for name, lane in self._lanes.items():
            lane.shutdown(cancel_futures=name is Lane.LONG)
