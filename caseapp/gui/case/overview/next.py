"""The card of the next step: one sentence, the days that matter, what must be heard with it, and one button."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Stage
from caseapp.domain.labels import label
from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.overview.fallback import fallback_words
from caseapp.gui.case.rows import Rows
from caseapp.gui.case.sign_line import sign_line
from caseapp.gui.case.tabs import has_tab
from caseapp.gui.day.said import people_say
from caseapp.gui.desk import Desk
from caseapp.gui.parts.buttons import Action
from caseapp.gui.parts.picture import Picture
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.i18n import N_, _
from caseapp.law.deadline import Actor, Deadline, State
from caseapp.law.first_step import Because, FirstStep, FirstStepKind
from caseapp.law.ladder import Ladder
from caseapp.letters.both import Both
from caseapp.letters.say.ladder import say_first_step, say_more, say_protective, say_too_late

SHOWN_DAYS = 3
SOON_DAYS = 7


@dataclass(frozen=True, slots=True)
class _Button:
    words: str
    icon: str
    kind: str
    """The kind of letter it opens."""


_CARD = _Button(N_("Print prompt card"), "print", "prompt_card")
_BUTTONS = {
    FirstStepKind.SERVICE_APPLICATION: _Button(N_("Write application"), "letter", "service_application"),
    FirstStepKind.ADMIN_RECONSIDERATION: _Button(N_("Write reconsideration"), "letter", "admin_reconsideration"),
}
"""Steps for which there is no letter of a kind yet go with the card."""
_NO_LETTER = (Because.FORM_UNKNOWN, Because.REVIEW_DECLINED, Because.PREMIUMS, Because.URGENT)
"""What is to be found out or asked elsewhere first: the letters of the service would go to the wrong office."""


class NextStepCard(QFrame):
    """Says one thing to do now."""

    went = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._button = _CARD
        self.sentence = Words("", "section")
        self.sentence.setObjectName("next_step")
        self.more = Words("", "soft")
        self.days = Rows(spacing=4)
        self.cautions = Rows(spacing=6)
        self.do = Action(_CARD.words, self._go, name="next_step_do", icon="next", role="primary")
        head = QHBoxLayout()
        head.setSpacing(tokens.GRID)
        head.addWidget(Picture("next", "accent", 16))
        head.addWidget(Words(N_("Next step"), "label", wrap=False))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.setSpacing(tokens.GRID)
        column.addLayout(head)
        for part in (self.sentence, self.more, self.days, self.cautions):
            column.addWidget(part)
        column.addSpacing(2)
        column.addWidget(self.do, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_case(self, file: CaseFile, ladder: Ladder) -> None:
        """Show what the ladder of this case says."""
        if file.case.stage is Stage.CLOSED:
            self._show_closed(file)
        else:
            self._show_step(file, ladder)
        self.show()

    def _show_step(self, file: CaseFile, ladder: Ladder) -> None:
        today, case = self._desk.today(), file.case
        self._button = _button(ladder.first_step)
        self.sentence.say(spoken(say_first_step(ladder.first_step)))
        self.more.say(spoken(say_more(ladder.first_step)))
        self.more.show()
        self.days.fill([_day_line(deadline, today) for deadline in nearest(ladder, today)])
        said = [say_protective(ladder, today), say_too_late(ladder, case.service, case.useful_until, today)]
        parts: list[QWidget] = [sign_line("warning", "not_asked", spoken(words)) for words in said if words]
        if case.fallback:
            parts.append(sign_line("info", "soft", lambda: fallback_words(case, today)))
        self.cautions.fill(parts)
        self.cautions.setVisible(bool(parts))
        self.days.setVisible(bool(self.days.parts))
        self.do.say(self._button.words)
        self.do.setVisible(has_tab("letters"))

    def _show_closed(self, file: CaseFile) -> None:
        case = file.case
        self.sentence.say(lambda: _("The case is closed. Outcome: {outcome}.").format(outcome=_(label(case.outcome))))
        self.more.say(lambda: _("Entitlement: {entitlement}.").format(entitlement=_(label(case.entitlement))))
        words = " ".join(filter(None, (case.outcome_words, case.why_stopped)))
        self.days.fill([sign_line("info", "soft", lambda: words)] if words else [])
        self.cautions.fill([])
        self.cautions.hide()
        self.days.setVisible(bool(words))
        self.do.hide()

    def _go(self) -> None:
        self.went.emit("letters", self._button.kind)


def _button(step: FirstStep) -> _Button:
    return _CARD if step.because in _NO_LETTER else _BUTTONS.get(step.kind, _CARD)


def nearest(ladder: Ladder, today: date) -> tuple[Deadline, ...]:
    """The periods to look at first: what runs, the soonest safe day first; then what can only be argued still."""
    alive = [deadline for deadline in ladder.deadlines if _matters(deadline, today)]
    return tuple(sorted(alive, key=lambda found: (found.safe_last_day < today, found.safe_last_day))[:SHOWN_DAYS])


def _matters(deadline: Deadline, today: date) -> bool:
    if deadline.who_must_act is Actor.CLIENT:
        return deadline.state(today) is not State.CLOSED
    return deadline.late_after >= today


def _day_line(deadline: Deadline, today: date) -> QWidget:
    passed = deadline.safe_last_day < today
    ours = deadline.who_must_act is Actor.CLIENT
    soon = (deadline.safe_last_day - today).days <= SOON_DAYS
    icon = "with-them" if not ours else "overdue" if passed else "soon" if soon else "later"
    colour = "soft" if not ours else "not_met" if passed else "not_asked" if soon else "soft"
    return sign_line(icon, colour, lambda: _told(deadline, today))


def _told(deadline: Deadline, today: date) -> str:
    what = in_language(Both(deadline.what_zh, deadline.what_en))
    day = people_say(deadline.safe_last_day, today)
    if deadline.who_must_act is not Actor.CLIENT:
        return _("Their last day {day}: {what}").format(day=day, what=what)
    if deadline.safe_last_day < today:
        return _("Safe day {day}, passed: {what}. Ask a lawyer today.").format(day=day, what=what)
    return _("Safe day {day}: {what}").format(day=day, what=what)
