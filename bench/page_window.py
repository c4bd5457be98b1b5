"""The real window over one casebook, and how long it takes to show a case."""

from __future__ import annotations

import time
from collections.abc import Callable

from bench.casebooks import NOW
from bench.measure import call
from caseapp.domain.ids import CaseId
from caseapp.work.session import Session


class Window:
    """Times are by the clock, as a person waits."""

    def __init__(self, session: Session) -> None:
        from PySide6.QtWidgets import QApplication

        from caseapp.gui.shell import MainWindow
        from caseapp.gui.theme.theme import Scheme, Theme
        from caseapp.gui.words import Language

        application = QApplication.instance() or QApplication([])
        assert isinstance(application, QApplication)
        self._events = application.processEvents
        self._window = MainWindow(
            Language(application, "zh_CN"), Theme(application, Scheme.LIGHT), None, now=lambda: NOW
        )  # fmt: skip
        self._window.resize(1280, 800)
        self._window.show()
        self._window.open(session)
        self.close = self._window.close

    def wait_until_ready(self) -> None:
        """Until what is made ahead is made: about as long as it takes to look for a case."""
        from caseapp.gui.ahead import Ahead

        space = self._window.workspace
        assert space is not None
        ahead = space.findChild(Ahead)
        assert ahead is not None
        while ahead.at_work:
            self._wait()
        self._settle()

    def opened(self, case: CaseId, then: Callable[[], object] = lambda: None) -> float:
        """Seconds from asking for a case until its page is painted."""
        space = self._window.workspace
        assert space is not None
        from caseapp.gui.case.page import CasePage

        begun = time.perf_counter()
        space.go("case", (case, "overview", None))
        page = space.page("case")
        assert isinstance(page, CasePage)
        while page._file is None or page._file.case.id != case:
            self._wait()
        self._window.grab()
        taken = time.perf_counter() - begun
        self._settle()
        then()
        return taken

    def painted_again(self) -> float:
        """Seconds to paint the window as it stands."""
        return call(self._window.grab)

    def _wait(self) -> None:
        self._events()
        time.sleep(0.001)  # a spinning window would keep the reader of the case from running

    def _settle(self) -> None:
        from caseapp.gui.tour import settle

        settle(self._window)
