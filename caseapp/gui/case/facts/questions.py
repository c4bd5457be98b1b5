"""The questions the rules of a case ask: the next one marked, then what is open, then what is answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.facts import Fact
from caseapp.errors import CaseAppError
from caseapp.gui.case.facts.adverse import ask_adverse
from caseapp.gui.case.facts.question import ABOUT, QuestionRow
from caseapp.gui.case.rows import Rows
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.text import Words
from caseapp.i18n import N_, _, screen
from caseapp.i18n import ngettext as _n
from caseapp.policy.model import Scalar

if TYPE_CHECKING:
    from caseapp.work.facts import FactQuestion

SHOWN = 10


class QuestionList(QWidget):
    """Answers are kept as they are given. The order stays while the list is in sight, so that nothing jumps away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._file: CaseFile | None = None
        self._rows: dict[str, QuestionRow] = {}
        self._questions: Sequence[FactQuestion] = ()
        self._all, self._reorder = False, True
        self._wanted = ""
        self._list = Rows()
        self._none = Words(N_("The rules of this case ask nothing on this day."), "soft")
        self._more = Action(self._rest, self._show_all, name="more_questions", role="quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (Words(N_("What the rules ask"), "section"), self._none, self._list, self._more):
            column.addWidget(part)

    def show_case(self, file: CaseFile) -> None:
        """Read the questions of a case again."""
        from caseapp.work.facts import questions

        self._file = file
        session, on = self._desk.session, self._desk.today()
        self._desk.read(self, lambda: (file, questions(session, file.case.id, on)), lambda found: self._show(*found))

    def go_to(self, key: str) -> None:
        """Bring a question into sight, ready to be answered."""
        self._wanted = key
        if key in self._rows:
            self._rows[key].editor.setFocus()
        elif any(question.key == key for question in self._questions):
            self._show_all()

    def row(self, key: str) -> QuestionRow:
        """The row of a question."""
        return self._rows[key]

    def hideEvent(self, event: QHideEvent) -> None:
        self._reorder = True
        super().hideEvent(event)

    def _show(self, file: CaseFile, found: Sequence[FactQuestion]) -> None:
        if file is not self._file:
            return
        self._questions = found
        shown = {question.key: question for question in found}
        if self._reorder or not set(self._rows) <= set(shown):
            self._fill(file)
        for key, row in self._rows.items():
            row.show_question(shown[key], self._whom(file, shown[key]), self._adverse(shown[key]))
        self._none.setVisible(not found)
        self._more.setVisible(len(self._rows) < len(found))
        self._more.retranslate()
        if self._wanted in self._rows:
            self._rows[self._wanted].editor.setFocus()
            self._wanted = ""

    def _fill(self, file: CaseFile) -> None:
        answered = [question for question in self._questions if question.value is not None]
        still = [question for question in self._questions if question.value is None]
        listed = self._questions if self._all else (*still[:SHOWN], *answered)
        if self._wanted and self._wanted not in {question.key for question in listed}:
            listed = self._questions
        self._reorder = not self.isVisible()
        self._rows = {question.key: self._made(file, question) for question in listed}
        self._list.fill(list(self._rows.values()))

    def _made(self, file: CaseFile, question: FactQuestion) -> QuestionRow:
        day = file.judged_on(self._desk.today())
        row = QuestionRow(self._desk, question, self._whom(file, question), self._adverse(question), day)
        row.answered.connect(lambda value: self._answer(row, value))
        row.cleared.connect(lambda: self._clear(row))
        row.corrected.connect(lambda: self._correct(row))
        return row

    def _whom(self, file: CaseFile, question: FactQuestion) -> str:
        person = file.person(question.person)
        return (person.called() if person else "") or _(ABOUT[question.about])

    def _fact(self, question: FactQuestion) -> Fact | None:
        return next((fact for fact in self._file.facts if fact.id == question.fact), None) if self._file else None

    def _adverse(self, question: FactQuestion) -> bool:
        fact = self._fact(question)
        return fact is not None and fact.adverse

    def _answer(self, row: QuestionRow, value: Scalar) -> None:
        new = row.question.sensitive and row.question.value is None
        if new or (row.to_be_marked() and not row.adverse):
            ask_adverse(
                self,
                lambda: self._keep(row, value, adverse=True),
                lambda: row.editor.show_value(row.question.value),
            )
        else:
            self._keep(row, value, adverse=row.to_be_marked())

    def _keep(self, row: QuestionRow, value: Scalar, *, adverse: bool) -> None:
        from caseapp.work.facts import set_fact

        file = self._file
        if file is None:
            return
        session, now, case, question = self._desk.session, self._desk.now(), file.case.id, row.question
        day, source = row.day_of_answer(), row.source_of_answer()
        self._write(
            row,
            lambda: set_fact(session, case, question.person, question.key, value, day, source, now, adverse=adverse),
            N_("The answer is kept."),
        )

    def _clear(self, row: QuestionRow) -> None:
        from caseapp.work.facts import clear_fact

        session, now, fact = self._desk.session, self._desk.now(), row.question.fact
        if fact is not None:
            self._write(
                row, lambda: clear_fact(session, fact, now), N_("The answer is taken out; the question is open again.")
            )

    def _correct(self, row: QuestionRow) -> None:
        """The same answer with another day, source or mark."""
        from caseapp.work.facts import correct_fact

        file, fact, day = self._file, self._fact(row.question), row.day_shown()
        if row.day is not None and day is None:
            row.day.setFocus()
            return
        if file is None or fact is None or day is None or row.adverse_tick is None:
            return
        adverse, session, now = row.adverse_tick.isChecked(), self._desk.session, self._desk.now()
        case, source = file.case.id, row.source_of_answer()

        def write() -> None:
            correct_fact(session, case, fact.id, day, source, adverse, now)

        keep = lambda: self._write(row, write, N_("Day and source are kept."))  # noqa: E731
        if adverse and not fact.adverse:
            ask_adverse(self, keep, lambda: self._clear(row))
        else:
            keep()

    def _write(self, row: QuestionRow, work: Callable[[], object], said: str) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, CaseAppError):
                row.tell(error.say(screen()))
            else:
                self._desk.fail(error)

        row.tell("")
        self._desk.write(self, work, lambda _none: self._desk.say(said), failed)

    def _rest(self) -> str:
        count = len(self._questions) - len(self._rows)
        return _n("{count} more question", "{count} more questions", count).format(count=count)

    def _show_all(self) -> None:
        self._all = self._reorder = True
        if self._file is not None:
            self._show(self._file, self._questions)
