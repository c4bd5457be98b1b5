"""The photographs and recordings of one visit, in a window of their own: attached, looked at, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.visits import Visit
from caseapp.gui.case.documents.files import FilesPanel
from caseapp.gui.case.entry_words import visit_line
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.scrolled import scrolled
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_
from caseapp.work.attachments import Answer, Pasted
from caseapp.work.visit_files import attach_to_visit, files_of_visit


class VisitFiles(Dialog):
    """What is attached is kept at once; closing the window loses nothing."""

    def __init__(self, desk: Desk, file: CaseFile, visit: Visit, parent: QWidget) -> None:
        super().__init__(N_("Photos and recordings of this visit"), parent, name="visit_files", width=560)
        self.desk, self._case, self._visit = desk, file.case.id, visit.id
        self.add(Words(lambda: visit_line(file, visit), "soft"))
        self.add(
            Words(
                N_(
                    "A sign on the wall, a screen, the slip, one's own conversation. No photographs of other people's "
                    "papers or faces; no recording where it is forbidden."
                ),
                "small",
            )
        )
        self.panel = FilesPanel(desk, N_("Or drop files here, or press Ctrl+V."))
        self.panel.added.connect(self.attach)
        area = scrolled(self.panel, name="visit_files_area")
        area.setMinimumHeight(280)
        self.add(area)
        self.foot(Action(N_("Close"), self.accept, name="visit_files_done", role="primary"))
        self.panel.show_files(files_of_visit(file, visit.id))
        desk.changed.connect(self._look)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.panel.paste)

    def attach(self, files: Sequence[Path | Pasted]) -> None:
        """Take files in; those that cannot be taken say why."""
        session, now, case, visit = self.desk.session, self.desk.now(), self._case, self._visit
        self.desk.write(self, lambda: attach_to_visit(session, case, visit, files, now), self._attached)

    def _attached(self, answers: Sequence[Answer]) -> None:
        self.panel.tell(answers)

    def _look(self) -> None:
        from caseapp.work.cases import case_file

        session, case = self.desk.session, self._case
        self.desk.read(
            self, lambda: case_file(session, case), lambda file: self.panel.show_files(files_of_visit(file, self._visit))
        )
