"""The next day of one case that somebody has to mind, for its header. Pure over the case as it was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.domain.agenda_records import AgendaMark, DayKind
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Stage
from caseapp.domain.handovers import lent
from caseapp.letters.both import Both, same
from caseapp.letters.say.agenda import say_day_kind, say_lent, say_paper_day, say_window
from caseapp.work.agenda import CaseDay, case_days
from caseapp.work.deadlines import deadlines_of
from caseapp.work.rules_of_case import rules_of_case

_AHEAD = frozenset((DayKind.CLIENT_PERIOD, DayKind.THEIR_PERIOD, DayKind.EXECUTION, DayKind.FALLBACK, DayKind.FOLLOW_UP))
_WHEN_NEAR = frozenset((DayKind.WINDOW, DayKind.PAPER, DayKind.LENT))
"""Kinds that are worth naming only once they show on Today."""


@dataclass(frozen=True, slots=True)
class NextDay:
    """A day to come, and what it is of."""

    day: date
    what: Both
    provisional: bool


def next_day(file: CaseFile, on: date) -> NextDay | None:
    """The soonest day from ``on`` that is neither done with nor put off; None for a closed case, or where none is known.

    The day after which help comes too late is left out: it stands in the header by itself.
    """
    if file.case.stage is Stage.CLOSED:
        return None
    rules = rules_of_case(file, on)
    programmes = tuple(rules.programmes(file.case.service.value, on))
    hidden = {mark.item for mark in file.agenda_marks if _hides(mark, on)}
    found = [
        day
        for day in case_days(file, deadlines_of(file, on), programmes, on).days
        if day.day >= on and day.item not in hidden
        and (day.kind in _AHEAD or (day.kind in _WHEN_NEAR and day.shows_from <= on))
    ]  # fmt: skip
    first = min(found, key=lambda day: day.day, default=None)
    if first is None:
        return None
    windows = {programme.id: programme for programme in programmes}
    rule, _, number = first.ref.rpartition("#")
    if first.kind is DayKind.WINDOW and rule in windows:
        return NextDay(first.day, say_window(windows[rule], int(number)), first.provisional)
    return NextDay(first.day, _what(file, first), first.provisional)


def _hides(mark: AgendaMark, on: date) -> bool:
    return mark.kind is not None and (mark.until is None or mark.until > on)


def _what(file: CaseFile, day: CaseDay) -> Both:
    if day.kind is DayKind.PAPER:
        paper = next((paper for paper in file.documents if paper.id == day.ref), None)
        return say_paper_day(paper.paper, paper.title) if paper else say_day_kind(day.kind)
    if day.kind is DayKind.LENT:
        return say_lent(next((group for group in lent(file.handovers) if group[0].id == day.ref), ()))
    if day.kind is DayKind.FOLLOW_UP:
        said = next((one.what for one in file.follow_ups if one.id == day.ref), "")
        return same(said) if said else say_day_kind(day.kind)
    return say_day_kind(day.kind, day.ref)
