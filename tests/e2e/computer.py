"""One person's computer: empty folders of its own, a clock that stands where it is put, and the real window."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from caseapp import i18n
from caseapp.app import build
from caseapp.gui.shell import MainWindow
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
            with shown(window):
                yield window

    def casebooks(self) -> list[Path]:
        """The casebooks on it."""
        return list(self.home.rglob("*.casebook"))


@contextmanager
def shown(window: MainWindow) -> Iterator[None]:
    """A window that has the keys; closed and taken apart at the end."""
    window.show()
    window.activateWindow()
    try:
        until(window.isActiveWindow, "the window")
        yield
    finally:
        window.close()
        QApplication.instance().removeTranslator(window.language.qt_words)
        i18n.use("zh_CN")
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@contextmanager
def no_other_window(app: QApplication) -> Iterator[None]:
    """Only the window, its dialogs, menus and lists may open: a part that shows itself before it has a place flashes up
    as a window of its own, and takes the keyboard away."""
    watch = _Watch()
    app.installEventFilter(watch)
    try:
        yield
    finally:
        app.removeEventFilter(watch)
    assert not watch.strangers, watch.strangers


class _Watch(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.strangers: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and _plain_window(watched):
            self.strangers.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def _plain_window(widget: QWidget) -> bool:
    """A window that is neither ours nor a dialog, menu, list or tip."""
    return widget.windowType() is Qt.WindowType.Window and not isinstance(widget, MainWindow)
