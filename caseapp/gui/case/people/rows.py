"""The people of a case: one row each, with what they are to the household and in the case."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import PersonId
from caseapp.domain.labels import label
from caseapp.domain.people import Person
from caseapp.gui.case.people.dialog import PersonDialog
from caseapp.gui.case.rows import Rows
from caseapp.gui.day.said import rough
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.text import Text, Words
from caseapp.i18n import N_, _


class PeoplePanel(QWidget):
    """Who belongs to the case, and a way to add somebody."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self._rows = Rows(spacing=4)
        self._rows.setObjectName("people_rows")
        add = Action(N_("Add a person"), lambda: self.edit(None), name="add_person", icon="add")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Words(N_("People"), "section"))
        column.addWidget(self._rows)
        column.addWidget(buttons(add))

    def show_case(self, file: CaseFile) -> None:
        """Show the people of a case."""
        self._file = file
        self._rows.fill([self._row(file, person) for person in file.people])

    def edit(self, person: PersonId | None) -> None:
        """Open the form of a person; of a new one, for None."""
        if self._file is not None:
            dialog = PersonDialog(self._desk, self._file, self._file.person(person), self)
            dialog.open()
            dialog.form.nickname.setFocus()

    def _row(self, file: CaseFile, person: Person) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(0)
        names = " · ".join(dict.fromkeys(filter(None, (person.called(), person.name))))
        words.addWidget(Text(names) if names else Words(N_("no name yet")))
        words.addWidget(Words(lambda: _about(file, person, self._desk), "small"))
        line.addLayout(words, 1)
        edit = Action(N_("Edit"), lambda: self.edit(person.id), name=f"edit_{person.id}", icon="edit", role="quiet")
        line.addWidget(edit)
        return row


def _about(file: CaseFile, person: Person, desk: Desk) -> str:
    """Relation, roles, age, registered place."""
    said = [_(label(entry.relation)) for entry in file.memberships if entry.person == person.id]
    said += [_(label(party.role)) for party in file.parties if party.person == person.id]
    age = person.age_on(desk.today())
    if age is not None:
        # Translators: the age of a person.
        said.append(_("{years} years old").format(years=age))
    elif person.born is not None:
        said.append(_("born {day}").format(day=rough(person.born)))
    return " · ".join((*dict.fromkeys(said), *filter(None, (person.hukou_place,))))
