"""The first question of all: in which language. Each is offered by its own name."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from caseapp.gui.parts.buttons import Action
from caseapp.gui.words import LANGUAGE_NAMES, Language, Retranslated


class LanguageChoice(Retranslated, QWidget):
    """A button for each language; the one that is shown is pressed."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Action] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for code, name in LANGUAGE_NAMES.items():
            button = Action(
                lambda name=name: name,
                lambda code=code: language.switch(code),
                name=f"language_{code}",
                role="segment",
            )
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[code] = button
            row.addWidget(button)
        row.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        self._buttons[self._language.current].setChecked(True)
