"""Adding a person to the household of a case, or correcting one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Role
from caseapp.domain.ids import PersonId
from caseapp.domain.people import Person
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.case.people.form import PersonForm
from caseapp.gui.case.people.same import SamePersonDialog
from caseapp.gui.desk import Desk
from caseapp.gui.parts.asked_twice import AskedTwice
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key

if TYPE_CHECKING:
    from caseapp.work.problems import FieldProblem


class PersonDialog(FormDialog):
    """One person. What looks wrong is asked once; an identity number never keeps anybody from saving."""

    def __init__(self, desk: Desk, file: CaseFile, person: Person | None, parent: QWidget) -> None:
        self._file, self._person = file, person
        identity = person.id if person else None
        relation = next((entry.relation for entry in file.memberships if entry.person == identity), None)
        parties = tuple(party for party in file.parties if party.person == identity)
        self.form = PersonForm(desk, person, relation, parties)
        self._twice = AskedTwice()
        title = N_("Person") if person else N_("Add a person")
        key = draft_key("person", file.case.id, identity)
        super().__init__(title, desk, parent, self.form, N_("Save"), name="person_dialog", width=680, draft=key)
        self._towards = ""
        self.form.opened_case.connect(self._go_to)
        self.rejected.connect(self._went)
        if person is not None:
            self.form.add(
                buttons(Action(N_("Same person as …"), self._same, name="same_person_ask", icon="household", role="quiet"))
            )

    def entered(self) -> object:
        form = self.form
        return (
            form.person(), form.roles(), form.relation.value(), form.power.value(), form.power_until.line.text(),
            form.left_on.line.text(), form.born.line.text(),
        )  # fmt: skip

    def _same(self) -> None:
        """Whoever was entered twice; what is typed here has to be kept or left first."""
        if self._person is None:
            return
        if self.entered() != self._before:
            self.tell(_("Save what was typed here first, or go back without it."))
            return
        dialog = SamePersonDialog(self.desk, self._person, self)
        dialog.accepted.connect(self.accept)
        dialog.open()
        dialog.line.setFocus()

    def _go_to(self, case: str) -> None:
        """To another case, once nothing typed here is lost by it."""
        self._towards = case
        self.reject()

    def _went(self) -> None:
        if self._towards:
            self.desk.go("case", self._towards)

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
            same = N_("Somebody else in this casebook has the same identity number. Is it the same person?")
            asked.append(FieldProblem("id_number", same, asked=True))
        self.form.show_problems(asked)
        if self._twice.may_go_on(asked):
            self.keep(self._write(), N_("The person is saved."))

    def _write(self) -> Callable[[], object]:
        """What to save, read from the form now: the saving itself runs off the window's thread."""
        from caseapp.work.people import RoleForm, keep_person

        session, now, case, form = self.desk.session, self.desk.now(), self._file.case.id, self.form
        power, until = form.power.value(), form.power_until.exact_day
        roles = [RoleForm(role, power, until) for role in Role if role in form.roles()]
        person, relation, left_on = form.person(), form.relation.value(), form.left_on.day
        return lambda: keep_person(session, case, person, relation, roles, left_on, now)
