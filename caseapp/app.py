"""The entry point of the window. It paints first and imports what is slow afterwards."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from caseapp.gui.errors import LastResort
from caseapp.gui.files import leave_no_traces
from caseapp.gui.shell import MainWindow
from caseapp.gui.theme.theme import Scheme, Theme
from caseapp.gui.words import Language


def run(argv: Sequence[str]) -> int:
    """Open the window; ``argv`` may name a casebook. Returns the exit code."""
    no_core_dump()
    leave_no_traces()
    QCoreApplication.setApplicationName("caseapp")
    app = QApplication.instance() or QApplication(list(argv[:1]))
    last_resort = LastResort()
    last_resort.install()
    window = build(app, Path(argv[1]) if len(argv) > 1 else None)
    window.hear(last_resort)
    window.show()
    return int(app.exec())


def build(app: QApplication, casebook: Path | None) -> MainWindow:
    """The window in the language and colours last chosen on this computer."""
    language = Language(app, "zh_CN")
    theme = Theme(app, Scheme.SYSTEM)
    return MainWindow(language, theme, casebook)


def no_core_dump() -> None:
    """A crash leaves no picture of the memory on the disk."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
