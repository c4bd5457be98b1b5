"""The form of a spell: whose, what, from when to when, where, and what shows it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.facts import Spell, SpellKind
from caseapp.domain.ids import DocumentId, PersonId, SpellId
from caseapp.domain.labels import label
from caseapp.domain.people import Person
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.case.paper_names import paper_name
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form, beside
from caseapp.gui.parts.inputs import Choice
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.segments import Segments
from caseapp.gui.places import city_name
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key

SCHEMES = {
    "urban_employee": N_("Employee insurance"),
    "resident": N_("Resident insurance"),
    "flexible": N_("Insured on one's own (flexible employment)"),
}
CODE_DIGITS = 6


class SpellDialog(FormDialog):
    """A new spell, or one to correct. An empty end means that it still holds."""

    def __init__(self, desk: Desk, file: CaseFile, spell: Spell | None, parent: QWidget) -> None:
        self._file, self._spell = file, spell
        self._build(desk, file)
        title = N_("Correct a spell") if spell else N_("Add a spell")
        key = draft_key("spell", file.case.id, spell.id if spell else None)
        super().__init__(title, desk, parent, self._form(), N_("Save"), name="spell_dialog", width=640, draft=key)
        if spell:
            self._show(spell)
        self.kind.chosen.connect(self._of_kind)
        self.here.chosen.connect(self._of_kind)
        self._of_kind()

    def _build(self, desk: Desk, file: CaseFile) -> None:
        self.person: Choice[Person] = Choice(file.people, lambda one: one.called() or _("no name yet"), name="spell_person")
        client = file.client()
        if client:
            self.person.choose(client)
        self.kind = Choice(tuple(SpellKind), lambda kind: _(label(kind)), name="spell_kind")
        self.since, self.until = DayEdit(desk.today, name="spell_since"), DayEdit(desk.today, name="spell_until")
        self.here: Segments[bool] = Segments((True, False), self._where, name="spell_here")
        self.here.choose(True)
        self.place = Line(N_("six digits, as at the front of an ID number"), name="spell_place")
        self.district = Line(name="spell_district")
        self.scheme = Choice(
            tuple(SCHEMES), lambda scheme: _(SCHEMES[scheme]), name="spell_scheme", empty=N_("not recorded")
        )
        self.employer, self.months = Line(name="spell_employer"), Line(name="spell_months")
        papers = tuple(paper.id for paper in file.documents)
        self.proof: Choice[DocumentId] = Choice(papers, self._paper, name="spell_proof", empty=N_("none yet"))

    def _form(self) -> Form:
        self.since_field = Field(N_("From"), self.since)
        self.until_field = Field(N_("To"), self.until, hint=N_("Empty: it still holds."))
        self.place_field = Field(N_("Place (GB/T 2260)"), self.place)
        self.scheme_field = Field(N_("Scheme"), self.scheme)
        self.employer_field = Field(N_("Employer"), self.employer)
        self.months_field = Field(N_("Months on record"), self.months, hint=N_("Only where the record differs."))
        return Form(
            beside(Field(N_("Whose"), self.person), Field(N_("What"), self.kind)),
            self.since_field,
            self.until_field,
            Field(N_("Where"), self.here),
            beside(self.place_field, Field(N_("District"), self.district)),
            self.scheme_field,
            self.employer_field,
            beside(self.months_field, Field(N_("Proof"), self.proof)),
        )

    def entered(self) -> object:
        return (
            self.person.value(), self.kind.value(), self.since.line.text(), self.until.line.text(), self.here.value(),
            self.place.value(), self.district.value(), self.scheme.value(), self.employer.value(), self.months.value(),
            self.proof.value(),
        )  # fmt: skip

    def save(self) -> None:
        from caseapp.work.facts import save_spell

        spell = self._read()
        if spell is not None:
            session, now = self.desk.session, self.desk.now()
            self.keep(lambda: save_spell(session, spell, now), N_("The spell is saved."))

    def _read(self) -> Spell | None:
        """The spell as entered; None where something has to be looked at again, which is then said."""
        since, place, months = self.since.day, self.place.value(), self.months.value()
        elsewhere = self.here.value() is False
        self.since_field.problem("" if since else _("From when? A month or a year will do."))
        coded = len(place) == CODE_DIGITS and place.isascii() and place.isdigit()
        unnamed = elsewhere and not coded
        self.place_field.problem(_("Six digits name the place, so that it is not counted here.") if unnamed else "")
        counts = not months or (months.isascii() and months.isdigit())
        self.months_field.problem("" if counts else _("This is not a number of months."))
        person, kind = self.person.value(), self.kind.value()
        if since is None or person is None or kind is None or self.until.problem or unnamed or not counts:
            return None
        before = self._spell or Spell(SpellId(""), PersonId(person.id), kind, since)
        return replace(
            before, person=person.id, kind=kind, since=since, until=self.until.day, place=place if elsewhere else "",
            district=self.district.value(), scheme=(self.scheme.value() or "") if kind is SpellKind.INSURED else "",
            employer=self.employer.value(), months=int(months) if months else None, proof=self.proof.value(),
        )  # fmt: skip

    def _show(self, spell: Spell) -> None:
        self.person.choose(self._file.person(spell.person))
        self.kind.choose(spell.kind)
        self.since.show_day(spell.since)
        self.until.show_day(spell.until)
        self.here.choose(not spell.place)
        for line, text in (
            (self.place, spell.place), (self.district, spell.district), (self.employer, spell.employer),
            (self.months, "" if spell.months is None else f"{spell.months}"),
        ):  # fmt: skip
            line.setText(text)
        self.scheme.choose(spell.scheme or None)
        self.proof.choose(spell.proof)

    def _of_kind(self) -> None:
        kind = self.kind.value()
        self.place_field.setVisible(self.here.value() is False)
        self.scheme_field.setVisible(kind is SpellKind.INSURED)
        self.employer_field.setVisible(kind in (SpellKind.INSURED, SpellKind.EMPLOYED))

    def _where(self, here: bool) -> str:
        return city_name(self._file.case.city) or _("Here") if here else _("Elsewhere")

    def _paper(self, identity: DocumentId) -> str:
        paper = next(paper for paper in self._file.documents if paper.id == identity)
        return paper_name(paper.paper, paper.title)
