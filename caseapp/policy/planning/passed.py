"""Since when a programme was met, as far as is known: what a delay has cost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from caseapp.domain.days import add_months
from caseapp.policy.catalogue import Change, Close, catalogue
from caseapp.policy.check import ProgrammeCheck, verdict
from caseapp.policy.compile import Compiled
from caseapp.policy.known import KnownFacts
from caseapp.policy.model import AllOf, Criterion, Node, Op
from caseapp.policy.verdict import Verdict

KnownOn = Callable[[date], KnownFacts]
"""What was known to be true on an earlier day."""
MONTHS_BACK = 120
"""No look back goes further than ten years."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days on which a programme was met. ``last`` None: it still is."""

    first: date
    last: date | None

    def lost(self, on: date) -> int:
        """Days from the first on which it was met to the day of the check, or to the last on which it was."""
        return ((self.last or on) - self.first).days


class Earlier:
    """The facts of a household on earlier days."""

    def __init__(self, facts: KnownFacts, on: date, known_on: KnownOn | None) -> None:
        self._facts, self._on, self._known_on = facts, on, known_on
        self._days: dict[date, KnownFacts] = {}

    def stretch(self, rule: Compiled, checked: ProgrammeCheck) -> Stretch | None:
        """The last stretch of days on which the programme was met, up to the day of the check.

        None if no earlier day is known to have met it. A stretch that ended is found to the month it ended in.
        """
        met_now = checked.verdict is Verdict.MET
        if not met_now and not self._may_be_over(checked):
            return None
        met = self._on if met_now else None
        last: date | None = None
        for months in range(1, MONTHS_BACK + 1):
            day = add_months(self._on, -months)
            if self._met(rule, day):
                if met is None:
                    last = self._turn(rule, day, add_months(self._on, 1 - months)) - timedelta(1)
                met = day
            elif met is not None:
                first = self._turn(rule, day, met)
                return None if first == self._on else Stretch(first, last)
        return None if met is None or met == self._on else Stretch(met, last)

    def _may_be_over(self, checked: ProgrammeCheck) -> bool:
        """Whether what fails now could have been met before: a limit on what only grows, or a run that broke."""
        if checked.verdict is not Verdict.NOT_MET:
            return False
        points = checked.points
        if points is not None and points.verdict is not Verdict.MET and self._known_on is None:
            return False
        verdicts = {finding.criterion.id: finding.verdict for finding in checked.findings}
        return self._was_possible(checked.programme.eligibility, verdicts)

    def _was_possible(self, node: Node, verdicts: Mapping[str, Verdict]) -> bool:
        if not isinstance(node, Criterion):
            return (all if isinstance(node, AllOf) else any)(self._was_possible(part, verdicts) for part in node.parts)
        if verdicts[node.id] is not Verdict.NOT_MET:
            return verdicts[node.id] is Verdict.MET
        kind = catalogue()[node.fact]
        if kind.numeric and node.op in (Op.AT_MOST, Op.EQUALS, Op.ONE_OF):
            return True
        return self._known_on is not None and kind.change not in (Change.TOTAL, Change.CALENDAR)

    def _turn(self, rule: Compiled, one: date, other: date) -> date:
        """Between two days of different answers, the first that has the later one's."""
        before = self._met(rule, one)
        low, high = one, other
        while (high - low).days > 1:
            middle = low + timedelta((high - low).days // 2)
            if self._met(rule, middle) is before:
                low = middle
            else:
                high = middle
        return high

    def _met(self, rule: Compiled, day: date) -> bool:
        return verdict(rule, self._known(day), day) is Verdict.MET

    def _known(self, day: date) -> KnownFacts:
        """What is told of an earlier day: facts of its time, runs and ages counted back, and what never changes."""
        found = self._days.get(day)
        if found is None:
            kinds = catalogue()
            recorded = self._known_on(day) if self._known_on else self._facts
            found = self._days[day] = KnownFacts(
                {
                    key: fact
                    for key, fact in recorded.items()
                    if fact.as_of <= day
                    or kinds[key].change is not Change.STABLE
                    or kinds[key].close is Close.CANNOT_CHANGE
                }
            )
        return found
