"""The first start: the language, then make a casebook, open one that is there, or look at the sample."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from caseapp.errors import CaseAppError
from caseapp.gui.parts.busy import Busy
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons, card
from caseapp.gui.parts.files import ask_folder
from caseapp.gui.parts.text import Words
from caseapp.gui.start.frame import StartFrame
from caseapp.gui.start.language_choice import LanguageChoice
from caseapp.gui.start.new_casebook import NewCasebookForm
from caseapp.gui.start.sample import SAMPLE_PASSPHRASE, sample_folder
from caseapp.gui.words import Language
from caseapp.i18n import N_, screen

if TYPE_CHECKING:
    from caseapp.gui.background import Background


class FirstStart(StartFrame):
    """Three ways to begin."""

    opened = Signal(object)
    """The open session."""
    chosen = Signal(object)
    """The folder of a casebook to unlock."""

    def __init__(self, language: Language, background: Callable[[], Background], now: Callable[[], datetime]) -> None:
        super().__init__(language, long=True)
        self._background, self._now = background, now
        self.other_language.hide()  # the choice below is plainer
        self.form.add(LanguageChoice(language))
        self.new = NewCasebookForm(language)
        self.new.hide()
        self.new.button.clicked.connect(self._create)
        self.new.back.clicked.connect(self._show_ways)
        self.ways = self._ways()
        self.problem = Words("", "problem")
        self.problem.setObjectName("start_problem")
        self.problem.hide()
        self.busy = Busy()
        self.busy.hide()
        for part in (*self.ways, self.new, self.problem, self.busy):
            self.form.add(part)

    def _ways(self) -> tuple:
        create = Action(N_("New casebook"), self._show_new, name="start_new", icon="add", role="primary")
        find = Action(N_("Open a casebook"), self._ask_for_casebook, name="start_open", icon="folder")
        sample = Action(N_("Open the sample"), self._open_sample, name="start_sample", icon="cases")
        return (
            card(
                Words(N_("A casebook is an encrypted folder that holds all cases of your organisation.")),
                buttons(create, find),
            ),
            card(
                Words(N_("Only looking? The sample holds made-up families; change in it what you like."), "soft"),
                buttons(sample),
            ),
        )

    def _show_new(self) -> None:
        for way in self.ways:
            way.hide()
        self.problem.hide()
        self.new.show()
        self.new.first_field.setFocus()

    def _show_ways(self) -> None:
        self.new.hide()
        for way in self.ways:
            way.show()

    def _ask_for_casebook(self) -> None:
        ask_folder(self, N_("Which casebook?"), lambda folder: self.chosen.emit(folder), name="open_casebook")

    def _create(self) -> None:
        made = self.new.checked()
        if made is None:
            return
        folder, passphrase, profile = made
        now = self._now

        def work(_progress: object) -> object:
            from caseapp.work.session import NewProfile, create_casebook

            return create_casebook(folder, passphrase, NewProfile(**profile), now())

        self._do(work)

    def _open_sample(self) -> None:
        folder, now = sample_folder(), self._now

        def work(_progress: object) -> object:
            from caseapp.work.session import open_casebook, sample_casebook

            if folder.exists():
                return open_casebook(folder, SAMPLE_PASSPHRASE, now=now())
            folder.parent.mkdir(parents=True, exist_ok=True)
            return sample_casebook(folder, SAMPLE_PASSPHRASE, now())

        self._do(work)

    def _do(self, work: Callable[[object], object]) -> None:
        self._wait(True)
        self.problem.hide()
        self._background().start(self, work, self._open, self._fail)

    def _open(self, session: object) -> None:
        self.new.forget()
        self.opened.emit(session)

    def _fail(self, error: Exception) -> None:
        self._wait(False)
        if not isinstance(error, CaseAppError):
            raise error
        self.problem.say(lambda: error.say(screen()))
        self.problem.show()

    def _wait(self, waiting: bool) -> None:
        self.busy.setVisible(waiting)
        for part in (*self.ways, self.new):
            part.setDisabled(waiting)
