"""What facts will be on later days, if nothing is broken off.

A whole count known on the day of the check hides up to one unit that has already run, unless its first day is known.
So a later day knows a count between two numbers: what it surely is, and what it may be.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from caseapp.domain.days import add_months, months_between
from caseapp.policy.catalogue import Catalogue, Change, Close, FactKind
from caseapp.policy.known import KnownFacts
from caseapp.policy.planning.closing import closings
from caseapp.policy.span import Reading, Span, high_end, low_end

ONE_DAY = timedelta(1)
LAST_DAY = date(date.max.year - 1, 12, 31)
"""What would come later is not said to come at all."""


class Forward:
    """The facts of a household seen from the day of a check."""

    __slots__ = ("_facts", "_kinds", "_now", "_on")

    def __init__(self, kinds: Catalogue, facts: KnownFacts, on: date) -> None:
        self._kinds = kinds
        self._facts = facts
        self._on = on
        self._now = facts.on(on)

    def now(self, key: str) -> Reading | None:
        """What the fact tells on the day of the check."""
        return self._now.get(key)

    def grows(self, key: str) -> bool:
        """Whether a count goes on growing by itself.

        Years in a stage of school grow only while the child is in that stage, and some counts do not begin by waiting.
        """
        kind, now = self._kinds[key], self._now.get(key)
        if kind.close is not Close.TIME or not kind.numeric or now is None or self.from_nothing(key) is not None:
            return False
        stage = self._now.get("child_school_stage")
        return kind.while_stage is None or stage is None or self._stage(stage) == self._stage(kind.while_stage)

    def from_nothing(self, key: str) -> Close | None:
        """How a count that stands at 0 would be taken up, where it does not begin by itself."""
        now = self._now.get(key)
        if now is None or not self._kinds[key].numeric or low_end(now) > 0:
            return None
        return closings().of(key).from_nothing

    def idle(self, key: str) -> bool:
        """Whether a count stands still: what it counts is known not to hold, or a run has not begun."""
        needs, now = closings().of(key).counts_while, self._now.get(key)
        if needs is not None and self._now.get(needs) is False:
            return True
        kind = self._kinds[key]
        return kind.change is Change.RUN and kind.numeric and now is not None and low_end(now) == 0

    def stage_is_over(self, key: str) -> bool:
        """Whether the child has left the stage of school in which alone the count grows."""
        needed, stage = self._kinds[key].while_stage, self._now.get("child_school_stage")
        if needed is None or stage is None:
            return False
        now, wanted = self._stage(stage), self._stage(needed)
        return now is not None and wanted is not None and now > wanted

    def reading(self, key: str, day: date) -> Reading | None:
        """What the fact tells on ``day``, not before the day of the check."""
        now = self._now.get(key)
        if now is None or day == self._on or not self.grows(key):
            return now
        kind = self._kinds[key]
        since = self._first_day(key)
        if since is not None:
            return _most(kind, Decimal(months_between(since, day) // _size(kind)))
        months = months_between(self._on, day)
        units, rest = divmod(months, _size(kind))
        exactly = rest == 0 and add_months(self._on, months) == day
        low, high = low_end(now) + units, high_end(now, kind.most)
        if kind.change is Change.WINDOW:  # for each month that comes in, one may fall out
            low = max(low_end(now), Decimal(units))
        low = _most(kind, low)
        top = None if high is None else _most(kind, high + units + (0 if exactly else 1))
        return low if low == top else Span(low, top)

    def readings(self, day: date) -> dict[str, Reading]:
        """What every fact tells on ``day``."""
        found = {key: self.reading(key, day) for key in self._now}
        return {key: reading for key, reading in found.items() if reading is not None}

    def surely(self, key: str, value: Decimal) -> date | None:
        """The first day on which a count has surely reached ``value``; None where it does not grow so far."""
        now = self._now.get(key)
        if now is not None and low_end(now) >= value:
            return self._on
        if now is None or not self._can_reach(key, value):
            return None
        kind, since = self._kinds[key], self._first_day(key)
        if since is not None:
            return max(self._on, _later(since, value, kind))
        return _later(self._on, value if kind.change is Change.WINDOW else value - low_end(now), kind)

    def perhaps(self, key: str, value: Decimal) -> date | None:
        """The first day on which a count may have reached ``value``; None where it does not grow so far."""
        now, kind = self._now.get(key), self._kinds[key]
        high = None if now is None else high_end(now, kind.most)
        if now is None or high is None or high >= value:
            return self._on if now is not None else None
        if not self._can_reach(key, value):
            return None
        since = self._first_day(key)
        if since is not None:
            return max(self._on, _later(since, value, kind))
        return _later(self._on, value - high - 1, kind) + ONE_DAY

    def _can_reach(self, key: str, value: Decimal) -> bool:
        kind = self._kinds[key]
        years = value / (12 if kind.unit == "months" else 1)
        return self.grows(key) and (kind.most is None or value <= kind.most) and self._on.year + years < LAST_DAY.year

    def _first_day(self, key: str) -> date | None:
        """The day from which a run or an age is counted, where it is known."""
        return self._facts[key].since if self._kinds[key].change in (Change.RUN, Change.CALENDAR) else None

    def _stage(self, stage: object) -> int | None:
        return self._kinds["child_school_stage"].rank(stage) if isinstance(stage, str) else None


def _size(kind: FactKind) -> int:
    """Calendar months in one unit of a count."""
    return 1 if kind.unit == "months" else 12


def _later(day: date, units: Decimal, kind: FactKind) -> date:
    whole = int(units) if units == int(units) else int(units) + 1
    return add_months(day, max(whole, 0) * _size(kind))


def _most(kind: FactKind, value: Decimal) -> Decimal:
    return value if kind.most is None else min(value, kind.most)
