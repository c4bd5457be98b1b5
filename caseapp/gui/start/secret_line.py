"""A passphrase as it is typed: hidden, shown while asked for, with a word about Caps Lock."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.line import Line
from caseapp.gui.words import Say
from caseapp.i18n import N_


class SecretLine(QWidget):
    """A hidden line with a button that shows it."""

    def __init__(self, hint: Say = "", *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.line = Line(hint, name=f"{name}_line", secret=True)
        # Translators: button beside a passphrase: let it be read.
        self.show_button = Action(N_("Show"), name=f"{name}_show", role="quiet")
        self.show_button.setCheckable(True)
        self.show_button.toggled.connect(self._shown)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.show_button)
        self.setFocusProxy(self.line)

    def _shown(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        # Translators: button beside a passphrase: hide it again.
        self.show_button.say(N_("Hide") if shown else N_("Show"))
