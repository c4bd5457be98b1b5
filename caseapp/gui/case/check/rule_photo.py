"""A photograph of the notice or paper a rule entered by hand was read from."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.documents import Attachment
from caseapp.gui.case.documents.dropped import pasted
from caseapp.gui.case.documents.preview import PreviewDialog
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import buttons
from caseapp.gui.parts.files import ask_files_to_read
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _
from caseapp.work.attachments import Pasted


class RulePhoto(QWidget):
    """One picture: chosen or pasted now, or kept with the rule before."""

    def __init__(self, desk: Desk, kept: Attachment | None) -> None:
        super().__init__()
        self.setObjectName("rule_photo")
        self._desk, self._kept = desk, kept
        self.chosen: Path | Pasted | None = None
        """What is to be kept with the rule when it is saved."""
        self.name = Words(self._said, "soft")
        self.name.setObjectName("rule_photo_name")
        self.open_button = Action(N_("Look at it"), self.open, name="rule_photo_open", icon="eye", role="quiet")
        self.open_button.setVisible(kept is not None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.name)
        add = Action(N_("Attach a file"), self._ask, name="rule_photo_add", icon="attach")
        paste = Action(N_("Paste"), self.paste, name="rule_photo_paste", icon="document", role="quiet")
        column.addWidget(buttons(add, paste, self.open_button))

    def choose(self, file: Path | Pasted) -> None:
        """Keep this one with the rule; one kept before stays in the case."""
        self.chosen = file
        self.name.retranslate()
        self.open_button.hide()

    def paste(self) -> None:
        """Choose what lies on the clipboard."""
        found = pasted(QGuiApplication.clipboard().mimeData(), f"{self._desk.now():%Y-%m-%d-%H%M%S}.png")
        if found:
            self.choose(found[0])
        else:
            self._desk.say(N_("There is no picture on the clipboard. Copy it first, then paste it here."))

    def open(self) -> None:
        """Show the one that is kept."""
        if self._kept is not None:
            PreviewDialog(self._desk, (self._kept,), 0, self).open()

    def _ask(self) -> None:
        ask_files_to_read(self, N_("Attach a file"), self.choose, name="rule_photo_dialog")

    def _said(self) -> str:
        if self.chosen is not None:
            return self.chosen.name
        return self._kept.name if self._kept else _("None yet: a photo shows later what the rule said.")
