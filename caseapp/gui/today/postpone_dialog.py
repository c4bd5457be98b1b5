"""Putting a line of Today off: until when, and why."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caseapp.domain.agenda_records import DayKind
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Paragraph
from caseapp.gui.parts.text import Words
from caseapp.gui.today.columns import what
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key

if TYPE_CHECKING:
    from caseapp.work.today import Entry

LATER_DAYS = 7


class PostponeDialog(FormDialog):
    """The period itself does not move; only the reminder does."""

    def __init__(self, desk: Desk, entry: Entry, parent: QWidget) -> None:
        self._entry = entry
        self.until = DayEdit(desk.today, name="postpone_until", exact_only=True)
        first = desk.today() + timedelta(LATER_DAYS)
        bound = entry.kind is DayKind.CLIENT_PERIOD and entry.day > desk.today()
        self.until.show_day(min(first, entry.day) if bound else first)
        self.reason = Paragraph(N_("e.g. waiting for the landlord's copy"), name="postpone_reason", lines=2)
        form = Form(
            Words(lambda: what(entry)),
            Field(N_("Look at it again on"), self.until),
            Field(N_("Why"), self.reason, hint=N_("The next person reads it. No period is moved by this.")),
        )
        super().__init__(
            N_("Postpone"), desk, parent, form, N_("Postpone"), name="postpone", icon="later", width=520,
            draft=draft_key("postpone", entry.case),
        )  # fmt: skip

    def entered(self) -> object:
        return self.until.line.text(), self.reason.value()

    def save(self) -> None:
        from caseapp.work.today import postpone

        until, reason, entry = self.until.exact_day, self.reason.value(), self._entry
        if until is None:
            self.tell(_("Choose a day."))
            self.until.setFocus()
            return
        session, now = self.desk.session, self.desk.now()
        self.keep(lambda: postpone(session, entry, until, reason, now), N_("Put off; no period is moved by it."))
