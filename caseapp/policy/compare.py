"""Two programmes side by side: what they ask and give, aligned, with what differs."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Generic, TypeAlias, TypeVar

from caseapp.policy.essence import asked, counts, rule_of, test_of
from caseapp.policy.model import (
    AnyOf,
    Caution,
    Criterion,
    NeededDocument,
    Node,
    PointItem,
    Programme,
    Quota,
    Status,
    TimeLimit,
    Words,
)

T = TypeVar("T")


class Part(Enum):
    """What a row of a comparison is about, in the order in which the rows come."""

    FROM = "from"
    UNTIL = "until"
    STATUS = "status"
    CRITERION = "criterion"
    THRESHOLD = "threshold"
    APPLY_THRESHOLD = "apply_threshold"
    POINT_ITEM = "point_item"
    QUOTA = "quota"
    DOCUMENT = "document"
    TIME_LIMIT = "time_limit"
    ENTITLEMENT = "entitlement"
    NOT_GIVEN = "not_given"
    WARNING = "warning"


class Kind(Enum):
    """How the two sides of a row stand to each other."""

    SAME = "same"
    CHANGED = "changed"
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"


Side: TypeAlias = (
    Criterion | PointItem | NeededDocument | TimeLimit | Caution | Words | Quota | Status | Decimal | date | None
)
"""One side of a row: the value itself, so that whoever shows it can say it in full."""


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One line of a comparison. ``differs`` names what differs; a wording alone leaves the row the same."""

    part: Part
    kind: Kind
    left: Side
    right: Side
    differs: tuple[str, ...] = ()


def compare(left: Programme, right: Programme) -> tuple[Row, ...]:
    """Every part of two programmes, aligned. Pure: two versions of one rule, or the rules of two places."""
    one, other = left.points, right.points
    return tuple(
        row
        for rows in (
            _value(Part.FROM, left.effective_from, right.effective_from),
            _value(Part.UNTIL, left.effective_to, right.effective_to),
            _value(Part.STATUS, left.status, right.status),
            _rows(_CRITERIA, tuple(_leaves(left.eligibility)), tuple(_leaves(right.eligibility))),
            _value(Part.THRESHOLD, one.threshold if one else None, other.threshold if other else None),
            _value(Part.APPLY_THRESHOLD, one.apply_threshold if one else None, other.apply_threshold if other else None),
            _rows(_ITEMS, one.items if one else (), other.items if other else ()),
            _quota(left.quota, right.quota),
            _rows(_DOCUMENTS, left.documents, right.documents),
            _rows(_TIME_LIMITS, left.time_limits, right.time_limits),
            _rows(_ENTITLEMENTS, left.entitlements, right.entitlements),
            _rows(_NOT_GIVEN, left.not_given, right.not_given),
            _rows(_WARNINGS, left.warnings, right.warnings),
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Leaf:
    """A criterion, and whether another one may stand in its place."""

    criterion: Criterion
    alternative: bool


def _leaves(node: Node, *, alternative: bool = False) -> Iterable[_Leaf]:
    if isinstance(node, Criterion):
        yield _Leaf(node, alternative)
        return
    for part in node.parts:
        yield from _leaves(part, alternative=alternative or (isinstance(node, AnyOf) and len(node.parts) > 1))


@dataclass(frozen=True, slots=True)
class _Kind(Generic[T]):
    """How the entries of one part are aligned and held against each other."""

    part: Part
    keys: tuple[Callable[[T], Hashable], ...]
    """What two entries share that are the same one, the surest first."""
    decisive: Callable[[T], dict[str, Hashable]]
    """By name, what makes a difference."""
    wording: Callable[[T], Words]
    side: Callable[[T], Side]


def _rows(kind: _Kind[T], lefts: Sequence[T], rights: Sequence[T]) -> list[Row]:
    """Left entries in their order with the right ones beside them; what stands right alone comes after its neighbour."""
    partner = _aligned(kind, lefts, rights)
    taken = {index: place for place, index in partner.items()}
    after: dict[int, list[Row]] = {}
    place = -1
    for index, right in enumerate(rights):
        if index in taken:
            place = taken[index]
        else:
            after.setdefault(place, []).append(Row(kind.part, Kind.ONLY_RIGHT, None, kind.side(right)))
    rows = list(after.get(-1, ()))
    for place, left in enumerate(lefts):
        if place in partner:
            rows.append(_held(kind, left, rights[partner[place]]))
        else:
            rows.append(Row(kind.part, Kind.ONLY_LEFT, kind.side(left), None))
        rows += after.get(place, ())
    return rows


def _aligned(kind: _Kind[T], lefts: Sequence[T], rights: Sequence[T]) -> dict[int, int]:
    """For each left place the right one that is the same entry; by the surest key first, each entry once."""
    partner: dict[int, int] = {}
    for key in kind.keys:
        free: dict[Hashable, list[int]] = {}
        for index, right in enumerate(rights):
            if index not in partner.values():
                free.setdefault(key(right), []).append(index)
        for place, left in enumerate(lefts):
            waiting = free.get(key(left))
            if place not in partner and waiting:
                partner[place] = waiting.pop(0)
    return partner


def _held(kind: _Kind[T], left: T, right: T) -> Row:
    one, other = kind.decisive(left), kind.decisive(right)
    differs = tuple(name for name, value in one.items() if value != other[name])
    said = (kind.wording(left), kind.wording(right))
    worded = () if (said[0].zh, said[0].en) == (said[1].zh, said[1].en) else ("text",)
    return Row(
        kind.part, Kind.CHANGED if differs else Kind.SAME, kind.side(left), kind.side(right), (*differs, *worded)
    )  # fmt: skip


def _value(part: Part, left: Status | Decimal | date | None, right: Status | Decimal | date | None) -> list[Row]:
    if left is None and right is None:
        return []
    kind = Kind.ONLY_RIGHT if left is None else Kind.ONLY_LEFT if right is None else Kind.CHANGED
    same = left == right
    return [Row(part, Kind.SAME if same else kind, left, right, () if same else (part.value,))]


def _quota(left: Quota | None, right: Quota | None) -> list[Row]:
    if left is None or right is None:
        kind = Kind.ONLY_RIGHT if left is None else Kind.ONLY_LEFT
        return [] if left is right else [Row(Part.QUOTA, kind, left, right)]
    differs = [name for name in ("per_year", "by_rank") if getattr(left, name) != getattr(right, name)]
    return [Row(Part.QUOTA, Kind.CHANGED if differs else Kind.SAME, left, right, tuple(differs))]


def _said(words: Words) -> tuple[str, str]:
    return words.zh, words.en


_CRITERIA: _Kind[_Leaf] = _Kind(
    Part.CRITERION,
    (
        lambda leaf: (leaf.criterion.id, leaf.criterion.fact),
        lambda leaf: (leaf.criterion.fact, leaf.criterion.op, asked(leaf.criterion)),
        lambda leaf: (leaf.criterion.fact, leaf.criterion.op),
        lambda leaf: leaf.criterion.fact,
    ),
    lambda leaf: {**test_of(leaf.criterion), "alternative": leaf.alternative},
    lambda leaf: leaf.criterion.text,
    lambda leaf: leaf.criterion,
)
_ITEMS: _Kind[PointItem] = _Kind(
    Part.POINT_ITEM,
    (
        lambda item: (item.id, item.fact),
        lambda item: (item.fact, rule_of(item.rule)),
        lambda item: (item.fact, item.negative),
    ),
    counts,
    lambda item: item.text,
    lambda item: item,
)
_DOCUMENTS: _Kind[NeededDocument] = _Kind(
    Part.DOCUMENT,
    (lambda document: document.id,),
    lambda document: {"validity": _said(document.validity) if document.validity else None},
    lambda document: document.name,
    lambda document: document,
)
_TIME_LIMITS: _Kind[TimeLimit] = _Kind(
    Part.TIME_LIMIT,
    (
        lambda limit: _said(limit.what),
        lambda limit: (limit.who, limit.window, limit.length, limit.unit),
        lambda limit: (limit.who, limit.window is None, limit.length is None),
    ),
    lambda limit: {"length": limit.length, "unit": limit.unit, "who": limit.who, "window": limit.window},
    lambda limit: limit.what,
    lambda limit: limit,
)
_ENTITLEMENTS: _Kind[Words] = _Kind(Part.ENTITLEMENT, (_said,), lambda _text: {}, lambda text: text, lambda text: text)


def _cautions(part: Part) -> _Kind[Caution]:
    return _Kind(
        part, (lambda entry: _said(entry.text),), lambda _entry: {}, lambda entry: entry.text, lambda entry: entry
    )  # fmt: skip


_NOT_GIVEN, _WARNINGS = _cautions(Part.NOT_GIVEN), _cautions(Part.WARNING)
