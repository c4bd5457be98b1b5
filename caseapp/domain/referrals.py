"""The chain of referrals: who sent the client where, and whether it comes back.

A *loop* is a run of visits in which each office sends the client on to another, and one of them sends back to an
office already visited in the run. The finder works on the order of visits, not on their days: one office can refuse,
refer and demand within a day, and days may be missing.
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
    """Offices in the order of their first visit, from the first one returned to; and what the loop cost."""

    offices: tuple[OfficeId, ...]
    legs: tuple[Leg, ...]
    visits: tuple[VisitId, ...]
    days: int | None
    """Days from the first visit of the run to the last at its offices; None where they are not known exactly."""


def in_order(visits: Sequence[Visit]) -> tuple[Visit, ...]:
    """Visits as they happened: by their own order where days do not decide."""
    return tuple(sorted(visits, key=lambda visit: visit.order))


def legs(visits: Sequence[Visit]) -> tuple[Leg, ...]:
    """Every referral in order."""
    return tuple(
        Leg(visit.id, visit.office, visit.referred_to, visit.day)
        for visit in in_order(visits)
        if visit.answer is Answer.REFERRED and visit.office and visit.referred_to
    )


def loops(visits: Sequence[Visit]) -> tuple[Loop, ...]:
    """The loops in a sequence of visits, oldest first; each maximal, none overlapping another."""
    chain = in_order([visit for visit in visits if visit.office])
    found: list[Loop] = []
    start = 0
    while start < len(chain):
        loop, after = _loop_from(chain, start)
        if loop:
            found.append(loop)
        start = after
    return tuple(found)


def _loop_from(chain: Sequence[Visit], start: int) -> tuple[Loop | None, int]:
    """The loop whose first referral is at ``start``, and where to look on."""
    first_return = _first_return(chain, start)
    if first_return is None:
        return None, start + 1
    entry, closing = first_return
    if entry > start:
        return _loop_from(chain, entry)
    members = _offices(chain[entry : closing + 1])
    last = closing
    for index in range(closing + 1, len(chain)):
        if chain[index].office in members:
            last = index
    run = [visit for visit in chain[entry : last + 1] if visit.office in members]
    return Loop(members, legs(run), tuple(visit.id for visit in run), _span(run)), last + 1


def _first_return(chain: Sequence[Visit], start: int) -> tuple[int, int] | None:
    """The first referral at or after ``start`` that points back to an office seen in the unbroken chain before it."""
    seen: dict[OfficeId, int] = {}
    for index in range(start, len(chain)):
        visit = chain[index]
        if visit.answer is not Answer.REFERRED or not visit.referred_to or not visit.office:
            if index == start:
                return None
            continue
        seen.setdefault(visit.office, index)
        target = visit.referred_to
        if target != visit.office and target in seen:
            return seen[target], index
    return None


def _offices(visits: Sequence[Visit]) -> tuple[OfficeId, ...]:
    ordered: dict[OfficeId, None] = {}
    for visit in visits:
        if visit.office and visit.answer is Answer.REFERRED:
            ordered.setdefault(visit.office)
    return tuple(ordered)


def _span(visits: Sequence[Visit]) -> int | None:
    known = [visit.day.exact for visit in visits if visit.day and visit.day.exact]
    return (max(known) - min(known)).days if len(known) == len(visits) and known else None
