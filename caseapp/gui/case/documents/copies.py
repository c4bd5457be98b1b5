"""Copies of attached files: without metadata, several as one PDF, or the original as it came, for who must examine it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseapp.domain.documents import Attachment
from caseapp.domain.media import copy_ending
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.files import ask_file_to_write
from caseapp.i18n import N_, _
from caseapp.paper.foreign_pages import COPIED

WRITTEN = N_("The copy is written: readable by anyone, without place, device or author.")


class CopyButtons(QWidget):
    """For the file that is shown; all of a paper go into one PDF where every one is a PDF or a picture."""

    def __init__(self, desk: Desk, files: Sequence[Attachment]) -> None:
        super().__init__()
        self._desk, self._files = desk, tuple(files)
        self._file = self._files[0]
        self.copy = Action(N_("Save a copy without metadata"), self._ask_copy, name="preview_copy", icon="save")
        self.one = Action(N_("All as one PDF"), self._ask_one, name="preview_one", icon="document")
        self.original = Action(N_("Original file"), self._ask_original, name="preview_original", role="quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.original, self.one, self.copy):
            row.addWidget(button)
        self.one.setVisible(len(self._files) > 1 and all(file.media_type in COPIED for file in self._files))

    def show_file(self, file: Attachment) -> None:
        """Copy this one from now on."""
        self._file = file
        self.copy.setVisible(file.media_type in COPIED)

    def save_copy(self, path: Path) -> None:
        """Write the copy there."""
        from caseapp.work.attachments import save_copy

        session, file = self._desk.session, self._file
        self._write(lambda: save_copy(session, file, path), WRITTEN)

    def save_one(self, path: Path) -> None:
        """Write the pages of all of them there."""
        from caseapp.work.attachments import save_as_one

        session, files = self._desk.session, self._files
        self._write(lambda: save_as_one(session, files, path), WRITTEN)

    def save_original(self, path: Path) -> None:
        """Write the file as it came in."""
        from caseapp.work.attachments import save_original

        session, file = self._desk.session, self._file

        def said(digest: str) -> None:
            words = N_("The original is written: readable by anyone. SHA-256 {digest}")
            self._desk.say(lambda: _(words).format(digest=digest))

        self._desk.long(self, lambda _progress: save_original(session, file, path), said)

    def _write(self, work: Callable[[], None], said: str) -> None:
        self._desk.long(self, lambda _progress: work(), lambda _none: self._desk.say(said))

    def _ask_copy(self) -> None:
        ask_file_to_write(
            self, N_("Save a copy"), f"copy{copy_ending(self._file.media_type)}", self.save_copy, name="copy_file"
        )

    def _ask_one(self) -> None:
        ask_file_to_write(self, N_("Save a copy"), "copy.pdf", self.save_one, name="one_file")

    def _ask_original(self) -> None:
        ask(
            self, N_("Original file"),
            N_("It may tell where, when and with which device it was made. Give it only to who has to examine it."),
            N_("Save the original"), self._choose_original, name="save_original", icon="save",
        )  # fmt: skip

    def _choose_original(self) -> None:
        suffix = Path(self._file.name).suffix
        ask_file_to_write(self, N_("Save the original"), f"original{suffix}", self.save_original, name="original_file")
