"""Which days a case gives: periods of the law, an authority's clock that lapsed, windows, papers, and what somebody set.

Pure over one case; :mod:`caseapp.work.today` keeps what is found here and reads it for all cases at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from caseapp.domain.agenda_records import DayKind
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import KeyDayKind, Stage
from caseapp.domain.handovers import lent
from caseapp.law.deadline import Actor, Deadline
from caseapp.law.library import periods
from caseapp.policy.model import Programme

RIGHTS = frozenset((DayKind.CLIENT_PERIOD,))
"""Days on which a right is lost. They can be done with; they cannot be put off beyond themselves."""
LEAD_DAYS = {
    DayKind.CLIENT_PERIOD: 30, DayKind.LAPSED: 0, DayKind.THEIR_PERIOD: 3, DayKind.EXECUTION: 30,
    DayKind.USEFUL_UNTIL: 30, DayKind.FALLBACK: 14, DayKind.WINDOW: 21, DayKind.PAPER: 30, DayKind.LENT: 7,
    DayKind.FOLLOW_UP: 3, DayKind.SILENT: 0,
}  # fmt: skip
"""How many days ahead a day shows."""
SILENT_AFTER_DAYS = 14
PASSED_DAYS = 30
"""How long a client's period still shows after its safe day, where no later day can be argued."""
LAPSED_DAYS = 180
"""How long an authority's silence still shows; the client's own period runs beside it."""
AT_LEAST_EVERY_DAYS = 30
"""Days found are derived anew at least this often, although nothing says that they changed."""


@dataclass(frozen=True, slots=True)
class CaseDay:
    """One day of a case. ``ref`` is the id of what gives it: a period, a rule, a document, a follow-up."""

    kind: DayKind
    ref: str
    day: date
    shows_from: date
    until: date | None = None
    """After this day it no longer shows."""
    provisional: bool = False

    @property
    def item(self) -> str:
        """What tells this day from every other of its case. Another day is another item."""
        return f"{self.kind.value}:{self.ref}:{self.day.isoformat()}"


@dataclass(frozen=True, slots=True)
class CaseDays:
    """Every day of a case as it stands, and up to which day that stays true if nothing is entered."""

    days: tuple[CaseDay, ...]
    holds_until: date


def case_days(file: CaseFile, deadlines: Iterable[Deadline], programmes: Iterable[Programme], on: date) -> CaseDays:
    """The days of a case on ``on``: from its periods, the rules in force for it, its papers and follow-ups."""
    periods = tuple(deadlines)
    found = [*_periods(periods, on), *_own(file), *_papers(file), *_lent(file), *_windows(programmes, on)]
    found.extend(_follow_ups(file))
    if not any(_moves_it_on(day, on) for day in found):
        found.extend(_silent(file))
    return CaseDays(tuple(found), _holds_until(file, periods, found, on))


def _periods(deadlines: Iterable[Deadline], on: date) -> Iterator[CaseDay]:
    for deadline in deadlines:
        last = deadline.safe_last_day
        if deadline.who_must_act is Actor.CLIENT:
            until = max(deadline.arguable_until or last, last + timedelta(PASSED_DAYS))
            yield _day(DayKind.CLIENT_PERIOD, deadline.id, last, until, provisional=deadline.provisional)
        elif _is_inner(deadline):
            continue
        elif last < on:
            lapsed = last + timedelta(1)
            until = lapsed + timedelta(LAPSED_DAYS)
            yield _day(DayKind.LAPSED, deadline.id, lapsed, until, provisional=deadline.provisional)
        else:
            yield _day(DayKind.THEIR_PERIOD, deadline.id, last, provisional=deadline.provisional)


def _is_inner(deadline: Deadline) -> bool:
    """Whether a period of the other side binds it only if something nobody sees is so, and opens nothing by its end."""
    period = periods()[deadline.id]
    return period.only_if is not None and period.lapse is None


def _own(file: CaseFile) -> Iterator[CaseDay]:
    case = file.case
    carried_out = file.key_day(KeyDayKind.EXECUTION_DAY)
    if carried_out and carried_out.day and carried_out.day.exact:
        day = carried_out.day.exact
        yield _day(DayKind.EXECUTION, carried_out.id, day, day + timedelta(PASSED_DAYS))
    if case.useful_until:
        yield _day(DayKind.USEFUL_UNTIL, case.id, case.useful_until)
    if case.fallback_by:
        yield _day(DayKind.FALLBACK, case.id, case.fallback_by)


def _papers(file: CaseFile) -> Iterator[CaseDay]:
    for document in file.documents:
        if document.valid_until and document.state.in_hand:
            yield _day(DayKind.PAPER, document.id, document.valid_until)


def _lent(file: CaseFile) -> Iterator[CaseDay]:
    for group in lent(file.handovers):
        if group[0].back_by:
            yield _day(DayKind.LENT, group[0].id, group[0].back_by)


def _windows(programmes: Iterable[Programme], on: date) -> Iterator[CaseDay]:
    for programme in programmes:
        for number, limit in enumerate(programme.time_limits):
            if limit.window is None or limit.who != "applicant":
                continue
            first, last = _next_window(limit.window, on)
            opens = first - timedelta(LEAD_DAYS[DayKind.WINDOW])
            yield CaseDay(DayKind.WINDOW, f"{programme.id}#{number}", last, opens, until=last)


def _next_window(window: tuple[str, str], on: date) -> tuple[date, date]:
    """The window that is open or comes next. One that ends before it begins goes over New Year."""
    for year in (on.year - 1, on.year, on.year + 1):
        first, last = _of_year(window[0], year), _of_year(window[1], year)
        if last < first:
            last = _of_year(window[1], year + 1)
        if last >= on:
            return first, last
    raise AssertionError(window)


def _of_year(month_day: str, year: int) -> date:
    month, day = (int(part) for part in month_day.split("-"))
    if (month, day) == (2, 29) and not (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
        day = 28
    return date(year, month, day)


def _follow_ups(file: CaseFile) -> Iterator[CaseDay]:
    for follow_up in file.follow_ups:
        if follow_up.done_on is None:
            yield _day(DayKind.FOLLOW_UP, follow_up.id, follow_up.due)


def _moves_it_on(day: CaseDay, on: date) -> bool:
    """Whether somebody will look at the case again because of this day."""
    if day.kind in (DayKind.PAPER, DayKind.LENT, DayKind.WINDOW, DayKind.FALLBACK):
        return False
    return day.kind in (DayKind.LAPSED, DayKind.FOLLOW_UP) or day.day >= on


def _silent(file: CaseFile) -> Iterator[CaseDay]:
    if file.case.stage is not Stage.CLOSED:
        yield _day(DayKind.SILENT, file.case.id, _last_heard(file) + timedelta(SILENT_AFTER_DAYS))


def _last_heard(file: CaseFile) -> date:
    """The last day on which something is recorded to have happened."""
    days = [file.case.opened_on]
    days += [visit.day.latest for visit in file.visits if visit.day]
    days += [day for letter in file.letters for day in (letter.issued_on, letter.sent_on, letter.received_on) if day]
    days += [follow_up.done_on for follow_up in file.follow_ups if follow_up.done_on]
    return max(days)


def _day(kind: DayKind, ref: str, day: date, until: date | None = None, *, provisional: bool = False) -> CaseDay:
    return CaseDay(kind, ref, day, day - timedelta(LEAD_DAYS[kind]), until, provisional)


def _holds_until(file: CaseFile, deadlines: Iterable[Deadline], found: Iterable[CaseDay], on: date) -> date:
    """The day before the next one on which a period ends, a window closes or something recorded ahead happens."""
    ends = [on + timedelta(AT_LEAST_EVERY_DAYS)]
    for deadline in deadlines:
        ends += [deadline.safe_last_day, deadline.ripe_on, deadline.late_after]
        ends += [deadline.arguable_until] if deadline.arguable_until else []
    ends += [day.day for day in found]
    ends += [visit.day.earliest - timedelta(1) for visit in file.visits if visit.day and visit.day.earliest > on]
    return min(end for end in ends if end >= on)
