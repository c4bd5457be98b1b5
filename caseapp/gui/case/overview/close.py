"""Asks how a case ended: what happened to the client, and apart from it whether the right was granted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Entitlement, Outcome
from caseapp.domain.handovers import to_be_given_back
from caseapp.domain.labels import label
from caseapp.gui.both import spoken
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.case.sign_line import sign_line
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Choice, Paragraph
from caseapp.i18n import N_, _
from caseapp.letters.say.agenda import say_lent
from caseapp.work.drafts import draft_key

OUTCOMES = (Outcome.SOLVED, Outcome.SOLVED_OTHERWISE, Outcome.NOT_SOLVED, Outcome.CLIENT_STOPPED)


class CloseDialog(FormDialog):
    """Outcome and entitlement are two fields: help can come without the right, and the right without help.

    Originals that are not with the client yet are named first: nobody looks at a closed case again.
    """

    def __init__(self, desk: Desk, file: CaseFile, parent: QWidget) -> None:
        self._case = case = file.case
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
        self._day = Field(N_("Day it ended"), self.day)
        form = Form(
            *(
                sign_line("warning", "not_asked", spoken(say_lent(group)), name="close_original")
                for group in to_be_given_back(file.handovers)
            ),
            self._outcome,
            Field(N_("Entitlement"), self.entitlement, hint=N_("Whether what the rule gives was granted.")),
            self._day,
            Field(N_("In a few words"), self.why),
        )
        key = draft_key("close", case.id)
        super().__init__(N_("Close case"), desk, parent, form, N_("Close case"), name="close", icon="closed", draft=key)
        self.outcome.setFocus()

    def entered(self) -> object:
        return self.outcome.value(), self.entitlement.value(), self.day.line.text(), self.why.value()

    def save(self) -> None:
        from caseapp.work.cases import close_case

        outcome, day = self.outcome.value(), self.day.exact_day
        self._outcome.problem("" if outcome else _("Choose what happened."))
        self._day.problem("" if day else _("This has to be one exact day."))
        if outcome is None or day is None:
            return
        session, now, why, case = self.desk.session, self.desk.now(), self.why.value(), self._case.id
        entitlement = self.entitlement.value() or Entitlement.UNKNOWN
        self.keep(lambda: close_case(session, case, outcome, entitlement, why, day, now), N_("The case is closed."))
