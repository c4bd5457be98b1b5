"""Amounts of money as people write them, read exactly: ``1,234.50``, ``￥6000``, ``1.2万``, ``壹万贰仟``."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

LARGEST = Decimal("99999999999")
"""Yuan; anything above is a slip of the pen."""

_PLAIN = re.compile(r"(?:rmb|cny|yuan|[¥￥])?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?\s*(万)?\s*(?:元|yuan|rmb|块)?\Z", re.I)
_NUMERALS = ("零〇", "一壹", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
_DIGIT = {word: value for value, words in enumerate(_NUMERALS) for word in words}
_UNIT = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}


def read_amount(text: str) -> Decimal | None:
    """The amount in yuan, exactly as written; None for anything else (signs, exponents, half fen, more than 11 digits)."""
    plain = unicodedata.normalize("NFKC", text).strip().replace("，", ",")
    match = _PLAIN.match(plain)
    if match:
        amount = Decimal(match[1].replace(",", "") + (match[2] or "")) * (10_000 if match[3] else 1)
        return _tidy(amount) if amount <= LARGEST else None
    words = re.sub(r"[元圆块整正]+\Z", "", plain)
    said = _said(words) if words else None
    return Decimal(said) if said is not None and said <= LARGEST else None


def _said(words: str) -> int | None:
    """A number in Chinese words up to thousands of ten-thousands."""
    high, ten_thousands, low = words.partition("万") if "万" in words else words.partition("萬")
    parts = [_below_ten_thousand(part) if part else 0 for part in ((high, low) if ten_thousands else ("", high))]
    if any(part is None for part in parts) or (ten_thousands and not high):
        return None
    return (parts[0] or 0) * 10_000 + (parts[1] or 0)


def _below_ten_thousand(words: str) -> int | None:
    total, digit = 0, None
    for word in words:
        if word in _DIGIT:
            digit = _DIGIT[word]
        elif word in _UNIT:
            total += (1 if digit is None else digit) * _UNIT[word]
            digit = None
        else:
            return None
    return total + (digit or 0)


def _tidy(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount
