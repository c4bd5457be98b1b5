"""Overview of a case: the one next step, what happened so far, and beside it what the case is about."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.case.area import reading_area
from caseapp.gui.case.overview.next import NextStepCard
from caseapp.gui.case.overview.side import OverviewSide
from caseapp.gui.case.overview.timeline import TimelineView
from caseapp.gui.case.page_keys import RECORD
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.case.tabs import has_tab
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.law.ladder import Ladder

SIDE_WIDTH = 288
WIDEST = 1080


class OverviewTab(CaseTab):
    """The next step on top, the timeline below it, the case's own days and words at the side."""

    moves_on = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: CaseFile | None = None
        self.next = NextStepCard(desk)
        self.timeline = TimelineView(desk.today)
        self.side = OverviewSide(desk)
        self.next.went.connect(self.went)
        self.timeline.chosen.connect(self.went)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._area = self._scrolled()
        column.addWidget(self._area, 1)
        column.addWidget(self._foot())

    def show_case(self, file: CaseFile) -> None:
        from caseapp.work.deadlines import ladder_of

        if self._file is not None and self._file.case.id != file.case.id:
            self.next.hide()
            self._area.verticalScrollBar().setValue(0)
        self._file = file
        on = self.desk.today()
        self.timeline.show_case(file)
        self.desk.derive(self, lambda: (file, ladder_of(file, on)), lambda found: self._show_ladder(*found))
        self.side.show_case(file)

    def steps_ahead(self) -> Iterator[object]:
        return self.timeline.steps_ahead()

    def _show_ladder(self, file: CaseFile, ladder: Ladder) -> None:
        if file is self._file:
            self.next.show_case(file, ladder)

    def _scrolled(self) -> QScrollArea:
        main = QVBoxLayout()
        main.setSpacing(tokens.PAGE_MARGIN)
        main.addWidget(self.next)
        # Translators: visits, papers and letters of a case in the order of their days.
        main.addWidget(Words(N_("Timeline"), "section"))
        main.addWidget(self.timeline)
        main.addStretch(1)
        self.side.setFixedWidth(SIDE_WIDTH)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(tokens.PAGE_MARGIN, 12, tokens.PAGE_MARGIN, tokens.PAGE_MARGIN)
        row.setSpacing(24)
        row.addLayout(main, 1)
        row.addWidget(self.side, 0, Qt.AlignmentFlag.AlignTop)
        return reading_area(content, WIDEST, name="overview_area")

    def _foot(self) -> QFrame:
        """What one does most often, always in sight."""
        foot = QFrame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, tokens.PAGE_MARGIN, tokens.GRID)
        row.setSpacing(tokens.GRID)
        buttons = (
            ("visits", RECORD, Action(N_("Record visit"), name="overview_record_visit", icon="visit")),
            ("documents", "add", Action(N_("Add document"), name="overview_add_document", icon="document")),
            ("letters", "prompt_card", Action(N_("Print prompt card"), name="overview_print_card", icon="print")),
        )
        for tab, what, button in buttons:
            button.clicked.connect(lambda _checked=False, tab=tab, what=what: self.went.emit(tab, what))
            if has_tab(tab):
                row.addWidget(button)
        row.addWidget(Action(N_("Set a follow-up"), self._set_follow_up, name="overview_follow_up", icon="calendar"))
        row.addStretch(1)
        return foot

    def _set_follow_up(self) -> None:
        from caseapp.gui.today.follow_up_dialog import FollowUpDialog

        if self._file is not None:
            FollowUpDialog(self.desk, self._file.case.id, self).open()
