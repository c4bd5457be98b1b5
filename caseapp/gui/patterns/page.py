"""What several cases share: a list of sentences at the left, the one that was chosen beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from caseapp.domain.ids import CaseId, OfficeId
from caseapp.gui.both import spoken
from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.desk import Desk
from caseapp.gui.pages import Page
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.text import Words
from caseapp.gui.patterns.detail import PatternDetail
from caseapp.gui.patterns.strength_bar import StrengthBar
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.letters.both import Both
from caseapp.work.patterns import ReferralArrow, SharedPattern, group_patterns, office_names, referral_map
from caseapp.work.progress import Progress

LIST_WIDTH = 400


@dataclass(frozen=True, slots=True)
class Found:
    """Everything the page shows, read in one go."""

    shared: tuple[SharedPattern, ...]
    arrows: Mapping[str, tuple[ReferralArrow, ...]]
    names: Mapping[OfficeId, Both]
    numbers: Mapping[CaseId, str]


class PatternsPage(Page):
    """Looks for shared patterns in the long lane, with progress, whenever the casebook changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._found: Found | None = None
        self._stale = True
        self._progress: Progress | None = None
        self.list = Rows(spacing=4)
        self.detail = PatternDetail(desk)
        self.bar = QProgressBar()
        self.bar.setObjectName("patterns_progress")
        self.stop = Action(N_("Stop"), self._cancel, name="patterns_stop")
        self.nothing = EmptyPage(
            N_(
                "No two cases so far are held up at the same office over the same paper. Record more visits and look again."
            ),
            Action(N_("Cases"), lambda: desk.go("cases"), name="patterns_to_cases", icon="cases"),
        )
        self.stack = QStackedWidget()
        for part in (self._looking(), self.nothing, self._both()):
            self.stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        title = Words(N_("Patterns & claims"), "title")
        title.setContentsMargins(tokens.PAGE_MARGIN, tokens.PAGE_MARGIN, tokens.PAGE_MARGIN, 0)
        column.addWidget(title)
        column.addWidget(self.stack, 1)
        desk.changed.connect(self._outdated)

    def arrive(self, what: object) -> None:
        if self._stale:
            self.look()

    def look(self) -> None:
        """Look through all cases anew."""
        self._cancel()
        self._stale = False
        self.stack.setCurrentIndex(0)
        on = self.desk.today()
        self._progress = self.desk.long(self, lambda progress: self._read(on, progress), self._show, self._step)

    def _read(self, on, progress: Progress) -> Found:
        session = self.desk.session
        shared = group_patterns(session, on, progress)
        arrows = {entry.group.id: referral_map(session, entry.group) for entry in shared}
        from caseapp.work.cases import case_rows

        return Found(shared, arrows, office_names(session), {row.id: row.number for row in case_rows(session)})

    def _show(self, found: Found) -> None:
        self._found = found
        self.list.fill([self._row(number, shared) for number, shared in enumerate(found.shared)])
        self.stack.setCurrentIndex(2 if found.shared else 1)
        if found.shared:
            self.choose(0)

    def choose(self, number: int) -> None:
        """Show the pattern at a place in the list."""
        if self._found is not None:
            shared = self._found.shared[number]
            self.detail.show_pattern(shared, self._found.arrows[shared.group.id], self._found.names, self._found.numbers)

    def _row(self, number: int, shared: SharedPattern) -> Row:
        row = Row(name=f"pattern_{number}")
        inside = QVBoxLayout(row)
        inside.setContentsMargins(12, 10, 12, 10)
        inside.setSpacing(6)
        inside.addWidget(Words(spoken(shared.sentence)))
        inside.addWidget(StrengthBar(shared.group.strength))
        row.pressed.connect(lambda: self.choose(number))
        return row

    def _step(self, done: int, total: int) -> None:
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(done)

    def _outdated(self) -> None:
        self._stale = True
        if self.isVisible():
            self.look()

    def _cancel(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self._progress = None

    def _looking(self) -> QWidget:
        waiting = QWidget()
        column = QVBoxLayout(waiting)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.bar.setFixedWidth(320)
        self.bar.setTextVisible(False)
        column.addWidget(Words(N_("Looking through all cases"), "soft"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.bar)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        return waiting

    def _both(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(scrolled(self.list, name="patterns_list"))
        splitter.addWidget(scrolled(self.detail, name="pattern_detail"))
        splitter.setSizes([LIST_WIDTH, 2 * LIST_WIDTH])
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)
        return holder
