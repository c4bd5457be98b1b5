"""Adding a paper that neither rule nor office asked for: by its name in the catalogue, or a title of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.ids import CaseId, DocumentId
from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.case.documents.words import STATES
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day_edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.fields import Field, Form
from caseapp.gui.inputs import Choice
from caseapp.gui.line import Line
from caseapp.i18n import N_, _
from caseapp.letters.say_finding import both
from caseapp.policy.documents import documents
from caseapp.work.drafts import draft_key


class AddDocumentDialog(FormDialog):
    """Which paper, and where it stands."""

    def __init__(self, desk: Desk, case: CaseId, parent: QWidget) -> None:
        self._case = case
        self._names = {in_language(both(kind.name)): kind.id for kind in documents().values()}
        self.line = Line(N_("e.g. labour contract, lease, proof of residence"), name="add_document_line")
        completer = QCompleter(list(self._names), self.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self.state = Choice(STATES, lambda state: _(label(state)), name="add_document_state")
        self.state.choose(DocumentState.HELD)
        self.since = DayEdit(desk.today, name="add_document_since", exact_only=True)
        self._field = Field(N_("Which document"), self.line)
        form = Form(self._field, Field(N_("State"), self.state), Field(N_("Since"), self.since))
        super().__init__(
            N_("Add document"), desk, parent, form, N_("Add document"), name="add_document", icon="add",
            draft=draft_key("document", case),
        )  # fmt: skip

    def entered(self) -> object:
        return self.line.value(), self.state.value(), self.since.line.text()

    def save(self) -> None:
        from caseapp.work.documents import save_document

        typed, state = self.line.value(), self.state.value()
        self._field.problem("" if typed else _("Say which document this is: choose one of the list, or write a title."))
        if not typed or state is None or self.since.problem:
            return
        paper = self._names.get(typed, "")
        since = self.since.exact_day or (None if state is DocumentState.NEEDED else self.desk.today())
        document = Document(DocumentId(""), self._case, paper, "" if paper else typed, state, since)
        session, now = self.desk.session, self.desk.now()
        self.keep(lambda: save_document(session, document, now), N_("The document is saved."))
