"""The timeline of a case, oldest first: the day, what happened, and their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.case.overview.timeline_row import TimelineRow
from caseapp.gui.case.rows import Rows
from caseapp.gui.parts.buttons import Action
from caseapp.i18n import ngettext as _n
from caseapp.work.timeline import timeline

NEWEST = 24
"""Entries of a long case shown at once."""
AT_ONCE = 6
"""Rows made in one step ahead."""


class TimelineView(QWidget):
    """One row an entry. Rows stay for the next case and are said anew: making them is what takes time."""

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
        for row, entry, day in zip(self._rows(len(entries)), entries, before, strict=False):
            row.show_entry(file, entry, again=entry.day == day)
        self.rows.show_first(len(entries))

    def steps_ahead(self) -> Iterator[object]:
        """The rows of a long case, some at a time."""
        for count in range(AT_ONCE, NEWEST + 1, AT_ONCE):
            self._rows(count)
            self.rows.show_first(0)
            yield count

    def _rows(self, count: int) -> tuple[TimelineRow, ...]:
        """So many rows; a few more stay for the next case, without words."""
        made = [part for part in self.rows.parts if isinstance(part, TimelineRow)][: max(count, NEWEST)]
        made += [TimelineRow(self._today, self.chosen) for _number in range(count - len(made))]
        self.rows.fill(made)
        for row in made[count:]:
            row.clear()
        return tuple(made[:count])

    def _earlier_words(self) -> str:
        return _n("{count} earlier entry", "{count} earlier entries", self._left_out).format(count=self._left_out)

    def _show_earlier(self) -> None:
        self._shown += self._left_out
        if self._file is not None:
            self.show_case(self._file)
