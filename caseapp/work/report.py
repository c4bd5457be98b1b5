"""The group report: figures that identify no one, as papers in both languages, and the ledger of what left the office."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from caseapp.claims.bases import Basis
from caseapp.claims.disclosure import K, Protected, protect
from caseapp.claims.group import GroupPattern, group_patterns
from caseapp.claims.ledger import MEMBERS, TOTAL, Earlier, cells, held_back
from caseapp.claims.members import Member
from caseapp.claims.tables import tally
from caseapp.domain.cases import Service
from caseapp.domain.consent import Purpose
from caseapp.domain.ids import ReleasedCellId, ReleaseId, new_id
from caseapp.domain.office_records import Release, ReleasedCell
from caseapp.errors import NotReady, NotSaved
from caseapp.i18n import N_
from caseapp.letters.blocks import Paper
from caseapp.letters.both import NOTHING, Both
from caseapp.letters.report import ReportMatter, report_papers, say_category
from caseapp.work.patterns import members
from caseapp.work.session import Session

FILES = ("report-zh.pdf", "report-en.pdf", "tables.csv")
NO_PATTERN = N_(
    "No two cases so far are held up at the same office over the same paper. Record more visits and look again."
)
TOO_FEW = N_("Fewer than {k} families of this pattern have agreed to be counted in reports: no report is made.")
HELD_BACK = N_(
    "A report on nearly the same families went out on {day}: a second one could be subtracted from it. "
    "It waits until {k} more families have joined; until then the figures of that day stand."
)
NOT_WRITTEN = N_("The report was not written. Check the folder and the room on the disk, then try again.")


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it may leave the office, and what only the ledger keeps: the families it counts."""

    group: GroupPattern
    figures: Protected
    zh: Paper
    en: Paper
    until: date
    families: frozenset[str]


def build(session: Session, on: date, group_id: str | None = None) -> Report:
    """The report on a shared pattern (by its id, else the one with the most families), with data up to ``on``.

    Counts only cases whose client agreed to it. Raises :class:`NotReady` where there are too few, or where an earlier
    report on nearly the same families could be subtracted from it.
    """
    everyone = members(session, on)
    group, counted = _population(everyone, on, group_id)
    exact = tally(counted)
    if exact.total < K:
        raise NotReady(TOO_FEW, k=K)
    figures = protect(exact)
    waiting = held_back(exact.families, figures, released(session), on)
    if waiting:
        raise NotReady(HELD_BACK, day=waiting.earlier.isoformat(), k=K)
    zh, en = report_papers(_matter(session, group, figures, on))
    return Report(group, figures, zh, en, on, exact.families)


def _population(everyone: Iterable[Member], on: date, group_id: str | None) -> tuple[GroupPattern, list[Member]]:
    agreed = {
        member.file.case.id: member for member in everyone if member.file.consents_to(Purpose.REPORTS, on)
    }  # fmt: skip
    groups = [group for group in group_patterns(list(agreed.values())) if group_id in (None, group.id)]
    if not groups:
        raise NotReady(NO_PATTERN)
    group = max(groups, key=lambda group: (group.households, group.strength, group.id))
    return group, [agreed[case] for case in group.cases]


def _matter(session: Session, group: GroupPattern, figures: Protected, on: date) -> ReportMatter:
    pack = session.pack(group.key.city)
    return ReportMatter(
        figures,
        group.basis,
        Service(group.key.service),
        (group.first.year, group.last.year),
        on,
        paper=group.key.paper if group.basis is Basis.PAPER else "",
        pattern=group.key.pattern,
        city=Both(pack.place.name.zh, pack.place.name.en) if pack else NOTHING,
        duty=group.duty,
    )


def released(session: Session) -> tuple[Earlier, ...]:
    """Every set of protected tables that has left the office, oldest first."""
    with session.read() as reader:
        releases = [release for release in reader.all(Release) if not release.exact]
        shown = reader.all(ReleasedCell)
    found = []
    for release in sorted(releases, key=lambda release: (release.day, release.id)):
        own = [cell for cell in shown if cell.release == release.id]
        found.append(
            Earlier(
                release.day,
                frozenset(cell.row for cell in own if cell.table == MEMBERS),
                frozenset((cell.table, cell.row, cell.shown) for cell in own if cell.table != MEMBERS),
            )
        )
    return tuple(found)


def export(session: Session, out: Path, now: datetime, group_id: str | None = None) -> tuple[Path, ...]:
    """Build the report, enter it in the ledger, and write it into a folder. Returns the files.

    The ledger comes first: what could have left counts as having left. Raises as :func:`build`, and ``NotSaved``.
    """
    from caseapp.paper.pdf import render_pdf
    from caseapp.store.files import write_whole

    report = build(session, now.date(), group_id)
    contents = (
        render_pdf(report.zh, day=report.until),
        render_pdf(report.en, day=report.until),
        tables_csv(report.figures).encode("utf-8-sig"),
    )
    enter(session, report, now)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in zip(FILES, contents, strict=True):
            write_whole(out / name, content)
    except OSError as error:
        raise NotSaved(NOT_WRITTEN) from error
    return tuple(out / name for name in FILES)


def enter(session: Session, report: Report, now: datetime) -> ReleaseId | None:
    """Enter a report in the ledger; None if the very same figures of the same families already stand there."""
    digest = _digest(report)
    with session.read() as reader:
        if reader.all(Release, digest=digest):
            return None
    release = Release(ReleaseId(new_id()), report.group.id, now.date(), report.until, digest=digest)
    rows = [(table, row, "", shown) for table, row, shown in sorted(cells(report.figures))]
    rows += [(MEMBERS, family, "", "") for family in sorted(report.families)]
    with session.write(N_("Report released"), now) as writer:
        writer.put(release)
        for table, row, column, shown in rows:
            writer.put(ReleasedCell(ReleasedCellId(new_id()), release.id, table, row, column, shown))
    return release.id


def _digest(report: Report) -> str:
    parts = [*("\x1f".join(cell) for cell in sorted(cells(report.figures))), *sorted(report.families)]
    return hashlib.sha256("\x1e".join(parts).encode()).hexdigest()


def tables_csv(figures: Protected) -> str:
    """The protected tables as comma-separated values: table, category in both languages, families."""
    written = io.StringIO()
    rows = csv.writer(written, lineterminator="\r\n")
    rows.writerow(("table", "category_zh", "category_en", "families"))
    rows.writerow((TOTAL, "", "", figures.total))
    for table in figures.tables:
        for row in table.rows:
            name = say_category(table.dimension, row.category)
            rows.writerow((table.dimension.value, name.zh, name.en, "" if row.shown is None else row.shown))
    return written.getvalue()
