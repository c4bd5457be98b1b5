"""Adding up what is known only between two ends: what stands alone, the best of a group, a group under one cap."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from caseapp.policy.worth import ZERO


class Ends(NamedTuple):
    """What an item or a group adds to the total, and to each of its ends; None is open."""

    sure: Decimal
    low: Decimal | None
    high: Decimal | None
    published: Decimal | None
    """To the most that published numbers could come to."""


def best_of(group: list[Ends]) -> Ends:
    """Only the best item counts."""
    best = group[0]
    for one in group:
        if one.low is not one.high or one.low is None:
            return _best_of_open(group)
        if one.sure > best.sure:
            best = one
    return best


def _best_of_open(group: list[Ends]) -> Ends:
    """As above, where not every item is known exactly."""
    sure = max([one.sure for one in group])
    return Ends(sure, sure, _most([one.high for one in group]), _most([one.published for one in group]))


def sum_of(group: list[Ends], cap: Decimal | None) -> Ends:
    """The items add up, as far as the cap on the whole group."""
    sure, low, high = sums(group)
    published = plus([one.published for one in group])
    if cap is None:
        return Ends(sure, low, high, published)
    return Ends(
        min(sure, cap),
        None if low is None else min(low, cap),
        cap if high is None else min(high, cap),
        cap if published is None else min(published, cap),
    )


def sums(parts: Iterable[Ends]) -> tuple[Decimal, Decimal | None, Decimal | None]:
    """What they add up to, at the least and at the most; an end that is open stays open."""
    exact = sure = ZERO
    least: Decimal | None = ZERO
    most: Decimal | None = ZERO
    for one_sure, low, high, _ in parts:
        if low is high and low is not None:  # known exactly: one sum for all three
            exact += low
            continue
        sure += one_sure
        least = None if least is None or low is None else least + low
        most = None if most is None or high is None else most + high
    return exact + sure, None if least is None else exact + least, None if most is None else exact + most


def plus(ends: list[Decimal | None]) -> Decimal | None:
    """Their sum; open if one is."""
    known = [end for end in ends if end is not None]
    return sum(known, ZERO) if len(known) == len(ends) else None


def _most(ends: list[Decimal | None]) -> Decimal | None:
    """The largest; open if one is."""
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None
