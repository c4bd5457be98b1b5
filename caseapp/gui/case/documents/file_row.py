"""One attached file in the list: its picture, its name, its place among the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseapp.domain.documents import Attachment
from caseapp.gui.case.documents.thumbnails import Thumbnail, Thumbnails
from caseapp.gui.parts.buttons import Action
from caseapp.i18n import N_, _

NAME_WIDTH = 140
"""Pixels of a name; the middle of a longer one is left out."""


STEP_WIDTH = 26


class FileRow(QWidget):
    """Enter opens it; Alt+Up and Alt+Down move it among the pages."""

    opened = Signal()
    moved = Signal(int)
    """By so many places, -1 or 1."""
    removed = Signal()

    def __init__(self, thumbnails: Thumbnails, attachment: Attachment, *, first: bool, last: bool) -> None:
        super().__init__()
        self.attachment = attachment
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Thumbnail(thumbnails, attachment))
        shown = Action(self._said, self.opened.emit, name=f"open_{attachment.id}", role="quiet")
        shown.setToolTip("")
        shown.setAccessibleDescription(attachment.name)
        row.addWidget(shown, 1, Qt.AlignmentFlag.AlignLeft)
        if not (first and last):
            for step, sign, words, stop in ((-1, "↑", N_("One page earlier"), first), (1, "↓", N_("One page later"), last)):
                name = f"move{step}_{attachment.id}"
                button = Action(sign, lambda step=step: self.moved.emit(step), name=name, role="quiet")
                button.setAccessibleName(_(words))
                button.setFixedWidth(STEP_WIDTH)
                button.setEnabled(not stop)
                row.addWidget(button)
        out = Action("", self.removed.emit, name=f"remove_{attachment.id}", icon="delete", role="quiet")
        out.setAccessibleName(_("Take out"))
        row.addWidget(out)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def _said(self) -> str:
        return self.fontMetrics().elidedText(self.attachment.name, Qt.TextElideMode.ElideMiddle, NAME_WIDTH)
