"""The cheapest choice of values that brings a points table to a line, exactly.

The parts of a table add up, and inside a part its lines add up or the best of them counts. So for each part it is enough
to keep, for every cost, the most it can come to; parts then combine the same way. A fact that several parts read is
tried value by value around all this. Costs are compared from the front and add up, so nothing dearer can win later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import product
from typing import NamedTuple, TypeAlias

from caseapp.policy.planning.board import Board, Part, Together
from caseapp.policy.planning.raises import FREE, Choice, Choices, Cost, as_it_is
from caseapp.policy.span import Reading

ZERO = Decimal(0)


class Found(NamedTuple):
    """A choice of values, what it costs and what it surely comes to."""

    cost: Cost
    total: Decimal
    chosen: tuple[Choice, ...]


Front: TypeAlias = tuple[Found, ...]
"""Dearer and better, one after the other."""
NOTHING: Front = (Found(FREE, ZERO, ()),)


class Search:
    """Finds ways on one table. What it worked out for a part is kept for the next day that asks the same."""

    __slots__ = ("_board", "_floor", "_fronts", "_single")

    def __init__(self, board: Board, floor: Decimal | None = None) -> None:
        """``floor`` stands for a line without a lower end; None: a choice with such a line is left out."""
        self._board, self._floor = board, floor
        self._fronts: dict[tuple[Part | Choices, ...], Front] = {}
        self._single: dict[tuple[str, Reading | None], Choices] = {}

    def cheapest(self, options: Mapping[str, Choices], line: Decimal) -> Found | None:
        """The cheapest way to reach ``line``; None if none does."""
        best: Found | None = None
        for cost, chosen, fronts in self._cases(options):
            found = _reach(fronts, line, Found(cost, ZERO, chosen))
            if found is not None and (best is None or found.cost < best.cost):
                best = found
        return best

    def most(self, options: Mapping[str, Choices]) -> Decimal | None:
        """The most that can surely be reached, whatever it costs; None where no lower end is known."""
        tops = [_top(fronts) for _, _, fronts in self._cases(options)]
        return max((top for top in tops if top is not None), default=None)

    def _cases(self, options: Mapping[str, Choices]) -> Iterable[tuple[Cost, tuple[Choice, ...], list[Front]]]:
        """The fronts of all parts, once for each choice of the facts that several parts read."""
        shared = sorted(self._board.shared)
        for chosen in product(*(options[fact].all for fact in shared)):
            fixed = {one.fact: self._fixed(one) for one in chosen}
            cost = FREE
            for one in chosen:
                cost = cost.plus(one.cost)
            raised = tuple(one for one in chosen if one.value is not None)
            yield cost, raised, [self._front(part, {**options, **fixed}) for part in self._board.parts]

    def _fixed(self, chosen: Choice) -> Choices:
        """The fact with one value and no other, its cost counted elsewhere."""
        key = (chosen.fact, chosen.reading)
        found = self._single.get(key)
        if found is None:
            found = self._single[key] = as_it_is(*key)
        return found

    def _front(self, part: Part, options: Mapping[str, Choices]) -> Front:
        key: tuple[Part | Choices, ...] = (part, *[options[fact] for fact in part.facts])
        found = self._fronts.get(key)
        if found is None:
            found = self._fronts[key] = _front_of(part, options, self._floor)
        return found


def _front_of(part: Part, options: Mapping[str, Choices], floor: Decimal | None) -> Front:
    """For every cost the most a part can surely come to."""
    front: Front = ()
    for fact in part.facts:
        values = _of_fact(part, fact, options[fact], floor)
        if not values:
            return ()
        front = _merged(front, values, part.together) if front else values
    if part.cap is None:
        return front
    return _better(Found(one.cost, min(one.total, part.cap), one.chosen) for one in front)


def _of_fact(part: Part, fact: str, choices: Choices, floor: Decimal | None) -> Front:
    """What the lines of a part that read one fact come to, for each of its values."""
    found: list[Found] = []
    lines = [line for line in part.lines if line.item.fact == fact]
    for choice in choices.all:
        lows = [line.low(choice.reading, part.together) for line in lines]
        known = [low for low in (floor if low is None else low for low in lows) if low is not None]
        if len(known) == len(lows):
            total = max(known) if part.together is Together.BEST else sum(known, ZERO)
            found.append(Found(choice.cost, total, (choice,) if choice.value is not None else ()))
    return _better(found)


def _merged(one: Front, other: Front, together: Together) -> Front:
    best = together is Together.BEST
    return _better(
        Found(
            left.cost.plus(right.cost),
            max(left.total, right.total) if best else left.total + right.total,
            left.chosen + right.chosen,
        )
        for left in one
        for right in other
    )


def _better(found: Iterable[Found]) -> Front:
    """Without what is no better than something as cheap."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda found: (found.cost, -found.total)):
        if not kept or one.total > kept[-1].total:
            kept.append(one)
    return tuple(kept)


def _top(fronts: list[Front]) -> Decimal | None:
    """The most that fronts come to together; None if one is empty."""
    return None if not all(fronts) else sum([front[-1].total for front in fronts], ZERO)


def _reach(fronts: list[Front], line: Decimal, start: Found) -> Found | None:
    """The cheapest choice over all fronts that comes to ``line``."""
    rest = _top(fronts)
    if rest is None or rest < line:
        return None
    so_far: Front = (start,)
    for front in sorted(fronts, key=len):
        rest -= front[-1].total
        so_far = tuple(one for one in _merged(so_far, front, Together.SUM) if one.total + rest >= line)
    return so_far[0] if so_far else None
