"""What a changed day moved: two derivations of the same case held side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from caseapp.law.deadline import Deadline

Key = tuple[str, str, int]
"""Id of the period, of the one it follows, and which of several alike it is."""


@dataclass(frozen=True, slots=True)
class Move:
    """One deadline before and after. ``was`` is None where it is new, ``now`` where it is gone."""

    was: Deadline | None
    now: Deadline | None

    @property
    def deadline(self) -> Deadline:
        """The one to name it by."""
        found = self.now or self.was
        assert found is not None
        return found

    @property
    def days(self) -> int | None:
        """By how many days the safe last day moved, later being positive; None where it is new or gone."""
        return (self.now.safe_last_day - self.was.safe_last_day).days if self.was and self.now else None


def moved(before: Iterable[Deadline], after: Iterable[Deadline]) -> tuple[Move, ...]:
    """Every deadline whose days are not what they were, the soonest first; what stayed is left out.

    Deadlines are the same if they are of the same period and follow the same one; several alike are taken in the order of
    their events.
    """
    was, now = _keyed(before), _keyed(after)
    moves = (Move(was.get(key), now.get(key)) for key in {**was, **now})
    return tuple(sorted((move for move in moves if _differs(move)), key=_order))


def _keyed(found: Iterable[Deadline]) -> Mapping[Key, Deadline]:
    keyed: dict[Key, Deadline] = {}
    for deadline in sorted(found, key=lambda d: d.trigger_day):
        alike = sum(1 for id_, follows, _ in keyed if (id_, follows) == (deadline.id, deadline.lapse_of))
        keyed[deadline.id, deadline.lapse_of, alike] = deadline
    return keyed


def _differs(move: Move) -> bool:
    return move.was is None or move.now is None or _days(move.was) != _days(move.now)


def _days(found: Deadline) -> tuple[date | None, ...]:
    return found.safe_last_day, found.act_by, found.ripe_on, found.late_after, found.arguable_until


def _order(move: Move) -> tuple[bool, date, str]:
    return move.now is None, move.deadline.safe_last_day, move.deadline.id
