"""What stands between a client and a criterion, and how it could be closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from caseapp.policy.catalogue import Catalogue, Change, Close
from caseapp.policy.check import Finding
from caseapp.policy.model import Criterion, Node, Op
from caseapp.policy.planning.forward import ONE_DAY, Forward
from caseapp.policy.planning.windows import NEVER, Window, Windows, union
from caseapp.policy.span import Span, low_end
from caseapp.policy.tree import Ways, wanting
from caseapp.policy.verdict import Verdict

AMOUNTS = frozenset(("yuan", "yuan per month", "yuan per year", "square metres"))
"""Units of what goes up and down with a household's circumstances."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Gap:
    """A criterion that keeps a programme from being met, or that only the office can answer."""

    finding: Finding
    kind: Close
    earliest: date | None
    """For time: the first day on which it is surely met if nothing is broken off. None for other kinds, and where that
    day hangs on one nobody knows (a stage of school to come, the age of a pension, the end of a look-back period)."""
    missing: Decimal | None
    """Required less actual, in the unit of the fact; None where that means nothing."""
    ways: Ways = ()
    """The criteria of each of the other ways of its group: one way is enough."""
    idle: bool = False
    """Nothing counts on the day of the check: the count begins on the day it is taken up."""
    on: date | None = None
    """The day of the check."""

    @property
    def instead(self) -> tuple[Criterion, ...]:
        """All criteria of the other ways."""
        return tuple(criterion for way in self.ways for criterion in way)


class Outlook:
    """When each criterion of a programme could be met, seen from the day of a check."""

    __slots__ = ("_findings", "_forward", "_kinds", "_on")

    def __init__(self, kinds: Catalogue, forward: Forward, on: date, findings: tuple[Finding, ...]) -> None:
        self._kinds = kinds
        self._forward = forward
        self._on = on
        self._findings = {finding.criterion.id: finding for finding in findings}

    def gaps(self, node: Node) -> tuple[Gap, ...]:
        """What keeps ``node`` from being met, in the order of the file. What is only not asked is no gap."""
        verdicts = {key: finding.verdict for key, finding in self._findings.items()}
        return tuple(
            self._gap(self._findings[criterion.id], ways)
            for criterion, ways in wanting(node, verdicts, by_itself=self._by_itself)
            if verdicts[criterion.id] is not Verdict.NOT_ASKED
        )

    def dated(self, criterion: Criterion) -> Windows:
        """As :meth:`sure`, but never where it takes an action of which nobody knows how long it lasts."""
        finding = self._findings[criterion.id]
        acts = finding.verdict is Verdict.NOT_MET and self.kind(finding) is Close.ACTION
        return NEVER if acts else self.sure(criterion)

    def sure(self, criterion: Criterion) -> Windows:
        """When it is surely met; never, where that hangs on an answer nobody has given."""
        finding = self._findings[criterion.id]
        if finding.verdict.open:
            return NEVER
        if finding.verdict is Verdict.MET:
            return (Window(self._on, self._last(criterion, hoped=False)),)
        kind = self.kind(finding)
        if kind is Close.TIME:
            return self._reached(criterion, hoped=False)
        return (Window(self._on),) if kind in (Close.PAPER, Close.ACTION) else NEVER

    def hoped(self, criterion: Criterion) -> Windows:
        """When it could be met if every open question is answered in the client's favour."""
        finding = self._findings[criterion.id]
        if finding.verdict is Verdict.MET:
            return (Window(self._on, self._last(criterion, hoped=True)),)
        if finding.verdict is Verdict.NOT_MET and not criterion.waivable:
            kind = self.kind(finding)
            if kind is Close.CANNOT_CHANGE:
                return (Window(self._on),) if self._drifts(criterion) else NEVER
            if kind is Close.TIME:
                return self._reached(criterion, hoped=True)
        return (Window(self._on),)

    def kind(self, finding: Finding) -> Close:
        """How a criterion that is not met could be closed."""
        criterion, kind = finding.criterion, self._kinds[finding.criterion.fact]
        if finding.verdict is Verdict.NOT_COVERED or kind.close is Close.OFFICE_ONLY:
            return Close.OFFICE_ONLY
        if criterion.op in (Op.IS_FALSE, Op.AT_MOST):
            return Close.TIME if kind.change is Change.WINDOW else kind.undo
        if kind.close is not Close.TIME:
            return kind.close
        if (begun := self._forward.from_nothing(criterion.fact)) is not None and criterion.op is Op.AT_LEAST:
            return begun
        if self._forward.stage_is_over(criterion.fact) or not self._still_to_come(criterion):
            return Close.CANNOT_CHANGE
        return Close.TIME

    def _by_itself(self, criterion: Criterion) -> bool:
        finding = self._findings[criterion.id]
        return finding.verdict is Verdict.NOT_ASKED or self.kind(finding) in (Close.TIME, Close.PAPER)

    def _gap(self, finding: Finding, ways: Ways) -> Gap:
        criterion, kind = finding.criterion, self.kind(finding)
        missing: Decimal | None = None
        required, actual = criterion.value, finding.actual
        if self._kinds[criterion.fact].numeric and isinstance(required, (int, Decimal)) and actual is not None:
            missing = abs(Decimal(required) - low_end(actual))
        reached = self._reached(criterion, hoped=False) if kind is Close.TIME else NEVER
        idle = kind is Close.TIME and self._forward.idle(criterion.fact)
        return Gap(finding, kind, reached[0].first if reached else None, missing, ways, idle, self._on)

    def _still_to_come(self, criterion: Criterion) -> bool:
        """Whether a value that comes with time is still below one that is asked."""
        now, kind = self._forward.now(criterion.fact), self._kinds[criterion.fact]
        if now is None or isinstance(now, bool):
            return now is False
        if kind.numeric:
            return any(low_end(now) < value for value in _numbers(criterion))
        asked = criterion.value if isinstance(criterion.value, tuple) else (criterion.value,)
        ranks = [kind.rank(value) for value in asked if value is not None]
        reached = None if isinstance(now, Span) else kind.rank(now)
        return any(reached is not None and rank is not None and reached < rank for rank in ranks)

    def _reached(self, criterion: Criterion, *, hoped: bool) -> Windows:
        """When a value that grows with time is what is asked, if it is not broken off."""
        if criterion.op in (Op.IS_FALSE, Op.AT_MOST):  # a look-back period passes, nobody knows when
            return (Window(self._on),) if hoped else NEVER
        if hoped and not self._forward.grows(criterion.fact):  # the stage of school is still to come
            return (Window(self._on),)
        begin = self._forward.perhaps if hoped else self._forward.surely
        found = []
        for value in _numbers(criterion):
            first = begin(criterion.fact, value)
            last = None if criterion.op is Op.AT_LEAST else self._until(criterion.fact, value, hoped=hoped)
            if first is not None and (last is None or first <= last):
                found.append(Window(first, last))
        return union(found)

    def _last(self, criterion: Criterion, *, hoped: bool) -> date | None:
        """The last day on which a criterion that is met stays so; None if nothing runs out."""
        if criterion.op is Op.AT_LEAST or not self._forward.grows(criterion.fact):
            return None
        return self._until(criterion.fact, max(_numbers(criterion), default=None), hoped=hoped)

    def _until(self, fact: str, value: Decimal | None, *, hoped: bool) -> date | None:
        """The last day on which a count is not yet above ``value``."""
        if value is None:
            return None
        over = self._forward.surely(fact, value + 1) if hoped else self._forward.perhaps(fact, value + 1)
        return None if over is None else over - ONE_DAY

    def _drifts(self, criterion: Criterion) -> bool:
        """Whether life may bring what no plan proposes: a smaller income, a marriage. A past gap never closes."""
        smaller = criterion.op is Op.AT_MOST and self._kinds[criterion.fact].unit in AMOUNTS
        return smaller or self._forward.from_nothing(criterion.fact) is not None


def _numbers(criterion: Criterion) -> tuple[Decimal, ...]:
    """The numbers a criterion asks for."""
    asked = criterion.value if isinstance(criterion.value, tuple) else (criterion.value,)
    return tuple(Decimal(one) for one in asked if isinstance(one, (int, Decimal)) and not isinstance(one, bool))
