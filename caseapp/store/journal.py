"""The journal in the database: appending changesets in one go, and reading them back."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select

from caseapp.store.changes import Change, Changeset, Op
from caseapp.store.fold import Entry
from caseapp.store.prepared import Prepared
from caseapp.store.tables import METADATA

CHANGESETS: Table = METADATA.tables["journal_changeset"]
CHANGES: Table = METADATA.tables["journal_change"]

_CHANGE_COLUMNS = (
    CHANGES.c.id, CHANGES.c.kind, CHANGES.c.record, CHANGES.c.register, CHANGES.c.op, CHANGES.c.parents,
    CHANGES.c.commitment, CHANGES.c.salt, CHANGES.c.value,
)  # fmt: skip
_SET_COLUMNS = (
    CHANGESETS.c.id, CHANGESETS.c.replica, CHANGESETS.c.seq, CHANGESETS.c.lamport, CHANGESETS.c.who,
    CHANGESETS.c.wall, CHANGESETS.c.intention, CHANGESETS.c.previous, CHANGESETS.c.hash,
)  # fmt: skip
_NEW_SET = Prepared(insert(CHANGESETS).values({c.name: bindparam(c.name) for c in CHANGESETS.c if c.name != "position"}))
_NEW_CHANGES = Prepared(insert(CHANGES))


_AT_ONCE = 10_000
"""How many positions one statement asks for."""


def append(connection: Connection, changesets: Iterable[Changeset], arrived: int, mark: bytes) -> bytes:
    """Write changesets with all their changes after ``mark``; the new mark.

    ``arrived`` is the number of this folder's transaction.
    """
    rows = []
    for entry in changesets:
        mark = advanced(mark, entry)
        position = _NEW_SET.run(
            connection,
            {
                "arrived": arrived, "id": entry.id, "replica": entry.replica, "seq": entry.seq,
                "lamport": entry.lamport, "who": entry.who, "wall": entry.wall, "intention": entry.intention,
                "previous": entry.previous, "hash": entry.hash, "mark": mark,
            },
        )  # fmt: skip
        rows += [_change_row(position, ordinal, change) for ordinal, change in enumerate(entry.changes)]
    if rows:
        _NEW_CHANGES.run_many(connection, rows)
    return mark


def _change_row(changeset: int, ordinal: int, change: Change) -> dict[str, Any]:
    return {
        "changeset": changeset, "ordinal": ordinal, "id": change.id, "kind": change.kind, "record": change.record,
        "register": change.register, "op": change.op.value, "parents": " ".join(change.parents),
        "commitment": change.commitment, "salt": change.salt, "value": change.value,
    }  # fmt: skip


def advanced(mark: bytes, changeset: Changeset) -> bytes:
    """The rolling digest of this folder's journal after one more entry."""
    return hashlib.sha256(mark + bytes.fromhex(changeset.hash)).digest()


def read_change(row: Sequence[Any]) -> Change:
    """A change from its columns."""
    identity, kind, record, register, op, parents, commitment, salt, value = row
    return Change(identity, kind, record, register, Op(op), tuple(parents.split()), commitment, salt, value)


_ENTRIES = (
    select(*_CHANGE_COLUMNS, CHANGESETS.c.lamport, CHANGESETS.c.replica, CHANGESETS.c.wall, CHANGES.c.ordinal)
    .select_from(CHANGES.join(CHANGESETS, CHANGES.c.changeset == CHANGESETS.c.position))
    .order_by(CHANGES.c.changeset, CHANGES.c.ordinal)
)


def _entry(row: Sequence[Any]) -> Entry:
    return Entry(read_change(row[:9]), row[9], row[10], row[11][:10], row[12])


_ALL_OF = Prepared(_ENTRIES.where(CHANGES.c.record == bindparam("of"), CHANGES.c.kind == bindparam("kind")))


def entries_of(connection: Connection, kind: str, record: str) -> list[Entry]:
    """All changes of one record, as they arrived."""
    return [_entry(row) for row in _ALL_OF.each(connection, {"of": record, "kind": kind})]


_EVERY = Prepared(
    _ENTRIES.order_by(None).order_by(CHANGES.c.kind, CHANGES.c.record, CHANGES.c.changeset, CHANGES.c.ordinal)
)


def all_entries(connection: Connection) -> Iterator[tuple[tuple[str, str], list[Entry]]]:
    """Every record that has a journal, with its changes."""
    for key, rows in groupby(_EVERY.each(connection), key=lambda row: (row[1], row[2])):
        yield key, [_entry(row) for row in rows]


_SETS = select(CHANGESETS.c.position, *_SET_COLUMNS).order_by(CHANGESETS.c.position)
_ALL_SETS = Prepared(_SETS)
_SET_CHANGES = select(CHANGES.c.changeset, *_CHANGE_COLUMNS).order_by(CHANGES.c.changeset, CHANGES.c.ordinal)
_ALL_SET_CHANGES = Prepared(_SET_CHANGES)


def changesets(connection: Connection, positions: Collection[int] | None = None) -> list[Changeset]:
    """Changesets with their changes, as they arrived: those at ``positions``, or all."""
    if positions is not None and len(positions) > _AT_ONCE:
        ordered = sorted(positions)
        parts = [ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE)]
        return [entry for part in parts for entry in changesets(connection, part)]
    sets: Iterable[Sequence[Any]] = ()
    changes: Iterable[Sequence[Any]] = ()
    if positions is None:
        sets, changes = _ALL_SETS.each(connection), _ALL_SET_CHANGES.each(connection)
    elif positions:
        sets = connection.execute(_SETS.where(CHANGESETS.c.position.in_(positions)))
        changes = connection.execute(_SET_CHANGES.where(CHANGES.c.changeset.in_(positions)))
    by_set: dict[int, list[Change]] = {}
    for row in changes:
        by_set.setdefault(row[0], []).append(read_change(row[1:]))
    return [_changeset(row, tuple(by_set.get(row[0], ()))) for row in sets]


def changeset_with(connection: Connection, identity: str) -> Changeset | None:
    """The changeset with an id."""
    position = connection.execute(select(CHANGESETS.c.position).where(CHANGESETS.c.id == identity)).scalar()
    return changesets(connection, [position])[0] if position is not None else None


def _changeset(row: Sequence[Any], changes: tuple[Change, ...]) -> Changeset:
    _, identity, replica, seq, lamport, who, wall, intention, previous, seal = row
    return Changeset(identity, replica, seq, lamport, who, wall, intention, previous, changes, seal)
