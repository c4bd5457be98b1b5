"""Texts in Chinese and English, made together so that neither can say more than the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from caseapp.letters.numerals import chinese_number


@dataclass(frozen=True, slots=True)
class Both:
    """The same thing said in Chinese and in English."""

    zh: str
    en: str

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)


NOTHING = Both("", "")


def same(text: str) -> Both:
    """What prints alike in both languages: a number, a document number, a quotation as it was spoken."""
    return Both(text, text)


def listed(parts: Iterable[Both]) -> Both:
    """A list inside a sentence: 甲、乙、丙 and "a, b and c"."""
    found = tuple(parts)
    return Both("、".join(part.zh for part in found), _in_a_row([part.en for part in found], " and "))


def any_of(parts: Iterable[Both]) -> Both:
    """Things of which one is enough: 甲、乙或者丙 and "a, b or c"."""
    found = tuple(parts)
    chinese = [part.zh for part in found]
    last = "或者".join(filter(None, ("、".join(chinese[:-1]), chinese[-1]))) if chinese else ""
    return Both(last, _in_a_row([part.en for part in found], " or "))


def _in_a_row(english: list[str], before_last: str) -> str:
    return before_last.join(filter(None, (", ".join(english[:-1]), english[-1]))) if english else ""


def clauses(parts: Iterable[Both]) -> Both:
    """Clauses of one sentence in a row: commas in both languages."""
    found = tuple(parts)
    return Both("，".join(part.zh for part in found if part.zh), ", ".join(part.en for part in found if part.en))


def either(parts: Iterable[Both]) -> Both:
    """Ways of which one is enough, or steps that hold commas of their own: semicolons in both languages."""
    found = tuple(parts)
    return Both("；".join(part.zh for part in found), "; ".join(part.en for part in found))


def ordinal(number: int, text: Both) -> Both:
    """A numbered paragraph: 一、 and (1)."""
    return Both(f"{chinese_number(number)}、{text.zh}", f"({number}) {text.en}")


def has_han(text: str) -> bool:
    """Whether a text holds a Chinese character (CJK ideographs, all planes)."""
    return any("\u3400" <= mark <= "\u9fff" or "\uf900" <= mark <= "\ufaff" or mark >= "\U00020000" for mark in text)
