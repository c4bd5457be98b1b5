"""One deadline: the safe day first, who must act, what can still be argued, and unfolded how the day was found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caseapp.gui.both import in_language, spoken
from caseapp.gui.case.sign_line import sign_line
from caseapp.gui.case.unfold import left_fold
from caseapp.gui.day.said import full, people_say
from caseapp.gui.parts.meaning_label import MeaningLabel
from caseapp.gui.parts.text import Words
from caseapp.gui.theme import tokens
from caseapp.gui.theme.meaning import Meaning
from caseapp.i18n import N_, _
from caseapp.law.deadline import Actor, Deadline, LaterDay
from caseapp.letters.both import Both
from caseapp.letters.say.deadline import cite, say_caution, say_ground, say_posting, say_restart, say_step

SOON_DAYS = 7

WHO = {
    # Translators: who has to act within a period.
    Actor.CLIENT: N_("For the client to do"),
    # Translators: who has to act within a period.
    Actor.AUTHORITY: N_("For the authority to do"),
    # Translators: who has to act within a period.
    Actor.EMPLOYER: N_("For the employer to do"),
    # Translators: who has to act within a period.
    Actor.NGO: N_("For us to do"),
}


class DeadlineCard(QFrame):
    """Never one last day alone (PRACTICE L3)."""

    def __init__(self, deadline: Deadline, on: date) -> None:
        super().__init__()
        self.setObjectName("card")
        self.deadline = deadline
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addLayout(self._head(on))
        column.addWidget(Words(spoken(Both(deadline.what_zh, deadline.what_en)), "section"))
        consequence = Both(deadline.consequence_zh, deadline.consequence_en)
        if consequence:
            column.addWidget(Words(spoken(consequence), "soft"))
        for line in (*_later(deadline, on), *_warned(deadline)):
            column.addWidget(line)
        self.fold = left_fold(N_("How this day was found"), _derivation(deadline), name="derivation")
        column.addWidget(self.fold)

    def _head(self, on: date) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(tokens.PAGE_MARGIN)
        head.addWidget(MeaningLabel(meaning(self.deadline, on), lambda: _day(self.deadline, on)))
        if self.deadline.provisional:
            # Translators: the holiday calendar of that year is not known yet.
            head.addWidget(Words(N_("Provisional"), "not_asked", wrap=False))
        head.addStretch(1)
        ours = self.deadline.who_must_act is Actor.CLIENT
        head.addWidget(MeaningLabel(Meaning.WITH_US if ours else Meaning.WITH_THEM, WHO[self.deadline.who_must_act]))
        return head


def meaning(deadline: Deadline, on: date) -> Meaning:
    """How near the safe day is. An authority's day that has passed is no loss of the client's."""
    days = (deadline.safe_last_day - on).days
    if deadline.who_must_act is not Actor.CLIENT:
        return Meaning.LATER if days >= 0 else Meaning.WITH_THEM
    return Meaning.OVERDUE if days < 0 else Meaning.DUE_SOON if days <= SOON_DAYS else Meaning.LATER


def _day(deadline: Deadline, on: date) -> str:
    day = people_say(deadline.safe_last_day, on)
    if deadline.who_must_act is not Actor.CLIENT:
        return _("Their last day {day}").format(day=day)
    if deadline.safe_last_day < on:
        return _("Safe day {day}, passed").format(day=day)
    return _("Safe day {day}").format(day=day)


def _later(deadline: Deadline, on: date) -> Iterator[QWidget]:
    if deadline.who_must_act is Actor.CLIENT and on <= deadline.act_by < deadline.safe_last_day:
        yield sign_line("calendar", "soft", lambda: _("Go by {day}: every counter is open then.").format(
            day=people_say(deadline.act_by, on)
        ))  # fmt: skip
    because = deadline.arguable_because
    if because is not None:
        yield sign_line("later", "soft", lambda: _arguable(because), name="arguable")
    posting = say_posting(deadline)
    if posting:
        yield sign_line("post", "soft", spoken(posting), name="posting")
    if deadline.restart is not None:
        yield sign_line("undo", "soft", spoken(say_restart(deadline.restart)), name="restart")


def _arguable(later: LaterDay) -> str:
    ground = in_language(say_ground(later))
    if later.until is None:
        return _("May still be argued later: {ground}.").format(ground=ground)
    return _("Arguable until {day}: {ground}.").format(day=full(later.until), ground=ground)


def _warned(deadline: Deadline) -> Iterator[QWidget]:
    for caution in deadline.warnings:
        yield sign_line("warning", "not_asked", spoken(say_caution(caution)), role="small")


def _derivation(deadline: Deadline) -> QWidget:
    """The steps from the event to the day, the article, and every later reading."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(tokens.GRID, 0, 0, 4)
    column.setSpacing(4)
    for number, step in enumerate(deadline.steps, 1):
        column.addWidget(Words(_numbered(number, say_step(step))))
    column.addWidget(Words(_cited(deadline), "soft"))
    for later in deadline.later:
        column.addWidget(Words(_reading(later), "soft"))
    note = Both(*deadline.note)
    if note:
        column.addWidget(Words(spoken(note), "soft"))
    return holder


def _numbered(number: int, step: Both):
    return lambda: f"{number}  {in_language(step)}"


def _cited(deadline: Deadline):
    where = cite(deadline.statute, deadline.article)
    # Translators: the article a period is counted by.
    return lambda: _("By {article}").format(article=in_language(where))


def _reading(later: LaterDay):
    where = cite(later.statute, later.article)
    return lambda: _("{sentence} ({article})").format(sentence=_arguable(later), article=in_language(where))
