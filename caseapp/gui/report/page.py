"""The group report as paper, before it leaves: which pattern it is about, what it will not show, and where it goes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from caseapp.errors import CaseAppError, NotReady
from caseapp.gui.desk import Desk
from caseapp.gui.pages import Page
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.files import ask_folder
from caseapp.gui.parts.paper_view import PaperView
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.words import Retranslated
from caseapp.i18n import N_, _, screen, screen_language
from caseapp.work import report as work


@dataclass(frozen=True, slots=True)
class Shown:
    """The paper in both languages."""

    zh: bytes
    en: bytes


class ReportPage(Retranslated, Page):
    """Builds the report in the long lane and shows it in the screen's language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._group: str | None = None
        self._shown: Shown | None = None
        self.view = PaperView(desk, name="report_pages", width=760)
        self.nothing = EmptyPage("")
        self.waiting = EmptyPage(N_("Counting, rounding and hiding what could point to a family"))
        self.stack = QStackedWidget()
        for part in (self.waiting, self.nothing, self.view):
            self.stack.addWidget(part)
        self.save = Action(N_("Save the report"), self._ask_before, name="save_report", icon="save", role="primary")
        self.note = Words(
            N_("No cell below ten families, everything rounded to five. Only families that agreed are counted."), "soft"
        )
        head = QHBoxLayout()
        head.addWidget(Words(N_("Report"), "title", wrap=False))
        head.addWidget(self.note, 1)
        head.addWidget(self.save)
        head.setContentsMargins(tokens.PAGE_MARGIN, tokens.PAGE_MARGIN, tokens.PAGE_MARGIN, 0)
        head.setSpacing(tokens.PAGE_MARGIN)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)
        self.save.setEnabled(False)
        desk.changed.connect(self._outdated)

    def arrive(self, what: object) -> None:
        """``what`` is the id of a shared pattern, or nothing for the one with the most families."""
        self._group = what if isinstance(what, str) else None
        self.build()

    def build(self) -> None:
        """Make the report anew."""
        self.stack.setCurrentWidget(self.waiting)
        self.save.setEnabled(False)
        on, group, session = self.desk.today(), self._group, self.desk.session

        def work_on(_progress: object) -> Shown:
            from caseapp.paper.pdf import render_pdf

            built = work.build(session, on, group)
            return Shown(render_pdf(built.zh, day=on), render_pdf(built.en, day=on))

        self.desk.long(self, work_on, self._show, failed=self._not_ready)

    def retranslate(self) -> None:
        if self._shown is not None:
            self.view.show_pdf(self._shown.en if screen_language() == "en" else self._shown.zh)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.stack.setCurrentWidget(self.view)
        self.save.setEnabled(True)
        self.retranslate()

    def _not_ready(self, error: Exception) -> None:
        if not isinstance(error, NotReady):
            self.desk.fail(error)
            return
        refused: CaseAppError = error
        self._shown = None
        self.nothing.words.say(lambda: refused.say(screen()))
        self.stack.setCurrentWidget(self.nothing)

    def _ask_before(self) -> None:
        ask(
            self,
            N_("Save the report"),
            N_(
                "The report leaves the casebook: two PDF files and one table, readable by anyone who has them. "
                "It names nobody. It is entered in the ledger, so that a later report cannot be subtracted from it."
            ),
            N_("Choose a folder"),
            lambda: ask_folder(self, N_("Folder for the report"), self._export, name="report_folder"),
            name="save_report_question",
            icon="save",
        )

    def _export(self, folder: Path) -> None:
        session, now, group = self.desk.session, self.desk.now(), self._group
        self.desk.write(self, lambda: work.export(session, folder, now, group), self._saved)

    def _saved(self, files: tuple[Path, ...]) -> None:
        folder = str(files[0].parent)
        self.desk.say(lambda: _("The report is in {folder}. These files are not protected.").format(folder=folder))

    def _outdated(self) -> None:
        if self.isVisible():
            self.build()
