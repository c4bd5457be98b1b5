"""Days as an iCalendar file (RFC 5545), for a telephone or another calendar program.

Every day is an all-day event: a date without a clock or a zone, which no calendar can shift (RFC 5545, 3.3.4 and
3.6.1). An event keeps its UID for ever, so importing again changes it in its place instead of adding a second one.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_EVENTS = uuid.UUID("b6c6f4f1-2a30-5f0c-8a0e-0d3f6a1c9e77")
_PRODUCT = "-//caseapp//Today//"


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One all-day event. ``identity`` is the same for the same day of the same case, on every computer."""

    identity: str
    day: date
    summary: str
    description: str = ""
    remind_days_before: int = 0
    """0: no reminder."""


def calendar_file(days: Iterable[CalendarDay], name: str, language: str, made_at: datetime) -> bytes:
    """The bytes of an ``.ics`` file in UTF-8. ``made_at`` stamps the entries (RFC 5545, 3.8.7.2)."""
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT + language.upper())
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    stamp = made_at.astimezone(UTC).replace(microsecond=0)
    for day in days:
        event = Event()
        event.add("uid", f"{uuid.uuid5(_EVENTS, day.identity)}@caseapp")
        event.add("dtstamp", stamp)
        event.add("dtstart", day.day)
        event.add("dtend", day.day + timedelta(1))
        event.add("summary", day.summary)
        event.add("transp", "TRANSPARENT")
        event.add("class", "PRIVATE")
        if day.description:
            event.add("description", day.description)
        if day.remind_days_before:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", day.summary)
            alarm.add("trigger", -timedelta(days=day.remind_days_before))
            event.add_component(alarm)
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written
