"""Ways that go with an act, or ask for something else beside it, by what the case is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.law.avenues import Avenue, Joint, Status, Track, Why
from caseapp.law.awards import award_avenues
from caseapp.law.deadline import Deadline, State
from caseapp.law.duties import INSURANCES, Matter
from caseapp.law.expectation import expected_answer
from caseapp.law.labour import inspection
from caseapp.law.of_one_service import of_one_service
from caseapp.law.respondents import duty_organs
from caseapp.law.situation import Situation

_PREMIUMS = (Matter.PREMIUMS_COLLECTED, Matter.PREMIUMS_INSPECTED)
TRANSFER_FROM = date(2010, 1, 1)
"""Pension Transfer Measures art. 13; before, no national rule."""


def beside(situation: Situation, review: Avenue, found: Sequence[Deadline]) -> Iterator[Avenue]:
    """Every way beside application, reconsideration and court, in the order they are shown."""
    if situation.service is Service.WORK_INJURY:
        yield _recognition(situation, found)
    if situation.service is Service.PENSION:
        yield _transfer(situation)
    if situation.service in INSURANCES and (situation.matter in _PREMIUMS or situation.premiums_unpaid):
        yield inspection(situation, found, Why.PREMIUMS)
    yield from award_avenues(situation, found)
    yield from of_one_service(situation)
    if situation.matter is Matter.NOBODY_KNOWN:
        yield Avenue("temporary_relief", Status.OPEN, Why.IN_NEED, Track.QUICK)
    if situation.matter is Matter.NOBODY_KNOWN or situation.carried_out:
        yield Avenue("state_compensation", Status.OPEN, Why.IF_DAMAGED)
    yield _document(review)
    expected = expected_answer("information_disclosure", situation.on, own_period_only=True)
    yield Avenue("open_government_information", Status.OPEN, Why.ASKS_RECORDS, answer_expected_by=expected)
    if situation.service is Service.COMPULSORY_EDUCATION:
        yield Avenue("fee_refund", Status.OPEN, Why.IF_CHARGED, organ=duty_organs().get(situation.service))
    if situation.minor:
        yield Avenue("prosecutor_support", Status.OPEN, Why.SUPPORTS_MINORS)
    yield Avenue("record_review_suggestion", Status.OPEN, Why.DECIDES_NO_CASE, joint=Joint.NEVER)


def _document(review: Avenue) -> Avenue:
    """The document behind an act: only together with reconsideration, or afterwards with the suit (arts 13 and 53)."""
    name = "normative_document_review"
    if review.status is Status.OPEN:
        return Avenue(name, Status.OPEN, Why.WITH_THE_ACT_ONLY, body=review.body)
    if review.status is Status.UNDER_WAY:
        return Avenue(name, Status.OPEN, Why.DOCUMENT_WHILE_REVIEWED, body=review.body)
    needs = "admin_litigation" if review.why is Why.ALREADY_USED else review.procedure
    return Avenue(name, Status.NEEDS_FIRST, Why.WITH_THE_ACT_ONLY, needs=needs)


def _recognition(situation: Situation, found: Sequence[Deadline]) -> Avenue:
    """Thirty days for the employer, a year for the worker (Work Injury Regulations art. 17).

    Once the bureau has declined in writing the way leads through that decision; a year that has passed is argued there.
    """
    name = "work_injury_recognition"
    year = next((d for d in found if d.id == "wi-worker-file"), None)
    if any(act.office is OfficeKind.HRSS_BUREAU for act in situation.acts):
        argued = year if year is not None and year.safe_last_day < situation.on else None
        return Avenue(name, Status.CLOSED, Why.RECOGNITION_DECLINED, deadline=argued)
    if year is None:
        return Avenue(name, Status.OPEN, Why.DAY_NOT_KNOWN, Track.QUICK)
    state = year.state(situation.on)
    if state is State.CLOSED:
        return Avenue(name, Status.CLOSED, Why.TOO_LATE, deadline=year)
    why = Why.READY if state is State.RUNNING else Why.SAFE_DAY_PASSED
    return Avenue(name, Status.OPEN, why, Track.QUICK, deadline=year)


def _transfer(situation: Situation) -> Avenue:
    """Between provinces only, and only since there is a national rule (Pension Transfer Measures arts 3, 11, 13)."""
    if situation.on < TRANSFER_FROM:
        return Avenue("pension_transfer", Status.CLOSED, Why.RULE_NOT_YET)
    expected = expected_answer(situation.service.value, situation.on, own_period_only=True)
    return Avenue("pension_transfer", Status.OPEN, Why.IF_MOVED, answer_expected_by=expected)
