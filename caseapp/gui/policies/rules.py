"""The rules of a place and service: their versions on a line of time, and the chosen one in full."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from caseapp.gui.desk import Desk
from caseapp.gui.policies.rules_list import RulesList
from caseapp.gui.policies.side import Side, list_and
from caseapp.gui.policies.versions import VersionsPanel


class RulesSide(Side):
    """``arrive`` takes (place, id of a version)."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.list = RulesList(desk)
        self.versions = VersionsPanel(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(list_and(self.list, self.versions))
        self.list.chosen.connect(self.versions.show_service)

    def arrive(self, what: object) -> None:
        if isinstance(what, tuple):
            self.list.go_to(*what)
