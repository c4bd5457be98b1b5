"""The form of a visit in the place of the list, with its buttons always in sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import CaseId, VisitId
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.visit.form import VisitEntry
from caseapp.i18n import N_
from caseapp.work.drafts import VISIT, draft_key
from caseapp.work.visits import VisitForm


class VisitPanel(QWidget):
    """A fresh form each time one begins."""

    saved = Signal(str)
    """The id of the visit that was written."""
    left = Signal()

    def __init__(self, desk: Desk, case: Callable[[], CaseId | None]) -> None:
        super().__init__()
        self._desk, self._case = desk, case
        self._file: CaseFile | None = None
        self._area: QScrollArea | None = None
        self.title = Words("", "section", wrap=False)
        self.save = Action(N_("Record visit"), lambda: self.entry.save(), name="visit_save", icon="save", role="primary")
        self.back = Action(N_("Go back"), self.left.emit, name="visit_back")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(tokens.PAGE_MARGIN, 12, tokens.PAGE_MARGIN, 4)
        head.addWidget(self.title)
        head.addStretch(1)
        self._column.addLayout(head)
        self._column.addWidget(self._foot())
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda: self.entry.save())
        self._renew()

    def show_case(self, file: CaseFile) -> None:
        """Know the people and visits of the case; what is being typed stays."""
        self._file = file
        self.entry.know(file)

    def begin(self) -> None:
        """An empty form."""
        self._renew()
        self._keep_what_is_typed(None)
        self.title.say(N_("Record visit"))
        self.save.say(N_("Record visit"))

    def correct(self, file: CaseFile, form: VisitForm, visit: str) -> None:
        """A form that shows what is recorded."""
        self._renew()
        self.entry.show_visit(form, file.offices, VisitId(visit))
        self._keep_what_is_typed(visit)
        self.title.say(N_("Correct a visit"))
        self.save.say(N_("Save"))

    def untouched(self) -> bool:
        """Whether nothing was entered, or nothing was changed."""
        return self.entry.untouched()

    def put_aside(self) -> None:
        """The form is left; what was typed waits until it is begun again."""
        self.entry.draft.put_aside()

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self.entry.day.setFocus()

    def _keep_what_is_typed(self, visit: str | None) -> None:
        case = self._case()
        if case is not None:
            self.entry.draft.begin(draft_key(VISIT, case, visit))

    def _renew(self) -> None:
        if self._area is not None:
            self.put_aside()
            self._column.removeWidget(self._area)
            self._area.hide()
            self._area.deleteLater()
        self.entry = VisitEntry(self._desk, self._case)
        self.entry.saved.connect(self.saved)
        if self._file is not None:
            self.entry.know(self._file)
        self._area = scrolled(self.entry, name="visit_area")
        self._column.insertWidget(1, self._area, 1)
        self._area.show()

    def _foot(self) -> QFrame:
        foot = QFrame()
        row = QHBoxLayout(foot)
        row.setContentsMargins(tokens.PAGE_MARGIN, tokens.GRID, tokens.PAGE_MARGIN, tokens.GRID)
        row.setSpacing(tokens.GRID)
        row.addWidget(self.save)
        row.addWidget(self.back)
        row.addWidget(Words(N_("Ctrl+Enter records it"), "small", wrap=False))
        row.addStretch(1)
        return foot
