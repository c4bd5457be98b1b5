"""The one next step of a letter: mend, read out, issue, hand in, enter the receipt."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.letter_records import LetterState
from caseapp.gui.case.letters.issue import ask_issue, ask_told
from caseapp.gui.case.letters.read_out import ReadOutDialog
from caseapp.gui.case.letters.reading import ShownLetter
from caseapp.gui.case.letters.sent import ReceiptDialog, SentDialog
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.paper_view import PaperView
from caseapp.i18n import N_
from caseapp.letters.kinds import oral_refusal_record


class LetterActions(QWidget):
    """Shows the step that is open now, and what stays possible beside it."""

    def __init__(self, desk: Desk, paper: PaperView) -> None:
        super().__init__()
        self._desk, self._paper = desk, paper
        self._shown: ShownLetter | None = None
        self.read_out = Action(N_("Read out and confirm"), self._read_out, name="read_out_and_confirm", icon="read-out")
        self.issue = Action(N_("Issue and print"), self._ask_told, name="issue_and_print", icon="print")
        self.sent = Action(N_("Handed in"), self._sent, name="handed_in", icon="post", role="primary")
        self.receipt = Action(N_("Enter receipt"), self._receipt, name="enter_receipt", icon="met", role="primary")
        self.card = Action(N_("Print prompt card"), self._print, name="print_prompt_card", icon="print", role="primary")
        self.memo = Action(N_("Print memo"), self._print, name="print_memo", icon="print", role="primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for button in (self.card, self.memo, self.read_out, self.issue, self.sent, self.receipt):
            column.addWidget(button)

    def show_letter(self, shown: ShownLetter) -> None:
        """Show the step of this letter."""
        self._shown = shown
        letter = shown.letter
        state = letter.state if letter else LetterState.DRAFT
        blocking = {problem.code for problem in shown.made.blocking} if shown.made else set()
        writing = shown.filing and not shown.issued and shown.made is not None
        self.card.setVisible(not shown.filing and not shown.private)
        self.memo.setVisible(shown.private)
        self.memo.say(N_("Print memo") if shown.choice.kind == oral_refusal_record.ID else N_("Print"))
        self.read_out.setVisible(writing)
        self.read_out.setEnabled(not shown.lacks)
        self.issue.setVisible(writing)
        self.issue.setEnabled(writing and not shown.lacks and "read_out" not in blocking)
        self.sent.setVisible(state is LetterState.ISSUED)
        self.receipt.setVisible(state is LetterState.SENT)
        _weigh(self.read_out, first="read_out" in blocking)
        _weigh(self.issue, first="read_out" not in blocking)

    def print_card(self) -> None:
        """Print what is shown, if it is the card."""
        if self._shown is not None and not self._shown.filing:
            self._print()

    def _print(self) -> None:
        self._paper.print_it()

    def _read_out(self) -> None:
        shown = self._shown
        if shown is not None and shown.made is not None:
            case, kind = shown.file.case.id, shown.choice.kind
            ReadOutDialog(self._desk, case, kind, shown.made.statements, self).open()

    def _ask_told(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.told:
            self._ask_issue()
        else:
            ask_told(self, shown, self._told)

    def _told(self) -> None:
        from caseapp.work.letter_life import tell_disclosure

        shown = self._shown
        if shown is not None:
            session, now, case = self._desk.session, self._desk.now(), shown.file.case.id
            self._desk.write(self, lambda: tell_disclosure(session, case, "", now), lambda _id: self._ask_issue())

    def _ask_issue(self) -> None:
        if self._shown is not None:
            ask_issue(self, self._desk, self._shown, self._issue, self._read_out)

    def _issue(self) -> None:
        from caseapp.work.letter_life import issue
        from caseapp.work.letters import pdf

        shown = self._shown
        if shown is None:
            return
        session, now, case, kind = self._desk.session, self._desk.now(), shown.file.case.id, shown.choice.kind

        def write() -> bytes:
            issue(session, case, kind, now)
            return pdf(session, case, kind, "zh", now.date())

        self._desk.write(self, write, self._issued)

    def _issued(self, content: bytes) -> None:
        self._desk.say(N_("The letter is issued; its words do not change any more."))
        self._paper.show_pdf(content)
        self._paper.print_it()

    def _sent(self) -> None:
        if self._shown is not None and self._shown.letter is not None:
            SentDialog(self._desk, self._shown.file.case.id, self._shown.letter, self).open()

    def _receipt(self) -> None:
        if self._shown is not None and self._shown.letter is not None:
            ReceiptDialog(self._desk, self._shown.file.case.id, self._shown.letter, self).open()


def _weigh(button: Action, *, first: bool) -> None:
    """Only the next step is painted as the next step."""
    button.setProperty("role", "primary" if first and button.isEnabled() else "")
    button.style().unpolish(button)
    button.style().polish(button)
