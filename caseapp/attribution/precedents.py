"""What offices answered before, in any case of the casebook: plain values, so that one case can be held against them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, OfficeId, VisitId
from caseapp.domain.visits import Answer


@dataclass(frozen=True, slots=True)
class Precedent:
    """One answer of one office in one case. ``facts`` are the case's answers of that day, none of them adverse."""

    case: CaseId
    visit: VisitId
    office: OfficeId
    day: ImpreciseDay | None
    answer: Answer
    cited: str = ""
    """Title or number of the rule it cited."""
    facts: Mapping[str, str] = field(default_factory=dict)


def earlier(precedents: Iterable[Precedent], office: OfficeId, day: date) -> tuple[Precedent, ...]:
    """What an office answered on days that surely lie before ``day``, the oldest first."""
    found = [one for one in precedents if one.office == office and one.day is not None and one.day.latest < day]
    return tuple(sorted(found, key=lambda one: (one.day.latest if one.day else day, one.visit)))
