"""The page of an office in words: sentences over counts, in the language of the screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from caseapp.attribution.office_history import OfficeHistory, Span, Topic
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import OfficeId
from caseapp.domain.labels import label
from caseapp.domain.offices import Level
from caseapp.gui.both import in_language
from caseapp.gui.day.said import rough_short
from caseapp.gui.places import place
from caseapp.i18n import _
from caseapp.i18n import ngettext as _n
from caseapp.letters.both import Both
from caseapp.letters.days import rough
from caseapp.letters.say.office import say_office
from caseapp.work.offices_shown import LoopShown, OfficeShown, PatternOverTime


def where(shown: OfficeShown) -> str:
    """Kind, place, level, telephone."""
    office = shown.office
    level = "" if office.level is Level.UNIT else _(label(office.level))
    parts = [_(label(office.kind)), place(office.city, office.district), level, office.phone]
    return " · ".join(part for part in parts if part)


def from_this_casebook(history: OfficeHistory) -> str:
    """What was counted, and that it is of this casebook alone."""
    visits = _n("{count} visit", "{count} visits", history.visits).format(count=history.visits)
    cases = _n("{count} case", "{count} cases", history.cases).format(count=history.cases)
    return _("Counted in this casebook alone: {visits} in {cases}. It says nothing of anybody else.").format(
        visits=visits, cases=cases
    )


def cost(history: OfficeHistory) -> str:
    """What the visits cost, as far as it was recorded."""
    parts = []
    if history.hours:
        parts.append(_("{hours} h").format(hours=f"{history.hours.normalize():f}"))
    if history.yuan:
        parts.append(_("{yuan} yuan").format(yuan=f"{history.yuan.normalize():f}"))
    if history.days is not None:
        days = _n("{count} day", "{count} days", history.days).format(count=history.days)
        span = _("{days} from the first visit to the last")
        if history.cases > 1:
            # Translators: {days} like "12 days"; the middle value over the cases.
            span = _("{days} from the first visit to the last, in the middle case")
        parts.append(span.format(days=days))
    return " · ".join(parts) or _("Nothing recorded.")


def counted(counts: Mapping[Enum, int]) -> str:
    """Refused 5 · Referred 3."""
    return " · ".join(f"{_(label(value))} {count}" for value, count in counts.items())


def hotlines(found: Iterable[tuple[Both, str]]) -> dict[str, list[Both]]:
    """Each number once, with the bodies the rules name for it."""
    by_number: dict[str, list[Both]] = {}
    for body, number in found:
        by_number.setdefault(number, []).append(body)
    return by_number


def listed(counts: tuple[tuple[Both, int], ...]) -> str:
    """Things by name with how often."""
    return " · ".join(f"{in_language(name)} {count}" for name, count in counts)


def offices(counts: Mapping[OfficeId, int], names: Mapping[OfficeId, Both]) -> str:
    """Offices by name with how often."""
    return listed(tuple((names.get(office, say_office(None)), count) for office, count in counts.items()))


def span(found: Span) -> str:
    """May 2026, or 2026."""
    day = ImpreciseDay.month(found.year, found.month) if found.month else ImpreciseDay.year(found.year)
    return in_language(rough(day))


def topic(found: Topic) -> str:
    """How often it was asked about, and from when to when."""
    visits = _n("{count} visit", "{count} visits", found.visits).format(count=found.visits)
    if found.first is None or found.last is None:
        return visits
    if found.first == found.last:
        return _("{visits}, {day}").format(visits=visits, day=found.first.isoformat())
    return _("{visits}, {first} to {last}").format(
        visits=visits,
        first=rough_short(ImpreciseDay.on(found.first)),
        last=rough_short(ImpreciseDay.on(found.last)),
    )


def pattern(found: PatternOverTime) -> str:
    """In how many cases, and when."""
    cases = _n("{count} case", "{count} cases", found.cases).format(count=found.cases)
    return " · ".join([cases, *(f"{span(when)} {count}" for when, count in found.by_span.items())])


def loop(found: LoopShown) -> str:
    """The way round, in how many cases; with several, the middle of what it cost them."""
    way = in_language(found.way)
    if found.cases == 1:
        return way
    cases = _n("{count} case", "{count} cases", found.cases).format(count=found.cases)
    visits = _n("{count} visit", "{count} visits", found.visits).format(count=found.visits)
    if found.days is None:
        return _("{way} (one of {cases}; in the middle {visits})").format(way=way, cases=cases, visits=visits)
    days = _n("{count} day", "{count} days", found.days).format(count=found.days)
    told = _("{way} (one of {cases}; in the middle {visits}, {days})")
    return told.format(way=way, cases=cases, visits=visits, days=days)
