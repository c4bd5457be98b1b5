"""The outer limit that no reading of a period may pass, counted from the act itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from caseapp.law.calendar import DAY, WorkCalendar
from caseapp.law.deadline import Ground, LaterDay
from caseapp.law.library import periods
from caseapp.law.measure import measured
from caseapp.law.periods import Period
from caseapp.law.triggers import Event


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit, and whether the day of the act is known; if not, it is counted from the event and cuts nothing."""

    last: date
    from_act: bool
    real_property: tuple[date, Period] | None
    """The limit for land and houses, and its rule."""


def outer_limit(period: Period, event: Event, known: Sequence[Event], calendar: WorkCalendar) -> Limit | None:
    """Five years from the act; twenty for land and houses (Reconsideration Law art. 21, Litigation Law art. 46)."""
    if not period.cap:
        return None
    general, *others = (periods()[name] for name in period.cap)
    made = [e.day for e in known if e.trigger is general.trigger and e.day <= event.day]
    start = max(made, default=event.day)
    realty = next((rule for rule in others if rule.ground is Ground.REAL_PROPERTY), None)
    return Limit(
        _in_force(general, event, measured(general, start, calendar).unmoved),
        bool(made),
        (_in_force(realty, event, measured(realty, start, calendar).unmoved), realty) if realty else None,
    )


def _in_force(rule: Period, event: Event, last: date) -> date:
    """A limit cuts nothing before the day it came into force."""
    return last if rule.in_force(event.day) else max(last, rule.effective_from - DAY)


def within(limit: Limit | None, later: Sequence[LaterDay], uncut: date) -> tuple[LaterDay, ...]:
    """``later`` cut to the general limit, and beside it what real property would leave.

    ``uncut`` is the safe day before the limit is looked at.
    """
    if limit is None:
        return tuple(later)
    cut = [_cut(day, limit.last) for day in later]
    latest = max([uncut, *(day.until for day in later if day.until)])
    if limit.from_act and limit.real_property and limit.last < latest:
        last, rule = limit.real_property
        cut.append(
            LaterDay(min(last, latest), Ground.REAL_PROPERTY, rule.statute, rule.article, if_so=True)
        )  # fmt: skip
    return tuple(cut)


def _cut(day: LaterDay, last: date) -> LaterDay:
    until = min(day.until, last) if day.until else None
    return LaterDay(until, day.ground, day.statute, day.article, day.if_so)
