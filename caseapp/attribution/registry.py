"""The registry of derivation rules: one rule a pattern, each by the words of the closed list.

A rule looks at the circumstances of one case and says either that the pattern follows, why, and from which records, or
nothing. It has no opinion: what it cannot see, it does not suppose.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from caseapp.attribution.checked import Checked
from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document
from caseapp.domain.facts import Fact, Spell
from caseapp.domain.ids import DocumentId, FactId, SpellId, VisitId
from caseapp.domain.offices import Office
from caseapp.domain.patterns import Known, Pattern
from caseapp.domain.reasons import Reason
from caseapp.domain.visits import Visit


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a rule may look at: the file, what its check found, and the day it is judged on."""

    file: CaseFile
    checked: Checked
    on: date

    def fact(self, key: str) -> Fact | None:
        """The latest answer known on the day; nothing that is marked adverse (PRACTICE E3)."""
        known = [
            fact for fact in self.file.facts if fact.key == key and fact.as_of <= self.on and not fact.adverse
        ]  # fmt: skip
        return max(known, key=lambda fact: fact.as_of, default=None)

    def says(self, key: str, *values: str) -> Fact | None:
        """The fact, if its value is one of ``values``."""
        found = self.fact(key)
        return found if found and found.value in values else None

    def visits(self) -> tuple[Visit, ...]:
        """Visits up to the day, in order; one without a day counts."""
        return tuple(visit for visit in self.file.visits_in_order() if visit.day is None or visit.day.earliest <= self.on)

    def office(self, visit: Visit) -> Office | None:
        """The office of a visit."""
        return self.file.office(visit.office)


@dataclass(frozen=True, slots=True)
class Records:
    """What a derived pattern rests on, by id."""

    visits: tuple[VisitId, ...] = ()
    documents: tuple[DocumentId, ...] = ()
    facts: tuple[FactId, ...] = ()
    spells: tuple[SpellId, ...] = ()

    @classmethod
    def of(cls, *found: Visit | Document | Fact | Spell | None) -> Records:
        """The ids of records, each once, in order; None is left out."""
        return cls(
            tuple(dict.fromkeys(entry.id for entry in found if isinstance(entry, Visit))),
            tuple(dict.fromkeys(entry.id for entry in found if isinstance(entry, Document))),
            tuple(dict.fromkeys(entry.id for entry in found if isinstance(entry, Fact))),
            tuple(dict.fromkeys(entry.id for entry in found if isinstance(entry, Spell))),
        )

    def __bool__(self) -> bool:
        return bool(self.visits or self.documents or self.facts or self.spells)


@dataclass(frozen=True, slots=True)
class DerivedPattern:
    """A pattern that follows from what is recorded, the reasons, and the records they rest on."""

    pattern: Pattern
    why: tuple[Reason, ...]
    records: Records


Finding = tuple[tuple[Reason, ...], Records]
Rule = Callable[[Circumstances], Finding | None]

_RULES: dict[Pattern, Rule] = {}


def derives(pattern: Pattern) -> Callable[[Rule], Rule]:
    """Register the rule of a pattern that may be derived; a pattern has one."""

    def register(rule: Rule) -> Rule:
        if pattern in _RULES or pattern.known is Known.CODED:
            raise ValueError(pattern)
        _RULES[pattern] = rule
        return rule

    return register


def rules() -> Mapping[Pattern, Rule]:
    """Every rule, in the order of the closed list."""
    return MappingProxyType({pattern: _RULES[pattern] for pattern in Pattern if pattern in _RULES})
