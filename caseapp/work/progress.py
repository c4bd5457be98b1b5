"""How far slow work has come, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from caseapp.errors import WorldError
from caseapp.i18n import N_


class Cancelled(WorldError):
    """The person stopped the work."""

    def __init__(self) -> None:
        super().__init__(N_("This was stopped. Nothing was changed."))


class Progress:
    """Handed to slow work, which calls :meth:`step`; :meth:`cancel` may come from any thread."""

    def __init__(self, report: Callable[[int, int], object] | None = None) -> None:
        self._report = report
        self._cancelled = Event()

    def step(self, done: int, total: int) -> None:
        """Report ``done`` of ``total``. Raises :class:`Cancelled` after :meth:`cancel`."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._report:
            self._report(done, total)

    def cancel(self) -> None:
        """Stop the work at its next step."""
        self._cancelled.set()
