"""An attached file shown inside the window: PDF and pictures as pixels, decoded elsewhere, and nothing written outside."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QStackedWidget, QWidget

from caseapp.domain.documents import Attachment
from caseapp.errors import CaseAppError
from caseapp.gui.buttons import Action
from caseapp.gui.desk import Desk
from caseapp.gui.dialog import Dialog
from caseapp.gui.files import ask_file_to_write
from caseapp.gui.paper_view import PaperView
from caseapp.gui.text import Words
from caseapp.i18n import N_, screen
from caseapp.paper.foreign_pages import BROKEN, SHOWN, ForeignPages, foreign_pages

WIDTH, HEIGHT = 720, 480


class PreviewDialog(Dialog):
    """Shows one attachment."""

    def __init__(self, desk: Desk, attachment: Attachment, parent: QWidget) -> None:
        super().__init__(lambda: attachment.name, parent, name="preview", width=WIDTH)
        self._desk, self._attachment = desk, attachment
        self.paper = PaperView(desk, name="preview_paper")
        self.words = Words(N_("One moment"), "soft")
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(HEIGHT)
        for page in (self.words, self.paper):
            self.stack.addWidget(page)
        self.add(self.stack)
        self.copy = Action(N_("Save a copy without metadata"), self._ask_copy, name="preview_copy", icon="save")
        self.foot(self.copy, Action(N_("Close"), self.accept, name="preview_close"))
        self.copy.setVisible(attachment.media_type in SHOWN)
        self._read()

    def _read(self) -> None:
        from caseapp.work.attachments import attachment_bytes

        session, attachment = self._desk.session, self._attachment
        if attachment.media_type not in SHOWN:
            self.words.say(N_("Files of this kind are kept, but not opened here: PDF, PNG, JPEG, WebP and TIFF are."))
            return
        self._desk.long(
            self,
            lambda _progress: foreign_pages(attachment_bytes(session, attachment), attachment.media_type, width=2 * WIDTH),
            self._show,
            failed=self._failed,
        )

    def _show(self, found: ForeignPages) -> None:
        self.stack.setCurrentWidget(self.paper)
        self.paper.show_images(found.pages)

    def _failed(self, error: Exception) -> None:
        """A file from outside may be anything; that it cannot be read is no fault of the program."""
        if isinstance(error, CaseAppError):
            sentence = error
            self.words.say(lambda: sentence.say(screen()))
        else:
            self.words.say(BROKEN)

    def _ask_copy(self) -> None:
        suffix = Path(self._attachment.name).suffix or ".pdf"
        ask_file_to_write(self, N_("Save a copy"), f"copy{suffix}", self.save_copy, name="copy_file")

    def save_copy(self, path: Path) -> None:
        """Write the copy there."""
        from caseapp.work.attachments import save_copy

        session, attachment = self._desk.session, self._attachment
        self._desk.long(
            self,
            lambda _progress: save_copy(session, attachment, path),
            lambda _none: self._desk.say(N_("The copy is written: readable by anyone, without place, device or author.")),
        )


def clipboard_png(image: QImage) -> bytes:
    """A pasted picture as a PNG file."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(held.data())
