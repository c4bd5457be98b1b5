"""A thin bar that moves while something is being done."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar


class Busy(QProgressBar):
    """How far it is, is not known."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("busy")
        self.setRange(0, 0)
        self.setTextVisible(False)
