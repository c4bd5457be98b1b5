"""The events of a case: what happened of which a period runs, and what stops none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.days import add_months
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.deadline import Ground
from caseapp.law.derive import derive
from caseapp.law.respondents import Standing
from caseapp.law.situation import Situation
from caseapp.law.triggers import Event, Trigger, act_known


def events(situation: Situation) -> tuple[Event, ...]:
    """The events of a case from which periods run. Words at a counter are none: they give a protective day only."""
    found = list(still_to_be_reviewed(situation))
    found += _pending(situation)
    served = Trigger.RECONSIDERATION_SERVED if situation.reconsidered else Trigger.DECISION_SERVED
    for trigger, day in (
        (Trigger.APPLICATION_ACCEPTED, situation.application_accepted),
        (served, situation.reconsidered or situation.decision_served),
        (Trigger.EMPLOYMENT_STARTED, situation.employment_started),
        (Trigger.EMPLOYMENT_ENDED, situation.employment_ended),
        (Trigger.VIOLATION_ENDED, situation.employment_ended),
        (Trigger.INJURY_OR_DIAGNOSIS, situation.injured),
    ):
        found += [Event(trigger, day)] if day else []
    found += situation.noted
    return (*found, *_endorsed_by(situation), *_stopping_nothing(situation), *_labour(situation), *_of_an_award(situation))


def _acts(situation: Situation) -> list[Event]:
    """Papers of offices that can be respondent."""
    found = (
        (act.office, act_known(dated=act.dated, received=act.received, receipt_proved=act.receipt_proved, told=act.told))
        for act in situation.acts
        if situation.standing(act.office) is Standing.CAN_BE
    )
    return [replace(event, office=office) for office, event in found if event]


def _asked(situation: Situation) -> list[Event]:
    """Each written application, unless the organ has refused it in writing: then the refusal counts, not its silence.

    A later one does not hide the silence that met an earlier one.
    """
    asked, day, organ = Trigger.APPLICATION_RECEIVED, situation.unanswered, situation.asked
    found = [Event(asked, before, proved=proved, office=organ) for before, proved in situation.unanswered_before]
    if day is None:
        return found
    later = _uncertain(day, situation.application_latest)
    return [*found, Event(asked, day, later, proved=situation.application_proved, office=organ)]


def _pending(situation: Situation) -> list[Event]:
    """What the body that reviews received; complete only with the corrections, where it asked for some (art. 31)."""
    received, told = situation.reconsideration_received, situation.correction_told
    if received is None or situation.reconsidered:
        return []
    later = _uncertain(received, situation.reconsideration_latest)
    if told is None or told < received:
        return [Event(Trigger.RECONSIDERATION_RECEIVED, received, later)]
    notice = Event(Trigger.CORRECTION_NOTICE_RECEIVED, told)
    ends = (found.safe_last_day for found in derive([notice], on=situation.on) if found.id == "recon-correct")
    later = (*later, *((day, Ground.CORRECTED) for day in ends))
    return [Event(Trigger.RECONSIDERATION_RECEIVED, received, later), notice]


def _endorsed_by(situation: Situation) -> list[Event]:
    """The next anniversary of the residence permit (Residence Permit Regulations art. 10(2))."""
    since = situation.permit_since
    if since is None:
        return []
    years = next(count for count in range(1, 200) if add_months(since, 12 * count) >= situation.on)
    return [Event(Trigger.PERMIT_ANNIVERSARY, add_months(since, 12 * years))]


def _uncertain(day: date, latest: date | None) -> tuple[tuple[date, Ground], ...]:
    return ((latest, Ground.DAY_UNCERTAIN),) if latest and latest > day else ()


def still_to_be_reviewed(situation: Situation) -> tuple[Event, ...]:
    """Acts and an unanswered application that nobody has taken to reconsideration yet.

    Where several came before it, which one was taken is not on record: all stay, and what they start is warned of.
    """
    found = (*_acts(situation), *_written_at_a_visit(situation), *_asked(situation))
    taken = situation.reconsidered and (situation.reconsideration_received or situation.reconsidered)
    taken = taken or situation.under_review
    before = [event for event in found if taken and event.day <= taken]
    return tuple(event for event in found if event not in before) if len(before) == 1 else found


def _stopping_nothing(situation: Situation) -> list[Event]:
    """Petitions and calls to the hotline: they stop no period, which is said beside those that run (PRACTICE L5)."""
    triggers = {OfficeKind.PETITION_OFFICE: Trigger.PETITION_RECEIVED, OfficeKind.HOTLINE: Trigger.HOTLINE_CALLED}
    return [Event(triggers[v.office], v.day) for v in situation.visits if v.day and v.office in triggers]


def _written_at_a_visit(situation: Situation) -> list[Event]:
    """A written refusal noted only with the visit, where the paper itself is not entered yet."""
    entered = {act.office for act in situation.acts}
    return [
        Event(Trigger.KNEW_OF_ACT, visit.day, office=visit.office)
        for visit in situation.visits
        if visit.day and visit.written and visit.answer is Answer.REFUSED and not visit.review
        and visit.office not in entered and situation.standing(visit.office) is Standing.CAN_BE
    ]  # fmt: skip


def _labour(situation: Situation) -> list[Event]:
    """Asking the employer and complaining to inspection interrupt the limit (Arbitration Law art. 27(2), PRACTICE L5)."""
    asked = [(v.day, v.answer) for v in situation.visits if v.day and v.office is OfficeKind.EMPLOYER]
    refused = [day for day, answer in asked if answer is Answer.REFUSED]
    found = [Event(Trigger.DEMAND_MADE, day) for day, _ in asked]
    found += [
        Event(Trigger.COMPLAINT_MADE, visit.day)
        for visit in situation.visits
        if visit.day and visit.office is OfficeKind.LABOUR_INSPECTION
    ]
    if refused and situation.service is Service.LABOUR:
        found.append(Event(Trigger.KNEW_OF_INFRINGEMENT, min(refused)))
    return found


def _of_an_award(situation: Situation) -> list[Event]:
    """Fifteen days to sue; then the award is in force and two years to enforce begin (Arbitration Law arts 50, 51).

    An award on pay, injury costs or social insurance is in force from the day it is made (art. 47): the earliest reading.
    """
    award, ends = situation.award, award_final_after(situation)
    if award is None or award.day is None or ends is None:
        return []
    if situation.on <= ends:
        later = ((award.latest, Ground.DAY_UNCERTAIN),) if award.latest and award.latest > award.day else ()
        return [Event(Trigger.DECISION_SERVED, award.day, later, procedure="labour_arbitration")]
    if award.answer is not Answer.ACCEPTED:
        return []
    later = ((ends, Ground.NOT_FINAL),)
    return [Event(Trigger.JUDGMENT_EFFECTIVE, award.day, later, procedure="award_enforcement")]


def award_final_after(situation: Situation) -> date | None:
    """The last day to sue against the award, by the latest reading of the day it came and of days off; None where none
    is known.
    """
    award = situation.award
    if award is None or award.day is None:
        return None
    day = award.latest or award.day
    found = derive([Event(Trigger.DECISION_SERVED, day)], "labour_arbitration", on=situation.on)
    period = next((deadline for deadline in found if deadline.id == "lab-arb-sue"), None)
    return (period.arguable_until or period.safe_last_day) if period else None
