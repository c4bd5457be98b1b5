"""The entry point of the window. It paints first and imports what is slow afterwards."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from caseapp import settings
from caseapp.gui.shell import MainWindow
from caseapp.gui.theme.theme import Scheme, Theme
from caseapp.gui.words import Language
from caseapp.i18n import _

STYLE = ("-style", "fusion")
"""One style everywhere, dressed by the theme. (``setStyle`` would load a slow table of names before the first paint.)"""


def run(argv: Sequence[str]) -> int:
    """Open the window; ``argv`` may name a casebook. Returns the exit code."""
    no_core_dump()
    QCoreApplication.setApplicationName("caseapp")
    app = QApplication.instance() or QApplication([*argv[:1], *STYLE])
    window = build(app, Path(argv[1]) if len(argv) > 1 else None)
    window.show()
    QTimer.singleShot(0, lambda: hear_faults(window))
    return int(app.exec())


def hear_faults(window: MainWindow) -> None:
    """From now on nothing ends the program without a word."""
    from caseapp.gui.errors import LastResort

    last_resort = LastResort(window)
    last_resort.install()
    window.hear(last_resort)


def build(app: QApplication, casebook: Path | None, now: Callable[[], datetime] = datetime.now) -> MainWindow:
    """The window in the language and colours last chosen on this computer, over the casebook opened last."""
    loaded = settings.load()
    preferences = Preferences(loaded)
    language = Language(app, settings.language_of(preferences.now))
    theme = Theme(app, Scheme(preferences.now.theme))
    language.changed.connect(theme.fit)
    language.changed.connect(lambda chosen: preferences.keep(language=chosen))
    theme.changed.connect(lambda: preferences.keep(theme=theme.scheme.value))
    known = (Path(folder) for folder in preferences.now.casebooks)
    last = next((folder for folder in known if folder.is_dir()), None)
    window = MainWindow(language, theme, casebook or last, opened=preferences.remember, now=now)
    if loaded.notice:
        QTimer.singleShot(0, window, lambda: window.tell(_(loaded.notice).format(**loaded.values)))
    return window


class Preferences:
    """What this person chose on this computer; a file that could not be read is left alone."""

    def __init__(self, loaded: settings.Loaded) -> None:
        self.now = loaded.settings
        self._may_be_saved = loaded.may_be_saved

    def keep(self, **chosen: str) -> None:
        """Keep a choice."""
        self._save(replace(self.now, **chosen))

    def remember(self, casebook: Path) -> None:
        """Offer this casebook first at the next start."""
        self._save(self.now.with_casebook(casebook))

    def _save(self, wanted: settings.Settings) -> None:
        if wanted != self.now:
            self.now = wanted
            if self._may_be_saved:
                settings.save(wanted)


def no_core_dump() -> None:
    """A crash leaves no picture of the memory on the disk."""
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def load_first_window() -> None:
    """Import what is painted first, and nothing else; a test counts what that loads."""
    import caseapp.gui.start.unlock  # noqa: F401
