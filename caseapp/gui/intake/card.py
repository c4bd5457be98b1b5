"""Step 4: the prompt card as it will be printed, and one click to print it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.ids import CaseId
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.files import ask_file_to_write
from caseapp.gui.parts.paper_view import PaperView
from caseapp.gui.parts.segments import Segments
from caseapp.gui.parts.text import Words
from caseapp.gui.words import LANGUAGE_NAMES
from caseapp.i18n import N_

KIND = "prompt_card"


class CardStep(QWidget):
    """The card, and what can be done with it."""

    def __init__(self, desk: Desk, open_case: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._case: CaseId | None = None
        self.paper = PaperView(desk, name="card_paper", width=520)
        self.language = Segments(tuple(LANGUAGE_NAMES), lambda code: LANGUAGE_NAMES[code], name="card_language")
        self.language.choose("zh_CN")
        self.language.chosen.connect(self._draw)
        self.print = Action(
            N_("Print prompt card"), self.paper.print_it, name="print_prompt_card", icon="print", role="primary"
        )
        self.save = Action(N_("Save as PDF"), self._ask_where, name="save_prompt_card", icon="save")
        self.open = Action(N_("Open the case"), open_case, name="open_case", icon="cases")
        side = QVBoxLayout()
        side.setSpacing(8)
        for part in (
            Words(N_("One page for the client to carry. It names nobody."), "soft"),
            self.language,
            self.print,
            self.save,
            self.open,
        ):
            side.addWidget(part)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 8)
        row.setSpacing(16)
        row.addWidget(self.paper, 1)
        holder = QWidget()
        holder.setLayout(side)
        holder.setFixedWidth(200)
        row.addWidget(holder)

    def show_case(self, case: CaseId) -> None:
        """Draw the card of a case."""
        self._case = case
        self._draw()

    def _draw(self) -> None:
        from caseapp.work.letters import pdf

        session, case, today = self._desk.session, self._case, self._desk.today()
        if case is None:
            return
        layout = "en" if self.language.value() == "en" else "zh"
        self.paper.wait()
        self._desk.long(self, lambda _progress: pdf(session, case, KIND, layout, today), self.paper.show_pdf)

    def _ask_where(self) -> None:
        ask_file_to_write(self, N_("Save as PDF"), f"{KIND}.pdf", self._write, name="card_file")

    def _write(self, file: Path) -> None:
        pdf = self.paper.pdf
        if pdf:
            self._desk.read(
                self, lambda: file.write_bytes(pdf), lambda _size: self._desk.say(N_("The prompt card is saved."))
            )
