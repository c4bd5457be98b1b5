"""A case: one person's one matter with one service, its parties, the days that matter, and enquiries without identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, EnquiryId, HouseholdId, KeyDayId, PartyId, PersonId
from caseapp.domain.record import Sensitivity, record, wire
from caseapp.i18n import N_

PERSONAL = Sensitivity.PERSONAL


class Service(Enum):
    """The services packs and law speak of. The wire value never changes."""

    COMPULSORY_EDUCATION = "compulsory_education"
    PRESCHOOL = "preschool"
    SENIOR_SECONDARY_EXAM = "senior_secondary_exam"
    COLLEGE_ENTRANCE_EXAM = "college_entrance_exam"
    RESIDENCE_PERMIT = "residence_permit"
    HUKOU_POINTS = "hukou_points"
    HEALTH_INSURANCE = "health_insurance"
    PUBLIC_HEALTH = "public_health"
    PENSION = "pension"
    UNEMPLOYMENT = "unemployment"
    WORK_INJURY = "work_injury"
    LABOUR = "labour"
    SOCIAL_ASSISTANCE = "social_assistance"
    PUBLIC_HOUSING = "public_housing"
    VOCATIONAL_TRAINING = "vocational_training"
    EMPLOYMENT_SERVICE = "employment_service"
    OTHER = "other"


class Stage(Enum):
    """Who has the next move."""

    WITH_US = "with_us"
    WITH_THEM = "with_them"
    CLOSED = "closed"


class Outcome(Enum):
    """What happened to the client, apart from whether the right was granted."""

    OPEN = "open"
    SOLVED = "solved"
    SOLVED_OTHERWISE = "solved_otherwise"
    NOT_SOLVED = "not_solved"
    CLIENT_STOPPED = "client_stopped"


class Entitlement(Enum):
    """Whether what the rule gives was granted."""

    UNKNOWN = "unknown"
    OBTAINED = "obtained"
    PARTLY = "partly"
    NOT_OBTAINED = "not_obtained"


@record("case")
@dataclass(frozen=True, slots=True)
class Case:
    """One matter of one household with one service in one place."""

    id: CaseId
    number: str = field(metadata=wire("number", N_("Case number")))
    opened_on: date = field(metadata=wire("opened_on", N_("Opened")))
    household: HouseholdId | None = field(default=None, metadata=wire("household", refers_to="household"))
    service: Service = field(default=Service.OTHER, metadata=wire("service", N_("Service")))
    city: str = field(default="", metadata=wire("city", N_("City"), register="place"))
    """Id of a pack, or the city's name where there is no pack."""
    district: str = field(default="", metadata=wire("district", N_("District"), register="place"))
    as_of: date | None = field(default=None, metadata=wire("as_of", N_("Check as of")))
    """The day whose rules decide, where it is not today: an old refusal is judged by the rule of its day."""
    request: str = field(default="", metadata=wire("request", N_("What is asked for"), PERSONAL))
    story: str = field(default="", metadata=wire("story", N_("Story"), PERSONAL))
    stage: Stage = field(default=Stage.WITH_US, metadata=wire("stage", N_("Stage")))
    useful_until: date | None = field(
        default=None, metadata=wire("useful_until", N_("Useful until"), register="useful_until")
    )
    useful_because: str = field(
        default="", metadata=wire("useful_because", N_("Because"), PERSONAL, register="useful_until")
    )
    fallback: str = field(default="", metadata=wire("fallback", N_("Fallback"), PERSONAL, register="fallback"))
    fallback_by: date | None = field(default=None, metadata=wire("fallback_by", N_("By"), register="fallback"))
    outcome: Outcome = field(default=Outcome.OPEN, metadata=wire("outcome", N_("Outcome"), register="outcome"))
    outcome_on: date | None = field(default=None, metadata=wire("outcome_on", N_("Since"), register="outcome"))
    outcome_words: str = field(default="", metadata=wire("outcome_words", N_("What happened"), PERSONAL))
    entitlement: Entitlement = field(default=Entitlement.UNKNOWN, metadata=wire("entitlement", N_("Entitlement")))
    step_that_worked: str = field(default="", metadata=wire("step_that_worked", N_("Step that worked"), PERSONAL))
    why_stopped: str = field(default="", metadata=wire("why_stopped", N_("Why the client stopped"), PERSONAL))
    bill_yuan: str = field(default="", metadata=wire("bill_yuan", N_("Bill (yuan)"), PERSONAL))
    rate_here_percent: str = field(default="", metadata=wire("rate_here_percent", N_("Rate here (%)")))
    rate_home_percent: str = field(default="", metadata=wire("rate_home_percent", N_("Rate at home (%)")))
    class_size_today: int | None = field(default=None, metadata=wire("class_size_today", N_("Class size today")))
    class_size_before: int | None = field(
        default=None,
        metadata=wire("class_size_before", N_("Class size before"), register="class_size_before"),
    )
    class_size_until: date | None = field(
        default=None, metadata=wire("class_size_until", N_("Until"), register="class_size_before")
    )
    note: str = field(default="", metadata=wire("note", N_("Note"), PERSONAL))


class Role(Enum):
    """What a person is in a case (PRACTICE M3)."""

    APPLICANT = "applicant"
    BENEFICIARY = "beneficiary"
    STATUTORY_REPRESENTATIVE = "statutory_representative"
    AGENT = "agent"
    CONTACT = "contact"
    THIRD_PARTY = "third_party"


@record("party")
@dataclass(frozen=True, slots=True)
class Party:
    """That a person has a role in a case; for an agent with the power's matters, scope and end."""

    id: PartyId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    person: PersonId = field(metadata=wire("person", refers_to="person"))
    role: Role = field(metadata=wire("role", N_("Role")))
    power: str = field(default="", metadata=wire("power", N_("Power of attorney: matters and scope"), register="power"))
    power_until: date | None = field(default=None, metadata=wire("power_until", N_("Power ends"), register="power"))


class KeyDayKind(Enum):
    """Days that start or end a period, asked first at intake (PRACTICE M9) or learned later."""

    PAPER_RECEIVED = "paper_received"
    INJURED = "injured"
    LEFT_JOB = "left_job"
    REGISTRATION_CLOSES = "registration_closes"
    DECISION_SERVED = "decision_served"
    APPLICATION_RECEIVED = "application_received"
    CONTRACT_ASKED = "contract_asked"
    STARTED_WORK = "started_work"
    COMPLAINED = "complained"
    NOTICE_PUBLISHED = "notice_published"
    """A decision was made known by public notice, which counts as service thirty days later."""
    TOLD_OF_REMEDY = "told_of_remedy"
    """The client learnt that, where and until when one can go against it."""
    EXTENSION_TOLD = "extension_told"
    """The authority told that it takes longer."""
    OBSTACLE_BEGAN = "obstacle_began"
    """Illness, detention, disaster: the client could not act from this day on."""
    OBSTACLE_ENDED = "obstacle_ended"
    RECONSIDERATION_RECEIVED = "reconsideration_received"
    """The body that reviews received the application for reconsideration."""
    CORRECTION_TOLD = "correction_told"
    """The body that reviews told in writing what the application lacks."""
    APPLICATION_ACCEPTED = "application_accepted"
    """The office took the application on and gave a slip for it."""
    EXECUTION_DAY = "execution_day"
    """An act is carried out, or will be: a place closed or cleared, somebody sent away, a fine taken, a permit taken."""


@record("key_day")
@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day that matters to a case. ``none`` records that the question was asked and the answer was no."""

    id: KeyDayId
    case: CaseId = field(metadata=wire("case", refers_to="case"))
    kind: KeyDayKind = field(metadata=wire("kind", N_("What happened"), register="day"))
    day: ImpreciseDay | None = field(default=None, metadata=wire("day", N_("Day"), register="day"))
    none: bool = field(default=False, metadata=wire("none", N_("It did not happen"), register="day"))
    note: str = field(default="", metadata=wire("note", N_("Note"), PERSONAL))


@record("enquiry")
@dataclass(frozen=True, slots=True)
class Enquiry:
    """A question without identity (PRACTICE M10); one button makes it a case."""

    id: EnquiryId
    asked_on: date = field(metadata=wire("asked_on", N_("Asked on")))
    city: str = field(default="", metadata=wire("city", N_("City")))
    service: Service = field(default=Service.OTHER, metadata=wire("service", N_("Service")))
    question: str = field(default="", metadata=wire("question", N_("Question"), PERSONAL))
    answer: str = field(default="", metadata=wire("answer", N_("Answer"), PERSONAL))
    became: CaseId | None = field(default=None, metadata=wire("became", refers_to="case"))
