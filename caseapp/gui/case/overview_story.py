"""Asks what is asked for, and the story in the client's own order."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from caseapp.domain.cases import Case
from caseapp.gui.buttons import Action
from caseapp.gui.desk import Desk
from caseapp.gui.dialog import Dialog
from caseapp.gui.fields import Field
from caseapp.gui.inputs import Paragraph
from caseapp.gui.line import Line
from caseapp.i18n import N_


class StoryDialog(Dialog):
    """One line and one paragraph."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget) -> None:
        super().__init__(N_("Story"), parent, name="story_dialog", width=600)
        self._desk, self._case = desk, case
        self.request = Line(N_("e.g. a place in the first grade"), name="story_request")
        self.story = Paragraph(N_("What happened, in the order it is told"), name="story_text", lines=8)
        self.request.setText(case.request)
        self.story.setPlainText(case.story)
        self.add(Field(N_("What is asked for"), self.request))
        self.add(Field(N_("Story"), self.story, hint=N_("Do not record what you do not need.")))
        self.save = Action(N_("Save"), self._save, name="story_save", icon="save", role="primary")
        self.foot(self.save, Action(N_("Go back"), self.reject, name="story_back"))
        self.request.setFocus()

    def _save(self) -> None:
        from caseapp.work.cases import save

        case = replace(self._case, request=self.request.value(), story=self.story.value())
        session, now = self._desk.session, self._desk.now()
        self._desk.write(self, lambda: save(session, case, N_("Story changed"), now), lambda _changed: self.accept())
