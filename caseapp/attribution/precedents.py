"""What offices answered before, in any case of the casebook: plain values, so that one case can be held against them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, OfficeId, VisitId
from caseapp.domain.text_guards import search_form
from caseapp.domain.visits import Answer, Visit


@dataclass(frozen=True, slots=True)
class Precedent:
    """One answer of one office in one case."""

    case: CaseId
    visit: VisitId
    office: OfficeId
    day: ImpreciseDay | None
    answer: Answer
    rule_title: str = ""
    rule_number: str = ""
    """The rule it cited, as it was told."""
    conditions: Mapping[str, bool] = field(default_factory=dict)
    """Each requirement of the rules of that day that could be decided then: met, or not. By the id of the requirement."""


def earlier(precedents: Iterable[Precedent], office: OfficeId, day: date) -> tuple[Precedent, ...]:
    """What an office answered on days that surely lie before ``day``, the oldest first."""
    found = [one for one in precedents if one.office == office and one.day is not None and one.day.latest < day]
    return tuple(sorted(found, key=lambda one: (one.day.latest if one.day else day, one.visit)))


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One dated version of a rule. Versions of one ``series`` follow one another."""

    id: str
    series: str
    titles: tuple[str, ...]
    number: str
    first: date | None
    last: date | None
    met: bool | None = None
    """Whether the case meets it on its own day; None: not decided."""

    def in_force(self, on: date) -> bool:
        """Whether it surely was in force on a day: its first day is known."""
        return self.first is not None and self.first <= on and (self.last is None or on <= self.last)

    def cited_by(self, answer: Precedent | Visit) -> bool:
        """Whether an office that cited a rule meant this one: the same number, or without a number the same title."""
        if answer.rule_number and self.number:
            return _bare(answer.rule_number) == _bare(self.number)
        return bool(answer.rule_title) and _bare(answer.rule_title) in {_bare(title) for title in self.titles if title}


_BRACKETS = str.maketrans({"〔": "(", "〕": ")", "[": "(", "]": ")", "《": None, "》": None})


def _bare(text: str) -> str:
    """A title or number as it is compared: whatever brackets it was typed with."""
    return search_form(text).translate(_BRACKETS)
