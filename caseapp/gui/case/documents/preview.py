"""Attached files shown inside the window: PDF and pictures as pixels, decoded elsewhere, and nothing written outside."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from caseapp.domain.documents import Attachment
from caseapp.domain.media import recording
from caseapp.errors import CaseAppError
from caseapp.gui.case.documents.copies import CopyButtons
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.paper_view import PaperView
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _, screen
from caseapp.paper.foreign_pages import BROKEN, PAGES_AT_ONCE, ForeignPages

WIDTH, HEIGHT = 760, 480
AROUND = 260
"""Pixels of a window above and below its pages."""


class PreviewDialog(Dialog):
    """Shows some pages at a time; PageUp and PageDown go on through the file, then to the next file of the paper."""

    def __init__(self, desk: Desk, files: Sequence[Attachment], at: int, parent: QWidget) -> None:
        name = files[0].name
        title = N_("The pages of this paper") if len(files) > 1 else lambda: name
        super().__init__(title, parent, name="preview", width=WIDTH)
        self._desk, self._files = desk, tuple(files)
        self._at, self._page, self._total = at, 0, 1
        self.paper = PaperView(desk, name="preview_paper")
        self.words = Words(N_("One moment"), "soft")
        self.place = Words(self._place, "small", wrap=False)
        self.place.setObjectName("preview_place")
        self.before = Action(N_("Earlier pages"), lambda: self.turn(-1), name="preview_before", icon="back")
        self.after = Action(N_("Later pages"), lambda: self.turn(1), name="preview_after", icon="next")
        self._shown: ForeignPages | None = None
        self.note = Words(self._noted, "small")
        self.note.setObjectName("preview_note")
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(min(HEIGHT, self.screen().availableGeometry().height() - AROUND))
        for page in (self.words, self.paper):
            self.stack.addWidget(page)
        turn = QHBoxLayout()
        turn.addWidget(self.before)
        turn.addWidget(self.place, 1, Qt.AlignmentFlag.AlignCenter)
        turn.addWidget(self.after)
        self.column.addLayout(turn)
        self.add(self.note)
        self.add(self.stack)
        self.copies = CopyButtons(desk, self._files)
        self.about = Action(N_("About this recording"), self.describe, name="preview_about", icon="edit")
        self.foot(self.about, self.copies, Action(N_("Close"), self.accept, name="preview_close"))
        self._read()

    def turn(self, step: int) -> None:
        """Go to the pages before or after these, in this file or the next."""
        page = self._page + step * PAGES_AT_ONCE
        if 0 <= page < self._total:
            self._page = page
        elif 0 <= self._at + step < len(self._files):
            self._at, self._page, self._total = self._at + step, 0, 1
        else:
            return
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(event.key())
        if step:
            self.turn(step)
        else:
            super().keyPressEvent(event)

    def save_copy(self, path: Path) -> None:
        """Write the copy there."""
        self.copies.save_copy(path)

    def _read(self) -> None:
        from caseapp.work.attachments import pages_shown

        session, file, page = self._desk.session, self._files[self._at], self._page
        self._shown = None
        self._turned()
        self.copies.show_file(file)
        self.about.setVisible(recording(file.media_type))
        self.stack.setCurrentWidget(self.words)
        self.words.say(N_("One moment"))
        if recording(file.media_type):
            self._listen(file)
            return
        self._desk.long(
            self,
            lambda _progress: pages_shown(session, file, width=2 * WIDTH, first=page, most=PAGES_AT_ONCE),
            lambda found: self._show(file, page, found),
            failed=lambda error: self._failed(file, error),
        )

    def describe(self) -> None:
        """Ask what is known of the recording."""
        from caseapp.gui.case.documents.recording import RecordingDialog

        at = self._at
        dialog = RecordingDialog(self._desk, self._files[at], self)
        dialog.accepted.connect(lambda: self._described(at, dialog.attachment))
        dialog.open()

    def _described(self, at: int, attachment: Attachment) -> None:
        self._files = (*self._files[:at], attachment, *self._files[at + 1 :])
        if at == self._at:
            self._read()

    def _listen(self, file: Attachment) -> None:
        from caseapp.gui.case.documents.recording import about
        from caseapp.work.recordings import Heard, heard

        session = self._desk.session

        def told(found: Heard) -> None:
            if file == self._files[self._at]:
                self.words.say(lambda: about(file, found))

        self._desk.long(self, lambda _progress: heard(session, file), told, failed=lambda error: self._failed(file, error))

    def _show(self, file: Attachment, page: int, found: ForeignPages) -> None:
        if (file, page) != (self._files[self._at], self._page):
            return
        self._total, self._shown = found.total, found
        self._turned()
        self.stack.setCurrentWidget(self.paper)
        self.paper.show_images(found.pages)
        self.paper.verticalScrollBar().setValue(0)

    def _failed(self, file: Attachment, error: Exception) -> None:
        """A file from outside may be anything; that it cannot be read is no fault of the program."""
        if file != self._files[self._at]:
            return
        if isinstance(error, CaseAppError):
            sentence = error
            self.words.say(lambda: sentence.say(screen()))
        else:
            self.words.say(BROKEN)

    def _turned(self) -> None:
        for words in (self.place, self.note):
            words.retranslate()
        self.note.setVisible(bool(self.note.text()))
        more = self._page + PAGES_AT_ONCE < self._total or self._at + 1 < len(self._files)
        self.before.setEnabled(self._page > 0 or self._at > 0)
        self.after.setEnabled(more)
        for part in (self.before, self.after, self.place):
            part.setVisible(more or self.before.isEnabled())

    def _noted(self) -> str:
        """What the pages leave out."""
        if self._shown is None or not self._shown.text_only:
            return ""
        said = _("Text only: layout, pictures, notes and what a tracked change struck out are not shown.")
        return said + " " + _("There is more text than is shown here.") if self._shown.cut else said

    def _place(self) -> str:
        """Where we are: among the files, and among the pages of this one."""
        said = []
        if len(self._files) > 1:
            said.append(_("File {at} of {count}").format(at=self._at + 1, count=len(self._files)))
            said.append(self._files[self._at].name)
        if self._total > 1:
            last = min(self._page + PAGES_AT_ONCE, self._total)
            said.append(_("Pages {first} to {last} of {count}").format(first=self._page + 1, last=last, count=self._total))
        return " · ".join(said)
