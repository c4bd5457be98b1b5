"""What the visits of a case cost, in words for the page of visits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from caseapp.attribution.costs import costs
from caseapp.domain.case_file import CaseFile
from caseapp.letters.both import Both
from caseapp.letters.say.costs import say_costs, say_rules


@dataclass(frozen=True, slots=True)
class CostsShown:
    """The sums in one line, and under it by which rule each was counted."""

    total: Both
    rules: tuple[Both, ...]


def costs_of(file: CaseFile, on: date) -> CostsShown:
    """Time, wages and money the visits of a case cost up to a day. Exact: for the office, never for a paper."""
    found = costs(file, on)
    return CostsShown(say_costs(found), say_rules(found))
