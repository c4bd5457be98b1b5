"""Notes a day by itself: a notice, an extension, what kept the client from acting, when the remedy was learnt."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import KeyDayKind
from caseapp.domain.labels import label
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.text import Expects
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Choice
from caseapp.gui.parts.line import Line
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key
from caseapp.work.key_days import STILL_COMING, note_day

KINDS = tuple(kind for kind in KeyDayKind if kind is not KeyDayKind.REGISTRATION_CLOSES)
"""Registration has a question of its own at intake."""


class NoteDayDialog(FormDialog):
    """What happened, and on which day. A day already noted stands there to be corrected."""

    def __init__(self, desk: Desk, file: CaseFile, parent: QWidget) -> None:
        self._file, self._shown = file, ""
        self.kind: Choice[KeyDayKind] = Choice(KINDS, lambda kind: _(label(kind)), name="note_day_kind")
        self.day = DayEdit(desk.today, name="note_day_day", expects=Expects.PAST)
        self.proof = Line(N_("e.g. notice of 3 June, hospital record"), name="note_day_proof")
        form = Form(
            Field(N_("What happened"), self.kind),
            Field(N_("Day"), self.day, hint=N_("What rests on it is counted anew, and the tab says what moved.")),
            Field(N_("What shows it"), self.proof),
        )
        key = draft_key("note_day", file.case.id)
        super().__init__(N_("Note a day"), desk, parent, form, N_("Note it"), name="note_day", width=480, draft=key)
        self.kind.currentIndexChanged.connect(self._known)
        self._known()
        self.kind.setFocus()

    def entered(self) -> object:
        return self.day.line.text(), self.proof.value()

    def save(self) -> None:
        kind, day, proof = self.kind.value(), self.day.day, self.proof.value()
        if kind is None or day is None or self.day.problem:
            self.day.setFocus()
            return
        session, now, case = self.desk.session, self.desk.now(), self._file.case.id
        self.keep(lambda: note_day(session, case, kind, day, proof, now), N_("The day is noted."))

    def _known(self) -> None:
        """Show the day already noted of this kind; a day typed here is left alone."""
        kind = self.kind.value()
        self.day.expect(Expects.FUTURE if kind in STILL_COMING else Expects.PAST)
        if self.day.line.text() != self._shown:
            return
        known = self._file.key_day(kind) if kind else None
        self.day.show_day(known.day if known else None)
        self._shown = self.day.line.text()
