"""The files that show a paper: attached by button or by dropping them, opened inside the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.documents import Attachment
from caseapp.gui.buttons import Action
from caseapp.gui.case.documents.preview import PreviewDialog, clipboard_png
from caseapp.gui.case.rows import Rows
from caseapp.gui.desk import Desk
from caseapp.gui.dialog import ask
from caseapp.gui.fields import buttons
from caseapp.gui.files import ask_files_to_read
from caseapp.gui.text import Words
from caseapp.i18n import N_, _


class FilesPanel(QWidget):
    """The attachments of one paper. Whoever shows it attaches what ``added`` names."""

    added = Signal(object)
    """The path of a file to attach."""
    pasted = Signal(bytes)
    """A picture from the clipboard, as a PNG file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setAcceptDrops(True)
        self._rows = Rows()
        self._rows.setObjectName("document_files")
        add = Action(N_("Attach a file"), self._ask, name="attach_file", icon="attach")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        paste = Action(N_("Paste a picture"), self.paste, name="paste_file", icon="document", role="quiet")
        for part in (Words(N_("Files"), "label"), self._rows, buttons(add, paste)):
            column.addWidget(part)
        column.addWidget(Words(N_("Or drop files here."), "small"))

    def show_files(self, attachments: Sequence[Attachment]) -> None:
        """Show these attachments."""
        self._rows.fill([self._row(attachment) for attachment in attachments])

    def open(self, attachment: Attachment) -> PreviewDialog:
        """Show a file inside the window."""
        dialog = PreviewDialog(self._desk, attachment, self)
        dialog.open()
        return dialog

    def paste(self) -> None:
        """Attach what lies on the clipboard: a picture, or files that were copied."""
        held = QGuiApplication.clipboard().mimeData()
        files = [Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()]
        for file in files:
            self.added.emit(file)
        if not files and held.hasImage():
            self.pasted.emit(clipboard_png(QGuiApplication.clipboard().image()))
        elif not files:
            self._desk.say(N_("There is no picture on the clipboard. Copy it first, then paste it here."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.added.emit(Path(url.toLocalFile()))
        event.acceptProposedAction()

    def _ask(self) -> None:
        ask_files_to_read(self, N_("Attach a file"), self.added.emit, name="attach_dialog")

    def _row(self, attachment: Attachment) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        name = attachment.name
        short = name if len(name) <= 28 else f"{name[:16]}…{name[-10:]}"
        shown = Action(lambda: short, lambda: self.open(attachment), name=f"open_{attachment.id}", icon="eye", role="quiet")
        shown.setToolTip("")
        shown.setAccessibleDescription(name)
        line.addWidget(shown)
        line.addStretch(1)
        out = Action("", lambda: self._ask_out(attachment), name=f"remove_{attachment.id}", icon="delete", role="quiet")
        out.setAccessibleName(_("Take out"))
        line.addWidget(out)
        return row

    def _ask_out(self, attachment: Attachment) -> None:
        ask(
            self, N_("Take a file out"), N_("The file is taken out of sight; the history can bring it back."),
            N_("Take out"), lambda: self._remove(attachment), name="remove_file", icon="delete",
        )  # fmt: skip

    def _remove(self, attachment: Attachment) -> None:
        from caseapp.work.attachments import remove_attachment

        session, now = self._desk.session, self._desk.now()
        self._desk.write(
            self, lambda: remove_attachment(session, attachment.id, now),
            lambda _none: self._desk.say(N_("The file is taken out.")),
        )  # fmt: skip
