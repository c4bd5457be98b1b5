"""The four answers and how they combine (decision 11)."""

from __future__ import annotations

from collections.abc import Sequence
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
_OTHER_THAN_MET, _OTHER_THAN_NOT_MET = ALL_ORDER[:-1], ANY_ORDER[:-1]


def all_of(verdicts: Sequence[Verdict]) -> Verdict:
    """``all``: not_met, else not_asked, else not_covered, else met. Of nothing: met."""
    for verdict in _OTHER_THAN_MET:
        if verdict in verdicts:
            return verdict
    return Verdict.MET


def any_of(verdicts: Sequence[Verdict]) -> Verdict:
    """``any``: met, else not_asked, else not_covered, else not_met. Of nothing: not_met."""
    for verdict in _OTHER_THAN_NOT_MET:
        if verdict in verdicts:
            return verdict
    return Verdict.NOT_MET
