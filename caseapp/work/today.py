"""Today: over all open cases, what is due, what was missed, which silence became a remedy, and who was forgotten.

The days of each case are derived once and kept (:mod:`caseapp.store.agenda`); :func:`derive_days` brings them up to
date, :func:`today` only reads. A day is done with or put off with a reason; a mark moves no period.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache

from caseapp.domain.agenda_records import AgendaMark, DayKind, FollowUp, MarkKind, mark_id
from caseapp.domain.case_file import CaseFile
from caseapp.domain.handovers import Handover, lent
from caseapp.domain.ids import CaseId, FollowUpId, new_id
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.letters.both import Both
from caseapp.letters.say.agenda import say_day_kind, say_lent, say_paper_day, say_window
from caseapp.paths import resource
from caseapp.policy.packs import load, places
from caseapp.store import agenda
from caseapp.store.agenda import AgendaItem, Derived, Ranks
from caseapp.work.agenda import LEAD_DAYS, RIGHTS, case_days
from caseapp.work.cases import case_file, save
from caseapp.work.deadlines import deadlines_of
from caseapp.work.progress import Progress
from caseapp.work.rules_of_case import ruled_by, rules_of_case
from caseapp.work.session import Session

LOAD_DAYS = 14
SOON_DAYS = 7
SHOWN_AT_MOST = 200
"""Entries given at once; the counts are of all."""
_CHUNK = 50
_COUNTED = frozenset(
    kind.value
    for kind in (
        DayKind.CLIENT_PERIOD, DayKind.EXECUTION, DayKind.USEFUL_UNTIL, DayKind.FALLBACK, DayKind.FOLLOW_UP, DayKind.PAPER,
        DayKind.LENT,
    )
)  # fmt: skip
"""What somebody has to do by a day: what makes the load of a day."""


class Urgency(Enum):
    """How near a day is, the most urgent first."""

    OVERDUE = "overdue"
    DUE_TODAY = "today"
    SOON = "soon"
    THEIRS = "theirs"
    """An authority's clock: run out, or about to."""
    LATER = "later"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of Today. ``client`` is what we call the person we speak with."""

    case: CaseId
    number: str
    client: str
    service: str
    city: str
    item: str
    kind: DayKind
    ref: str
    day: date
    until: date | None
    provisional: bool
    urgency: Urgency
    what: Both
    """What the day is of."""
    note: str = ""
    """What a follow-up says, in the words of whoever set it."""


@dataclass(frozen=True, slots=True)
class Today:
    """What shows on a day."""

    on: date
    entries: tuple[Entry, ...]
    counts: Mapping[Urgency, int]
    load: Mapping[date, int]
    """How much there is to do on each of the next days."""
    next: Entry | None
    """The next day to come, where nothing is due."""
    to_derive: int
    """Cases whose days are not up to date yet."""


def today(session: Session, on: date) -> Today:
    """Read what shows on ``on``. Run :func:`derive_days` beside it: what it has not reached is counted, not shown."""
    book = session.casebook
    up_to_date = agenda.forget_changed(book, _made_with())
    due = agenda.due(book, on, _ranks(on), SHOWN_AT_MOST)
    after = None if due.items else agenda.next_after(book, on, _COUNTED)
    shown = _entries(session, due.items or ((after,) if after else ()), on)
    return Today(
        on, shown if due.items else (), {urgency: due.counts.get(_ORDER[urgency], 0) for urgency in Urgency},
        agenda.per_day(book, on, on + timedelta(LOAD_DAYS), _COUNTED),
        shown[0] if after and shown else None,
        agenda.how_many_to_derive(book, on) if up_to_date else len(agenda.to_derive(book, on)),
    )  # fmt: skip


def coming(session: Session, on: date, progress: Progress | None = None) -> tuple[Entry, ...]:
    """Every day to come of the open cases, also those too far ahead to show."""
    derive_days(session, on, progress)
    return _entries(session, agenda.ahead(session.casebook, on), on)


def derive_days(session: Session, on: date, progress: Progress | None = None) -> int:
    """Derive the days of every case that needs it; how many there were. Can be stopped, and goes on where it was."""
    agenda.forget_changed(session.casebook, _made_with())
    waiting = agenda.to_derive(session.casebook, on)
    for start in range(0, len(waiting), _CHUNK):
        if progress:
            progress.step(start, len(waiting))
        with session.read() as reader:
            files = tuple(reader.case_files(waiting[start : start + _CHUNK]))
        agenda.keep(session.casebook, [_derive(file, on) for file in files])
    if progress and waiting:
        progress.step(len(waiting), len(waiting))
    return len(waiting)


def set_follow_up(session: Session, case: str, what: str, due: date, now: datetime | None = None) -> FollowUpId:
    """Set a day for a step. Raises :class:`BadInput` for a day that has passed or an empty step."""
    _not_passed(session, due, now)
    if not what.strip():
        raise BadInput(N_("Write in a few words what is to be done."))
    record = FollowUp(FollowUpId(new_id()), case_file(session, case).case.id, what.strip(), due)
    save(session, record, N_("Follow-up set"), now)
    return record.id


def done(session: Session, entry: Entry, result: str = "", now: datetime | None = None) -> None:
    """A line of Today is done with. A follow-up gets its day; a derived day is marked, and nothing of it is moved."""
    follow_up = _follow_up(session, entry)
    if follow_up:
        finished = FollowUp(
            follow_up.id,
            follow_up.case,
            follow_up.what,
            follow_up.due,
            follow_up.reason,
            session.moment(now).date(),
            result,
        )
        save(session, finished, N_("Follow-up done"), now)
        return
    mark = AgendaMark(mark_id(entry.case, entry.item), entry.case, entry.item, MarkKind.DONE, None, result)
    save(session, mark, N_("Day done with"), now)


def postpone(session: Session, entry: Entry, until: date, reason: str, now: datetime | None = None) -> None:
    """Look at a line again on ``until``. Raises :class:`BadInput` without a reason, or beyond the day a right is lost."""
    _not_passed(session, until, now)
    if not reason.strip():
        raise BadInput(N_("Say in a few words why it is put off; the next person reads it."))
    if entry.kind in RIGHTS and until > entry.day:
        raise BadInput(N_("A right is lost after {day}. It cannot be put off beyond it."), day=entry.day)
    follow_up = _follow_up(session, entry)
    if follow_up:
        later = replace(follow_up, due=until, reason=reason.strip())
        save(session, later, N_("Follow-up put off"), now)
        return
    mark = AgendaMark(mark_id(entry.case, entry.item), entry.case, entry.item, MarkKind.POSTPONED, until, reason.strip())
    save(session, mark, N_("Day put off"), now)


def take_mark_back(session: Session, entry: Entry, now: datetime | None = None) -> None:
    """Show a line again that was done with or put off, as it was in ``entry``."""
    if entry.kind is DayKind.FOLLOW_UP:
        save(session, FollowUp(FollowUpId(entry.ref), entry.case, entry.note, entry.day), N_("Follow-up open again"), now)
        return
    save(session, AgendaMark(mark_id(entry.case, entry.item), entry.case, entry.item), N_("Day open again"), now)


def _follow_up(session: Session, entry: Entry) -> FollowUp | None:
    if entry.kind is not DayKind.FOLLOW_UP:
        return None
    with session.read() as reader:
        found = reader.get(FollowUp, entry.ref)
    if found is None:
        raise BadInput(N_("This follow-up is no longer there. Look at Today again."))
    return found


def _not_passed(session: Session, day: date, now: datetime | None) -> None:
    if day < session.moment(now).date():
        raise BadInput(N_("This day has passed. Choose today or a later day."))


def _derive(file: CaseFile, on: date) -> Derived:
    case = file.case.id
    programmes = rules_of_case(file, on).programmes(file.case.service.value, on)
    found = case_days(file, deadlines_of(file, on), programmes, on)
    items = tuple(
        AgendaItem(case, day.item, day.kind.value, day.ref, day.day, day.shows_from, day.until, day.provisional)
        for day in {day.item: day for day in found.days}.values()
    )
    return Derived(case, items, on, found.holds_until)


_ORDER = {urgency: number for number, urgency in enumerate(Urgency)}


_BY_KIND = {
    DayKind.SILENT.value: Urgency.SILENT, DayKind.LAPSED.value: Urgency.THEIRS, DayKind.THEIR_PERIOD.value: Urgency.THEIRS
}  # fmt: skip


def _ranks(on: date) -> Ranks:
    days = (
        (on - timedelta(1), Urgency.OVERDUE), (on, Urgency.DUE_TODAY), (on + timedelta(SOON_DAYS), Urgency.SOON)
    )  # fmt: skip
    return Ranks(
        {kind: _ORDER[urgency] for kind, urgency in _BY_KIND.items()},
        tuple((day, _ORDER[urgency]) for day, urgency in days),
        _ORDER[Urgency.LATER],
    )


def _urgency(item: AgendaItem, on: date) -> Urgency:
    if item.kind in _BY_KIND:
        return _BY_KIND[item.kind]
    days = (item.day - on).days
    if days < 0:
        return Urgency.OVERDUE
    return Urgency.DUE_TODAY if days == 0 else Urgency.SOON if days <= SOON_DAYS else Urgency.LATER


def _entries(session: Session, items: Iterable[AgendaItem], on: date) -> tuple[Entry, ...]:
    kept = tuple(items)
    with session.read() as reader:
        cases = reader.rows_of({item.case for item in kept})
        notes = {str(one.id): one.what for one in reader.all(FollowUp, id=_refs(kept, DayKind.FOLLOW_UP))}
        papers = reader.papers_of(_refs(kept, DayKind.PAPER))
        moved = reader.all(Handover, case=tuple({item.case for item in kept if item.kind == DayKind.LENT.value}))
    away = {str(group[0].id): group for group in lent(moved)}
    return tuple(
        Entry(
            row.id, row.number, row.client, row.service.value, row.city, item.item, DayKind(item.kind), item.ref, item.day,
            item.until, item.provisional, _urgency(item, on), _what(item, row.city, papers, away), notes.get(item.ref, ""),
        )
        for item in kept
        if (row := cases.get(item.case))
    )  # fmt: skip


def _what(
    item: AgendaItem, city: str, papers: Mapping[str, tuple[str, str]], away: Mapping[str, Sequence[Handover]]
) -> Both:  # fmt: skip
    kind = DayKind(item.kind)
    if kind is DayKind.WINDOW:
        programme, _, number = item.ref.rpartition("#")
        packs = (load(place) for place in ruled_by(city) if place in places())
        found = next((one for pack in packs if (one := pack.programme(programme))), None)
        return say_window(found, int(number)) if found else say_day_kind(kind)
    if kind is DayKind.PAPER:
        return say_paper_day(*papers.get(item.ref, ("", "")))
    if kind is DayKind.LENT:
        return say_lent(away.get(item.ref, ()))
    return say_day_kind(kind, item.ref)


def _refs(items: Iterable[AgendaItem], kind: DayKind) -> set[str]:
    return {item.ref for item in items if item.kind == kind.value}


@cache
def _made_with() -> str:
    """The law, rules and kinds of days that days are derived with, as a short text that changes with any of them."""
    digest = hashlib.sha256(",".join(f"{kind.value} {days}" for kind, days in LEAD_DAYS.items()).encode())
    for folder in ("law", "calendars", "policies"):
        for file in sorted(resource(folder).iterdir()):
            stat = file.stat()
            digest.update(f"{file.name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
