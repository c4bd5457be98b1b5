"""Worked examples of a pack, run as tests."""

from __future__ import annotations

from dataclasses import dataclass

from caseapp.policy.catalogue import catalogue
from caseapp.policy.check import check_programme
from caseapp.policy.known import KnownFact, KnownFacts
from caseapp.policy.model import Example, Pack, Programme, Scalar


@dataclass(frozen=True, slots=True)
class Surprise:
    """Something an example says must be found and is not."""

    example: str
    key: str
    expected: Scalar
    found: Scalar | None


def run_example(pack: Pack, programme: Programme, example: Example) -> tuple[Surprise, ...]:
    """What the check finds otherwise than the example says; empty if it holds."""
    kinds = catalogue()
    facts = KnownFacts({key: KnownFact(value, example.day) for key, value in example.facts if key in kinds})
    checked = check_programme(pack, programme.id, facts, example.day)
    found: dict[str, Scalar | None] = {}
    if checked.points is not None:
        found.update({line.item.id: line.points for line in checked.points.items})
        found["points"] = found["table"] = checked.points.verdict.value
        found["total"] = checked.points.total
        found["complete"] = checked.points.complete
    # A criterion may bear the name of an item, or be called "points": its answer stands first, the table's is "table".
    found.update({finding.criterion.id: finding.verdict.value for finding in checked.findings})
    found["programme"] = checked.verdict.value
    return tuple(
        Surprise(example.says, key, expected, found.get(key))
        for key, expected in example.finds
        if found.get(key) != expected
    )
