"""What no single key of a pack can show: ids that point nowhere, dates that contradict, examples of nothing."""

from __future__ import annotations

import re
from datetime import date

from caseapp.i18n import N_
from caseapp.policy.catalogue import Catalogue
from caseapp.policy.model import Confidence, Pack, Programme, Status, criteria
from caseapp.policy.reading.papers import Papers
from caseapp.policy.reading.problems import Section

NO_OFFICE = N_("{word} is not listed under offices.")

_SEEN = re.compile(r"[0-9]{4}(-[0-9]{2}-[0-9]{2})?\Z")
_WINDOW_DAY = re.compile(r"[0-9]{2}-[0-9]{2}\Z")


def check_pack(pack: Pack, papers: Papers, top: Section) -> None:
    """Note ids that stand twice and references that point nowhere."""
    for key, ids in (
        ("offices", [office.id for office in pack.offices]),
        ("instruments", [instrument.id for instrument in pack.instruments]),
        ("programmes", [programme.id for programme in pack.programmes]),
    ):
        top.unique(key, ids)
        if not ids:
            top.problem((key,), N_("At least one entry is expected here."))
    offices = {office.id for office in pack.offices}
    for index, paper in enumerate(papers.values()):
        if paper.issued_by is not None and paper.issued_by not in offices:
            top.problem(("papers", index, "issued_by"), NO_OFFICE, word=paper.issued_by)
    instruments = {instrument.id for instrument in pack.instruments}
    for index, programme in enumerate(pack.programmes):
        here = ("programmes", index)
        if programme.instrument and programme.instrument not in instruments:
            top.problem((*here, "instrument"), N_("{word} is not listed under instruments."), word=programme.instrument)
        if programme.responsible_office and programme.responsible_office not in offices:
            top.problem((*here, "responsible_office"), NO_OFFICE, word=programme.responsible_office)
        for number, document in enumerate(programme.documents):
            said_once = document.id in papers and papers[document.id].issued_by == document.issued_by
            if not said_once and document.issued_by is not None and document.issued_by not in offices:
                top.problem((*here, "documents", number, "issued_by"), NO_OFFICE, word=document.issued_by)


def check_programme(programme: Programme, section: Section, catalogue: Catalogue) -> None:
    """Note what contradicts itself inside one programme."""
    _dates(programme, section)
    if programme.instrument is None and programme.confidence is not Confidence.LOW:
        section.problem(("instrument",), N_("Without the text a rule stands in, the confidence is low."))
    ids = [criterion.id for criterion in criteria(programme.eligibility)]
    for repeated in sorted({one for one in ids if ids.count(one) > 1}):
        section.twice(("eligibility",), repeated)
    _windows(programme, section)
    _examples(programme, section, catalogue, ids)


def _dates(programme: Programme, section: Section) -> None:
    first, last = programme.effective_from, programme.effective_to
    if first and last and last < first:
        section.problem(("effective_to",), N_("The last day lies before the first."))
    if programme.status is Status.OK and first is None:
        section.problem(("effective_from",), N_("Without a first day the status is undated, prose or draft."))
    if programme.status is Status.UNDATED and first is not None:
        section.problem(("status",), N_("The first day is given, so the status is not undated."))
    if programme.status is Status.DRAFT and (first or last):
        section.problem(("status",), N_("A draft was never in force: it has neither a first nor a last day."))
    if programme.seen_in_force is not None and not _is_seen(programme.seen_in_force):
        section.problem(("seen_in_force",), N_("A year or a date is expected here, in quotes: '2016' or '2016-10-01'."))


def _is_seen(text: str) -> bool:
    if not _SEEN.match(text):
        return False
    try:
        date.fromisoformat(text if len(text) > 4 else text + "-01-01")
    except ValueError:
        return False
    return True


def _windows(programme: Programme, section: Section) -> None:
    for index, limit in enumerate(programme.time_limits):
        for word in limit.window or ():
            try:
                date.fromisoformat(f"2024-{word}" if _WINDOW_DAY.match(word) else "")
            except ValueError:
                section.problem(
                    ("time_limits", index, "window"), N_("A day of the year is expected here, in quotes: '04-16'.")
                )


def _examples(programme: Programme, section: Section, catalogue: Catalogue, ids: list[str]) -> None:
    items = [item.id for item in programme.points.items] if programme.points else []
    findable = {*ids, "programme", *(("points", "table", "total", "complete") if programme.points else ()), *items}
    for index, example in enumerate(programme.examples):
        for key, value in example.facts:
            kind = catalogue.get(key)
            if kind is None:
                section.no_fact(("examples", index, "facts", key), key)
            elif not kind.fits(value):
                section.problem(
                    ("examples", index, "facts", key), N_("{value} cannot be a value of {fact}."), value=value, fact=key
                )
        for key, _value in example.finds:
            if key not in findable:
                section.problem(
                    ("examples", index, "finds", key), N_("{word} is no criterion of this programme."), word=key
                )
