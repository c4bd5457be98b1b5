"""Who is answerable: the body with the legal duty, and apart from it whoever turned the client away.

The two are never mixed. A school, an employer or a landlord may have said no; the duty to provide lies with the organ
named here by statute and service. Against a private party there is no administrative act, only a missing paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.attribution.checked import NOTHING_CHECKED
from caseapp.attribution.missing import SENT_AWAY
from caseapp.attribution.registry import Circumstances
from caseapp.attribution.rules.work import insured_late_or_low_base
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Service
from caseapp.domain.documents import DocumentState, HolderKind
from caseapp.domain.ids import DocumentId, OfficeId, VisitId
from caseapp.domain.offices import Level, Office, OfficeKind, office_id
from caseapp.domain.visits import Answer
from caseapp.law.deadline import Confidence
from caseapp.law.duties import Duty, Matter, duties, stood
from caseapp.law.respondents import Standing, respondent

FREE_SCHOOLING = ("edu-no-tuition", "edu-refund")
PREMIUMS = ("lss-premiums", "si-employer-dispute")
"""Inspection covers premiums, and whoever was not insured may ask for it (Supervision Regulations art. 11(7))."""


@dataclass(frozen=True, slots=True)
class DutyBody:
    """The organ with the duty. ``office`` is the concrete one on file, else the template every laptop shares."""

    kind: OfficeKind
    level: Level
    city: str
    district: str
    office: OfficeId
    provisions: tuple[str, ...]
    """Ids of the provisions the duty rests on (``resources/law/provisions.yaml``), of laws that stood on the day."""
    confidence: Confidence
    matter: Matter = Matter.SERVICE
    younger: bool = False
    """Whether the text held of one of them is of a later version than the one of the day."""


@dataclass(frozen=True, slots=True)
class Answering:
    """Who turned the client away, at which visits, and whether its refusal can be an administrative act."""

    office: OfficeId
    kind: OfficeKind
    standing: Standing
    visits: tuple[VisitId, ...]

    @property
    def private(self) -> bool:
        """A landlord or employer: there is no administrative act, only a paper that is missing or a private claim."""
        return self.kind.private


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


def attribute(file: CaseFile, on: date) -> Attribution:
    """Who has the duty and who answered, from what is recorded up to ``on``."""
    return Attribution(duty_body(file, on), _answering(file, on), _private(file))


def duty_body(file: CaseFile, on: date) -> DutyBody | None:
    """The organ to apply to first."""
    return next(iter(duty_bodies(file, on)), None)


def duty_bodies(file: CaseFile, on: date, law_of: date | None = None) -> tuple[DutyBody, ...]:
    """The organs with a duty for what the case asks for, where it lies, by the law of ``on`` or of an earlier day.

    For health insurance held elsewhere it is the one of the place of insurance, of which the case knows no name.
    """
    return tuple(_body(file, on, duty, law_of or on) for duty in duties(file, on, law_of))


def _body(file: CaseFile, on: date, duty: Duty, law: date) -> DutyBody:
    case, organ = file.case, duty.organ
    own = duty.matter is Matter.SERVICE
    away = own and case.service is Service.HEALTH_INSURANCE and _insured_elsewhere(file, on)
    city = "" if away else case.city
    district = case.district if organ.level in (Level.DISTRICT, Level.STREET) and not away else ""
    known = _on_file(file, organ.office, organ.level, city, district) if city else None
    if known is None and duty.matter is Matter.REVIEW:
        known = _visited(file, organ.office)
    identity = known.id if known else office_id(city, district, organ.office, organ.level)
    level = known.level if known else organ.level
    more = (one for one in _of_what_happened(file, on, duty.matter) if stood(one, law))
    return DutyBody(
        organ.office, level, city, known.district if known else district, identity, (*organ.provisions, *more),
        organ.confidence,
        duty.matter, duty.younger,
    )  # fmt: skip


def _visited(file: CaseFile, kind: OfficeKind) -> Office | None:
    """The only office of a kind a client applied to, whatever its level: who reviews follows whose act it is."""
    alike = [office for office in file.offices.values() if office.kind is kind]
    return alike[0] if len(alike) == 1 else None


def _of_what_happened(file: CaseFile, on: date, matter: Matter) -> tuple[str, ...]:
    """Provisions that go with what is on record of the case itself."""
    if matter is Matter.LABOUR_INSPECTED and insured_late_or_low_base(Circumstances(file, NOTHING_CHECKED, on)):
        return PREMIUMS
    return _of_a_fee(file, on) if matter is Matter.SERVICE else ()


def _of_a_fee(file: CaseFile, on: date) -> tuple[str, ...]:
    """Where money was asked for a place: schooling is free, and the county bureau orders refunds (arts 2, 56)."""
    asked = any(visit.fee_asked_yuan and (visit.day is None or visit.day.earliest <= on) for visit in file.visits)
    return FREE_SCHOOLING if asked and file.case.service is Service.COMPULSORY_EDUCATION else ()


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
            standing = respondent(office.kind, on, file.case.service).standing
            found.append(Answering(identity, office.kind, standing, tuple(went)))
    return tuple(found)


def _private(file: CaseFile) -> tuple[PrivateHolder, ...]:
    withheld: dict[HolderKind, list[DocumentId]] = {}
    for document in file.documents:
        if document.state is DocumentState.WITHHELD and document.holder and document.holder.private:
            withheld.setdefault(document.holder, []).append(document.id)
    return tuple(PrivateHolder(holder, tuple(papers)) for holder, papers in withheld.items())
