"""When a rule could be met: stretches of days from the day of the check on.

Two readings are kept apart. *Sure*: what follows if nothing we do not know helps, and runs are not broken. *Hoped*:
what follows if everything we do not know helps. A programme is reachable if it surely is, and out of reach only if
it is not even to be hoped for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from caseapp.policy.model import AllOf, Criterion, Node


@dataclass(frozen=True, slots=True)
class Window:
    """From ``first`` to ``last``, both included; ``last`` None is open."""

    first: date
    last: date | None = None


Windows: TypeAlias = tuple[Window, ...]
"""Apart from each other, earliest first. Empty: never."""
NEVER: Windows = ()


def windows_of(node: Node, leaf: Callable[[Criterion], Windows]) -> Windows:
    """When ``node`` could be met, from when each criterion could."""
    if isinstance(node, Criterion):
        return leaf(node)
    parts = [windows_of(part, leaf) for part in node.parts]
    if not isinstance(node, AllOf):
        return union(window for part in parts for window in part)
    found = parts[0]
    for part in parts[1:]:
        found = both(found, part)
    return found


def union(windows: Iterable[Window]) -> Windows:
    """Days in any of them."""
    merged: list[Window] = []
    for window in sorted(windows, key=lambda one: one.first):
        before = merged[-1] if merged else None
        if before is None or (before.last is not None and before.last + timedelta(1) < window.first):
            merged.append(window)
        elif before.last is not None and (window.last is None or window.last > before.last):
            merged[-1] = Window(before.first, window.last)
    return tuple(merged)


def both(one: Windows, other: Windows) -> Windows:
    """Days in both."""
    found: list[Window] = []
    for left in one:
        for right in other:
            first = max(left.first, right.first)
            ends = [end for end in (left.last, right.last) if end is not None]
            last = min(ends) if ends else None
            if last is None or first <= last:
                found.append(Window(first, last))
    return union(found)
