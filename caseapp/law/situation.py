"""What the ladder needs to know of a case: visits, papers and days, as frozen values without names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.deadline import Deadline
from caseapp.law.derive import derive
from caseapp.law.respondents import Standing, respondent
from caseapp.law.triggers import Event, Trigger, act_known


@dataclass(frozen=True, slots=True)
class Contact:
    """A visit: the earliest day it may have been, the kind of office, its answer, whether in writing."""

    day: date
    office: OfficeKind
    answer: Answer
    written: bool = False


@dataclass(frozen=True, slots=True)
class WrittenAct:
    """A paper of an office: its date, the day received, and what it told. ``told`` is None where nobody has looked."""

    office: OfficeKind
    dated: date | None
    received: date | None
    receipt_proved: bool = True
    told_right: bool | None = None
    told_body: bool | None = None
    told_period: bool | None = None

    @property
    def told(self) -> bool | None:
        """Whether it named right, body and period; one missing is enough for no (Reconsideration Law art. 20(3))."""
        answers = (self.told_right, self.told_body, self.told_period)
        return False if False in answers else None if None in answers else True


@dataclass(frozen=True, slots=True)
class Situation:
    """A case on a day, as far as remedies depend on it."""

    service: Service
    on: date
    visits: tuple[Contact, ...] = ()
    acts: tuple[WrittenAct, ...] = ()
    application_received: date | None = None
    """The day the organ with the duty received the written application."""
    application_proved: bool | None = None
    """Whether that day can be shown; it decides cases of silence."""
    application_accepted: date | None = None
    reconsideration_received: date | None = None
    decision_served: date | None = None
    useful_until: date | None = None
    employment_started: date | None = None
    employment_ended: date | None = None
    minor: bool = False
    households: int = 1


def events(situation: Situation) -> tuple[Event, ...]:
    """The events of a case from which periods run. Words at a counter are none: they give a protective day only."""
    found: list[Event] = []
    for act in situation.acts:
        if respondent(act.office, situation.on).standing is Standing.CAN_BE:
            event = act_known(
                dated=act.dated, received=act.received, receipt_proved=act.receipt_proved, told=act.told
            )  # fmt: skip
            found += [event] if event else []
    found += _written_at_a_visit(situation)
    if situation.application_received:
        proved = situation.application_proved
        found.append(Event(Trigger.APPLICATION_RECEIVED, situation.application_received, proved=proved))
    for trigger, day in (
        (Trigger.APPLICATION_ACCEPTED, situation.application_accepted),
        (Trigger.RECONSIDERATION_RECEIVED, situation.reconsideration_received),
        (Trigger.DECISION_SERVED, situation.decision_served),
        (Trigger.EMPLOYMENT_STARTED, situation.employment_started),
        (Trigger.EMPLOYMENT_ENDED, situation.employment_ended),
        (Trigger.VIOLATION_ENDED, situation.employment_ended),
    ):
        found += [Event(trigger, day)] if day else []
    return (*found, *_stopping_nothing(situation), *_labour(situation))


def _stopping_nothing(situation: Situation) -> list[Event]:
    """Petitions and calls to the hotline: they stop no period, which is said beside those that run (PRACTICE L5)."""
    triggers = {OfficeKind.PETITION_OFFICE: Trigger.PETITION_RECEIVED, OfficeKind.HOTLINE: Trigger.HOTLINE_CALLED}
    return [Event(triggers[visit.office], visit.day) for visit in situation.visits if visit.office in triggers]


def _written_at_a_visit(situation: Situation) -> list[Event]:
    """A written refusal noted only with the visit, where the paper itself is not entered yet."""
    entered = {act.office for act in situation.acts}
    return [
        Event(Trigger.KNEW_OF_ACT, visit.day)
        for visit in situation.visits
        if visit.written and visit.answer is Answer.REFUSED and visit.office not in entered
        and respondent(visit.office, situation.on).standing is Standing.CAN_BE
    ]  # fmt: skip


def _labour(situation: Situation) -> list[Event]:
    """Asking the employer and complaining to inspection interrupt the limit (Arbitration Law art. 27(2), PRACTICE L5)."""
    asked = [visit for visit in situation.visits if visit.office is OfficeKind.EMPLOYER]
    refused = [visit.day for visit in asked if visit.answer is Answer.REFUSED]
    found = [Event(Trigger.DEMAND_MADE, visit.day) for visit in asked]
    found += [
        Event(Trigger.COMPLAINT_MADE, visit.day)
        for visit in situation.visits
        if visit.office is OfficeKind.LABOUR_INSPECTION
    ]
    if refused and situation.service is Service.LABOUR:
        found.append(Event(Trigger.KNEW_OF_INFRINGEMENT, min(refused)))
    return found


def protective(situation: Situation) -> Deadline | None:
    """The earliest sixty days from a refusal that starts no clock for sure: in words, or by a body of disputed standing.

    Its ``ripe_on`` (the day by counting alone) is the protective day; a caseworker names ``act_by``.
    """
    days = [
        visit.day
        for visit in situation.visits
        if visit.answer is Answer.REFUSED
        and respondent(visit.office, situation.on).standing is not Standing.CANNOT_BE
        and not (visit.written and respondent(visit.office, situation.on).standing is Standing.CAN_BE)
    ]
    days += [
        day
        for act in situation.acts
        if respondent(act.office, situation.on).standing is Standing.DISPUTED and (day := act.dated or act.received)
    ]
    if not days:
        return None
    found = derive([Event(Trigger.KNEW_OF_ACT, min(days))], "admin_reconsideration", on=situation.on)
    return next(iter(found), None)
