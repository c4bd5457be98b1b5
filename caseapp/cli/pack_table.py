"""What ``docs/policies.md`` counts and lists, made from the packs: ``python -m caseapp.cli.pack_table`` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from caseapp.paths import resource
from caseapp.policy.model import Pack, PointItem, ValueMap, criteria
from caseapp.policy.packs import load, places
from caseapp.policy.verify import PackReport, verify

DOCUMENT = resource().parent / "docs" / "policies.md"

_HEADINGS = (
    "place", "texts", "programmes", "criteria", "points items", "high / medium / low", "undated", "prose",
    "draft", "whole tables", "not seen lately",
)  # fmt: skip


def made_anew(text: str) -> str:
    """The document with its table and its list of what is unknown as the packs have them."""
    for name, lines in (("places", _table()), ("unknown", _unknown())):
        opening, closing = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, rest = text.split(opening)
        after = rest.split(closing)[1]
        text = before + opening + "".join(f"{line}\n" for line in lines) + closing + after
    return text


def _table() -> Iterator[str]:
    """One row a place and their sum, counted on the day the newest pack was last changed."""
    reports = verify(max(date.fromisoformat(load(place).version) for place in places()))
    for row in _rows(reports):
        yield f"| {' | '.join(row)} |"


def _rows(reports: Sequence[PackReport]) -> Iterator[tuple[str, ...]]:
    yield _HEADINGS
    yield ("---",) * len(_HEADINGS)
    counted = [_counts(report) for report in reports]
    for report, counts in zip(reports, counted, strict=True):
        yield load(report.place).place.name.en, *(_shown(count) for count in counts)
    yield "**together**", *(_shown(tuple(map(sum, zip(*column, strict=True)))) for column in zip(*counted, strict=True))


def _counts(report: PackReport) -> tuple[tuple[int, ...], ...]:
    return (
        (report.instruments,),
        (report.programmes,),
        (report.criteria,),
        (report.point_items,),
        tuple(count for _confidence, count in report.by_confidence),
        (report.undated,),
        (report.prose,),
        (report.draft,),
        (report.tables_complete, report.tables_with_items),
        (report.not_seen_lately,),
    )


def _shown(counts: tuple[int, ...]) -> str:
    return (" of " if len(counts) == 2 else " / ").join(map(str, counts))


def _unknown() -> Iterator[str]:
    """By place and id: what has no number, no item, no text, or no programme."""
    for place in places():
        pack = load(place)
        parts = [f"{what}: {', '.join(f'`{one}`' for one in ids)}" for what, ids in _lists(pack) if ids]
        if parts:
            yield f"- **{pack.place.name.en}.** {'; '.join(parts)}."


def _lists(pack: Pack) -> Iterator[tuple[str, list[str]]]:
    rested_on = {programme.instrument for programme in pack.programmes}
    tables = [(programme.id, programme.points) for programme in pack.programmes if programme.points]
    yield (
        "no number",
        [
            f"{programme.id}:{one.id}"
            for programme in pack.programmes
            for one in criteria(programme.eligibility)
            if one.number_unknown
        ],
    )
    yield "points not known", [f"{name}:{item.id}" for name, table in tables for item in table.items if _unpublished(item)]
    yield "table without its items", [name for name, table in tables if not table.items]
    yield "no text found", [programme.id for programme in pack.programmes if programme.instrument is None]
    yield "kept without a programme", [text.id for text in pack.instruments if text.id not in rested_on]


def _unpublished(item: PointItem) -> bool:
    rule = item.rule
    return None in ([points for _, points in (*rule.exact, *rule.ranges)] if isinstance(rule, ValueMap) else [rule.points])


if __name__ == "__main__":
    DOCUMENT.write_text(made_anew(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
