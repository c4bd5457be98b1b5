"""A case in time: visits, papers, letters and the days that matter, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Outcome
from caseapp.domain.days import ImpreciseDay
from caseapp.i18n import N_


class EntryKind(Enum):
    """What an entry of the timeline is about."""

    OPENED = "opened"
    VISIT = "visit"
    WRITTEN_ANSWER = "written_answer"
    DOCUMENT = "document"
    LETTER = "letter"
    KEY_DAY = "key_day"
    USEFUL_UNTIL = "useful_until"
    OUTCOME = "outcome"


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One entry. ``text`` is a sentence to be translated; ``record`` is the id of what it is about."""

    day: ImpreciseDay | None
    kind: EntryKind
    text: str
    record: str
    order: int = 0


def timeline(file: CaseFile) -> tuple[TimelineEntry, ...]:
    """Everything of a case that has a day, oldest first; what has none stands at the end. Visits keep their order."""
    entries = sorted(_entries(file), key=lambda entry: (entry.day is None, entry.day and entry.day.earliest, entry.order))
    return tuple(_visits_in_order(entries))


def _entries(file: CaseFile) -> Iterator[TimelineEntry]:
    case = file.case
    yield TimelineEntry(ImpreciseDay.on(case.opened_on), EntryKind.OPENED, N_("Case opened"), case.id)
    for visit in file.visits:
        yield TimelineEntry(visit.day, EntryKind.VISIT, N_("Visit"), visit.id, visit.order)
    for answer in file.written_answers:
        day = answer.received or answer.dated
        if day:
            yield TimelineEntry(ImpreciseDay.on(day), EntryKind.WRITTEN_ANSWER, N_("Written answer received"), answer.id)
    for paper in file.documents:
        if paper.state_on:
            yield TimelineEntry(ImpreciseDay.on(paper.state_on), EntryKind.DOCUMENT, N_("Document"), paper.id)
    for letter in file.letters:
        steps = (
            (letter.issued_on, N_("Letter issued")), (letter.sent_on, N_("Letter handed in")),
            (letter.received_on, N_("Letter received")),
        )  # fmt: skip
        for on, text in steps:
            if on:
                yield TimelineEntry(ImpreciseDay.on(on), EntryKind.LETTER, text, letter.id)
    for day_kept in file.key_days:
        if day_kept.day:
            yield TimelineEntry(day_kept.day, EntryKind.KEY_DAY, N_("Day to remember"), day_kept.id)
    if case.useful_until:
        yield TimelineEntry(ImpreciseDay.on(case.useful_until), EntryKind.USEFUL_UNTIL, N_("Useful until"), case.id)
    if case.outcome is not Outcome.OPEN and case.outcome_on:
        yield TimelineEntry(ImpreciseDay.on(case.outcome_on), EntryKind.OUTCOME, N_("Outcome"), case.id)


def _visits_in_order(entries: list[TimelineEntry]) -> Iterator[TimelineEntry]:
    """One office can refuse, refer and demand within a day, and days may be missing: the recorded order holds."""
    visits = iter(sorted((entry for entry in entries if entry.kind is EntryKind.VISIT), key=lambda entry: entry.order))
    for entry in entries:
        yield next(visits) if entry.kind is EntryKind.VISIT else entry
