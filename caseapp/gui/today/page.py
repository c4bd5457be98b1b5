"""The page Today: one table, the nearest first; what is selected is opened, done with or put off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from caseapp.domain.agenda_records import DayKind
from caseapp.gui.day.said import full
from caseapp.gui.desk import Desk
from caseapp.gui.pages import Page
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.row_table import RowTable, RowView
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.today.columns import today_columns, what, when, whose
from caseapp.gui.today.load_strip import LoadStrip
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n

if TYPE_CHECKING:
    from caseapp.work.progress import Progress
    from caseapp.work.today import Entry, Today

ACTS = {
    DayKind.CLIENT_PERIOD: "deadlines", DayKind.LAPSED: "deadlines", DayKind.THEIR_PERIOD: "deadlines",
    DayKind.EXECUTION: "deadlines", DayKind.PAPER: "documents", DayKind.LENT: "documents", DayKind.WINDOW: "check",
}  # fmt: skip
"""The tab of the case a line leads to, where that is not the overview."""


class TodayPage(Page):
    """Shows what was derived, and derives beside it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._today: Today | None = None
        self._deriving: Progress | None = None
        self.summary = Words(self._summed_up, "soft")
        self.summary.setObjectName("today_summary")
        self.still = Words("", "small", wrap=False)
        self.still.setObjectName("today_deriving")
        self.stop = Action(N_("Stop"), self._stop, name="today_stop", role="quiet")
        self.load = LoadStrip()
        self.table: RowTable[Entry] = RowTable(today_columns(desk.today))
        self.view = RowView(self.table, name="today_table")
        self.selected = Words(self._told, "soft")
        self.selected.setObjectName("today_selected")
        self.open_case = Action(N_("Open case"), self._open, name="today_open", icon="next", role="primary")
        self.done = Action(N_("Done"), self._done, name="today_done", icon="met")
        self.postpone = Action(N_("Postpone"), self._postpone, name="today_postpone", icon="later")
        self.calendar = Action(N_("Calendar file"), self._calendar, name="today_calendar", icon="calendar", role="quiet")
        self.print = Action(N_("Print"), self._print, name="today_print", icon="print", role="quiet")
        self.nothing = EmptyPage(self._nothing_due)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.nothing)
        self._lay_out()
        self._soon = Soon(self, self.reload)
        self.view.installEventFilter(self)
        self.view.doubleClicked.connect(lambda _index: self._open())
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._select())
        desk.changed.connect(self._soon.ask)
        self._show_working(working=False)

    def arrive(self, _what: object) -> None:
        self.view.setFocus()
        self.reload()

    def reload(self) -> None:
        """Show what is known, and bring it up to date beside that."""
        from caseapp.work.today import today

        session, on = self.desk.session, self.desk.today()
        self.desk.read(self, lambda: today(session, on), self._show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            does = {
                Qt.Key.Key_Return: self._open, Qt.Key.Key_Enter: self._open, Qt.Key.Key_Space: self._done,
                Qt.Key.Key_Delete: self._done,
            }.get(event.key())  # fmt: skip
            if does is not None:
                does()
                return True
        return super().eventFilter(watched, event)

    def _show(self, found: Today) -> None:
        current = self._entry()
        self._today = found
        self.table.show(found.entries)
        same = [number for number, entry in enumerate(found.entries) if current and entry.item == current.item]
        if found.entries:
            self.view.selectRow(same[0] if same else 0)
        self.stack.setCurrentWidget(self.view if found.entries else self.nothing)
        self.load.show_load(found.load, found.on, LOAD_DAYS)
        for words in (self.summary, self.nothing.words):
            words.retranslate()
        self._select()
        if found.to_derive and self._deriving is None:
            self._derive(found)

    def _derive(self, found: Today) -> None:
        from caseapp.work.today import derive_days

        session, on = self.desk.session, found.on
        self._show_working(working=True)
        self._deriving = self.desk.long(
            self, lambda progress: derive_days(session, on, progress), lambda _count: self._derived(), self._progressed,
            self._not_derived,
        )  # fmt: skip

    def _progressed(self, done: int, total: int) -> None:
        self.still.say(
            lambda: _("Working out the days: {done} of {total} cases").format(done=f"{done:,}", total=f"{total:,}")
        )

    def _derived(self) -> None:
        self._deriving = None
        self._show_working(working=False)
        self.reload()

    def _not_derived(self, error: Exception) -> None:
        self._deriving = None
        self._show_working(working=False)
        self.desk.fail(error)

    def _stop(self) -> None:
        if self._deriving is not None:
            self._deriving.cancel()
        self._deriving = None
        self._show_working(working=False)

    def _show_working(self, *, working: bool) -> None:
        for part in (self.still, self.stop):
            part.setVisible(working)

    def _entry(self) -> Entry | None:
        return self.table.row(self.view.currentIndex())

    def _select(self) -> None:
        entry = self._entry()
        for button in (self.open_case, self.done, self.postpone):
            button.setEnabled(entry is not None)
        self.selected.retranslate()

    def _open(self) -> None:
        entry = self._entry()
        if entry is not None:
            about = entry.ref if entry.kind in (DayKind.PAPER, DayKind.LENT) else None
            self.desk.go("case", (entry.case, ACTS.get(entry.kind, "overview"), about))

    def _done(self) -> None:
        from caseapp.work.today import done, take_mark_back

        entry = self._entry()
        if entry is None:
            return
        session, now = self.desk.session, self.desk.now()

        def back() -> None:
            self.desk.write(self, lambda: take_mark_back(session, entry, self.desk.now()))

        self.desk.write(
            self,
            lambda: done(session, entry, "", now),
            lambda _none: self.desk.say(lambda: _("Done: {what}").format(what=what(entry)), back),
        )

    def _postpone(self) -> None:
        from caseapp.gui.today.postpone_dialog import PostponeDialog

        entry = self._entry()
        if entry is not None:
            PostponeDialog(self.desk, entry, self).open()

    def _calendar(self) -> None:
        from caseapp.gui.today.calendar_dialog import CalendarDialog

        CalendarDialog(self.desk, self).open()

    def _print(self) -> None:
        from caseapp.gui.today.print_dialog import PrintDialog

        PrintDialog(self.desk, self).open()

    def _summed_up(self) -> str:
        return summed_up(self._today) if self._today else ""

    def _nothing_due(self) -> str:
        if self._today and self._today.to_derive:
            return _("The days of all open cases are being worked out.")
        after = self._today.next if self._today else None
        if after is None:
            return _("Nothing is due today, and no day lies ahead. Days show here as soon as a case has one.")
        return _("Nothing is due today. Next: {day}, {what} ({case}).").format(
            day=full(after.day), what=what(after), case=whose(after)
        )

    def _told(self) -> str:
        entry = self._entry()
        if entry is None:
            return ""
        return _("{when}: {what} · {case}").format(when=when(entry, self.desk.today()), what=what(entry), case=whose(entry))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Words(N_("Today"), "title", wrap=False))
        head.addWidget(self.summary, 1)
        head.addWidget(self.still)
        head.addWidget(self.stop)
        head.addWidget(self.print)
        head.addWidget(self.calendar)
        foot = QHBoxLayout()
        for button in (self.open_case, self.done, self.postpone):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.PAGE_MARGIN, 12, tokens.PAGE_MARGIN, 12)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.load)
        column.addWidget(self.stack, 1)
        column.addWidget(self.selected)
        column.addLayout(foot)


LOAD_DAYS = 15
"""Today and the two weeks after it."""


def summed_up(found: Today) -> str:
    """The counts in a line: what was missed first, then today, this week, the other side, and the forgotten."""
    from caseapp.work.today import Urgency

    words = {
        Urgency.OVERDUE: lambda count: _n("{count} overdue", "{count} overdue", count),
        Urgency.DUE_TODAY: lambda count: _n("{count} today", "{count} today", count),
        Urgency.SOON: lambda count: _n("{count} this week", "{count} this week", count),
        Urgency.THEIRS: lambda count: _n("{count} clock of the other side", "{count} clocks of the other side", count),
        Urgency.SILENT: lambda count: _n("{count} case with no next step", "{count} cases with no next step", count),
    }
    counted = ((say, found.counts[urgency]) for urgency, say in words.items())
    return " · ".join(say(count).format(count=f"{count:,}") for say, count in counted if count)
