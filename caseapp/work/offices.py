"""Offices to choose from: those a casebook has met, those a city's rules name, and new ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import OfficeId
from caseapp.domain.offices import Level, Office, OfficeKind, default_level, office_id
from caseapp.domain.text_guards import search_form
from caseapp.domain.visits import Visit
from caseapp.i18n import N_
from caseapp.work.cases import case_file, save
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.policy.model import Office as PackOffice

_NAMED = (
    ("exam-authority", OfficeKind.EDUCATION_BUREAU), ("exam-office", OfficeKind.EDUCATION_BUREAU),
    ("education", OfficeKind.EDUCATION_BUREAU), ("social-insurance", OfficeKind.SOCIAL_INSURANCE_AGENCY),
    ("tax", OfficeKind.TAX_BUREAU), ("civil-affairs", OfficeKind.CIVIL_AFFAIRS), ("landlord", OfficeKind.LANDLORD),
    ("community-health", OfficeKind.HOSPITAL), ("health-centre", OfficeKind.HOSPITAL),
    ("migrant-station", OfficeKind.MIGRANT_STATION), ("migrant-centre", OfficeKind.MIGRANT_STATION),
    ("school", OfficeKind.SCHOOL), ("street-office", OfficeKind.STREET_OFFICE),
    ("community", OfficeKind.MIGRANT_STATION), ("police", OfficeKind.POLICE_STATION),
    ("psb", OfficeKind.POLICE_STATION), ("hrss", OfficeKind.HRSS_BUREAU), ("talent", OfficeKind.HRSS_BUREAU),
    ("medical-insurance", OfficeKind.HEALTHCARE_SECURITY), ("hospital", OfficeKind.HOSPITAL),
    ("housing", OfficeKind.HOUSING_BUREAU), ("employer", OfficeKind.EMPLOYER), ("government", OfficeKind.GOVERNMENT),
)  # fmt: skip
"""What the offices of a pack are, by a part of their id; a part stands before any other it is found with."""
_LEVELS = {level.value: level for level in Level}


def office_choices(session: Session, case_id: str | None, typed: str = "") -> tuple[Office, ...]:
    """Offices that fit what is typed: those of the case first, then recent ones, then those the city's rules name."""
    file = case_file(session, case_id) if case_id else None
    with session.read() as reader:
        known = {office.id: office for office in reader.all(Office)}
        visits = reader.all(Visit)
    recent = dict.fromkeys(visit.office for visit in reversed(visits) if visit.office)
    own = dict.fromkeys(visit.office for visit in reversed(file.visits_in_order()) if visit.office) if file else {}
    ranked: dict[OfficeId, Office] = {}
    for identity in (*own, *_same_place(recent, known, file), *recent, *known):
        if identity in known:
            ranked.setdefault(identity, known[identity])
    for office in _templates(session, file):
        ranked.setdefault(office.id, office)
    wanted = search_form(typed)
    return tuple(office for office in ranked.values() if wanted in _searched(office))


def find_office(session: Session, case_id: str | None, identity: str) -> Office | None:
    """An office by its id: one the casebook knows, or one the rules of the case's city name."""
    with session.read() as reader:
        known = reader.get(Office, identity)
    if known is not None:
        return known
    file = case_file(session, case_id) if case_id else None
    return next((office for office in _templates(session, file) if office.id == identity), None)


def _same_place(recent: Iterable[OfficeId], known: dict[OfficeId, Office], file: CaseFile | None) -> Iterator[OfficeId]:
    place = (file.case.city, file.case.district) if file else None
    for identity in recent:
        office = known.get(identity)
        if office and (office.city, office.district) == place:
            yield identity


def _searched(office: Office) -> str:
    return search_form(" ".join((office.name_zh, office.name_en, office.city, office.district, office.kind.value)))


def _templates(session: Session, file: CaseFile | None) -> Iterator[Office]:
    """The offices the rules of the case's city name for its service, placed in the case's district."""
    city = file.case.city if file else session.profile.city
    district = file.case.district if file else session.profile.district
    pack = session.pack(city)
    for listed in pack.offices if pack else ():
        if file and file.case.service.value not in listed.responsible_for:
            continue
        yield office_of_rules(listed, city, district, file.case.id if file else "")


def office_of_rules(listed: PackOffice, city: str, district: str, case: str = "") -> Office:
    """An office that rules name, placed in a city and district, with the identity every computer gives it."""
    kind = next((kind for part, kind in _NAMED if part in listed.id), OfficeKind.OTHER)
    level = _LEVELS.get(listed.level, default_level(kind))
    template = Office(
        OfficeId(""), kind, level, city, "" if level is Level.CITY else district, listed.name.zh, listed.name.en
    )
    return replace(template, id=_identity(template, case))


def _identity(office: Office, case: str) -> OfficeId:
    """The identity every computer gives it; an office that nothing tells apart is the case's own."""
    own_name = office.name_zh or office.name_en
    named = not office.template and bool(own_name)
    if office.level in (Level.UNIT, Level.STREET):
        return office_id(office.city, office.district, office.kind, office.level, own_name if named else f"?{case}")
    known = office.level is not Level.DISTRICT or bool(office.district)
    return office_id(office.city, office.district, office.kind, office.level, "" if known else f"?{case}")


def new_office(
    session: Session, kind: OfficeKind, name: str, case_id: str | None = None, now: datetime | None = None,
    elsewhere: tuple[str, str] | None = None,
) -> Office:  # fmt: skip
    """An office nobody entered before, in the place of the case or ``elsewhere`` (city and district, such as those of the
    registered place). One that is known by this name already is given back.
    """
    place = case_file(session, case_id).case if case_id else None
    here = (place.city, place.district) if place else (session.profile.city, session.profile.district)
    city, district = elsewhere or here
    level = default_level(kind)
    chinese = not name.isascii()
    office = Office(
        OfficeId(""), kind, level, city, "" if level is Level.CITY else district,
        name if chinese else "", "" if chinese else name, template=True,
    )  # fmt: skip
    told_apart = replace(office, template=False) if name.strip() else office
    office = replace(office, id=_identity(told_apart, case_id or ""))
    with session.read() as reader:
        known = reader.get(Office, office.id)
    if known:
        return known
    save(session, office, N_("Office added"), now)
    return office


def keep_office(session: Session, office: Office, now: datetime | None = None) -> Office:
    """Keep an office that was only offered, as rules name it. One that is known already is given back as it is."""
    with session.read() as reader:
        known = reader.get(Office, office.id)
    if known is None:
        save(session, office, N_("Office added"), now)
    return known or office


def offered(session: Session, file: CaseFile, wanted: Iterable[OfficeId | None]) -> tuple[Office, ...]:
    """Those of ``wanted`` that were only offered as rules name them, so that they can be kept with what speaks of them."""
    asked = {identity for identity in wanted if identity}
    with session.read() as reader:
        unknown = asked - {office.id for office in reader.all(Office, id=asked)}
    return tuple(office for office in _templates(session, file) if office.id in unknown) if unknown else ()


def complete_office(session: Session, office: Office, now: datetime | None = None) -> Office:
    """Keep the stamped name and address of an office: once both are known, letters may be addressed to it."""
    complete = bool(office.name_zh.strip()) and bool(office.address.strip())
    kept = replace(office, template=not complete)
    save(session, kept, N_("Office completed"), now)
    return kept
