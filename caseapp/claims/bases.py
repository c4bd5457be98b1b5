"""On what ground two cases can be said to share something: the paper asked for, the rule cited, the office, the pattern.

Each ground finds in one case the *occurrences* it sees: a key that other cases may have too, and the records behind it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from caseapp.claims.members import TURNED_AWAY, Member, Moved
from caseapp.domain.documents import DocumentState
from caseapp.domain.ids import OfficeId
from caseapp.domain.patterns import Pattern
from caseapp.domain.visits import Visit
from caseapp.i18n import N_


class Basis(Enum):
    """What is shared, the most telling first. The wire value never changes."""

    PAPER = "paper"
    RULE = "rule"
    OFFICE = "office"
    PATTERN = "pattern"
    SHIFT = "shift"
    """Practice and text parted in the same way at one office."""

    @property
    def label(self) -> str:
        """In English, to be translated where it is shown."""
        return _LABELS[self]


_LABELS = {
    Basis.PAPER: N_("The same paper in one district"),
    Basis.RULE: N_("The same rule cited in one district"),
    Basis.OFFICE: N_("The same office"),
    Basis.PATTERN: N_("The same pattern in one district"),
    Basis.SHIFT: N_("The same change of practice at one office"),
}


@dataclass(frozen=True, slots=True)
class Key:
    """What is shared, and where. Fields that do not apply are empty."""

    basis: Basis
    service: str
    city: str
    district: str
    paper: str = ""
    rule: str = ""
    office: OfficeId | None = None
    pattern: str = ""

    def parts(self) -> tuple[str, ...]:
        """As text, for an identity that is the same on every computer."""
        return (
            self.basis.value, self.service, self.city, self.district, self.paper, self.rule, self.office or "",
            self.pattern,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Occurrence:
    """That a case shows a key: at which visit (None: in no one visit), and every record it rests on."""

    key: Key
    visit: Visit | None
    records: frozenset[str]
    moved: Moved | None = None
    """For a change of practice: which."""


def occurrences(member: Member) -> Iterator[Occurrence]:
    """Everything in a case that another may share."""
    for finder in (_papers, _rules, _offices, _patterns, _shifts):
        yield from finder(member)


def _key(member: Member, basis: Basis) -> Key:
    case = member.file.case
    return Key(basis, case.service.value, case.city, case.district)


def _with(key: Key, **parts: str) -> Key:
    return Key(key.basis, key.service, key.city, key.district, **parts)  # type: ignore[arg-type]


def _papers(member: Member) -> Iterator[Occurrence]:
    key = _key(member, Basis.PAPER)
    for visit in member.turned_away():
        for paper in dict.fromkeys(demand.paper for demand in member.file.demands_at(visit.id)):
            if paper:
                yield Occurrence(_with(key, paper=paper), visit, frozenset((visit.id,)))
    for document in member.file.documents:
        if document.paper and document.state in (DocumentState.WITHHELD, DocumentState.UNOBTAINABLE):
            yield Occurrence(_with(key, paper=document.paper), None, frozenset((document.id,)))


def _rules(member: Member) -> Iterator[Occurrence]:
    key = _key(member, Basis.RULE)
    for visit in member.turned_away():
        rule = _plain(visit.rule_number or visit.rule_title)
        if rule:
            yield Occurrence(_with(key, rule=rule), visit, frozenset((visit.id,)))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _offices(member: Member) -> Iterator[Occurrence]:
    service = member.file.case.service.value
    for visit in member.turned_away():
        office = member.file.office(visit.office)
        if office and not office.kind.private:
            key = Key(Basis.OFFICE, service, office.city, office.district, office=office.id)
            yield Occurrence(key, visit, frozenset((visit.id,)))


def _patterns(member: Member) -> Iterator[Occurrence]:
    key, known = _key(member, Basis.PATTERN), {pattern.value for pattern in Pattern}
    by_id = {visit.id: visit for visit in member.file.visits}
    for shown in member.patterns:
        if shown.pattern in known:
            visits = [by_id[visit] for visit in shown.visits if visit in by_id]
            away = [visit for visit in visits if visit.answer in TURNED_AWAY]
            first = min(away or visits, key=lambda visit: visit.order, default=None)
            yield Occurrence(_with(key, pattern=shown.pattern), first, frozenset((*shown.visits, *shown.documents)))


def _shifts(member: Member) -> Iterator[Occurrence]:
    service, by_id = member.file.case.service.value, {visit.id: visit for visit in member.file.visits}
    for moved in member.practice:
        visit = by_id.get(moved.visit)
        office = member.file.office(visit.office) if visit else None
        if visit and office and not office.kind.private:
            key = Key(
                Basis.SHIFT, service, office.city, office.district, rule=_plain(moved.rule), office=office.id,
                pattern=moved.shift,
            )  # fmt: skip
            yield Occurrence(key, visit, frozenset((visit.id,)), moved)
