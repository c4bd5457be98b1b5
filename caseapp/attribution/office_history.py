"""What one office answered in the cases of a casebook: counts over time, never by person and never by official (E7).

The counts are of what this casebook recorded. They say how our clients fared, not how the office treats everybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from statistics import median_low
from typing import TypeVar

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay, months_between
from caseapp.domain.ids import OfficeId
from caseapp.domain.reasons import PaperName
from caseapp.domain.visits import Answer, Grounds, Visit

MONTHLY = 18
"""Months: up to such a span the counts go by month, beyond it by year."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A year, or one month of it."""

    year: int
    month: int = 0
    """0: the whole year."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A service the office was asked about, how often, and from when to when as far as days are known."""

    service: Service
    visits: int
    cases: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class OfficeHistory:
    """What the visits to one office come to. Counters list the most frequent first."""

    visits: int
    cases: int
    first: date | None
    last: date | None
    answers: Mapping[Answer, int]
    grounds: Mapping[Grounds, int]
    asked_for: Mapping[PaperName, int]
    """A paper without an id stands for everything asked for in other words."""
    sent_to: Mapping[OfficeId, int]
    sent_by: Mapping[OfficeId, int]
    topics: tuple[Topic, ...]
    over_time: Mapping[Span, Mapping[Answer, int]]
    no_day: int
    """Visits whose day is not known closely enough to be counted over time."""
    hours: Decimal
    yuan: Decimal
    days: int | None
    """The middle of the days from the first to the last visit of a case here, over cases with more than one."""


Visited = tuple[CaseFile, Visit]


def office_history(files: Iterable[CaseFile], office: OfficeId, on: date) -> OfficeHistory:
    """The visits to an office up to ``on``, over the cases that came there."""
    every = tuple(files)
    came = [(file, visit) for file in every for visit in _past(file, on) if visit.office == office]
    days = [visit.day for _, visit in came if visit.day]
    spans = _by_month(days)
    return OfficeHistory(
        visits=len(came),
        cases=len({file.case.id for file, _ in came}),
        first=min((day.earliest for day in days), default=None),
        last=max((day.latest for day in days), default=None),
        answers=_counted(visit.answer for _, visit in came),
        grounds=_counted(visit.grounds for _, visit in came if visit.grounds and visit.answer is not Answer.ACCEPTED),
        asked_for=_counted(_papers(came)),
        sent_to=_counted(visit.referred_to for _, visit in came if _sends_on(visit, office)),
        sent_by=_counted(
            visit.office for file in every for visit in _past(file, on) if visit.referred_to == office and visit.office
            and _sends_on(visit, visit.office)
        ),
        topics=_topics(came),
        over_time=_over_time(came, spans),
        no_day=sum(1 for _, visit in came if _span(visit.day, spans) is None),
        hours=sum((_amount(visit.hours_lost) for _, visit in came), Decimal()),
        yuan=sum((_amount(visit.money_lost_yuan) for _, visit in came), Decimal()),
        days=_middle_days(came),
    )  # fmt: skip


def period_of(day: ImpreciseDay | None, *, monthly: bool) -> Span | None:
    """The month or year a day surely lies in; None where it may lie in two."""
    return _span(day, monthly)


def _past(file: CaseFile, on: date) -> Iterable[Visit]:
    return (visit for visit in file.visits_in_order() if visit.day is None or visit.day.earliest <= on)


def _sends_on(visit: Visit, office: OfficeId) -> bool:
    return visit.answer is not Answer.ACCEPTED and visit.referred_to is not None and visit.referred_to != office


def _counted(values: Iterable[K | None]) -> dict[K, int]:
    found = Counter(value for value in values if value is not None)
    return dict(sorted(found.items(), key=lambda entry: -entry[1]))


def _papers(came: Iterable[Visited]) -> Iterable[PaperName]:
    """Papers of the catalogue by their id; what was asked for in words of its own is one count, never quoted here."""
    for file, visit in came:
        for demand in file.demands_at(visit.id):
            yield PaperName(demand.paper)


def _topics(came: Sequence[Visited]) -> tuple[Topic, ...]:
    services = _counted(file.case.service for file, _ in came)
    found = []
    for service, visits in services.items():
        own = [(file, visit) for file, visit in came if file.case.service is service]
        days = [visit.day for _, visit in own if visit.day]
        found.append(
            Topic(
                service, visits, len({file.case.id for file, _ in own}),
                min((day.earliest for day in days), default=None), max((day.latest for day in days), default=None),
            )
        )  # fmt: skip
    return tuple(found)


def _by_month(days: Sequence[ImpreciseDay]) -> bool:
    if not days:
        return True
    return months_between(min(day.earliest for day in days), max(day.latest for day in days)) < MONTHLY


def _span(day: ImpreciseDay | None, monthly: bool) -> Span | None:
    if day is None or day.earliest.year != day.latest.year:
        return None
    if not monthly:
        return Span(day.earliest.year)
    return Span(day.earliest.year, day.earliest.month) if day.earliest.month == day.latest.month else None


def _over_time(came: Iterable[Visited], monthly: bool) -> dict[Span, Mapping[Answer, int]]:
    found: dict[Span, Counter[Answer]] = {}
    for _, visit in came:
        if span := _span(visit.day, monthly):
            found.setdefault(span, Counter())[visit.answer] += 1
    return dict(sorted(found.items()))


def _amount(text: str) -> Decimal:
    try:
        return Decimal(text or "0")
    except InvalidOperation:
        return Decimal(0)


def _middle_days(came: Iterable[Visited]) -> int | None:
    days: dict[str, list[date]] = {}
    for file, visit in came:
        if visit.day and visit.day.exact:
            days.setdefault(file.case.id, []).append(visit.day.exact)
    spans = [(max(known) - min(known)).days for known in days.values() if len(known) > 1]
    return median_low(spans) if spans else None
