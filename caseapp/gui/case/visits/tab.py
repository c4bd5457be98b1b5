"""Visits of a case in their order, the form to record one in the same place; below them referrals and who is answerable."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from caseapp.domain.case_file import CaseFile
from caseapp.domain.visits import Visit
from caseapp.gui.case.page_keys import CORRECT, RECORD
from caseapp.gui.case.tab import CaseTab
from caseapp.gui.case.visits.files import VisitFiles
from caseapp.gui.case.visits.list import VisitList
from caseapp.gui.case.visits.panel import VisitPanel
from caseapp.gui.desk import Desk
from caseapp.i18n import N_
from caseapp.letters.kinds.oral_refusal_record import ID as MEMO
from caseapp.work.visits import bring_visit_back, delete_visit, form_of

if TYPE_CHECKING:
    from caseapp.work.answerable import Answerable
    from caseapp.work.attachments import Pasted
    from caseapp.work.progress import Progress


class VisitsTab(CaseTab):
    """The list, or the form in its place: what is being typed stays until it is recorded or left."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._file: CaseFile | None = None
        self._reading: Progress | None = None
        self.list = VisitList(desk)
        self.panel = VisitPanel(desk, lambda: self._file.case.id if self._file else None)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self.list.recorded.connect(self.record)
        self.list.edited.connect(self.edit)
        self.list.removed.connect(self.remove)
        self.list.card_asked.connect(lambda: self.went.emit("letters", "prompt_card"))
        self.list.memo_asked.connect(lambda visit: self.went.emit("letters", (MEMO, visit)))
        self.list.office_asked.connect(lambda office: desk.go("offices", office))
        self.list.files_asked.connect(self.show_files)
        self.list.files_dropped.connect(self._take_files)
        self.panel.saved.connect(self._saved)
        self.panel.left.connect(self._leave)

    def show_case(self, file: CaseFile) -> None:
        self._file = file
        self.list.show_case(file)
        self.panel.show_case(file)
        self._look_who_is_answerable(file)

    def _look_who_is_answerable(self, file: CaseFile) -> None:
        from caseapp.work.answerable import answerable

        if self._reading is not None:
            self._reading.cancel()
        session, case, on = self.desk.session, file.case.id, self.desk.today()
        self._reading = self.desk.long(
            self, lambda _progress: answerable(session, case, on), lambda found: self._show_answerable(file, found)
        )

    def _show_answerable(self, file: CaseFile, found: Answerable) -> None:
        if file is self._file:
            self.list.answerable.show_answerable(found)

    def arrive(self, what: object) -> None:
        if what == RECORD:
            self.record()
        elif isinstance(what, tuple) and what[0] == CORRECT:
            self.edit(what[1])
        elif isinstance(what, str):
            self._show_list()
            self.list.go_to(what)

    def unfinished(self) -> bool:
        return self.stack.currentWidget() is self.panel and not self.panel.untouched()

    def record(self) -> None:
        """Begin a new visit, or go on with the one that is being written."""
        if not self.unfinished():
            self.panel.begin()
        self.stack.setCurrentWidget(self.panel)
        self.panel.focus()

    def edit(self, visit: str) -> None:
        """Correct a recorded visit; one that is being written is gone on with first."""
        if self._file is None or all(entry.id != visit for entry in self._file.visits):
            return
        if not self.unfinished():
            self.panel.correct(self._file, form_of(self._file, visit), visit)
        self.stack.setCurrentWidget(self.panel)
        self.panel.focus()

    def show_files(self, visit: str) -> VisitFiles | None:
        """Open the photographs and recordings of a visit."""
        record = self._visit(visit)
        if record is None or self._file is None:
            return None
        dialog = VisitFiles(self.desk, self._file, record, self)
        dialog.open()
        return dialog

    def _take_files(self, visit: str, files: Sequence[Path | Pasted]) -> None:
        dialog = self.show_files(visit)
        if dialog is not None:
            dialog.attach(files)

    def _visit(self, visit: str) -> Visit | None:
        return next((entry for entry in self._file.visits if entry.id == visit), None) if self._file else None

    def remove(self, visit: str) -> None:
        """Take a visit out, with a way back."""
        record = self._visit(visit)
        if record is None:
            return
        session, now = self.desk.session, self.desk.now()
        self.desk.write(
            self,
            lambda: delete_visit(session, visit, now),
            lambda _none: self.desk.say(N_("The visit was taken out."), lambda: self._bring_back(record)),
        )

    def _bring_back(self, visit: Visit) -> None:
        session, now = self.desk.session, self.desk.now()
        self.desk.write(
            self,
            lambda: bring_visit_back(session, visit, now),
            lambda _none: self.desk.say(N_("The visit is back.")),
        )

    def _saved(self, visit: str) -> None:
        self.list.follow_up(visit)
        self._show_list()

    def _leave(self) -> None:
        self.panel.put_aside()
        self._show_list()

    def _show_list(self) -> None:
        self.stack.setCurrentWidget(self.list)
        self.list.setFocus()
