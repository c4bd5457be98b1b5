"""Two entries of one person made one: what only one of them says is kept, what both say differently is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.people import Person
from caseapp.gui.case.rows import Rows
from caseapp.gui.day.said import rough
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _, screen
from caseapp.work.history import say_value

if TYPE_CHECKING:
    from caseapp.work.duplicates import Match
    from caseapp.work.merge_people import Difference, Merged


class SamePersonDialog(Dialog):
    """First whom, then what. The entry the dialog was opened from is the one that stays."""

    def __init__(self, desk: Desk, person: Person, parent: QWidget) -> None:
        super().__init__(N_("Same person as …"), parent, name="same_person", width=600)
        self.desk, self._person = desk, person
        self._other: Person | None = None
        self._choices: dict[str, QRadioButton] = {}
        self.line = Line(N_("Name, pinyin or part of a number"), name="same_person_line")
        self.people, self.differing = Rows(spacing=2), Rows(spacing=8)
        self.words = Words(N_("Who is the same person? Look at birthday and number, too, not at the name alone."))
        self.add(self.words)
        self.add(self.line)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.people)
        column.addWidget(self.differing)
        column.addStretch(1)
        area = scrolled(holder, name="same_person_area")
        area.setMinimumHeight(240)
        self.add(area)
        self.step = Action(N_("Make them one"), self._merge, name="same_person_do", role="primary")
        self.step.setEnabled(False)
        self.foot(self.step, Action(N_("Go back"), self.reject, name="same_person_back"))
        self._soon = Soon(self, self._search)
        self.line.textChanged.connect(lambda _text: self._soon.ask())
        self._search()

    def _search(self) -> None:
        from caseapp.work.duplicates import people_found, possible_duplicates

        session, person, typed = self.desk.session, self._person, self.line.value()

        def look() -> Sequence[Match]:
            return people_found(session, typed, person.id) if typed else possible_duplicates(session, person)

        self.desk.read(self, lambda: (typed, look()), lambda found: self._offer(*found))

    def _offer(self, typed: str, found: Sequence[Match]) -> None:
        if typed != self.line.value() or self._other is not None:
            return
        self.people.fill([self._person_row(match) for match in found])
        if not found and typed:
            self.people.fill([Words(N_("Nobody fits."), "soft")])

    def _person_row(self, match: Match) -> QWidget:
        def told() -> str:
            born = rough(match.person.born) if match.person.born else ""
            return _unmarked(" · ".join(filter(None, (match.line(screen()), born))))

        return buttons(Action(told, lambda: self._choose(match.person), name="same_person_choice", role="quiet"))

    def _choose(self, other: Person) -> None:
        from caseapp.work.merge_people import differences

        self._other = other
        for part in (self.people, self.line):
            part.hide()
        found = differences(self._person, other)
        self.words.say(
            N_("Both entries say this, and not the same. Choose what is right; the rest of both is kept.") if found
            else N_("The two entries contradict each other nowhere. Everything of both is kept.")
        )  # fmt: skip
        self.differing.fill([self._difference(one) for one in found])
        self.step.setEnabled(True)
        self.step.setFocus()

    def _difference(self, found: Difference) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        group = QButtonGroup(holder)
        column.addWidget(Words(lambda: " · ".join(_(label) for label, _kept, _other in found.fields), "label"))
        for at, name in ((1, "kept"), (2, "other")):
            button = QRadioButton(_unmarked(" · ".join(_told(entry[at]) for entry in found.fields if entry[at])) or "—")
            button.setObjectName(f"same_{found.register}_{name}")
            button.setChecked(at == 1)
            group.addButton(button)
            column.addWidget(button)
            if name == "other":
                self._choices[found.register] = button
        return holder

    def _merge(self) -> None:
        from caseapp.work.merge_people import merge_people

        if self._other is None:
            return
        self.step.setEnabled(False)
        chosen = frozenset(register for register, button in self._choices.items() if button.isChecked())
        session, kept, other, now = self.desk.session, self._person.id, self._other.id, self.desk.now()
        self.desk.write(self, lambda: merge_people(session, kept, other, chosen, now), self._merged, self._not_merged)

    def _merged(self, merged: Merged) -> None:
        from caseapp.work.history import undo

        desk = self.desk

        def back() -> None:
            session, now = desk.session, desk.now()
            desk.write(
                desk,
                lambda: undo(session, merged.changeset, now),
                lambda _none: desk.say(N_("They are two entries again.")),
            )

        desk.say(N_("The two entries are one. The history of their cases can take it back."), back)
        self.accept()

    def _not_merged(self, error: Exception) -> None:
        self.step.setEnabled(True)
        self.desk.fail(error)


def _told(value: object) -> str:
    if isinstance(value, ImpreciseDay):
        return rough(value)
    return _(say_value(value)) if isinstance(value, Enum) else str(value)


def _unmarked(text: str) -> str:
    """An ampersand in a name is no key to press."""
    return text.replace("&", "&&")
