"""What is opened next is loaded and made while nobody waits for it: a little at a time, once the casebook is open.

Before the first paint nothing heavy may be loaded (``tests/budget.toml``); whoever opens the first case would wait for
all of it at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from itertools import chain

from PySide6.QtCore import QObject, QTimer

PAUSE_MS = 15
"""Between two steps, so that a key or a click never waits for more than one of them."""

MODULES = (
    "caseapp.law.library", "caseapp.law.avenues", "caseapp.law.ladder", "caseapp.law.first_step",
    "caseapp.letters.say.ladder", "caseapp.policy.compile", "caseapp.policy.check", "caseapp.policy.projection",
    "caseapp.policy.planning.points_plan", "caseapp.policy.planning.plan", "caseapp.policy.by_hand",
    "caseapp.attribution.registry", "caseapp.attribution.rules", "caseapp.claims.bases",
    "caseapp.work.agenda", "caseapp.work.next_day", "caseapp.work.conflicts_of_interest",
    "caseapp.work.deadlines", "caseapp.work.check", "caseapp.work.judged", "caseapp.work.patterns",
    "babel.dates",
    "caseapp.gui.case.page", "caseapp.gui.case.overview.tab",
    "caseapp.letters.say.finding", "caseapp.letters.say.pattern", "caseapp.letters.blocks", "caseapp.letters.material",
    "caseapp.letters.kinds",
    "caseapp.work.visits", "caseapp.gui.visit.form", "caseapp.gui.case.visits.tab",
    "caseapp.work.documents", "caseapp.gui.case.documents.tab", "caseapp.gui.case.facts.tab",
    "caseapp.gui.case.check.tab", "caseapp.gui.case.deadlines.tab", "caseapp.gui.case.letters.tab",
    "caseapp.gui.today.page", "caseapp.gui.intake.page",
)  # fmt: skip
"""In the order in which a caseworker comes to them; below a page first what it is made of, so that no step is long."""


class Ahead(QObject):
    """Takes a step whenever the window has had time for everything else. It ends with what owns it."""

    def __init__(self, parent: QObject, made: Callable[[], Iterator[object]]) -> None:
        """``made``: what is built of widgets once everything is loaded, a step each time it is asked."""
        super().__init__(parent)
        self._steps = chain(_loaded(), _made(made))
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()

    @property
    def at_work(self) -> bool:
        """Whether something is still to be loaded or made."""
        return self._timer.isActive()

    def _step(self) -> None:
        if not next(self._steps, False):
            self._timer.stop()


def _made(steps: Callable[[], Iterator[object]]) -> Iterator[bool]:
    for _step in steps():
        yield True


def _loaded() -> Iterator[bool]:
    """Each time it is asked, one thing more is loaded; those already there take no time and no turn."""
    from sys import modules

    for name in MODULES:
        if name not in modules:
            import_module(name)
            yield True
    from caseapp.gui.day.said import full

    full(date(2026, 1, 1))  # the names of days and months, of the language that is shown
    yield True
