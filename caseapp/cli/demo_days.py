"""The demo's look at Today: a step is set, put off, done, opened again, and the days go into a calendar file."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from caseapp.cli.demo_week import hold
from caseapp.domain.agenda_records import DayKind
from caseapp.domain.ids import CaseId
from caseapp.work.calendar_out import write_calendar
from caseapp.work.cases import case_file
from caseapp.work.day_list import day_list_pdf, write_day_list
from caseapp.work.deadlines import moved_days
from caseapp.work.next_day import next_day
from caseapp.work.session import Session
from caseapp.work.today import derive_days, done, postpone, set_follow_up, take_mark_back, today


def days(session: Session, case: CaseId, folder: Path, now: datetime) -> None:
    """Raises ``ProgramFault`` for a step that did not do what it says."""
    on = now.date()
    set_follow_up(session, case, "问学校名单出来没有", on, now)
    derive_days(session, on)
    found = today(session, on)
    hold("today", found.entries and not found.to_derive)
    follow_up = next(entry for entry in found.entries if entry.kind is DayKind.FOLLOW_UP)
    postpone(session, follow_up, on + timedelta(2), "学校放假", now)
    derive_days(session, on)
    later = next(entry for entry in today(session, on).entries if entry.kind is DayKind.FOLLOW_UP)
    hold("put off", later.day == on + timedelta(2))
    done(session, later, "名单6月底出", now)
    hold("done", later.item not in {entry.item for entry in today(session, on).entries})
    take_mark_back(session, later, now)
    before = case_file(session, case)
    hold("the next day of the case", next_day(before, on))
    hold("nothing moved", not moved_days(before, before, on))
    write_day_list(session, folder / "day-list.pdf", on, "zh_CN")
    hold("the list of the day", (folder / "day-list.pdf").read_bytes() == day_list_pdf(session, on, "zh_CN"))
    hold("calendar", write_calendar(session, folder / "days.ics", "zh_CN", now=now) > 0)
