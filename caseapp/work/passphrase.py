"""What a passphrase is worth. One is asked for once, so it may be long; what many people use is refused."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from caseapp.i18n import N_

SHORTEST = 15
"""Characters; after OWASP ASVS 5.0, 6.2.9 for use without a second factor."""
_LOOKED_AT = 72
"""The estimate reads only so many characters; more cannot make a passphrase weaker."""


@dataclass(frozen=True, slots=True)
class Strength:
    """``score`` 0 (guessed at once) to 4; ``enough`` to make a casebook; ``advice`` is a sentence to be translated."""

    score: int
    enough: bool
    advice: str


def strength(passphrase: str, known_of: Sequence[str] = ()) -> Strength:
    """Estimate a passphrase. ``known_of`` are words others connect with the person: handle, organisation, city."""
    from zxcvbn import zxcvbn

    plain = unicodedata.normalize("NFC", passphrase)
    if not plain.strip():
        return Strength(0, False, N_("Choose a passphrase: several words that do not belong together."))
    score = int(zxcvbn(plain[:_LOOKED_AT], user_inputs=[word for word in known_of if word])["score"])
    if len(plain) < SHORTEST:
        return Strength(min(score, 2), False, N_("Use at least 15 characters: several words that do not belong together."))
    if score < 3:
        return Strength(score, False, N_("Many people use something like this. Add words that do not belong together."))
    return Strength(score, True, N_("Good. Write it down only where you would keep money."))
