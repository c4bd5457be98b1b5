"""The avenues against an administrative organ: application, reconsideration, court."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.days import add_months
from caseapp.law.avenues import Avenue, Joint, Status, Track, Why
from caseapp.law.bodies import court_of, reviewer_of
from caseapp.law.calendar import DAY
from caseapp.law.deadline import Actor, Deadline, State
from caseapp.law.duties import Matter
from caseapp.law.expectation import expected_answer, expected_decision
from caseapp.law.library import periods
from caseapp.law.pending import no_suit_meanwhile, perhaps_received, under_review
from caseapp.law.protection import form_unknown, protective, suit_if_written, undated
from caseapp.law.respondents import NEW_LAW, duty_organs
from caseapp.law.situation import Situation

_FIRST_INSTANCE_MONTHS = 6
"""Litigation Law art. 81."""

_AT_ONCE = ("lit-direct", "lit-direct-1989", "lit-inaction-sue", "lit-inaction-sue-2015")
_TO_APPLY = ("recon-apply", "recon-old-apply", "recon-inaction-apply")
_ENDS_WAITING = "performance_period_expired"
_SUIT_AS_WELL = {Why.FORM_UNKNOWN: Why.SUIT_IF_WRITTEN, Why.ACTOR_UNKNOWN: Why.ACTOR_UNKNOWN}


def administrative_avenues(situation: Situation, found: Sequence[Deadline]) -> tuple[Avenue, ...]:
    """Every statutory way against an organ, in the order they are used."""
    review = _reconsideration(situation, found)
    court = _court(situation, found, review)
    return _application(situation), perhaps_received(review, situation), court


def _application(situation: Situation) -> Avenue:
    """The first letter: it can always be handed in, and starts the organ's clock."""
    name, organ = "service_application", situation.duty
    received = situation.unanswered
    own = situation.service.value if situation.matter is Matter.SERVICE else Service.OTHER.value
    urgent = situation.matter is Matter.NOBODY_KNOWN
    expected = None if urgent else expected_answer(own, received or situation.on)
    if organ is None:
        return Avenue(name, Status.NOT_YET, Why.DAY_NOT_KNOWN, Track.QUICK)
    of_service = duty_organs().get(situation.service)
    particular = of_service.procedure if of_service and situation.matter is not Matter.REVIEW else ""
    if received is None:
        return Avenue(
            name, Status.OPEN, Why.READY, Track.QUICK, answer_expected_by=expected, organ=organ, particular=particular
        )  # fmt: skip
    over = expected is not None and expected < situation.on
    why = Why.SILENCE_RIPE if over else Why.PENDING
    until = None if over else expected
    return Avenue(name, Status.OPEN, why, Track.QUICK, answer_expected_by=until, organ=organ, particular=particular)


def _reconsideration(situation: Situation, found: Sequence[Deadline]) -> Avenue:
    name = "admin_reconsideration" if situation.on >= NEW_LAW else "admin_reconsideration_2017"
    body, same = reviewer_of(situation), Joint.SAME_ACT
    if situation.reconsidered:
        return Avenue(name, Status.CLOSED, Why.ALREADY_USED, joint=same, body=body)
    own = [d for d in found if d.who_must_act is Actor.CLIENT and d.id in _TO_APPLY]
    live = [d for d in own if _may_be_used(d, found, situation)]
    since, pending = situation.under_review, under_review(name, situation, found, body)
    if since and not any(d.trigger_day > since for d in live):
        return replace(pending, deadline=_soonest(live, situation))
    best = _soonest([d for d in live if since is None or d.trigger_day > since], situation)
    waiting = next((d for d in own if d.trigger == _ENDS_WAITING and d.state(situation.on) is State.RUNNING), None)
    if best is not None and not (waiting and waiting not in live and _only_anew(best, situation.on)):
        waits = pending.waits_for if since else ()
        silence = best.trigger == _ENDS_WAITING
        late = best.state(situation.on) is State.SAFE_DAY_PASSED
        why = Why.SAFE_DAY_PASSED if late else Why.SILENCE_RIPE if silence else Why.ACT_KNOWN
        decided, body = expected_decision(situation.on), reviewer_of(situation, best)
        return Avenue(
            name, Status.OPEN, why, joint=same, deadline=best, answer_expected_by=decided, body=body, waits_for=waits,
            also=_of_other_applications(best, own, found),
        )  # fmt: skip
    if waiting is not None:
        opens, body = _late_after(waiting, found) + DAY, reviewer_of(situation, waiting)
        return Avenue(
            name, Status.NOT_YET, Why.SILENCE_NOT_RIPE, joint=same, opens_on=opens, deadline=waiting, body=body,
            also=_of_other_applications(waiting, own, found),
        )  # fmt: skip
    if situation.matter is Matter.REVIEW:
        return Avenue(name, Status.OPEN, Why.REVIEW_DECLINED, joint=same, body=body)
    cleared = protective(situation) if situation.matter is Matter.NOBODY_KNOWN else None
    if cleared and cleared.state(situation.on) is State.RUNNING:
        return Avenue(name, Status.OPEN, Why.ACTOR_UNKNOWN, joint=same, deadline=cleared, body=body)
    perhaps = form_unknown(situation)
    if perhaps:
        decided, body = expected_decision(situation.on), reviewer_of(situation, perhaps)
        return Avenue(
            name, Status.OPEN, Why.FORM_UNKNOWN, joint=same, deadline=perhaps, answer_expected_by=decided, body=body
        )  # fmt: skip
    if undated(situation):
        why = Why.DAY_AND_FORM_UNKNOWN
        return Avenue(name, Status.NEEDS_FIRST, why, joint=same, needs="service_application", body=body)
    if own:
        body = reviewer_of(situation, own[0])
        return Avenue(name, Status.CLOSED, Why.TOO_LATE, joint=same, deadline=own[0], body=body)
    return Avenue(name, Status.NEEDS_FIRST, Why.NO_ACT, joint=same, needs="service_application", body=body)


def _soonest(live: Sequence[Deadline], situation: Situation) -> Deadline | None:
    return min(live, key=lambda d: (d.state(situation.on) is not State.RUNNING, d.safe_last_day), default=None)


def _of_other_applications(shown: Deadline, own: Sequence[Deadline], found: Sequence[Deadline]) -> tuple[Deadline, ...]:
    """The silence that met, or may meet, each other application, with the first day on which it can be claimed."""
    others = [d for d in own if d.trigger == _ENDS_WAITING and d.applied and d.applied != shown.applied]
    first = {d.applied: d for d in reversed(others)}
    return tuple(replace(d, opens_on=_late_after(d, found) + DAY) for d in reversed(first.values()))


def _only_anew(deadline: Deadline, on: date) -> bool:
    """Whether no day that can be named is left of it, only to apply anew, as was done: that application is waited for."""
    if deadline.restart is None or deadline.state(on) is State.RUNNING:
        return False
    return not any(later.until and on <= later.until for later in deadline.later)


def _may_be_used(deadline: Deadline, found: Sequence[Deadline], situation: Situation) -> bool:
    """Not closed, and if it follows silence, the organ is late on every reading."""
    if deadline.state(situation.on) is State.CLOSED:
        return False
    return not deadline.lapse_of or situation.on > _late_after(deadline, found)


def _late_after(deadline: Deadline, found: Sequence[Deadline]) -> date:
    ends = (d.late_after for d in found if d.id == deadline.lapse_of and d.applied == deadline.applied)
    return max(ends, default=deadline.trigger_day)


def _court(situation: Situation, found: Sequence[Deadline], review: Avenue) -> Avenue:
    """After reconsideration; at once only by choice, or when reconsideration is late and perhaps did not have to come."""
    after = _after_reconsideration(situation, found)
    if after:
        best, unsure = after
        late = best.state(situation.on) is not State.RUNNING
        return _open_court(situation, best, Why.ASK_WHICH_PERIOD if unsure else Why.SAFE_DAY_PASSED if late else Why.READY)
    if situation.under_review:
        return no_suit_meanwhile(situation, review)
    direct = [d for d in found if d.id in _AT_ONCE and _may_be_used(d, found, situation)]
    best_direct = min(direct, key=lambda d: d.safe_last_day, default=None)
    choice = situation.on < NEW_LAW or situation.service is Service.WORK_INJURY
    if choice and best_direct:
        return _open_court(situation, best_direct, Why.CHOICE)
    perhaps = review.deadline if review.why in _SUIT_AS_WELL else None
    if choice and perhaps and (suit := suit_if_written(situation, perhaps)):
        return _open_court(situation, suit, _SUIT_AS_WELL[review.why])
    if choice and review.why is Why.REVIEW_DECLINED:
        return Avenue("admin_litigation", Status.OPEN, Why.CHOICE, joint=Joint.SAME_ACT, body=court_of(situation))
    too_late = review.status is Status.CLOSED or review.why is Why.SAFE_DAY_PASSED
    if too_late and best_direct and best_direct.state(situation.on) is State.RUNNING:
        return _open_court(situation, best_direct, Why.MAY_STILL_SUE)
    body, same = court_of(situation), Joint.SAME_ACT
    if choice and review.status is not Status.OPEN:
        return Avenue("admin_litigation", review.status, review.why, joint=same, needs=review.needs, body=body)
    return Avenue(
        "admin_litigation", Status.NEEDS_FIRST, Why.RECONSIDER_FIRST, joint=same, needs=review.procedure, body=body
    )  # fmt: skip


def _after_reconsideration(situation: Situation, found: Sequence[Deadline]) -> tuple[Deadline, bool] | None:
    """The fifteen days after a decision or its absence, and whether it is unsure that they run.

    Unsure are those of the simplified procedure, and those that are over on the latest reading only when the client's own
    day would be gone, as happens around long holidays.
    """
    after = [d for d in found if d.id.startswith("lit-after-recon")]
    sure = [d for d in after if not _conditional(d) and _may_be_used(d, found, situation)]
    running = [d for d in after if d.state(situation.on) is State.RUNNING and d.trigger_day < situation.on]
    unsure = [
        d for d in running
        if d not in sure and d.lapse_of
        and (d.act_by <= _late_after(d, found) or (_conditional(d) and _may_be_used(d, found, situation)))
    ]  # fmt: skip
    sure.sort(key=lambda d: (d.state(situation.on) is not State.RUNNING, d.safe_last_day))
    unsure.sort(key=lambda d: d.safe_last_day)
    best = next(iter((*sure, *unsure)), None)
    return (best, best in unsure) if best else None


def _conditional(deadline: Deadline) -> bool:
    """Whether it follows a period that applies only under a condition, such as the simplified procedure."""
    return bool(deadline.lapse_of and periods()[deadline.lapse_of].only_if)


def _open_court(situation: Situation, best: Deadline, why: Why) -> Avenue:
    ends = add_months(situation.on, _FIRST_INSTANCE_MONTHS)
    return Avenue(
        "admin_litigation", Status.OPEN, why, joint=Joint.SAME_ACT, deadline=best, answer_expected_by=ends,
        body=court_of(situation, best),
    )  # fmt: skip
