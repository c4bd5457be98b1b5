"""A stay of what is being carried out: a closing, a clearing, a fine, a withdrawal. Never automatic.

It goes with reconsideration (Reconsideration Law 2023, art. 42; the old art. 21) or with a suit (Litigation Law art. 56),
and is decided by whoever decides that.
"""

from __future__ import annotations

from collections.abc import Iterator

from caseapp.domain.visits import Grounds
from caseapp.law.avenues import Avenue, Status, Track, Why
from caseapp.law.duties import Matter
from caseapp.law.library import provisions
from caseapp.law.respondents import NEW_LAW, Named
from caseapp.law.situation import Situation

NAME = "stay_of_execution"


def stay(situation: Situation, review: Avenue, court: Avenue) -> Iterator[Avenue]:
    """Nothing where no act is carried out: a refusal leaves nothing to stay."""
    if not _carried_out(situation):
        return
    with_review = "recon-stay" if situation.on >= NEW_LAW else "recon-old-stay"
    if review.status in (Status.OPEN, Status.UNDER_WAY):
        yield _way(situation, Status.OPEN, Why.STAY_WITH_REVIEW, review.body, with_review)
    elif court.status is Status.OPEN:
        yield _way(situation, Status.OPEN, Why.STAY_WITH_SUIT, court.body, "lit-stay")
    else:
        yield _way(situation, Status.NEEDS_FIRST, Why.STAY_NEEDS_ONE, review.body, with_review, review.procedure)


def _carried_out(situation: Situation) -> bool:
    shut = any(visit.grounds is Grounds.FACILITY_CLOSED for visit in situation.visits)
    return situation.carried_out is not None or shut or situation.matter is Matter.NOBODY_KNOWN


def _way(
    situation: Situation, status: Status, why: Why, decides: Named | None, provision: str, needs: str = ""
) -> Avenue:  # fmt: skip
    by = provisions()[provision]
    body = Named(decides.zh, decides.en, by.statute, by.article) if decides else None
    return Avenue(NAME, status, why, Track.QUICK, needs=needs, carried_out=situation.carried_out, body=body)
