"""The files that show a paper: attached by button, by dropping or pasting them; opened inside the window, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.documents import Attachment, in_page_order
from caseapp.domain.media import HEIC
from caseapp.gui.case.documents.doubts import DoubtRows
from caseapp.gui.case.documents.dropped import dropped, pasted, picture_name
from caseapp.gui.case.documents.file_row import FileRow
from caseapp.gui.case.documents.preview import PreviewDialog
from caseapp.gui.case.documents.thumbnails import Thumbnails
from caseapp.gui.case.rows import Rows
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.files import ask_files_to_read
from caseapp.gui.parts.text import Words
from caseapp.gui.words import Say
from caseapp.i18n import N_, screen
from caseapp.i18n import ngettext as _n
from caseapp.paper.foreign_pages import Looks
from caseapp.work.attachments import Answer

ONE_PAGE = frozenset(("image/jpeg", "image/png", "image/webp", HEIC))

PAGES = N_("Or drop files here, or press Ctrl+V. Several photos become the pages of this paper.")


class FilesPanel(QWidget):
    """The attachments of one paper, in the order of its pages. Whoever shows it attaches what ``added`` names."""

    added = Signal(object)
    """A list of paths and pasted pictures to attach."""
    counted = Signal(int)
    """How many pages the files have together; 0 where that is not known."""

    def __init__(self, desk: Desk, hint: Say = PAGES) -> None:
        super().__init__()
        self._desk = desk
        self._files: tuple[Attachment, ...] = ()
        self._answers: Sequence[Answer] = ()
        self.setAcceptDrops(True)
        self._thumbnails = Thumbnails(desk, self)
        self._rows = Rows(spacing=4)
        self._rows.setObjectName("document_files")
        self.notes = Words(self._noted, "problem")
        self.notes.setObjectName("file_notes")
        self.notes.hide()
        self.doubts = DoubtRows(desk)
        self.doubts.again.connect(self.take_again)
        self.doubts.looked.connect(self._count)
        self._pages: dict[str, int] = {}
        """Of the blobs that were looked at."""
        add = Action(N_("Attach a file"), self._ask, name="attach_file", icon="attach")
        paste = Action(N_("Paste"), self.paste, name="paste_file", icon="document", role="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (Words(N_("Files"), "label"), buttons(add, paste), self.notes, self.doubts, self._rows):
            column.addWidget(part)
        column.addWidget(Words(hint, "small"))

    def show_files(self, attachments: Sequence[Attachment]) -> None:
        """Show these attachments."""
        files = in_page_order(attachments)
        if files != self._files:
            self._files = files
            last = len(files) - 1
            self._rows.fill([self._row(file, first=at == 0, last=at == last) for at, file in enumerate(files)])
            self.doubts.only(files)
            fresh = {answer.kept for answer in self._answers}
            self.doubts.look_at(file for file in files if file.id in fresh)
        self._count()

    def tell(self, answers: Sequence[Answer]) -> None:
        """Say what became of files; it stays in sight until another paper is shown."""
        if not answers:
            self.doubts.forget()
        self._answers = answers
        self.notes.retranslate()
        self.notes.setVisible(bool(self.notes.text()))
        kept = {answer.kept for answer in answers if answer.kept}
        if kept:
            said = lambda: _n("{count} file kept, encrypted.", "{count} files kept, encrypted.", len(kept))  # noqa: E731
            self._desk.say(lambda: said().format(count=len(kept)))
        self.doubts.look_at(file for file in self._files if file.id in kept)

    def _count(self, attachment: Attachment | None = None, found: Looks | None = None) -> None:
        if attachment is not None and found is not None:
            self._pages[attachment.blob] = found.pages
        known = [1 if file.media_type in ONE_PAGE else self._pages.get(file.blob, 0) for file in self._files]
        self.counted.emit(sum(known) if all(known) else 0)

    def open(self, attachment: Attachment) -> PreviewDialog:
        """Show a file inside the window, and from it the others of its paper."""
        at = next((at for at, file in enumerate(self._files) if file.id == attachment.id), None)
        dialog = PreviewDialog(self._desk, self._files if at is not None else (attachment,), at or 0, self)
        dialog.open()
        return dialog

    def take_again(self, attachment: Attachment) -> None:
        """Take a photograph out that cannot be read; the history can bring it back."""
        self.doubts.settle(attachment)
        photographed = attachment.media_type in ONE_PAGE
        again = N_("The photograph is taken out. Photograph the page again, and attach it.")
        self._remove(attachment, again if photographed else N_("The file is taken out."))

    def paste(self) -> None:
        """Attach what lies on the clipboard: a picture, or files that were copied."""
        found = pasted(QGuiApplication.clipboard().mimeData(), picture_name(self._desk.now()))
        if found:
            self.added.emit(found)
        else:
            self._desk.say(N_("There is no picture on the clipboard. Copy it first, then paste it here."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.added.emit(pasted(event.mimeData(), picture_name(self._desk.now())))

    def _ask(self) -> None:
        chosen: list[Path] = []
        dialog = ask_files_to_read(self, N_("Attach a file"), chosen.append, name="attach_dialog")
        dialog.accepted.connect(lambda: self.added.emit(chosen))

    def _noted(self) -> str:
        return "\n".join(answer.note.say(screen()) for answer in self._answers if answer.note is not None)

    def _row(self, attachment: Attachment, *, first: bool, last: bool) -> FileRow:
        row = FileRow(self._thumbnails, attachment, first=first, last=last)
        row.opened.connect(lambda: self.open(attachment))
        row.moved.connect(lambda step: self.move(attachment, step))
        row.removed.connect(lambda: self._ask_out(attachment))
        return row

    def move(self, attachment: Attachment, step: int) -> None:
        """Put a file one place earlier or later among the pages."""
        from caseapp.work.attachments import order_files

        files, at = list(self._files), self._files.index(attachment)
        if 0 <= at + step < len(files):
            files.insert(at + step, files.pop(at))
            session, now = self._desk.session, self._desk.now()
            self._desk.write(
                self, lambda: order_files(session, files, now), lambda _none: self._desk.say(N_("The order is kept."))
            )

    def _ask_out(self, attachment: Attachment) -> None:
        ask(
            self, N_("Take a file out"), N_("The file is taken out of sight; the history can bring it back."),
            N_("Take out"), lambda: self._remove(attachment), name="remove_file", icon="delete",
        )  # fmt: skip

    def _remove(self, attachment: Attachment, said: str = N_("The file is taken out.")) -> None:
        from caseapp.work.attachments import remove_attachment

        session, now = self._desk.session, self._desk.now()
        self._desk.write(
            self, lambda: remove_attachment(session, attachment.id, now),
            lambda _none: self._desk.say(said),
        )  # fmt: skip
