"""The smallest sets of facts that flip an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product
from typing import TypeAlias

from caseapp.policy.model import AllOf, Criterion, Node
from caseapp.policy.verdict import Verdict

FactSets: TypeAlias = tuple[frozenset[str], ...]

MOST_SETS = 64
"""Sets kept at any group; more than a person would read, and a bound on the work."""


def to_met(node: Node, verdicts: Mapping[str, Verdict]) -> FactSets:
    """The smallest sets of facts that, answered in the client's favour, make ``node`` met. Empty: none can.

    ``verdicts`` are by criterion id. What no fact can decide (a number nobody published) is in no set.
    """
    if isinstance(node, Criterion):
        verdict = verdicts[node.id]
        if verdict is Verdict.MET:
            return (frozenset(),)
        return () if verdict is Verdict.NOT_COVERED else (frozenset((node.fact,)),)
    parts = [to_met(part, verdicts) for part in node.parts]
    return _together(parts) if isinstance(node, AllOf) else smallest(one for part in parts for one in part)


def to_not_met(node: Node, verdicts: Mapping[str, Verdict]) -> FactSets:
    """The smallest sets of facts that, answered otherwise, make ``node`` not met."""
    if isinstance(node, Criterion):
        verdict = verdicts[node.id]
        if verdict is Verdict.NOT_MET:
            return (frozenset(),)
        return () if verdict is Verdict.NOT_COVERED else (frozenset((node.fact,)),)
    parts = [to_not_met(part, verdicts) for part in node.parts]
    return smallest(one for part in parts for one in part) if isinstance(node, AllOf) else _together(parts)


def flips(node: Node, verdicts: Mapping[str, Verdict], answer: Verdict) -> FactSets:
    """From met to not met, or from anything else to met."""
    found = to_not_met(node, verdicts) if answer is Verdict.MET else to_met(node, verdicts)
    return tuple(one for one in found if one)


def smallest(sets: Iterable[frozenset[str]]) -> FactSets:
    """Those that contain no other, fewest facts first."""
    kept: list[frozenset[str]] = []
    for one in sorted(set(sets), key=lambda facts: (len(facts), sorted(facts))):
        if not any(other <= one for other in kept):
            kept.append(one)
    return tuple(kept[:MOST_SETS])


def _together(parts: list[FactSets]) -> FactSets:
    found: FactSets = (frozenset(),)
    for part in parts:
        found = smallest(one | other for one, other in product(found, part))
    return found
