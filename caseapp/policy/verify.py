"""What a pack holds, how sure it is, and whether its own examples hold."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from caseapp.errors import PackError
from caseapp.i18n import N_
from caseapp.paths import resource
from caseapp.policy.check import may_have_been_replaced
from caseapp.policy.examples import run_example
from caseapp.policy.model import Confidence, Pack, Status, criteria
from caseapp.policy.packs import inspect_file, misplaced, places


@dataclass(frozen=True, slots=True)
class PackReport:
    """One row of ``packs verify``. The counts of a pack that could not be read are 0."""

    place: str
    file: str
    version: str
    instruments: int
    programmes: int
    criteria: int
    point_items: int
    examples: int
    examples_printed: int
    """Examples the source itself prints: a worked score, a published case."""
    by_confidence: tuple[tuple[str, int], ...]
    undated: int
    prose: int
    draft: int
    tables: int
    """Points tables; a table may be a line to reach and nothing more."""
    tables_with_items: int
    tables_complete: int
    not_seen_lately: int
    """Programmes without a known end that nobody has seen in force within three years."""
    verified: int
    """Programmes whose source a person has looked at since the pack was written."""
    problems: tuple[PackError, ...]

    @property
    def sound(self) -> bool:
        return not self.problems

    @property
    def tables_incomplete(self) -> int:
        return self.tables - self.tables_complete

    @property
    def not_verified(self) -> int:
        return self.programmes - self.verified


def verify(on: date, places_wanted: tuple[str, ...] = ()) -> tuple[PackReport, ...]:
    """Every bundled pack (or those named), one report each; a broken pack does not keep the others from being read."""
    return tuple(verify_file(resource("policies", f"{place}.yaml"), on) for place in places_wanted or places())


def verify_file(path: Path, on: date) -> PackReport:
    """One file: all its problems with file, line, key and reason, and if there are none, its examples.

    ``on`` is the day from which three years back count as lately.
    """
    pack, problems = inspect_file(path)
    if pack is None:
        return _report(None, path, problems, on)
    return _report(pack, path, problems or misplaced(pack, path) or _failing_examples(pack, path), on)


def _failing_examples(pack: Pack, path: Path) -> tuple[PackError, ...]:
    return tuple(
        PackError(
            N_("The example “{example}” expects {criterion}: {expected}, but the check finds {found}."),
            file=path.name,
            key=programme.id,
            example=surprise.example,
            criterion=surprise.key,
            expected=surprise.expected,
            found=surprise.found,
        )
        for programme in pack.programmes
        for example in programme.examples
        for surprise in run_example(pack, programme, example)
    )


def _report(pack: Pack | None, path: Path, problems: tuple[PackError, ...], on: date) -> PackReport:
    programmes = pack.programmes if pack else ()
    confidence = Counter(programme.confidence for programme in programmes)
    status = Counter(programme.status for programme in programmes)
    tables = [programme.points for programme in programmes if programme.points]
    return PackReport(
        place=pack.place.id if pack and pack.place.id else path.stem,
        file=path.name,
        version=pack.version if pack else "",
        instruments=len(pack.instruments) if pack else 0,
        programmes=len(programmes),
        criteria=sum(1 for programme in programmes for _ in criteria(programme.eligibility)),
        point_items=sum(len(table.items) for table in tables),
        examples=sum(len(programme.examples) for programme in programmes),
        examples_printed=sum(example.printed for programme in programmes for example in programme.examples),
        by_confidence=tuple((one.value, confidence[one]) for one in Confidence),
        undated=status[Status.UNDATED],
        prose=status[Status.PROSE],
        draft=status[Status.DRAFT],
        tables=len(tables),
        tables_with_items=sum(bool(table.items) for table in tables),
        tables_complete=sum(table.items_complete for table in tables),
        not_seen_lately=sum(programme.in_force(on) and may_have_been_replaced(programme, on) for programme in programmes),
        verified=sum(programme.verified_on is not None for programme in programmes),
        problems=problems,
    )
