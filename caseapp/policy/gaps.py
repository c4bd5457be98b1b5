"""What stands between a client and a criterion, and how it could be closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from caseapp.domain.days import add_months
from caseapp.policy.catalogue import Catalogue, Change, Close, FactKind, FactType
from caseapp.policy.check import Finding
from caseapp.policy.known import KnownFacts, high_end, low_end
from caseapp.policy.model import Criterion, Op
from caseapp.policy.verdict import Verdict
from caseapp.policy.windows import NEVER, Window, Windows


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Gap:
    """A criterion that is not met, or that only the office can answer."""

    finding: Finding
    kind: Close
    earliest: date | None
    """For time: the first day on which it is surely met if nothing is broken off. None for other kinds."""
    missing: Decimal | None
    """Required less actual, in the unit of the fact; None where that means nothing."""


class Outlook:
    """When each criterion of a programme could be met, seen from the day of a check."""

    __slots__ = ("_facts", "_findings", "_kinds", "_on")

    def __init__(self, kinds: Catalogue, facts: KnownFacts, on: date, findings: tuple[Finding, ...]) -> None:
        self._kinds = kinds
        self._facts = facts
        self._on = on
        self._findings = {finding.criterion.id: finding for finding in findings}

    def gaps(self) -> tuple[Gap, ...]:
        """In the order of the file."""
        return tuple(gap for finding in self._findings.values() if (gap := self._gap(finding)) is not None)

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
            return (Window(self._on, self._stays(criterion, hoped=False)),)
        kind = self.kind(finding)
        if kind is Close.TIME:
            return (Window(self._reached(criterion)),)
        return (Window(self._on),) if kind in (Close.PAPER, Close.ACTION) else NEVER

    def hoped(self, criterion: Criterion) -> Windows:
        """When it could be met if every open question is answered in the client's favour."""
        finding = self._findings[criterion.id]
        if finding.verdict is Verdict.MET:
            return (Window(self._on, self._stays(criterion, hoped=True)),)
        if finding.verdict is Verdict.NOT_MET and not criterion.waivable:
            kind = self.kind(finding)
            if kind is Close.CANNOT_CHANGE:
                return NEVER
            if kind is Close.TIME:  # a whole count hides up to one unit that has already run
                one_unit = _months(self._kinds[criterion.fact], Decimal(1))
                return (Window(max(self._on, add_months(self._reached(criterion), -one_unit))),)
        return (Window(self._on),)

    def kind(self, finding: Finding) -> Close:
        """How a criterion that is not met could be closed."""
        criterion, kind = finding.criterion, self._kinds[finding.criterion.fact]
        if finding.verdict is Verdict.NOT_COVERED:
            return Close.OFFICE_ONLY
        if criterion.op is Op.IS_FALSE or criterion.op is Op.AT_MOST:
            return kind.undo
        if kind.close is not Close.TIME:
            return kind.close
        if criterion.op is not Op.AT_LEAST or self._stage_is_over(kind):
            return Close.CANNOT_CHANGE
        return Close.TIME

    def _gap(self, finding: Finding) -> Gap | None:
        if finding.verdict in (Verdict.MET, Verdict.NOT_ASKED):
            return None
        kind = self.kind(finding)
        missing: Decimal | None = None
        required, actual = finding.criterion.value, finding.actual
        if self._kinds[finding.criterion.fact].numeric and isinstance(required, (int, Decimal)) and actual is not None:
            missing = abs(Decimal(required) - low_end(actual))
        earliest = self._reached(finding.criterion) if kind is Close.TIME else None
        return Gap(finding, kind, earliest, missing)

    def _reached(self, criterion: Criterion) -> date:
        """The first day on which a count that grows with time has surely reached what is asked, if it is not broken."""
        kind, finding = self._kinds[criterion.fact], self._findings[criterion.id]
        assert isinstance(criterion.value, (int, Decimal))  # only counts close with time
        known = self._facts.get(criterion.fact)
        if known is not None and known.since is not None and kind.change in (Change.RUN, Change.CALENDAR):
            return max(self._on, add_months(known.since, _months(kind, Decimal(criterion.value))))
        actual = low_end(finding.actual) if finding.actual is not None else Decimal(0)
        return add_months(self._on, _months(kind, Decimal(criterion.value) - actual))

    def _stays(self, criterion: Criterion, *, hoped: bool) -> date | None:
        """The last day on which an upper limit on an age is kept; None if nothing runs out."""
        kind, finding = self._kinds[criterion.fact], self._findings[criterion.id]
        if criterion.op is not Op.AT_MOST or kind.change is not Change.CALENDAR or finding.actual is None:
            return None
        assert isinstance(criterion.value, (int, Decimal))  # an age is a number
        known = self._facts.get(criterion.fact)
        if known is not None and known.since is not None:
            return add_months(known.since, _months(kind, Decimal(criterion.value) + 1)) - timedelta(1)
        left = _months(kind, Decimal(criterion.value) - (high_end(finding.actual, None) or low_end(finding.actual)))
        return add_months(self._on, left + 12) - timedelta(1) if hoped else add_months(self._on, left)

    def _stage_is_over(self, kind: FactKind) -> bool:
        if kind.while_stage is None:
            return False
        stages = self._kinds["child_school_stage"]
        stage = self._facts.on(self._on).get("child_school_stage")
        if stages.type is not FactType.SCALE or not isinstance(stage, str):
            return False
        now, needed = stages.rank(stage), stages.rank(kind.while_stage)
        return now is not None and needed is not None and now > needed


def _months(kind: FactKind, units: Decimal) -> int:
    """Calendar months in which a count grows by ``units``."""
    whole = int(units) if units == int(units) else int(units) + 1
    return whole if kind.unit == "months" else whole * 12
