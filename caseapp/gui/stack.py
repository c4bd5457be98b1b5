"""Widgets of which one is shown; each is made when first needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QStackedWidget, QWidget

W = TypeVar("W", bound=QWidget)


class LazyStack(QStackedWidget):
    """Makes its widgets by name, once."""

    def __init__(self) -> None:
        super().__init__()
        self._made: dict[str, QWidget] = {}

    def made(self, name: str, build: Callable[[], W]) -> W:
        """The widget of that name; ``build`` makes it the first time."""
        if name not in self._made:
            widget = build()
            self._made[name] = widget
            self.addWidget(widget)
        return self._made[name]  # type: ignore[return-value]

    def forget(self) -> None:
        """Destroy every widget and all it shows."""
        for widget in self._made.values():
            self.removeWidget(widget)
            widget.deleteLater()
        self._made.clear()
