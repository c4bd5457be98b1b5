"""Opens a casebook with its passphrase. This page is painted before anything slow is imported."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseapp.errors import CaseAppError
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field, buttons
from caseapp.gui.parts.text import Text, Words
from caseapp.gui.start.frame import StartFrame
from caseapp.gui.start.secret_line import SecretLine
from caseapp.gui.words import Language, Say
from caseapp.i18n import N_, screen

if TYPE_CHECKING:
    from caseapp.gui.background import Background


class UnlockPage(StartFrame):
    """One casebook, one passphrase."""

    opened = Signal(object)
    """The open session."""
    other_asked = Signal()

    def __init__(
        self,
        casebook: Path,
        language: Language,
        background: Callable[[], Background],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(language)
        self._casebook, self._background, self._now = casebook, background, now
        self._error: CaseAppError | None = None
        self.form.add(Words(N_("Unlock the casebook"), "section"))
        place = Text(str(casebook), "small")
        place.setObjectName("unlock_place")
        self.form.add(place)
        self.secret = SecretLine(name="unlock_passphrase")
        self.secret.line.returnPressed.connect(self.unlock)
        self.form.add(Field(N_("Passphrase"), self.secret))
        self.hint = Words("", "small")
        self.hint.hide()
        self.form.add(self.hint)
        self.problem = Words("", "problem")
        self.problem.setObjectName("unlock_problem")
        self.problem.hide()
        self.form.add(self.problem)
        self._waiting: QWidget | None = None
        # Translators: button that opens the casebook with the passphrase.
        self.button = Action(N_("Unlock"), self.unlock, name="unlock_button", role="primary")
        self.other = Action(N_("Another casebook"), self.other_asked.emit, name="unlock_other")
        self.form.add(buttons(self.button, self.other))
        self.setFocusProxy(self.secret.line)

    def show_hint(self, words: Say) -> None:
        """Say something below the passphrase."""
        self.hint.say(words)
        self.hint.show()

    def unlock(self) -> None:
        """Try the passphrase."""
        if self._waiting or not self.secret.line.text():
            return
        self._wait(True)
        self.problem.hide()
        passphrase, casebook, now = self.secret.line.text(), self._casebook, self._now

        def work(_progress: object) -> object:
            from caseapp.work.session import open_casebook

            return open_casebook(casebook, passphrase, now=now())

        self._background().start(self, work, self._open, self._fail)

    def _open(self, session: object) -> None:
        self.secret.line.clear()
        self.opened.emit(session)

    def _fail(self, error: Exception) -> None:
        self._wait(False)
        if not isinstance(error, CaseAppError):
            raise error
        self.problem.say(lambda: error.say(screen()))
        self.problem.show()
        self.secret.line.setFocus()
        self.secret.line.selectAll()

    def _wait(self, waiting: bool) -> None:
        if waiting:
            from caseapp.gui.parts.busy import Busy

            self._waiting = self.form.add(Busy())
        elif self._waiting:
            self._waiting.deleteLater()
            self._waiting = None
        for part in (self.secret, self.button, self.other):
            part.setDisabled(waiting)
