"""Words on the screen. Text is always plain text: what comes from a case can never be read as markup."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from caseapp.gui.words import Retranslated, Say, said

PLAIN_TEXT = 0
"""``Qt.TextFormat.PlainText`` by its number: Qt's table of names takes as long to come alive as this window."""


_SEEN = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"), "↔")
"""What turns the direction of writing (UAX #9) is shown: hidden in a client's words it would turn the program's, too."""


class Text(QLabel):
    """A line or paragraph of data, shown letter by letter."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = True) -> None:
        super().__init__()
        self.setProperty("textFormat", PLAIN_TEXT)
        self.setWordWrap(wrap)
        self.setOpenExternalLinks(False)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)
        self.setProperty("role", role)

    def setText(self, text: str) -> None:
        super().setText(text if text.isascii() else text.translate(_SEEN))

    def set_role(self, role: str) -> None:
        """Change what the text is, and so its colour."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)


class Words(Retranslated, Text):
    """Words of the program, said again when the language changes."""

    def __init__(self, words: Say = "", role: str = "", *, wrap: bool = True) -> None:
        self._words = words
        super().__init__(said(words), role, wrap=wrap)

    def say(self, words: Say) -> None:
        """Show other words."""
        self._words = words
        self.setText(said(words))

    def retranslate(self) -> None:
        self.setText(said(self._words))


class Rule(QFrame):
    """A thin line between two parts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.setFixedHeight(1)
