"""Who stands on two sides, each with the path to the other case: in the header, above every tab. Never a gate."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.gui.case.rows import Rows
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.sections import TOP
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _, screen
from caseapp.i18n import ngettext as _n

if TYPE_CHECKING:
    from caseapp.work.conflicts_of_interest import ConflictOfInterest

MOST = 2
"""Paths shown at once; the header leaves room for the case."""


class ConflictsOfInterest(QFrame):
    """Hidden while there is none."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("notice")
        self._desk = desk
        self._file: CaseFile | None = None
        self.rows = Rows(spacing=2)
        self.rows.setObjectName("conflicts_of_interest")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(Picture("warning", "ink", 18), 0, TOP)
        # Translators: heading: somebody of this case stands on another side in another case.
        row.addWidget(Words(N_("Conflict of interest?"), "label", wrap=False), 0, TOP)
        row.addWidget(self.rows, 1)
        self.hide()

    def show_case(self, file: CaseFile) -> None:
        """Look for the paths from this case."""
        from caseapp.work.conflicts_of_interest import conflicts_of_interest

        if self._file is not None and self._file.case.id != file.case.id:
            self.hide()
        self._file = file
        session, case, on = self._desk.session, file.case.id, self._desk.today()
        self._desk.derive(
            self, lambda: (file, conflicts_of_interest(session, case, on)), lambda found: self._show(*found)
        )  # fmt: skip

    def _show(self, file: CaseFile, found: Sequence[ConflictOfInterest]) -> None:
        if file is not self._file:
            return
        parts: list[QWidget] = [self._row(one) for one in found[:MOST]]
        more = found[MOST:]
        if more:
            rest = Words(lambda: _n("and {count} more", "and {count} more", len(more)).format(count=len(more)), "small")
            rest.setToolTip(escape("\n".join(one.say(screen()) for one in more)))
            parts.append(rest)
        self.rows.fill(parts)
        self.setVisible(bool(found))

    def _row(self, found: ConflictOfInterest) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = Words(lambda: found.say(screen()))
        words.setObjectName("conflict_words")
        there = Action(
            lambda: _("Open {number}").format(number=found.there.number),
            lambda: self._desk.go("case", found.there.case), name="conflict_open", role="quiet",
        )  # fmt: skip
        row.addWidget(words, 1)
        row.addWidget(there, 0, TOP)
        return holder
