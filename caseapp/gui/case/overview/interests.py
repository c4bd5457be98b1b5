"""Who stands on two sides, each with the path to the other case. A warning to look at, never in the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.buttons import Action
from caseapp.gui.case.rows import Rows
from caseapp.gui.desk import Desk
from caseapp.gui.picture import Picture
from caseapp.gui.text import Words
from caseapp.i18n import N_, _, screen

if TYPE_CHECKING:
    from caseapp.work.conflicts_of_interest import ConflictOfInterest


class ConflictsOfInterest(QFrame):
    """Hidden while there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._desk = desk
        self._file: CaseFile | None = None
        self.rows = Rows(spacing=8)
        self.rows.setObjectName("conflicts_of_interest")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Picture("warning", "ink", 18))
        # Translators: heading: somebody of this case stands on another side in another case.
        head.addWidget(Words(N_("Conflict of interest?"), "label", wrap=False))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.rows)
        self.hide()

    def show_case(self, file: CaseFile) -> None:
        """Look for the paths from this case."""
        from caseapp.work.conflicts_of_interest import conflicts_of_interest

        self._file = file
        session, case, on = self._desk.session, file.case.id, self._desk.today()
        self._desk.read(
            self, lambda: (file, conflicts_of_interest(session, case, on)), lambda found: self._show(*found)
        )  # fmt: skip

    def _show(self, file: CaseFile, found: Sequence[ConflictOfInterest]) -> None:
        if file is self._file:
            self.rows.fill([self._row(one) for one in found])
            self.setVisible(bool(found))

    def _row(self, found: ConflictOfInterest) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = Words(lambda: found.say(screen()))
        words.setObjectName("conflict_words")
        there = Action(
            lambda: _("Open {number}").format(number=found.there.number),
            lambda: self._desk.go("case", found.there.case), name="conflict_open", role="quiet",
        )  # fmt: skip
        column.addWidget(words)
        foot = QHBoxLayout()
        foot.addWidget(there)
        foot.addStretch(1)
        column.addLayout(foot)
        return row
