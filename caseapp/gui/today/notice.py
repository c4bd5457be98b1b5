"""What is due, told once a casebook is open: a number on the rail, and a line of the system's own where it has a tray.

Neither names anybody: whoever walks past the screen reads a number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from caseapp.gui.desk import Desk
from caseapp.i18n import _
from caseapp.i18n import ngettext as _n

if TYPE_CHECKING:
    from caseapp.work.progress import Progress

AFTER_MS = 2000
"""The list of cases is painted first."""
SHOWN_MS = 8000


class DueNotice(QObject):
    """Works out the days of all cases a little after opening, and again after every change, and says how many are due."""

    def __init__(self, desk: Desk, tell: Callable[[int], object]) -> None:
        super().__init__(desk)
        self._desk, self._tell, self._told = desk, tell, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._look)
        desk.changed.connect(self._timer.start)
        self._timer.start()

    def _look(self) -> None:
        from caseapp.work.today import Urgency, derive_days, today

        session, on = self._desk.session, self._desk.today()

        def count(progress: Progress) -> int:
            derive_days(session, on, progress)
            counts = today(session, on).counts
            return counts[Urgency.OVERDUE] + counts[Urgency.DUE_TODAY]

        self._desk.long(self, count, self._say)

    def _say(self, due: int) -> None:
        self._tell(due)
        if due and not self._told and QSystemTrayIcon.isSystemTrayAvailable():
            tray = QSystemTrayIcon(self)
            tray.show()
            words = _n("{count} is due today or overdue.", "{count} are due today or overdue.", due).format(count=due)
            tray.showMessage("caseapp", words, QSystemTrayIcon.MessageIcon.NoIcon, SHOWN_MS)
            QTimer.singleShot(SHOWN_MS, tray.deleteLater)
        self._told = True


def with_number(due: int) -> Callable[[], str]:
    """The word of the rail with how many are due."""
    # Translators: the entry of the rail, and how many days are due or overdue.
    return lambda: _("Today · {count}").format(count=due if due < 100 else "99+") if due else _("Today")
