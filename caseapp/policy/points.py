"""Points tables as closures: what surely counts, what could still count, and why an item does not.

A total is an interval. ``total`` is what the known facts count. A fact not asked, or an item whose number is
unpublished, is never counted as 0: it widens the interval. A deduction not asked could still lower the total; ``least``
is the total with every deduction that is not excluded, and the line is met only if ``least`` reaches it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from caseapp.policy.catalogue import Catalogue
from caseapp.policy.known import Readings, Span
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


@dataclass(frozen=True, slots=True, eq=False)
class CountedItem:
    """One line of the ledger. ``points`` None: not known; ``most``: what it could come to, None where that is open."""

    item: PointItem
    points: Decimal | None
    most: Decimal | None
    counted: bool
    why_not: WhyNot | None


@dataclass(frozen=True, slots=True, eq=False)
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


@dataclass(slots=True, eq=False)
class _Interval:
    """A sum that is being made, with open ends."""

    total: Decimal = ZERO
    least: Decimal | None = ZERO
    most: Decimal | None = ZERO
    published: Decimal | None = ZERO

    def add(self, total: Decimal, low: Decimal | None, high: Decimal | None, published: Decimal | None) -> None:
        self.total += total
        self.least = None if self.least is None or low is None else self.least + low
        self.most = None if self.most is None or high is None else self.most + high
        self.published = None if self.published is None or published is None else self.published + published


@dataclass(frozen=True, slots=True, eq=False)
class PointsTable:
    """A compiled table: a closure an item, and the line that decides."""

    points: Points
    weighs: tuple[Weigh, ...]
    groups: tuple[tuple[int, ...], ...]
    """Numbers of the items that stand together; an item that stands alone is a group of one."""
    line: Decimal | None
    """The threshold held against the total; None: no line is published."""
    by_rank: bool

    def count(self, readings: Readings) -> Count:
        """Hold the table against what is known."""
        items = self.points.items
        worths = [weigh(readings.get(item.fact)) for item, weigh in zip(items, self.weighs, strict=True)]
        sums = _Interval()
        left_out: dict[int, WhyNot] = {}
        for members in self.groups:
            if len(members) == 1:
                worth = worths[members[0]]
                sums.add(worth.sure, worth.low, worth.high, worth.published)
            elif items[members[0]].adds_up:
                _add_sum(sums, items, worths, members, left_out)
            else:
                _add_best(sums, worths, members, left_out)
        return Count(
            total=sums.total,
            least=sums.least,
            total_max=sums.most,
            complete=self.points.items_complete and all(worth.exact is not None for worth in worths),
            verdict=self._verdict(sums, readings),
            items=tuple(
                _line(item, worth, left_out.get(index), asked=item.fact in readings)
                for index, (item, worth) in enumerate(zip(items, worths, strict=True))
            ),
        )

    def _verdict(self, sums: _Interval, readings: Readings) -> Verdict:
        """DESIGN 11. Where asking everything cannot reach the line, only an unpublished number could."""
        line = self.line
        if line is None:
            return Verdict.MET if self.by_rank else Verdict.NOT_COVERED
        if sums.least is not None and sums.least >= line:
            return Verdict.MET
        askable = any(isinstance(readings.get(item.fact), (Span, type(None))) for item in self.points.items)
        if askable and (sums.published is None or sums.published >= line):
            return Verdict.NOT_ASKED
        if self.points.items_complete and sums.most is not None and sums.most < line:
            return Verdict.NOT_MET
        return Verdict.NOT_COVERED


def compile_points(programme: Programme, kinds: Catalogue) -> PointsTable:
    """The points table of a programme that has one."""
    points = programme.points
    assert points is not None  # asked for only where there is one
    by_rank = programme.quota is not None and programme.quota.by_rank
    line = points.apply_threshold if points.threshold is None and by_rank else points.threshold
    together: dict[str, list[int]] = {}
    for index, item in enumerate(points.items):
        together.setdefault(f"group {item.group}" if item.group is not None else f"item {index}", []).append(index)
    return PointsTable(
        points=points,
        weighs=tuple(compile_item(item, kinds[item.fact]) for item in points.items),
        groups=tuple(tuple(members) for members in together.values()),
        line=line,
        by_rank=by_rank,
    )


def _add_best(sums: _Interval, worths: list[Worth], members: tuple[int, ...], left_out: dict[int, WhyNot]) -> None:
    """Of a group only the best item counts."""
    best = max(members, key=lambda index: worths[index].sure)
    left_out.update((index, WhyNot.BETTER_IN_GROUP) for index in members if index != best)
    highs, published = [worths[index].high for index in members], [worths[index].published for index in members]
    sums.add(
        worths[best].sure,
        worths[best].sure,
        None if None in highs else max(one for one in highs if one is not None),
        None if None in published else max(one for one in published if one is not None),
    )


def _add_sum(
    sums: _Interval,
    items: tuple[PointItem, ...],
    worths: list[Worth],
    members: tuple[int, ...],
    left_out: dict[int, WhyNot],
) -> None:
    """The items of the group add up, as far as the cap that stands on each of them."""
    group = _Interval()
    for index in members:
        group.add(worths[index].sure, worths[index].low, worths[index].high, worths[index].published)
    caps = [items[index].most for index in members if items[index].most is not None]
    cap = max((one for one in caps if one is not None), default=None)
    if cap is None:
        sums.add(group.total, group.least, group.most, group.published)
        return
    if group.total > cap:
        left_out.update((index, WhyNot.CAPPED) for index in members)
    sums.add(
        min(group.total, cap),
        None if group.least is None else min(group.least, cap),
        cap if group.most is None else min(group.most, cap),
        cap if group.published is None else min(group.published, cap),
    )


def _line(item: PointItem, worth: Worth, left_out: WhyNot | None, *, asked: bool) -> CountedItem:
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
    else:
        why = left_out or (WhyNot.CAPPED if worth.capped else None)
    counted = points is not None and points != 0 and why in (None, WhyNot.CAPPED)
    return CountedItem(item, points, worth.high, counted, why)
