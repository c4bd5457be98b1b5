"""How the rule an office applied stands to the rules in force: what changed in practice while the text stood still, or
stood still in practice while the text changed.

Four findings, each from what is recorded and nothing else. That an old rule is used for the first time is said only where
the same office took such requests on while it was already in force: a casebook that simply knows no earlier visit says
nothing about how the office used to answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from caseapp.attribution.missing import SENT_AWAY
from caseapp.attribution.precedents import Precedent, RuleVersion, earlier
from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import add_months
from caseapp.domain.ids import CaseId, VisitId
from caseapp.domain.visits import Answer, Grounds, Visit

LONG_IN_FORCE = 12
"""Months: one full yearly round in which the rule could have been applied and was not."""
NEW = 12
"""Months: as long as a rule counts as new, until each yearly round has come once under it."""
_ON_CONDITIONS = (Grounds.CONDITION_NOT_MET, Grounds.RULE_UNNAMED, Grounds.HUKOU_PLACE)


class Shift(Enum):
    """How practice and text part."""

    FIRST_USED = "first_used"
    ACCEPTED_BEFORE = "accepted_before"
    REPEALED_APPLIED = "repealed_applied"
    NEW_NOT_APPLIED = "new_not_applied"


@dataclass(frozen=True, slots=True)
class FoundShift:
    """One finding about one refusal."""

    shift: Shift
    visit: VisitId
    rule: str
    """Id of the version it is about; empty where the office named none and none is known."""
    text_day: date | None
    """The first day of that version; for a repealed one its last."""
    seen_on: date
    """The day on which this practice was first seen at the office, in any case."""
    replaced_by: str = ""
    precedents: tuple[VisitId, ...] = ()
    cases: tuple[CaseId, ...] = ()
    last_accepted: date | None = None
    alike: tuple[str, ...] = ()
    """The requirements that stood alike in both cases."""


def shifts(
    file: CaseFile, on: date, versions: Sequence[RuleVersion], precedents: Sequence[Precedent]
) -> tuple[FoundShift, ...]:
    """What the refusals of a case up to ``on`` show, in the order of its visits.

    ``precedents``: answers of this casebook on the same service, those of this case among them.
    """
    judged = file.judged_on(on)
    found: list[FoundShift] = []
    for visit in file.visits_in_order():
        day, office = visit.on(), file.office(visit.office)
        if day is not None and day <= judged and office and not office.kind.private and visit.answer in SENT_AWAY:
            found += _Refused(visit, day, versions, precedents).found()
    return tuple(found)


class _Refused:
    """One refusal held against the versions of the rule and the office's earlier answers."""

    def __init__(self, visit: Visit, day: date, versions: Sequence[RuleVersion], precedents: Sequence[Precedent]) -> None:
        assert visit.office is not None
        self._visit, self._day, self._versions = visit, day, versions
        self._before = earlier(precedents, visit.office, day)
        self._own = next((one for one in precedents if one.visit == visit.id), None)
        self._cited = [version for version in versions if version.cited_by(visit)]

    def found(self) -> Iterator[FoundShift]:
        standing = [version for version in self._cited if version.in_force(self._day)]
        if standing:
            yield from self._first_used(max(standing, key=lambda version: version.first or date.min))
        elif self._cited:
            yield from self._repealed()
        yield from self._new_though_met()
        yield from self._accepted_before()

    def _first_used(self, rule: RuleVersion) -> Iterator[FoundShift]:
        assert rule.first is not None
        uses = [one for one in self._before if one.answer in SENT_AWAY and rule.cited_by(one)]
        seen = min([self._day, *(one.day.latest for one in uses if one.day)])
        accepted = [one for one in self._accepted() if one.day and rule.first <= one.day.earliest and one.day.latest < seen]
        if accepted and add_months(rule.first, LONG_IN_FORCE) <= seen:
            yield self._shift(Shift.FIRST_USED, rule, rule.first, seen, accepted)

    def _repealed(self) -> Iterator[FoundShift]:
        ended = [version for version in self._cited if version.last is not None and version.last < self._day]
        if not ended:
            return
        rule = max(ended, key=lambda version: version.last or date.min)
        newer = [
            version
            for version in self._versions
            if version.series == rule.series and version.in_force(self._day) and version.id != rule.id
        ]
        successor = newer[0] if newer else None
        yield self._shift(Shift.REPEALED_APPLIED, rule, rule.last, self._day, (), successor.id if successor else "")
        if successor:
            yield self._shift(Shift.NEW_NOT_APPLIED, successor, successor.first, self._day, ())

    def _new_though_met(self) -> Iterator[FoundShift]:
        """Turned away over a condition although a new version of the rule is met; the office cited no rule."""
        if self._cited or self._visit.grounds not in _ON_CONDITIONS:
            return
        for version in self._versions:
            if not (version.met and version.first and version.in_force(self._day)):
                continue
            replaced = any(other.series == version.series and _before(other, version) for other in self._versions)
            if replaced and self._day < add_months(version.first, NEW):
                yield self._shift(Shift.NEW_NOT_APPLIED, version, version.first, self._day, ())

    def _accepted_before(self) -> Iterator[FoundShift]:
        """The same office, the same rules, every requirement that was decided in both cases alike: taken on then."""
        own: Mapping[str, bool] = self._own.conditions if self._own else {}
        alike = {one.visit: shared for one in self._accepted() if (shared := _alike(own, one)) and self._same_rules(one)}
        accepted = [one for one in self._before if one.visit in alike]
        if accepted:
            rule = next((version for version in self._cited if version.in_force(self._day)), None)
            in_all = tuple(key for key in own if all(key in alike[one.visit] for one in accepted))
            yield self._shift(
                Shift.ACCEPTED_BEFORE, rule, rule.first if rule else None, self._day, accepted, alike=in_all
            )  # fmt: skip

    def _accepted(self) -> list[Precedent]:
        return [one for one in self._before if one.answer is Answer.ACCEPTED]

    def _same_rules(self, one: Precedent) -> bool:
        assert one.day is not None
        now = {version.id for version in self._versions if version.in_force(self._day)}
        return now == {version.id for version in self._versions if version.in_force(one.day.latest)}

    def _shift(
        self, shift: Shift, rule: RuleVersion | None, text_day: date | None, seen: date, shown: Sequence[Precedent],
        replaced_by: str = "", alike: tuple[str, ...] = (),
    ) -> FoundShift:  # fmt: skip
        return FoundShift(
            shift, self._visit.id, rule.id if rule else "", text_day, seen, replaced_by,
            tuple(one.visit for one in shown),
            tuple(dict.fromkeys(one.case for one in shown)),
            max((one.day.latest for one in shown if one.day), default=None),
            alike,
        )  # fmt: skip


def _before(one: RuleVersion, other: RuleVersion) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _alike(own: Mapping[str, bool], one: Precedent) -> frozenset[str]:
    """The requirements decided in both, if all of them stand alike; else none."""
    shared = own.keys() & one.conditions.keys()
    return frozenset(shared) if all(own[key] == one.conditions[key] for key in shared) else frozenset()
