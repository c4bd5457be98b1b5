"""The fold: what a set of changes says of one record. Pure, and the same for any order of arrival.

The current values of a register are those no known change replaces. More than one is a conflict: all are kept, and the
one with the greatest (Lamport counter, replica, change id) is shown until somebody settles it. A record is deleted if
one deletion has seen every current change of it; an edit made beside a deletion survives and is flagged. Erasure is
final.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caseapp.domain.record import Scalar
from caseapp.store.changes import LIFE, Change, Op


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with what is needed of its changeset."""

    change: Change
    lamport: int
    replica: str
    day: str
    """The calendar day the changeset was made, as its computer had it."""
    ordinal: int = 0
    """Its place in the changeset."""

    def rank(self) -> tuple[int, str, str]:
        return (self.lamport, self.replica, self.change.id)


@dataclass(frozen=True, slots=True)
class RecordState:
    """What is known of one record. ``heads`` are the current changes of each register, the one shown first."""

    values: Mapping[str, Scalar]
    heads: Mapping[str, tuple[Entry, ...]]
    deleted: bool
    beside: bool
    """It was deleted on one replica and edited on another: it lives, and somebody should look."""
    changed_on: str
    made: int
    """Sorts records as they were made, alike on every replica."""

    def parents(self) -> dict[str, tuple[str, ...]]:
        """The current change ids of each register."""
        return {register: tuple(entry.change.id for entry in found) for register, found in self.heads.items()}

    def conflicts(self) -> dict[str, tuple[Entry, ...]]:
        """Registers with more than one value; equal values are nothing to decide."""
        return {
            register: entries
            for register, entries in self.heads.items()
            if register != LIFE and len({entry.change.value for entry in entries}) > 1
        }


def current(entries: Iterable[Entry]) -> dict[str, tuple[Entry, ...]]:
    """The changes of each register that no other known change replaces, the one shown first."""
    registers: dict[str, list[Entry]] = {}
    for entry in entries:
        registers.setdefault(entry.change.register, []).append(entry)
    heads: dict[str, tuple[Entry, ...]] = {}
    for register, all_of_it in registers.items():
        if len(all_of_it) == 1:
            heads[register] = (all_of_it[0],)
            continue
        replaced = {parent for entry in all_of_it for parent in entry.change.parents}
        left = [entry for entry in all_of_it if entry.change.id not in replaced]
        heads[register] = tuple(sorted(left, key=Entry.rank, reverse=True))
    return heads


def fold(entries: Iterable[Entry]) -> RecordState | None:
    """What the changes of one record say; None if it was never created as far as is known, or was erased."""
    known = list(entries)
    if any(entry.change.op is Op.ERASE for entry in known):
        return None
    heads = current(known)
    if not any(entry.change.op is Op.CREATE for entry in known):
        return None
    values: dict[str, Scalar] = {}
    for register, (shown, *_) in heads.items():
        if register != LIFE:
            values.update(shown.change.values())
    deleted, beside = _life(heads)
    made = min(made_at(entry.lamport, entry.ordinal) for entry in known if entry.change.op is Op.CREATE)
    return RecordState(values, heads, deleted, beside, max(known, key=Entry.rank).day, made)


def made_at(lamport: int, ordinal: int) -> int:
    """When a record was made, as one number that sorts."""
    return lamport << 16 | min(ordinal, 0xFFFF)


def _life(heads: Mapping[str, tuple[Entry, ...]]) -> tuple[bool, bool]:
    """Whether the record is deleted, and whether it lives only because of an edit beside a deletion."""
    deletions = [entry.change for entry in heads[LIFE] if entry.change.op is Op.DELETE]
    if not deletions:
        return False, False
    if len(deletions) < len(heads[LIFE]):
        return False, True
    edits = {entry.change.id for register, entries in heads.items() if register != LIFE for entry in entries}
    deleted = any(edits <= deletion.seen() for deletion in deletions)
    return deleted, not deleted
