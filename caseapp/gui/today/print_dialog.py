"""The list of the day as it will print. Paper lies about, so it names nobody unless that is asked for here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.files import ask_file_to_write
from caseapp.gui.parts.inputs import Tick
from caseapp.gui.parts.paper_view import PaperView
from caseapp.i18n import N_, screen_language

WIDTH = 700
LEAST_HEIGHT = 340


class PrintDialog(Dialog):
    """Asks for names only here, and never remembers the answer."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(N_("Print the list of the day"), parent, name="print_day", width=WIDTH)
        self._desk = desk
        self.names = Tick(N_("With what clients are called, and the words of follow-ups"), name="print_names")
        self.add(self.names)
        self.paper = PaperView(desk, name="print_day_paper")
        self.paper.setMinimumHeight(LEAST_HEIGHT)
        self.add(self.paper)
        self.print = Action(N_("Print"), self.paper.print_it, name="print_day_print", icon="print", role="primary")
        self.foot(
            self.print,
            Action(N_("Save as PDF"), self._ask, name="print_day_save", icon="save"),
            Action(N_("Go back"), self.reject, name="print_day_back"),
        )
        self.names.toggled.connect(lambda _on: self._draw())
        self._draw()

    def _draw(self) -> None:
        from caseapp.work.day_list import day_list_pdf

        session, on, named, language = self._desk.session, self._desk.today(), self.names.isChecked(), screen_language()
        self.print.setEnabled(False)  # never what was asked for before
        self.paper.wait()
        self._desk.long(
            self, lambda _progress: day_list_pdf(session, on, language, with_names=named),
            lambda pdf: self._show(pdf, named),
        )  # fmt: skip

    def _show(self, pdf: bytes, named: bool) -> None:
        if named == self.names.isChecked():
            self.paper.show_pdf(pdf)
            self.print.setEnabled(True)

    def _ask(self) -> None:
        name = f"{self._desk.today().isoformat()}.pdf"
        ask_file_to_write(self, N_("Save as PDF"), name, self.write, name="print_day_file")

    def write(self, path: Path) -> None:
        """Write the file there."""
        from caseapp.work.day_list import write_day_list

        session, on, named, language = self._desk.session, self._desk.today(), self.names.isChecked(), screen_language()
        self._desk.long(
            self, lambda _progress: write_day_list(session, path, on, language, with_names=named),
            lambda _none: self._written(),
        )  # fmt: skip

    def _written(self) -> None:
        self._desk.say(N_("The list of the day was saved. The file is not encrypted."))
        self.accept()
