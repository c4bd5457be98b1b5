"""Written answers of offices: every refusal on paper of the case, whether it came of a visit or by post."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.visits import WrittenAnswer
from caseapp.gui.case.answer_dialog import AnswerDialog
from caseapp.gui.case.office_names import named
from caseapp.gui.case.rows import Row, Rows
from caseapp.gui.day.said import exact
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.dialog import ask
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _


class AnswersPanel(QWidget):
    """Enter or a click corrects an answer; Delete takes out one that did not come of a visit."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self._wanted = ""
        self.rows = Rows()
        self.rows.setObjectName("answer_rows")
        self.none = Words(
            N_("None yet. A refusal on paper, received with or without a visit, can start a period."), "small"
        )
        add = Action(N_("Record written answer"), lambda: self.edit(None), name="add_answer", icon="letter")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Words(N_("Written answers"), "label", wrap=False))
        head.addWidget(self.none, 1)
        head.addStretch(0)
        head.addWidget(add, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.rows)

    def show_case(self, file: CaseFile) -> None:
        """Show the written answers of a case, the latest first; the row with the focus keeps it."""
        focused = next((row.objectName().removeprefix("answer_") for row in self.rows.parts if row.hasFocus()), "")
        self._file = file
        answers = sorted(file.written_answers, key=lambda answer: answer.received or answer.dated or date.min)
        self.rows.fill([self._row(file, answer) for answer in reversed(answers)])
        self.none.setVisible(not answers)
        self.rows.setVisible(bool(answers))
        if self._wanted or focused:
            self.go_to(self._wanted or focused)

    def edit(self, answer: WrittenAnswer | None) -> None:
        """Open the form of an answer; of a new one, for None."""
        if self._file is not None:
            dialog = AnswerDialog(self._desk, self._file, answer, self)
            dialog.open()
            (dialog.title_line if answer else dialog.office).setFocus()

    def go_to(self, identity: str) -> None:
        """Put the focus on an answer, now or once it is shown."""
        row = next((row for row in self.rows.parts if row.objectName() == f"answer_{identity}"), None)
        self._wanted = "" if row else identity
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, file: CaseFile, answer: WrittenAnswer) -> Row:
        row = Row(name=f"answer_{answer.id}")
        row.pressed.connect(lambda: self.edit(answer))
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 4, 8, 4)
        line.setSpacing(12)
        line.addWidget(Words(lambda: answer_line(file, answer, self._desk.today())), 1)
        if answer.refusal:
            line.addWidget(Words(N_("Refusal"), "not_met", wrap=False))
        if answer.visit is None:
            row.removed.connect(lambda: self._ask_out(answer))
            # Translators: button: take a written answer out.
            line.addWidget(
                Action(
                    N_("Take out"), lambda: self._ask_out(answer), name=f"remove_{answer.id}", icon="delete", role="quiet"
                )
            )
        return row

    def _ask_out(self, answer: WrittenAnswer) -> None:
        ask(
            self, N_("Take a written answer out"),
            N_("Take it out? The periods it started are no longer shown. The history can bring it back."),
            N_("Take out"), lambda: self._remove(answer), name="delete_answer", icon="delete",
        )  # fmt: skip

    def _remove(self, answer: WrittenAnswer) -> None:
        from caseapp.work.answers import remove_answer

        session, now = self._desk.session, self._desk.now()
        self._desk.write(
            self, lambda: remove_answer(session, answer.id, now),
            lambda _none: self._desk.say(N_("The written answer is taken out.")),
        )  # fmt: skip


def answer_line(file: CaseFile, answer: WrittenAnswer, today: date) -> str:
    """When it came, from whom, what it is called, and its number."""
    parts = (_day(answer, today), named(file, answer.office), answer.title, answer.number)
    return " · ".join(part for part in parts if part)


def _day(answer: WrittenAnswer, today: date) -> str:
    if answer.received:
        # Translators: a written answer: the day it was received.
        return _("received {day}").format(day=exact(answer.received, today))
    # Translators: a written answer of which only the date on the paper is known.
    return _("dated {day}").format(day=exact(answer.dated, today)) if answer.dated else _("no day")
