"""The days to come as a file for a telephone: it leaves the casebook readable, so it says so, and names nobody unasked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.files import ask_file_to_write
from caseapp.gui.parts.inputs import Tick
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, screen_language
from caseapp.i18n import ngettext as _n

if TYPE_CHECKING:
    from caseapp.work.progress import Progress


class CalendarDialog(Dialog):
    """Asks for names only here, and never remembers the answer."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(N_("Calendar file"), parent, name="calendar_dialog", width=520)
        self._desk = desk
        self.add(Words(N_("The days to come of all open cases, as whole days, for the calendar of a telephone.")))
        self.add(Words(N_("This file is not encrypted. It holds case numbers and what is due, and names nobody.")))
        self.names = Tick(N_("With what clients are called, and the words of follow-ups"), name="calendar_names")
        self.add(self.names)
        self.foot(
            Action(N_("Save file"), self._ask, name="calendar_save", icon="save", role="primary"),
            Action(N_("Go back"), self.reject, name="calendar_back"),
        )

    def _ask(self) -> None:
        ask_file_to_write(self, N_("Calendar file"), "caseapp.ics", self.write, name="calendar_file")

    def write(self, path: Path) -> None:
        """Write the file there."""
        from caseapp.work.calendar_out import write_calendar

        session, now, with_names = self._desk.session, self._desk.now(), self.names.isChecked()
        language = screen_language()

        def work(progress: Progress) -> int:
            return write_calendar(session, path, language, with_names=with_names, now=now, progress=progress)

        self._desk.long(self, work, self._written)

    def _written(self, days: int) -> None:
        self._desk.say(lambda: _n("{count} day was written.", "{count} days were written.", days).format(count=days))
        self.accept()
