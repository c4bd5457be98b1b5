"""Whoever presses twice meant one: a save that is under way is not begun again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from caseapp.gui.desk import Desk

T = TypeVar("T")


class Once:
    """One save at a time, for what would otherwise be entered twice."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._under_way = False

    def write(self, owner: QObject, work: Callable[[], T], done: Callable[[T], object]) -> None:
        """As :meth:`Desk.write`; nothing happens while the last one has not come to its end."""
        if self._under_way:
            return
        self._under_way = True

        def written(result: T) -> None:
            self._under_way = False
            done(result)

        def failed(error: Exception) -> None:
            self._under_way = False
            self._desk.fail(error)

        self._desk.write(owner, work, written, failed)
