"""Household and facts: who belongs to the case, what the rules ask of them, spells, and what the client agreed to."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.case.facts.consents import ConsentsPanel
from caseapp.gui.case.facts.questions import QuestionList
from caseapp.gui.case.facts.spells import SpellsPanel
from caseapp.gui.case.people.rows import PeoplePanel
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.desk import Desk
from caseapp.gui.parts.scrolled import scrolled

WIDEST = 820


class FactsTab(CaseTab):
    """One column: people, questions, spells, consents."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: CaseFile | None = None
        self.people = PeoplePanel(desk)
        self.questions = QuestionList(desk)
        self.spells = SpellsPanel(desk)
        self.consents = ConsentsPanel(desk)
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        inner = QVBoxLayout(content)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(24)
        for panel in (self.people, self.questions, self.spells, self.consents):
            inner.addWidget(panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.area = scrolled(content, name="facts_area")
        column.addWidget(self.area)

    def show_case(self, file: CaseFile) -> None:
        self._file = file
        for panel in (self.people, self.questions, self.spells, self.consents):
            panel.show_case(file)

    def arrive(self, what: object) -> None:
        """``what`` is the key of a fact to ask, "people" for the client's form, or "spell" for a new spell."""
        client = self._file.client() if self._file else None
        if what == "people":
            self.people.edit(client.id if client else None)
        elif what == "spell":
            self.spells.edit(None)
        elif isinstance(what, str):
            self.questions.go_to(what)
