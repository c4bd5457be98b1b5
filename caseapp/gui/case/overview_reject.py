"""Asks why a pattern does not fit a case."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.gui.both import in_language
from caseapp.gui.buttons import Action
from caseapp.gui.desk import Desk
from caseapp.gui.dialog import Dialog
from caseapp.gui.fields import Field
from caseapp.gui.inputs import Paragraph
from caseapp.gui.text import Words
from caseapp.i18n import N_, _
from caseapp.work.patterns import CasePattern, reject


class RejectDialog(Dialog):
    """One reason, which is kept."""

    def __init__(self, desk: Desk, case: str, pattern: CasePattern, parent: QWidget) -> None:
        super().__init__(N_("Does not fit"), parent, name="reject_dialog")
        self._desk, self._case, self._pattern = desk, case, pattern
        self.add(Words(lambda: in_language(pattern.name)))
        self.reason = Paragraph(N_("Why it does not fit, in a few words"), name="reject_reason", lines=3)
        self._field = Field(N_("Reason"), self.reason, hint=N_("The reason is kept with the case."))
        self.add(self._field)
        do = Action(N_("Reject"), self._reject, name="reject_do", role="primary")
        self.foot(do, Action(N_("Go back"), self.reject, name="reject_back"))
        self.reason.setFocus()

    def _reject(self) -> None:
        reason = self.reason.value()
        self._field.problem("" if reason else _("Say in a few words why the pattern does not fit."))
        if reason:
            session, now = self._desk.session, self._desk.now()
            case, pattern = self._case, self._pattern.pattern
            self._desk.write(self, lambda: reject(session, case, pattern, reason, now), lambda _id: self.accept())
