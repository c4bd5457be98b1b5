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

    def keep_only(self, kept: Callable[[QWidget], bool]) -> None:
        """Destroy every widget that is not ``kept``, and all it shows."""
        for name, widget in tuple(self._made.items()):
            if not kept(widget):
                del self._made[name]
                self.removeWidget(widget)
                widget.deleteLater()

    def forget(self) -> None:
        """Destroy every widget and all it shows."""
        self.keep_only(lambda _widget: False)
