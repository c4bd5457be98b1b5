"""A small icon that stands beside words."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel

from caseapp.gui.theme.icons import pixmap
from caseapp.gui.theme.theme import palette


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

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._paint()
        super().changeEvent(event)

    def _paint(self) -> None:
        self.setPixmap(pixmap(self._icon, getattr(palette(), self._colour), self._size))
