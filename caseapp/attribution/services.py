"""Which organ has the duty, by service: read from the statutes, not from who happened to answer.

A service no statute held here lays on a body has no entry: nobody is named rather than a likely one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from caseapp.domain.cases import Service
from caseapp.domain.offices import Level, OfficeKind


class Seat(Enum):
    """Where the organ with the duty is."""

    PLACE_OF_CASE = "place_of_case"
    PLACE_OF_INSURANCE = "place_of_insurance"


@dataclass(frozen=True, slots=True)
class ServiceDuty:
    """The organ with the duty for a service, and the provisions that lay it on it."""

    kind: OfficeKind
    level: Level
    provisions: tuple[str, ...]
    seat: Seat = Seat.PLACE_OF_CASE


_EDUCATION = OfficeKind.EDUCATION_BUREAU
_AGENCY = OfficeKind.SOCIAL_INSURANCE_AGENCY

DUTIES: Mapping[Service, ServiceDuty] = MappingProxyType(
    {
        # Compulsory Education Law arts 7, 12, 13: the county education bureau, not the school.
        Service.COMPULSORY_EDUCATION: ServiceDuty(
            _EDUCATION, Level.DISTRICT, ("edu-county-lead", "edu-migrant-children", "edu-organise-enrolment")
        ),
        Service.PRESCHOOL: ServiceDuty(_EDUCATION, Level.DISTRICT, ("edu-preschool-nearby",)),
        # Education Law arts 9, 37; registration for the exams is decided by the city's or the province's exam office.
        Service.SENIOR_SECONDARY_EXAM: ServiceDuty(
            _EDUCATION, Level.CITY, ("edu-equal-opportunity", "edu-admission-equality")
        ),
        Service.COLLEGE_ENTRANCE_EXAM: ServiceDuty(
            _EDUCATION, Level.PROVINCE, ("edu-equal-opportunity", "edu-admission-equality")
        ),
        # Residence Permit Regulations arts 8, 9: public security; a service station acts for it.
        Service.RESIDENCE_PERMIT: ServiceDuty(
            OfficeKind.POLICE_STATION, Level.STREET, ("rp-documents", "rp-one-time-notice")
        ),
        Service.HUKOU_POINTS: ServiceDuty(OfficeKind.GOVERNMENT, Level.CITY, ("rp-settle-by-choice",)),
        # Social Insurance Law art. 29: settlement for care elsewhere is the duty of the insurer's administration.
        Service.HEALTH_INSURANCE: ServiceDuty(
            OfficeKind.HEALTHCARE_SECURITY, Level.DISTRICT, ("si-offsite",), Seat.PLACE_OF_INSURANCE
        ),
        Service.PENSION: ServiceDuty(_AGENCY, Level.DISTRICT, ("si-pension-transfer", "si-complaint-duty")),
        Service.UNEMPLOYMENT: ServiceDuty(_AGENCY, Level.DISTRICT, ("si-unemployment-transfer", "si-complaint-duty")),
        Service.WORK_INJURY: ServiceDuty(OfficeKind.HRSS_BUREAU, Level.DISTRICT, ("wi-worker-files", "wi-one-time-notice")),
        Service.LABOUR: ServiceDuty(OfficeKind.HRSS_BUREAU, Level.DISTRICT, ("lss-complaint-right",)),
        Service.SOCIAL_ASSISTANCE: ServiceDuty(OfficeKind.CIVIL_AFFAIRS, Level.DISTRICT, ("sa-where-apply",)),
        Service.PUBLIC_HOUSING: ServiceDuty(OfficeKind.HOUSING_BUREAU, Level.CITY, ("housing-migrant-eligibility",)),
        Service.EMPLOYMENT_SERVICE: ServiceDuty(OfficeKind.HRSS_BUREAU, Level.DISTRICT, ("employment-service-residence",)),
    }
)
