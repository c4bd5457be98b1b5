"""The cases that were taken off the list, each with a way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from caseapp.domain.ids import CaseId
from caseapp.domain.labels import label
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.text import Words
from caseapp.gui.places import city_name
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.cases import DeletedCase


class DeletedDialog(Dialog):
    """Choose one and bring it back."""

    def __init__(self, desk: Desk, restore: Callable[[CaseId], object], parent: QWidget) -> None:
        super().__init__(N_("Taken off the list"), parent, name="deleted_cases")
        from caseapp.work.cases import deleted_cases

        self._restore = restore
        self.list = QListWidget()
        self.list.setObjectName("deleted_list")
        self.nothing = Words(N_("Nothing was taken off the list."), "soft")
        self.add(self.list)
        self.add(self.nothing)
        self.back = Action(N_("Bring back"), self._bring_back, name="deleted_restore", icon="undo", role="primary")
        self.foot(self.back, Action(N_("Close"), self.reject, name="deleted_close"))
        session = desk.session
        self._show(())
        desk.read(self, lambda: deleted_cases(session), self._show)

    def _show(self, cases: Sequence[DeletedCase]) -> None:
        self.list.clear()
        for case in cases:
            item = QListWidgetItem(f"{case.number}  ·  {_(label(case.service))}  ·  {city_name(case.city)}")
            item.setData(Qt.ItemDataRole.UserRole, str(case.id))
            self.list.addItem(item)
        self.list.setVisible(bool(cases))
        self.nothing.setVisible(not cases)
        self.back.setEnabled(bool(cases))
        if cases:
            self.list.setCurrentRow(0)

    def _bring_back(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._restore(CaseId(item.data(Qt.ItemDataRole.UserRole)))
            self.accept()
