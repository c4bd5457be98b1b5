"""What is on record of a reconsideration: by whom, when its application was received, and when it was decided."""

from __future__ import annotations

from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import OfficeId
from caseapp.domain.letter_records import Letter
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer, Grounds, Visit, WrittenAnswer
from caseapp.law.respondents import duty_organs

_LETTER = "admin_reconsideration"
_WORD = "复议"
"""What an application for reconsideration is called in every version of the law; no other request is called so."""


def reviews(file: CaseFile, said: Visit | WrittenAnswer) -> bool:
    """Whether an office speaks here as the body that reviews, not as the one that acted.

    A government that decides on, or declines, reconsideration has done nothing that could be reconsidered again
    (Reconsideration Law 2023, arts 2 and 30(1)(7)). It reviews where the duty is another organ's and it had been applied
    to for it; what it says before, or unasked, is an act of its own. A paper that calls itself one of reconsideration is
    one, whoever wrote it and whatever else is on record.
    """
    if isinstance(said, WrittenAnswer) and _WORD in said.title:
        return True
    if kind_of(file, said.office) is not OfficeKind.GOVERNMENT:
        return False
    if duty_kind(file.case.service) in (OfficeKind.GOVERNMENT, OfficeKind.OTHER):
        return False
    asked, told = _asked_to_review(file, said.office), _told_on(said)
    return asked is not None and (told is None or asked <= told)


def _asked_to_review(file: CaseFile, office: OfficeId | None) -> date | None:
    """The first day on which an office is known to have been applied to for review."""
    days = [visit.day.earliest for visit in file.visits if visit.day and visit.office == office and _WORD in visit.asked]
    letters = (letter for letter in _letters(file) if letter.addressee in (None, office))
    days += [day for letter in letters if (day := letter.sent_on or letter.received_on)]
    noted = file.key_day(KeyDayKind.RECONSIDERATION_RECEIVED)
    days += [noted.day.earliest] if noted and noted.day else []
    return min(days, default=None)


def _told_on(said: Visit | WrittenAnswer) -> date | None:
    if isinstance(said, Visit):
        return said.day.latest if said.day else None
    return said.received or said.dated


def about_review(file: CaseFile, visit: Visit) -> bool:
    """Whether reconsideration was asked for or asked about at a visit.

    Whoever reviews is asked about it once it has received the application; where nobody noted that, the word tells.
    """
    if _WORD in visit.asked:
        return True
    return visit.day is not None and reviews(file, visit) and review_received(file, visit.day.latest) is not None


def review_received(file: CaseFile, on: date) -> ImpreciseDay | None:
    """When the body that reviews received the application: as noted, or by the receipt of the letter."""
    noted = file.key_day(KeyDayKind.RECONSIDERATION_RECEIVED)
    days = [ImpreciseDay.on(letter.received_on) for letter in _letters(file) if letter.received_on]
    days += [noted.day] if noted and noted.day else []
    return max((day for day in days if day.earliest <= on), key=lambda day: day.earliest, default=None)


def review_sent(file: CaseFile, on: date) -> date | None:
    """When an application for reconsideration was handed in or posted whose receipt nobody noted."""
    sent = [letter.sent_on for letter in _letters(file) if letter.sent_on and letter.received_on is None]
    return max((day for day in sent if day <= on), default=None)


def reconsidered(file: CaseFile, on: date) -> date | None:
    """When a decision on reconsideration was known. A body that only says it is not competent has decided nothing.

    Where an application was received after the decision it is about another act, and is pending.
    """
    told = [
        visit.day.earliest
        for visit in file.visits
        if visit.day and visit.day.earliest <= on and about_review(file, visit) and visit.written
        and visit.answer is Answer.REFUSED and visit.grounds is not Grounds.NOT_COMPETENT
    ]  # fmt: skip
    served = file.key_day(KeyDayKind.DECISION_SERVED)
    day = served.day.earliest if served and served.day and served.day.earliest <= on else None
    received = review_received(file, on)
    of_review = day if told or (received and day and received.earliest <= day) else None
    known = of_review or decided(file, on) or max(told, default=None)
    return None if known and received and received.earliest > known else known


def decided(file: CaseFile, on: date) -> date | None:
    """The day on which the reviewing body's decision was received, or else the day it bears."""
    declined = {visit.id for visit in file.visits if visit.grounds is Grounds.NOT_COMPETENT}
    days = (
        answer.received or answer.dated
        for answer in file.written_answers
        if reviews(file, answer) and answer.visit not in declined
    )
    return max((day for day in days if day and day <= on), default=None)


def kind_of(file: CaseFile, office: str | None) -> OfficeKind:
    """The kind of an office on record; where nobody noted it, the organ with the duty, so that a clock is never missed."""
    known = file.offices.get(OfficeId(office)) if office else None
    return known.kind if known else duty_kind(file.case.service)


def duty_kind(service: Service) -> OfficeKind:
    """The kind of organ that has the duty for a service."""
    organ = duty_organs().get(service)
    return organ.office if organ else OfficeKind.OTHER


def _letters(file: CaseFile) -> tuple[Letter, ...]:
    return tuple(letter for letter in file.letters if letter.kind == _LETTER)
