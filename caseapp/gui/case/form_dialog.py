"""A window with a form that is kept as a whole. What was typed is never lost without a question."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from caseapp.errors import CaseAppError
from caseapp.gui.desk import Desk
from caseapp.gui.drafts.keeper import DraftKeeper
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog, ask
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.text import Text
from caseapp.gui.words import Say
from caseapp.i18n import N_, screen

T = TypeVar("T")
HIGHEST = 420


class FormDialog(Dialog):
    """``form`` above, the step and the way back below. A subclass says what was entered and how it is kept.

    With a ``draft`` (a key of :mod:`caseapp.work.drafts`) what is typed outlives a lock, too.
    """

    def __init__(
        self, title: Say, desk: Desk, parent: QWidget, form: QWidget, step: Say, *, name: str, icon: str = "save",
        width: int = 600, draft: str = "",
    ) -> None:  # fmt: skip
        super().__init__(title, parent, name=name, width=width)
        self.desk = desk
        self._before: object = None
        self._draft_key = draft
        self.draft = DraftKeeper(desk, form)
        self.add(self.draft.line)
        area = scrolled(form, name=f"{name}_area")
        holder = area.widget()
        if holder is not None:
            area.setMinimumHeight(min(holder.sizeHint().height() + 16, HIGHEST))
        self.add(area)
        self.trouble = Text("", "problem")
        self.trouble.setObjectName(f"{name}_trouble")
        self.trouble.hide()
        self.add(self.trouble)
        self.step = Action(step, self.save, name=f"{name}_save", icon=icon, role="primary")
        self.foot(self.step, Action(N_("Go back"), self.reject, name=f"{name}_back"))
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.step.click)

    def entered(self) -> object:
        """Everything in the form; compared with what stood there at first."""
        raise NotImplementedError

    def save(self) -> None:
        """Look at the form, and keep it."""
        raise NotImplementedError

    def keep(self, work: Callable[[], T], said: Say) -> None:
        """Write in the short lane; the window closes when it is written and stays with its reason when it is not."""
        self.step.setEnabled(False)
        self.desk.write(self, self.draft.saving(work), lambda _result: self._kept(said), self._not_kept)

    def tell(self, sentence: str) -> None:
        """Say below the form what is in the way; nothing, with an empty text."""
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def reject(self) -> None:
        if self.entered() == self._before:
            self.draft.put_aside()
            super().reject()
            return
        ask(
            self, N_("Leave without saving?"), N_("What was typed here is not saved yet."), N_("Leave it"),
            self._leave, name="leave_form",
        )  # fmt: skip

    def _leave(self) -> None:
        self.draft.drop()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._before is None:
            self._before = self.entered()
            if self._draft_key:
                self.draft.begin(self._draft_key)

    def _kept(self, said: Say) -> None:
        self.desk.say(said)
        self.accept()

    def _not_kept(self, error: Exception) -> None:
        self.step.setEnabled(True)
        if isinstance(error, CaseAppError):
            self.tell(error.say(screen()))
        else:
            self.desk.fail(error)
