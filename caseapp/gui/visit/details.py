"""What is rarely known of a visit, and matters much when it is: a written answer and its two days, a rule, a receipt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from caseapp.gui.day.edit import DayEdit
from caseapp.gui.parts.fields import Field, Form, beside
from caseapp.gui.parts.inputs import Choice, Paragraph, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.words import Say
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.visits import VisitForm, WrittenAnswerForm

KNOWN: dict[bool, Say] = {True: N_("There is one"), False: N_("There is none")}


class VisitDetails(Form):
    """The folded part of the form of a visit."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(spacing=12)
        self._known: WrittenAnswerForm | None = None
        self.asked_written = Tick(N_("Asked for the answer in writing"), name="visit_asked_written")
        self.written = Choice(
            (True, False), lambda known: _(str(KNOWN[known])), name="visit_written", empty=N_("not recorded")
        )
        self.dated = DayEdit(today, name="visit_dated", exact_only=True)
        self.received = DayEdit(today, name="visit_received", exact_only=True)
        self.rule_title = Line(N_("as they named it"), name="visit_rule_title")
        self.rule_number = Line(N_("e.g. 京教基一〔2014〕9号"), name="visit_rule_number")
        self.rule_clause = Line(name="visit_rule_clause")
        self.receipt = Line(N_("slip, stamp, EMS number"), name="visit_receipt")
        self.ticket = Line(name="visit_ticket")
        self.fee = Line(name="visit_fee")
        self.witness = Line(name="visit_witness")
        self.time_from, self.time_to = Line(lambda: "14:20", name="visit_from"), Line(lambda: "14:50", name="visit_to")
        self.kept = Tick(N_("They kept papers"), name="visit_papers_kept")
        self.note = Paragraph(name="visit_note", lines=2)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = {
            "time_from": Field(N_("From (hour)"), self.time_from),
            "time_to": Field(N_("To (hour)"), self.time_to),
            "dated": Field(N_("Date on the paper"), self.dated),
            "received": Field(N_("Received"), self.received),
            "fee_asked_yuan": Field(N_("Fee asked (yuan)"), self.fee),
        }
        self.fields = fields
        for part in (
            beside(fields["time_from"], fields["time_to"]),
            self.asked_written,
            Field(N_("Written answer"), self.written),
            fields["dated"],
            fields["received"],
            Field(N_("Rule cited"), self.rule_title),
            beside(Field(N_("Its number"), self.rule_number), Field(N_("Its clause"), self.rule_clause)),
            beside(Field(N_("Receipt"), self.receipt), Field(N_("Ticket number"), self.ticket)),
            beside(fields["fee_asked_yuan"], Field(N_("Witness"), self.witness)),
            self.kept,
            Field(N_("Note"), self.note),
        ):
            self.add(part)

    def values(self) -> dict[str, Any]:
        """What was entered, by the names of a visit's fields."""
        return {
            "time_from": self.time_from.value(),
            "time_to": self.time_to.value(),
            "asked_written": self.asked_written.isChecked(),
            "written": self.written.value(),
            "receipt": self.receipt.value(),
            "rule_title": self.rule_title.value(),
            "rule_number": self.rule_number.value(),
            "rule_clause": self.rule_clause.value(),
            "ticket": self.ticket.value(),
            "fee_asked_yuan": self.fee.value(),
            "papers_kept": self.kept.isChecked() or None,
            "witness": self.witness.value(),
            "note": self.note.value(),
            "written_answer": self._answer(),
        }

    def _answer(self) -> WrittenAnswerForm | None:
        from caseapp.work.visits import WrittenAnswerForm

        dated, received = self.dated.exact_day, self.received.exact_day
        if not (self.written.value() or dated or received):
            return None
        return replace(self._known or WrittenAnswerForm(), dated=dated, received=received)

    def show_values(self, form: VisitForm) -> None:
        """Show what is already known of a visit."""
        self._known = form.written_answer
        for line, text in (
            (self.time_from, form.time_from),
            (self.time_to, form.time_to),
            (self.receipt, form.receipt),
            (self.rule_title, form.rule_title),
            (self.rule_number, form.rule_number),
            (self.rule_clause, form.rule_clause),
            (self.ticket, form.ticket),
            (self.fee, form.fee_asked_yuan),
            (self.witness, form.witness),
        ):
            line.setText(text)
        self.asked_written.setChecked(form.asked_written)
        self.written.choose(form.written)
        self.kept.setChecked(bool(form.papers_kept))
        self.note.setPlainText(form.note)
        if form.written_answer:
            self.dated.show_day(form.written_answer.dated)
            self.received.show_day(form.written_answer.received)
