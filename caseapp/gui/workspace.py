"""Everything that is shown while a casebook is open. It is destroyed as a whole when the casebook is locked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from caseapp.gui.ahead import Ahead
from caseapp.gui.desk import Desk
from caseapp.gui.finder import Finder
from caseapp.gui.pages import Page, PageEntry, entry
from caseapp.gui.rail import Rail
from caseapp.gui.status_line import StatusLine
from caseapp.gui.theme.theme import Theme
from caseapp.gui.today.notice import DueNotice, with_number
from caseapp.gui.words import Language
from caseapp.i18n import _

FIRST_PAGE = "cases"


class Workspace(QWidget):
    """Rail, pages and status line."""

    lock_asked = Signal()

    def __init__(self, desk: Desk, language: Language, theme: Theme, toggle_visit: Callable[[], object]) -> None:
        super().__init__()
        self.setObjectName("workspace")
        self.desk = desk
        desk.setParent(self)
        self._made: dict[str, Page] = {}
        self.rail = Rail(
            language, theme, go=self.go, find=self.find, lock=self.lock_asked.emit, visit=toggle_visit
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.status = StatusLine()
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.stack, 1)
        column.addWidget(self.status)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        desk.noticed.connect(self.status.show_notice)
        desk.went.connect(self.go)
        new_case = QShortcut(QKeySequence("Ctrl+N"), self)
        new_case.activated.connect(lambda: self.go("intake"))
        DueNotice(desk, lambda due: self.rail.pages["today"].say(with_number(due)))
        self.go(FIRST_PAGE)
        Ahead(self, self._case_page_ahead)

    def go(self, name: str, what: object = None) -> None:
        """Show a page; it is made the first time."""
        page_entry = entry(name)
        if page_entry is None:
            return
        page = self._page(page_entry)
        self.stack.setCurrentWidget(page)
        self.rail.mark(name)
        page.arrive(what)

    def page(self, name: str) -> Page | None:
        """A page that was already made."""
        return self._made.get(name)

    def _page(self, page_entry: PageEntry) -> Page:
        if page_entry.name not in self._made:
            page = self._made[page_entry.name] = page_entry.build(self.desk)
            page.setObjectName("page")
            self.stack.addWidget(page)
        return self._made[page_entry.name]

    def _case_page_ahead(self) -> Iterator[object]:
        """The page that takes longest to make, before somebody waits for it."""
        page_entry = entry("case")
        if page_entry is not None and "case" not in self._made:
            page = self._page(page_entry)
            yield page
            yield from page.steps_ahead()

    def find(self) -> None:
        """Ask for a case by any part of a name or number."""
        finder = Finder(self.desk, self)
        finder.open()

    def show_visit_seconds(self, left: object) -> None:
        """The countdown of visit mode; nothing when it is off."""
        if isinstance(left, int):
            clock = f"{left // 60}:{left % 60:02}"
            # Translators: countdown until the idle lock works again.
            self.status.visit.say(lambda: _("Visit mode {clock}").format(clock=clock))
        else:
            self.status.visit.say("")
