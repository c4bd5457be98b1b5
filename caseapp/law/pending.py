"""What a pending reconsideration shuts and opens: it is with the body that reviews, whose time runs.

While it is pending no suit over the same act can be brought (Reconsideration Law 2023, art. 29(1); the old art. 16). When
its time is over without a decision, fifteen days to sue begin (art. 34; Litigation Law art. 45).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from caseapp.law.avenues import Avenue, Joint, Status, Why
from caseapp.law.bodies import court_of
from caseapp.law.calendar import DAY
from caseapp.law.deadline import Deadline
from caseapp.law.library import periods
from caseapp.law.respondents import Named
from caseapp.law.situation import Situation
from caseapp.law.triggers import Trigger

_COULD_BE_APPLIED_FOR = frozenset(
    (Why.ACT_KNOWN, Why.SILENCE_RIPE, Why.SAFE_DAY_PASSED, Why.FORM_UNKNOWN, Why.ACTOR_UNKNOWN, Why.TOO_LATE)
)


def under_review(name: str, situation: Situation, found: Sequence[Deadline], body: Named | None) -> Avenue:
    """Reconsideration that was applied for and not decided: by when an answer is due, on each procedure."""
    waits = [d for d in found if periods()[d.id].lapse is Trigger.RECONSIDERATION_PERIOD_EXPIRED]
    waits.sort(key=lambda d: periods()[d.id].only_if is not None)
    overdue = bool(waits) and situation.on > waits[0].late_after
    return Avenue(
        name, Status.UNDER_WAY, Why.REVIEW_OVERDUE if overdue else Why.UNDER_REVIEW, joint=Joint.SAME_ACT,
        waits_for=tuple(waits), answer_expected_by=waits[0].safe_last_day if waits and not overdue else None, body=body,
    )  # fmt: skip


def perhaps_received(avenue: Avenue, situation: Situation) -> Avenue:
    """An application that was handed in or posted: its day stays, for only the receipt makes sure that it was kept."""
    if situation.reconsideration_sent is None or avenue.why not in _COULD_BE_APPLIED_FOR:
        return avenue
    return replace(avenue, status=Status.UNDER_WAY, why=Why.REVIEW_SENT, answer_expected_by=None)


def no_suit_meanwhile(situation: Situation, review: Avenue) -> Avenue:
    """The court while reconsideration is pending: it opens with the decision, or when its time is over on every reading."""
    opens = review.waits_for[0].late_after + DAY if review.waits_for else None
    return Avenue(
        "admin_litigation", Status.NOT_YET, Why.REVIEW_BARS_SUIT, joint=Joint.SAME_ACT, needs=review.procedure,
        opens_on=opens, body=court_of(situation),
    )  # fmt: skip
