"""The four answers and how they combine (decision 11)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Verdict(Enum):
    """The answer on a criterion, a points table or a programme."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_ASKED = "not_asked"
    """We lack the fact: the next question, not a refusal."""
    NOT_COVERED = "not_covered"
    """No rule in force, or its number is unpublished: ask the office."""

    @property
    def open(self) -> bool:
        """Whether another fact or another text could still decide it."""
        return self in (Verdict.NOT_ASKED, Verdict.NOT_COVERED)


ALL_ORDER = (Verdict.NOT_MET, Verdict.NOT_ASKED, Verdict.NOT_COVERED, Verdict.MET)
ANY_ORDER = (Verdict.MET, Verdict.NOT_ASKED, Verdict.NOT_COVERED, Verdict.NOT_MET)


def all_of(verdicts: Iterable[Verdict]) -> Verdict:
    """``all``: not_met, else not_asked, else not_covered, else met. Of nothing: met."""
    found = set(verdicts)
    return next((verdict for verdict in ALL_ORDER if verdict in found), Verdict.MET)


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """``any``: met, else not_asked, else not_covered, else not_met. Of nothing: not_met."""
    found = set(verdicts)
    return next((verdict for verdict in ANY_ORDER if verdict in found), Verdict.NOT_MET)
