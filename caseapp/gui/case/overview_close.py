"""Asks how a case ended: what happened to the client, and apart from it whether the right was granted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.domain.cases import Case, Entitlement, Outcome
from caseapp.domain.labels import label
from caseapp.errors import CaseAppError
from caseapp.gui.buttons import Action
from caseapp.gui.day_edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.dialog import Dialog
from caseapp.gui.fields import Field
from caseapp.gui.inputs import Choice, Paragraph
from caseapp.i18n import N_, _, screen

OUTCOMES = (Outcome.SOLVED, Outcome.SOLVED_OTHERWISE, Outcome.NOT_SOLVED, Outcome.CLIENT_STOPPED)


class CloseDialog(Dialog):
    """Outcome and entitlement are two fields: help can come without the right, and the right without help."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget) -> None:
        super().__init__(N_("Close case"), parent, name="close_dialog", width=520)
        self._desk, self._case = desk, case
        self.outcome: Choice[Outcome] = Choice(
            OUTCOMES, lambda value: _(label(value)), name="close_outcome", empty=N_("choose")
        )
        self.entitlement: Choice[Entitlement] = Choice(
            tuple(Entitlement), lambda value: _(label(value)), name="close_entitlement"
        )
        self.day = DayEdit(desk.today, name="close_day", exact_only=True)
        self.day.show_day(desk.today())
        self.why = Paragraph(N_("Which step worked, or why the client stopped"), name="close_why", lines=3)
        self._outcome = Field(N_("Outcome"), self.outcome, hint=N_("What happened to the client."))
        self._day = Field(N_("On"), self.day)
        for part in (
            self._outcome,
            Field(N_("Entitlement"), self.entitlement, hint=N_("Whether what the rule gives was granted.")),
            self._day,
            Field(N_("In a few words"), self.why),
        ):
            self.add(part)
        self.close_it = Action(N_("Close case"), self._close, name="close_do", icon="closed", role="primary")
        self.foot(self.close_it, Action(N_("Go back"), self.reject, name="close_back"))
        self.outcome.setFocus()

    def _close(self) -> None:
        from caseapp.work.cases import close_case

        outcome, day = self.outcome.value(), self.day.exact_day
        self._outcome.problem("" if outcome else _("Choose what happened."))
        self._day.problem("" if day else _("This has to be one exact day."))
        if outcome is None or day is None:
            return
        session, now, why, case = self._desk.session, self._desk.now(), self.why.value(), self._case.id
        entitlement = self.entitlement.value() or Entitlement.UNKNOWN
        self._desk.write(
            self,
            lambda: close_case(session, case, outcome, entitlement, why, day, now),
            lambda _none: self._closed(),
            self._refused,
        )

    def _closed(self) -> None:
        self._desk.say(N_("The case is closed."))
        self.accept()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, CaseAppError):
            raise error
        self._day.problem(error.say(screen()))
