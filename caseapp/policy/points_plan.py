"""How the lines of a points table could be reached: soonest, with the least, or not at all within ten years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import combinations

from caseapp.domain.days import add_months
from caseapp.policy.best_way import Found, Search
from caseapp.policy.board import Board, Part, Together, board_of, turns
from caseapp.policy.catalogue import Catalogue, Close
from caseapp.policy.closing import Closings
from caseapp.policy.forward import ONE_DAY, Forward
from caseapp.policy.model import PointItem, Programme, Scalar, ValueMap
from caseapp.policy.points import Count, PointsTable
from caseapp.policy.raises import Choice, Choices, Cost, as_it_is, choices
from caseapp.policy.windows import NEVER, Window, Windows

HORIZON_MONTHS = 120
"""No plan looks further than ten years."""
MOST_ITEMS = 3
"""Facts raised together in one of the other ways."""
MOST_WAYS = 6


class LineKind(Enum):
    """What reaching a line gives."""

    GRANT = "grant"
    """The right itself."""
    APPLY = "apply"
    """Only that one may apply; where places go by rank, that one is eligible."""
    LAST_PLACE = "last_place"
    """The lowest total that got a place when it was last published: no line of the rule, and no promise."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Step:
    """A line of the table that would give more: by time, or by bringing its fact to ``value``."""

    item: PointItem
    close: Close
    now: Decimal | None
    """What it gives today; None: not known."""
    then: Decimal
    value: Scalar | None
    months: int | None
    """The least months it takes; None: nobody knows."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Way:
    """A combination that reaches the line."""

    steps: tuple[Step, ...]
    falls: tuple[Step, ...]
    """Lines that will give less by then."""
    day: date | None
    """The first day on which it surely does; None where it takes something of which nobody knows how long it lasts."""
    from_day: date
    """The day up to which counts have to grow for it."""
    total: Decimal
    cost: Cost

    @property
    def firm(self) -> bool:
        """Whether it takes only time and papers: with an action its day is the soonest, no more."""
        return self.cost.actions == 0


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ceiling:
    """The most a whole table can give within the horizon, if all that can change does: the proof of a never."""

    total: Decimal
    day: date
    items: tuple[tuple[PointItem, Decimal], ...]
    """What each line can come to at most on that day."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LinePlan:
    """The ways to one line."""

    kind: LineKind
    line: Decimal
    year: int | None
    """For ``LAST_PLACE``: of which year."""
    missing: Decimal
    earliest: Way | None
    cheapest: Way | None
    ways: tuple[Way, ...]
    """The fewest facts raised today, without waiting, each set once."""
    ceiling: Ceiling | None
    dated: Windows
    """When time and papers alone reach it."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PointsPlan:
    """The ways to every line of a table, the one that decides first."""

    lines: tuple[LinePlan, ...]
    deciding: LinePlan | None
    """The line held against the total; None where it is reached or there is none."""
    dated: Windows
    """When time and papers alone reach the line that decides; from the day of the check where it is reached."""
    unpublished: tuple[PointItem, ...]
    """Items whose number nobody published: the office has to be asked before anybody says never."""
    not_asked: tuple[PointItem, ...]
    assumed: tuple[PointItem, ...]
    """Deductions nobody has asked about: every way holds only if none of them applies."""


def points_plan(
    kinds: Catalogue, closings: Closings, programme: Programme, table: PointsTable, forward: Forward, on: date,
    count: Count, *, horizon: int = HORIZON_MONTHS,
) -> PointsPlan:  # fmt: skip
    """What would reach each line that is not surely reached, within ``horizon`` months."""
    least = count.least
    wanted = [one for one in _lines(programme, table, on) if least is None or least < one[1]]
    highest = max([line for _, line, _ in wanted], default=Decimal(0))
    planner = _Planner(kinds, closings, table, forward, on, count, highest, add_months(on, horizon))
    lines = tuple(planner.line(*one) for one in wanted)
    unasked = tuple(line.item for line in count.items if forward.now(line.item.fact) is None)
    deciding = next((one for one in lines if one.line == table.line and one.kind is not LineKind.LAST_PLACE), None)
    return PointsPlan(
        lines=lines,
        deciding=deciding,
        dated=deciding.dated if deciding else planner.stays(table.line),
        unpublished=tuple(item for item in table.points.items if _unpublished(item)),
        not_asked=unasked,
        assumed=tuple(item for item in unasked if item.negative),
    )


def _lines(programme: Programme, table: PointsTable, on: date) -> Iterator[tuple[LineKind, Decimal, int | None]]:
    """The lines of a table, each once; the one that decides first."""
    points = table.points
    if points.threshold is not None:
        yield LineKind.GRANT, points.threshold, None
    if points.apply_threshold is not None and points.apply_threshold != points.threshold:
        yield LineKind.APPLY, points.apply_threshold, None
    if table.by_rank:
        seen = [one for one in programme.published_figures if one.cutoff is not None and one.year <= on.year]
        last = max(seen, key=lambda one: one.year, default=None)
        if last is not None and last.cutoff is not None:
            yield LineKind.LAST_PLACE, last.cutoff, last.year


class _Planner:
    """What the lines of one table share: the days on which something changes, and what each fact could become."""

    def __init__(
        self, kinds: Catalogue, closings: Closings, table: PointsTable, forward: Forward, on: date, count: Count,
        highest: Decimal, last: date,
    ) -> None:  # fmt: skip
        self._kinds, self._closings, self._table = kinds, closings, table
        self._forward, self._on, self._count = forward, on, count
        self._board: Board = board_of(table.points)
        self._search = Search(self._board)
        self._last = last
        self._enough = highest - self._deductions()
        self._made: dict[tuple[object, ...], Choices] = {}
        self._growing = frozenset(fact for fact in self._board.by_fact if forward.grows(fact))
        self._choices = {fact: self._all(fact) for fact in self._board.by_fact}
        self._days = self._turning_days()
        self._ceiling = self._most() if table.points.items_complete else None

    def line(self, kind: LineKind, line: Decimal, year: int | None) -> LinePlan:
        """The ways to one line."""
        ceiling = self._ceiling
        return LinePlan(
            kind=kind,
            line=line,
            year=year,
            missing=line - self._count.total,
            earliest=self._earliest(line),
            cheapest=self._cheapest(line),
            ways=tuple(self._today(line)),
            ceiling=ceiling if ceiling is not None and ceiling.total < line else None,
            dated=self.stays(line),
        )

    def stays(self, line: Decimal | None) -> Windows:
        """The stretches of days on which time and papers alone surely reach ``line``."""
        if line is None:
            return (Window(self._on),)
        found: list[Window] = []
        for index, day in enumerate(self._days):
            most = self._search.most(self._options(day, (Close.PAPER,)))
            if most is not None and most >= line:
                last = self._days[index + 1] - ONE_DAY if index + 1 < len(self._days) else None
                found.append(Window(day, last))
        return _joined(found)

    def _earliest(self, line: Decimal) -> Way | None:
        for day in self._days:
            found = self._search.cheapest(self._options(day, _RAISED, dated=True), line)
            if found is not None:
                return self._way(found, day)
        return None

    def _cheapest(self, line: Decimal) -> Way | None:
        best: tuple[Found, date] | None = None
        for day in self._days:
            found = self._search.cheapest(self._options(day, _RAISED), line)
            if found is not None and (best is None or found.cost < best[0].cost):
                best = found, day
        return self._way(*best) if best else None

    def _today(self, line: Decimal) -> Iterator[Way]:
        """The smallest sets of facts whose raising reaches the line today, cheapest first."""
        raised = self._options(self._on, _RAISED)
        still = self._options(self._on, ())
        base = self._search.most(still)
        if base is None:
            return
        tops = {fact: self._search.most({**still, fact: one}) for fact, one in raised.items() if len(one.all) > 1}
        gains = {fact: top - base for fact, top in tops.items() if top is not None and top > base}
        for many in range(1, MOST_ITEMS + 1):
            found = [
                way
                for chosen in combinations(gains, many)
                if sum([gains[fact] for fact in chosen], base) >= line
                if (way := self._search.cheapest({**still, **{fact: raised[fact] for fact in chosen}}, line))
            ]
            if found:
                yield from (self._way(one, self._on) for one in sorted(found, key=lambda one: one.cost)[:MOST_WAYS])
                return

    def _most(self) -> Ceiling | None:
        """The most within the horizon; None if that has no end.

        A deduction that time does not bring may lapse, so it is left out; what a paper or an action could change, and
        what nobody has asked, is taken at its best.
        """
        kept = {fact for fact in self._board.by_fact if self._kinds[fact].close is Close.CANNOT_CHANGE}
        kept -= {item.fact for item in self._table.points.items if item.negative}
        kept |= self._growing | {fact for fact in self._board.by_fact if self._forward.stage_is_over(fact)}
        best: tuple[Decimal, date, Count] | None = None
        for day in self._days:
            readings = {fact: self._forward.reading(fact, day) for fact in kept}
            count = self._table.count({fact: one for fact, one in readings.items() if one is not None})
            if count.total_max is None:
                return None
            if best is None or count.total_max > best[0]:
                best = count.total_max, day, count
        if best is None:
            return None
        most = {line.item.id: line.most or Decimal(0) for line in best[2].items}
        counted = [item for part in self._board.parts for item in _counting(part, most)]
        return Ceiling(best[0], best[1], tuple((item, most[item.id]) for item in counted if most[item.id]))

    def _all(self, fact: str) -> tuple[Choice, ...]:
        return choices(self._kinds[fact], self._forward.now(fact), self._board.by_fact[fact], self._closings, self._enough)

    def _deductions(self) -> Decimal:
        """What all deductions can take away within the horizon, as far as it is known."""
        lows = [
            line.low(reading, Together.ALONE)
            for line in self._board.lines
            if line.item.negative
            for reading in (self._forward.now(line.item.fact), self._forward.reading(line.item.fact, self._last))
        ]
        return sum([min(low, Decimal(0)) for low in lows if low is not None], Decimal(0))

    def _options(self, day: date, closes: tuple[Close, ...], *, dated: bool = False) -> dict[str, Choices]:
        """What each fact could be on a day. ``dated``: only what is surely there by then."""
        return {fact: self._option(fact, day, closes, dated) for fact in self._choices}

    def _option(self, fact: str, day: date, closes: tuple[Close, ...], dated: bool) -> Choices:
        """The same choices are the same value, so that the search knows them again."""
        key: tuple[object, ...]
        if fact in self._growing:
            key = (fact, self._forward.reading(fact, day))
        else:
            key = (
                fact,
                closes,
                dated,
                sum(1 for one in self._choices[fact] if one.months and self._there(one.months) <= day),
            )
        found = self._made.get(key)
        if found is None:
            if fact in self._growing:
                found = as_it_is(fact, self._forward.reading(fact, day))
            else:
                found = Choices(tuple(self._allowed(fact, day, closes, dated)))
            self._made[key] = found
        return found

    def _allowed(self, fact: str, day: date, closes: tuple[Close, ...], dated: bool) -> Iterator[Choice]:
        for one in self._choices[fact]:
            soon = not dated if one.months is None else self._there(one.months) <= day
            if one.value is None or (one.close in closes and soon):
                yield one

    def _there(self, months: int) -> date:
        return add_months(self._on, months)

    def _turning_days(self) -> list[date]:
        """The days, from that of the check to the horizon, from which something on the table may differ."""
        days = {self._on}
        for line in self._board.lines:
            fact = line.item.fact
            if fact not in self._growing:
                continue
            for value in turns(line.item.rule, line.kind.most):
                surely, perhaps = self._forward.surely(fact, value), self._forward.perhaps(fact, value)
                if perhaps is None or perhaps > self._last:
                    break
                days |= {day for day in (surely, perhaps) if day is not None}
        for known in self._choices.values():
            days |= {self._there(one.months) for one in known if one.months}
        return sorted(day for day in days if self._on <= day <= self._last)

    def _way(self, found: Found, day: date) -> Way:
        raised = {one.fact: one for one in found.chosen}
        readings = self._forward.readings(day)
        readings |= {fact: one.reading for fact, one in raised.items() if one.reading is not None}
        steps: list[Step] = []
        falls: list[Step] = []
        for before, after in zip(self._count.items, self._table.count(readings).items, strict=True):
            chosen = raised.get(after.item.fact)
            now, then = before.points or Decimal(0), after.points or Decimal(0)
            step = Step(
                item=after.item,
                close=chosen.close if chosen and chosen.close else Close.TIME,
                now=before.points,
                then=then,
                value=chosen.value if chosen else None,
                months=chosen.months if chosen else None,
            )
            if then > now and (chosen or after.counted):
                steps.append(step)
            elif then < now and before.counted:
                falls.append(step)
        unknown = any(one.months is None for one in found.chosen)
        return Way(tuple(steps), tuple(falls), None if unknown else day, day, found.total, found.cost)


_RAISED = (Close.PAPER, Close.ACTION)


def _joined(windows: list[Window]) -> Windows:
    """Stretches that follow one another as one."""
    found: list[Window] = []
    for window in windows:
        if found and found[-1].last is not None and found[-1].last + ONE_DAY == window.first:
            found[-1] = Window(found[-1].first, window.last)
        else:
            found.append(window)
    return tuple(found) if found else NEVER


def _counting(part: Part, most: Mapping[str, Decimal]) -> Sequence[PointItem]:
    """The items of a part that a proof has to name: of those that stand in for one another only the best."""
    items = [line.item for line in part.lines]
    return [max(items, key=lambda item: most[item.id])] if part.together is Together.BEST else items


def _unpublished(item: PointItem) -> bool:
    rule = item.rule
    if isinstance(rule, ValueMap):
        return any(points is None for _, points in (*rule.exact, *rule.ranges))
    return rule.points is None
