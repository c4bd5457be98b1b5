"""Points tables as closures: what surely counts, what could still count, and why an item does not.

A total is an interval. ``total`` is what the known facts count. A fact not asked, or an item whose number is
unpublished, is never counted as 0: it widens the interval. A deduction not asked could still lower the total; ``least``
is the total with every deduction that is not excluded, and the line is met only if ``least`` reaches it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from caseapp.policy.catalogue import Catalogue
from caseapp.policy.known import Reading, Readings, Span
from caseapp.policy.model import PointItem, Points, Programme
from caseapp.policy.verdict import Verdict
from caseapp.policy.worth import ZERO, Weigh, Worth, compile_item


class WhyNot(Enum):
    """Why the points of an item are not counted, or not in full."""

    NOT_ASKED = "not_asked"
    ONLY_PARTLY_KNOWN = "only_partly_known"
    NUMBER_UNPUBLISHED = "number_unpublished"
    BETTER_IN_GROUP = "better_in_group"
    CAPPED = "capped"
    NONE_EARNED = "none_earned"


class CountedItem(NamedTuple):
    """One line of the ledger. ``points`` None: not known; ``most``: what it could come to, None where that is open."""

    item: PointItem
    points: Decimal | None
    most: Decimal | None
    counted: bool
    why_not: WhyNot | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Count:
    """The ledger of one check."""

    total: Decimal
    least: Decimal | None
    """The total if every deduction not excluded applies; None where no lower end is known."""
    total_max: Decimal | None
    """None where no upper end is known."""
    complete: bool
    """Whether ``total`` is final: every item of a whole table is known."""
    verdict: Verdict
    items: tuple[CountedItem, ...]


class Ends(NamedTuple):
    """What an item or a group adds to the total, and to each of its ends; None is open."""

    sure: Decimal
    low: Decimal | None
    high: Decimal | None
    published: Decimal | None
    """To the most that published numbers could come to."""


class Weighed(NamedTuple):
    """An item held against one reading: what it adds, and its line in the ledger."""

    ends: Ends
    line: CountedItem


WeighItem: TypeAlias = Callable[[Reading | None], Weighed]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PointsTable:
    """A compiled table: a closure an item, and the line that decides."""

    points: Points
    weighs: tuple[tuple[str, WeighItem], ...]
    """For each item the fact it reads, and its closure."""
    groups: tuple[tuple[int, ...], ...]
    """Numbers of the items that stand together."""
    single: tuple[int, ...]
    """Numbers of the items that stand alone."""
    line: Decimal | None
    """The threshold held against the total; None: no line is published."""
    by_rank: bool

    def count(self, readings: Readings) -> Count:
        """Hold the table against what is known."""
        weighed = [weigh(readings.get(fact)) for fact, weigh in self.weighs]
        parts = [weighed[index].ends for index in self.single]
        lines = [one.line for one in weighed]
        for members in self.groups:
            group = [weighed[index] for index in members]
            adds_up = group[0].line.item.adds_up
            ends, left_out = _sum_of(group) if adds_up else _best_of(group)
            parts.append(ends)
            for index, why in zip(members, left_out, strict=True):
                if why is not None and lines[index].counted:
                    lines[index] = lines[index]._replace(why_not=why, counted=why is WhyNot.CAPPED)
        least, most = _plus([part.low for part in parts]), _plus([part.high for part in parts])
        return Count(
            total=sum([part.sure for part in parts], ZERO),
            least=least,
            total_max=most,
            complete=self.points.items_complete and all(one.line.points is not None for one in weighed),
            verdict=self._verdict(least, most, parts, readings),
            items=tuple(lines),
        )

    def _verdict(self, least: Decimal | None, most: Decimal | None, parts: list[Ends], readings: Readings) -> Verdict:
        """decision 11. Where asking everything cannot reach the line, only an unpublished number could."""
        line = self.line
        if line is None:
            return Verdict.MET if self.by_rank else Verdict.NOT_COVERED
        if least is not None and least >= line:
            return Verdict.MET
        if self.points.items_complete and most is not None and most < line:
            return Verdict.NOT_MET
        if any(isinstance(readings.get(fact), (Span, type(None))) for fact, _ in self.weighs):
            published = _plus([part.published for part in parts])
            if published is None or published >= line:
                return Verdict.NOT_ASKED
        return Verdict.NOT_COVERED


def compile_points(programme: Programme, kinds: Catalogue) -> PointsTable:
    """The points table of a programme that has one."""
    points = programme.points
    assert points is not None  # asked for only where there is one
    by_rank = programme.quota is not None and programme.quota.by_rank
    groups: dict[str, list[int]] = {}
    for index, item in enumerate(points.items):
        if item.group is not None:
            groups.setdefault(item.group, []).append(index)
    return PointsTable(
        points=points,
        weighs=tuple((item.fact, _weigh_item(item, compile_item(item, kinds[item.fact]))) for item in points.items),
        groups=tuple(tuple(members) for members in groups.values()),
        single=tuple(index for index, item in enumerate(points.items) if item.group is None),
        line=points.apply_threshold if points.threshold is None and by_rank else points.threshold,
        by_rank=by_rank,
    )


def _weigh_item(item: PointItem, weigh: Weigh) -> WeighItem:
    @lru_cache(maxsize=1024)  # a fact has few values, a casebook many people
    def weighed(reading: Reading | None) -> Weighed:
        worth = weigh(reading)
        ends = Ends(worth.sure, worth.low, worth.high, worth.published)
        return Weighed(ends, _line(item, worth, asked=reading is not None))

    return weighed


def _best_of(group: list[Weighed]) -> tuple[Ends, list[WhyNot | None]]:
    """Only the best item counts."""
    best = max(group, key=lambda one: one.ends.sure)
    sure = best.ends.sure
    ends = Ends(sure, sure, _most([one.ends.high for one in group]), _most([one.ends.published for one in group]))
    return ends, [None if one is best else WhyNot.BETTER_IN_GROUP for one in group]


def _sum_of(group: list[Weighed]) -> tuple[Ends, list[WhyNot | None]]:
    """The items add up, as far as the cap that stands on each of them."""
    cap = _most([one.line.item.most for one in group])
    ends = Ends(
        sum([one.ends.sure for one in group], ZERO),
        _plus([one.ends.low for one in group]),
        _plus([one.ends.high for one in group]),
        _plus([one.ends.published for one in group]),
    )
    if cap is None:
        return ends, [None] * len(group)
    sure, low, high, published = ends
    capped = Ends(
        min(sure, cap),
        None if low is None else min(low, cap),
        cap if high is None else min(high, cap),
        cap if published is None else min(published, cap),
    )
    return capped, [WhyNot.CAPPED if sure > cap else None] * len(group)


def _plus(ends: list[Decimal | None]) -> Decimal | None:
    """Their sum; open if one is."""
    known = [end for end in ends if end is not None]
    return sum(known, ZERO) if len(known) == len(ends) else None


def _most(ends: list[Decimal | None]) -> Decimal | None:
    """The largest; open if one is."""
    known = [end for end in ends if end is not None]
    return max(known) if len(known) == len(ends) else None


def _line(item: PointItem, worth: Worth, *, asked: bool) -> CountedItem:
    points = worth.exact
    why: WhyNot | None = None
    if not asked:
        why = WhyNot.NOT_ASKED
    elif worth.unpublished:
        why = WhyNot.NUMBER_UNPUBLISHED
    elif points is None:
        why = WhyNot.ONLY_PARTLY_KNOWN
    elif points == 0:
        why = WhyNot.NONE_EARNED
    elif worth.capped:
        why = WhyNot.CAPPED
    return CountedItem(item, points, worth.high, bool(points), why)
