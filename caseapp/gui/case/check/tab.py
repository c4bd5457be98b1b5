"""Check: the rules of a day held against what is on record, for a day and programme one chooses."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.both import in_language
from caseapp.gui.case.check.programme import ProgrammeView
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.day_edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.empty import EmptyPage
from caseapp.gui.fields import Field, beside
from caseapp.gui.inputs import Choice
from caseapp.gui.scrolled import scrolled
from caseapp.gui.soon import Soon
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.letters.say_finding import both
from caseapp.policy.plan import Plan, ProgrammePlan

WIDEST = 1080
DAY_WIDTH = 130


class CheckTab(CaseTab):
    """Shows one programme of the plan at a time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: CaseFile | None = None
        self._plan: Plan | None = None
        self._unfolded: set[str] = set()
        self.day = DayEdit(desk.today, name="check_day", exact_only=True)
        self.day.line.setFixedWidth(DAY_WIDTH)
        self.programme: Choice[str] = Choice((), self._name, name="check_programme")
        self.view: ProgrammeView | None = None
        self._lay_out()
        soon = Soon(self, self._check)
        self.day.changed.connect(soon.ask)
        self.programme.chosen.connect(self._show_programme)

    def show_case(self, file: CaseFile) -> None:
        if self._file is None or self._file.case.as_of != file.case.as_of:
            self.day.blockSignals(True)
            self.day.show_day(file.judged_on(self.desk.today()))
            self.day.blockSignals(False)
        self._file = file
        self._check()

    def _check(self) -> None:
        from caseapp.work.check import plan_case

        file, day, session = self._file, self.day.exact_day, self.desk.session
        if file is None or day is None:
            return
        case = file.case.id
        self.desk.read(self, lambda: (day, plan_case(session, case, day)), lambda found: self._show(*found))

    def _show(self, day: date, plan: Plan | None) -> None:
        if day != self.day.exact_day:
            return
        self._plan = plan
        if plan is None:
            self._stack.setCurrentWidget(self._no_rules)
            return
        names = [one.check.programme.id for one in plan.programmes]
        self.programme.offer(names)
        self._programme_field.setVisible(bool(names))
        self._stack.setCurrentWidget(self._found if names else self._none_in_force)
        self._show_programme()

    def _show_programme(self) -> None:
        file, plan, one = self._file, self._plan, self._one(self.programme.value())
        if file is None or plan is None or one is None:
            return
        view = ProgrammeView(file, plan, one, self._unfolded, lambda fact: self.went.emit("facts", fact))
        if self.view is not None:
            self._column.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        self.view = view
        self._column.insertWidget(0, view)

    def _one(self, programme: str | None) -> ProgrammePlan | None:
        return self._plan.of(programme) if self._plan and programme else None

    def _name(self, programme: str) -> str:
        one = self._one(programme)
        return in_language(both(one.check.programme.name)) if one else programme

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(1)
        self._found = scrolled(content, name="check_area")
        self._no_rules = EmptyPage(
            N_("No rules are stored for this city. Record the rule the office cited with the visit: its title and number.")
        )
        self._none_in_force = EmptyPage(
            N_("On this day no rule of this service was in force here, as far as the rules are known. Choose another day.")
        )
        self._stack = QStackedWidget()
        for page in (self._found, self._no_rules, self._none_in_force):
            self._stack.addWidget(page)
        self._programme_field = Field(N_("Programme"), self.programme)
        # Translators: the day whose rules are held against the record.
        head = beside(Field(N_("Rules of"), self.day), self._programme_field, stretch=(2, 3))
        head.setMaximumWidth(WIDEST + 2 * tokens.PAGE_MARGIN)
        head.layout().setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, tokens.PAGE_MARGIN, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
