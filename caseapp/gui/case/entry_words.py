"""What each entry of a case's timeline says: a line, and the words that were spoken or written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from caseapp.domain.case_file import CaseFile
from caseapp.domain.labels import label
from caseapp.domain.visits import Answer, Visit
from caseapp.gui.case.office_names import named
from caseapp.gui.case.paper_names import paper_name
from caseapp.i18n import _
from caseapp.work.timeline import EntryKind, TimelineEntry

R = TypeVar("R")


def visit_line(file: CaseFile, visit: Visit) -> str:
    """Office, answer, and where to: "School: Referred → Street office"."""
    office, answer = named(file, visit.office), _(label(visit.answer))
    if visit.referred_to and visit.answer is not Answer.ACCEPTED:
        # Translators: one visit in a line: the office, what it answered, and the office it sent the client on to.
        return _("{office}: {answer} → {other}").format(
            office=office, answer=answer, other=named(file, visit.referred_to)
        )  # fmt: skip
    # Translators: one visit in a line: the office and what it answered.
    return _("{office}: {answer}").format(office=office, answer=answer)


def quoted(visit: Visit) -> str:
    """Their words in quotation marks, or "in substance" where they are not literal."""
    if not visit.words:
        return ""
    if visit.words_literal:
        # Translators: words as the office said them.
        return _("“{words}”").format(words=visit.words)
    # Translators: the substance of what the office said, not word for word.
    return _("{words} (in substance)").format(words=visit.words)


def entry_line(file: CaseFile, entry: TimelineEntry) -> str:
    """One line for an entry of the timeline."""
    return _LINES.get(entry.kind, _plain)(file, entry)


def entry_words(file: CaseFile, entry: TimelineEntry) -> str:
    """What was said or written, for a second line; empty where nothing was."""
    if entry.kind is EntryKind.VISIT:
        return quoted(_record(file.visits, entry))
    if entry.kind is EntryKind.DOCUMENT:
        return _record(file.documents, entry).words
    if entry.kind is EntryKind.WRITTEN_ANSWER:
        return _record(file.written_answers, entry).content
    return ""


def _record(records: tuple[R, ...], entry: TimelineEntry) -> R:
    return next(record for record in records if record.id == entry.record)


def _plain(_file: CaseFile, entry: TimelineEntry) -> str:
    return _(entry.text)


def _visit(file: CaseFile, entry: TimelineEntry) -> str:
    return visit_line(file, _record(file.visits, entry))


def _document(file: CaseFile, entry: TimelineEntry) -> str:
    paper = _record(file.documents, entry)
    # Translators: a paper and where it stands: "Residence permit: applied for".
    return _("{paper}: {state}").format(paper=paper_name(paper.paper, paper.title), state=_(label(paper.state)))


def _written(file: CaseFile, entry: TimelineEntry) -> str:
    answer = _record(file.written_answers, entry)
    office = named(file, answer.office)
    if not answer.title:
        return _("Written answer of {office}").format(office=office)
    # Translators: a written answer of an office; {title} is what the paper is called.
    return _("Written answer of {office}: {title}").format(office=office, title=answer.title)


def _letter(file: CaseFile, entry: TimelineEntry) -> str:
    letter = _record(file.letters, entry)
    if not letter.number:
        return _(entry.text)
    # Translators: a step of a letter and its number: "Letter handed in · 2026-A014-1".
    return _("{step} · {number}").format(step=_(entry.text), number=letter.number)


def _key_day(file: CaseFile, entry: TimelineEntry) -> str:
    return _(label(_record(file.key_days, entry).kind))


def _useful(file: CaseFile, entry: TimelineEntry) -> str:
    because = file.case.useful_because
    # Translators: the day after which help comes too late, and why: "Useful until: term starts".
    return _("Useful until: {because}").format(because=because) if because else _(entry.text)


def _outcome(file: CaseFile, _entry: TimelineEntry) -> str:
    return _("Outcome: {outcome}").format(outcome=_(label(file.case.outcome)))


_LINES: dict[EntryKind, Callable[[CaseFile, TimelineEntry], str]] = {
    EntryKind.VISIT: _visit,
    EntryKind.DOCUMENT: _document,
    EntryKind.WRITTEN_ANSWER: _written,
    EntryKind.LETTER: _letter,
    EntryKind.KEY_DAY: _key_day,
    EntryKind.USEFUL_UNTIL: _useful,
    EntryKind.OUTCOME: _outcome,
}
