"""Words in a row, as each language writes them."""

from __future__ import annotations

from collections.abc import Iterable

from caseapp.i18n import screen_language


def listing(parts: Iterable[str]) -> str:
    """Parts one after the other: 甲、乙 and "a, b"; empty ones are left out."""
    return ("、" if screen_language() == "zh_CN" else ", ").join(part for part in parts if part)


def sentences(parts: Iterable[str]) -> str:
    """Sentence after sentence: with a space between them in English, with none in Chinese."""
    return ("" if screen_language() == "zh_CN" else " ").join(part for part in parts if part)
