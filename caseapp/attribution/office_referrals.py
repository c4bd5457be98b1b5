"""The referral picture of an office: who sent whom where in all its cases, what comes back, and what it cost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median_low

from caseapp.attribution.checked import NOTHING_CHECKED
from caseapp.attribution.registry import Circumstances
from caseapp.attribution.rules.referrals import Trap, trap
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
class SharedTrap:
    """Two places of which neither took clients on, in how many cases, and the middle of what it cost."""

    trap: Trap
    """The one of the first case."""
    cases: tuple[CaseId, ...]
    visits: int
    days: int | None


@dataclass(frozen=True, slots=True)
class OfficeReferrals:
    """The arrows the most frequent first, then loops and two-place traps, each by how many cases it holds."""

    arrows: tuple[Arrow, ...]
    loops: tuple[SharedLoop, ...]
    traps: tuple[SharedTrap, ...]


def office_referrals(files: Iterable[CaseFile], office: OfficeId, on: date) -> OfficeReferrals:
    """The referrals of the cases that came to an office or were sent there, up to ``on``."""
    times: dict[tuple[OfficeId, OfficeId], int] = {}
    looping: set[tuple[OfficeId, OfficeId]] = set()
    by_offices: dict[frozenset[OfficeId], list[tuple[CaseId, Loop]]] = {}
    caught: dict[frozenset[OfficeId], list[tuple[CaseId, Trap]]] = {}
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
        found = trap(Circumstances(file, NOTHING_CHECKED, on))
        if found is not None and office in (*found.here, *found.elsewhere):
            caught.setdefault(frozenset((*found.here, *found.elsewhere)), []).append((file.case.id, found))
    ordered = sorted(times.items(), key=lambda entry: (office not in entry[0], -entry[1], entry[0]))
    arrows = tuple(Arrow(origin, target, count, (origin, target) in looping) for (origin, target), count in ordered)
    looped = sorted(map(_shared, by_offices.values()), key=lambda found: -len(found.cases))
    trapped = sorted(map(_caught, caught.values()), key=lambda found: -len(found.cases))
    return OfficeReferrals(arrows, tuple(looped), tuple(trapped))


def _shared(found: list[tuple[CaseId, Loop]]) -> SharedLoop:
    cases = tuple(case for case, _ in found)
    visits = median_low([len(loop.visits) for _, loop in found])
    return SharedLoop(found[0][1], cases, visits, _middle(loop.days for _, loop in found))


def _caught(found: list[tuple[CaseId, Trap]]) -> SharedTrap:
    cases = tuple(case for case, _ in found)
    visits = median_low([len(one.visits) for _, one in found])
    return SharedTrap(found[0][1], cases, visits, _middle(one.days for _, one in found))


def _middle(days: Iterable[int | None]) -> int | None:
    known = [day for day in days if day is not None]
    return median_low(known) if known else None
