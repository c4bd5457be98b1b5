"""Check: the rules of a day held against what is on record, for a day and programme one chooses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.case.check.by_hand import RulesByHand
from caseapp.gui.case.check.programme import ProgrammeView
from caseapp.gui.case.check.programmes import Programmes
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.fields import Field
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.sections import notice
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.letters.say.finding import NO_CITY_RULES
from caseapp.policy.by_hand import is_by_hand
from caseapp.policy.planning.plan import Plan, ProgrammePlan
from caseapp.work.check import CaseCheck
from caseapp.work.rules_of_case import ruled_by
from caseapp.work.session import Session

WIDEST = 1080
DAY_WIDTH = 130


class CheckTab(CaseTab):
    """Shows one programme of the plan at a time, and below it the rules entered by hand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: CaseFile | None = None
        self._plan: Plan | None = None
        self._unfolded: set[str] = set()
        self.day = DayEdit(desk.today, name="check_day", exact_only=True)
        self.day.line.setFixedWidth(DAY_WIDTH)
        self.programmes = Programmes()
        self.by_hand = RulesByHand(desk)
        self.view: ProgrammeView | None = None
        self._lay_out()
        soon = Soon(self, self._check)
        self.day.changed.connect(soon.ask)
        self.programmes.chosen.connect(lambda _programme: self._show_programme())

    def show_case(self, file: CaseFile) -> None:
        if self._file is None or self._file.case.as_of != file.case.as_of:
            self.day.blockSignals(True)
            self.day.show_day(file.judged_on(self.desk.today()))
            self.day.blockSignals(False)
        self._file = file
        self.by_hand.show_case(file)
        self._check()

    def arrive(self, what: object) -> None:
        """``what`` is the id of a programme to show."""
        if isinstance(what, str) and what:
            self.programmes.choose(what)

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
        of_city = not isinstance(plan.checked, CaseCheck) or plan.checked.of_city
        self._elsewhere.setVisible(not of_city)
        self.programmes.show_plan(plan)
        none = self._none_in_force if of_city else self._no_rules
        self._stack.setCurrentWidget(self._found if plan.programmes else none)
        self._show_programme()

    def _show_programme(self) -> None:
        file, plan, one = self._file, self._plan, self._one(self.programmes.value())
        if file is None or plan is None or one is None:
            return
        view = ProgrammeView(
            file, plan, one, self._unfolded, lambda fact: self.went.emit("facts", fact), self._reader(file, one)
        )
        if self.view is not None:
            self._column.removeWidget(self.view)
            self.view.hide()
            self.view.deleteLater()
        self.view = view
        self._column.insertWidget(self._column.indexOf(self.programmes) + 1, view)
        view.show()

    def _reader(self, file: CaseFile, one: ProgrammePlan) -> Callable[[], object]:
        """What opens the rule itself: the form it was entered with, or its page."""
        programme = one.check.programme.id
        if is_by_hand(programme):
            return lambda: self.by_hand.correct(programme)
        session, city = self.desk.session, file.case.city
        return lambda: self.desk.read(
            self,
            lambda: _place_of(session, city, programme),
            lambda place: self.desk.go("policies", ("rules", (place, programme))),
        )

    def _one(self, programme: str | None) -> ProgrammePlan | None:
        return self._plan.of(programme) if self._plan and programme else None

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(WIDEST)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        of_nation = Words(NO_CITY_RULES)
        of_nation.setObjectName("check_no_city_rules")
        self._elsewhere = notice(of_nation)
        self._elsewhere.hide()
        self._column.addWidget(self._elsewhere)
        self._column.addWidget(self.programmes)
        self._column.addWidget(self.by_hand)
        self._column.addStretch(1)
        self._found = scrolled(content, name="check_area")
        self._no_rules = EmptyPage(
            N_("No rules are stored for this city. You can enter the rule the office cited: photo, number, date."),
            self._enter("enter_first_rule"),
        )
        self._none_in_force = EmptyPage(
            N_(
                "On this day no rule of this service was in force here, as far as the rules are known. Choose another day, "
                "or enter the rule the office cited."
            ),
            self._enter("enter_rule_of_day"),
        )
        self._stack = QStackedWidget()
        for page in (self._found, self._no_rules, self._none_in_force):
            self._stack.addWidget(page)
        head = QHBoxLayout()
        head.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, tokens.PAGE_MARGIN, 0)
        # Translators: the day whose rules are held against the record.
        head.addWidget(Field(N_("Rules of"), self.day))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _enter(self, name: str) -> Action:
        return Action(N_("Enter rule"), self.by_hand.enter, name=name, icon="add", role="primary")


def _place_of(session: Session, city: str, programme: str) -> str:
    """The place whose rule it is: the city of a case, or one it lies in."""
    packs = (session.pack(place) for place in ruled_by(city))
    return next((pack.place.id for pack in packs if pack is not None and pack.programme(programme)), city)
