"""One question of a case: what is asked, the answer in place, and below it the day, the source and the adverse mark."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.days import ImpreciseDay
from caseapp.gui.both import in_language
from caseapp.gui.case.facts.answer import AnswerEditor
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.said import rough_short
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.fields import Field, beside
from caseapp.gui.parts.inputs import Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.text import Rule, Text, Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.letters.say.finding import both
from caseapp.policy.catalogue import About

if TYPE_CHECKING:
    from caseapp.work.facts import FactQuestion

DAY_WIDTH = 130
ABOUT = {
    # Translators: whom a fact is about.
    About.APPLICANT: N_("the adult"),
    About.SPOUSE: N_("the spouse"),
    About.CHILD: N_("the child"),
    About.PLACE: N_("the school or the city"),
}


class QuestionRow(QWidget):
    """Says what was entered; whoever shows it keeps it."""

    answered = Signal(object)
    cleared = Signal()
    corrected = Signal()
    """The day, the source or the adverse mark of an answer was changed and shall be kept."""

    def __init__(self, desk: Desk, question: FactQuestion, whom: str, adverse: bool, judged_on: date) -> None:
        super().__init__()
        self.setObjectName(f"question_{question.key}")
        self._desk, self._judged_on = desk, judged_on
        self.question, self.adverse = question, adverse
        self._details: QWidget | None = None
        self.day: DayEdit | None = None
        self.source: Line | None = None
        self.adverse_tick: Tick | None = None
        self._next = Words(N_("Next question"), "accent", wrap=False)
        self._words = Words(self._asked)
        self._whom = Text(whom, "small", wrap=False)
        self._problem = Text("", "problem")
        self.editor = AnswerEditor(question)
        self.more = Action(self._as_of, self._unfold, name=f"more_{question.key}", role="quiet")
        self._lay_out()
        self.show_question(question, whom, adverse)
        self.editor.answered.connect(self.answered)
        self.editor.cleared.connect(self.cleared)

    def show_question(self, question: FactQuestion, whom: str, adverse: bool) -> None:
        """Show the question as it stands now."""
        before, now = self.question, (question.value, question.as_of, question.source, adverse)
        same = (before.value, before.as_of, before.source, self.adverse) == now
        self.question, self.adverse = question, adverse
        self._next.setVisible(question.next)
        self._words.retranslate()
        self._whom.setText(whom)
        self._problem.setText("")
        self._problem.hide()
        self.editor.show_value(question.value)
        self.more.retranslate()
        if not same:
            self._fill_details()

    def day_of_answer(self) -> date:
        """The day a new answer is true for: the one typed, else the day whose rules decide the case."""
        typed = self.day.exact_day if self.day is not None else None
        return typed if typed and typed != self.question.as_of else self._judged_on

    def day_shown(self) -> date | None:
        """The day that stands in the field of an answer given already."""
        return self.day.exact_day if self.day is not None else self.question.as_of

    def source_of_answer(self) -> str:
        """Where the answer is from."""
        return self.source.value() if self.source is not None else ""

    def to_be_marked(self) -> bool:
        """Whether the answer is, or shall be, marked as adverse."""
        return self.adverse if self.adverse_tick is None else self.adverse_tick.isChecked()

    def tell(self, sentence: str) -> None:
        """Say what is wrong with what was entered."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _asked(self) -> str:
        question = self.question
        text = question.question if question.value is None else question.label
        return in_language(both(text))

    def _as_of(self) -> str:
        if self.question.as_of is None:
            return _("Day and source")
        # Translators: under an answer: the day for which it is true.
        said = _("as of {day}").format(day=rough_short(ImpreciseDay.on(self.question.as_of)))
        parts = (said, self.question.source, _("Adverse") if self.adverse else "")
        return " · ".join(part for part in parts if part)

    def _lay_out(self) -> None:
        answer = QHBoxLayout()
        answer.setSpacing(8)
        answer.addWidget(self.editor, 1)
        answer.addWidget(self.more)
        asked = QHBoxLayout()
        asked.setSpacing(8)
        asked.addWidget(self._next, 0, Qt.AlignmentFlag.AlignTop)
        asked.addWidget(self._words, 1)
        asked.addWidget(self._whom, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 6)
        self._column.setSpacing(4)
        self._column.addLayout(asked)
        self._column.addLayout(answer)
        self._column.addWidget(self._problem)
        self._column.addWidget(Rule())

    def _unfold(self) -> None:
        """The rarely needed part is made when it is first asked for."""
        if self._details is None:
            self._details = self._made_details()
            self._column.insertWidget(2, self._details)
            self._details.show()
            self._fill_details()
        else:
            self._details.setVisible(self._details.isHidden())

    def _fill_details(self) -> None:
        """What is on record; what was typed stays while that stays."""
        if self.day is None or self.source is None or self.adverse_tick is None:
            return
        self.day.show_day(self.question.as_of or self._judged_on)
        self.source.setText(self.question.source)
        self.adverse_tick.setChecked(self.adverse)
        self._keep.setVisible(self.question.value is not None)

    def _made_details(self) -> QWidget:
        key = self.question.key
        self.day = DayEdit(self._desk.today, name=f"as_of_{key}", exact_only=True)
        self.day.line.setFixedWidth(DAY_WIDTH)
        self.source = Line(N_("who said it, or which paper"), name=f"source_{key}")
        self.adverse_tick = Tick(N_("Adverse: enters no paper until a lawyer clears it"), name=f"adverse_{key}")
        self._keep = Action(N_("Keep day and source"), self.corrected.emit, name=f"keep_{key}", icon="save")
        holder = QWidget()
        holder.setMaximumWidth(tokens.FORM_WIDTH)
        column = QVBoxLayout(holder)
        column.setContentsMargins(16, 0, 0, 8)
        column.setSpacing(8)
        column.addWidget(beside(Field(N_("As of"), self.day), Field(N_("Source"), self.source)))
        column.addWidget(self.adverse_tick)
        column.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignLeft)
        return holder
