"""What an arbitration award opens and closes: fifteen days to sue, then it is in force and is enforced."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caseapp.domain.visits import Answer
from caseapp.law.avenues import Avenue, Joint, Status, Why
from caseapp.law.deadline import Deadline, State
from caseapp.law.happened import award_final_after
from caseapp.law.situation import Situation


def award_in_force(situation: Situation) -> bool:
    """Whether an award for the client can no longer be sued on, however late it came (Arbitration Law arts 50, 51)."""
    return award_not_sued(situation) and _for_the_client(situation)


def award_not_sued(situation: Situation) -> bool:
    """Whether the time to sue over an award is over, whoever won; then it is in effect (Arbitration Law art. 50)."""
    ends = award_final_after(situation)
    return ends is not None and situation.on > ends


def _for_the_client(situation: Situation) -> bool:
    return situation.award is not None and situation.award.answer is Answer.ACCEPTED


def award_avenues(situation: Situation, found: Sequence[Deadline]) -> Iterator[Avenue]:
    """What an award in force closes, and its enforcement; before that, the suit against it."""
    if award_in_force(situation):
        for name in ("labour_arbitration", "labour_litigation"):
            yield Avenue(name, Status.CLOSED, Why.AWARD_IN_FORCE, joint=Joint.REPRESENTATIVES)
        yield _enforcement(situation, found)
        return
    suit = [d for d in found if d.id == "lab-arb-sue"]
    if situation.award and suit:
        yield suit_against_an_award(situation, suit[0])


def suit_against_an_award(situation: Situation, deadline: Deadline) -> Avenue:
    """The fifteen days; which award and when it came has to be asked where only a rough day is known."""
    late = deadline.state(situation.on) is not State.RUNNING
    why = Why.SAFE_DAY_PASSED if late else Why.READY
    return Avenue("labour_litigation", Status.OPEN, why, joint=Joint.REPRESENTATIVES, deadline=deadline)


def _enforcement(situation: Situation, found: Sequence[Deadline]) -> Avenue:
    """Two years (Civil Procedure Law art. 250). A demand interrupts them; whether a complaint does is disputed."""
    period = next((d for d in found if d.id == "award-enforce"), None)
    if period is None:
        return Avenue("award_enforcement", Status.OPEN, Why.DAY_NOT_KNOWN)
    state = period.state(situation.on)
    if state is State.CLOSED:
        return Avenue("award_enforcement", Status.CLOSED, Why.TOO_LATE, deadline=period)
    why = Why.READY if state is State.RUNNING else Why.SAFE_DAY_PASSED
    return Avenue("award_enforcement", Status.OPEN, why, deadline=period)
