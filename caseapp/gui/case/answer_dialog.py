"""A written answer of an office: its two days, how it came, and what it says of having it reviewed (PRACTICE L3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.visits import WrittenAnswer
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.asked_twice import AskedTwice
from caseapp.gui.parts.fields import Field, Form, beside
from caseapp.gui.parts.inputs import Choice, Paragraph, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.visit.office import OfficeChooser
from caseapp.gui.words import Say
from caseapp.i18n import N_, _, screen
from caseapp.work.drafts import draft_key

if TYPE_CHECKING:
    from caseapp.work.problems import FieldProblem
    from caseapp.work.visit_form import WrittenAnswerForm

TOLD: dict[bool, Say] = {
    # Translators: whether a paper names the right to review, the body or the period.
    True: N_("It does"),
    # Translators: whether a paper names the right to review, the body or the period.
    False: N_("It does not"),
}


class AnswerDialog(FormDialog):
    """A new written answer, or one to complete. One that came of a visit keeps the office of the visit."""

    def __init__(self, desk: Desk, file: CaseFile, answer: WrittenAnswer | None, parent: QWidget) -> None:
        self._file, self._answer = file, answer
        self._twice = AskedTwice()
        self._build(desk, file)
        title = N_("Correct a written answer") if answer else N_("Written answer")
        key = draft_key("answer", file.case.id, answer.id if answer else None)
        super().__init__(title, desk, parent, self._form(), N_("Save"), name="answer", width=680, draft=key)
        if answer:
            self._show(answer)
        self.office.setEnabled(not (answer and answer.visit))

    def _build(self, desk: Desk, file: CaseFile) -> None:
        self.office = OfficeChooser(desk, lambda: file.case.id, name="answer_office")
        self.received = DayEdit(desk.today, name="answer_received", exact_only=True)
        self.dated = DayEdit(desk.today, name="answer_dated", exact_only=True)
        self.served = Line(N_("at the counter, by post with its number, by message"), name="answer_served")
        self.envelope = Tick(N_("Envelope kept"), name="answer_envelope")
        self.refusal = Tick(N_("It is a refusal"), name="answer_refusal", on=True)
        self.title_line = Line(N_("as it is headed"), name="answer_title")
        self.number = Line(name="answer_number")
        self.content = Paragraph(N_("What it decides, and why, in its own words"), name="answer_content", lines=3)
        self.told_right, self.told_body, self.told_period = (
            Choice((True, False), lambda told: _(str(TOLD[told])), name=f"answer_{what}", empty=N_("not recorded"))
            for what in ("told_right", "told_body", "told_period")
        )

    def _form(self) -> Form:
        hint = N_("Periods run from the day it was received; without it, from the date on the paper.")
        self._fields = {
            "office": Field(N_("Who wrote it"), self.office),
            "received": Field(N_("Received"), self.received, hint=hint),
            "dated": Field(N_("Date on the paper"), self.dated),
        }
        return Form(
            *self._fields.values(),
            Field(N_("How served"), self.served),
            beside(self.envelope, self.refusal),
            beside(Field(N_("Title"), self.title_line), Field(N_("Number"), self.number)),
            Field(N_("What it says"), self.content),
            Field(N_("Names the right to review"), self.told_right),
            beside(Field(N_("Names the reviewing body"), self.told_body), Field(N_("Names the period"), self.told_period)),
        )

    def entered(self) -> object:
        return (
            self.office.office, self.office.line.text(), self.received.line.text(), self.dated.line.text(),
            self.form(),
        )  # fmt: skip

    def form(self) -> WrittenAnswerForm:
        """What was entered, as ``work`` takes it."""
        from caseapp.work.visit_form import WrittenAnswerForm

        return WrittenAnswerForm(
            self.title_line.value(), self.number.value(), self.content.value(), self.dated.exact_day,
            self.received.exact_day, self.served.value(), self.envelope.isChecked(), self.told_right.value(),
            self.told_body.value(), self.told_period.value(), self.refusal.isChecked(),
            self._answer.id if self._answer else None,
        )  # fmt: skip

    def save(self) -> None:
        from caseapp.work.answers import problems, record_answer

        unread = next((day for day in (self.received, self.dated) if day.problem), None)
        if unread is not None:
            unread.setFocus()
            return
        office, form, desk, case = self.office.office, self.form(), self.desk, self._file.case.id
        found = problems(office, form, desk.today())
        self._show_problems(found)
        if self._twice.may_go_on(found):
            session, now = desk.session, desk.now()
            said = N_("The written answer is kept; its periods stand under “Deadlines and remedies”.")
            self.keep(lambda: record_answer(session, case, office, form, now), said)

    def _show_problems(self, found: Sequence[FieldProblem]) -> None:
        said = {problem.field: problem.say(screen()) for problem in found}
        for name, field in self._fields.items():
            field.problem(said.get(name, ""))
        first = next((name for name in self._fields if name in said), None)
        if first is not None:
            self._fields[first].editor.setFocus()

    def _show(self, answer: WrittenAnswer) -> None:
        self.office.show_office(self._file.office(answer.office))
        self.received.show_day(answer.received)
        self.dated.show_day(answer.dated)
        for line, text in ((self.served, answer.served), (self.title_line, answer.title), (self.number, answer.number)):
            line.setText(text)
        self.content.setPlainText(answer.content)
        self.envelope.setChecked(answer.envelope_kept)
        self.refusal.setChecked(answer.refusal)
        self.told_right.choose(answer.told_right)
        self.told_body.choose(answer.told_body)
        self.told_period.choose(answer.told_period)
