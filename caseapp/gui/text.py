"""Words on the screen. Text is always plain text: what comes from a case can never be read as markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from caseapp.gui.theme.icons import pixmap
from caseapp.gui.theme.meaning import Meaning
from caseapp.gui.theme.theme import palette
from caseapp.gui.words import Retranslated, Say, said


class Text(QLabel):
    """A line or paragraph of data, shown letter by letter."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = True) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setOpenExternalLinks(False)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setText(text)
        self.setProperty("role", role)

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


class Picture(QLabel):
    """A small icon in a colour of the palette, painted again when the scheme changes."""

    def __init__(self, icon: str, colour: str = "soft", size: int = 18) -> None:
        super().__init__()
        self._icon, self._colour, self._size = icon, colour, size
        self._paint()

    def show_icon(self, icon: str, colour: str) -> None:
        """Show another icon."""
        self._icon, self._colour = icon, colour
        self._paint()

    def changeEvent(self, event) -> None:
        if event.type() == event.Type.PaletteChange:
            self._paint()
        super().changeEvent(event)

    def _paint(self) -> None:
        self.setPixmap(pixmap(self._icon, getattr(palette(), self._colour), self._size))


class MeaningLabel(QWidget):
    """Icon and word of a meaning, with a text of its own where the word is not enough."""

    def __init__(self, meaning: Meaning, words: Say | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        sign = meaning.sign
        self.picture = Picture(sign.icon, sign.colour, 16)
        self.words = Words(sign.word if words is None else words, sign.colour, wrap=False)
        row.addWidget(self.picture)
        row.addWidget(self.words)
        row.addStretch(1)


class Rule(QFrame):
    """A thin line between two parts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.setFixedHeight(1)
