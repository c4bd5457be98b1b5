"""What is known of a household, as of which day, and what it still tells on another day (decision 7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from math import ceil, floor
from typing import NamedTuple

from caseapp.domain.days import add_months, months_between
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.policy.catalogue import Catalogue, Change, FactKind, FactType, catalogue
from caseapp.policy.contradictions import Contradiction, contradictions
from caseapp.policy.model import Scalar
from caseapp.policy.span import Reading, Readings, Span, high_end, low_end, number

__all__ = ["KnownFact", "KnownFacts", "Reading", "Readings", "Span", "accept", "given", "high_end", "low_end", "number"]


class KnownFact(NamedTuple):
    """One value, the day it was true, and where it is from (a record's id, or a few words).

    ``since``: the day from which an unbroken run or an age is counted, where it is known.
    """

    value: Scalar
    as_of: date
    source: str = ""
    since: date | None = None


class KnownDay(NamedTuple):
    """What is known on one day."""

    readings: Readings
    contradictions: tuple[Contradiction, ...]


class KnownFacts(Mapping[str, KnownFact]):
    """What is known, by key of the catalogue. Frozen."""

    __slots__ = ("_days", "_facts")

    def __init__(self, facts: Mapping[str, KnownFact]) -> None:
        self._facts: Mapping[str, KnownFact] = dict(facts)
        self._days: dict[date, KnownDay] = {}

    @classmethod
    def all_of(cls, facts: dict[str, KnownFact], on: date, readings: dict[str, Reading]) -> KnownFacts:
        """Facts that were all true on one day, with what they tell on it. Both are taken over, not copied."""
        found = cls.__new__(cls)
        found._facts = facts
        found._days = {on: _without_clashes(readings)}
        return found

    def __getitem__(self, key: str) -> KnownFact:
        return self._facts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def by_key(self) -> Mapping[str, KnownFact]:
        """The same as a built-in mapping, where many look-ups count."""
        return self._facts

    def with_facts(self, more: Mapping[str, KnownFact]) -> KnownFacts:
        """These facts, and ``more`` in place of those of the same key."""
        return KnownFacts({**self._facts, **more})

    def on(self, day: date) -> Readings:
        """What each fact tells on ``day``. A fact learnt after ``day`` about a count tells nothing of it.

        Facts that cannot all be true tell nothing either: they are asked about, not judged.
        """
        return self.at(day).readings

    def contradictions(self, day: date) -> tuple[Contradiction, ...]:
        """Which of the facts cannot be true together on ``day``."""
        return self.at(day).contradictions

    def at(self, day: date) -> KnownDay:
        """What is known on ``day``, and what of it cannot be."""
        found = self._days.get(day)
        if found is None:
            kinds = catalogue()
            readings: dict[str, Reading] = {}
            for key, fact in self._facts.items():
                as_of = fact.as_of
                reading = fact.value if as_of is day or as_of == day else _reading(kinds[key], fact, day)
                if reading is not None:
                    readings[key] = reading
            found = self._days[day] = _without_clashes(readings)
        return found


def _without_clashes(readings: dict[str, Reading]) -> KnownDay:
    clashes = contradictions(readings)
    for clash in clashes:
        readings.pop(clash.fact, None)
        readings.pop(clash.other, None)
    return KnownDay(readings, clashes)


def _reading(kind: FactKind, fact: KnownFact, day: date) -> Reading | None:
    """What a fact tells on another day than its own; None if nothing."""
    if fact.as_of == day or kind.change is Change.STABLE:
        return fact.value
    if not kind.numeric:
        return None
    value, later = number(fact.value), fact.as_of < day
    if kind.change is Change.TOTAL:  # open above: months can be paid up afterwards
        return Span(value, kind.most) if later else Span(Decimal(0), value)
    if kind.change is Change.CALENDAR:
        passed, exactly = _passed(kind, fact.as_of, day)
        if later:
            return value + passed if exactly else Span(value + passed, value + passed + 1)
        return _not_below_zero(value - passed, exactly)
    if kind.change is Change.RUN and not later:  # what is unbroken now was unbroken then, only shorter
        passed, exactly = _passed(kind, day, fact.as_of)
        return _not_below_zero(value - passed, exactly)
    return None


def _passed(kind: FactKind, one: date, other: date) -> tuple[int, bool]:
    """Whole units of a fact between two days, and whether nothing is left over."""
    first, last = min(one, other), max(one, other)
    months = months_between(first, last)
    size = 1 if kind.unit == "months" else 12
    return months // size, months % size == 0 and add_months(first, months) == last


def _not_below_zero(high: Decimal, exactly: bool) -> Reading | None:
    low = high if exactly else high - 1
    if low < 0:
        return None
    return high if exactly else Span(low, high)


def given(mapping: Mapping[str, object], on: date, source: str = "") -> KnownFacts:
    """Facts as a person gave them, all counted as of ``on``; a null is a fact not asked.

    Facts that cannot all be true are kept: :meth:`KnownFacts.contradictions` names them, and a check asks about them.
    Raises :class:`BadInput` naming the key for one that is not in the catalogue, or whose value cannot be.
    """
    kinds, fitting = catalogue(), _fitting()
    facts: dict[str, KnownFact] = {}
    readings: dict[str, Reading] = {}
    for key, value in mapping.items():
        if value is None:
            continue
        fits = fitting.get(key)
        known: Scalar = value if fits is not None and fits(value) else accept(kinds, key, value)  # type: ignore[assignment]
        facts[key] = tuple.__new__(KnownFact, (known, on, source, None))
        readings[key] = known
    return KnownFacts.all_of(facts, on, readings)


@cache
def _fitting() -> Mapping[str, Callable[[object], bool]]:
    """By key a quick test for what surely is a value of the catalogue; :func:`accept` decides the rest."""
    return {kind.key: _fits(kind) for kind in catalogue().values()}


def _fits(kind: FactKind) -> Callable[[object], bool]:
    if kind.type is FactType.YES_NO:
        return lambda value: value is True or value is False
    if kind.values:
        values = frozenset(one.value for one in kind.values)
        return lambda value: value.__class__ is str and value in values
    if kind.numeric and kind.least is not None and kind.most is not None:
        least, most = ceil(kind.least), floor(kind.most)
        return lambda value: type(value) is int and least <= value <= most
    return lambda _value: False


def accept(kinds: Catalogue, key: str, value: object) -> Scalar:
    """``value`` if it can be a value of ``key``. Raises :class:`BadInput` naming the key."""
    kind = kinds.get(key)
    if kind is None:
        raise BadInput(N_("“{key}” is no fact this program knows. Check its spelling."), key=key)
    if isinstance(value, float):
        value = Decimal(repr(value)) if value == value and abs(value) < 1e15 else None
    if not isinstance(value, (bool, int, Decimal, str)) or not kind.fits(value):
        raise _cannot_be(kind)
    return value


_WANTED = {
    FactType.WHOLE: N_("The value of {key} cannot be. Write a whole number from {least} to {most}."),
    FactType.NUMBER: N_("The value of {key} cannot be. Write a number from {least} to {most}."),
    FactType.YES_NO: N_("The value of {key} cannot be. Write true or false."),
    FactType.CODE: N_("The value of {key} cannot be. Write the code with {digits} digits, in quotes."),
    FactType.CHOICE: N_("The value of {key} cannot be. Write one of {values}."),
    FactType.SCALE: N_("The value of {key} cannot be. Write one of {values}."),
}

_UNBOUNDED = {
    FactType.WHOLE: N_("The value of {key} cannot be. Write a whole number of at least {least}."),
    FactType.NUMBER: N_("The value of {key} cannot be. Write a number of at least {least}."),
}


def _cannot_be(kind: FactKind) -> BadInput:
    if kind.most is None and kind.type in _UNBOUNDED:
        return BadInput(_UNBOUNDED[kind.type], key=kind.key, least=kind.least or 0)
    return BadInput(
        _WANTED[kind.type], key=kind.key, digits=kind.digits, values=", ".join(one.value for one in kind.values),
        least="-" if kind.least is None else kind.least, most="-" if kind.most is None else kind.most,
    )  # fmt: skip
