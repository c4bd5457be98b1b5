"""The page everything before unlocking stands on: a quiet column in the middle, the language in the corner."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Form
from caseapp.gui.parts.text import Words
from caseapp.gui.words import LANGUAGE_NAMES, Language
from caseapp.i18n import N_

COLUMN = 480


class StartFrame(QWidget):
    """A centred column under the name of the program; ``long`` lets it scroll."""

    def __init__(self, language: Language, *, long: bool = False) -> None:
        super().__init__()
        self.setObjectName("page")
        self.form = Form(spacing=14)
        self.form.setFixedWidth(COLUMN)
        # Translators: the program's name with what it does, on the first page.
        self.form.add(Words("caseapp", "title"))
        self.form.add(Words(N_("One case at a time; what they share becomes visible."), "soft"))
        self.other_language = Action(
            lambda: LANGUAGE_NAMES[language.other()],
            lambda: language.switch(language.other()),
            name="start_language",
            role="quiet",
        )
        corner = QHBoxLayout()
        corner.setContentsMargins(16, 8, 16, 0)
        corner.addStretch(1)
        corner.addWidget(self.other_language)
        top = QVBoxLayout()
        top.addWidget(self.form)
        top.addStretch(1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 56, 0, 24)
        row.addStretch(1)
        row.addLayout(top)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(corner)
        column.addWidget(_scrolled(middle) if long else middle, 1)


def _scrolled(content: QWidget) -> QWidget:
    """A long form may be higher than the window; the unlock page is not, and is painted sooner without."""
    from caseapp.gui.parts.scrolled import scrolled

    return scrolled(content)
