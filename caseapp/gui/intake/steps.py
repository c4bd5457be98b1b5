"""Where one is on the path: four words, the present one in ink."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseapp.gui.parts.text import Words
from caseapp.gui.words import Say, said


class Steps(QWidget):
    """The steps of a path."""

    def __init__(self, names: Sequence[Say]) -> None:
        super().__init__()
        self.setObjectName("steps")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        self._labels = [
            Words(lambda name=name, at=at: f"{at} {said(name)}", "soft", wrap=False) for at, name in enumerate(names, 1)
        ]
        for label in self._labels:
            row.addWidget(label)
        row.addStretch(1)

    def mark(self, at: int) -> None:
        """Show the step one is at, counted from 0."""
        for index, label in enumerate(self._labels):
            label.set_role("accent" if index == at else "soft")
