"""The avenues against an administrative organ: application, reconsideration, court, and what goes with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.days import add_months
from caseapp.law.avenues import Avenue, Joint, Status, Track, Why
from caseapp.law.calendar import DAY
from caseapp.law.deadline import Actor, Deadline, State
from caseapp.law.expectation import expected_answer, expected_decision
from caseapp.law.respondents import NEW_LAW, duty_organs
from caseapp.law.situation import Situation

_FIRST_INSTANCE_MONTHS = 6
"""Litigation Law art. 81."""

_ENDS_WAITING = "performance_period_expired"


def administrative_avenues(situation: Situation, found: Sequence[Deadline]) -> tuple[Avenue, ...]:
    """Every statutory way against an organ, in the order they are used."""
    review = _reconsideration(situation, found)
    avenues = [_application(situation), review, _court(situation, found, review)]
    if review.status is Status.OPEN:
        avenues.append(Avenue("normative_document_review", Status.OPEN, Why.WITH_THE_ACT_ONLY))
    else:
        first = review.procedure
        avenues.append(
            Avenue("normative_document_review", Status.NEEDS_FIRST, Why.WITH_THE_ACT_ONLY, needs=first)
        )  # fmt: skip
    avenues.append(
        Avenue(
            "open_government_information",
            Status.OPEN,
            Why.ASKS_RECORDS,
            answer_expected_by=expected_answer("information_disclosure", situation.on, own_period_only=True),
        )
    )
    if situation.minor:
        avenues.append(Avenue("prosecutor_support", Status.OPEN, Why.SUPPORTS_MINORS))
    return tuple(avenues)


def _application(situation: Situation) -> Avenue:
    """The first letter: it can always be handed in, and starts the organ's clock."""
    received = situation.application_received
    expected = expected_answer(situation.service.value, received or situation.on)
    if situation.service not in duty_organs():
        return Avenue("service_application", Status.NOT_YET, Why.DAY_NOT_KNOWN, Track.QUICK)
    if received is None:
        return Avenue("service_application", Status.OPEN, Why.READY, Track.QUICK, answer_expected_by=expected)
    over = expected is not None and expected < situation.on
    why = Why.SILENCE_RIPE if over else Why.PENDING
    return Avenue("service_application", Status.OPEN, why, Track.QUICK, answer_expected_by=None if over else expected)


def _reconsideration(situation: Situation, found: Sequence[Deadline]) -> Avenue:
    name = "admin_reconsideration" if situation.on >= NEW_LAW else "admin_reconsideration_2017"
    decided = expected_decision(situation.on)
    own = [d for d in found if d.who_must_act is Actor.CLIENT and d.procedure.startswith("admin_reconsideration")]
    live = [d for d in own if _may_be_used(d, found, situation)]
    best = min(live, key=lambda d: (d.state(situation.on) is not State.RUNNING, d.safe_last_day), default=None)
    if best is not None:
        silence = best.trigger == _ENDS_WAITING
        late = best.state(situation.on) is State.SAFE_DAY_PASSED
        why = Why.SAFE_DAY_PASSED if late else Why.SILENCE_RIPE if silence else Why.ACT_KNOWN
        return Avenue(name, Status.OPEN, why, joint=Joint.SAME_ACT, deadline=best, answer_expected_by=decided)
    waiting = next((d for d in own if d.trigger == _ENDS_WAITING and d.state(situation.on) is State.RUNNING), None)
    if waiting is not None:
        opens = _late_after(waiting, found) + DAY
        return Avenue(
            name, Status.NOT_YET, Why.SILENCE_NOT_RIPE, joint=Joint.SAME_ACT, opens_on=opens, deadline=waiting
        )  # fmt: skip
    if own:
        return Avenue(name, Status.CLOSED, Why.TOO_LATE, joint=Joint.SAME_ACT, deadline=own[0])
    return Avenue(name, Status.NEEDS_FIRST, Why.NO_ACT, joint=Joint.SAME_ACT, needs="service_application")


def _may_be_used(deadline: Deadline, found: Sequence[Deadline], situation: Situation) -> bool:
    """Not closed, and if it follows silence, the organ is late on every reading."""
    if deadline.state(situation.on) is State.CLOSED:
        return False
    return not deadline.lapse_of or situation.on > _late_after(deadline, found)


def _late_after(deadline: Deadline, found: Sequence[Deadline]) -> date:
    return max((d.late_after for d in found if d.id == deadline.lapse_of), default=deadline.trigger_day)


def _court(situation: Situation, found: Sequence[Deadline], review: Avenue) -> Avenue:
    ends = add_months(situation.on, _FIRST_INSTANCE_MONTHS)
    after = [d for d in found if d.id.startswith("lit-after-recon") and d.state(situation.on) is not State.CLOSED]
    served = [d for d in after if d.trigger == "decision_served" or situation.on > _late_after(d, found)]
    if served:
        best = min(served, key=lambda d: d.safe_last_day)
        return Avenue(
            "admin_litigation", Status.OPEN, Why.READY, joint=Joint.SAME_ACT, deadline=best, answer_expected_by=ends
        )
    direct = [d for d in found if d.id in ("lit-direct", "lit-inaction-sue") and d.state(situation.on) is not State.CLOSED]
    choice = situation.on < NEW_LAW or situation.service is Service.WORK_INJURY
    usable = [d for d in direct if not d.lapse_of or situation.on > _late_after(d, found)]
    if choice and usable:
        best = min(usable, key=lambda d: d.safe_last_day)
        return Avenue(
            "admin_litigation", Status.OPEN, Why.CHOICE, joint=Joint.SAME_ACT, deadline=best, answer_expected_by=ends
        )  # fmt: skip
    if choice and review.status is not Status.OPEN:
        return Avenue("admin_litigation", review.status, review.why, joint=Joint.SAME_ACT, needs=review.needs)
    return Avenue(
        "admin_litigation", Status.NEEDS_FIRST, Why.RECONSIDER_FIRST, joint=Joint.SAME_ACT, needs=review.procedure
    )  # fmt: skip
