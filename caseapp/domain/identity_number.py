"""Citizen identity numbers (GB 11643-1999; check digit ISO 7064 MOD 11-2).

A number is never a gate: a wrong one is kept and pointed out, because papers carry mistakes and people carry papers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"


class NumberProblem(Enum):
    """What looks wrong with a number."""

    LENGTH = "length"
    CHARACTERS = "characters"
    DATE = "date"
    CHECK_DIGIT = "check_digit"


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number in its comparable form, what looks wrong with it, and the birthday it carries."""

    plain: str
    problem: NumberProblem | None
    born: date | None


def read_number(text: str) -> ReadNumber:
    """Read an 18-digit number, or a 15-digit one of before 2000 (no check digit), as typed."""
    plain = "".join(_plain(character) for character in text if not character.isspace() and character not in "-－")
    if len(plain) not in (15, 18):
        return ReadNumber(plain, NumberProblem.LENGTH, None)
    body = plain[:-1] if len(plain) == 18 else plain
    if not body.isascii() or not body.isdigit() or plain[-1] not in "0123456789X":
        return ReadNumber(plain, NumberProblem.CHARACTERS, None)
    born = _birthday(plain[6:14] if len(plain) == 18 else "19" + plain[6:12])
    if born is None:
        return ReadNumber(plain, NumberProblem.DATE, None)
    if len(plain) == 18 and check_digit(plain[:17]) != plain[17]:
        return ReadNumber(plain, NumberProblem.CHECK_DIGIT, born)
    return ReadNumber(plain, None, born)


def check_digit(first_seventeen: str) -> str:
    """The eighteenth character for seventeen digits."""
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, _WEIGHTS, strict=True))
    return _CHECK[total % 11]


def _plain(character: str) -> str:
    if "０" <= character <= "９":
        return chr(ord(character) - 0xFEE0)
    return "X" if character in "xXｘＸ" else character


def _birthday(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
