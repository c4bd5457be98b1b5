"""Notes a pattern that a caseworker sees and no rule derives."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from caseapp.domain.patterns import Known, Pattern
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.desk import Desk
from caseapp.gui.parts.fields import Field, Form
from caseapp.gui.parts.inputs import Choice, Paragraph
from caseapp.i18n import N_, _
from caseapp.work.drafts import draft_key
from caseapp.work.patterns import code

CODABLE = tuple(pattern for pattern in Pattern if pattern.known is not Known.DERIVED)


class NotePatternDialog(FormDialog):
    """Which one, and what shows it."""

    def __init__(self, desk: Desk, case: str, parent: QWidget) -> None:
        self._case = case
        self.pattern: Choice[Pattern] = Choice(CODABLE, lambda pattern: _(pattern.label), name="note_pattern_choice")
        self.reason = Paragraph(
            N_("What shows it: who said or did what, on which day"), name="note_pattern_reason", lines=3
        )
        form = Form(
            Field(N_("Pattern"), self.pattern),
            Field(N_("What shows it"), self.reason, hint=N_("Patterns are never a heading of a letter.")),
        )
        key = draft_key("note_pattern", case)
        super().__init__(N_("Note a pattern"), desk, parent, form, N_("Note it"), name="note_pattern", width=480, draft=key)
        self.pattern.setFocus()

    def entered(self) -> object:
        return self.reason.value()

    def save(self) -> None:
        chosen, reason = self.pattern.value(), self.reason.value()
        if chosen is not None:
            session, now, case = self.desk.session, self.desk.now(), self._case
            self.keep(lambda: code(session, case, chosen.value, reason, now), N_("The pattern is noted."))
