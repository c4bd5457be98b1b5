"""The timeline of a case, oldest first: the day, what happened, and their words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import ImpreciseDay
from caseapp.gui.buttons import Action
from caseapp.gui.case.entry_words import entry_line, entry_words
from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.days import exact, rough
from caseapp.gui.picture import Picture
from caseapp.gui.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import _
from caseapp.i18n import ngettext as _n
from caseapp.work.timeline import EntryKind, TimelineEntry, timeline

DAY_WIDTH = 128

_ICONS = {
    EntryKind.OPENED: "folder",
    EntryKind.VISIT: "visit",
    EntryKind.WRITTEN_ANSWER: "letter",
    EntryKind.DOCUMENT: "document",
    EntryKind.LETTER: "letter",
    EntryKind.KEY_DAY: "calendar",
    EntryKind.USEFUL_UNTIL: "soon",
    EntryKind.OUTCOME: "closed",
}
NEWEST = 24
"""Entries of a long case made at once."""
_TABS = {
    EntryKind.VISIT: "visits",
    EntryKind.WRITTEN_ANSWER: "documents",
    EntryKind.DOCUMENT: "documents",
    EntryKind.LETTER: "letters",
}
"""Where an entry is shown in full; the others stand nowhere else."""


class TimelineView(QWidget):
    """One row an entry."""

    chosen = Signal(str, object)
    """The tab an entry belongs to, and the id of what it is about."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._file: CaseFile | None = None
        self._shown, self._left_out = NEWEST, 0
        self.earlier = Action(self._earlier_words, self._show_earlier, name="timeline_earlier", role="quiet")
        self.rows = Rows()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.rows)

    def show_case(self, file: CaseFile) -> None:
        """Show the timeline of this case: of a long one the newest entries, the earlier ones behind a button."""
        if self._file is None or self._file.case.id != file.case.id:
            self._shown = NEWEST
        self._file = file
        whole = timeline(file)
        self._left_out = max(len(whole) - self._shown, 0)
        entries = whole[self._left_out :]
        self.earlier.setVisible(bool(self._left_out))
        self.earlier.retranslate()
        before = (None, *(entry.day for entry in entries))
        self.rows.fill(
            [self._row(file, entry, again=entry.day == day) for entry, day in zip(entries, before, strict=False)]
        )

    def _earlier_words(self) -> str:
        return _n("{count} earlier entry", "{count} earlier entries", self._left_out).format(count=self._left_out)

    def _show_earlier(self) -> None:
        self._shown += self._left_out
        if self._file is not None:
            self.show_case(self._file)

    def _row(self, file: CaseFile, entry: TimelineEntry, *, again: bool) -> QWidget:
        tab = _TABS.get(entry.kind)
        row = Row(name="timeline_row") if tab else QWidget()
        if isinstance(row, Row):
            row.pressed.connect(lambda: self.chosen.emit(tab, entry.record))
        line = QHBoxLayout(row)
        line.setContentsMargins(tokens.GRID, 6, tokens.GRID, 6)
        line.setSpacing(12)
        day = Words("" if again and entry.day else lambda: self._day(entry.day), "soft")
        day.setFixedWidth(DAY_WIDTH)
        line.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Picture(_ICONS[entry.kind], "soft", 18), 0, Qt.AlignmentFlag.AlignTop)
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(Words(lambda: entry_line(file, entry)))
        if entry_words(file, entry):
            text.addWidget(Words(lambda: entry_words(file, entry), "soft"))
        line.addLayout(text, 1)
        return row

    def _day(self, day: ImpreciseDay | None) -> str:
        if day is None:
            return _("day not known")
        return exact(day.exact, self._today()) if day.exact else rough(day)
