"""Asks why a pattern does not fit a case."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.gui.both import in_language
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Paragraph
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key
from caseapp.work.patterns import CasePattern, reject


class RejectDialog(FormDialog):
    """One reason, which is kept."""

    def __init__(self, desk: Desk, case: str, pattern: CasePattern, parent: QWidget) -> None:
        self._case, self._pattern = case, pattern
        self.reason = Paragraph(N_("Why it does not fit, in a few words"), name="reject_reason", lines=3)
        self._field = Field(N_("Reason"), self.reason, hint=N_("The reason is kept with the case."))
        form = Form(Words(lambda: in_language(pattern.name)), self._field)
        key = draft_key("reject", case, pattern.pattern)
        super().__init__(N_("Does not fit"), desk, parent, form, N_("Reject"), name="reject", width=480, draft=key)
        self.reason.setFocus()

    def entered(self) -> object:
        return self.reason.value()

    def save(self) -> None:
        reason = self.reason.value()
        self._field.problem("" if reason else _("Say in a few words why the pattern does not fit."))
        if reason:
            session, now, case, pattern = self.desk.session, self.desk.now(), self._case, self._pattern.pattern
            self.keep(lambda: reject(session, case, pattern, reason, now), N_("The pattern no longer counts."))
