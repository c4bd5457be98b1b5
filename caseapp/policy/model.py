"""What a pack says, as frozen values. The file format is explained in ``docs/writing-a-pack.md``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from caseapp.policy.rule import (
    AllOf,
    AnyOf,
    Beyond,
    Confidence,
    Criterion,
    Flat,
    Node,
    Op,
    PerUnit,
    PointItem,
    Points,
    Quota,
    Range,
    Rule,
    Scalar,
    ValueMap,
    Words,
    criteria,
)

__all__ = [
    "AllOf",
    "AnyOf",
    "Beyond",
    "Caution",
    "Confidence",
    "Criterion",
    "Example",
    "Flat",
    "Instrument",
    "KnownObstruction",
    "NeededDocument",
    "Node",
    "Office",
    "Op",
    "Pack",
    "PerUnit",
    "Place",
    "PlaceKind",
    "PointItem",
    "Points",
    "Programme",
    "PublishedFigure",
    "Quota",
    "Range",
    "Rule",
    "Scalar",
    "Status",
    "TimeLimit",
    "ValueMap",
    "Words",
    "criteria",
]


_YEARS = re.compile(r"(?:-[0-9]{4})+\Z")


class Status(Enum):
    """Whether a programme can decide: only ``OK`` can."""

    OK = "ok"
    UNDATED = "undated"
    """Its first day is not known."""
    PROSE = "prose"
    """Its criteria only say who is spoken of; there is no real test."""
    DRAFT = "draft"
    """A consultation text: never in force."""


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
    rate_percent: Decimal | None
    """A share where the source gives no numbers; with ``rate_percent_max`` the lower end of a range."""
    rate_percent_max: Decimal | None
    of: Words | None
    """What the figure is a count or share of, where that is narrower or wider than the programme."""
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
    """Criterion id, ``programme``, ``table`` or ``total`` → the answer or the number."""
    printed: bool = False
    """Whether the source itself prints the example: a worked score, a published case."""


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
    issuer: Words | None
    """None for a practice that a source reports and nobody issued."""
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
    instrument: str | None
    """None: no text is known, and the confidence is low."""
    effective_from: date | None
    effective_to: date | None
    responsible_office: str
    eligibility: AllOf | AnyOf
    points: Points | None
    quota: Quota | None
    documents: tuple[NeededDocument, ...]
    time_limits: tuple[TimeLimit, ...]
    entitlements: tuple[Words, ...]
    not_given: tuple[Caution, ...]
    """What the status does not give although people expect it, with its source."""
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
    series: str = ""
    """What the versions of one rule share. Where a pack names none: the id without the years at its end."""

    def __post_init__(self) -> None:
        if not self.series:
            object.__setattr__(self, "series", _YEARS.sub("", self.id))

    def in_force(self, on: date) -> bool:
        """Whether its known dates include ``on``. A draft never is."""
        return (
            self.status is not Status.DRAFT
            and (self.effective_from is None or self.effective_from <= on)
            and (self.effective_to is None or on <= self.effective_to)
        )


class PlaceKind(Enum):
    """What a pack speaks of, the narrowest first."""

    CITY = "city"
    PROVINCE = "province"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Place:
    id: str
    name: Words
    gb2260: str | None
    province: Words | None
    permanent_population_millions: Decimal
    population_year: int
    size_class: str | None
    kind: PlaceKind = PlaceKind.CITY
    within: tuple[str, ...] = ()
    """The wider places whose rules hold here too, the nearest first: a province, the country."""

    def holds(self, code: str) -> bool | None:
        """Whether a GB/T 2260 code lies here (a municipality is known by two digits, a city by four); None: not known."""
        if not self.gb2260 or len(code) < 2 or not code.isdigit():
            return None
        length = 2 if self.gb2260.endswith("0000") else 4
        return code[:length] == self.gb2260[:length]


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

    def versions(self, programme: Programme) -> tuple[Programme, ...]:
        """All versions of the rule ``programme`` is one of, the earliest first; one without a first day before the rest."""
        series = [one for one in self.programmes if (one.service, one.series) == (programme.service, programme.series)]
        return tuple(sorted(series, key=lambda one: (one.effective_from or date.min, one.effective_to or date.max, one.id)))

    def office(self, office_id: str) -> Office | None:
        return next((office for office in self.offices if office.id == office_id), None)

    def instrument(self, instrument_id: str | None) -> Instrument | None:
        return next((instrument for instrument in self.instruments if instrument.id == instrument_id), None)
