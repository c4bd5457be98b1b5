"""Noting that a letter was handed in, and the day the office had it: that day starts its clock."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.domain.ids import CaseId
from caseapp.domain.letter_records import Letter
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.line import Line
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key


class SentDialog(FormDialog):
    """The day and the way it was handed in."""

    def __init__(self, desk: Desk, case: CaseId, letter: Letter, parent: QWidget) -> None:
        self._case, self._letter = case, letter
        self.day = DayEdit(desk.today, name="sent_day", exact_only=True)
        self.day.show_day(desk.today())
        self.how = Line(N_("at the counter, by EMS with its number, online"), name="sent_how")
        form = Form(Field(N_("Handed in on"), self.day), Field(N_("How"), self.how))
        key = draft_key("sent", case, letter.id)
        super().__init__(N_("Handed in"), desk, parent, form, N_("Save"), name="sent", icon="post", draft=key)

    def entered(self) -> object:
        return self.day.line.text(), self.how.value()

    def save(self) -> None:
        from caseapp.work.letter_life import mark_sent

        day, how, session, now = self.day.exact_day, self.how.value(), self.desk.session, self.desk.now()
        if day is None:
            self.day.setFocus()
            return
        case, letter = self._case, self._letter.id
        self.keep(lambda: mark_sent(session, case, letter, day, how, now), N_("Noted: the next move is the office's."))


class ReceiptDialog(FormDialog):
    """The day the office had it, and what proves that day."""

    def __init__(self, desk: Desk, case: CaseId, letter: Letter, parent: QWidget) -> None:
        self._case, self._letter = case, letter
        self.day = DayEdit(desk.today, name="receipt_day", exact_only=True)
        self.proof = Line(N_("receipt strip, delivery record, number of the slip"), name="receipt_proof")
        self._day_field = Field(N_("Received by the office on"), self.day, hint=N_("This day starts the office's clock."))
        self._proof_field = Field(N_("Proof of receipt"), self.proof)
        form = Form(self._day_field, self._proof_field)
        key = draft_key("receipt", case, letter.id)
        super().__init__(
            N_("Enter receipt"), desk, parent, form, N_("Enter receipt"), name="receipt", icon="met", draft=key
        )

    def entered(self) -> object:
        return self.day.line.text(), self.proof.value()

    def save(self) -> None:
        from caseapp.work.letter_life import mark_received

        day, proof, session, now = self.day.exact_day, self.proof.value(), self.desk.session, self.desk.now()
        self._day_field.problem("" if day else _("On which day did the office have it?"))
        if day is None:
            self.day.setFocus()
            return
        case, letter = self._case, self._letter.id
        self.keep(lambda: mark_received(session, case, letter, day, proof, now), N_("Noted; the clock runs."))
