"""What people say of a day before it can be read: Chinese figures, "last month", years of two figures, the lunar calendar.

Nothing is guessed: what leaves one end open, what two calendars share, and years of two figures are asked back.
"""

from __future__ import annotations

import re
from datetime import date

from caseapp.domain.days import add_months
from caseapp.errors import BadInput
from caseapp.i18n import N_

UNREAD = N_("This day was not understood. Write 15 June, 2026-6-15, June 2026 or only the year.")
NO_SUCH_DAY = N_("There is no such day. Look at the paper or a calendar again; if it was another year, write the year too.")
SEVERAL = N_("This can be read as several days. Write it as 2026-4-3.")
OUT_OF_RANGE = N_("The year has to lie between 1582 and 2199.")
TWO_FIGURES = N_("Write the year with four figures, such as 2026-5-3.")
LUNAR = N_("This looks like the lunar calendar. Look up the day of the common calendar and write it as 2026-9-25.")
OPEN_END = N_(
    "“Before” and “after” leave one end open. Write from when to when, such as January to April 2026. Where only the order "
    "is known, leave the day empty."
)
BACKWARDS = N_("It ends before it begins. Look at both days again.")
OTHER_WEEKDAY = N_("The day of the week does not fit the date. Look at the calendar again.")
NOT_KNOWN = N_("If the day is not known, leave the field empty.")

_REPUBLIC = 1911
_FIGURE = {word: value for value, words in enumerate(("〇零○", *"一二三四五六七八九")) for word in words} | {"元": 1}
_NUMERALS = "〇零○一二三四五六七八九十廿卅"
_LUNAR = re.compile(
    rf"农历|阴历|旧历|正月|腊月|冬月|闰[{_NUMERALS}]|初[一二三四五六七八九十]|^[{_NUMERALS}]{{1,3}}月[{_NUMERALS}]{{1,3}}$"
)
_OPEN_END = re.compile(r"(?:以前|之前|以后|之后|以来)$|(?<=[年月日号\d])[前后]$|^(?:before|after|since|until|till|by)\s")
_TWO_FIGURES = re.compile(r"\d{1,2}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}|['’]?\d{2}年.*")
_NOT_KNOWN = re.compile(r"不详|不明|不知道|不清楚|不记得了?|记不清了?|忘了|未知|unknown|not known|n/?a|\?+|-+|无")
_WEEKDAY = re.compile(r"\s*[(（]?(?:周|星期|礼拜)([一二三四五六日天])[)）]?$")
_YEARS = {"去年": -1, "前年": -2, "今年": 0, "本年": 0, "明年": 1, "last year": -1, "this year": 0, "next year": 1}
_MONTHS = {
    "上个月": -1, "上月": -1, "这个月": 0, "本月": 0, "当月": 0, "下个月": 1, "下月": 1,
    "last month": -1, "this month": 0, "next month": 1,
}  # fmt: skip


def in_figures(text: str, today: date) -> str:
    """The text with figures for Chinese numerals, and with the year and month that "last month" means.

    Raises :class:`BadInput` for what has to be asked back.
    """
    for found, sentence in ((_NOT_KNOWN.fullmatch, NOT_KNOWN), (_LUNAR.search, LUNAR), (_OPEN_END.search, OPEN_END)):
        if found(text):
            raise BadInput(sentence)
    text = re.sub(r"(\d{1,2})\s*[-~至到]\s*(\d{1,2}月)", r"\1月至\2", text)
    text = re.sub(r"民国([\d元" + _NUMERALS + r"]{1,4})年", lambda found: f"{_REPUBLIC + _number(found[1])}年", text)
    text = re.sub(
        rf"([{_NUMERALS}]{{4}})年", lambda found: "".join(str(_FIGURE.get(one, "?")) for one in found[1]) + "年", text
    )
    text = re.sub(rf"([{_NUMERALS}]{{1,3}})(?=[月日号])", lambda found: str(_number(found[1])), text)
    text = _with_year_and_month(text, today)
    if _TWO_FIGURES.fullmatch(text):
        raise BadInput(TWO_FIGURES)
    return text


def without_weekday(text: str) -> tuple[str, int | None]:
    """A date without the day of the week behind it, and which that was (Monday is 0)."""
    found = _WEEKDAY.search(text)
    if not found or not found.start():
        return text, None
    return text[: found.start()].strip(), "一二三四五六日天".index(found[1]) % 7


def _with_year_and_month(text: str, today: date) -> str:
    for words, step in _MONTHS.items():
        if text.startswith(words):
            meant = add_months(today.replace(day=1), step)
            return f"{meant.year}年{meant.month}月{text.removeprefix(words).strip()}"
    for words, step in _YEARS.items():
        if text.startswith(words):
            return f"{today.year + step}年{text.removeprefix(words).strip()}"
    return text


def _number(words: str) -> int:
    """A number said as one: 十二, 廿九, 三十, 38."""
    if words.isdigit():
        return int(words)
    tens, ten, ones = words.replace("廿", "二十").replace("卅", "三十").partition("十")
    if not ten:
        return int("".join(str(_FIGURE[one]) for one in tens))
    return (_FIGURE.get(tens, 1) if tens else 1) * 10 + (_FIGURE.get(ones, 0) if ones else 0)
