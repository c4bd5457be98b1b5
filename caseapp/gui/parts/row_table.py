"""A table over rows that were already read. It never asks for them itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from caseapp.gui.theme import tokens
from caseapp.gui.theme.meaning import Meaning
from caseapp.gui.words import Retranslated
from caseapp.i18n import _

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex


WIDE = 960
"""From this width on a table shows every column."""


class Column(NamedTuple, Generic[Row]):
    """One column: how a row is told in it, and how wide it is beside the others."""

    title: str  # marked with N_, translated when shown
    text: Callable[[Row], str]
    width: int = 120
    meaning: Callable[[Row], Meaning | None] | None = None
    hint: Callable[[Row], str] | None = None
    only_wide: bool = False
    """Left out where the table is narrow."""
    least_room: int = 0
    """Left out where the table has fewer pixels than this."""


class RowTable(QAbstractTableModel, Generic[Row]):
    """Shows rows."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self._columns = tuple(columns)
        self._rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: Index) -> Row | None:
        """The row at an index."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def rows(self) -> Sequence[Row]:
        """Every row shown."""
        return self._rows

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """The columns, left to right."""
        return self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(self._rows[index.row()])
        if role == Qt.ItemDataRole.DecorationRole and column.meaning:
            meaning = column.meaning(self._rows[index.row()])
            return meaning.icon() if meaning else None
        if role == Qt.ItemDataRole.ToolTipRole and column.hint:
            return column.hint(self._rows[index.row()])
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return _(self._columns[section].title)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def retranslate(self) -> None:
        """Tell the views that every word may read differently."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)


class RowView(Retranslated, QTableView):
    """A calm table: whole rows, one height, as wide as its place and no wider."""

    def __init__(self, model: RowTable[Any], *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        model.setParent(self)  # the rows go with the table that shows them
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(tokens.ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsMovable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(32)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns by what each asks for."""
        super().resizeEvent(event)
        model = self.model()
        if isinstance(model, RowTable):
            room = self.viewport().width()
            shown = [column for column in model.columns if room >= (WIDE if column.only_wide else column.least_room)]
            asked = sum(column.width for column in shown)
            for number, column in enumerate(model.columns):
                self.setColumnHidden(number, column not in shown)
                self.setColumnWidth(number, room * column.width // asked)

    def retranslate(self) -> None:
        model = self.model()
        if isinstance(model, RowTable):
            model.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
        super().changeEvent(event)
