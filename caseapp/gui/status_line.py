"""The line at the foot of the window: what just happened, with a way back where there is one."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout

from caseapp.gui.desk import Notice
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_

PLAIN_SECONDS = 12
WITH_UNDO_SECONDS = 40


class StatusLine(QFrame):
    """Shows one notice at a time; a problem stays until the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status_line")
        self._undo = None
        self.picture = Picture("met", "met", 16)
        self.words = Words("", wrap=False)
        self.words.setObjectName("status_words")
        self.undo = Action(N_("Undo"), self._take_back, name="status_undo", icon="undo", role="quiet")
        self.visit = Words("", "accent", wrap=False)
        self.visit.setObjectName("visit_countdown")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 2, 16, 2)
        row.setSpacing(8)
        for part in (self.picture, self.words, self.undo):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.visit)
        self.setFixedHeight(38)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.empty)
        self.empty()

    def show_notice(self, notice: Notice) -> None:
        """Show what happened."""
        self._undo = notice.undo
        self.picture.show_icon("warning" if notice.problem else "met", "not_met" if notice.problem else "met")
        self.words.set_role("not_met" if notice.problem else "")
        self.words.say(notice.words)
        self.picture.show()
        self.undo.setVisible(notice.undo is not None)
        self._timer.stop()
        if not notice.problem:
            self._timer.start(1000 * (WITH_UNDO_SECONDS if notice.undo else PLAIN_SECONDS))

    def empty(self) -> None:
        """Show nothing."""
        self._undo = None
        self.words.say("")
        self.picture.hide()
        self.undo.hide()

    def _take_back(self) -> None:
        undo = self._undo
        self.empty()
        if undo:
            undo()
