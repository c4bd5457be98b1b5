"""Reads a day as it is typed: 2026-6-15, 6月15日, 2026年6月, 2026, 约2026年6月, 6月上旬, 15 June 2026, 去年5月, 五月三日.

A day without a year is never guessed in silence: the reader is told beside the field which day was understood.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from enum import Enum

from caseapp.domain.days import ImpreciseDay, add_months
from caseapp.errors import BadInput
from caseapp.exchange.days import FIRST_YEAR, LAST_YEAR, DayProblem
from caseapp.exchange.days import read_day as read_written
from caseapp.gui.day.words import (
    BACKWARDS,
    NO_SUCH_DAY,
    OTHER_WEEKDAY,
    OUT_OF_RANGE,
    SEVERAL,
    UNREAD,
    in_figures,
    without_weekday,
)  # fmt: skip

ABOUT_DAYS = 7
"""How far "about" reaches to both sides of a day."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ABOUT = re.compile(r"^(?:大约|大概|约|about|around|ca\.?)\s*|\s*(?:左右|前后|上下)$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*(?:~|～|至|到|—|–|/(?=\d{4}-)|(?<=[日号月年])-(?=\d)|\bto\b|\band\b)\s*", re.IGNORECASE
)  # fmt: skip
_AROUND_BOTH = re.compile(r"^between\s+|^从|之间$", re.IGNORECASE)
_PART = {"上旬": (1, 10), "初": (1, 10), "中旬": (11, 20), "中": (11, 20), "下旬": (21, 31), "底": (21, 31), "末": (21, 31)}
_NAMED = {"今天": 0, "today": 0, "昨天": -1, "yesterday": -1, "前天": -2, "大前天": -3, "明天": 1, "tomorrow": 1, "后天": 2}


class Expects(Enum):
    """Which year is meant where none is typed."""

    PAST = "past"
    FUTURE = "future"


def read_day(text: str, today: date, expects: Expects = Expects.PAST) -> ImpreciseDay | None:
    """The day that ``text`` means; None for an empty text. Raises :class:`BadInput` with a sentence for the reader."""
    typed, weekday = without_weekday(_narrow(text))
    if not typed:
        return None
    try:
        found = _typed(in_figures(typed, today), today, expects)
    except ValueError as error:
        raise BadInput(UNREAD) from error
    if weekday is not None and found.exact and found.exact.weekday() != weekday:
        raise BadInput(OTHER_WEEKDAY)
    return found


def _typed(typed: str, today: date, expects: Expects) -> ImpreciseDay:
    ends = _BETWEEN.split(_AROUND_BOTH.sub("", typed))
    if len(ends) != 2 or not all(ends):
        return _one(typed, today, expects)
    first = _one(ends[0], today, expects)
    only_day = re.fullmatch(r"(\d{1,2})[日号]?", ends[1])
    last = (
        first.earliest.replace(day=int(only_day[1])) if only_day else _one(ends[1], first.earliest, Expects.FUTURE).latest
    )
    if last < first.earliest:
        raise BadInput(BACKWARDS)
    return ImpreciseDay(first.earliest, last)


def _narrow(text: str) -> str:
    """Full-width figures and marks as narrow ones."""
    narrow = {0xFF01 + step: 0x21 + step for step in range(94) if step != ord("~") - 0x21}
    return text.translate(narrow | {0x3000: 0x20}).strip().lower()


def _one(text: str, today: date, expects: Expects) -> ImpreciseDay:
    bare = _ABOUT.sub("", text).strip()
    if bare in _NAMED:
        day = ImpreciseDay.on(today + timedelta(days=_NAMED[bare]))
    else:
        day = next((found for read in _FORMS if (found := read(bare, today, expects))), None) or _as_written(bare)
    if bare != text and day.exact:
        reach = timedelta(days=ABOUT_DAYS)
        return ImpreciseDay(day.earliest - reach, day.latest + reach)
    return day


def _year_of(digits: str | None) -> int | None:
    if digits is None:
        return None
    year = int(digits)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(OUT_OF_RANGE)
    return year


def _as_written(text: str) -> ImpreciseDay:
    """What case files and tables may hold, too: 29-02-2024, summer 2019."""
    read = read_written(text)
    if read.day is not None:
        return read.day
    said = {
        DayProblem.AMBIGUOUS: SEVERAL, DayProblem.NO_SUCH_DAY: NO_SUCH_DAY, DayProblem.OUT_OF_RANGE: OUT_OF_RANGE,
    }  # fmt: skip
    raise BadInput(said.get(read.problem or DayProblem.UNREADABLE, UNREAD))


def _nearest(build: Callable[[int], ImpreciseDay], today: date, expects: Expects) -> ImpreciseDay:
    """The last such day that has begun, or the next one that has not ended, of this year and the one beside it."""
    step = -1 if expects is Expects.PAST else 1
    for year in (today.year, today.year + step):
        try:
            day = build(year)
        except ValueError:  # 29 February
            continue
        if day.earliest <= today if expects is Expects.PAST else day.latest >= today:
            return day
    raise BadInput(NO_SUCH_DAY)


def _placed(year: int | None, build: Callable[[int], ImpreciseDay], today: date, expects: Expects) -> ImpreciseDay:
    if year is None:
        return _nearest(build, today, expects)
    try:
        return build(year)
    except ValueError as error:
        raise BadInput(NO_SUCH_DAY) from error


def _figures(text: str, today: date, expects: Expects) -> ImpreciseDay | None:
    found = re.fullmatch(r"(?:(\d{4})\s*[-./年]\s*)?(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?", text)
    found = found or re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text)
    if not found:
        return None
    month, day = int(found[2]), int(found[3])
    return _placed(_year_of(found[1]), lambda year: ImpreciseDay.on(date(year, month, day)), today, expects)


def _month(text: str, today: date, expects: Expects) -> ImpreciseDay | None:
    found = re.fullmatch(r"(\d{4})\s*[-./]\s*(\d{1,2})", text)
    found = found or re.fullmatch(r"(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月份?(上旬|中旬|下旬|初|中|底|末)?", text)
    if not found:
        return None
    month, part = int(found[2]), found[3] if found.re.groups > 2 else None

    def build(year: int) -> ImpreciseDay:
        whole = ImpreciseDay.month(year, month)
        if not part:
            return whole
        first, last = _PART[part]
        return ImpreciseDay(date(year, month, first), min(whole.latest, date(year, month, min(last, whole.latest.day))))

    return _placed(_year_of(found[1]), build, today, expects)


def _year(text: str, _today: date, _expects: Expects) -> ImpreciseDay | None:
    found = re.fullmatch(r"(\d{4})\s*年?", text)
    year = _year_of(found[1]) if found else None
    return ImpreciseDay.year(year) if year is not None else None


def _english(text: str, today: date, expects: Expects) -> ImpreciseDay | None:
    found = re.fullmatch(r"(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?(?:\s+(\d{4}))?", text)
    if found:
        day, name, year = found.groups()
    else:
        found = re.fullmatch(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?", text)
        if not found:
            return None
        name, day, year = found.groups()
    if name[:3] not in _MONTHS:
        return None
    month = _MONTHS.index(name[:3]) + 1

    def build(of_year: int) -> ImpreciseDay:
        return ImpreciseDay.on(date(of_year, month, int(day))) if day else ImpreciseDay.month(of_year, month)

    return _placed(_year_of(year), build, today, expects)


def _day_alone(text: str, today: date, expects: Expects) -> ImpreciseDay | None:
    """3号: of this month, or of the one beside it."""
    found = re.fullmatch(r"(\d{1,2})[日号]", text)
    if not found:
        return None
    beside = add_months(today.replace(day=1), -1 if expects is Expects.PAST else 1)
    for month in (today, beside):
        try:
            day = month.replace(day=int(found[1]))
        except ValueError:
            continue
        if day <= today if expects is Expects.PAST else day >= today:
            return ImpreciseDay.on(day)
    raise BadInput(NO_SUCH_DAY)


_FORMS = (_figures, _month, _year, _english, _day_alone)
