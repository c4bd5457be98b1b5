"""A recorded case as the ladder needs it: the visits, papers and days from which periods run."""

from __future__ import annotations

from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import KeyDayKind, Role, Service
from caseapp.domain.facts import SpellKind
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Channel, Visit
from caseapp.law.duties import Matter, duties
from caseapp.law.five_questions import event_of
from caseapp.law.respondents import Standing, respondent
from caseapp.law.reviewed import (
    about_review,
    decided,
    duty_kind,
    kind_of,
    reconsidered,
    review_received,
    review_sent,
    reviews,
)
from caseapp.law.situation import Contact, Situation, WrittenAct
from caseapp.law.triggers import Event

ADULT = 18
_BY_THEMSELVES = (
    KeyDayKind.NOTICE_PUBLISHED,
    KeyDayKind.TOLD_OF_REMEDY,
    KeyDayKind.EXTENSION_TOLD,
    KeyDayKind.OBSTACLE_BEGAN,
    KeyDayKind.OBSTACLE_ENDED,
    KeyDayKind.CONTRACT_ASKED,
    KeyDayKind.COMPLAINED,
)
"""Key days that are events whatever else is on record."""
REFUND_WORDS = ("退保", "refund of contributions")
"""What ending an insurance record for money is called."""
_INFORMS = (Channel.PHONE, Channel.HOTLINE, Channel.MESSAGE_BOARD)
"""What is said there is information at most, no decision on an application (Interpretation 2018 art. 1(2)(10))."""


def situation_of(file: CaseFile, on: date) -> Situation:
    """What is recorded of a case by a day. What happened later is not in it, so an old day is judged as it was."""
    case = file.case
    applicant = file.in_role(Role.APPLICANT)
    age = applicant.age_on(on) if applicant else None
    duty = next(iter(duties(file, on)), None)
    reviewed, accepted = review_received(file, on), _day(file, KeyDayKind.APPLICATION_ACCEPTED, on)
    return Situation(
        matter=duty.matter if duty else Matter.SERVICE,
        organ=duty.organ if duty else None,
        service=case.service,
        on=on,
        visits=_contacts(file, on),
        acts=_acts(file, on),
        application_received=_received(file, "service_application", on)
        or _day(file, KeyDayKind.APPLICATION_RECEIVED, on)
        or accepted,
        application_accepted=accepted,
        application_proved=_receipt_kept(file, _received(file, "service_application", on)),
        earlier_applications=_received_before(file, on),
        application_latest=_latest_received(file, on),
        reconsideration_received=reviewed.earliest if reviewed else None,
        reconsideration_latest=reviewed.latest if reviewed else None,
        reconsideration_sent=review_sent(file, on),
        decision_served=_day(file, KeyDayKind.DECISION_SERVED, on) or decided(file, on),
        reconsidered=reconsidered(file, on),
        useful_until=case.useful_until,
        employment_started=_day(file, KeyDayKind.STARTED_WORK, on) or _spell_began(file, on),
        employment_ended=_day(file, KeyDayKind.LEFT_JOB, on),
        injured=_day(file, KeyDayKind.INJURED, on),
        premiums_unpaid=_premiums_unpaid(file, on),
        correction_told=_day(file, KeyDayKind.CORRECTION_TOLD, on),
        permit_since=_permit_since(file, on),
        carried_out=_carried_out(file),
        noted=_noted(file, on),
        minor=age is not None and age < ADULT,
    )


def _contacts(file: CaseFile, on: date) -> tuple[Contact, ...]:
    found = []
    for visit in file.visits_in_order():
        office = file.office(visit.office)
        review = about_review(file, visit)
        if office and _by(visit, on) and (review or not reviews(file, visit)):
            found.append(_contact(visit, office.kind, review))
    return tuple(found)


def _by(visit: Visit, on: date) -> bool:
    """Whether it had happened by a day; a visit whose day nobody knows has."""
    return visit.day is None or visit.day.earliest <= on


def _contact(visit: Visit, kind: OfficeKind, review: bool) -> Contact:
    written = visit.written
    if written is None and visit.channel in _INFORMS:
        written = False
    return Contact(
        visit.day.earliest if visit.day else None, kind, visit.answer, written, visit.grounds,
        latest=visit.day.latest if visit.day else None, review=review,
        refund=any(word in text for word in REFUND_WORDS for text in (visit.asked, visit.words)),
    )  # fmt: skip


def _acts(file: CaseFile, on: date) -> tuple[WrittenAct, ...]:
    found = [
        WrittenAct(
            kind_of(file, answer.office), answer.dated, answer.received,
            receipt_proved=answer.envelope_kept or bool(answer.served),
            told_right=answer.told_right, told_body=answer.told_body, told_period=answer.told_period,
        )
        for answer in file.written_answers
        if answer.refusal and min(filter(None, (answer.dated, answer.received)), default=on) <= on
        and not reviews(file, answer)
    ]  # fmt: skip
    received = _day(file, KeyDayKind.PAPER_RECEIVED, on)
    if received and not file.written_answers:
        found.append(WrittenAct(duty_kind(file.case.service), None, received))
    return tuple(found)


def _noted(file: CaseFile, on: date) -> tuple[Event, ...]:
    days = ((kind, entry.day) for kind in _BY_THEMSELVES if (entry := file.key_day(kind)))
    known = (event_of(kind, day) for kind, day in days if day and day.earliest <= on)
    return tuple(event for event in known if event and event.day <= on)


def _premiums_unpaid(file: CaseFile, on: date) -> bool:
    """Whether somebody worked for an employer and is on record as never, or not now, insured."""
    told = {fact.key: fact.value for fact in sorted(file.facts, key=lambda fact: fact.as_of) if fact.as_of <= on}
    employed = told.get("employment_status") == "employee" or any(
        spell.kind is SpellKind.EMPLOYED and spell.since.earliest <= on for spell in file.spells
    )
    insured = told.get("social_insurance_current") != "false" and told.get("social_insurance_months") != "0"
    return employed and not insured


def _received(file: CaseFile, kind: str, on: date) -> date | None:
    days = [letter.received_on for letter in _letters(file, kind) if letter.received_on and letter.received_on <= on]
    return max(days, default=None)


def _latest_received(file: CaseFile, on: date) -> date | None:
    """The latest reading of the day the application was received, where only a rough one is noted."""
    entry = file.key_day(KeyDayKind.APPLICATION_RECEIVED)
    if entry is None or entry.day is None or entry.day.earliest > on or _received(file, "service_application", on):
        return None
    return entry.day.latest


def _permit_since(file: CaseFile, on: date) -> date | None:
    """The first day of the last residence permit that is not over; the earliest reading warns."""
    permits = (spell for spell in file.spells if spell.kind is SpellKind.PERMIT and spell.since.earliest <= on)
    return max((spell.since.earliest for spell in permits if not spell.until or on <= spell.until.latest), default=None)


def _carried_out(file: CaseFile) -> date | None:
    """The day an act is or was carried out, noted beforehand or afterwards; the earliest reading warns."""
    entry = file.key_day(KeyDayKind.EXECUTION_DAY)
    return entry.day.earliest if entry and entry.day else None


def _received_before(file: CaseFile, on: date) -> tuple[tuple[date, bool | None], ...]:
    """The days of earlier applications to offices that can be respondent, each with a silence of its own."""
    last = _received(file, "service_application", on)
    days = {
        letter.received_on
        for letter in _letters(file, "service_application")
        if last and letter.received_on and letter.received_on < last
        and respondent(kind_of(file, letter.addressee), on).standing is Standing.CAN_BE
    }  # fmt: skip
    return tuple((day, _receipt_kept(file, day)) for day in sorted(days))


def _receipt_kept(file: CaseFile, day: date | None) -> bool | None:
    """Whether the receipt of the application received on a day was noted; None where only its day was said."""
    letters = [letter for letter in _letters(file, "service_application") if letter.received_on == day]
    return any(letter.receipt.strip() for letter in letters) if day else None


def _letters(file: CaseFile, kind: str) -> tuple[Letter, ...]:
    return tuple(letter for letter in file.letters if letter.kind == kind)


def _day(file: CaseFile, kind: KeyDayKind, on: date) -> date | None:
    """The earliest reading of a day, because periods run from it and the earlier one warns."""
    entry = file.key_day(kind)
    return entry.day.earliest if entry and entry.day and entry.day.earliest <= on else None


def _spell_began(file: CaseFile, on: date) -> date | None:
    if file.case.service is not Service.LABOUR:
        return None
    began = [
        spell.since.earliest for spell in file.spells if spell.kind is SpellKind.EMPLOYED and spell.since.earliest <= on
    ]
    return max(began, default=None)
