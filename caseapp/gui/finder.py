"""Ctrl+K: find a case by any part of a name, in characters, pinyin or initials, or of a number; Enter opens it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from caseapp.domain.labels import label
from caseapp.gui.desk import Desk
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.soon import Soon
from caseapp.gui.parts.text import Words
from caseapp.gui.places import place
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.cases import CaseRow

SHOWN = 12


class Finder(Dialog):
    """A line and the cases that fit it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(N_("Find a case"), parent, name="finder", width=560)
        self._desk = desk
        self.line = Line(N_("Any part of a name or its pinyin, its initials, or part of a number"), name="finder_line")
        self.list = QListWidget()
        self.list.setObjectName("finder_list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMinimumHeight(260)
        self.nothing = Words(N_("No case fits."), "soft")
        self.nothing.hide()
        for part in (self.line, self.list, self.nothing):
            self.add(part)
        self._soon = Soon(self, self._search)
        self.line.textChanged.connect(lambda _text: self._soon.ask())
        self.line.returnPressed.connect(self._open)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._open())
        self.list.itemActivated.connect(lambda _item: self._open())
        self._search()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(event.key())
            if step and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
        return super().eventFilter(watched, event)

    def _search(self) -> None:
        from caseapp.work.cases import case_rows

        session, typed = self._desk.session, self.line.value()
        self._desk.read(self, lambda: (typed, case_rows(session, typed, most=SHOWN)), lambda found: self._show(*found))

    def _show(self, typed: str, rows: Sequence[CaseRow]) -> None:
        if typed != self.line.value():
            return
        self.list.clear()
        for row in rows:
            where = place(row.city, row.district)
            text = "  ·  ".join(part for part in (row.number, row.client, _(label(row.service)), where) if part)
            item = QListWidgetItem(text)
            item.setData(Qt.ItemDataRole.UserRole, str(row.id))
            self.list.addItem(item)
        if rows:
            self.list.setCurrentRow(0)
        self.nothing.setVisible(not rows)

    def _open(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._desk.go("case", item.data(Qt.ItemDataRole.UserRole))
            self.close()
