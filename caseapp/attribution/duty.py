"""Who is answerable: the body with the legal duty, and apart from it whoever turned the client away.

The two are never mixed. A school, an employer or a landlord may have said no; the duty to provide lies with the organ
named here by statute and service. Against a private party there is no administrative act, only a missing paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.attribution.missing import SENT_AWAY
from caseapp.attribution.services import DUTIES, Seat
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Service
from caseapp.domain.documents import DocumentState, HolderKind
from caseapp.domain.ids import DocumentId, OfficeId, VisitId
from caseapp.domain.offices import Level, Office, OfficeKind, office_id
from caseapp.domain.visits import Answer
from caseapp.i18n import N_


class Standing(Enum):
    """What a refusal by a body is in law (PRACTICE L2)."""

    ORGAN = "organ"
    """An administrative organ: its refusal is an act."""
    ACTS_FOR_ORGAN = "acts_for_organ"
    """A school, hospital, committee or service point: apply in writing to the organ with the duty."""
    PRIVATE = "private"
    """No administrative act: a paper is missing, or a private claim exists."""

    @property
    def label(self) -> str:
        """In English, to be translated where it is shown."""
        return _STANDING[self]


_STANDING = {
    Standing.ORGAN: N_("An administrative organ: its refusal can be reviewed."),
    Standing.ACTS_FOR_ORGAN: N_("Not itself the organ with the duty: apply in writing to that organ."),
    Standing.PRIVATE: N_("A private party: there is no administrative act, only a paper that is missing."),
}
_ACTING_FOR = (
    OfficeKind.SCHOOL,
    OfficeKind.KINDERGARTEN,
    OfficeKind.COMMUNITY,
    OfficeKind.MIGRANT_STATION,
    OfficeKind.HOSPITAL,
    OfficeKind.HOTLINE,
    OfficeKind.TRADE_UNION,
)


@dataclass(frozen=True, slots=True)
class DutyBody:
    """The organ with the duty. ``office`` is the concrete one on file, else the template every laptop shares."""

    kind: OfficeKind
    level: Level
    city: str
    district: str
    office: OfficeId
    provisions: tuple[str, ...]
    """Ids of the provisions the duty rests on (``resources/law/provisions.yaml``)."""


@dataclass(frozen=True, slots=True)
class Answering:
    """Who turned the client away, at which visits, and what that is in law."""

    office: OfficeId
    kind: OfficeKind
    standing: Standing
    visits: tuple[VisitId, ...]


@dataclass(frozen=True, slots=True)
class PrivateHolder:
    """A private party that would not give papers."""

    holder: HolderKind
    documents: tuple[DocumentId, ...]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is answerable in a case. ``duty`` None: no statute held names a body for this service."""

    duty: DutyBody | None
    answering: tuple[Answering, ...]
    private: tuple[PrivateHolder, ...]


def standing(kind: OfficeKind) -> Standing:
    """What a refusal by a body of this kind is in law."""
    if kind.private:
        return Standing.PRIVATE
    return Standing.ACTS_FOR_ORGAN if kind in _ACTING_FOR else Standing.ORGAN


def attribute(file: CaseFile, on: date) -> Attribution:
    """Who has the duty and who answered, from what is recorded up to ``on``."""
    return Attribution(duty_body(file, on), _answering(file, on), _private(file))


def duty_body(file: CaseFile, on: date) -> DutyBody | None:
    """The organ that has the duty for the case's service at the place where it lies (``Seat``)."""
    case = file.case
    duty = DUTIES.get(case.service)
    if duty is None:
        return None
    away = duty.seat is Seat.PLACE_OF_INSURANCE and _insured_elsewhere(file, on)
    city = "" if away else case.city
    district = case.district if duty.level in (Level.DISTRICT, Level.STREET) and not away else ""
    known = _on_file(file, duty.kind, duty.level, city, district) if city else None
    identity = known.id if known else office_id(city, district, duty.kind, duty.level)
    return DutyBody(duty.kind, duty.level, city, district, identity, duty.provisions)


def duty_kind(service: Service) -> tuple[OfficeKind, Level] | None:
    """The kind and level of the organ with the duty for a service."""
    duty = DUTIES.get(service)
    return (duty.kind, duty.level) if duty else None


def _insured_elsewhere(file: CaseFile, on: date) -> bool:
    return any(fact.key == "insurance_place_is_local" and fact.value == "false" and fact.as_of <= on for fact in file.facts)


def _on_file(file: CaseFile, kind: OfficeKind, level: Level, city: str, district: str) -> Office | None:
    fitting = (
        office
        for office in file.offices.values()
        if office.kind is kind and office.level is level and office.city == city and office.district == district
    )
    return min(fitting, key=lambda office: (office.template, office.id), default=None)


def _answering(file: CaseFile, on: date) -> tuple[Answering, ...]:
    visits: dict[OfficeId, list[VisitId]] = {}
    for visit in file.visits_in_order():
        past = visit.day is None or visit.day.earliest <= on
        if visit.office and past and (visit.answer in SENT_AWAY or visit.answer is Answer.NO_ANSWER):
            visits.setdefault(visit.office, []).append(visit.id)
    found = []
    for identity, went in visits.items():
        office = file.office(identity)
        if office:
            found.append(Answering(identity, office.kind, standing(office.kind), tuple(went)))
    return tuple(found)


def _private(file: CaseFile) -> tuple[PrivateHolder, ...]:
    withheld: dict[HolderKind, list[DocumentId]] = {}
    for document in file.documents:
        if document.state is DocumentState.WITHHELD and document.holder and document.holder.private:
            withheld.setdefault(document.holder, []).append(document.id)
    return tuple(PrivateHolder(holder, tuple(papers)) for holder, papers in withheld.items())
