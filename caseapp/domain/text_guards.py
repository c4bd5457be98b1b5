"""What text may be stored as a name, and how names are compared.

Text is kept exactly as it was typed; comparison uses NFKC (Unicode UAX #15). Characters that reorder text (UAX #9) are
refused in names, because a name must read the same to everyone.
"""

from __future__ import annotations

import unicodedata
from enum import Enum

NAME_LIMIT = 120
"""Characters a name may have; the uniform-capture notice asks for at least 50."""
NOTES_LIMIT = 20_000_000

_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class NameProblem(Enum):
    """Why a name cannot be kept."""

    TOO_LONG = "too_long"
    REORDERS = "reorders"
    CONTROL = "control"
    BROKEN = "broken"


def name_problem(text: str) -> NameProblem | None:
    """What is wrong with a name, or None."""
    if len(text) <= NAME_LIMIT and text.isprintable():
        return None
    if any("\ud800" <= character <= "\udfff" for character in text):
        return NameProblem.BROKEN
    if len(text) > NAME_LIMIT:
        return NameProblem.TOO_LONG
    if any(character in _REORDERING for character in text):
        return NameProblem.REORDERS
    if any(unicodedata.category(character) == "Cc" for character in text):
        return NameProblem.CONTROL
    return None


def search_form(text: str) -> str:
    """Text as it is compared and searched: NFKC, lower case, no spaces or middle dots."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(character for character in folded if not character.isspace() and character not in "·•.-")
