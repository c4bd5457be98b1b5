"""A form that may be higher than the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from caseapp.gui.theme import tokens


def scrolled(content: QWidget, *, name: str = "") -> QScrollArea:
    """The content in an area that scrolls down only; it stands at the left with a page's margin."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, tokens.PAGE_MARGIN, tokens.PAGE_MARGIN)
    column = QVBoxLayout()
    column.addWidget(content)
    column.addStretch(1)
    row.addLayout(column, 1)
    if content.maximumWidth() < 10_000:
        row.addStretch(0)
    content.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(holder)
    return area
