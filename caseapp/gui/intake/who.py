"""Step 2: who it is, the story, by when help is useful, two consents. All but a way to call the client can wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from caseapp.domain.cases import Service
from caseapp.domain.ids import PersonId
from caseapp.domain.labels import label
from caseapp.domain.people import Person
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.text import Expects
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form, beside
from caseapp.gui.parts.inputs import Choice, Paragraph, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Words
from caseapp.gui.perhaps_here import PerhapsHere
from caseapp.gui.places import CityEdit
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.intake import IntakeForm


class WhoAndStory(Form):
    """The second step."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=12)
        self._people(desk)
        self._story(desk)
        self._consents()
        self.child.toggled.connect(self._with_child)
        self._with_child(False)
        for signal in (
            self.name.textChanged, self.nickname.textChanged, self.phone.textChanged, self.safe_contact.textChanged,
            self.story.textChanged, self.request.textChanged, self.useful_until.changed, self.fallback.textChanged,
            self.child_born.changed, self.contact.toggled, self.district.textChanged, self.service.chosen,
        ):  # fmt: skip
            signal.connect(lambda *_values: self.changed.emit())
        self.changed.connect(self.client_here.look)
        self.changed.connect(self.child_here.look)
        self.child_nickname.textChanged.connect(lambda _text: self.child_here.look())

    def _people(self, desk: Desk) -> None:
        self.nickname = Line(N_("what to call them, e.g. 小凡妈妈"), name="client_nickname")
        self.name = Line(N_("may stay empty for now"), name="client_name")
        self.phone = Line(name="client_phone")
        self.safe_contact = Line(N_("when, which number, what not to say"), name="client_safe_contact")
        self.child = Tick(N_("The matter is a child's"), name="applicant_is_child")
        self.child_nickname = Line(N_("e.g. 孩子甲"), name="child_nickname")
        self.child_born = DayEdit(desk.today, name="child_born")
        self.city, self.district = CityEdit(name="case_city"), Line(name="case_district")
        self.city.show_city(desk.session.profile.city)
        self.district.setText(desk.session.profile.district)
        self.service = Choice(
            tuple(Service), lambda value: _(label(value)), name="case_service", empty=N_("choose")
        )  # fmt: skip
        self.name_field = Field(N_("Name"), self.name)
        self.nickname_field = Field(N_("Called"), self.nickname)
        self.phone_field = Field(N_("Phone"), self.phone)
        self.child_name_field = Field(N_("What to call the child"), self.child_nickname)
        self.child_born_field = Field(N_("The child's day of birth"), self.child_born)
        self.district_field = Field(N_("District"), self.district)
        self.child_fields = beside(self.child_name_field, self.child_born_field, stretch=(2, 3))
        self.client_here = PerhapsHere(desk, self.client_typed, lambda case: desk.go("case", case), name="client_here")
        self.child_here = PerhapsHere(desk, self.child_typed, lambda case: desk.go("case", case), name="child_here")
        for part in (
            Words(N_("Who"), "section"),
            beside(self.nickname_field, self.name_field),
            beside(self.phone_field, Field(N_("Safe contact"), self.safe_contact)),
            self.client_here,
            self.child,
            self.child_fields,
            self.child_here,
            beside(
                Field(N_("Service"), self.service),
                Field(N_("City"), self.city),
                self.district_field,
            ),
        ):
            self.add(part)

    def _story(self, desk: Desk) -> None:
        self.story = Paragraph(N_("What happened, in the order it happened"), name="case_story", lines=6)
        self.request = Paragraph(N_("What the family wants to reach"), name="case_request", lines=2)
        self.useful_until = DayEdit(desk.today, name="useful_until", expects=Expects.FUTURE, exact_only=True)
        self.fallback = Line(N_("e.g. register with a licensed private school"), name="fallback")
        self.fallback_by = DayEdit(desk.today, name="fallback_by", expects=Expects.FUTURE, exact_only=True)
        self.useful_field = Field(
            N_("Useful until"),
            self.useful_until,
            hint=N_("The day after which help comes too late: term starts, an operation."),
        )
        self.fallback_field = Field(N_("Fallback by"), self.fallback_by)
        for part in (
            Words(N_("What happened"), "section"),
            Field(N_("Story"), self.story),
            Field(N_("What is asked for"), self.request),
            self.useful_field,
            Field(N_("Fallback"), self.fallback),
            self.fallback_field,
        ):
            self.add(part)

    def _consents(self) -> None:
        self.keep = Tick(N_("The client agrees that we keep this case"), name="consent_keep")
        self.contact = Tick(N_("The client agrees that we get in touch"), name="consent_contact")
        self.keep_field = Field(N_("Everything else is asked when it is needed."), self.keep)
        for part in (Words(N_("Consent"), "section"), self.keep_field, self.contact):
            self.add(part)

    def _with_child(self, on: bool) -> None:
        self.child_fields.setVisible(on)

    @property
    def fields(self) -> dict[str, Field]:
        """The fields that can be told to look at again, by the names problems use."""
        return {
            "client_nickname": self.nickname_field,
            "client_name": self.name_field,
            "client_phone": self.phone_field,
            "child_nickname": self.child_name_field,
            "child_born": self.child_born_field,
            "district": self.district_field,
            "useful_until": self.useful_field,
            "fallback_by": self.fallback_field,
            "consent_keep": self.keep_field,
        }

    def client_typed(self) -> Person:
        """The client as far as entered."""
        return Person(PersonId(""), self.name.value(), self.nickname.value(), phone=self.phone.value())

    def child_typed(self) -> Person:
        """The child as far as entered; nobody while the matter is not a child's."""
        if not self.child.isChecked():
            return Person(PersonId(""))
        return Person(PersonId(""), nickname=self.child_nickname.value(), born=self.child_born.day)

    def unread(self) -> DayEdit | None:
        """The first field whose text is no day."""
        return next((day for day in (self.child_born, self.useful_until, self.fallback_by) if day.problem), None)

    def fill(self, form: IntakeForm) -> IntakeForm:
        """``form`` with what was entered here."""
        child = self.child.isChecked()
        return replace(
            form,
            city=self.city.city(),
            district=self.district.value(),
            service=self.service.value() or Service.OTHER,
            client_name=self.name.value(),
            client_nickname=self.nickname.value(),
            client_phone=self.phone.value(),
            client_safe_contact=self.safe_contact.value(),
            child_nickname=self.child_nickname.value() if child else "",
            child_born=self.child_born.day if child else None,
            applicant_is_child=child,
            story=self.story.value(),
            request=self.request.value(),
            useful_until=self.useful_until.exact_day,
            fallback=self.fallback.value(),
            fallback_by=self.fallback_by.exact_day,
            consent_keep=self.keep.isChecked(),
            consent_contact=self.contact.isChecked(),
        )

    def show_form(self, form: IntakeForm) -> None:
        """Show what is known from an enquiry already."""
        self.city.show_city(form.city)
        self.service.choose(form.service)
        self.story.setPlainText(form.story)
