"""The offices of the casebook: the register with its search at the left, the page of the chosen one beside it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from caseapp.gui.desk import Desk
from caseapp.gui.offices.columns import office_columns
from caseapp.gui.offices.detail import OfficeDetail
from caseapp.gui.pages import Page
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.row_table import RowTable, RowView
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.work.offices_shown import OfficeRow, OfficeShown, fitting, office_rows, office_shown
from caseapp.work.progress import Progress

LIST_WIDTH = 480


class OfficesPage(Page):
    """Reads the register whenever the casebook changed; the page of an office is put together when it is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: tuple[OfficeRow, ...] | None = None
        self._chosen, self._stale = "", True
        self._reading: Progress | None = None
        self.search = Line(N_("Name, place or kind of office"), name="office_search")
        self.count = Words("", "soft", wrap=False)
        self.count.setObjectName("office_count")
        self.table: RowTable[OfficeRow] = RowTable(office_columns())
        self.view = RowView(self.table, name="office_table")
        self.detail = OfficeDetail(desk)
        self.empty = EmptyPage(
            N_("No office is known yet. Each visit that is recorded names one."),
            Action(N_("Cases"), lambda: desk.go("cases"), name="offices_to_cases", icon="cases"),
        )
        self.nothing = EmptyPage(N_("No office fits. Try a shorter part of its name, or its city."))
        self.stack = QStackedWidget()
        self.both = self._side_by_side()
        for part in (self.both, self.empty, self.nothing):
            self.stack.addWidget(part)
        self._lay_out()
        self._soon = Soon(self, self._filter)
        self.search.textChanged.connect(lambda _text: self._soon.ask())
        self.search.installEventFilter(self)
        self.view.selectionModel().currentRowChanged.connect(lambda now, _before: self._choose(self.table.row(now)))
        desk.changed.connect(self._outdated)

    def arrive(self, what: object) -> None:
        """``what`` is the id of an office to show, or nothing."""
        if isinstance(what, str):
            self._chosen = what
            self.search.clear()
        self.search.setFocus()
        if self._stale or isinstance(what, str):
            self.look()

    def look(self) -> None:
        """Read the register again; the chosen office stays chosen."""
        self._stale = False
        session, on = self.desk.session, self.desk.today()
        self.desk.long(self, lambda _progress: office_rows(session, on), self._show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.table.rowCount():
                self.view.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _show(self, rows: tuple[OfficeRow, ...]) -> None:
        self._rows = rows
        self._filter()

    def _filter(self) -> None:
        if self._rows is None:
            return
        shown = fitting(self._rows, self.search.value())
        self.count.say(lambda: _("Offices: {count}").format(count=len(shown)))
        self.table.show(shown)
        self.stack.setCurrentWidget(self.both if shown else self.nothing if self._rows else self.empty)
        at = next((number for number, row in enumerate(shown) if row.office.id == self._chosen), 0)
        if shown:
            self.view.selectRow(at)

    def _choose(self, row: OfficeRow | None) -> None:
        if row is None:
            return
        self._chosen = row.office.id
        if self._reading is not None:
            self._reading.cancel()
        session, office, on = self.desk.session, row.office.id, self.desk.today()
        self._reading = self.desk.long(
            self, lambda progress: office_shown(session, office, on, progress), self._show_office
        )

    def _show_office(self, shown: OfficeShown) -> None:
        if shown.office.id == self._chosen:
            self.detail.show_office(shown)

    def _outdated(self) -> None:
        self._stale = True
        if self.isVisible():
            self.look()

    def _side_by_side(self) -> QWidget:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        holder = QWidget()
        left = QVBoxLayout(holder)
        left.setContentsMargins(tokens.PAGE_MARGIN, 0, 0, tokens.PAGE_MARGIN)
        left.addWidget(self.view)
        splitter.addWidget(holder)
        splitter.addWidget(scrolled(self.detail, name="office_detail"))
        splitter.setSizes([LIST_WIDTH, 800])
        return splitter

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(tokens.PAGE_MARGIN, tokens.PAGE_MARGIN, tokens.PAGE_MARGIN, 0)
        head.setSpacing(tokens.PAGE_MARGIN)
        head.addWidget(Words(N_("Offices"), "title", wrap=False))
        head.addWidget(self.count)
        head.addStretch(1)
        self.search.setFixedWidth(320)
        head.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
