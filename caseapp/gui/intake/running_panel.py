"""Periods that run already, seen before any other field: the day first, then what it is the last day of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.day.said import people_say
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _, screen_language

if TYPE_CHECKING:
    from caseapp.work.intake import Running

SHOWN = 3


class RunningPanel(QFrame):
    """Hidden while nothing runs."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._today = today
        self._lines: list[QWidget] = []
        self._running: Sequence[Running] = ()
        self._shown = SHOWN
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 10, 16, 10)
        self._column.setSpacing(4)
        self._title = Words(N_("Already running"), "section")
        self._column.addWidget(self._title)
        self.hide()

    def show_running(self, running: Sequence[Running]) -> None:
        """Show the soonest periods."""
        self._running = running
        while self._lines:
            line = self._lines.pop()
            line.hide()
            line.deleteLater()
        for period in running[: self._shown]:
            line = self._line(period, hidden=len(running) - 1 if self._shown == 1 else 0)
            self._lines.append(line)
            self._column.addWidget(line)
        if len(running) > SHOWN == self._shown:
            more = Words(lambda: _more(len(running) - SHOWN), "small")
            self._lines.append(more)
            self._column.addWidget(more)
        self.setVisible(bool(running))

    def keep_short(self, short: bool) -> None:
        """Only the soonest period, where the form below needs the room."""
        self._shown = 1 if short else SHOWN
        self._title.setVisible(not short)
        self.show_running(self._running)

    def _line(self, period: Running, hidden: int) -> QWidget:
        passed = period.last_day < self._today()
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Picture("overdue" if passed else "soon", "not_met" if passed else "not_asked", 18))
        words = Words(lambda: _said(period, self._today()))
        words.setObjectName("running_line")
        row.addWidget(words, 1)
        if hidden:
            row.addWidget(Words(lambda: _more(hidden), "small", wrap=False))
        return holder


def _more(count: int) -> str:
    return _("and {count} more, in the case").format(count=count)


def _said(period: Running, today: date) -> str:
    day = people_say(period.last_day, today)
    if period.deadline is None:
        return _("Registration closes on {day}").format(day=day)
    what = period.deadline.what_zh if screen_language() == "zh_CN" else period.deadline.what_en
    if period.last_day < today:
        return _("Safe day {day}, passed: {what}. Ask a lawyer today.").format(day=day, what=what)
    return _("Safe day {day}: {what}").format(day=day, what=what)
