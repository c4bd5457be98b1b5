"""A tab's content in an area that scrolls down only, no wider than one can read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QWidget


def reading_area(content: QWidget, widest: int, *, name: str) -> QScrollArea:
    """The content at the left, up to ``widest`` pixels wide; it brings its own margins."""
    content.setMaximumWidth(widest)
    content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    holder = QWidget()
    around = QHBoxLayout(holder)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(content, 1)
    around.addStretch(0)
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area
