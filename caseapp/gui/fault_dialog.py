"""What the reader sees after a fault of the program: what is safe, and a report that can be saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.parts.files import ask_file_to_write
from caseapp.gui.parts.text import Text, Words
from caseapp.i18n import N_


class FaultDialog(Dialog):
    """One sentence, and the report."""

    def __init__(self, report: str, parent: QWidget) -> None:
        super().__init__(N_("A fault of the program"), parent, name="fault")
        self._report = report
        self.add(
            Words(
                N_("The program made a mistake and did not finish this step. What was saved is safe, "
                   "and what you typed is still here. A report can be saved; it holds nothing about clients.")
            )
        )  # fmt: skip
        self.back = Action(N_("Go back"), self.reject, name="fault_back", role="primary")
        self.save = Action(N_("Save report"), self._ask, name="fault_save", icon="save")
        self.foot(self.back, self.save)

    def _ask(self) -> None:
        ask_file_to_write(self, N_("Save report"), "caseapp-report.txt", self._write, name="fault_file")

    def _write(self, file: Path) -> None:
        file.write_text(self._report, encoding="utf-8")
        self.accept()


def tell(sentence: str, parent: QWidget) -> None:
    """Show a sentence that has no other place."""
    # Translators: title over a sentence the reader should know.
    dialog = Dialog(N_("Please read"), parent, name="told")
    dialog.add(Text(sentence))
    dialog.foot(Action(N_("Go back"), dialog.accept, name="told_back", role="primary"))
    dialog.open()
