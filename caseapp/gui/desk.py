"""What a page may use: the open casebook, the two lanes, the day, a line to speak in, and the way to other pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from caseapp.errors import CaseAppError
from caseapp.gui.background import Background, Lane
from caseapp.gui.words import Say
from caseapp.i18n import screen
from caseapp.work.progress import Progress

if TYPE_CHECKING:
    from caseapp.work.session import Session

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Notice:
    """One line for the reader. ``undo`` takes back what it tells of; ``problem`` says that something was not done."""

    words: Say
    undo: Callable[[], object] | None = None
    problem: bool = False


class Desk(QObject):
    """Made when a casebook opens, gone when it is locked."""

    noticed = Signal(object)
    """A :class:`Notice` for the status line."""
    went = Signal(str, object)
    """The name of a page, and what it shall show."""
    changed = Signal()
    """Something was written to the casebook; lists read it again."""
    leaving = Signal(object)
    """The casebook is about to close: a list, to which whoever holds something unsaved adds what keeps it."""

    def __init__(self, session: Session, background: Background, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.session = session
        self._background = background
        self._now = now

    def now(self) -> datetime:
        """The moment, by this computer's clock."""
        return self._now()

    def today(self) -> date:
        """The day, by this computer's clock."""
        return self._now().date()

    def read(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """A short read in the short lane; ``done`` is called on the window's thread while ``owner`` lives."""
        self._background.start(owner, lambda _progress: work(), done, failed or self.fail)

    def derive(self, owner: QObject, work: Callable[[], T], done: Callable[[T], object]) -> None:
        """A short read of what follows from what is shown: it begins once that is painted, and does not slow it."""
        QTimer.singleShot(0, owner, lambda: self.read(owner, work, done))

    def write(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], object] = lambda _result: None,
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """A save in the short lane; every list hears of it."""

        def written(result: T) -> None:
            done(result)
            self.changed.emit()

        self._background.start(owner, lambda _progress: work(), written, failed or self.fail)

    def keep(self, work: Callable[[], object], failed: Callable[[Exception], object] | None = None) -> None:
        """A save in the short lane that changes nothing anybody else shows."""
        self._background.start(self, lambda _progress: work(), lambda _result: None, failed or self.fail)

    def unsaved(self) -> list[Callable[[], object]]:
        """What has to be done before the casebook closes, so that nothing typed is lost."""
        waiting: list[Callable[[], object]] = []
        self.leaving.emit(waiting)
        return waiting

    def long(
        self,
        owner: QObject,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        progressed: Callable[[int, int], object] = lambda _done, _total: None,
        failed: Callable[[Exception], object] | None = None,
    ) -> Progress:
        """A long job in its own lane, which shows progress and can be cancelled."""
        return self._background.start(owner, work, done, failed or self.fail, progressed, lane=Lane.LONG)

    def say(self, words: Say, undo: Callable[[], object] | None = None) -> None:
        """One plain line at the foot of the window, with a way back where there is one."""
        self.noticed.emit(Notice(words, undo))

    def fail(self, error: Exception) -> None:
        """Tell what the world did; a fault of the program goes to the last-resort handler."""
        if not isinstance(error, CaseAppError):
            raise error
        self.noticed.emit(Notice(lambda: error.say(screen()), problem=True))

    def go(self, page: str, what: object = None) -> None:
        """Show another page."""
        self.went.emit(page, what)
