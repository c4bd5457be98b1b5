"""The 20-minute path as one page: a first-time volunteer ends with a card in hand (PRACTICE U4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.cases import Enquiry
from caseapp.domain.ids import CaseId
from caseapp.gui.desk import Desk
from caseapp.gui.drafts.keeper import DraftKeeper
from caseapp.gui.intake.card import CardStep
from caseapp.gui.intake.five import FiveQuestions
from caseapp.gui.intake.later import LaterList
from caseapp.gui.intake.open_items import open_items
from caseapp.gui.intake.running_panel import RunningPanel
from caseapp.gui.intake.steps import Steps
from caseapp.gui.intake.who import WhoAndStory
from caseapp.gui.pages import Page
from caseapp.gui.parts.asked_twice import AskedTwice, spoken_of
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.gui.visit.form import VisitEntry
from caseapp.i18n import N_
from caseapp.work import drafts

if TYPE_CHECKING:
    from caseapp.work.intake import IntakeForm
    from caseapp.work.problems import FieldProblem

NAMES = (N_("Five questions"), N_("Who and what"), N_("One visit"), N_("Prompt card"))
FIVE, WHO, VISIT, CARD = range(4)
ROOM_FOR_LATER = 860


class IntakePage(Page):
    """One path at a time; a new one begins when the page is reached again after the last was finished."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.go_on)
        self._begin()

    def arrive(self, what: object) -> None:
        if isinstance(what, Enquiry):
            self._begin(what)
        elif self.at == CARD:
            self._begin()
        self._focus()

    def _begin(self, enquiry: Enquiry | None = None) -> None:
        """A new path, empty or with what an enquiry tells. What the last one showed is put aside and destroyed."""
        if self._body is not None:
            self.draft.put_aside()
            self.visit.draft.put_aside()
            self._column.removeWidget(self._body)
            self._body.setParent(None)  # so that nothing finds the old fields while they wait to go
            self._body.deleteLater()
        self.case: CaseId | None = None
        self.at = FIVE
        self._enquiry = enquiry
        self._visited = False
        self._twice = AskedTwice()
        self.five = FiveQuestions(self.desk.today)
        self.who = WhoAndStory(self.desk)
        self.visit = VisitEntry(self.desk, lambda: self.case)
        self.card = CardStep(self.desk, self._open_case)
        self.running = RunningPanel(self.desk.today)
        self.later = LaterList()
        self.draft = DraftKeeper(self.desk, self.who, self.five, self.who)
        self._body = self._lay_out()
        self._column.addWidget(self._body)
        self._soon = Soon(self._body, self._look_for_periods)
        self.five.changed.connect(self._soon.ask)
        self.who.service.chosen.connect(self._soon.ask)
        for signal in (self.five.changed, self.who.changed):
            signal.connect(self._list_open)
        self.visit.saved.connect(lambda _visit: self._visit_saved())
        self.draft.returned.connect(self._go_on_where_it_was)
        self._show_step(FIVE)
        self._keep_what_is_typed(enquiry)

    def _keep_what_is_typed(self, enquiry: Enquiry | None) -> None:
        if enquiry is not None:
            from caseapp.work.enquiries import form_from

            self.who.show_form(form_from(enquiry))
        self.draft.begin(drafts.draft_key(drafts.INTAKE, enquiry.id) if enquiry else drafts.INTAKE)

    def _go_on_where_it_was(self, names: Sequence[str]) -> None:
        """Something of the second step came back: that is where the typing went on."""
        if self.at == FIVE and not all(name.startswith("five_") for name in names):
            self._show_step(WHO)

    def _lay_out(self) -> QWidget:
        self.steps = Steps(NAMES)
        self.stack = QStackedWidget()
        for step in (scrolled(self.five), scrolled(self.who), scrolled(self.visit), self.card):
            self.stack.addWidget(step)
        self.next = Action(N_("Next"), self.go_on, name="intake_next", role="primary", icon="next")
        self.skip = Action(N_("No visit yet, show the card"), self._show_card, name="intake_skip")
        self.back = Action(N_("Back"), lambda: self._show_step(self.at - 1), name="intake_back")
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(8)
        for part in (self.next, self.skip, self.back):
            foot.addWidget(part)
        foot.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 4)
        head.setSpacing(8)
        for part in (Words(N_("New case"), "title"), self.steps, self.draft.line, self.running):
            head.addWidget(part)
        path = QVBoxLayout()
        path.setSpacing(4)
        path.addLayout(head)
        path.addWidget(self.stack, 1)
        path.addLayout(foot)
        side = QVBoxLayout()
        side.setContentsMargins(0, 12, 16, 12)
        side.addWidget(self.later)
        side.addStretch(1)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(path, 1)
        row.addLayout(side)
        return body

    def go_on(self) -> None:
        """The next step."""
        if self.at == FIVE:
            self._leave_five()
        elif self.at == WHO:
            self._leave_who()
        elif self.at == VISIT:
            self.visit.save()

    def form(self) -> IntakeForm:
        """What was entered in the first two steps."""
        from caseapp.work.intake import IntakeForm

        return self.who.fill(IntakeForm(five=self.five.five()))

    def _leave_five(self) -> None:
        unread = self.five.unread()
        if unread is not None:
            unread.setFocus()
            return
        from caseapp.work.intake import problems

        found = [problem for problem in problems(self.form(), self.desk.today()) if problem.field in self.five.fields]
        self._say(found)
        if not found:
            self._show_step(WHO)

    def _leave_who(self) -> None:
        from caseapp.work.enquiries import enquiry_to_case
        from caseapp.work.intake import begin_case, problems

        unread = self.who.unread()
        if unread is not None:
            unread.setFocus()
            return
        form, session, now, enquiry = self.form(), self.desk.session, self.desk.now(), self._enquiry
        found = problems(form, now.date())
        self._say(found)
        if not self._twice.may_go_on(found):
            return
        self.next.setEnabled(False)

        def write() -> CaseId:
            return enquiry_to_case(session, enquiry.id, form, now) if enquiry else begin_case(session, form, now)

        self.desk.write(self._owner(), self.draft.saving(write), self._begun, self._not_begun)

    def _begun(self, case: CaseId) -> None:
        from caseapp.work.cases import case_file

        self.next.setEnabled(True)
        self.case = case
        self.desk.say(N_("The case is kept. A visit and the card can follow now or later."))
        self.draft.put_aside()
        self.visit.draft.begin(drafts.draft_key(drafts.VISIT, case, None))
        self._show_step(VISIT)
        session = self.desk.session
        self.desk.read(self.visit, lambda: case_file(session, case), self.visit.know)

    def _not_begun(self, error: Exception) -> None:
        self.next.setEnabled(True)
        self.desk.fail(error)

    def _visit_saved(self) -> None:
        self._visited = True
        self._list_open()
        self._show_card()

    def _show_card(self) -> None:
        self._show_step(CARD)
        if self.case:
            self.card.show_case(self.case)

    def _open_case(self) -> None:
        self.desk.go("case", self.case)

    def _show_step(self, at: int) -> None:
        self.at = at
        self.steps.mark(at)
        self.running.keep_short(at != FIVE)
        self.stack.setCurrentIndex(at)
        self.next.setVisible(at != CARD)
        # Translators: button that keeps the first two steps as a case.
        self.next.say({WHO: N_("Keep the case, go on"), VISIT: N_("Record visit")}.get(at, N_("Next")))
        self.back.setVisible(at == WHO)
        self.skip.setVisible(at == VISIT)
        self._list_open()
        self._focus()

    def _focus(self) -> None:
        first = {FIVE: self.five.first, WHO: self.who.nickname, VISIT: self.visit.day, CARD: self.card.print}
        first[self.at].setFocus()

    def _say(self, found: Sequence[FieldProblem]) -> None:
        """Below each field what to look at again; the cursor goes to the first, on whichever step it stands."""
        said = spoken_of(found)
        fields = {**self.five.fields, **self.who.fields}
        for name, field in fields.items():
            field.problem(said.get(name, ""))
        first = next((problem.field for problem in found if problem.field in fields), None)
        if first is not None:
            self._show_step(FIVE if first in self.five.fields else WHO)
            fields[first].editor.setFocus()

    def _look_for_periods(self) -> None:
        from caseapp.work.intake import running_periods

        five, service, today = self.five.five(), self.who.service.value(), self.desk.today()
        self.desk.read(self._owner(), lambda: running_periods(five, today, service), self.running.show_running)

    def _list_open(self) -> None:
        self.later.show_items(open_items(self.form(), visited=self._visited, visit_due=self.at > WHO))

    def _owner(self) -> QWidget:
        return self._body or self

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.later.setVisible(self.width() >= ROOM_FOR_LATER)
