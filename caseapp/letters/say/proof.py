"""What a paper of the catalogue shows, and what it does not: a summons proves that a day was set, not what happened."""

from __future__ import annotations

from caseapp.letters.both import NOTHING, Both
from caseapp.letters.wording import phrases


def say_shows(paper: str) -> Both:
    """What the paper shows; empty where nobody has written it."""
    return _said(f"{paper}_shows")


def say_shows_not(paper: str) -> Both:
    """What it is often taken to show and does not."""
    return _said(f"{paper}_not")


def _said(key: str) -> Both:
    words = phrases("proof")
    return words.say(key) if key in words else NOTHING
