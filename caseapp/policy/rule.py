"""Criteria and points tables as a pack states them, as frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import TypeAlias

Scalar: TypeAlias = bool | int | Decimal | str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Words:
    """One text in both languages."""

    zh: str
    en: str


class Confidence(Enum):
    """How sure we are of a rule: read in a source, several indications, or from memory with doubt."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Op(Enum):
    """The closed list of comparisons."""

    AT_LEAST = ">="
    AT_MOST = "<="
    EQUALS = "=="
    ONE_OF = "in"
    IS_TRUE = "true"
    IS_FALSE = "false"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Beyond:
    """A criterion that arguably asks more than a provision of national law allows."""

    provision: str
    confidence: Confidence
    note: Words


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Criterion:
    """One requirement. ``value`` None with an operator that needs one: the number is unpublished or set by districts."""

    id: str
    text: Words
    fact: str
    op: Op
    value: Scalar | tuple[Scalar, ...] | None
    unit: str | None
    waivable: bool
    hardness: Words | None
    beyond: Beyond | None = None
    in_total: bool = False
    """The rule counts in total where the fact counts an unbroken run: a shortfall may be less than it looks."""

    @property
    def number_unknown(self) -> bool:
        return self.value is None and self.op not in (Op.IS_TRUE, Op.IS_FALSE)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AllOf:
    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AnyOf:
    parts: tuple[Node, ...]


Node: TypeAlias = Criterion | AllOf | AnyOf


def criteria(node: Node) -> Iterator[Criterion]:
    """Every criterion below ``node``, in the order of the file."""
    if isinstance(node, Criterion):
        yield node
        return
    for part in node.parts:
        yield from criteria(part)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Flat:
    """Points for a yes, or for any number above 0. None: the item exists, its number is not known."""

    points: Decimal | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PerUnit:
    """Points for each full unit of the fact; ``size`` units of the fact make one (12 months a year)."""

    points: Decimal | None
    size: Decimal
    cap: Decimal | None
    unit: str
    """As the pack writes it: ``year``, ``times``, ``100000 yuan``."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Range:
    """From ``low`` to ``high``, both included; None is open."""

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ValueMap:
    """Points by exact value (enums, yes/no) or by range. A value that stands nowhere gives nothing."""

    exact: tuple[tuple[Scalar, Decimal | None], ...]
    ranges: tuple[tuple[Range, Decimal | None], ...]


Rule: TypeAlias = Flat | PerUnit | ValueMap


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PointItem:
    """One line of a points table."""

    id: str
    text: Words
    fact: str
    rule: Rule
    group: str | None
    """Of the items of one group only the best counts, unless the group adds up."""
    adds_up: bool
    most: Decimal | None
    """Cap of the item; of the whole group where the group adds up."""
    negative: bool


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Points:
    """A points table. ``threshold`` gives the right itself, ``apply_threshold`` only lets a person apply."""

    threshold: Decimal | None
    apply_threshold: Decimal | None
    items_complete: bool
    items: tuple[PointItem, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Quota:
    """``by_rank``: the highest totals up to ``per_year`` places; otherwise everyone who reaches the line."""

    per_year: int | None
    by_rank: bool
