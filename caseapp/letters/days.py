"""Days as papers say them: 2026年6月15日 and 15 June 2026."""

from __future__ import annotations

from datetime import date

from caseapp.domain.days import ImpreciseDay
from caseapp.letters.both import Both

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS_ZH = "一二三四五六日"
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def full(day: date) -> Both:
    """With the year."""
    return Both(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


def short(day: date) -> Both:
    """Without the year."""
    return Both(f"{day.month}月{day.day}日", f"{day.day} {_MONTHS[day.month - 1]}")


def with_weekday(day: date) -> Both:
    """As a card says it: 6月8日（周五）."""
    plain = short(day)
    return Both(
        f"{plain.zh}（周{_WEEKDAYS_ZH[day.weekday()]}）", f"{_WEEKDAYS_EN[day.weekday()]} {plain.en}"
    )  # fmt: skip


def full_with_weekday(day: date) -> Both:
    """With the year, and the day of the week: 2026年6月10日（周三）."""
    plain, named = full(day), with_weekday(day)
    return Both(plain.zh + named.zh[named.zh.index("（") :], f"{named.en} {day.year}")


def rough(day: ImpreciseDay, *, year: bool = True) -> Both:
    """A day known exactly, to the month, to the year, or between two days."""
    first, last = day.earliest, day.latest
    if day.exact:
        return full(first) if year else short(first)
    if day == ImpreciseDay.month(first.year, first.month):
        return Both(
            f"{first.year}年{first.month}月" if year else f"{first.month}月",
            f"{_MONTHS[first.month - 1]} {first.year}" if year else _MONTHS[first.month - 1],
        )
    if day == ImpreciseDay.year(first.year):
        return Both(f"{first.year}年", str(first.year))
    start, end = full(first), full(last)
    return Both(f"{start.zh}至{end.zh}之间", f"between {start.en} and {end.en}")


class DayTeller:
    """Names the year of a day the first time it is needed, and again when it changes, as a careful writer does."""

    def __init__(self, year: int | None = None) -> None:
        self._year = year

    def say(self, day: ImpreciseDay | date) -> Both:
        known = ImpreciseDay.on(day) if isinstance(day, date) else day
        year = known.earliest.year
        told = rough(known, year=year != self._year)
        if year == known.latest.year:
            self._year = year
        return told

    @staticmethod
    def preposition(day: ImpreciseDay | date, told: Both) -> str:
        """``On 5 May``, ``In May`` or, for an interval, nothing before ``Between``."""
        if isinstance(day, date) or day.exact:
            return f"On {told.en}"
        return f"B{told.en[1:]}" if told.en.startswith("between") else f"In {told.en}"
