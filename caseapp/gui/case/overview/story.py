"""Asks what is asked for, and the story in the client's own order."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.domain.cases import Case
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Paragraph
from caseapp.gui.parts.line import Line
from caseapp.i18n import N_
from caseapp.work.drafts import draft_key


class StoryDialog(FormDialog):
    """One line and one paragraph."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget) -> None:
        self._case = case
        self.request = Line(N_("e.g. a place in the first grade"), name="story_request")
        self.story = Paragraph(N_("What happened, in the order it is told"), name="story_text", lines=8)
        self.request.setText(case.request)
        self.story.setPlainText(case.story)
        form = Form(
            Field(N_("What is asked for"), self.request),
            Field(N_("Story"), self.story, hint=N_("Do not record what you do not need.")),
        )
        super().__init__(N_("Story"), desk, parent, form, N_("Save"), name="story", draft=draft_key("story", case.id))
        self.request.setFocus()

    def entered(self) -> object:
        return self.request.value(), self.story.value()

    def save(self) -> None:
        from caseapp.work.cases import write_story

        request, story, case = self.request.value(), self.story.value(), self._case.id
        session, now = self.desk.session, self.desk.now()
        self.keep(lambda: write_story(session, case, request, story, now), N_("The story is kept."))
