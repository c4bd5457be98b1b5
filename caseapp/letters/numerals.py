"""Chinese numerals, and article numbers read from Chinese into English."""

from __future__ import annotations

import re

_DIGITS = "零一二三四五六七八九"
_ARTICLE = re.compile(
    r"第([一二三四五六七八九十百零]+)条(?:第([一二三四五六七八九十]+)款)?(?:第([一二三四五六七八九十]+)项)?\Z"
)


def chinese_number(number: int) -> str:
    """1 to 999 as statutes count: 十二, 二百零二."""
    if not 0 < number < 1000:
        raise ValueError(number)
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def read_chinese_number(text: str) -> int:
    """The number behind 十二 or 二百零二. Raises ``ValueError`` or ``KeyError``."""
    total = current = 0
    for mark in text:
        if mark == "百":
            total, current = total + current * 100, 0
        elif mark == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _DIGITS.index(mark)
    return total + current


def english_article(article: str) -> str:
    """``第二十三条第一款第三项`` as ``art. 23(1), item 3``. Raises ``ValueError`` for any other form."""
    found = _ARTICLE.match(article)
    if found is None:
        raise ValueError(article)
    numbers = [read_chinese_number(part) if part else None for part in found.groups()]
    text = f"art. {numbers[0]}"
    if numbers[1] is not None:
        text += f"({numbers[1]})"
    if numbers[2] is not None:
        text += f", item {numbers[2]}"
    return text
