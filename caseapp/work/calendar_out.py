"""Today as a calendar file, which leaves the casebook readable: without names unless they are asked for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from caseapp.domain.agenda_records import DayKind
from caseapp.errors import NotSaved
from caseapp.exchange.ics import CalendarDay, calendar_file
from caseapp.i18n import N_, catalogue
from caseapp.work.progress import Progress
from caseapp.work.session import Session
from caseapp.work.today import Entry, coming

CALENDAR = N_("caseapp: days")
REMIND_DAYS = 3
_LEFT_OUT = frozenset((DayKind.SILENT, DayKind.LAPSED))
"""Kinds that are no day to come."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """The bytes of the file, and how many days it holds."""

    content: bytes
    days: int


def calendar_out(
    session: Session, on: date, language: str, *, with_names: bool = False, now: datetime | None = None,
    progress: Progress | None = None,
) -> CalendarFile:  # fmt: skip
    """Every day to come of the open cases. With names it says what a client is called and what a follow-up says.

    The file is not encrypted: whoever calls this tells the person so first.
    """
    found, known = [], Counter[str]()
    for entry in coming(session, on, progress):
        if entry.kind not in _LEFT_OUT:
            same = f"{entry.case} {entry.kind.value} {entry.ref}"
            found.append(_day(entry, f"{same} {known[same]}", language, with_names))
            known[same] += 1
    name = catalogue(language).gettext(CALENDAR)
    return CalendarFile(calendar_file(found, name, language[:2], session.moment(now)), len(found))


def write_calendar(
    session: Session, path: Path, language: str, *, with_names: bool = False, now: datetime,
    progress: Progress | None = None,
) -> int:  # fmt: skip
    """Write the file; how many days it holds. Raises :class:`NotSaved` where it cannot be written."""
    made = calendar_out(session, now.date(), language, with_names=with_names, now=now, progress=progress)
    try:
        path.write_bytes(made.content)
    except OSError as error:
        raise NotSaved(N_("The file could not be written. Choose another folder or name.")) from error
    return made.days


def _day(entry: Entry, identity: str, language: str, with_names: bool) -> CalendarDay:
    """``identity`` leaves the day out, so that a period that moves moves its entry."""
    what = entry.what.zh if language.startswith("zh") else entry.what.en
    words = [entry.number, what]
    if with_names:
        words = [entry.number, entry.client, entry.note or what]
    summary = " · ".join(word for word in words if word)
    return CalendarDay(identity, entry.day, summary, remind_days_before=REMIND_DAYS)
