"""The events from which periods run: a closed list.

An event is a day on which something happened. Where the office may say it happened on an earlier day than the client can
show, ``day`` is that earlier day and the others are kept in ``later``, each with its ground (PRACTICE L3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.domain.offices import OfficeKind
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.law.deadline import Ground, Step

EARLIEST, LATEST = date(1950, 1, 1), date(2100, 12, 31)


class Trigger(Enum):
    """What happened. The value is a word of the files and of the command line."""

    KNEW_OF_ACT = "knew_of_act"
    ACT_NOTICE_ISSUED = "act_notice_issued"
    """An act was made known by public notice (Civil Procedure Law art. 95)."""
    DECISION_NOTICE_ISSUED = "decision_notice_issued"
    """A decision or judgment was served by public notice."""
    TOLD_OF_REMEDY = "told_of_remedy"
    ACT_MADE = "act_made"
    APPLICATION_RECEIVED = "application_received"
    """The organ that has the duty received the application."""
    APPLICATION_ACCEPTED = "application_accepted"
    PERFORMANCE_PERIOD_EXPIRED = "performance_period_expired"
    LITIGATION_WAIT_EXPIRED = "litigation_wait_expired"
    """Two months after the application (Litigation Law art. 47): the court's own reading of ripe silence."""
    RECONSIDERATION_RECEIVED = "reconsideration_received"
    """The reconsideration organ received the application for reconsideration."""
    CORRECTION_NOTICE_RECEIVED = "correction_notice_received"
    COPY_RECEIVED_BY_RESPONDENT = "copy_received_by_respondent"
    RECONSIDERATION_PERIOD_EXPIRED = "reconsideration_period_expired"
    DECISION_SERVED = "decision_served"
    """A reconsideration decision, an award, a judgment or a ruling was served."""
    RECONSIDERATION_SERVED = "reconsideration_served"
    """A decision on reconsideration was served, and it is known to be one: only the suit after it begins."""
    COMPLAINT_RECEIVED = "complaint_received"
    """A complaint in court, or one to labour inspection, was received."""
    CASE_FILED = "case_filed"
    EXTENSION_NOTIFIED = "extension_notified"
    """The authority told that its period is extended."""
    DECISION_MADE = "decision_made"
    DECISION_OR_EXPIRY = "decision_or_expiry"
    """A compensation decision was made, or the time for it ran out (State Compensation Law art. 14)."""
    HEARING_DATE_BEFORE = "hearing_date_before"
    TOLD_OF_HEARING_RIGHT = "told_of_hearing_right"
    HEARING_REQUESTED = "hearing_requested"
    NORMDOC_REVIEW_REQUESTED = "normdoc_review_requested"
    CONSULTATION_RECEIVED = "consultation_received"
    APPEAL_RECEIVED = "appeal_received"
    JUDGMENT_EFFECTIVE = "judgment_effective"
    PERFORMANCE_DEADLINE_OF_JUDGMENT = "performance_deadline_of_judgment"
    PETITION_RECEIVED = "petition_received"
    PETITION_ACCEPTED = "petition_accepted"
    TRANSFER_RECEIVED = "transfer_received"
    REVIEW_REQUEST_RECEIVED = "review_request_received"
    HOTLINE_CALLED = "hotline_called"
    OBJECTION_RECEIVED = "objection_received"
    LIMITATION_EXPIRY_BEFORE = "limitation_expiry_before"
    PERMIT_ANNIVERSARY = "permit_anniversary"
    INJURY_OR_DIAGNOSIS = "injury_or_diagnosis"
    APPRAISAL_CONCLUDED = "appraisal_concluded"
    EMPLOYMENT_STARTED = "employment_started"
    EMPLOYMENT_ENDED = "employment_ended"
    KNEW_OF_INFRINGEMENT = "knew_of_infringement"
    VIOLATION_ENDED = "violation_ended"
    ARBITRATION_RECEIVED = "arbitration_received"
    DEMAND_MADE = "demand_made"
    """The worker demanded performance from the employer (Arbitration Law art. 27(2))."""
    COMPLAINT_MADE = "complaint_made"
    """The worker sought relief from a competent department (art. 27(2))."""
    ACKNOWLEDGED = "acknowledged"
    """The employer agreed to perform (art. 27(2))."""
    AGREED_PAYDAY = "agreed_payday"
    TRANSFER_LETTER_RECEIVED = "transfer_letter_received"
    TRANSFER_FUNDS_RECEIVED = "transfer_funds_received"
    TRANSFER_DATA_RECEIVED = "transfer_data_received"
    CONTRIBUTION_STOPPED = "contribution_stopped"
    ENROLLED_LATE = "enrolled_late"
    CHECK_REQUEST_RECEIVED = "check_request_received"
    INITIAL_OPINION_MADE = "initial_opinion_made"
    FILE_RECEIVED_BY_COUNTY = "file_received_by_county"
    REGISTERED_ON_WAITING_LIST = "registered_on_waiting_list"
    PAYMENT_REQUEST_RECEIVED = "payment_request_received"
    FINANCE_REQUEST_RECEIVED = "finance_request_received"
    ASSESSMENT_MADE = "assessment_made"
    BREACH_DETECTED = "breach_detected"
    OBSTACLE_BEGAN = "obstacle_began"
    OBSTACLE_ENDED = "obstacle_ended"


@dataclass(frozen=True, slots=True)
class Event:
    """Something happened on ``day`` (the earliest reading) or on one of ``later``."""

    trigger: Trigger
    day: date
    later: tuple[tuple[date, Ground], ...] = ()
    told: bool | None = None
    """For an act: whether it named right, organ and period. None: not known."""
    procedure: str = ""
    """Only for periods of this procedure; empty: for any."""
    lapse_of: str = ""
    """The id of the period whose end this event is."""
    derived_by: tuple[Step, ...] = ()
    """How that end was found."""
    deemed_by: str = ""
    """The id of the rule by which it is deemed to have happened."""
    applied: date | None = None
    """For the end of a period that an application started: the day the application was received."""
    proved: bool | None = None
    """Whether the day can be shown: a slip, a postal record, a signed copy. None: not known."""

    office: OfficeKind | None = None
    """The kind of office whose act it is, or whose silence follows."""

    def __post_init__(self) -> None:
        if not EARLIEST <= self.day <= LATEST:
            raise BadInput(N_("{day} cannot be right. Give a day between 1950 and 2100."), day=self.day.isoformat())

    @property
    def latest(self) -> date:
        """The latest reading of the day."""
        return max((self.day, *(day for day, _ in self.later)))


def read_trigger(word: str) -> Trigger:
    """The trigger named ``word``. Raises :class:`BadInput` naming those there are."""
    try:
        return Trigger(word)
    except ValueError:
        raise BadInput(
            N_("{word} is not an event this program knows. Use one of: {known}."),
            word=word,
            known=", ".join(trigger.value for trigger in Trigger),
        ) from None


def act_known(
    *,
    dated: date | None,
    received: date | None,
    receipt_proved: bool = True,
    told: bool | None = None,
) -> Event | None:
    """A written act, by the date it bears and the day it was received; None if neither is known.

    Without proof of the day of receipt the safe date counts from the date on the paper (PRACTICE L3); the later day is kept
    as one that can be argued.
    """
    if received is None:
        return None if dated is None else Event(Trigger.ACT_MADE, dated, told=told)
    if receipt_proved or dated is None or dated >= received:
        return Event(Trigger.KNEW_OF_ACT, received, told=told)
    return Event(Trigger.KNEW_OF_ACT, dated, ((received, Ground.RECEIVED_LATER),), told)
