"""How the lines of a points table could be reached: soonest, with the least, or not at all within ten years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations

from caseapp.domain.days import add_months
from caseapp.policy.catalogue import Catalogue, Close
from caseapp.policy.model import PointItem, Programme, ValueMap
from caseapp.policy.planning.ahead import Ahead
from caseapp.policy.planning.best_way import Found, Search
from caseapp.policy.planning.board import Part, Together, board_of
from caseapp.policy.planning.closing import Closings
from caseapp.policy.planning.forward import ONE_DAY, Forward
from caseapp.policy.planning.raises import FREE
from caseapp.policy.planning.ways import Ceiling, LineKind, LinePlan, PointsPlan, Step, Way
from caseapp.policy.planning.windows import NEVER, Window, Windows
from caseapp.policy.points import Count, PointsTable

HORIZON_MONTHS = 120
"""No plan looks further than ten years."""
MOST_ITEMS = 3
"""Facts raised together in one of the other ways."""
MOST_WAYS = 6
_RAISED = (Close.PAPER, Close.ACTION)


def points_plan(
    kinds: Catalogue, closings: Closings, programme: Programme, table: PointsTable, forward: Forward, on: date,
    count: Count, *, horizon: int = HORIZON_MONTHS,
) -> PointsPlan:  # fmt: skip
    """What would reach each line that is not surely reached, within ``horizon`` months."""
    least = count.least
    wanted = [one for one in _lines(programme, table, on) if least is None or least < one[1]]
    lines: tuple[LinePlan, ...] = ()
    dated: Windows = (Window(on),)
    if wanted or table.line is not None:
        highest = max([line for _, line, _ in wanted], default=Decimal(0))
        ahead = Ahead(kinds, closings, board_of(table.points), forward, on, add_months(on, horizon), highest)
        planner = _Planner(kinds, table, ahead, on, count)
        lines = tuple(planner.line(*one) for one in wanted)
        dated = dated if table.line is None else planner.stays(table.line)
    unasked = tuple(line.item for line in count.items if forward.now(line.item.fact) is None)
    return PointsPlan(
        lines=lines,
        deciding=next((one for one in lines if one.line == table.line and one.kind is not LineKind.LAST_PLACE), None),
        dated=dated,
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
    """Finds the ways to the lines of one table."""

    def __init__(self, kinds: Catalogue, table: PointsTable, ahead: Ahead, on: date, count: Count) -> None:
        self._kinds, self._table, self._ahead, self._on, self._count = kinds, table, ahead, on, count
        self._search = Search(ahead.board)
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
        )

    def stays(self, line: Decimal) -> Windows:
        """The stretches of days on which time and papers alone surely reach ``line``."""
        found: list[Window] = []
        days = self._ahead.sure_days
        for index, day in enumerate(days):
            most = self._search.most(self._ahead.options(day, (Close.PAPER,)))
            if most is not None and most >= line:
                last = days[index + 1] - ONE_DAY if index + 1 < len(days) else None
                found.append(Window(day, last))
        return _joined(found)

    def _earliest(self, line: Decimal) -> Way | None:
        for day in self._ahead.sure_days:
            found = self._search.cheapest(self._ahead.options(day, _RAISED, dated=True), line)
            if found is not None:
                return self._way(found, day)
        return None

    def _cheapest(self, line: Decimal) -> Way | None:
        best: tuple[Found, date] | None = None
        for day in self._ahead.sure_days:
            found = self._search.cheapest(self._ahead.options(day, _RAISED), line)
            if found is not None and (best is None or found.cost.effort < best[0].cost.effort):
                best = found, day
                if found.cost.effort == FREE.effort:
                    break
        return self._way(*best) if best else None

    def _today(self, line: Decimal) -> Iterator[Way]:
        """The smallest sets of facts whose raising reaches the line today, cheapest first."""
        raised = self._ahead.options(self._on, _RAISED)
        still = self._ahead.options(self._on, ())
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
        facts, forward = self._ahead.board.by_fact, self._ahead.forward
        kept = {fact for fact in facts if self._kinds[fact].close is Close.CANNOT_CHANGE}
        kept -= {item.fact for item in self._table.points.items if item.negative}
        kept |= self._ahead.growing | {fact for fact in facts if forward.stage_is_over(fact)}
        best: tuple[Decimal, date, Count] | None = None
        for day in self._ahead.days:
            readings = {fact: forward.reading(fact, day) for fact in kept}
            count = self._table.count({fact: one for fact, one in readings.items() if one is not None})
            if count.total_max is None:
                return None
            if best is None or count.total_max > best[0]:
                best = count.total_max, day, count
        if best is None:
            return None
        most = {line.item.id: line.most or Decimal(0) for line in best[2].items}
        counted = [item for part in self._ahead.board.parts for item in _counting(part, most)]
        return Ceiling(best[0], best[1], tuple((item, most[item.id]) for item in counted if most[item.id]))

    def _way(self, found: Found, day: date) -> Way:
        raised = {one.fact: one for one in found.chosen}
        readings = self._ahead.forward.readings(day)
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
                idle=chosen is None and self._ahead.forward.idle(after.item.fact),
            )
            if then > now and (chosen or after.counted):
                steps.append(step)
            elif then < now and before.counted:
                falls.append(step)
        unknown = any(one.months is None for one in found.chosen)
        return Way(tuple(steps), tuple(falls), None if unknown else day, day, found.total, found.cost)


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
