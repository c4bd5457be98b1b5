"""Texts that were made in both languages, as the screen's language shows them."""

from __future__ import annotations

from collections.abc import Callable

from caseapp.i18n import screen_language
from caseapp.letters.both import Both


def in_language(both: Both) -> str:
    """The text in the screen's language."""
    return both.en if screen_language() == "en" else both.zh


def spoken(both: Both) -> Callable[[], str]:
    """The same for a label that says itself again when the language changes."""
    return lambda: in_language(both)
