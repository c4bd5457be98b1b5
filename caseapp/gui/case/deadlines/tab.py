"""Deadlines and remedies of a case: the periods by their safe day, and every way in two tracks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.both import spoken
from caseapp.gui.case.area import reading_area
from caseapp.gui.case.deadlines.card import DeadlineCard
from caseapp.gui.case.deadlines.note_day import NoteDayDialog
from caseapp.gui.case.deadlines.ways import Ways
from caseapp.gui.case.more_rows import MoreRows
from caseapp.gui.case.page_keys import RECORD
from caseapp.gui.case.rows import Rows
from caseapp.gui.case.sign_line import sign_line
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.case.unfold import left_fold
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons, card
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_
from caseapp.law.deadline import Actor, Deadline, State
from caseapp.law.ladder import Ladder
from caseapp.law.moved import Move
from caseapp.letters.say.deadline_moves import say_move
from caseapp.letters.say.ladder import say_protective

WIDEST = 1080


class DeadlinesTab(CaseTab):
    """What is still to come is first, then what can only be argued; what is over folds away.

    The petition stands below every statutory way.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: CaseFile | None = None
        self.notices = Rows(spacing=tokens.GRID)
        self.running = MoreRows(spacing=tokens.GRID, name="deadlines_more")
        self.over = MoreRows(spacing=tokens.GRID, name="deadlines_more_over")
        self.over_fold = left_fold(N_("Periods that are over"), self.over, name="deadlines_over")
        self.nothing = self._nothing()
        self.ways = Ways()
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(tokens.PAGE_MARGIN, 12, tokens.PAGE_MARGIN, tokens.PAGE_MARGIN)
        column.setSpacing(12)
        column.addWidget(Words(N_("Deadlines"), "section"))
        for part in (self.notices, self.running, self.nothing, self.over_fold):
            column.addWidget(part)
        self.note = Action(N_("Note a day"), self.ask_day, name="deadlines_note_day", icon="add", role="quiet")
        column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(tokens.GRID)
        column.addWidget(Words(N_("Remedies"), "section"))
        column.addWidget(self.ways)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(reading_area(content, WIDEST, name="deadlines_area"))
        for part in (self.notices, self.nothing, self.over_fold):
            part.hide()

    def ask_day(self) -> None:
        """Ask for a day from which something runs, is extended or stands still."""
        if self._file:
            NoteDayDialog(self.desk, self._file, self).open()

    def show_case(self, file: CaseFile) -> None:
        from caseapp.work.deadlines import ladder_of, moved_days

        self._file = file
        on, before = self.desk.today(), self.as_opened or file
        self.desk.read(
            self,
            lambda: (file, ladder_of(file, on), moved_days(before, file, on) if before is not file else ()),
            lambda found: self._show(*found),
        )

    def _show(self, file: CaseFile, ladder: Ladder, moves: Sequence[Move]) -> None:
        if file is not self._file:
            return
        on = self.desk.today()
        by_day = sorted(ladder.deadlines, key=lambda found: (found.safe_last_day < on, found.safe_last_day))
        alive = [deadline for deadline in by_day if not is_over(deadline, self.desk)]
        gone = [deadline for deadline in by_day if is_over(deadline, self.desk)]
        self.running.fill([partial(DeadlineCard, deadline, on) for deadline in alive], of=file.case.id)
        self.over.fill([partial(DeadlineCard, deadline, on) for deadline in gone], of=file.case.id)
        self.over_fold.setVisible(bool(gone))
        protective = say_protective(ladder, on)
        told = [card(sign_line("warning", "not_asked", spoken(protective)), name="notice")] if protective else []
        if moves:
            lines = [sign_line("history", "soft", spoken(say_move(move)), name="moved") for move in moves]
            told.append(card(Words(N_("Moved since this case was opened"), "label"), *lines, name="notice"))
        self.notices.fill(told)
        self.notices.setVisible(bool(told))
        self.running.setVisible(bool(alive))
        self.nothing.setVisible(not alive)
        self.ways.show_ladder(ladder, on)

    def _nothing(self) -> QWidget:
        return card(
            Words(
                N_("No period is running. A written answer, or an application the office has received, starts one."),
                "soft",
            ),
            buttons(
                Action(N_("Record visit"), lambda: self.went.emit("visits", RECORD), name="deadlines_record", icon="visit"),
                Action(
                    N_("Record written answer"),
                    lambda: self.went.emit("documents", "answer"),
                    name="deadlines_answer",
                    icon="letter",
                ),
            ),
        )


def is_over(deadline: Deadline, desk: Desk) -> bool:
    """Whether nothing can be done or said with it any more."""
    if deadline.who_must_act is Actor.CLIENT:
        return deadline.state(desk.today()) is State.CLOSED
    return False
