"""Photographs that may not be readable: said once, calmly, where they were attached. Nothing is ever refused for it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.documents import Attachment
from caseapp.gui.case.rows import Rows
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _, screen
from caseapp.paper.foreign_pages import Doubt, Looks

WORDS = {
    Doubt.BLURRED: N_("{name} may be blurred. Can you read it?"),
    Doubt.DARK: N_("{name} is very dark. Can you read it?"),
    Doubt.SMALL: N_("{name} has few pixels. Can you read the small print?"),
    Doubt.CUT: N_("In {name} print runs to the edge. Is the whole page on it?"),
}


class DoubtRows(Rows):
    """Looks at files one after the other, in the long lane, and shows a note for each that may be doubted."""

    again = Signal(object)
    """Take this one out: it is photographed again."""
    looked = Signal(object, object)
    """A file was looked at, and this was found."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(spacing=8)
        self.setObjectName("file_doubts")
        self._desk = desk
        self._waiting: deque[Attachment] = deque()
        self._seen: set[str] = set()
        self._busy = False
        self._notes: dict[str, QWidget] = {}
        """By the id of the file."""
        self.hide()

    def look_at(self, files: Iterable[Attachment]) -> None:
        """Look at files that were just attached."""
        self._waiting.extend(file for file in files if file.id not in self._seen)
        self._seen.update(file.id for file in self._waiting)
        self._next()

    def forget(self) -> None:
        """Another paper is shown."""
        self._waiting.clear()
        self._seen.clear()
        self._notes.clear()
        self._show()

    def settle(self, attachment: Attachment) -> None:
        """It can be read, or is gone."""
        self._notes.pop(attachment.id, None)
        self._show()

    def only(self, files: Iterable[Attachment]) -> None:
        """These are all the files there are."""
        there = {file.id for file in files}
        if self._notes.keys() - there:
            self._notes = {key: note for key, note in self._notes.items() if key in there}
            self._show()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        from caseapp.work.attachments import looked_at

        self._busy = True
        session, wanted = self._desk.session, self._waiting.popleft()
        self._desk.long(
            self, lambda _progress: looked_at(session, wanted), lambda found: self._keep(wanted, found),
            failed=lambda _error: self._keep(wanted, Looks(0)),
        )  # fmt: skip

    def _keep(self, attachment: Attachment, found: Looks) -> None:
        self._busy = False
        self.looked.emit(attachment, found)
        if (found.doubts or found.refused) and attachment.id in self._seen:
            self._notes[attachment.id] = self._note(attachment, found)
            self._show()
        self._next()

    def _show(self) -> None:
        self.fill(list(self._notes.values()))
        self.setVisible(bool(self._notes))

    def _note(self, attachment: Attachment, found: Looks) -> QWidget:
        note = QWidget()
        column = QVBoxLayout(note)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for doubt in found.doubts:
            column.addWidget(Words(lambda doubt=doubt: _(WORDS[doubt]).format(name=attachment.name)))
        why = found.refused
        if why is not None:
            column.addWidget(Words(lambda: _("{name}: {why}").format(name=attachment.name, why=why.say(screen()))))
        yes, no = (N_("Yes, keep it"), N_("Take again")) if why is None else (N_("Leave it so"), N_("Take out"))
        keep = Action(yes, lambda: self.settle(attachment), name=f"doubt_keep_{attachment.id}", icon="met")
        again = Action(no, lambda: self.again.emit(attachment), name=f"doubt_again_{attachment.id}", role="quiet")
        column.addWidget(buttons(keep, again))
        return note
