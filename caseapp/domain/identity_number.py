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


CENTENARIANS = ("996", "997", "998", "999")
"""Order codes that numbers of 15 digits gave to people of more than a hundred years: theirs were born in 18xx."""


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number in its comparable form, what looks wrong with it, and what it says of its bearer."""

    plain: str
    problem: NumberProblem | None
    born: date | None
    male: bool | None = None
    """The sex it carries: the last order digit is odd for men."""

    @property
    def long(self) -> str:
        """With 18 characters; a number of 15 digits as it is written today, empty where it is none."""
        if len(self.plain) != 15 or self.problem:
            return "" if self.problem else self.plain
        seventeen = f"{self.plain[:6]}{century(self.plain)}{self.plain[6:]}"
        return seventeen + check_digit(seventeen)


def read_number(text: str) -> ReadNumber:
    """Read an 18-digit number, or a 15-digit one of before 2000 (no check digit), as typed."""
    plain = "".join(_plain(character) for character in text if _counts(character))
    if len(plain) not in (15, 18):
        return ReadNumber(plain, NumberProblem.LENGTH, None)
    body = plain[:-1] if len(plain) == 18 else plain
    if not body.isascii() or not body.isdigit() or plain[-1] not in "0123456789X":
        return ReadNumber(plain, NumberProblem.CHARACTERS, None)
    born = _birthday(plain[6:14] if len(plain) == 18 else century(plain) + plain[6:12])
    if born is None:
        return ReadNumber(plain, NumberProblem.DATE, None)
    male = int(plain[16] if len(plain) == 18 else plain[14]) % 2 == 1
    if len(plain) == 18 and check_digit(plain[:17]) != plain[17]:
        return ReadNumber(plain, NumberProblem.CHECK_DIGIT, born, male)
    return ReadNumber(plain, None, born, male)


def century(fifteen: str) -> str:
    """The century of birth of a number of 15 digits."""
    return "18" if fifteen[12:] in CENTENARIANS else "19"


def check_digit(first_seventeen: str) -> str:
    """The eighteenth character for seventeen digits."""
    total = sum(int(digit) * weight for digit, weight in zip(first_seventeen, _WEIGHTS, strict=True))
    return _CHECK[total % 11]


def _counts(character: str) -> bool:
    """Spaces, hyphens and what does not show only divide a number."""
    return character.isprintable() and not character.isspace() and character not in "-－"


def _plain(character: str) -> str:
    if "０" <= character <= "９":
        return chr(ord(character) - 0xFEE0)
    return "X" if character in "xXｘＸ" else character


def _birthday(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
