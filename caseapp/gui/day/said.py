"""Days as people say them, with the exact date beside: "Friday", "in 3 days", "about June 2026"."""

from __future__ import annotations

import calendar
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from caseapp.domain.days import ImpreciseDay, months_between
from caseapp.i18n import _, screen_language
from caseapp.i18n import ngettext as _n

if TYPE_CHECKING:
    from babel import Locale

COUNTED_DAYS = 60
"""Up to here a distance is told in days, beyond it in months."""
COUNTED_MONTHS = 23
"""Up to here in months, beyond it to the nearest year: nobody says "172 months ago"."""

_PATTERNS = {
    "zh_CN": ("M月d日 EEE", "y年M月d日 EEE", "M月d日", "y年M月d日", "y年M月", "y年"),
    "en": ("EEE d MMM", "EEE d MMM y", "d MMMM", "d MMMM y", "MMMM y", "y"),
}
_NEAR, _FAR, _SHORT, _LONG, _MONTH, _YEAR = range(6)


def _formatted(day: date, pattern: int) -> str:
    return _in_language(day, pattern, screen_language())


@lru_cache(maxsize=4096)  # lists say the same days over and over
def _in_language(day: date, pattern: int, language: str) -> str:
    from babel.dates import format_date  # slow to import, and not needed before a casebook is open

    return format_date(day, _PATTERNS[language][pattern], locale=_locale(language))


@cache
def _locale(language: str) -> Locale:
    """Babel looks a language that is given by its name up in a thousand files, for every date anew."""
    from babel import Locale

    return Locale.parse(language)


def exact(day: date, today: date) -> str:
    """The date with its weekday, and its year where that is not this year: "12月3日 周四"."""
    return _formatted(day, _NEAR if day.year == today.year else _FAR)


def full(day: date) -> str:
    """The date with its year and weekday."""
    return _formatted(day, _FAR)


def distance(day: date, today: date) -> str:
    """How far off a day is: "tomorrow", "in 3 days", "2 months ago"."""
    days = (day - today).days
    words = {0: _("today"), 1: _("tomorrow"), -1: _("yesterday")}
    if days in words:
        return words[days]
    if abs(days) <= COUNTED_DAYS:
        if days > 0:
            return _n("in {count} day", "in {count} days", days).format(count=days)
        return _n("{count} day ago", "{count} days ago", -days).format(count=-days)
    return _ahead(months_between(today, day)) if days > 0 else _back(months_between(day, today))


def _ahead(months: int) -> str:
    if months <= COUNTED_MONTHS:
        return _n("in about {count} month", "in about {count} months", months).format(count=months)
    years = _nearest_year(months)
    return _n("in about {count} year", "in about {count} years", years).format(count=years)


def _back(months: int) -> str:
    if months <= COUNTED_MONTHS:
        return _n("about {count} month ago", "about {count} months ago", months).format(count=months)
    years = _nearest_year(months)
    return _n("about {count} year ago", "about {count} years ago", years).format(count=years)


def _nearest_year(months: int) -> int:
    return (months + 6) // 12


def people_say(day: date, today: date) -> str:
    """The day and how far off it is: "12月3日 周四（3天后）"."""
    # Translators: a date and how far off it is: Thu 3 Dec (in 3 days)
    return _("{date} ({distance})").format(date=exact(day, today), distance=distance(day, today))


def rough(day: ImpreciseDay) -> str:
    """A day as exactly as it is known: a date, a month, a year, or "between … and …"."""
    if day.exact:
        return full(day.exact)
    first, last = day.earliest, day.latest
    if day == ImpreciseDay.year(first.year):
        # Translators: a day known only by its year.
        return _("some time in {year}").format(year=_formatted(first, _YEAR))
    if day == ImpreciseDay.month(first.year, first.month):
        # Translators: a day known only by its month.
        return _("some day in {month}").format(month=_formatted(first, _MONTH))
    return _("between {first} and {last}").format(
        first=_formatted(first, _LONG), last=_formatted(last, _SHORT if first.year == last.year else _LONG)
    )


def rough_short(day: ImpreciseDay | None) -> str:
    """For a narrow column: ISO dates, shortened to what is known; empty for none."""
    if day is None:
        return ""
    first, last = day.earliest, day.latest
    if day.exact:
        return first.isoformat()
    if day == ImpreciseDay.year(first.year):
        return f"{first.year}"
    if day == ImpreciseDay.month(first.year, first.month):
        return f"{first.year}-{first.month:02}"
    return f"{first.isoformat()}~{last.isoformat()}"


def last_of_month(year: int, month: int) -> int:
    """The number of days of a month."""
    return calendar.monthrange(year, month)[1]
