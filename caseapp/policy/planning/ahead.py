"""A points table seen forward: on which days something on it differs, and what each fact could be by then."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from caseapp.domain.days import add_months
from caseapp.policy.catalogue import Catalogue, Close
from caseapp.policy.planning.board import Board, Together, turns
from caseapp.policy.planning.closing import Closings
from caseapp.policy.planning.forward import Forward
from caseapp.policy.planning.raises import Choice, Choices, as_it_is, choices

Closes = tuple[Close, ...]
"""In which ways facts may be changed."""


class Ahead:
    """What the lines of a table could read from the day of a check up to ``last``."""

    __slots__ = ("_choices", "_made", "_on", "_still", "_timelines", "board", "days", "forward", "last", "sure_days")

    def __init__(
        self, kinds: Catalogue, closings: Closings, board: Board, forward: Forward, on: date, last: date, highest: Decimal
    ) -> None:
        self.board, self.forward, self.last = board, forward, last
        self._on = on
        growing = [fact for fact in board.by_fact if forward.grows(fact)]
        turning = {fact: self._turning_days(fact) for fact in growing}
        enough = highest - self._deductions()
        self._choices: dict[str, tuple[Choice, ...]] = {
            fact: choices(kinds[fact], forward.now(fact), lines, closings, enough)
            for fact, lines in board.by_fact.items()
            if fact not in turning
        }
        self._made: dict[tuple[object, ...], Choices] = {}
        self._still: dict[tuple[object, ...], Mapping[str, Choices]] = {}
        self._timelines = {fact: self._timeline(fact, turning[fact]) for fact in growing}
        leads = [self._there(one) for known in self._choices.values() for one in known if one.months]
        self.days = _in_order([on, *leads, *(day for days in turning.values() for day in days)], last)
        self.sure_days = _in_order([on, *leads, *(day for days, _ in self._timelines.values() for day in days)], last)

    @property
    def growing(self) -> frozenset[str]:
        """The facts of the table that grow with time."""
        return frozenset(self._timelines)

    def options(self, day: date, closes: Closes, *, dated: bool = False) -> Mapping[str, Choices]:
        """What each fact could be on a day. ``dated``: only what is surely there by then.

        The same choices are the same value on every day, so that a search knows them again.
        """
        key = (closes, dated, self._arrived(day))
        still = self._still.get(key)
        if still is None:
            still = self._still[key] = {fact: self._option(fact, day, closes, dated) for fact in self._choices}
        grown = {fact: known[bisect_right(days, day) - 1] for fact, (days, known) in self._timelines.items()}
        return {**still, **grown}

    def _arrived(self, day: date) -> int:
        """How many changes that take a known time could be there."""
        return sum(1 for known in self._choices.values() for one in known if one.months and self._there(one) <= day)

    def _option(self, fact: str, day: date, closes: Closes, dated: bool) -> Choices:
        allowed = tuple(self._allowed(fact, day, closes, dated))
        return self._made.setdefault((fact, allowed), Choices(allowed))

    def _allowed(self, fact: str, day: date, closes: Closes, dated: bool) -> Iterator[Choice]:
        for one in self._choices[fact]:
            soon = not dated if one.months is None else self._there(one) <= day
            if one.value is None or (one.close in closes and soon):
                yield one

    def _there(self, one: Choice) -> date:
        return add_months(self._on, one.months or 0)

    def _deductions(self) -> Decimal:
        """What all deductions can take away up to the last day, as far as it is known."""
        lows = [
            line.low(reading, Together.ALONE)
            for line in self.board.lines
            if line.item.negative
            for reading in (self.forward.now(line.item.fact), self.forward.reading(line.item.fact, self.last))
        ]
        return sum([min(low, Decimal(0)) for low in lows if low is not None], Decimal(0))

    def _turning_days(self, fact: str) -> tuple[date, ...]:
        """The days from which a line that reads a growing fact may give something else, that of the check first."""
        days = [self._on]
        for line in self.board.by_fact[fact]:
            for value in turns(line.item, line.kind.most):
                surely, perhaps = self.forward.surely(fact, value), self.forward.perhaps(fact, value)
                if perhaps is None or perhaps > self.last:
                    break
                days += [day for day in (surely, perhaps) if day is not None]
        return _in_order(days, self.last)

    def _timeline(self, fact: str, turning: tuple[date, ...]) -> tuple[list[date], list[Choices]]:
        """The days from which a growing fact surely gives something else, and what it is from each of them on."""
        days: list[date] = []
        found: list[Choices] = []
        before: object = None
        for day in turning:
            reading = self.forward.reading(fact, day)
            worths = [line.weigh(reading) for line in self.board.by_fact[fact]]
            lows = [(worth.low, worth.sure) for worth in worths]
            if lows != before:
                days.append(day)
                found.append(as_it_is(fact, reading))
                before = lows
        return days, found


def _in_order(days: Iterable[date], last: date) -> tuple[date, ...]:
    return tuple(sorted({day for day in days if day <= last}))
