"""Offices: every place visited or written to.

An office known only by its kind in a district is a *template* ("district education bureau"); it becomes a concrete
addressee once its stamped name and postal address are entered (PRACTICE M4). Its identity is a UUIDv5 of place, body
and level, so that every laptop means the same bureau (decision 8).
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.ids import OfficeId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_

_NAMESPACE = uuid.UUID("6f2a1f5e-3c1b-5b53-9a5e-0d6f5a1c7e10")


class OfficeKind(Enum):
    """What an office is. The wire value never changes."""

    EDUCATION_BUREAU = "education_bureau"
    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    STREET_OFFICE = "street_office"
    COMMUNITY = "community"
    MIGRANT_STATION = "migrant_station"
    GOVERNMENT = "government"
    POLICE_STATION = "police_station"
    HRSS_BUREAU = "hrss_bureau"
    SOCIAL_INSURANCE_AGENCY = "social_insurance_agency"
    LABOUR_INSPECTION = "labour_inspection"
    LABOUR_ARBITRATION = "labour_arbitration_commission"
    HEALTHCARE_SECURITY = "healthcare_security"
    HOSPITAL = "hospital"
    HEALTH_BUREAU = "health_bureau"
    CIVIL_AFFAIRS = "civil_affairs"
    HOUSING_BUREAU = "housing_bureau"
    HOUSING_FUND = "housing_fund"
    TAX_BUREAU = "tax_bureau"
    COURT = "court"
    PROCURATORATE = "procuratorate"
    LEGAL_AID = "legal_aid_agency"
    HOTLINE = "hotline"
    PETITION_OFFICE = "petition_office"
    TRADE_UNION = "trade_union"
    EMPLOYER = "employer"
    LANDLORD = "landlord"
    OTHER = "other"

    @property
    def private(self) -> bool:
        """Whether it is a private party, against whom there is no administrative act."""
        return self in (OfficeKind.EMPLOYER, OfficeKind.LANDLORD)


class Level(Enum):
    """The level of government an office belongs to."""

    CENTRAL = "central"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    STREET = "street"
    UNIT = "unit"
    """A school, hospital, employer or landlord."""


@record("office")
@dataclass(frozen=True, slots=True)
class Office:
    """One office. ``name_zh`` is the full name on its seal once ``template`` is false."""

    id: OfficeId
    kind: OfficeKind = field(metadata=wire("kind", N_("Kind")))
    level: Level = field(default=Level.UNIT, metadata=wire("level", N_("Level")))
    city: str = field(default="", metadata=wire("city", N_("City"), register="place"))
    district: str = field(default="", metadata=wire("district", N_("District"), register="place"))
    name_zh: str = field(default="", metadata=wire("name_zh", N_("Name (Chinese)"), register="name"))
    name_en: str = field(default="", metadata=wire("name_en", N_("Name (English)"), register="name"))
    template: bool = field(default=True, metadata=wire("template", N_("Not yet completed"), register="name"))
    address: str = field(default="", metadata=wire("address", N_("Address"), register="address"))
    postcode: str = field(default="", metadata=wire("postcode", N_("Postcode"), register="address"))
    phone: str = field(default="", metadata=wire("phone", N_("Phone")))
    acts_for: OfficeId | None = field(default=None, metadata=wire("acts_for", N_("Acts for"), refers_to="office"))
    reconsideration_organ: str = field(default="", metadata=wire("reconsideration_organ", N_("Reconsideration organ")))
    court: str = field(default="", metadata=wire("court", N_("Court")))
    source: str = field(default="", metadata=wire("source", N_("Source"), register="verified"))
    verified_on: date | None = field(default=None, metadata=wire("verified_on", N_("Verified on"), register="verified"))
    note: str = field(default="", metadata=wire("note", N_("Note"), Sensitivity.PERSONAL))

    def ready_for_letters(self) -> bool:
        """Whether a letter may be addressed to it: full name and address known (PRACTICE M4)."""
        return not self.template and bool(self.name_zh.strip()) and bool(self.address.strip())


def office_id(city: str, district: str, kind: OfficeKind, level: Level, name: str = "") -> OfficeId:
    """The same identity on every computer for the same body at the same place (RFC 9562, version 5).

    ``name`` tells apart bodies of which a district has many: schools, employers, landlords.
    """
    return OfficeId(str(uuid.uuid5(_NAMESPACE, "|".join((city, district, kind.value, level.value, name)))))


def default_level(kind: OfficeKind) -> Level:
    """The level a body of this kind usually belongs to."""
    if kind.private or kind in (
        OfficeKind.SCHOOL,
        OfficeKind.KINDERGARTEN,
        OfficeKind.HOSPITAL,
        OfficeKind.OTHER,
    ):
        return Level.UNIT
    if kind in (
        OfficeKind.STREET_OFFICE,
        OfficeKind.COMMUNITY,
        OfficeKind.MIGRANT_STATION,
        OfficeKind.POLICE_STATION,
    ):
        return Level.STREET
    if kind is OfficeKind.HOTLINE:
        return Level.CITY
    return Level.DISTRICT
