"""Small case files made in a test: offices by word, visits by (office, answer, day, …)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, OfficeId, VisitId
from caseapp.domain.offices import Level, Office, OfficeKind, default_level, office_id
from caseapp.domain.visits import Answer, Visit

CITY, DISTRICT = "beijing", "朝阳区"
KINDS = {
    "school": OfficeKind.SCHOOL, "street": OfficeKind.STREET_OFFICE, "bureau": OfficeKind.EDUCATION_BUREAU,
    "police": OfficeKind.POLICE_STATION, "landlord": OfficeKind.LANDLORD, "employer": OfficeKind.EMPLOYER,
    "hotline": OfficeKind.HOTLINE, "station": OfficeKind.MIGRANT_STATION,
}  # fmt: skip


def office(word: str, **fields: Any) -> Office:
    """An office of the case's district; the education bureau has the identity every computer gives it."""
    kind = KINDS[word]
    level = default_level(kind)
    identity = OfficeId(word)
    if level is Level.DISTRICT:
        identity = office_id(CITY, DISTRICT, kind, level)
    return replace(Office(identity, kind, level, CITY, DISTRICT), **fields)


def visit(number: int, at: str, answer: Answer, day: date | None = None, to: str | None = None, **fields: Any) -> Visit:
    """The ``number``-th visit of the case."""
    return Visit(
        VisitId(f"v{number}"), CaseId("case"), office(at).id, number, ImpreciseDay.on(day) if day else None,
        answer=answer, referred_to=office(to).id if to else None, **fields,
    )  # fmt: skip


def case_of(*visits: Visit, offices: tuple[Office, ...] = (), **fields: Any) -> CaseFile:
    """A case about school with these visits; it knows every office of the list above unless told which."""
    case_fields = {name: fields.pop(name) for name in list(fields) if name in Case.__dataclass_fields__}
    case = Case(
        CaseId("case"), "2026-001", date(2026, 1, 1), city=CITY, district=DISTRICT,
        **{"service": Service.COMPULSORY_EDUCATION, **case_fields},
    )  # fmt: skip
    known = {entry.id: entry for entry in (offices or tuple(office(word) for word in KINDS))}
    return CaseFile(case, visits=visits, offices=known, **fields)
