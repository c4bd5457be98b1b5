"""The history of a case, read from the journal: who changed what, with what intention, from which value to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from caseapp.domain.record import Scalar
from caseapp.store import journal
from caseapp.store.belonging import records_of_case
from caseapp.store.changes import LIFE, Change, Op
from caseapp.store.fold import Entry, current
from caseapp.store.journal import CHANGES, CHANGESETS
from caseapp.store.standing import REPLICA_KIND, letters


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What happened to one register of one record. ``before`` is None where it had no value; erased values are empty."""

    kind: str
    record: str
    register: str
    op: Op
    before: Mapping[str, Scalar] | None
    after: Mapping[str, Scalar]
    known: Mapping[str, Scalar]
    """What is on record of the whole record by now, so that a change of one register can be told of by name."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One unit of work. ``when`` is what its computer's clock said; the order does not rest on it."""

    id: str
    when: datetime
    who: str
    letter: str
    intention: str
    changes: tuple[FieldChange, ...]
    whole: bool = True
    """Whether these are all its changes; asked of one case, an import of many shows only those of that case."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One of several current values of a register."""

    values: Mapping[str, Scalar]
    who: str
    letter: str
    when: datetime


@dataclass(frozen=True, slots=True)
class Conflict:
    """A register with more than one current value, the one shown first; nothing is lost until somebody settles it."""

    kind: str
    record: str
    register: str
    contenders: tuple[Contender, ...]


def history(connection: Connection, case: str | None, newest: int | None) -> tuple[HistoryEntry, ...]:
    """What happened, newest first: in one case, or in the whole casebook; no more than ``newest`` entries."""
    wanted = select(CHANGESETS.c.position).order_by(CHANGESETS.c.lamport.desc(), CHANGESETS.c.replica.desc())
    records: frozenset[str] | None = None
    if case is not None:
        records = frozenset(record for _, record in records_of_case(connection, case, shared=True))
        within = select(CHANGES.c.changeset).where(CHANGES.c.record.in_(sorted(records)))
        wanted = wanted.where(CHANGESETS.c.position.in_(within))
    chosen = [row[0] for row in connection.execute(wanted.limit(newest))]
    found = sorted(journal.changesets(connection, chosen), key=lambda entry: (entry.lamport, entry.replica), reverse=True)
    named = letters(connection)
    shown = {entry.id: _shown(entry.changes, records) for entry in found}
    by_id = _changes_of(connection, {(change.kind, change.record) for changes in shown.values() for change in changes})
    known = _known(by_id.values())
    return tuple(
        HistoryEntry(
            entry.id, datetime.fromisoformat(entry.wall), entry.who, named.get(entry.replica, ""), entry.intention,
            tuple(_told(change, by_id, known[change.record]) for change in shown[entry.id]),
            len(shown[entry.id]) == len(_shown(entry.changes, None)),
        )
        for entry in found
    )  # fmt: skip


def _shown(changes: Iterable[Change], records: frozenset[str] | None) -> tuple[Change, ...]:
    """The changes to tell of: without those of a replica's own, and of one case where one is asked for."""
    told = (change for change in changes if change.kind != REPLICA_KIND)
    return tuple(change for change in told if records is None or change.record in records)


def _changes_of(connection: Connection, records: Iterable[tuple[str, str]]) -> dict[str, Change]:
    """Every change of some records by its id."""
    return {
        entry.change.id: entry.change for kind, record in records for entry in journal.entries_of(connection, kind, record)
    }


def _known(changes: Iterable[Change]) -> dict[str, dict[str, Scalar]]:
    """The newest values of every record, by its id."""
    known: dict[str, dict[str, Scalar]] = {}
    for change in changes:
        known.setdefault(change.record, {}).update(change.values() if change.register != LIFE else {})
    return known


def _told(change: Change, by_id: Mapping[str, Change], known: Mapping[str, Scalar]) -> FieldChange:
    parents = [by_id[parent] for parent in change.parents if parent in by_id]
    before = parents[-1].values() if parents and change.register != LIFE else None
    return FieldChange(change.kind, change.record, change.register, change.op, before, change.values(), known)


def conflicts(connection: Connection, records: Iterable[tuple[str, str]]) -> tuple[Conflict, ...]:
    """The conflicts of some records."""
    named = letters(connection)
    found = []
    for kind, record in records:
        heads = current(journal.entries_of(connection, kind, record))
        for register, entries in heads.items():
            if register != LIFE and len({entry.change.value for entry in entries}) > 1:
                contenders = tuple(_contender(connection, entry, named) for entry in entries)
                found.append(Conflict(kind, record, register, contenders))
    return tuple(found)


def _contender(connection: Connection, entry: Entry, named: Mapping[str, str]) -> Contender:
    columns = CHANGESETS.c
    who, wall = connection.execute(
        select(columns.who, columns.wall)
        .join(CHANGES, CHANGES.c.changeset == columns.position)
        .where(CHANGES.c.record == entry.change.record, CHANGES.c.id == entry.change.id)
    ).one()
    return Contender(entry.change.values(), who, named.get(entry.replica, ""), datetime.fromisoformat(wall))
