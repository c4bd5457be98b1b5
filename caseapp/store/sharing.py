"""What two replicas tell each other, in any order and as often as they like.

A *vector* says how far a replica knows each chain; ``changes_since`` answers with what is missing; ``apply_changes``
takes it in. Nothing is ever lost: two values of one register become a conflict, two entries that claim one place of a
chain are both kept and named as a fork.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from sqlalchemy import Connection, select, update

from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.store import faults, journal
from caseapp.store.casebook import Casebook
from caseapp.store.changes import FIRST, Changeset, Op, intact
from caseapp.store.erasure import empty_pages, erased_records, wipe_all
from caseapp.store.journal import CHANGES, CHANGESETS
from caseapp.store.replicas import BEGAN, begun, free_letter, lettered
from caseapp.store.standing import letters
from caseapp.store.writer import Writer

Vector = Mapping[str, tuple[int, str]]
"""Of each replica how many entries are known without a gap, and the hash of the last of them."""
LAMPORT_LIMIT = 2**40
"""No honest casebook counts so far; a greater number could only be meant to break the counter."""
_LETTER_CHANGED = N_("Another copy bears the same letter; new numbers get another one")


@dataclass(frozen=True, slots=True)
class Batch:
    """Changesets on their way to another replica of the same casebook."""

    casebook: str
    changesets: tuple[Changeset, ...]


@dataclass(frozen=True, slots=True)
class Fork:
    """Two entries claim one place in a chain: the folder and its identity were copied together."""

    replica: str
    seq: int


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of a batch: new entries, the records they touched, those now in dispute, and forks."""

    changesets: int
    records: tuple[tuple[str, str], ...]
    forks: tuple[Fork, ...]


def vector(casebook: Casebook) -> Vector:
    """How far this replica knows each chain. A forked chain counts as unknown, so that all of it is sent."""
    with casebook.read() as reader:
        chains = _chains(reader.connection)
    return {replica: _reach(chain) for replica, chain in chains.items()}


def changes_since(casebook: Casebook, known: Vector) -> Batch:
    """Everything a replica with the vector ``known`` may lack."""
    with casebook.read() as reader:
        chains = _chains(reader.connection)
        wanted = []
        for replica, chain in chains.items():
            seq, seal = known.get(replica, (0, FIRST))
            start = seq if (seq, seal) in chain and len({place[0] for place in chain}) == len(chain) else 0
            wanted += [entry for place, entry in chain.items() if place[0] > start]
        chosen = None if len(wanted) == sum(map(len, chains.values())) else wanted
        return Batch(casebook.id, tuple(journal.changesets(reader.connection, chosen)))


def _chains(connection: Connection) -> dict[str, dict[tuple[int, str], int]]:
    """Each replica's entries by (seq, hash), with their position in this folder."""
    columns = CHANGESETS.c
    rows = connection.execute(
        select(columns.replica, columns.seq, columns.hash, columns.position).order_by(columns.replica, columns.seq)
    )
    return {
        replica: {(row[1], row[2]): row[3] for row in chain} for replica, chain in groupby(rows, key=lambda row: row[0])
    }


def _reach(chain: Mapping[tuple[int, str], int]) -> tuple[int, str]:
    reach = (0, FIRST)
    for seq, seal in sorted(chain):
        if seq == reach[0]:
            return 0, FIRST
        if seq != reach[0] + 1:
            break
        reach = (seq, seal)
    return reach


def apply_changes(casebook: Casebook, batch: Batch, who: str, now: datetime) -> Applied:
    """Take in a batch; all of it or, if anything in it is not right, none.

    Raises :class:`BadInput` for entries of another casebook or altered ones.
    """
    if batch.casebook != casebook.id or not all(map(_acceptable, batch.changesets)):
        raise BadInput(faults.FOREIGN_CHANGES)
    with casebook.write(_LETTER_CHANGED, who, now) as writer:
        applied = _take_in(writer, batch)
    if any(change.op is Op.ERASE for entry in batch.changesets for change in entry.changes) and applied.changesets:
        empty_pages(casebook)
    return applied


def _acceptable(entry: Changeset) -> bool:
    return entry.seq > 0 and 0 < entry.lamport < LAMPORT_LIMIT and intact(entry)


def _take_in(writer: Writer, batch: Batch) -> Applied:
    connection = writer.connection
    known = {row[0] for row in connection.execute(select(CHANGESETS.c.hash))}
    unknown = {entry.hash: entry for entry in batch.changesets if entry.hash not in known}
    new = sorted(unknown.values(), key=lambda entry: (entry.lamport, entry.replica, entry.seq, entry.hash))
    filled = _fill(connection, [entry for entry in batch.changesets if entry.hash in known])
    writer.take_in(tuple(new))
    touched = dict.fromkeys([(c.kind, c.record) for entry in new for c in entry.changes] + filled)
    wipe_all(writer, erased_records(connection) & touched.keys())
    writer.refold(touched)
    _keep_apart(writer, new)
    return Applied(len(new), tuple(touched), _forks(connection, new))


def _fill(connection: Connection, entries: Iterable[Changeset]) -> list[tuple[str, str]]:
    """Values that an earlier batch had left out and this one brings; the commitments have been checked."""
    filled = []
    for entry in entries:
        for change in entry.changes:
            if change.value is not None:
                lacking = update(CHANGES).where(
                    CHANGES.c.record == change.record, CHANGES.c.id == change.id, CHANGES.c.salt.is_(None)
                )
                if connection.execute(lacking.values(salt=change.salt, value=change.value)).rowcount:
                    filled.append((change.kind, change.record))
    return filled


def _keep_apart(writer: Writer, new: Iterable[Changeset]) -> None:
    """Begin a new chain where somebody else writes as this replica; take another letter where it is not ours alone."""
    standing = writer.standing
    if any(entry.replica == standing.replica for entry in new):
        writer.standing = begun(writer.connection, standing)
        writer.intention = BEGAN
        writer.note(lettered(writer.standing.replica, writer.standing.letter))
        return
    given = letters(writer.connection)
    rivals = [replica for replica, letter in given.items() if letter == standing.letter and replica < standing.replica]
    if rivals:
        writer.standing = replace(standing, letter=free_letter(set(given.values())))
        writer.note(lettered(standing.replica, writer.standing.letter))


def _forks(connection: Connection, new: Iterable[Changeset]) -> tuple[Fork, ...]:
    replicas = {entry.replica for entry in new}
    forks = []
    for replica, chain in _chains(connection).items():
        if replica in replicas:
            places = [seq for seq, _ in chain]
            forks += [Fork(replica, seq) for seq in sorted({seq for seq in places if places.count(seq) > 1})]
    return tuple(forks)
