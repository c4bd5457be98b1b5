"""Asks until when help is useful, and what to do if it does not come in time (PRACTICE M1)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.domain.cases import Case
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.text import Expects
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Paragraph
from caseapp.gui.parts.line import Line
from caseapp.i18n import N_
from caseapp.work.drafts import draft_key


class UsefulDialog(FormDialog):
    """Two days and two reasons; each may stay empty."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget) -> None:
        self._case = case
        self.until = DayEdit(desk.today, name="useful_until_day", expects=Expects.FUTURE, exact_only=True)
        self.because = Line(N_("e.g. term starts, registration closes, operation"), name="useful_because")
        self.fallback = Paragraph(N_("What to do if it fails"), name="useful_fallback", lines=2)
        self.by = DayEdit(desk.today, name="useful_fallback_by", expects=Expects.FUTURE, exact_only=True)
        self.until.show_day(case.useful_until)
        self.because.setText(case.useful_because)
        self.fallback.setPlainText(case.fallback)
        self.by.show_day(case.fallback_by)
        form = Form(
            Field(N_("Useful until"), self.until),
            Field(N_("Because"), self.because),
            Field(N_("Fallback"), self.fallback),
            Field(N_("Fallback by"), self.by),
        )
        key = draft_key("useful", case.id)
        super().__init__(N_("Until when is help useful?"), desk, parent, form, N_("Save"), name="useful", draft=key)
        self.until.setFocus()

    def entered(self) -> object:
        return self.until.line.text(), self.because.value(), self.fallback.value(), self.by.line.text()

    def save(self) -> None:
        from caseapp.work.cases import set_useful_day

        for day in (self.until, self.by):
            if day.problem:
                day.setFocus()
                return
        until, by, case = self.until.exact_day, self.by.exact_day, self._case.id
        because, fallback = self.because.value(), self.fallback.value()
        session, now = self.desk.session, self.desk.now()
        self.keep(lambda: set_useful_day(session, case, until, because, fallback, by, now), N_("The useful day is kept."))
