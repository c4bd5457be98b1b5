"""What to do first (PRACTICE L1, L2): the next useful step, the body it goes to, and why this one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from caseapp.domain.cases import Service
from caseapp.domain.offices import Level, OfficeKind
from caseapp.domain.visits import Answer, Grounds
from caseapp.law.avenues import Avenue, Status, Why
from caseapp.law.awards import award_not_sued
from caseapp.law.bodies import reviewing_kind
from caseapp.law.deadline import State
from caseapp.law.duties import Matter
from caseapp.law.respondents import Named, Standing
from caseapp.law.situation import Contact, Situation

_TAKES_PART = frozenset((Answer.ASKED_MORE, Answer.ACCEPTED))


class FirstStepKind(Enum):
    """What to do first."""

    SERVICE_APPLICATION = "service_application"
    ADMIN_RECONSIDERATION = "admin_reconsideration"
    ADMIN_LITIGATION = "admin_litigation"
    LABOUR_ARBITRATION = "labour_arbitration"
    LABOUR_LITIGATION = "labour_litigation"
    LABOUR_INSPECTION = "labour_inspection_complaint"
    AWARD_ENFORCEMENT = "award_enforcement"
    PROMPT_CARD = "prompt_card"
    """Go, wait or ask with a card in hand: nothing was refused yet, or the application is with the organ."""


class Because(Enum):
    """Why this step, where the kind alone does not say it."""

    USUAL = "usual"
    NOT_ASKED_YET = "not_asked_yet"
    """Nobody has gone anywhere yet."""
    MORE_PAPERS = "more_papers"
    """Nothing was refused, only more papers asked."""
    SIGN_NOTHING = "sign_nothing"
    """A refund that ends the record was spoken of."""
    FORM_UNKNOWN = "form_unknown"
    REVIEW_DECLINED = "review_declined"
    UNDER_REVIEW = "under_review"
    """The body that reviews has the application."""
    REVIEW_SENT = "review_sent"
    """An application was handed in or posted; its receipt is not noted."""
    OTHER_CLAIMS = "other_claims"
    """An award has taken effect: arbitration is for what it did not decide."""
    PREMIUMS = "premiums"
    URGENT = "urgent"
    """People or things are in danger now: no sixty days are waited for (Implementing Regulations art. 16(2))."""


@dataclass(frozen=True, slots=True)
class FirstStep:
    """The next useful step and the body it goes to."""

    kind: FirstStepKind
    body: OfficeKind | None
    level: Level | None
    asks_in_the_alternative: bool = False
    """Whether the letter asks, failing a grant, for a written answer with reasons, basis and remedies."""
    provisions: tuple[str, ...] = ()
    because: Because = Because.USUAL
    named: Named | None = None
    """Which body, as the law of the day names it; at choice, both."""


def first_step(situation: Situation, avenues: Sequence[Avenue]) -> FirstStep:
    """The step to take first among the ways open on the day."""
    if situation.service is Service.LABOUR:
        return _labour(situation, avenues)
    if any(visit.refund for visit in situation.visits):
        return _card_at(situation, Because.SIGN_NOTHING)
    way = {avenue.procedure: avenue for avenue in avenues}
    court = way["admin_litigation"]
    if _after_reconsideration(situation) and court.status is Status.OPEN and _running(court, situation):
        return FirstStep(FirstStepKind.ADMIN_LITIGATION, OfficeKind.COURT, None, named=court.body)
    review = next(avenue for avenue in avenues if avenue.procedure.startswith("admin_reconsideration"))
    if review.status is Status.UNDER_WAY:
        because = Because.REVIEW_SENT if review.why is Why.REVIEW_SENT else Because.UNDER_REVIEW
        return FirstStep(FirstStepKind.PROMPT_CARD, reviewing_kind(situation), None, because=because, named=review.body)
    if review.status is Status.OPEN and review.why is not Why.ACTOR_UNKNOWN:
        return _review(situation, review)
    if situation.unanswered and review.status is not Status.CLOSED:
        return _card_at(situation)
    return _ask(situation)


def _labour(situation: Situation, avenues: Sequence[Avenue]) -> FirstStep:
    """Arbitration, unless the commission has decided: then the court while the time to sue runs, enforcement once it is
    over, or inspection for the premiums it leaves.
    """
    award = next((a for a in avenues if a.procedure == "award_enforcement"), None)
    if award and award.status is Status.OPEN and _running(award, situation):
        return FirstStep(FirstStepKind.AWARD_ENFORCEMENT, OfficeKind.COURT, None)
    suit = next((a for a in avenues if a.procedure == "labour_litigation"), None)
    if suit and suit.status is Status.OPEN and _running(suit, situation):
        return FirstStep(FirstStepKind.LABOUR_LITIGATION, OfficeKind.COURT, None)
    if situation.award and situation.premiums_unpaid:
        return FirstStep(FirstStepKind.LABOUR_INSPECTION, OfficeKind.HRSS_BUREAU, Level.DISTRICT, because=Because.PREMIUMS)
    because = Because.OTHER_CLAIMS if award_not_sued(situation) else Because.USUAL
    return FirstStep(FirstStepKind.LABOUR_ARBITRATION, OfficeKind.LABOUR_ARBITRATION, Level.DISTRICT, because=because)


def _after_reconsideration(situation: Situation) -> bool:
    return bool(situation.reconsidered or situation.reconsideration_received)


def _running(avenue: Avenue, situation: Situation) -> bool:
    return avenue.deadline is not None and avenue.deadline.state(situation.on) is State.RUNNING


def _review(situation: Situation, review: Avenue) -> FirstStep:
    reasons = {Why.FORM_UNKNOWN: Because.FORM_UNKNOWN, Why.REVIEW_DECLINED: Because.REVIEW_DECLINED}
    because = reasons.get(review.why, Because.USUAL)
    kind = FirstStepKind.ADMIN_RECONSIDERATION
    return FirstStep(kind, reviewing_kind(situation, review.deadline), None, because=because, named=review.body)


def _ask(situation: Situation) -> FirstStep:
    """With the card where nothing was refused yet, else in writing to the organ with the duty."""
    if situation.duty is None:
        return _card_at(situation)
    if not situation.visits and not situation.acts and situation.service is not Service.WORK_INJURY:
        return _card_at(situation, Because.NOT_ASKED_YET)
    back = _took_part(situation)
    if back:
        more = back.answer is Answer.ASKED_MORE or back.grounds is Grounds.MISSING_PAPER
        kind = FirstStepKind.PROMPT_CARD
        return FirstStep(kind, back.office, None, because=Because.MORE_PAPERS if more else Because.USUAL)
    return _application(situation)


def _took_part(situation: Situation) -> Contact | None:
    """The office last gone to, if no office that could give or refuse has turned the client away or asked for money."""
    able = [visit for visit in situation.visits if situation.standing(visit.office) is not Standing.CANNOT_BE]
    taking = all(visit.answer in _TAKES_PART and visit.grounds is not Grounds.FEE for visit in able)
    return able[-1] if able and taking else None


def _application(situation: Situation) -> FirstStep:
    duty, reasons = situation.duty, {Matter.NOBODY_KNOWN: Because.URGENT, Matter.SERVICE: Because.USUAL}
    assert duty is not None
    kind = FirstStepKind.SERVICE_APPLICATION
    because = reasons.get(situation.matter, Because.PREMIUMS)
    return FirstStep(kind, duty.office, duty.level, True, duty.provisions, because)


def _card_at(situation: Situation, because: Because = Because.USUAL) -> FirstStep:
    duty = situation.duty
    return FirstStep(
        FirstStepKind.PROMPT_CARD, duty.office if duty else None, duty.level if duty else None, because=because
    )
