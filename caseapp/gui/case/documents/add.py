"""Adding a paper that neither rule nor office asked for: by its name in the catalogue, or a title of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.ids import CaseId, DocumentId
from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.case.documents.words import STATES
from caseapp.gui.case.form_dialog import FormDialog
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field, Form, buttons
from caseapp.gui.parts.files import ask_files_to_read
from caseapp.gui.parts.inputs import Choice
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n
from caseapp.letters.say.finding import both
from caseapp.policy.documents import documents
from caseapp.work.attachments import Answer, Pasted
from caseapp.work.drafts import draft_key


class AddDocumentDialog(FormDialog):
    """Which paper, where it stands, and the files that are its pages. ``kept`` is what was kept, once it is."""

    def __init__(self, desk: Desk, case: CaseId, parent: QWidget, files: Sequence[Path | Pasted] = ()) -> None:
        self._case, self._files = case, list(files)
        self.kept: tuple[DocumentId, tuple[Answer, ...]] | None = None
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
        self._pages = Words(self._counted, "soft", wrap=False)
        self._pages.setObjectName("add_document_pages")
        choose = Action(N_("Attach files"), self._ask, name="add_document_files", icon="attach")
        form = Form(
            self._field, Field(N_("Files"), buttons(choose, self._pages)), Field(N_("State"), self.state),
            Field(N_("Since"), self.since),
        )  # fmt: skip
        super().__init__(
            N_("Add document"), desk, parent, form, N_("Add document"), name="add_document", icon="add",
            draft=draft_key("document", case),
        )  # fmt: skip

    def entered(self) -> object:
        return self.line.value(), self.state.value(), self.since.line.text(), tuple(self._files)

    def save(self) -> None:
        from caseapp.work.attachments import add_paper

        typed, state = self.line.value(), self.state.value()
        self._field.problem("" if typed else _("Say which document this is: choose one of the list, or write a title."))
        if not typed or state is None or self.since.problem:
            return
        paper = self._names.get(typed, "")
        since = self.since.exact_day or (None if state is DocumentState.NEEDED else self.desk.today())
        document = Document(DocumentId(""), self._case, paper, "" if paper else typed, state, since)
        session, now, files = self.desk.session, self.desk.now(), tuple(self._files)

        def work() -> None:
            self.kept = add_paper(session, document, files, now)

        self.keep(work, N_("The document is saved."))

    def add_files(self, files: Sequence[Path | Pasted]) -> None:
        """More files that are pages of it."""
        self._files += [file for file in files if file not in self._files]
        self._pages.retranslate()

    def _ask(self) -> None:
        ask_files_to_read(self, N_("Attach files"), lambda path: self.add_files((path,)), name="add_document_dialog")

    def _counted(self) -> str:
        count = len(self._files)
        return (
            _n("{count} file", "{count} files", count).format(count=count) if count else _("None yet; they can come later")
        )
