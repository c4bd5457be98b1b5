"""Adding a person to the household of a case, or correcting one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Role
from caseapp.domain.ids import PersonId
from caseapp.domain.people import Person
from caseapp.gui.asked_twice import AskedTwice
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.case.people_form import PersonForm
from caseapp.gui.desk import Desk
from caseapp.i18n import N_

if TYPE_CHECKING:
    from caseapp.work.problems import FieldProblem


class PersonDialog(FormDialog):
    """One person. What looks wrong is asked once; an identity number never keeps anybody from saving."""

    def __init__(self, desk: Desk, file: CaseFile, person: Person | None, parent: QWidget) -> None:
        self._file, self._person = file, person
        identity = person.id if person else None
        self._membership = next((entry for entry in file.memberships if entry.person == identity), None)
        self._parties = {party.role: party for party in file.parties if party.person == identity}
        relation = self._membership.relation if self._membership else None
        self.form = PersonForm(desk, person, relation, tuple(self._parties.values()))
        self._twice = AskedTwice()
        title = N_("Person") if person else N_("Add a person")
        super().__init__(title, desk, parent, self.form, N_("Save"), name="person_dialog", width=680)

    def entered(self) -> object:
        form = self.form
        return (
            form.person(), form.roles(), form.relation.value(), form.power.value(), form.power_until.line.text(),
            form.left_on.line.text(), form.born.line.text(),
        )  # fmt: skip

    def save(self) -> None:
        from caseapp.work.people import problems, same_number

        unread = self.form.unread()
        if unread is not None:
            unread.setFocus()
            return
        person, session, today = self.form.person(), self.desk.session, self.desk.today()
        self.desk.read(
            self, lambda: (problems(person, today), same_number(session, person)), lambda found: self._looked_at(*found)
        )

    def _looked_at(self, found: Sequence[FieldProblem], others: Sequence[PersonId]) -> None:
        from caseapp.work.problems import FieldProblem

        asked = list(found)
        if others:
            same = N_("Somebody else in this casebook has the same identity number. Is it the same person? Look once more.")
            asked.append(FieldProblem("id_number", same, asked=True))
        self.form.show_problems(asked)
        if self._twice.may_go_on(asked):
            self.keep(self._write, N_("The person is saved."))

    def _write(self) -> None:
        from caseapp.work.cases import save
        from caseapp.work.people import add_member, end_membership, save_person

        session, now, case = self.desk.session, self.desk.now(), self._file.case.id
        person, relation, member = self.form.person(), self.form.relation.value(), self._membership
        if self._person is None and relation is not None:
            self._write_roles(add_member(session, case, person, relation, now=now))
            return
        save_person(session, person, now)
        if member is not None and relation is not None:
            if relation is not member.relation:
                member = replace(member, relation=relation)
                save(session, member, N_("Relation in the household changed"), now)
            if self.form.left_on.day:
                end_membership(session, member, self.form.left_on.day, now)
        self._write_roles(person.id)

    def _write_roles(self, person: PersonId) -> None:
        from caseapp.work.people import end_party, set_party

        session, now, case = self.desk.session, self.desk.now(), self._file.case.id
        chosen = self.form.roles()
        for role in Role:
            known = self._parties.get(role)
            agent = role is Role.AGENT
            power = self.form.power.value() if agent else ""
            until = self.form.power_until.exact_day if agent else None
            if role in chosen and (known is None or (known.power, known.power_until) != (power, until)):
                set_party(session, case, person, role, power=power, power_until=until, now=now)
            elif known is not None and role not in chosen:
                end_party(session, known.id, now)
