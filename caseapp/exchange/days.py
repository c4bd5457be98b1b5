"""Days as people write them.

A day is taken only if it can be read in one way. ``03/04/05`` has three readings and is asked back; ``29-02-2024`` has
one. Rough days ("about summer 2019") become a span. Years of the Republic (民国) are converted, and the reader is told.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.domain.days import ImpreciseDay

FIRST_YEAR, LAST_YEAR = 1582, 2199
"""Years a case can speak of: the Gregorian calendar begins in 1582."""

_REPUBLIC = 1911
_DIGITS = dict(zip("〇零○一二三四五六七八九", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_ABOUT = re.compile(r"^(?:大约|大概|约|about |around |c\. ?)|(?:左右|前后)$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4,5})([-/.])(\d{1,2})\2(\d{1,2})\Z")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4,5})\Z")
_SHORT = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{1,2})\Z")
_PACKED = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")
_MONTH = re.compile(r"(\d{4,5})[-/.](\d{1,2})\Z")
_YEAR = re.compile(r"(\d{4,5})\Z")
_CHINESE = re.compile(
    r"(民国)?([0-9〇零○一二三四五六七八九十]{1,5})年(?:([0-9一二三四五六七八九十]{1,3})月)?"
    r"(?:([0-9一二三四五六七八九十廿卅]{1,3})[日号]?)?\Z"
)
_SEASON = re.compile(
    r"(\d{4})年?(春|夏|秋|冬|上半年|下半年|年初|年底|年中)(?:天|季)?\Z|(spring|summer|autumn|winter) (\d{4})\Z", re.I
)
_MONTHS_OF = {
    "春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (11, 2), "上半年": (1, 6), "下半年": (7, 12),
    "年初": (1, 3), "年中": (5, 8), "年底": (10, 12),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (11, 2),
}  # fmt: skip


class DayProblem(Enum):
    """Why a day was not taken."""

    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"
    NO_SUCH_DAY = "no_such_day"
    OUT_OF_RANGE = "out_of_range"


@dataclass(frozen=True, slots=True)
class ReadDay:
    """What a text says. ``readings`` are the days it could mean where it has several; ``converted`` from a 民国 year."""

    day: ImpreciseDay | None
    problem: DayProblem | None = None
    readings: tuple[date, ...] = ()
    converted: bool = False


def read_day(text: str) -> ReadDay:
    """Read a day, a month, a year or a rough time."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = _ABOUT.sub("", plain).strip()
    interval = _interval(plain)
    if interval:
        return interval
    plain = re.sub(r"\s*([年月日号/.-])\s*", r"\1", plain)
    for reader in (_year_first, _year_last, _short, _partial, _chinese, _season):
        found = reader(plain)
        if found:
            return found
    return ReadDay(None, DayProblem.UNREADABLE)


def _interval(plain: str) -> ReadDay | None:
    first, slash, last = plain.partition("/")
    if not slash or len(first) != 10 or len(last) != 10:
        return None
    ends = [_year_first(first), _year_first(last)]
    if not all(end and end.day for end in ends):
        return ReadDay(None, DayProblem.NO_SUCH_DAY)
    low, high = (end.day.earliest for end in ends if end and end.day)
    return ReadDay(ImpreciseDay(low, high)) if low <= high else ReadDay(None, DayProblem.NO_SUCH_DAY)


def _year_first(plain: str) -> ReadDay | None:
    match = _YEAR_FIRST.match(plain)
    if match:
        return _exact(int(match[1]), int(match[3]), int(match[4]))
    packed = _PACKED.match(plain)
    return _exact(int(packed[1]), int(packed[2]), int(packed[3])) if packed else None


def _year_last(plain: str) -> ReadDay | None:
    match = _YEAR_LAST.match(plain)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    return _one_of(year, {(second, first), (first, second)})


def _short(plain: str) -> ReadDay | None:
    match = _SHORT.match(plain)
    if not match:
        return None
    one, two, three = int(match[1]), int(match[3]), int(match[4])
    readings = {
        day for year, month, number in ((one, two, three), (three, two, one), (three, one, two))
        for century in (1900, 2000) if (day := _day(century + year, month, number))
    }  # fmt: skip
    return ReadDay(None, DayProblem.AMBIGUOUS if readings else DayProblem.NO_SUCH_DAY, tuple(sorted(readings)))


def _partial(plain: str) -> ReadDay | None:
    month = _MONTH.match(plain)
    if month:
        return _month(int(month[1]), int(month[2]))
    year = _YEAR.match(plain)
    return _year(int(year[1])) if year else None


def _chinese(plain: str) -> ReadDay | None:
    match = _CHINESE.match(plain)
    if not match:
        return None
    republic, year_words, month_words, day_words = match.groups()
    if day_words and not month_words:
        return None
    year = _digits(year_words) if not republic else _number(year_words)
    if year is None or (len(year_words) < 4 and not republic):
        return ReadDay(None, DayProblem.AMBIGUOUS)
    if republic:
        year += _REPUBLIC
    month, day = _number(month_words or ""), _number(day_words or "")
    found = _exact(year, month, day) if day and month else _month(year, month) if month else _year(year)
    return ReadDay(found.day, found.problem, found.readings, converted=bool(republic))


def _season(plain: str) -> ReadDay | None:
    match = _SEASON.match(plain)
    if not match:
        return None
    year, word = (int(match[1]), match[2]) if match[1] else (int(match[4]), match[3].lower())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ReadDay(None, DayProblem.OUT_OF_RANGE)
    first, last = _MONTHS_OF[word]
    end = ImpreciseDay.month(year if first <= last else year + 1, last)
    return ReadDay(ImpreciseDay(date(year, first, 1), end.latest))


def _exact(year: int, month: int, day: int) -> ReadDay:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ReadDay(None, DayProblem.OUT_OF_RANGE)
    found = _day(year, month, day)
    return ReadDay(ImpreciseDay.on(found)) if found else ReadDay(None, DayProblem.NO_SUCH_DAY)


def _month(year: int, month: int) -> ReadDay:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ReadDay(None, DayProblem.OUT_OF_RANGE)
    return ReadDay(ImpreciseDay.month(year, month)) if 1 <= month <= 12 else ReadDay(None, DayProblem.NO_SUCH_DAY)


def _year(year: int) -> ReadDay:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ReadDay(None, DayProblem.OUT_OF_RANGE)
    return ReadDay(ImpreciseDay.year(year))


def _one_of(year: int, pairs: set[tuple[int, int]]) -> ReadDay:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ReadDay(None, DayProblem.OUT_OF_RANGE)
    readings = sorted(day for month, number in pairs if (day := _day(year, month, number)))
    if len(readings) == 1:
        return ReadDay(ImpreciseDay.on(readings[0]))
    return ReadDay(None, DayProblem.AMBIGUOUS if readings else DayProblem.NO_SUCH_DAY, tuple(readings))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _digits(words: str) -> int | None:
    """A year said digit by digit: 二〇二四."""
    digits = [str(_DIGITS.get(word, word)) for word in words]
    return int("".join(digits)) if all(digit.isdigit() for digit in digits) else None


def _number(words: str) -> int:
    """A number said as one: 十二, 廿九, 三十; 0 if it is none."""
    if words.isdigit():
        return int(words)
    plain = words.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = plain.partition("十")
    if not ten:
        return _digits(plain) or 0 if plain else 0
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
