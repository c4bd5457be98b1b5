"""A points table laid out for planning: lines, what stands together, and at which values a line gives more or less."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from caseapp.policy.catalogue import FactKind, catalogue
from caseapp.policy.model import Flat, PerUnit, PointItem, Points
from caseapp.policy.span import Reading
from caseapp.policy.worth import Weigh, compile_item

MOST_UNITS = 1000
"""Units of one line beyond which nobody plans."""


class Together(Enum):
    """How the lines of one part count."""

    ALONE = "alone"
    BEST = "best"
    SUM = "sum"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Line:
    """An item with its closure."""

    item: PointItem
    kind: FactKind
    weigh: Weigh

    def low(self, reading: Reading | None, together: Together) -> Decimal | None:
        """What the line surely gives; None where no lower end is known.

        A deduction nobody has asked about is planned as if it did not apply; :class:`PointsPlan` names it.
        """
        if reading is None and self.item.negative:
            return Decimal(0)
        worth = self.weigh(reading)
        return worth.sure if together is Together.BEST else worth.low


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Part:
    """Lines that count together: one alone, the best of several, or their sum up to a cap."""

    lines: tuple[Line, ...]
    together: Together
    cap: Decimal | None
    facts: tuple[str, ...]
    """The facts its lines read, each once."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Board:
    """A table as parts whose values add up."""

    points: Points
    parts: tuple[Part, ...]
    lines: tuple[Line, ...]
    by_fact: Mapping[str, tuple[Line, ...]]
    """The lines that read a fact."""
    shared: frozenset[str]
    """Facts that more than one part reads."""


@lru_cache(maxsize=256)
def board_of(points: Points) -> Board:
    """The table of a programme, laid out once."""
    kinds = catalogue()
    lines = tuple(Line(item, kinds[item.fact], compile_item(item, kinds[item.fact])) for item in points.items)
    groups: dict[str, list[Line]] = {}
    for index, line in enumerate(lines):
        groups.setdefault(line.item.group or f"={index}", []).append(line)
    parts = tuple(_part(members) for members in groups.values())
    read = [fact for part in parts for fact in part.facts]
    by_fact = {fact: tuple(line for line in lines if line.item.fact == fact) for fact in read}
    return Board(points, parts, lines, by_fact, frozenset(fact for fact in read if read.count(fact) > 1))


def _part(members: list[Line]) -> Part:
    first = members[0].item
    facts = tuple(dict.fromkeys(line.item.fact for line in members))
    if first.group is None:
        return Part(tuple(members), Together.ALONE, None, facts)
    if not first.adds_up:
        return Part(tuple(members), Together.BEST, None, facts)
    caps = [line.item.most for line in members if line.item.most is not None]
    return Part(tuple(members), Together.SUM, max(caps) if len(caps) == len(members) else None, facts)


def turns(item: PointItem, most: Decimal | None) -> Iterator[Decimal]:
    """The numbers at which a line begins to give more or less, smallest first; ``most`` is the largest there can be."""
    rule = item.rule
    if isinstance(rule, Flat):
        yield Decimal(1)
    elif isinstance(rule, PerUnit):
        for unit in range(1, _units(rule, None if item.adds_up else item.most) + 1):
            if most is not None and rule.size * unit > most:
                return
            yield rule.size * unit
    else:
        edges = {span.low for span, _ in rule.ranges} | {span.high + 1 for span, _ in rule.ranges if span.high is not None}
        edges |= {Decimal(value) for value, _ in rule.exact if not isinstance(value, (bool, str))}
        edges |= {Decimal(value) + 1 for value, _ in rule.exact if not isinstance(value, (bool, str))}
        yield from sorted(edge for edge in edges if edge is not None)


def _units(rule: PerUnit, cap: Decimal | None) -> int:
    """Units after which more of them give no more."""
    if not rule.points:  # nobody knows how much more
        return 1
    caps = [abs(end) for end in (rule.cap, cap) if end is not None]
    return min([int(end / abs(rule.points)) + 1 for end in caps], default=MOST_UNITS)
