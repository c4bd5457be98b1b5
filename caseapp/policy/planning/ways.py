"""The ways to the lines of a points table, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from caseapp.policy.catalogue import Close
from caseapp.policy.model import PointItem, Scalar
from caseapp.policy.planning.raises import Cost
from caseapp.policy.planning.windows import Windows


class LineKind(Enum):
    """What reaching a line gives."""

    GRANT = "grant"
    """The right itself."""
    APPLY = "apply"
    """Only that one may apply; where places go by rank, that one is eligible."""
    LAST_PLACE = "last_place"
    """The lowest total that got a place when it was last published: no line of the rule, and no promise."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Step:
    """A line of the table that would give more: by time, or by bringing its fact to ``value``."""

    item: PointItem
    close: Close
    now: Decimal | None
    """What it gives today; None: not known."""
    then: Decimal
    value: Scalar | None
    months: int | None
    """The least months it takes; None: nobody knows."""
    idle: bool = False
    """By time, but nothing counts yet: only if it is taken up today."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Way:
    """A combination that reaches the line."""

    steps: tuple[Step, ...]
    falls: tuple[Step, ...]
    """Lines that will give less by then."""
    day: date | None
    """The first day on which it surely does; None where it takes something of which nobody knows how long it lasts."""
    from_day: date
    """The day up to which counts have to grow for it."""
    total: Decimal
    cost: Cost

    @property
    def firm(self) -> bool:
        """Whether it takes only time that runs and papers: otherwise its day is the soonest, no more."""
        return self.cost.actions == 0 and not any(step.idle for step in self.steps)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Ceiling:
    """The most a whole table can give within the horizon, if all that can change does: the proof of a never."""

    total: Decimal
    day: date
    items: tuple[tuple[PointItem, Decimal], ...]
    """What each line can come to at most on that day."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LinePlan:
    """The ways to one line."""

    kind: LineKind
    line: Decimal
    year: int | None
    """For ``LAST_PLACE``: of which year."""
    missing: Decimal
    earliest: Way | None
    cheapest: Way | None
    ways: tuple[Way, ...]
    """The fewest facts raised today, without waiting, each set once."""
    ceiling: Ceiling | None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class PointsPlan:
    """The ways to every line of a table, the one that decides first."""

    lines: tuple[LinePlan, ...]
    deciding: LinePlan | None
    """The line held against the total; None where it is reached or there is none."""
    dated: Windows
    """When time and papers alone reach the line that decides; from the day of the check where it is reached."""
    unpublished: tuple[PointItem, ...]
    """Items whose number nobody published: the office has to be asked before anybody says never."""
    not_asked: tuple[PointItem, ...]
    assumed: tuple[PointItem, ...]
    """Deductions nobody has asked about: every way holds only if none of them applies."""
