"""The referral picture of an office: who sent whom where in all its cases, what comes back, and what it cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from caseapp.attribution.checked import NOTHING_CHECKED
from caseapp.attribution.registry import Circumstances
from caseapp.attribution.rules.referrals import two_place_trap
from caseapp.domain.case_file import CaseFile
from caseapp.domain.ids import CaseId, OfficeId
from caseapp.domain.referrals import Loop, legs, loops


@dataclass(frozen=True, slots=True)
class Arrow:
    """How often one office sent clients on to another, and whether that way is part of a loop."""

    origin: OfficeId
    target: OfficeId
    times: int
    back: bool


@dataclass(frozen=True, slots=True)
class SharedLoop:
    """Offices that sent clients round among themselves, in how many cases, and the middle of what it cost."""

    loop: Loop
    """The one of the first case: its way round stands for all."""
    cases: tuple[CaseId, ...]
    visits: int
    days: int | None


@dataclass(frozen=True, slots=True)
class OfficeReferrals:
    """The arrows the most frequent first, the loops by how many cases they hold, and the cases caught between places."""

    arrows: tuple[Arrow, ...]
    loops: tuple[SharedLoop, ...]
    two_places: tuple[CaseId, ...]


def office_referrals(files: Iterable[CaseFile], office: OfficeId, on: date) -> OfficeReferrals:
    """The referrals of the cases that came to an office or were sent there, up to ``on``."""
    times: dict[tuple[OfficeId, OfficeId], int] = {}
    looping: set[tuple[OfficeId, OfficeId]] = set()
    by_offices: dict[frozenset[OfficeId], list[tuple[CaseId, Loop]]] = {}
    trapped = []
    for file in files:
        past = [visit for visit in file.visits if visit.day is None or visit.day.earliest <= on]
        if not any(office in (visit.office, visit.referred_to) for visit in past):
            continue
        for leg in legs(past):
            times[leg.origin, leg.target] = times.get((leg.origin, leg.target), 0) + 1
        for loop in loops(past):
            looping |= {(leg.origin, leg.target) for leg in loop.legs}
            if office in loop.offices:
                by_offices.setdefault(frozenset(loop.offices), []).append((file.case.id, loop))
        trap = two_place_trap(Circumstances(file, NOTHING_CHECKED, on))
        if trap is not None and {visit.id for visit in past if visit.office == office} & set(trap[1].visits):
            trapped.append(file.case.id)
    ordered = sorted(times.items(), key=lambda entry: (office not in entry[0], -entry[1], entry[0]))
    arrows = tuple(Arrow(origin, target, count, (origin, target) in looping) for (origin, target), count in ordered)
    shared = sorted(map(_shared, by_offices.values()), key=lambda found: -len(found.cases))
    return OfficeReferrals(arrows, tuple(shared), tuple(trapped))


def _shared(found: list[tuple[CaseId, Loop]]) -> SharedLoop:
    days = [loop.days for _, loop in found if loop.days is not None]
    return SharedLoop(
        found[0][1],
        tuple(case for case, _ in found),
        median_low([len(loop.visits) for _, loop in found]),
        median_low(days) if days else None,
    )
