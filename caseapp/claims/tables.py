"""The tables of a report: families counted by closed lists only. What was typed by a person never becomes a row.

These counts are exact and stay in the office; only :mod:`caseapp.claims.disclosure` turns them into what may leave it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from caseapp.claims.members import Member
from caseapp.claims.substitutes import holds_substitute
from caseapp.domain.cases import Entitlement
from caseapp.domain.documents import DocumentState
from caseapp.domain.labels import label
from caseapp.domain.offices import OfficeKind
from caseapp.domain.patterns import Pattern
from caseapp.i18n import N_
from caseapp.policy.documents import documents

OTHER = "other"


class Dimension(Enum):
    """By what families are counted. The wire value never changes."""

    PATTERN = "pattern"
    PAPER = "paper"
    SUBSTITUTE = "substitute"
    OFFICE_KIND = "office_kind"
    QUARTER = "quarter"
    REGION = "region"
    ENTITLEMENT = "entitlement"
    HOURS = "hours"

    @property
    def label(self) -> str:
        """The title of its table, in English, to be translated where it is shown."""
        return _TITLES[self]

    @property
    def additive(self) -> bool:
        """Whether each family stands in exactly one row."""
        return self not in (Dimension.PATTERN, Dimension.PAPER)

    @property
    def sensitive(self) -> bool:
        """Whether a table in which all families stand in one row would tell of each of them what it should not."""
        return self in (Dimension.REGION, Dimension.ENTITLEMENT)


_TITLES = {
    Dimension.PATTERN: N_("By the way in which the request was held up"),
    Dimension.PAPER: N_("By the paper asked for"),
    Dimension.SUBSTITUTE: N_("By whether a paper that shows the same was in hand"),
    Dimension.OFFICE_KIND: N_("By the kind of office that answered first"),
    Dimension.QUARTER: N_("By the quarter in which the request was first turned away"),
    Dimension.REGION: N_("By the region of the registered place"),
    Dimension.ENTITLEMENT: N_("By what was obtained in the end"),
    Dimension.HOURS: N_("By the hours the visits took, the way included where it was told"),
}


class Region(Enum):
    """Regions of registered places, by the first digit of GB/T 2260."""

    NORTH = "1"
    NORTHEAST = "2"
    EAST = "3"
    CENTRAL_SOUTH = "4"
    SOUTHWEST = "5"
    NORTHWEST = "6"
    UNKNOWN = OTHER


_REGIONS = {
    Region.NORTH: N_("North China"),
    Region.NORTHEAST: N_("Northeast"),
    Region.EAST: N_("East China"),
    Region.CENTRAL_SOUTH: N_("Central and South China"),
    Region.SOUTHWEST: N_("Southwest"),
    Region.NORTHWEST: N_("Northwest"),
    Region.UNKNOWN: N_("Not recorded"),
}
HOURS_LABELS = {
    "0-5": N_("Under 5 hours"),
    "5-10": N_("5 to under 10 hours"),
    "10-20": N_("10 to under 20 hours"),
    "20-50": N_("20 to under 50 hours"),
    "50-100": N_("50 to under 100 hours"),
    "100-": N_("100 hours and more"),
    "": N_("No hours recorded"),
}
"""Hours leave the house as ranges only, never as the sum of a family."""
SUBSTITUTE_LABELS = {"held": N_("Such a paper was in hand"), "none": N_("No such paper was in hand")}


@dataclass(frozen=True, slots=True)
class Counts:
    """Families by category, in the order of the closed list; categories without a family are left out."""

    dimension: Dimension
    rows: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything one report counts, exact."""

    families: frozenset[str]
    tables: tuple[Counts, ...]

    @property
    def total(self) -> int:
        """Families in all."""
        return len(self.families)


def tally(members: Iterable[Member]) -> Tally:
    """Count families in every dimension. A family with several cases stands where its first case does."""
    by_family: dict[str, list[Member]] = {}
    for member in sorted(members, key=lambda member: (member.file.case.opened_on, member.file.case.id)):
        by_family.setdefault(member.household, []).append(member)
    tables = (_count(dimension, list(by_family.values())) for dimension in Dimension)
    return Tally(frozenset(by_family), tuple(table for table in tables if _was_asked(table)))


def _was_asked(table: Counts) -> bool:
    """Hours nobody noted are no table of their own."""
    return table.dimension is not Dimension.HOURS or any(category for category, _ in table.rows)


def _count(dimension: Dimension, families: Sequence[Sequence[Member]]) -> Counts:
    find = _FINDERS[dimension]
    counts: dict[str, int] = {}
    for cases in families:
        found = [category for case in cases for category in find(case)]
        for category in dict.fromkeys(found) if not dimension.additive else found[:1]:
            counts[category] = counts.get(category, 0) + 1
    order = {category: place for place, category in enumerate(categories(dimension))}
    return Counts(dimension, tuple(sorted(counts.items(), key=lambda row: (order.get(row[0], len(order)), row[0]))))


def categories(dimension: Dimension) -> tuple[str, ...]:
    """The closed list of a dimension, in the order it is shown; quarters follow the calendar."""
    lists: Mapping[Dimension, tuple[str, ...]] = {
        Dimension.PATTERN: tuple(pattern.value for pattern in Pattern),
        Dimension.PAPER: (*documents(), OTHER),
        Dimension.SUBSTITUTE: tuple(SUBSTITUTE_LABELS),
        Dimension.OFFICE_KIND: tuple(kind.value for kind in OfficeKind),
        Dimension.QUARTER: (),
        Dimension.REGION: tuple(region.value for region in Region),
        Dimension.ENTITLEMENT: tuple(entitlement.value for entitlement in Entitlement),
        Dimension.HOURS: tuple(HOURS_LABELS),
    }
    return lists[dimension]


def category_label(dimension: Dimension, category: str) -> str:
    """The English name of a category, to be translated; papers and quarters are named by their own catalogue."""
    if dimension is Dimension.PATTERN:
        return Pattern(category).label
    if dimension is Dimension.OFFICE_KIND:
        return label(OfficeKind(category))
    if dimension is Dimension.REGION:
        return _REGIONS[Region(category)]
    if dimension is Dimension.ENTITLEMENT:
        return label(Entitlement(category))
    if dimension is Dimension.HOURS:
        return HOURS_LABELS[category]
    return SUBSTITUTE_LABELS.get(category, category)


def _patterns(member: Member) -> list[str]:
    known = {pattern.value for pattern in Pattern}
    return [shown.pattern for shown in member.patterns if shown.pattern in known]


def _papers(member: Member) -> list[str]:
    away = {visit.id for visit in member.turned_away()}
    asked = [demand.paper for demand in member.file.demands if demand.visit in away]
    kept = [
        document.paper
        for document in member.file.documents
        if document.state in (DocumentState.WITHHELD, DocumentState.UNOBTAINABLE)
    ]
    return [paper if paper in documents() else OTHER for paper in (*asked, *kept)]


def _substitute(member: Member) -> list[str]:
    return ["held" if holds_substitute(member.file) else "none"]


def _office_kind(member: Member) -> list[str]:
    offices = [member.file.office(visit.office) for visit in member.turned_away()]
    return [next((office.kind.value for office in offices if office), OfficeKind.OTHER.value)]


def _quarter(member: Member) -> list[str]:
    away = member.turned_away()
    day = member.told_on(away[0] if away else None)
    return [f"{day.year}-Q{(day.month + 2) // 3}"]


def _region(member: Member) -> list[str]:
    codes = [fact.value for fact in member.file.facts if fact.key == "hukou_province" and not fact.adverse]
    codes += [person.hukou_code for person in member.file.people if person.hukou_code]
    first = codes[0][:1] if codes else ""
    return [first if first in {region.value for region in Region} else Region.UNKNOWN.value]


def _entitlement(member: Member) -> list[str]:
    return [member.file.case.entitlement.value]


def _hours(member: Member) -> list[str]:
    return [member.hours if member.hours in HOURS_LABELS else ""]


_FINDERS: Mapping[Dimension, Callable[[Member], list[str]]] = {
    Dimension.PATTERN: _patterns,
    Dimension.PAPER: _papers,
    Dimension.SUBSTITUTE: _substitute,
    Dimension.OFFICE_KIND: _office_kind,
    Dimension.QUARTER: _quarter,
    Dimension.REGION: _region,
    Dimension.ENTITLEMENT: _entitlement,
    Dimension.HOURS: _hours,
}
