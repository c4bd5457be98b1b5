"""The list of a day as a file for the printer: without names and the words of follow-ups unless they are asked for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from caseapp.domain.cases import Service
from caseapp.domain.labels import label
from caseapp.errors import NotSaved
from caseapp.i18n import N_
from caseapp.letters.both import Both, same
from caseapp.letters.day_list import DueLine, day_list
from caseapp.letters.say.finding import say
from caseapp.work.session import Session
from caseapp.work.today import Entry, today


def day_list_pdf(session: Session, on: date, language: str, *, with_names: bool = False) -> bytes:
    """What Today shows on a day, as a PDF in one language. With names it says what clients are called."""
    from caseapp.paper.pdf import render_pdf

    found = today(session, on)
    lines = [_line(entry, with_names=with_names) for entry in found.entries]
    more = max(sum(found.counts.values()) - len(lines), 0)
    zh, en = day_list(on, lines, more, names=with_names)
    return render_pdf(zh if language.startswith("zh") else en, day=on)


def write_day_list(session: Session, path: Path, on: date, language: str, *, with_names: bool = False) -> None:
    """Write the list to a file, which is not encrypted. Raises :class:`NotSaved` where it cannot be written."""
    from caseapp.store.files import write_whole

    try:
        write_whole(path, day_list_pdf(session, on, language, with_names=with_names))
    except OSError as error:
        raise NotSaved(N_("The file could not be written. Choose another folder or name.")) from error


def _line(entry: Entry, *, with_names: bool) -> DueLine:
    what: Both = same(entry.note) if with_names and entry.note else entry.what
    service = say(label(Service(entry.service)))
    called = entry.client if with_names else ""
    return DueLine(entry.urgency.value, entry.day, entry.provisional, what, entry.number, service, called)
