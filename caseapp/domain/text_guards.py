"""What text may be stored as a name, and how names are compared.

Text is kept exactly as it was typed; comparison uses NFKC (Unicode UAX #15). Characters that reorder text (UAX #9) or
show nothing are refused in names, because a name must read the same to everyone.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

NAME_LIMIT = 120
"""Characters a name may have; the uniform-capture notice asks for at least 50."""
NOTES_LIMIT = 20_000_000

_INVISIBLE = frozenset("\u00ad\u115f\u1160\u180e\u200b\u2028\u2029\u2060\u2061\u2062\u2063\u2064\u3164\ufeff\uffa0")
"""They show nothing and join nothing: two names that look alike would be two. What joins emoji and letters is kept."""
_DIVIDES = frozenset("·•‧∙⋅・.-'’")
"""The dots inside names as keyboards have them (the official one is U+00B7), hyphens and apostrophes."""
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]")
_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class NameProblem(Enum):
    """Why a name cannot be kept."""

    TOO_LONG = "too_long"
    REORDERS = "reorders"
    CONTROL = "control"
    INVISIBLE = "invisible"
    BROKEN = "broken"


def name_problem(text: str) -> NameProblem | None:
    """What is wrong with a name, or None."""
    if len(text) <= NAME_LIMIT and text.isprintable() and (text.isascii() or _INVISIBLE.isdisjoint(text)):
        return None
    if any("\ud800" <= character <= "\udfff" for character in text):
        return NameProblem.BROKEN
    if len(text) > NAME_LIMIT:
        return NameProblem.TOO_LONG
    if any(character in _REORDERING for character in text):
        return NameProblem.REORDERS
    if any(unicodedata.category(character) == "Cc" for character in text):
        return NameProblem.CONTROL
    if not _INVISIBLE.isdisjoint(text):
        return NameProblem.INVISIBLE
    return None


def search_form(text: str) -> str:
    """Text as it is compared and searched: NFKC, lower case, no spaces, no middle dots, nothing that does not show."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    if not folded.isascii():
        folded = _UNSEEN.sub("", folded)
    return "".join(character for character in folded if not character.isspace() and character not in _DIVIDES)
