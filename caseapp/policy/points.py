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
from caseapp.policy.model import PointItem, Points, Programme
from caseapp.policy.span import Reading, Readings, Span
from caseapp.policy.sums import Ends, best_of, plus, sum_of, sums
from caseapp.policy.verdict import Verdict, all_of
from caseapp.policy.worth import ZERO, Weigh, Worth, compile_item

MET, NOT_MET, NOT_ASKED, NOT_COVERED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_ASKED, Verdict.NOT_COVERED


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
    adds: Decimal = ZERO
    """What of it surely enters the total: nothing where a better item of its group counts, only a part under a cap."""
    uncapped: Decimal | None = None
    """What it would be without the cap that was reached."""


class Count(NamedTuple):
    """The ledger of one check."""

    total: Decimal
    least: Decimal | None
    """The total if every deduction not excluded applies; None where no lower end is known."""
    total_max: Decimal | None
    """None where no upper end is known."""
    complete: bool
    """Whether ``total`` is final: every item of a whole table is known."""
    verdict: Verdict
    may_apply: Verdict | None
    """Whether the line from which a person may apply is reached; None where there is no such line."""
    items: tuple[CountedItem, ...]


class Weighed(NamedTuple):
    """An item held against one reading: what it adds, and its line in the ledger."""

    ends: Ends
    line: CountedItem
    beaten: CountedItem
    """Its line where a better item of its group counts instead."""


WeighItem: TypeAlias = Callable[[Reading | None], Weighed]
Weighs: TypeAlias = tuple[tuple[str, WeighItem], ...]
"""For each item the fact it reads, and its closure."""


class Group(NamedTuple):
    """Items that stand together, by number. Only the best counts, or they add up to a cap."""

    members: tuple[int, ...]
    weighs: Weighs
    adds_up: bool
    cap: Decimal | None

    def together(self, ends: list[Ends]) -> Ends:
        """The group as one, from what each of its members adds."""
        return sum_of(ends, self.cap) if self.adds_up else best_of(ends)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PointsTable:
    """A compiled table: a closure an item, and the line that decides."""

    points: Points
    weighs: Weighs
    """All items, in the order of the file."""
    single: Weighs
    """Those that stand alone."""
    alone: tuple[int, ...]
    """Their numbers."""
    groups: tuple[Group, ...]
    line: Decimal | None
    """The threshold held against the total; None: no line is published."""
    by_rank: bool

    def count(self, readings: Readings) -> Count:
        """Hold the table against what is known, item by item."""
        known = readings.get
        weighed = [weigh(known(fact)) for fact, weigh in self.weighs]
        lines = [one.line for one in weighed]
        apply_line = self.points.apply_threshold
        for group in self.groups:
            (_spread if group.adds_up else _beat)(group, weighed, lines)
        parts = [weighed[number].ends for number in self.alone]
        parts += [group.together([weighed[number].ends for number in group.members]) for group in self.groups]
        total, least, most = sums(parts)
        return Count(
            total=total,
            least=least,
            total_max=most,
            complete=self.points.items_complete and not [line for line in lines if line.points is None],
            verdict=self._verdict(least, most, readings, parts),
            may_apply=None if apply_line is None else self._reached(apply_line, least, most, readings, parts),
            items=tuple(lines),
        )

    def verdict(self, readings: Readings) -> Verdict:
        """The bare answer, by the same closures."""
        known = readings.get
        parts = [weigh(known(fact)).ends for fact, weigh in self.single]
        for group in self.groups:
            parts.append(group.together([weigh(known(fact)).ends for fact, weigh in group.weighs]))
        _total, least, most = sums(parts)
        return self._verdict(least, most, readings, parts)

    def _verdict(self, least: Decimal | None, most: Decimal | None, readings: Readings, parts: list[Ends]) -> Verdict:
        """Both lines; by rank alone, without any line, whoever is eligible is met and the place decided by rank."""
        apply_line = self.points.apply_threshold
        if self.line is None:
            granted = MET if self.by_rank else NOT_COVERED
        else:
            granted = self._reached(self.line, least, most, readings, parts)
        if apply_line is None or apply_line == self.line:
            return granted
        return all_of((granted, self._reached(apply_line, least, most, readings, parts)))

    def _reached(
        self, line: Decimal, least: Decimal | None, most: Decimal | None, readings: Readings, parts: list[Ends]
    ) -> Verdict:
        """decision 11. Where asking everything cannot reach the line, only an unpublished number could."""
        if least is not None and least >= line:
            return MET
        if most is not None and most < line and self.points.items_complete:
            return NOT_MET
        if any(isinstance(readings.get(fact), (Span, type(None))) for fact, _ in self.weighs):
            published = plus([part.published for part in parts])
            if published is None or published >= line:
                return NOT_ASKED
        return NOT_COVERED


def compile_points(programme: Programme, kinds: Catalogue) -> PointsTable:
    """The points table of a programme that has one."""
    points = programme.points
    assert points is not None  # asked for only where there is one
    by_rank = programme.quota is not None and programme.quota.by_rank
    weighs = tuple((item.fact, _weigh_item(item, compile_item(item, kinds[item.fact]))) for item in points.items)
    groups: dict[str, list[int]] = {}
    for index, item in enumerate(points.items):
        if item.group is not None:
            groups.setdefault(item.group, []).append(index)
    return PointsTable(
        points=points,
        weighs=weighs,
        single=tuple(one for one, item in zip(weighs, points.items, strict=True) if item.group is None),
        alone=tuple(number for number, item in enumerate(points.items) if item.group is None),
        groups=tuple(_group(points.items, weighs, members) for members in groups.values()),
        line=points.apply_threshold if points.threshold is None and by_rank else points.threshold,
        by_rank=by_rank,
    )


def _group(items: tuple[PointItem, ...], weighs: Weighs, members: list[int]) -> Group:
    caps = [cap for index in members if (cap := items[index].most) is not None]
    adds_up = items[members[0]].adds_up
    cap = max(caps) if adds_up and len(caps) == len(members) else None
    return Group(tuple(members), tuple(weighs[index] for index in members), adds_up, cap)


def _weigh_item(item: PointItem, weigh: Weigh) -> WeighItem:
    @lru_cache(maxsize=1024)  # a fact has few values, a casebook many people
    def weighed(reading: Reading | None) -> Weighed:
        worth = weigh(reading)
        line = _line(item, worth, asked=reading is not None)
        beaten = line._replace(why_not=WhyNot.BETTER_IN_GROUP, counted=False) if line.counted else line
        return Weighed(Ends(worth.sure, worth.low, worth.high, worth.published), line, beaten._replace(adds=ZERO))

    return weighed


def _beat(group: Group, weighed: list[Weighed], lines: list[CountedItem]) -> None:
    """Let only the best item of a group count."""
    best = group.members[0]
    for index in group.members:
        if weighed[index].ends.sure > weighed[best].ends.sure:
            best = index
    for index in group.members:
        if index != best:
            lines[index] = weighed[index].beaten


def _spread(group: Group, weighed: list[Weighed], lines: list[CountedItem]) -> None:
    """Let the items of a group count in their order, as far as the cap on the whole group."""
    left = group.cap
    if left is None or sum([weighed[index].ends.sure for index in group.members], ZERO) <= left:
        return
    for index in group.members:
        line = lines[index]
        adds = min(line.adds, left)
        left -= adds
        lines[index] = line._replace(adds=adds, why_not=WhyNot.CAPPED if line.counted else line.why_not)


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
    elif worth.uncapped is not None:
        why = WhyNot.CAPPED
    return CountedItem(item, points, worth.high, bool(points), why, worth.sure, worth.uncapped)
