"""What a client could change about a fact that a points table reads, and what each change costs.

A cost is compared from the front: fewest things to do, then fewest papers, then least money; of what is alike in these
the sooner counts before the smaller raise.
How much money an action takes is known only where the fact itself is a sum; nothing else is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from caseapp.policy.catalogue import Close, FactKind, FactType
from caseapp.policy.model import Scalar, ValueMap
from caseapp.policy.planning.board import Line, Together, turns
from caseapp.policy.planning.closing import Closings
from caseapp.policy.span import Reading, Span, low_end

MONEY = frozenset(("yuan", "yuan per year"))
"""Units in which a raise is money spent."""


class Cost(NamedTuple):
    """Compared from the front."""

    actions: int
    papers: int
    yuan: Decimal
    raised: Decimal
    """Points the raised lines come to: of two ways alike the smaller raise."""

    @property
    def effort(self) -> tuple[int, int, Decimal]:
        """What is compared before the day."""
        return self[:3]

    def plus(self, other: Cost) -> Cost:
        return Cost(
            self.actions + other.actions,
            self.papers + other.papers,
            self.yuan + other.yuan,
            self.raised + other.raised,
        )


FREE = Cost(0, 0, Decimal(0), Decimal(0))


class Choice(NamedTuple):
    """One value a fact could have. ``value`` None: as it is."""

    fact: str
    reading: Reading | None
    value: Scalar | None
    close: Close | None
    months: int | None
    """The least months it takes; None: nobody knows."""
    cost: Cost


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Choices:
    """The values a fact could have on some day; what was worked out for one of these is kept by its identity."""

    all: tuple[Choice, ...]


def as_it_is(fact: str, reading: Reading | None) -> Choices:
    """The fact left alone."""
    return Choices((Choice(fact, reading, None, None, 0, FREE),))


def choices(
    kind: FactKind, reading: Reading | None, lines: tuple[Line, ...], closings: Closings, enough: Decimal
) -> tuple[Choice, ...]:
    """As it is, and every better value a paper or an action could bring; the cheapest first.

    Of values that grow without end, none beyond the first that gives ``enough`` by itself.

    A fact nobody has asked for is left as it is: first comes the question. So is one that is never asked of anyone.
    """
    found = list(as_it_is(kind.key, reading).all)
    if reading is None or not kind.ask:
        return tuple(found)
    for value, close in _values(kind, reading, lines):
        if close in (Close.PAPER, Close.ACTION):
            worths = [line.weigh(value) for line in lines]
            raised = sum([max(worth.sure, Decimal(0)) for worth in worths], Decimal(0))
            cost = Cost(int(close is Close.ACTION), int(close is Close.PAPER), _money(kind, reading, value, close), raised)
            months = 0 if close is Close.PAPER else closings.months(kind, reading, value)
            found.append(Choice(kind.key, value, value, close, months, cost))
            if kind.numeric and raised >= enough and low_end(value) > low_end(reading):
                break
    return tuple(worth_having(sorted(found, key=lambda one: one.cost), lines))


def _values(kind: FactKind, now: Reading, lines: tuple[Line, ...]) -> Iterator[tuple[Scalar, Close]]:
    """The other values of a fact, and how each could come about."""
    if kind.type is FactType.YES_NO:
        yield (not now), (kind.undo if now else kind.close)
    elif kind.type is FactType.SCALE:
        rank = None if isinstance(now, Span) else kind.rank(now)
        for one in kind.values:
            if rank is not None and one.rank > rank:
                yield one.value, kind.close
    elif kind.numeric:
        for number in _numbers(lines):
            if number > low_end(now) and kind.close is not Close.TIME:
                yield number, kind.close
            elif number < low_end(now):
                yield number, kind.undo
    else:
        named: list[Scalar] = [one.value for one in kind.values]
        named = named or [value for line in lines for value in _named(line)]
        for word in dict.fromkeys(named):
            if word != now:
                yield word, kind.close


@lru_cache(maxsize=4096)
def _numbers(lines: tuple[Line, ...]) -> tuple[Decimal, ...]:
    """The numbers at which any of the lines of a fact gives more or less, and none."""
    kind = lines[0].kind
    found = {value for line in lines for value in turns(line.item, kind.most)}
    return tuple(sorted(value for value in found | {Decimal(0)} if kind.fits(int(value) if value == int(value) else value)))


def _named(line: Line) -> list[Scalar]:
    """The values a line names where the catalogue lists none (a district)."""
    return [value for value, _ in line.item.rule.exact] if isinstance(line.item.rule, ValueMap) else []


def _money(kind: FactKind, now: Reading, value: Scalar, close: Close) -> Decimal:
    if kind.unit not in MONEY or close is not Close.ACTION or isinstance(value, str):
        return Decimal(0)
    return max(Decimal(value) - low_end(now), Decimal(0))


def worth_having(found: Iterable[Choice], lines: tuple[Line, ...]) -> Iterator[Choice]:
    """Without those that one before betters on every line and that come no sooner."""
    kept: list[tuple[tuple[Decimal, ...], int | None]] = []
    for one in found:
        lows = tuple(_low(line, one.reading) for line in lines)
        if any(_no_later(months, one.months) and _no_less(before, lows) for before, months in kept):
            continue
        if len(lines) == 1:  # what it betters will better nothing more
            kept = [(before, months) for before, months in kept if not (_no_later(one.months, months) and lows >= before)]
        kept.append((lows, one.months))
        yield one


def _low(line: Line, reading: Reading | None) -> Decimal:
    """What a line surely gives. Of one exact value the order is the same whether it stands alone or in a group."""
    low = line.low(reading, Together.ALONE)
    return Decimal("-Infinity") if low is None else low


def _no_later(months: int | None, than: int | None) -> bool:
    return than is None or (months is not None and months <= than)


def _no_less(one: tuple[Decimal, ...], other: tuple[Decimal, ...]) -> bool:
    return all(here >= there for here, there in zip(one, other, strict=True))
