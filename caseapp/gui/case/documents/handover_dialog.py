"""Recording that papers changed hands: which, from whom to whom, on which day, who took them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document
from caseapp.domain.handovers import Form as PaperForm
from caseapp.domain.handovers import Keeper, last_of_original, original_keeper
from caseapp.domain.ids import OfficeId
from caseapp.domain.labels import label
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.case.office_names import named
from caseapp.gui.case.paper_names import paper_name
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.text import Expects
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form, beside
from caseapp.gui.parts.inputs import Choice, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.segments import Segments
from caseapp.i18n import N_, _, screen
from caseapp.work.drafts import draft_key
from caseapp.work.handovers import HandoverForm, hand_over, problems

MOST_BESIDE = 30
"""Other papers offered to go along."""


class HandoverDialog(FormDialog):
    """One paper, and others that went with it."""

    def __init__(self, desk: Desk, file: CaseFile, document: Document, parent: QWidget) -> None:
        self._file, self._document = file, document
        keeper = original_keeper(file.handovers, document.id)
        self.form_of = Segments(tuple(PaperForm), lambda form: _(label(form)), name="handover_form")
        self.form_of.choose(PaperForm.ORIGINAL)
        self.giver = Choice(tuple(Keeper), lambda one: _(label(one)), name="handover_giver")
        self.giver.choose(keeper)
        self.receiver = Choice(tuple(Keeper), lambda one: _(label(one)), name="handover_receiver")
        self.receiver.choose(Keeper.CASEWORKER if keeper is Keeper.CLIENT else Keeper.CLIENT)
        self.day = DayEdit(desk.today, name="handover_day", exact_only=True)
        self.day.show_day(desk.today())
        self.taken_by = Line(N_("a name; at an office its window and post"), name="handover_taken_by")
        self.office: Choice[OfficeId] = Choice(
            tuple(file.offices), lambda office: named(file, office), name="handover_office", empty=N_("not recorded")
        )
        last = last_of_original(file.handovers, document.id)
        self.office.choose(last.office if last else None)
        self.back_by = DayEdit(desk.today, name="handover_back_by", expects=Expects.FUTURE, exact_only=True)
        self.receipt = Line(N_("number or stamp of the slip they gave"), name="handover_receipt")
        self.note = Line(N_("to copy, to show at the window"), name="handover_note")
        self._fields = {
            "giver": Field(N_("Given by"), self.giver), "receiver": Field(N_("Received by"), self.receiver),
            "day": Field(N_("Day"), self.day), "taken_by": Field(N_("Taken by"), self.taken_by),
            "back_by": Field(N_("To be given back by"), self.back_by),
        }  # fmt: skip
        self._office = Field(N_("Office"), self.office)
        self.others = _others(file, document)
        form = self._form()
        super().__init__(
            N_("Hand over or take back"), desk, parent, form, N_("Record"), name="handover", icon="with-them",
            draft=draft_key("handover", file.case.id, document.id or document.paper),
        )  # fmt: skip
        for choice in (self.giver, self.receiver):
            choice.chosen.connect(self._sides)
        self._sides()

    def entered(self) -> object:
        return self._given(), tuple(tick.isChecked() for tick, _paper in self.others)

    def save(self) -> None:
        found = self._given()
        papers = (self._document, *(paper for tick, paper in self.others if tick.isChecked()))
        session, now, case = self.desk.session, self.desk.now(), self._file.case.id
        told = problems(found, self._file, (paper.id for paper in papers), self.desk.today())
        for name, field in self._fields.items():
            field.problem(next((problem.say(screen()) for problem in told if problem.field == name), ""))
        if told or self.day.problem or self.back_by.problem:
            return
        self.keep(lambda: hand_over(session, case, papers, found, now), N_("The change of hands is recorded."))

    def _given(self) -> HandoverForm:
        to_office = Keeper.OFFICE in (self.giver.value(), self.receiver.value())
        return HandoverForm(
            self.day.exact_day, self.giver.value() or Keeper.CLIENT, self.receiver.value() or Keeper.CLIENT,
            self.form_of.value() or PaperForm.ORIGINAL, self.taken_by.value(),
            self.office.value() if to_office else None, self.back_by.exact_day, self.receipt.value(), self.note.value(),
        )  # fmt: skip

    def _sides(self) -> None:
        """An office is asked for where one gives or takes."""
        self._office.setVisible(Keeper.OFFICE in (self.giver.value(), self.receiver.value()))

    def _form(self) -> Form:
        fields = self._fields
        form = Form(
            self.form_of, beside(fields["giver"], fields["receiver"]), self._office, fields["day"], fields["taken_by"],
            fields["back_by"], Field(N_("What for"), self.note), Field(N_("Receipt"), self.receipt),
        )  # fmt: skip
        if self.others:
            ticks = QWidget()
            column = QVBoxLayout(ticks)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            for tick, _paper in self.others:
                column.addWidget(tick)
            form.add(Field(N_("Together with it"), ticks))
        return form


def _others(file: CaseFile, document: Document) -> Sequence[tuple[Tick, Document]]:
    """Papers in hand that may have gone along."""
    found = [paper for paper in file.documents if paper.state.in_hand and paper.id != document.id][:MOST_BESIDE]
    return [
        (Tick(lambda paper=paper: paper_name(paper.paper, paper.title), name=f"along_{paper.id}"), paper) for paper in found
    ]
