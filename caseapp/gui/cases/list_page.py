"""The list of cases: search as you type, open, take off the list, bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from caseapp.domain.ids import CaseId
from caseapp.gui.cases.columns import case_columns
from caseapp.gui.cases.deleted_dialog import DeletedDialog
from caseapp.gui.desk import Desk
from caseapp.gui.pages import Page
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.inputs import Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.row_table import RowTable, RowView
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.i18n import ngettext as _n

if TYPE_CHECKING:
    from caseapp.work.cases import CaseRow, FoundCases


class CaseListPage(Page):
    """Every case, newest change first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._selected: CaseId | None = None
        self.search = Line(N_("Name, number, last four digits"), name="case_search")
        self.search.setClearButtonEnabled(False)
        self.closed = Tick(N_("Closed ones too"), name="case_search_closed", on=True)
        self.count = Words("", "soft", wrap=False)
        self.count.setObjectName("case_count")
        self.table: RowTable[CaseRow] = RowTable(case_columns(desk.today))
        self.view = RowView(self.table, name="case_table")
        self.stack = QStackedWidget()
        self.empty = EmptyPage(
            N_("No cases yet. Five questions first; a prompt card prints in minutes."),
            Action(N_("Begin"), self._begin, name="empty_begin", icon="add", role="primary"),
        )
        self.nothing = EmptyPage(N_("No case fits. Try a shorter part of the name, or the last four digits."))
        for page in (self.view, self.empty, self.nothing):
            self.stack.addWidget(page)
        self._lay_out()
        self._soon = Soon(self, self.reload)
        self.search.textChanged.connect(lambda _text: self._soon.ask())
        self.search.installEventFilter(self)
        self.view.installEventFilter(self)
        self.closed.toggled.connect(lambda _on: self.reload())
        self.view.doubleClicked.connect(lambda _index: self.open_selected())
        desk.changed.connect(self.reload)

    def arrive(self, _what: object) -> None:
        self.search.setFocus()
        self.reload()

    def reload(self) -> None:
        """Read the list again; what is selected stays selected."""
        from caseapp.work.cases import found_cases

        session, typed, closed = self.desk.session, self.search.value(), self.closed.isChecked()
        self.desk.read(
            self, lambda: (typed, found_cases(session, typed, closed=closed)), lambda found: self._show(*found)
        )  # fmt: skip

    def open_selected(self) -> None:
        """Open the selected case, or the first one."""
        row = self.table.row(self.view.currentIndex()) or next(iter(self.table.rows()), None)
        if row is not None:
            self.desk.go("case", row.id)

    def remove_selected(self) -> None:
        """Ask, then take the selected case off the list."""
        row = self.table.row(self.view.currentIndex())
        if row is None:
            return
        ask(
            self,
            N_("Delete a case"),
            lambda: _(
                "Take “{number}” off the list? It can be brought back for 30 days. Attachments and journal stay; "
                "bundles already handed out are not affected."
            ).format(number=row.number),
            N_("Delete"),
            lambda: self._remove(row.id, row.number),
            name="delete_case",
            icon="delete",
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.search and key == Qt.Key.Key_Down and self.table.rowCount():
                self.view.setFocus()
                self.view.selectRow(max(self.view.currentIndex().row(), 0))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_selected()
                return True
            if watched is self.view and key == Qt.Key.Key_Delete:
                self.remove_selected()
                return True
            if watched is self.search and key == Qt.Key.Key_Escape:
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _show(self, typed: str, found: FoundCases) -> None:
        if typed != self.search.value():
            return
        rows = found.rows
        current = self.table.row(self.view.currentIndex())
        self.table.show(rows)
        if current is not None:
            at = next((number for number, row in enumerate(rows) if row.id == current.id), None)
            if at is not None:
                self.view.selectRow(at)
        self.stack.setCurrentWidget(self.view if rows else self.nothing if typed else self.empty)
        self.count.say(lambda: _counted(len(rows), more=found.more))

    def _remove(self, case: CaseId, number: str) -> None:
        from caseapp.work.cases import delete_case

        session, now = self.desk.session, self.desk.now()
        words = lambda: _("“{number}” was taken off the list.").format(number=number)  # noqa: E731
        self.desk.write(
            self,
            lambda: delete_case(session, case, now),
            lambda _none: self.desk.say(words, lambda: self._restore(case)),
        )

    def _restore(self, case: CaseId) -> None:
        from caseapp.work.cases import restore_case

        session, now = self.desk.session, self.desk.now()
        self.desk.write(
            self, lambda: restore_case(session, case, now), lambda _none: self.desk.say(N_("The case is back on the list."))
        )

    def _begin(self) -> None:
        self.desk.go("intake")

    def _lay_out(self) -> None:
        new = Action(N_("New case"), self._begin, name="new_case", icon="add", role="primary")
        removed = Action(N_("Taken off the list"), self._show_removed, name="show_deleted", role="quiet")
        head = QHBoxLayout()
        head.setSpacing(tokens.PAGE_MARGIN)
        head.addWidget(Words(N_("Cases"), "title", wrap=False))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(removed)
        head.addWidget(new)
        tools = QHBoxLayout()
        tools.setSpacing(tokens.PAGE_MARGIN)
        self.search.setMaximumWidth(360)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.closed)
        tools.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(tokens.GRID)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.stack, 1)

    def _show_removed(self) -> None:
        dialog = DeletedDialog(self.desk, self._restore, self)
        dialog.open()


def _counted(count: int, *, more: bool) -> str:
    if not count:
        return ""
    counted = _n("{count} case", "{count} cases", count).format(count=f"{count:,}")
    # Translators: {cases} e.g. "4,980 cases". What was typed is with more people than a list can hold.
    return _("{cases}, the newest of very many: type more of the name or number").format(cases=counted) if more else counted
