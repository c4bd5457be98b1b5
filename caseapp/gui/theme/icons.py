"""Icons: one set of strokes on a 24-point grid (``resources/icons``), painted in a colour of the palette.

The drawing says ``currentColor``; the colour is put in when it is painted, so one file serves light and dark.
"""

from __future__ import annotations

from functools import cache

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QIcon, QPainter, QPixmap

from caseapp.gui.theme import tokens
from caseapp.paths import resource


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


@cache
def pixmap(name: str, colour: str, size: int = tokens.ICON, scale: float = 2.0) -> QPixmap:
    """The icon ``name`` in ``colour``, ``size`` device-independent pixels wide, sharp up to ``scale``."""
    from PySide6.QtSvg import QSvgRenderer

    picture = QPixmap(round(size * scale), round(size * scale))
    picture.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing = _drawing(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(scale)
    return picture


@cache
def icon(name: str, colour: str, disabled: str = "") -> QIcon:
    """The icon ``name`` in ``colour``, and in ``disabled`` where its button is off."""
    made = QIcon(pixmap(name, colour))
    if disabled:
        made.addPixmap(pixmap(name, disabled), QIcon.Mode.Disabled)
    return made
