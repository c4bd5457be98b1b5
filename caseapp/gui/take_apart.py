"""After a lock nothing on the screen, in a model or on the clipboard still holds a word of a case."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget


def leave_nothing(window: QWidget) -> None:
    """Close every other window, destroy what waits to be destroyed, and empty the clipboard."""
    for other in QApplication.topLevelWidgets():
        if other is not window:
            other.close()
            other.deleteLater()
    clipboard = QGuiApplication.clipboard()
    for mode in (clipboard.Mode.Clipboard, clipboard.Mode.Selection):
        clipboard.clear(mode)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()  # parts that point at each other would keep a case in memory until there is need of room
