"""The form of one person: who they are, how to reach them safely, and what they are in this case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from caseapp.domain.cases import Party, Role
from caseapp.domain.ids import PersonId
from caseapp.domain.labels import label
from caseapp.domain.people import Person, Relation, Sex
from caseapp.gui.case.people.number_read import NumberRead
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.text import Expects
from caseapp.gui.desk import Desk
from caseapp.gui.parts.asked_twice import spoken_of
from caseapp.gui.parts.fields import Field, Form, beside
from caseapp.gui.parts.inputs import Choice, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Words
from caseapp.gui.perhaps_here import PerhapsHere
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.problems import FieldProblem


class PersonForm(Form):
    """Every field may stay empty: a case can begin with a nickname alone."""

    opened_case = Signal(str)
    """The case of somebody who may be the same person shall be opened."""

    def __init__(self, desk: Desk, person: Person | None, relation: Relation | None, parties: Sequence[Party]) -> None:
        super().__init__(spacing=12)
        self._person = person or Person(PersonId(""))
        self._known = {party.role: party for party in parties}
        self._fields_of_person(desk)
        self._fields_of_case(desk)
        self.here = PerhapsHere(desk, self.person, self.opened_case.emit, name="person_here")
        self._lay_out()
        self._show(relation)
        for line in (self.full_name, self.nickname, self.phone, self.id_number):
            line.textChanged.connect(lambda _text: self.here.look())
        self.born.changed.connect(lambda *_: self.here.look())

    def person(self) -> Person:
        """The person as entered."""
        return replace(
            self._person,
            name=self.full_name.value(),
            nickname=self.nickname.value(),
            sex=self.sex.value(),
            born=self.born.day,
            id_number=self.id_number.value(),
            phone=self.phone.value(),
            safe_contact=self.safe_contact.value(),
            hukou_place=self.hukou_place.value(),
            address=self.address.value(),
            postcode=self.postcode.value(),
            work_unit=self.work_unit.value(),
        )

    def roles(self) -> frozenset[Role]:
        """What the person is in the case."""
        return frozenset(role for role, tick in self.role_ticks.items() if tick.isChecked())

    def unread(self) -> DayEdit | None:
        """The first day that was typed and not understood."""
        return next((day for day in (self.born, self.power_until, self.left_on) if day.problem), None)

    def show_problems(self, found: Sequence[FieldProblem]) -> None:
        """Say below each field what to look at again."""
        said = spoken_of(found)
        for name, field in self.fields.items():
            field.problem(said.get(name, ""))
        first = next((self.fields[problem.field] for problem in found if problem.field in self.fields), None)
        if first is not None:
            first.editor.setFocus()

    def _fields_of_person(self, desk: Desk) -> None:
        self.nickname = Line(N_("what to call them, e.g. 小凡妈妈"), name="person_nickname")
        self.full_name = Line(N_("may stay empty for now"), name="person_name")
        self.sex = Choice(tuple(Sex), lambda sex: _(label(sex)), name="person_sex", empty=N_("not recorded"))
        self.born = DayEdit(desk.today, name="person_born")
        self.id_number = Line(name="person_id_number")
        self.number_read = NumberRead(self.id_number, name="person_number_read")
        self.phone = Line(name="person_phone")
        self.safe_contact = Line(N_("when, which number, what not to say"), name="person_safe_contact")
        self.hukou_place = Line(name="person_hukou_place")
        self.address, self.postcode = Line(name="person_address"), Line(name="person_postcode")
        self.work_unit = Line(name="person_work_unit")
        self.fields = {
            "name": Field(N_("Name"), self.full_name),
            "nickname": Field(N_("Called"), self.nickname),
            "born": Field(N_("Born"), self.born),
            "id_number": Field(N_("ID number"), self.id_number),
        }

    def _fields_of_case(self, desk: Desk) -> None:
        self.relation = Choice(tuple(Relation), lambda relation: _(label(relation)), name="person_relation")
        self.role_ticks = {role: Tick(label(role), name=f"role_{role.value}", on=role in self._known) for role in Role}
        self.power = Line(N_("which matters, how far"), name="person_power")
        self.power_until = DayEdit(desk.today, name="person_power_until", expects=Expects.FUTURE, exact_only=True)
        self.left_on = DayEdit(desk.today, name="person_left_on")
        self.power_fields = beside(
            Field(N_("Power of attorney: matters and scope"), self.power), Field(N_("Power ends"), self.power_until)
        )
        agent = self.role_ticks[Role.AGENT]
        agent.toggled.connect(self.power_fields.setVisible)
        if not agent.isChecked():
            self.power_fields.hide()
        self.left_field = Field(N_("No longer in the household since"), self.left_on)
        if not self._person.id:
            self.left_field.hide()

    def _lay_out(self) -> None:
        ticks = [self.role_ticks[role] for role in Role]
        for part in (
            beside(self.fields["nickname"], self.fields["name"]),
            self.here,
            beside(Field(N_("In the household"), self.relation), Field(N_("Sex"), self.sex)),
            Words(N_("In this case"), "label"),
            beside(*ticks[:3]),
            beside(*ticks[3:]),
            self.power_fields,
            self.fields["born"],
            self.fields["id_number"],
            self.number_read,
            beside(Field(N_("Phone"), self.phone), Field(N_("Safe contact"), self.safe_contact)),
            Field(N_("Registered place"), self.hukou_place),
            beside(Field(N_("Address"), self.address), Field(N_("Postcode"), self.postcode), stretch=(3, 1)),
            Field(N_("Employer"), self.work_unit),
            self.left_field,
        ):
            self.add(part)

    def _show(self, relation: Relation | None) -> None:
        person = self._person
        self.relation.choose(relation or Relation.CHILD)
        self.sex.choose(person.sex)
        self.born.show_day(person.born)
        for line, text in (
            (self.full_name, person.name), (self.nickname, person.nickname), (self.id_number, person.id_number),
            (self.phone, person.phone), (self.safe_contact, person.safe_contact), (self.address, person.address),
            (self.hukou_place, person.hukou_place), (self.postcode, person.postcode), (self.work_unit, person.work_unit),
        ):  # fmt: skip
            line.setText(text)
        agent = self._known.get(Role.AGENT)
        if agent:
            self.power.setText(agent.power)
            self.power_until.show_day(agent.power_until)
