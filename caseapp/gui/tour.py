"""A picture of each screen in both languages, of the real window over a real casebook: for the demo and the README."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from caseapp.domain.ids import CaseId
from caseapp.errors import NotSaved, ProgramFault
from caseapp.gui.case.tabs import TABS
from caseapp.gui.shell import MainWindow
from caseapp.gui.theme.theme import Scheme, Theme
from caseapp.gui.traces import leave_no_traces
from caseapp.gui.words import Language
from caseapp.i18n import LANGUAGES, N_, screen_language
from caseapp.work.session import Session

SIZE = QSize(1280, 800)
POLL_MS, QUIET_POLLS, LONGEST_MS = 20, 4, 30_000
SHARED = ("patterns", "offices", "report")
POLICIES: tuple[tuple[str, str, object], ...] = (
    ("policies", "rules", ("beijing", "beijing-points-hukou-2020")),
    ("policies-changes", "changes", None),
    ("policies-law", "law", "edu-migrant-children"),
)
"""Pictures of the policies page: name, side, and what is shown there."""
DARK = ("cases", "case-overview", "case-check", "policies")


def take_pictures(
    open_session: Callable[[], Session], case: CaseId, days: tuple[datetime, datetime], out: Path
) -> tuple[Path, ...]:
    """PNG files in ``out``, one a screen and language. ``open_session`` opens the casebook that is shown.

    ``days``: the moment at which the case is shown, and the one at which what cases share is.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved(N_("The pictures could not be written. Choose another folder.")) from error
    leave_no_traces()
    made = QApplication.instance() or QApplication(["caseapp"])
    assert isinstance(made, QApplication)
    before = screen_language()
    language, theme = Language(made, LANGUAGES[0]), Theme(made, Scheme.LIGHT)
    clock = [days[0]]
    window = MainWindow(language, theme, None, now=lambda: clock[0], idle_seconds=24 * 3600)
    window.resize(SIZE)
    window.show()
    taken: list[Path] = []
    try:
        for name, screen in _screens(window, open_session, case):
            clock[0] = days[1] if name in SHARED else days[0]
            for spoken in LANGUAGES:
                language.switch(spoken)
                taken.append(_picture(window, out / f"{name}-{spoken[:2]}.png", screen))
            if name in DARK:
                theme.choose(Scheme.DARK)
                taken.append(_picture(window, out / f"{name}-dark-en.png", screen))
                theme.choose(Scheme.LIGHT)
    finally:
        language.switch(before)
        window.close()
    return tuple(taken)


def _screens(
    window: MainWindow, open_session: Callable[[], Session], case: CaseId
) -> Iterator[tuple[str, Callable[[], QWidget]]]:
    """Each screen by name, brought to the front."""
    yield "first-start", lambda: window.start_page
    session = open_session()
    folder = session.casebook.folder
    window.open(session)
    space = window.workspace
    assert space is not None
    for page in ("today", "cases", "enquiries", "intake"):
        space.go(page)
        yield page, lambda: window
    for tab in TABS:
        space.go("case", (case, tab.name, None))
        yield f"case-{tab.name}", lambda: window
    for name, side, what in POLICIES:
        space.go("policies", (side, what))
        yield name, lambda: window
    for page in SHARED:
        yield page, lambda page=page: _at(window, page)
    window.lock()
    settle(window)
    assert window.casebook == folder
    yield "unlock", lambda: window


def _at(window: MainWindow, page: str) -> QWidget:
    """A page that is made when it is looked at, so that it knows the day."""
    assert window.workspace is not None
    if window.workspace.page(page) is None:
        window.workspace.go(page)
        settle(window)
    return window


def _picture(window: MainWindow, path: Path, screen: Callable[[], QWidget]) -> Path:
    settle(window)
    if not screen().window().grab().save(str(path)):
        raise NotSaved(N_("The pictures could not be written. Choose another folder."))
    return path


def settle(window: MainWindow) -> None:
    """Let the window work until nothing is running behind it. Raises ``ProgramFault`` if that never comes."""
    loop, quiet = QEventLoop(), 0

    def look() -> None:
        nonlocal quiet
        quiet = 0 if window.background.busy else quiet + 1
        if quiet >= QUIET_POLLS:
            loop.quit()

    poll, longest = QTimer(), QTimer()
    poll.timeout.connect(look)
    longest.setSingleShot(True)
    longest.timeout.connect(lambda: loop.exit(1))
    poll.start(POLL_MS)
    longest.start(LONGEST_MS)
    if loop.exec():
        raise ProgramFault(N_("The window did not come to rest."))
