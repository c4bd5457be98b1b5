"""Beside the timeline: until when help is useful, what shows in the case, what is asked for, the story, and closing it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Stage
from caseapp.gui.case.overview.close import CloseDialog
from caseapp.gui.case.overview.fallback import fallback_words
from caseapp.gui.case.overview.patterns import PatternChips
from caseapp.gui.case.overview.story import StoryDialog
from caseapp.gui.case.overview.useful import UsefulDialog
from caseapp.gui.day.said import people_say
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.text import Words
from caseapp.gui.words import Say
from caseapp.i18n import N_, _


class OverviewSide(QWidget):
    """Small blocks, each with its own quiet button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self.useful = Words("")
        self.useful.setObjectName("side_useful")
        self.fallback = Words("", "soft")
        self.patterns = PatternChips(desk)
        self.request, self.story = Words(""), Words("")
        self.story.setObjectName("side_story")
        self._close = Action(N_("Close case"), self.ask_close, name="close_case", icon="closed", role="quiet")
        self._again = Action(N_("Open the case again"), self._open_again, name="reopen_case", icon="undo", role="quiet")
        edit_useful = Action(N_("Change"), self.ask_useful, name="edit_useful", role="quiet")
        edit_story = Action(N_("Change"), self.ask_story, name="edit_story", role="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        # Translators: the day after which help comes too late.
        column.addWidget(_block(N_("Useful until"), edit_useful, self.useful, self.fallback))
        column.addWidget(self.patterns)
        column.addWidget(_block(N_("What is asked for"), edit_story, self.request))
        column.addWidget(_block(N_("Story"), None, self.story))
        column.addWidget(_block("", None, _left(self._close), _left(self._again)))
        column.addStretch(1)

    def show_case(self, file: CaseFile) -> None:
        """Show the blocks of this case."""
        self._file = file
        case = file.case
        closed = case.stage is Stage.CLOSED
        self.useful.say(lambda: self._until(case))
        self.fallback.say(lambda: fallback_words(case, self._desk.today()) or _("No fallback yet."))
        self.request.say(lambda: case.request or _("Not written down yet."))
        self.story.say(lambda: case.story or _("Not written down yet."))
        self._close.setVisible(not closed)
        self._again.setVisible(closed)
        self.patterns.show_case(file)

    def ask_useful(self) -> None:
        """Ask for the day after which help comes too late, and for the fallback."""
        if self._file:
            UsefulDialog(self._desk, self._file.case, self).open()

    def ask_story(self) -> None:
        """Ask for what is asked for, and the story."""
        if self._file:
            StoryDialog(self._desk, self._file.case, self).open()

    def ask_close(self) -> None:
        """Ask how the case ended."""
        if self._file:
            CloseDialog(self._desk, self._file, self).open()

    def _until(self, case: Case) -> str:
        if case.useful_until is None:
            return _("No day is set. When would help come too late: term starts, an operation?")
        day = people_say(case.useful_until, self._desk.today())
        return f"{day}\n{case.useful_because}" if case.useful_because else day

    def _open_again(self) -> None:
        if self._file is None:
            return
        from caseapp.work.cases import reopen_case

        session, now, case = self._desk.session, self._desk.now(), self._file.case.id
        self._desk.write(
            self, lambda: reopen_case(session, case, now), lambda _none: self._desk.say(N_("The case is open again."))
        )


def _block(title: Say, button: Action | None, *parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    if title:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(Words(title, "label", wrap=False))
        head.addStretch(1)
        if button is not None:
            head.addWidget(button)
        column.addLayout(head)
    for part in parts:
        column.addWidget(part)
    return holder


def _left(button: Action) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return holder
