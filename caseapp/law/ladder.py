"""The order of remedies for a case: the first step, every avenue with its state, and both tracks (PRACTICE L1, L2, M1).

The first letter is an application to perform a duty, to the organ that has it. Reconsideration comes when there is an act
of an office that can be respondent, or ripe silence. A petition is never first, and never for two households (E2).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.law.administrative import administrative_avenues
from caseapp.law.avenues import Avenue, Joint, Status, Track, Why
from caseapp.law.beside import beside
from caseapp.law.deadline import Actor, Deadline
from caseapp.law.derive import derive
from caseapp.law.expectation import expected_answer
from caseapp.law.first_step import FirstStep, first_step
from caseapp.law.happened import events
from caseapp.law.labour import labour_avenues
from caseapp.law.protection import protective
from caseapp.law.respondents import duty_organs
from caseapp.law.situation import Situation
from caseapp.law.stay import stay

_URGENT_DAYS = 7
_DECIDE_NOTHING = frozenset(
    (
        Why.STOPS_NO_CLOCK,
        Why.ASKS_RECORDS,
        Why.FREE_LAWYER,
        Why.URGENT_AID,
        Why.LAST_OF_ALL,
        Why.DECIDES_NO_CASE,
        Why.IF_CHARGED,
        Why.IF_DAMAGED,
        Why.IF_MOVED,
        Why.IN_NEED,
        Why.WAGES_OWED,
        Why.BY_AGREEMENT,
        Why.CLEAR_DEBT,
        Why.MEDICAL_MOVED,
        Why.TREATED_ELSEWHERE,
        Why.STAY_WITH_REVIEW,
        Why.STAY_WITH_SUIT,
    )
)


@dataclass(frozen=True, slots=True)
class Ladder:
    """Every remedy of a case on a day."""

    first_step: FirstStep
    clock_running: bool
    """Whether anything has started the period for reconsideration: an act, or an application the organ received."""
    protective_day: date | None
    """Sixty days from a refusal that may not count as an act, by counting alone."""
    protective_act_by: date | None
    """The last working day up to it: what the client is told."""
    private_obstructer: OfficeKind | None
    rights: tuple[str, ...]
    """Provisions that state the right itself."""
    avenues: tuple[Avenue, ...]
    deadlines: tuple[Deadline, ...]

    @property
    def quick(self) -> tuple[Avenue, ...]:
        """What can be done today."""
        return tuple(avenue for avenue in self.avenues if avenue.track is Track.QUICK)

    @property
    def slow_alone(self) -> bool:
        """Whether no open avenue can be expected to answer while help is useful: a fallback is needed now."""
        open_ones = [avenue for avenue in self.avenues if avenue.status in (Status.OPEN, Status.UNDER_WAY)]
        return bool(open_ones) and not any(avenue.answer_in_time is not False for avenue in open_ones if _decides(avenue))


def _decides(avenue: Avenue) -> bool:
    return avenue.why not in _DECIDE_NOTHING


def ladder(situation: Situation) -> Ladder:
    """Hold a case against the order of remedies."""
    found = derive(events(situation), service=situation.service.value, on=situation.on)
    labour = situation.service is Service.LABOUR
    avenues = labour_avenues(situation, found) if labour else _administrative(situation, found)
    guard = protective(situation)
    return Ladder(
        first_step=first_step(situation, avenues),
        clock_running=any(_clock_of_the_client(deadline) for deadline in found),
        protective_day=guard.ripe_on if guard else None,
        protective_act_by=guard.act_by if guard else None,
        private_obstructer=_private(situation),
        rights=_rights(situation),
        avenues=tuple(
            replace(avenue, useful_until=situation.useful_until) for avenue in (*avenues, *_common(situation, found))
        ),
        deadlines=found,
    )


def _administrative(situation: Situation, found: tuple[Deadline, ...]) -> tuple[Avenue, ...]:
    application, review, court = administrative_avenues(situation, found)
    return (application, review, court, *stay(situation, review, court), *beside(situation, review, found))


def _clock_of_the_client(deadline: Deadline) -> bool:
    return deadline.who_must_act is Actor.CLIENT and deadline.procedure.startswith("admin_reconsideration")


def _private(situation: Situation) -> OfficeKind | None:
    return next((visit.office for visit in situation.visits if visit.office.private), None)


def _rights(situation: Situation) -> tuple[str, ...]:
    if situation.service is Service.LABOUR:
        return ("lab-double-wage", "lab-open-ended", "lab-written-contract")
    duty = duty_organs().get(situation.service)
    return duty.provisions if duty else ()


def _common(situation: Situation, found: tuple[Deadline, ...]) -> tuple[Avenue, ...]:
    """Ways beside every matter, weakest last; the petition only for one household."""
    aid = expected_answer("legal_aid", situation.on, own_period_only=True)
    why = Why.URGENT_AID if _ends_within_days(found, situation.on) else Why.FREE_LAWYER
    beside = [
        Avenue("legal_aid", Status.OPEN, why, Track.QUICK, answer_expected_by=aid),
        Avenue("service_complaint", Status.OPEN, Why.STOPS_NO_CLOCK, Track.QUICK),
    ]
    if situation.households == 1:
        beside.append(Avenue("petition", Status.OPEN, Why.LAST_OF_ALL, joint=Joint.NEVER))
    return tuple(beside)


def _ends_within_days(found: tuple[Deadline, ...], on: date) -> bool:
    """Whether less than seven days are left of a period of the client's (Legal Aid Law art. 44)."""
    left = [(deadline.safe_last_day - on).days for deadline in found if deadline.who_must_act is Actor.CLIENT]
    return any(0 <= days < _URGENT_DAYS for days in left)
