"""A rule entered by hand: what the office cited or a notice says, from when, its source, and what of it can be checked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import OfficeId, VisitId
from caseapp.domain.rule_records import LocalRule
from caseapp.gui.both import in_language
from caseapp.gui.case.check.conditions import Conditions
from caseapp.gui.case.check.rule_photo import RulePhoto
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.said import rough_short
from caseapp.gui.day.text import Expects
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form, beside
from caseapp.gui.parts.inputs import Choice, Paragraph
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, screen
from caseapp.letters.say.office import say_office
from caseapp.policy.by_hand import RuleByHand
from caseapp.work.drafts import draft_key
from caseapp.work.problems import FieldProblem


class RuleDialog(FormDialog):
    """A new rule, or one to correct."""

    def __init__(self, desk: Desk, file: CaseFile, rule: LocalRule, entered: RuleByHand | None, parent: QWidget) -> None:
        self._file, self._rule = file, rule
        self._build(desk, file)
        self.conditions = Conditions(entered.criteria if entered else (), name="rule_conditions")
        title = N_("Correct a rule entered by hand") if entered else N_("Enter a rule by hand")
        super().__init__(
            title, desk, parent, self._form(), N_("Keep the rule"), name="rule_dialog", width=680,
            draft=draft_key("local_rule", file.case.id, rule.id or None),
        )  # fmt: skip
        self._show(rule)
        self.visit.chosen.connect(self._from_visit)
        self.title.setFocus()

    def _build(self, desk: Desk, file: CaseFile) -> None:
        self.title = Line(N_("e.g. Enrolment rules of the district for 2026"), name="rule_title")
        self.number = Line(N_("e.g. 京教基一〔2014〕9号"), name="rule_number")
        self.issuer, self.clause = Line(name="rule_issuer"), Line(N_("e.g. article 3(2)"), name="rule_clause")
        self.since = DayEdit(desk.today, name="rule_since")
        self.until = DayEdit(desk.today, name="rule_until", expects=Expects.FUTURE)
        self.text = Paragraph(N_("The sentence itself, word for word where it is known"), name="rule_text", lines=3)
        self.seen = DayEdit(desk.today, name="rule_seen", exact_only=True)
        self.shown_by = Line(N_("notice board, window 3, a photo of the client"), name="rule_shown_by")
        self.url, self.note = Line(lambda: "https://", name="rule_url"), Line(name="rule_note")
        kept = next((one for one in file.attachments if one.id == self._rule.photo), None)
        self.photo = RulePhoto(desk, kept)
        self.office: Choice[OfficeId] = Choice(
            tuple(file.offices), lambda office: in_language(say_office(file.offices[office])), name="rule_office",
            empty=N_("not known"),
        )  # fmt: skip
        cited = tuple(visit.id for visit in file.visits if visit.rule_title or visit.rule_number)
        self.visit: Choice[VisitId] = Choice(cited, self._visit_name, name="rule_visit", empty=N_("at no visit"))

    def _form(self) -> Form:
        self.title_field = Field(N_("Title"), self.title)
        self.until_field = Field(N_("In force until"), self.until, hint=N_("Empty: no end is known."))
        self.seen_field = Field(N_("Shown to us on"), self.seen)
        cited = Field(N_("Cited by the office"), self.visit, hint=N_("What the visit has of the rule is taken over."))
        cited.setVisible(self.visit.count() > 1)
        return Form(
            Words(N_("Such a rule is checked like a stored one, and always marked: nobody has compared it."), "soft"),
            cited,
            self.title_field,
            beside(Field(N_("Document number"), self.number), Field(N_("Issued by"), self.issuer)),
            beside(Field(N_("In force from"), self.since), self.until_field),
            Field(N_("Clause"), self.clause),
            Field(N_("What it says"), self.text),
            Field(N_("Office that decides"), self.office),
            beside(self.seen_field, Field(N_("Shown to us by"), self.shown_by)),
            Field(N_("Photo"), self.photo),
            Field(N_("Web address"), self.url),
            Field(N_("Note"), self.note),
            Words(N_("What it asks, so that it can be checked"), "section"),
            self.conditions,
        )

    def entered(self) -> object:
        days = (self.until.line.text(), self.since.line.text(), self.seen.line.text())
        return self._read(), self.photo.chosen, days, self.conditions.kept()

    def save(self) -> None:
        from caseapp.work.local_rules import problems, save_rule

        rule, criteria = self._read(), self.conditions.criteria()
        self._tell(problems(rule, criteria, self.desk.today()))
        unread = any(edit.problem for edit in (self.since, self.until, self.seen))
        if unread or problems(rule, criteria, self.desk.today()):
            return
        session, now, photo = self.desk.session, self.desk.now(), self.photo.chosen
        self.keep(lambda: save_rule(session, rule, criteria, now, photo), N_("The rule is kept with the case and checked."))

    def _tell(self, found: Sequence[FieldProblem]) -> None:
        said = {problem.field: problem.say(screen()) for problem in found}
        self.title_field.problem(said.get("title", ""))
        self.until_field.problem(said.get("in_force_until", ""))
        self.seen_field.problem(said.get("seen_on", ""))
        self.conditions.clear_troubles()
        for number in range(len(self.conditions.criteria())):
            self.conditions.tell(number, said.get(f"criteria[{number}].value", ""))
        self.tell(said.get("criteria", ""))

    def _read(self) -> LocalRule:
        return replace(
            self._rule, title=self.title.value(), document_number=self.number.value(), issuer=self.issuer.value(),
            clause=self.clause.value(), text=self.text.value(), in_force_from=self.since.day,
            in_force_until=self.until.day, office=self.office.value(), seen_on=self.seen.exact_day,
            shown_by=self.shown_by.value(), url=self.url.value(), note=self.note.value(), visit=self.visit.value(),
        )  # fmt: skip

    def _show(self, rule: LocalRule) -> None:
        self.visit.choose(rule.visit)
        for line, text in (
            (self.title, rule.title), (self.number, rule.document_number), (self.issuer, rule.issuer),
            (self.clause, rule.clause), (self.shown_by, rule.shown_by), (self.url, rule.url), (self.note, rule.note),
        ):  # fmt: skip
            line.setText(text)
        self.text.setPlainText(rule.text)
        self.since.show_day(rule.in_force_from)
        self.until.show_day(rule.in_force_until)
        self.seen.show_day(rule.seen_on)
        self.office.choose(rule.office)

    def _from_visit(self) -> None:
        """Take over what the visit has of the rule, where nothing stands yet."""
        from caseapp.work.local_rules import new_rule

        cited = new_rule(self._file, self.visit.value())
        for line, text in ((self.title, cited.title), (self.number, cited.document_number), (self.clause, cited.clause)):
            if not line.value():
                line.setText(text)
        if self.office.value() is None:
            self.office.choose(cited.office)
        if not self.seen.line.value():
            self.seen.show_day(cited.seen_on)

    def _visit_name(self, identity: VisitId) -> str:
        visit = next(visit for visit in self._file.visits if visit.id == identity)
        office = self._file.offices.get(visit.office) if visit.office else None
        return " · ".join(part for part in (rough_short(visit.day), in_language(say_office(office))) if part)
