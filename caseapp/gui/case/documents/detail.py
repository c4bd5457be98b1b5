"""One paper of the checklist: where it stands, who has or withholds it and their words, and the files that show it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.ids import DocumentId
from caseapp.domain.labels import label
from caseapp.gui.both import in_language
from caseapp.gui.case.documents.exhibit import ExhibitFields
from caseapp.gui.case.documents.files import FilesPanel
from caseapp.gui.case.documents.handover_dialog import HandoverDialog
from caseapp.gui.case.documents.states import StateButtons
from caseapp.gui.case.documents.whereabouts import Whereabouts
from caseapp.gui.case.documents.words import issuer, more_about, needed, row_key, row_name
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.text import Expects
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field, buttons
from caseapp.gui.parts.inputs import Choice, Paragraph, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Rule, Words
from caseapp.i18n import N_, _
from caseapp.letters.say.finding import both
from caseapp.policy.model import Pack
from caseapp.work.attachments import Answer, Pasted
from caseapp.work.documents import ChecklistRow


class DocumentDetail(QWidget):
    """The state is kept with one press; words and days when "Save" is pressed, or when another paper is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self._row: ChecklistRow | None = None
        self._pack: Pack | None = None
        self._filling = self._pending = False
        self.title = Words("", "section")
        self.title.setObjectName("document_title")
        self.about = Words(self._about, "soft")
        self.states = StateButtons()
        self.since = DayEdit(desk.today, name="document_since", exact_only=True)
        self.holder: Choice[HolderKind] = Choice(
            tuple(HolderKind), lambda holder: _(label(holder)), name="document_holder", empty=N_("not recorded")
        )
        self.words = Paragraph(N_("As close to their words as remembered"), name="document_words", lines=2)
        self.seen = Tick(N_("Original seen"), name="document_seen")
        self.valid_until = DayEdit(desk.today, name="document_valid_until", expects=Expects.FUTURE, exact_only=True)
        self.holder_name = Line(name="document_holder_name")
        self.issuer = Line(name="document_issuer")
        self.where = Whereabouts(desk)
        self.exhibit = ExhibitFields()
        self.save_button = Action(N_("Save"), self.save, name="document_save", icon="save")
        self.files = FilesPanel(desk)
        self._lay_out()
        self.states.chosen.connect(self.set_state)
        self.files.added.connect(self.attach)
        self.files.counted.connect(self.exhibit.suggest)
        self.where.hand_over.connect(self.hand_over)
        self.states.hand_over.connect(self.hand_over)
        self.exhibit.number_asked.connect(self.number)
        for signal in (
            self.since.changed, self.holder.chosen, self.words.textChanged, self.seen.toggled,
            self.valid_until.changed, self.holder_name.textChanged, self.issuer.textChanged, self.exhibit.changed,
        ):  # fmt: skip
            signal.connect(lambda *_values: self._touched())

    def show_row(self, file: CaseFile, row: ChecklistRow, pack: Pack | None) -> None:
        """Show a paper. What is being typed about the same paper stays."""
        same = self._row is not None and row_key(self._row) == row_key(row)
        if not same:
            self.save()
            self.files.tell(())
        self._file, self._row, self._pack = file, row, pack
        self.title.say(lambda: row_name(row))
        self.about.retranslate()
        self.about.setVisible(bool(self.about.text()))
        self.states.mark(row.state)
        document = row.document
        self.exhibit.show_number(document, in_hand=row.state.in_hand)
        self.where.show_paper(file, document)
        self.files.show_files([one for one in file.attachments if document and one.document == document.id])
        if not (same and self._pending):
            self._fill(document, row.holder)

    def save(self) -> None:
        """Keep what was typed."""
        row = self._row
        if row is not None and self._pending and not self._unread():
            self._pending = False
            self._write(self._document(self._set_state()), N_("The document is saved."))

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self._pending

    def set_state(self, state: DocumentState) -> None:
        """Keep a state, and whatever was typed with it."""
        row = self._row
        if row is None or self._unread():
            return
        kept = self._document(state)
        before = row.document.state_on if row.document else None
        if state is not row.state and kept.state_on == before:
            kept = replace(kept, state_on=self._desk.today())
        self._pending = False
        self._write(kept, lambda: _("{paper}: {state}.").format(paper=row_name(row), state=_(label(state))))

    def number(self) -> None:
        """Give the paper the next exhibit number, and keep what was typed."""
        from caseapp.work.documents import number_exhibit

        row = self._row
        if row is None or self._unread():
            return
        session, now, document = self._desk.session, self._desk.now(), self._document(row.state)
        self._pending = False
        self._desk.write(
            self, lambda: number_exhibit(session, document, now),
            lambda number: self._desk.say(
                lambda: _("{paper} is exhibit {number}.").format(paper=row_name(row), number=number)
            ),
        )  # fmt: skip

    def _unread(self) -> bool:
        """Whether something was typed that cannot be read; it says so itself."""
        return bool(self.since.problem or self.valid_until.problem or self.exhibit.problem)

    def _document(self, state: DocumentState) -> Document:
        assert self._row is not None and self._file is not None  # nothing is kept before a paper is shown
        before = self._row.document or Document(DocumentId(""), self._file.case.id, self._row.paper)
        return replace(
            before, state=state, state_on=self.since.exact_day, holder=self.holder.value(), words=self.words.value(),
            holder_name=self.holder_name.value(), original_seen=self.seen.isChecked(), issuer=self.issuer.value(),
            valid_until=self.valid_until.exact_day, pages=self.exhibit.page_count(), proves=self.exhibit.proves.value(),
            proves_not=self.exhibit.proves_not.value(),
        )  # fmt: skip

    def _write(self, document: Document, said: str | Callable[[], str]) -> None:
        from caseapp.work.documents import save_document

        session, now = self._desk.session, self._desk.now()
        self._desk.write(self, lambda: save_document(session, document, now), lambda _id: self._desk.say(said))

    def attach(self, files: Sequence[Path | Pasted]) -> None:
        """Attach files to the paper shown, which is kept first where it is not on record yet."""
        from caseapp.work.attachments import attach_files

        row = self._row
        if row is None or not files:
            return
        session, now, document = self._desk.session, self._desk.now(), row.document or self._document(self._set_state())
        key = row_key(row)
        self._desk.write(self, lambda: attach_files(session, document, files, now), lambda told: self._attached(key, told))

    def _attached(self, key: str, answers: Sequence[Answer]) -> None:
        if self._row is not None and key == row_key(self._row):
            self.files.tell(answers)

    def hand_over(self) -> None:
        """Ask from whom to whom the paper went."""
        if self._row is not None and self._file is not None and not self._unread():
            document = self._row.document or self._document(self._set_state())
            dialog = HandoverDialog(self._desk, self._file, document, self)
            dialog.open()
            dialog.taken_by.setFocus()

    def _set_state(self) -> DocumentState:
        """What a person set; what only follows from something else is not kept as if it were set."""
        document = self._row.document if self._row else None
        return document.state if document else DocumentState.NEEDED

    def _fill(self, document: Document | None, holder: HolderKind | None) -> None:
        self._filling = True
        self.since.show_day(document.state_on if document else None)
        self.holder.choose(holder)
        self.words.setPlainText(document.words if document else "")
        self.seen.setChecked(document is not None and document.original_seen)
        self.valid_until.show_day(document.valid_until if document else None)
        self.holder_name.setText(document.holder_name if document else "")
        self.issuer.setText(document.issuer if document else "")
        self.exhibit.fill(document)
        self._filling = self._pending = False
        self.save_button.setEnabled(False)

    def _touched(self) -> None:
        if not self._filling:
            self._pending = True
            self.save_button.setEnabled(True)

    def _about(self) -> str:
        """Who issues it, how long it holds, and what often stands in the way."""
        if self._row is None:
            return ""
        said = [_("Issued by: {who}").format(who=issuer(self._row, self._pack))] if issuer(self._row, self._pack) else []
        rule = needed(self._row, self._pack)
        if rule is not None:
            if rule.validity is not None:
                said.append(_("Valid: {validity}").format(validity=in_language(both(rule.validity))))
            if rule.common_obstacle is not None:
                said.append(_("Often in the way: {obstacle}").format(obstacle=in_language(both(rule.common_obstacle))))
        return "\n".join((*said, *more_about(self._row, self._desk.today())))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (
            self.title,
            self.about,
            self.states,
            self.files,
            Rule(),
            self.where,
            Rule(),
            Field(N_("Since"), self.since),
            Field(N_("Who has or withholds it"), self.holder),
            Field(N_("Which one"), self.holder_name),
            Field(N_("Their words"), self.words),
            Field(N_("Issued by"), self.issuer),
            Field(N_("Valid until"), self.valid_until),
            self.seen,
            self.exhibit,
            buttons(self.save_button),
        ):
            column.addWidget(part)
        for day in (self.since, self.valid_until):
            day.line.setFixedWidth(130)
            day.line.suggest("")
