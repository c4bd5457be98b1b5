"""One entry of a timeline: the day, a picture of its kind, what happened, and their words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import ImpreciseDay
from caseapp.gui.case.entry_words import entry_line, entry_words
from caseapp.gui.case.rows import Row
from caseapp.gui.day.said import exact, rough
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import _
from caseapp.work.timeline import EntryKind, TimelineEntry

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
_TABS = {
    EntryKind.VISIT: "visits",
    EntryKind.WRITTEN_ANSWER: "documents",
    EntryKind.DOCUMENT: "documents",
    EntryKind.LETTER: "letters",
}
"""Where an entry is shown in full; the others stand nowhere else."""


class TimelineRow(Row):
    """Shows one entry after another; pressed, it says which tab holds the entry in full."""

    def __init__(self, today: Callable[[], date], chosen: SignalInstance) -> None:
        super().__init__(name="timeline_row")
        self._today, self._chosen = today, chosen
        self._leads_to: tuple[str, object] | None = None
        self.day = Words("", "soft")
        self.day.setFixedWidth(DAY_WIDTH)
        self.icon = Picture(_ICONS[EntryKind.OPENED], "soft", 18)
        self.line, self.words = Words(), Words("", "soft")
        text = QVBoxLayout()
        text.setSpacing(2)
        text.addWidget(self.line)
        text.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.GRID, 6, tokens.GRID, 6)
        row.setSpacing(12)
        row.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(text, 1)
        self.pressed.connect(self._go)

    def show_entry(self, file: CaseFile, entry: TimelineEntry, *, again: bool) -> None:
        """Show this entry; its day is left out where the row above has said it (``again``)."""
        tab = _TABS.get(entry.kind)
        self._leads_to = (tab, entry.record) if tab else None
        self.set_live(tab is not None)
        self.day.say("" if again and entry.day else lambda: self._day(entry.day))
        self.icon.show_icon(_ICONS[entry.kind], "soft")
        self.line.say(lambda: entry_line(file, entry))
        self.words.say(lambda: entry_words(file, entry))
        self.words.setVisible(bool(self.words.text()))

    def clear(self) -> None:
        """Keep nothing of the entry."""
        self._leads_to = None
        for words in (self.day, self.line, self.words):
            words.say("")

    def _go(self) -> None:
        if self._leads_to is not None:
            self._chosen.emit(*self._leads_to)

    def _day(self, day: ImpreciseDay | None) -> str:
        if day is None:
            return _("day not known")
        return exact(day.exact, self._today()) if day.exact else rough(day)
