"""One visit, by keyboard in under a minute (LOOK: when, office, who, asked for, answer, words, papers, hours, money).

Whoever shows the form saves what :meth:`VisitEntry.form` returns, or lets :meth:`VisitEntry.save` do it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import CaseId, OfficeId, VisitId
from caseapp.domain.labels import label
from caseapp.domain.offices import Office
from caseapp.domain.visits import Answer, Channel, Grounds
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.desk import Desk
from caseapp.gui.drafts.keeper import DraftKeeper
from caseapp.gui.parts.asked_twice import AskedTwice, spoken_of
from caseapp.gui.parts.fields import Field, Form, beside
from caseapp.gui.parts.fold import Fold
from caseapp.gui.parts.inputs import Choice, Paragraph, Tick
from caseapp.gui.parts.line import Line
from caseapp.gui.parts.once import Once
from caseapp.gui.parts.segments import Segments
from caseapp.gui.visit.before import BeforeVisit
from caseapp.gui.visit.details import VisitDetails
from caseapp.gui.visit.office import OfficeChooser
from caseapp.gui.visit.papers import PaperList
from caseapp.i18n import N_, _

if TYPE_CHECKING:
    from caseapp.work.problems import FieldProblem
    from caseapp.work.visits import VisitForm

ANSWERS = (
    Answer.ACCEPTED,
    Answer.REFUSED,
    Answer.REFERRED,
    Answer.ASKED_MORE,
    Answer.NO_ANSWER,
    Answer.PROMISED,
)
"""In the order of their keys, 1 to 6."""
_NAMES_ANOTHER = frozenset((Answer.REFERRED, Answer.REFUSED, Answer.ASKED_MORE))
"""One visit may bring several answers: a refusal, papers asked for, and another office named."""


class VisitEntry(Form):
    """The form of a visit. ``case`` is asked when it is needed: at intake the case is made a step earlier."""

    saved = Signal(str)
    """The id of the visit that was written."""

    def __init__(self, desk: Desk, case: Callable[[], CaseId | None]) -> None:
        super().__init__(spacing=12)
        self.setObjectName("visit_form")
        self._desk, self._case = desk, case
        self._editing: VisitId | None = None
        self._file: CaseFile | None = None
        self._twice, self._once = AskedTwice(), Once(desk)
        self._build_fields()
        self._build_answer()
        self.details = VisitDetails(desk.today)
        self.draft = DraftKeeper(desk, self)
        self._lay_out()
        self.answer.chosen.connect(self._answered)
        self.referred_to.chosen.connect(self._answered)
        self.day.changed.connect(self._dated)
        self.day.line.editingFinished.connect(lambda: self._dated(left=True))
        self._answered()
        self.before_field.hide()

    def _build_fields(self) -> None:
        self.day = DayEdit(self._desk.today, name="visit_day")
        self.before = BeforeVisit(name="visit_before")
        self.channel = Segments(tuple(Channel), lambda value: _(label(value)), name="visit_channel")
        self.channel.choose(Channel.COUNTER)
        self.office = OfficeChooser(self._desk, self._case, name="visit_office")
        self.window_name = Line(N_("e.g. window 3, admissions desk"), name="visit_window")
        self.badge = Line(N_("number, or “not given”"), name="visit_badge")
        self.went = Choice((), lambda person: person.called(), name="visit_went", empty=N_("not recorded"))
        self.asked = Paragraph(N_("What was asked for, in a sentence"), name="visit_asked", lines=2)
        self.words = Paragraph(N_("As close to their words as remembered"), name="visit_words", lines=2)
        self.literal = Tick(N_("Word for word"), name="visit_words_literal", on=True)
        self.papers = PaperList(name="visit_papers")
        self.hours = Line(N_("e.g. 4"), name="visit_hours")
        self.money = Line(N_("e.g. 120"), name="visit_money")

    def _build_answer(self) -> None:
        self.answer = Segments(
            ANSWERS, lambda value: _(label(value)), name="visit_answer", numbered=True, go_on=True
        )  # fmt: skip
        self.referred_to = OfficeChooser(self._desk, self._case, name="visit_referred_to")
        self.grounds = Choice(
            tuple(Grounds), lambda value: _(label(value)), name="visit_grounds", empty=N_("not recorded")
        )  # fmt: skip

    def _lay_out(self) -> None:
        # Translators: form of a visit: on which day.
        self.day_field = Field(N_("When"), self.day)
        self.before_field = Field(
            N_("It came before"), self.before, hint=N_("Where the day is not known exactly, the order still counts.")
        )
        self.office_field = Field(N_("Office"), self.office)
        self.answer_field = Field(N_("Answer (keys 1–6)"), self.answer)
        self.referred_field = Field(self._where_to, self.referred_to)
        self.grounds_field = Field(N_("Reason they gave"), self.grounds)
        self.hours_field, self.money_field = (
            Field(N_("Hours lost"), self.hours),
            Field(N_("Money spent or lost (yuan)"), self.money),
        )
        self.more = Fold(N_("Written answer, rule cited, receipt, fee, witness"), self.details, name="visit_more")
        for part in (
            self.draft.line,
            self.day_field,
            self.before_field,
            Field(N_("Channel"), self.channel),
            self.office_field,
            beside(
                Field(N_("Window or desk"), self.window_name),
                Field(N_("Badge"), self.badge),
                Field(N_("Who went"), self.went),
            ),
            Field(N_("Asked for"), self.asked),
            self.answer_field,
            self.referred_field,
            self.grounds_field,
            Field(N_("Their words"), self.words),
            self.literal,
            Field(N_("Papers they asked for"), self.papers, hint=N_("Enter after each one.")),
            beside(self.hours_field, self.money_field),
            self.more,
        ):
            self.add(part)

    def _answered(self) -> None:
        """What is already entered never goes out of sight."""
        answer = self.answer.value()
        self.referred_field.setVisible(answer in _NAMES_ANOTHER or self.referred_to.office is not None)
        self.referred_field.label.retranslate()
        self.grounds_field.setVisible(answer in _NAMES_ANOTHER or self.grounds.value() is not None)

    def _where_to(self) -> str:
        if self.answer.value() is Answer.REFERRED:
            return _("Referred to")
        # Translators: form of a visit whose answer was a refusal or a demand: they also named another office.
        return _("Sent on to, if they named another office")

    def _dated(self, *, left: bool = False) -> None:
        """The order is asked for a rough day, and for none once the field is left: an exact day needs no order."""
        day = self.day.day
        shown = left or not self.before_field.isHidden() or self.before.value() is not None
        rough = day.exact is None if day else shown
        self.before_field.setVisible(rough and self.before.needed)

    def form(self) -> VisitForm:
        """What was entered, as ``work`` takes it."""
        from caseapp.work.visits import VisitForm

        return VisitForm(
            office=self.office.office,
            day=self.day.day,
            channel=self.channel.value() or Channel.COUNTER,
            window=self.window_name.value(),
            badge=self.badge.value(),
            went=person.id if (person := self.went.value()) else None,
            asked=self.asked.value(),
            answer=self.answer.value() or Answer.NO_ANSWER,
            referred_to=self.referred_to.office,
            grounds=self.grounds.value(),
            words=self.words.value(),
            words_literal=self.literal.isChecked(),
            hours_lost=self.hours.value(),
            money_lost_yuan=self.money.value(),
            demands=self.papers.demands(),
            before=None if self.before_field.isHidden() else self.before.value(),
            **self.details.values(),
        )

    def show_visit(self, form: VisitForm, offices: Mapping[OfficeId, Office], visit: VisitId) -> None:
        """Show a recorded visit, to correct it."""
        self._editing = visit
        if self._file is not None:
            self.know(self._file)
        self.day.show_day(form.day)
        self.before.choose(form.before)
        self.channel.choose(form.channel)
        self.office.show_office(offices.get(form.office) if form.office else None)
        self.window_name.setText(form.window)
        self.badge.setText(form.badge)
        self.went.choose(self._file.person(form.went) if self._file else None)
        self.asked.setPlainText(form.asked)
        self.answer.choose(form.answer)
        self.referred_to.show_office(offices.get(form.referred_to) if form.referred_to else None)
        self.grounds.choose(form.grounds)
        self.words.setPlainText(form.words)
        self.literal.setChecked(form.words_literal)
        self.hours.setText(form.hours_lost)
        self.money.setText(form.money_lost_yuan)
        self.papers.show_demands(form.demands)
        self.details.show_values(form)

    def save(self) -> None:
        """Look at the form once more; write it if nothing in it is impossible. What is unlikely is asked once."""
        from caseapp.work.visits import edit_visit, problems, record_visit

        case, form, desk = self._case(), self.form(), self._desk
        found = (*problems(form, self._others(), desk.today()), *self._unanswered())
        self._show_problems(found)
        if case is None or self._unread() or not self._twice.may_go_on(found):
            return
        session, now, visit = desk.session, desk.now(), self._editing

        def write() -> VisitId:
            if visit is None:
                return record_visit(session, case, form, now)
            edit_visit(session, case, visit, form, now)
            return visit

        self._once.write(self, self.draft.saving(write), self._written)

    def _others(self) -> CaseFile | None:
        """The case without the visit that is being corrected."""
        file = self._file
        return replace(file, visits=tuple(one for one in file.visits if one.id != self._editing)) if file else None

    def _unanswered(self) -> Iterator[FieldProblem]:
        """Silence is an answer that has to be chosen: it counts against an office, and may start a clock."""
        from caseapp.work.problems import FieldProblem

        if self.answer.value() is None:
            yield FieldProblem("answer", N_("Choose what they answered, also if it was nothing."))
        if self.referred_to.typed_but_not_chosen():
            yield FieldProblem("referred_to", N_("Choose the office, or enter a new one."))

    def _written(self, visit: VisitId) -> None:
        self._desk.say(N_("The visit is recorded."))
        self.saved.emit(visit)

    def _unread(self) -> bool:
        """Whether a day was typed that nobody can read; it says so itself, and the cursor goes there."""
        for day in (self.day, self.details.dated, self.details.received):
            if day.problem:
                day.setFocus()
                return True
        return False

    def _show_problems(self, found: Sequence[FieldProblem]) -> None:
        said = spoken_of(found)
        fields = {
            "day": self.day_field,
            "before": self.before_field,
            "office": self.office_field,
            "answer": self.answer_field,
            "referred_to": self.referred_field,
            "hours_lost": self.hours_field,
            "money_lost_yuan": self.money_field,
            **self.details.fields,
        }
        for name, field in fields.items():
            field.problem(said.get(name, ""))
        if said.keys() & self.details.fields.keys():
            self.more.unfold()
        first = next((fields[problem.field] for problem in found if problem.field in fields and not problem.asked), None)
        if first is not None:
            first.editor.setFocus()

    def know(self, file: CaseFile) -> None:
        """Who may have gone, and the visits among which this one belongs; what is being typed stays."""
        self._file = file
        self.went.offer(file.people)
        self.before.know(file, self._editing)
        self._dated()

    def untouched(self) -> bool:
        """Whether nothing was entered, or nothing changed, since the form was begun."""
        return not self.draft.changes()
