"""The one window: the start page while nothing is open, the workspace while a casebook is.

Nothing heavy is imported before the start page is painted. Locking destroys the workspace as a whole, so that no
widget, model or undo list is left that could still hold a word of a case.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

from caseapp.gui.theme.theme import Theme
from caseapp.gui.words import Language
from caseapp.i18n import _, screen

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from caseapp.gui.background import Background
    from caseapp.gui.errors import LastResort
    from caseapp.gui.idle import IdleLock
    from caseapp.gui.workspace import Workspace
    from caseapp.work.session import Session


class MainWindow(QMainWindow):
    """Holds the start page or the workspace, and locks."""

    def __init__(
        self,
        language: Language,
        theme: Theme,
        casebook: Path | None = None,
        *,
        opened: Callable[[Path], object] = lambda _folder: None,
        now: Callable[[], datetime] = datetime.now,
        idle_seconds: int = 300,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle("caseapp")
        self.setMinimumSize(900, 560)
        self.resize(1280, 800)
        self.language, self.theme = language, theme
        theme.dress(self)
        self._now, self._opened = now, opened
        self._background: Background | None = None
        self._session: Session | None = None
        self._last = ExitStack()
        self.casebook = casebook
        self.workspace: Workspace | None = None
        self._idle_seconds = idle_seconds
        self.idle: IdleLock | None = None
        self.show_start()

    @property
    def background(self) -> Background:
        """The two lanes, made when first needed."""
        if self._background is None:
            from caseapp.gui.background import Background

            self._background = Background()
        return self._background

    @property
    def start_page(self) -> QWidget:
        """The unlock page, or the first start."""
        return self.centralWidget()

    def show_start(self) -> None:
        """The unlock page of the casebook last used here, or the first start."""
        if self.casebook is None:
            self.show_first_start()
            return
        from caseapp.gui.start.sample import SAMPLE_PASSPHRASE, sample_folder
        from caseapp.gui.start.unlock import UnlockPage

        page = UnlockPage(self.casebook, self.language, lambda: self.background, self._now)
        if self.casebook == sample_folder():
            page.show_hint(lambda: _("The sample's passphrase: {passphrase}").format(passphrase=SAMPLE_PASSPHRASE))
        page.opened.connect(self.open)
        page.other_asked.connect(self.show_first_start)
        self._replace(page)

    def show_first_start(self) -> None:
        """Language, and whether to make, open or try a casebook."""
        from caseapp.gui.start.first_start import FirstStart

        page = FirstStart(self.language, lambda: self.background, self._now)
        page.opened.connect(self.open)
        page.chosen.connect(self._choose)
        self._replace(page)

    def open(self, session: Session) -> None:
        """Show the workspace over an open casebook."""
        from caseapp.gui.desk import Desk
        from caseapp.gui.drafts.go_back import go_back
        from caseapp.gui.idle import IdleLock
        from caseapp.gui.workspace import Workspace

        self._session = session
        self.casebook = session.casebook.folder
        self._opened(self.casebook)
        desk = Desk(session, self.background, self._now)
        self.workspace = Workspace(desk, self.language, self.theme, self._toggle_visit)
        self.workspace.lock_asked.connect(self.lock)
        if self.idle is None:
            self.idle = IdleLock(self._idle_seconds, parent=self)
            self.idle.due.connect(self.lock)
        self.idle.visit_ticked.connect(self.workspace.show_visit_seconds)
        self._replace(self.workspace)
        self.idle.begin()
        go_back(desk)
        if session.notices:
            self.tell("\n".join(notice.say(screen()) for notice in session.notices))

    def lock(self) -> None:
        """Hide everything at once; then keep what is half typed, take all apart and close the casebook."""
        if self._session is None:
            return
        from PySide6.QtCore import QTimer

        self.centralWidget().hide()
        QTimer.singleShot(0, self._take_apart)

    def _take_apart(self) -> None:
        if self._session is None:
            return
        close = self._closing()
        self._session = self.workspace = None
        from caseapp.gui.take_apart import leave_nothing

        if self.idle is not None:
            self.idle.end()
        self.background.cancel()
        self.show_start()
        leave_nothing(self)
        self.background.start(self, lambda _progress: close(), lambda _none: None, _raise)

    def closeEvent(self, event: QCloseEvent) -> None:
        close = self._closing()
        self._session = None
        if self._background is not None:
            self._background.close()
        close()
        super().closeEvent(event)

    def _closing(self) -> Callable[[], None]:
        """What closes the casebook, once everything that was half typed is kept in it; a second time it does nothing.

        A window that is closed right after a lock does what the lock had no time for.
        """
        session, space = self._session, self.workspace
        if session is not None:
            last = self._last = ExitStack()
            last.callback(session.close)
            for keep in space.desk.unsaved() if space is not None else ():
                last.callback(keep)
        return self._last.close

    def hear(self, last_resort: LastResort) -> None:
        """Tell what nobody else told."""
        from caseapp.gui.fault_dialog import FaultDialog

        last_resort.fault.connect(lambda report: FaultDialog(report, self).open())
        last_resort.told.connect(self.tell)

    def tell(self, sentence: str) -> None:
        """Show a sentence that has no other place."""
        from caseapp.gui.fault_dialog import tell

        tell(sentence, self)

    def _choose(self, casebook: Path) -> None:
        self.casebook = casebook
        self.show_start()

    def _toggle_visit(self) -> None:
        if self.idle is not None:
            self.idle.toggle_visit()

    def _replace(self, page: QWidget) -> None:
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        asked = page.focusWidget() or page  # forgotten when the page gets its place
        self.setCentralWidget(page)
        asked.setFocus()


def _raise(error: Exception) -> None:
    raise error
