"""One person's computer: empty folders of its own, a clock that stands where it is put, and the real window."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from caseapp import i18n
from caseapp.app import build
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from tests.e2e.hands import until

XDG = {
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
}


@dataclass(slots=True)
class Computer:
    """``now`` is what its clock says; it moves only when somebody sets it."""

    folder: Path
    now: datetime = datetime(2026, 6, 12, 10, 0)

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"

    @contextmanager
    def used(self) -> Iterator[Computer]:
        """Everything runs on this computer for a while."""
        for folder in (self.home / "Documents", self.temporary):
            folder.mkdir(parents=True)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("HOME", str(self.home))
            patch.setenv("TMPDIR", str(self.temporary))
            patch.setattr(tempfile, "tempdir", None)
            for variable, below in XDG.items():
                patch.setenv(variable, str(self.home / below))
            patch.setenv("XDG_RUNTIME_DIR", str(self.temporary))
            patch.chdir(self.home)
            yield self

    @contextmanager
    def window(self, app: QApplication) -> Iterator[MainWindow]:
        """The program, started; closed at the end."""
        with no_other_window(app):
            window = build(app, None, now=lambda: self.now)
            window.show()
            window.activateWindow()
            until(window.isActiveWindow, "the window")
            yield window
            window.close()
            for language in app.findChildren(Language):
                app.removeTranslator(language.qt_words)
            i18n.use("zh_CN")
            window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def casebooks(self) -> list[Path]:
        """The casebooks on it."""
        return list(self.home.rglob("*.casebook"))


@contextmanager
def no_other_window(app: QApplication) -> Iterator[None]:
    """Only the window and its dialogs and menus may take the keyboard: a part that shows itself before it has a place
    flashes up as a window of its own."""
    strangers: list[str] = []

    def watch(focused: QWindow | None) -> None:
        for widget in QApplication.topLevelWidgets() if focused else ():
            if widget.windowHandle() is focused and not isinstance(widget, MainWindow | QDialog | QMenu):
                strangers.append(f"{type(widget).__name__} {widget.objectName()}")

    app.focusWindowChanged.connect(watch)
    try:
        yield
    finally:
        app.focusWindowChanged.disconnect(watch)
    assert strangers == []
