"""Where a casebook stands: which replica writes here, and what its next entry follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select
from sqlalchemy.sql.functions import max as latest

from caseapp.store.changes import FIRST, Changeset
from caseapp.store.head import Mark
from caseapp.store.journal import CHANGES, CHANGESETS
from caseapp.store.tables import METADATA

REPLICA_KIND = "replica"
"""Journal entries of this kind give a replica its letter; they have no table."""
LOCAL = METADATA.tables["local_state"]


@dataclass(frozen=True, slots=True)
class Standing:
    """This folder's place in the journal. ``seq`` and ``last`` are of its own replica, ``mark`` of the folder."""

    casebook: str
    secret: bytes
    replica: str
    letter: str
    seq: int
    last: str
    lamport: int
    mark: Mark
    before: bytes

    def after(self, changesets: tuple[Changeset, ...], mark: Mark, before: bytes) -> Standing:
        """The standing once these changesets have brought the folder from ``before`` to ``mark``."""
        own = [entry for entry in changesets if entry.replica == self.replica and entry.seq == self.seq + 1]
        return replace(
            self,
            seq=own[-1].seq if own else self.seq,
            last=own[-1].hash if own else self.last,
            lamport=max([self.lamport, *(entry.lamport for entry in changesets)]),
            mark=mark,
            before=before,
        )


def read_standing(connection: Connection) -> Standing:
    """The standing as the database has it."""
    row = connection.execute(select(LOCAL)).one()
    columns = CHANGESETS.c
    newest = connection.execute(
        select(columns.seq, columns.hash, columns.position)
        .where(columns.replica == row.replica)
        .order_by(columns.position.desc())
        .limit(1)
    ).first()
    seq, last, position = newest if newest else (0, FIRST, 0)
    # an own entry counts past all it knew, so only what came after it can count higher
    lamport = connection.execute(select(latest(columns.lamport)).where(columns.position >= position)).scalar() or 0
    letter = letters(connection).get(row.replica, "")
    return Standing(row.casebook, row.secret, row.replica, letter, seq, last, lamport, *_marks(connection))


def _marks(connection: Connection) -> tuple[Mark, bytes]:
    """Where the folder is, and where it was one transaction earlier."""
    by_position = select(CHANGESETS.c.arrived, CHANGESETS.c.mark).order_by(CHANGESETS.c.position.desc()).limit(1)
    end = connection.execute(by_position).first()
    if end is None:
        return Mark(0, b""), b""
    earlier = connection.execute(by_position.where(CHANGESETS.c.arrived < end.arrived)).first()
    return Mark(end.arrived, end.mark), earlier.mark if earlier else b""


def letters(connection: Connection) -> Mapping[str, str]:
    """The letter of each replica; the last where one was given another."""
    found = connection.execute(
        select(CHANGES.c.record, CHANGES.c.register)
        .select_from(CHANGES.join(CHANGESETS, CHANGES.c.changeset == CHANGESETS.c.position))
        .where(CHANGES.c.kind == REPLICA_KIND)
        .order_by(CHANGESETS.c.lamport, CHANGES.c.id)
    )
    return {row[0]: row[1] for row in found}
