"""What a pack says, as frozen values. The file format is explained in ``docs/writing-a-pack.md``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
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


class Status(Enum):
    """Whether a programme can decide: only ``OK`` can."""

    OK = "ok"
    UNDATED = "undated"
    """Its first day is not known."""
    PROSE = "prose"
    """Its criteria only say who is spoken of; there is no real test."""
    DRAFT = "draft"
    """A consultation text: never in force."""


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


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class NeededDocument:
    """A paper the programme asks for. ``issued_by`` is an office of the pack, ``issuer`` its name where it is none."""

    id: str
    name: Words
    issued_by: str | None
    issuer: Words | None
    validity: Words | None
    common_obstacle: Words | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class TimeLimit:
    """A period or a yearly window (``MM-DD``; typical days, to be checked against the yearly notice)."""

    what: Words
    length: int | None
    unit: str
    who: str
    window: tuple[str, str] | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class KnownObstruction:
    """A way in which requests under this programme were held up, as a source reports it."""

    pattern: str
    description: Words
    source: str
    year: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PublishedFigure:
    """What a public source says of one year. None: not published or not found."""

    year: int
    places: int | None
    applied: int | None
    met: int | None
    granted: int | None
    cutoff: Decimal | None
    source: str
    note: Words | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Caution:
    """What gaining the status costs, or a trap the source states."""

    text: Words
    source: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Example:
    """A worked example: facts, the day, and what must be found, reasoned from ``because``."""

    says: str
    because: str
    day: date
    facts: tuple[tuple[str, Scalar], ...]
    finds: tuple[tuple[str, Scalar], ...]
    """Criterion id, ``programme``, ``points`` or ``total`` → the answer or the number."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Office:
    id: str
    name: Words
    level: str
    hotline: str | None
    responsible_for: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Instrument:
    """The text a rule stands in."""

    id: str
    title: Words
    document_number: str | None
    issuer: Words
    published: str | None
    effective_from: date | None
    effective_to: date | None
    source: str
    confidence: Confidence
    verified_on: date | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Programme:
    """One dated version of one service's rule."""

    id: str
    service: str
    name: Words
    instrument: str
    effective_from: date | None
    effective_to: date | None
    responsible_office: str
    eligibility: AllOf | AnyOf
    points: Points | None
    quota: Quota | None
    documents: tuple[NeededDocument, ...]
    time_limits: tuple[TimeLimit, ...]
    entitlements: tuple[Words, ...]
    known_obstructions: tuple[KnownObstruction, ...]
    published_figures: tuple[PublishedFigure, ...]
    warnings: tuple[Caution, ...]
    examples: tuple[Example, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    verified_on: date | None
    seen_in_force: str | None
    """The last day (``YYYY-MM-DD``) or year (``YYYY``) for which a source shows the rule in force."""
    status: Status

    def in_force(self, on: date) -> bool:
        """Whether its known dates include ``on``. A draft never is."""
        return (
            self.status is not Status.DRAFT
            and (self.effective_from is None or self.effective_from <= on)
            and (self.effective_to is None or on <= self.effective_to)
        )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Place:
    id: str
    name: Words
    gb2260: str | None
    province: Words | None
    permanent_population_millions: Decimal
    population_year: int
    size_class: str | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Pack:
    """All rules of one place."""

    place: Place
    version: str
    offices: tuple[Office, ...]
    instruments: tuple[Instrument, ...]
    programmes: tuple[Programme, ...]

    def programme(self, programme_id: str) -> Programme | None:
        return next((programme for programme in self.programmes if programme.id == programme_id), None)

    def office(self, office_id: str) -> Office | None:
        return next((office for office in self.offices if office.id == office_id), None)

    def instrument(self, instrument_id: str) -> Instrument | None:
        return next((instrument for instrument in self.instruments if instrument.id == instrument_id), None)
