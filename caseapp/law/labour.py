"""The avenues against an employer: arbitration and labour inspection, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from caseapp.domain.offices import OfficeKind
from caseapp.law.avenues import Avenue, Joint, Status, Track, Why
from caseapp.law.awards import award_avenues, award_in_force, award_not_sued, suit_against_an_award
from caseapp.law.deadline import Actor, Deadline, State
from caseapp.law.expectation import expected_in
from caseapp.law.of_one_service import of_one_service
from caseapp.law.situation import Situation
from caseapp.law.triggers import Trigger

_AWARD_CAME = Trigger.DECISION_SERVED.value


def labour_avenues(situation: Situation, found: Sequence[Deadline]) -> tuple[Avenue, ...]:
    """Arbitration (one year, interruptible), inspection (two years) and, after an award, the court.

    One step does not close the other's door: a complaint to inspection interrupts the limit for arbitration; once
    arbitration is applied for, inspection sends the same matter there (Labour Security Supervision Regs art. 21).
    """
    if award_in_force(situation):
        return (*award_avenues(situation, found), inspection(situation, found))
    return (
        _arbitration(situation, found), inspection(situation, found), _court(situation, found),
        *of_one_service(situation),
    )  # fmt: skip


def _court(situation: Situation, found: Sequence[Deadline]) -> Avenue:
    """Fifteen days after an award, then it is in effect; other claims are arbitrated first (Arbitration Law arts 5, 50)."""
    after = [d for d in found if d.id == "lab-arb-sue" and d.state(situation.on) is not State.CLOSED]
    if not after:
        why = Why.AWARD_NOT_SUED if award_not_sued(situation) else Why.ARBITRATE_FIRST
        return Avenue("labour_litigation", Status.NEEDS_FIRST, why, needs="labour_arbitration")
    return suit_against_an_award(situation, after[0])


def _arbitration(situation: Situation, found: Sequence[Deadline]) -> Avenue:
    """The limits for applying; the time to sue against an award is the court's (Arbitration Law arts 48 to 50)."""
    expected = expected_in("labour_arbitration", situation.on)
    own = [
        d for d in found
        if d.who_must_act is Actor.CLIENT and d.procedure == "labour_arbitration" and d.trigger != _AWARD_CAME
    ]  # fmt: skip
    live = [d for d in own if d.state(situation.on) is not State.CLOSED]
    if own and not live:
        return Avenue(
            "labour_arbitration", Status.CLOSED, Why.TOO_LATE, joint=Joint.REPRESENTATIVES,
            deadline=max(own, key=lambda d: d.arguable_until or d.safe_last_day),
        )  # fmt: skip
    best = min(live, key=lambda d: (d.state(situation.on) is not State.RUNNING, d.safe_last_day), default=None)
    late = best is not None and best.state(situation.on) is not State.RUNNING
    why = Why.DAY_NOT_KNOWN if best is None else Why.SAFE_DAY_PASSED if late else Why.READY
    if award_not_sued(situation) and not late:
        why = Why.OTHER_CLAIMS
    return Avenue(
        "labour_arbitration", Status.OPEN, why, joint=Joint.REPRESENTATIVES, deadline=best,
        also=tuple(d for d in live if d is not best), answer_expected_by=expected,
    )  # fmt: skip


def inspection(situation: Situation, found: Sequence[Deadline], why: Why | None = None) -> Avenue:
    """A complaint to labour inspection, two years from the end of the breach; ``why`` where the matter gives a reason."""
    limit = next((d for d in found if d.id == "lss-limit"), None)
    if limit is not None and limit.state(situation.on) is State.CLOSED:
        return Avenue("labour_inspection_complaint", Status.CLOSED, Why.TOO_LATE, Track.QUICK, deadline=limit)
    went = any(visit.office is OfficeKind.LABOUR_INSPECTION for visit in situation.visits)
    why = Why.PENDING if went else why or (Why.INTERRUPTS if limit else Why.CONTINUING)
    return Avenue(
        "labour_inspection_complaint", Status.OPEN, why, Track.QUICK, deadline=limit,
        answer_expected_by=expected_in("labour_inspection_complaint", situation.on),
    )  # fmt: skip
