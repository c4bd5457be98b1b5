"""The chain of referrals: who sent the client where, and whether it comes back.

A *loop* is offices that send the client on to one another, so that a referral comes back to an office already asked.
The finder works on the order of visits, not on their days: one office can refuse, refer and
demand within a day, and days may be missing. Going somewhere twice of one's own accord is not a loop.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import OfficeId, VisitId
from caseapp.domain.visits import Answer, Visit


@dataclass(frozen=True, slots=True)
class Leg:
    """One referral: from an office, to an office, at a visit."""

    visit: VisitId
    origin: OfficeId
    target: OfficeId
    day: ImpreciseDay | None


@dataclass(frozen=True, slots=True)
class Loop:
    """Offices in the order of their first visit, and what the loop cost."""

    offices: tuple[OfficeId, ...]
    legs: tuple[Leg, ...]
    visits: tuple[VisitId, ...]
    """Every visit to one of them, also one that ended in a refusal."""
    days: int | None
    """Days from the first visit of the run to the last at its offices; None where they are not known exactly."""


def in_order(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """Visits as they happened: by their own order, because days may be missing."""
    return tuple(sorted(visits, key=lambda visit: visit.order))


def legs(visits: Sequence[Visit]) -> tuple[Leg, ...]:
    """Every referral in order.

    An office that takes the request on sends nobody away, even where it names another office; one that refuses or asks
    for more *and* names another does.
    """
    return tuple(
        Leg(visit.id, visit.office, visit.referred_to, visit.day)
        for visit in in_order(visits)
        if visit.office and visit.referred_to and visit.office != visit.referred_to and visit.answer is not Answer.ACCEPTED
    )


def loops(visits: Sequence[Visit]) -> tuple[Loop, ...]:
    """The loops among the offices of a case, oldest first; no office belongs to two.

    A referral *returns* when it names an office that had already been asked and had not taken the request on. Offices
    belong to one loop if referrals and returns lead from each of them to each other.
    """
    chain = [visit for visit in in_order(visits) if visit.office]
    leads = _leads(chain)
    reached = {office: _reached(leads, office) for office in leads}
    found: list[Loop] = []
    taken: set[OfficeId] = set()
    for office in leads:
        members = {other for other in reached[office] if office in reached.get(other, ())}
        if office not in taken and len(members) > 1:
            taken |= members
            found.append(_loop(chain, members))
    return tuple(found)


def _leads(chain: Sequence[Visit]) -> dict[OfficeId, set[OfficeId]]:
    """Where each office leads: to the one it names, and, once that one is sent back to, to the one that sends back."""
    sent = {leg.visit: leg for leg in legs(chain)}
    leads: dict[OfficeId, set[OfficeId]] = {}
    asked: set[OfficeId] = set()
    for visit in chain:
        leg = sent.get(visit.id)
        if leg:
            leads.setdefault(leg.origin, set()).add(leg.target)
            if leg.target in asked:
                leads.setdefault(leg.target, set()).add(leg.origin)
        if visit.office and visit.answer is not Answer.ACCEPTED:
            asked.add(visit.office)
    return leads


def _reached(leads: dict[OfficeId, set[OfficeId]], start: OfficeId) -> set[OfficeId]:
    seen, waiting = {start}, [start]
    while waiting:
        for office in leads.get(waiting.pop(), ()):
            if office not in seen:
                seen.add(office)
                waiting.append(office)
    return seen


def _loop(chain: Sequence[Visit], members: set[OfficeId]) -> Loop:
    first = next(i for i, visit in enumerate(chain) if visit.office in members and visit.answer is not Answer.ACCEPTED)
    run = [visit for visit in chain[first:] if visit.office in members]
    offices = tuple(dict.fromkeys(visit.office for visit in run if visit.office))
    inside = tuple(leg for leg in legs(run) if leg.target in members)
    return Loop(offices, inside, tuple(visit.id for visit in run), span(run))


def span(visits: Sequence[Visit]) -> int | None:
    """Days from the first of some visits to the last; None where a day is not known exactly."""
    known = [visit.day.exact for visit in visits if visit.day and visit.day.exact]
    return (max(known) - min(known)).days if len(known) == len(visits) and known else None
