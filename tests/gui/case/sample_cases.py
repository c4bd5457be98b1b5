"""A sample in the open casebook, and its page."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from caseapp.exchange.case_file import read_case_file
from caseapp.gui.case.page import CasePage
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.shell import MainWindow
from caseapp.paths import resource
from caseapp.work.importing import import_files
from caseapp.work.session import Session
from tests.gui.conftest import NOW, TODAY

SLOW = 20_000


def take_over(session: Session, name: str) -> str:
    """The id of the sample's case."""
    return import_files(session, (read_case_file(resource("samples", f"{name}.yaml"), TODAY),), NOW)[0].id


def show(qtbot: QtBot, window: MainWindow, case: str, tab: str, what: object = None) -> CaseTab:
    """The tab of a case, in front."""
    window.workspace.go("case", (case, tab, what))
    page = window.workspace.page("case")
    assert isinstance(page, CasePage)
    qtbot.waitUntil(lambda: page._file is not None and page.tab(tab).isVisible(), timeout=SLOW)
    return page.tab(tab)
