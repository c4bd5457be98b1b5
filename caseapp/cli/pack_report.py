"""The verification of packs as a table and as a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING

from caseapp.i18n import N_, _, pgettext, screen

if TYPE_CHECKING:
    from caseapp.policy.verify import PackReport

LEGEND = (
    N_("examples: worked examples, and how many of them the sources themselves print"),
    N_("h/m/l: confidence high, medium, low"),
    N_("u/p/d: first day not known, no real test, draft; none of the three decides"),
    N_("whole: points tables known whole, of those with items"),
    N_("unseen: no known end, and not seen in force within three years"),
    N_("unread: no person has looked the source up since it was written down here"),
)
SOUND = N_("All sound.")


def report_lines(reports: Sequence[PackReport]) -> Iterator[str]:
    """A row for each pack that can be used, their sum and what the headings mean; then those that cannot, by name."""
    sound = [report for report in reports if report.sound]
    if sound:
        yield from _table([_row(report) for report in sound])
        yield from (_(line) for line in LEGEND)
    if len(sound) == len(reports):
        yield _(SOUND)
    yield from (_("{place}: not sound").format(place=report.place) for report in reports if not report.sound)


def _table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    heads = _headings()
    together = [(_("together"), *_sum(rows))] if len(rows) > 1 else []
    widths = [max(map(_width, column)) for column in zip(heads, *rows, *together, strict=True)]
    for row in (heads, *rows, *together):
        cells = [_pad(cell, width, left=not column) for column, (cell, width) in enumerate(zip(row, widths, strict=True))]
        yield " ".join(cells).rstrip()


def _headings() -> tuple[str, ...]:
    """One short word each: the table fits 80 columns."""
    return (
        pgettext("table of packs", "place"),
        # Translators: how many dated rules.
        pgettext("table of packs", "rules"),
        pgettext("table of packs", "criteria"),
        # Translators: items of points tables.
        pgettext("table of packs", "items"),
        # Translators: worked examples, of them printed by the source, as 12/3.
        pgettext("table of packs", "examples"),
        # Translators: rules of high, medium and low confidence, as 6/17/1.
        pgettext("table of packs", "h/m/l"),
        # Translators: rules undated, prose, drafts, as 2/2/1.
        pgettext("table of packs", "u/p/d"),
        # Translators: points tables known whole, of how many.
        pgettext("table of packs", "whole"),
        # Translators: rules not seen in force within three years.
        pgettext("table of packs", "unseen"),
        # Translators: rules whose source no person has looked up since they were written down.
        pgettext("table of packs", "unread"),
    )


def _row(report: PackReport) -> tuple[str, ...]:
    return (
        report.place,
        str(report.programmes),
        str(report.criteria),
        str(report.point_items),
        f"{report.examples}/{report.examples_printed}",
        "/".join(str(count) for _confidence, count in report.by_confidence),
        f"{report.undated}/{report.prose}/{report.draft}",
        f"{report.tables_complete}/{report.tables_with_items}",
        str(report.not_seen_lately),
        str(report.not_verified),
    )


def _sum(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for cells in list(zip(*rows, strict=True))[1:]:
        parts = [[int(part) for part in cell.split("/")] for cell in cells]
        yield "/".join(str(sum(column)) for column in zip(*parts, strict=True))


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _pad(text: str, width: int, *, left: bool) -> str:
    space = " " * (width - _width(text))
    return text + space if left else space + text


def report_document(report: PackReport) -> dict[str, object]:
    """A verification as it is printed with ``--json``."""
    left_out = ("problems", "by_confidence")
    counts = {entry.name: getattr(report, entry.name) for entry in fields(report) if entry.name not in left_out}
    problems = [
        {"file": problem.file, "line": problem.line, "key": problem.key, "text": problem.say(screen())}
        for problem in report.problems
    ]
    return {
        **counts,
        "tables_incomplete": report.tables_incomplete,
        "not_verified": report.not_verified,
        "by_confidence": dict(report.by_confidence),
        "problems": problems,
    }
