"""Setting a day for a step of a case."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from caseapp.domain.ids import CaseId
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.line import Line
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key

IN_DAYS = 7


class FollowUpDialog(FormDialog):
    """What is to be done, and by when somebody looks at it again."""

    def __init__(self, desk: Desk, case: CaseId, parent: QWidget) -> None:
        self._case = case
        self.what = Line(N_("e.g. ask the school whether the list is out"), name="follow_up_what")
        self.due = DayEdit(desk.today, name="follow_up_due", exact_only=True)
        self.due.show_day(desk.today() + timedelta(IN_DAYS))
        form = Form(
            Field(N_("What to do"), self.what),
            Field(N_("On"), self.due, hint=N_("It shows on Today. No right hangs on this day.")),
        )
        super().__init__(
            N_("Set a follow-up"), desk, parent, form, N_("Set it"), name="follow_up", icon="calendar", width=520,
            draft=draft_key("follow_up", case),
        )  # fmt: skip

    def entered(self) -> object:
        return self.what.value(), self.due.line.text()

    def save(self) -> None:
        from caseapp.work.today import set_follow_up

        what, due, case = self.what.value(), self.due.exact_day, self._case
        if due is None:
            self.tell(_("Choose a day."))
            self.due.setFocus()
            return
        session, now = self.desk.session, self.desk.now()
        self.keep(lambda: set_follow_up(session, case, what, due, now), N_("The follow-up is set."))
