"""A fold whose line stands at the left, under what it belongs to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from caseapp.gui.parts.fold import Fold
from caseapp.gui.words import Say


def left_fold(title: Say, content: QWidget, *, name: str) -> Fold:
    """Folded at first."""
    fold = Fold(title, content, name=name)
    fold.layout().setAlignment(fold.button, Qt.AlignmentFlag.AlignLeft)
    return fold
