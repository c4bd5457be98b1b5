"""Where a casebook stands: which replica writes here, and what its next entry follows."""

from __future__ import annotations

import string
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from caseapp.store.changes import FIRST, Changeset
from caseapp.store.head import Mark
from caseapp.store.journal import CHANGES, CHANGESETS, advanced
from caseapp.store.tables import METADATA

LOCAL = METADATA.tables["local_state"]
REPLICA_KIND = "replica"
"""Journal entries of this kind give a replica its letter; they have no table."""


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

    def after(self, changesets: tuple[Changeset, ...]) -> Standing:
        """The standing once a transaction with these changesets is written."""
        own = [entry for entry in changesets if entry.replica == self.replica and entry.seq == self.seq + 1]
        return replace(
            self,
            seq=own[-1].seq if own else self.seq,
            last=own[-1].hash if own else self.last,
            lamport=max([self.lamport, *(entry.lamport for entry in changesets)]),
            mark=Mark(self.mark.sequence + 1, advanced(self.mark.head, changesets)),
            before=self.mark.head,
        )


def read_standing(connection: Connection) -> Standing:
    """The standing as the database has it."""
    row = connection.execute(select(LOCAL)).one()
    newest = connection.execute(
        select(CHANGESETS.c.seq, CHANGESETS.c.hash)
        .where(CHANGESETS.c.replica == row.replica)
        .order_by(CHANGESETS.c.seq.desc(), CHANGESETS.c.hash.desc())
        .limit(1)
    ).first()
    seq, last = newest if newest else (0, FIRST)
    letter = letters(connection).get(row.replica, "")
    return Standing(
        row.casebook, row.secret, row.replica, letter, seq, last, row.lamport, Mark(row.sequence, row.head), row.before
    )


_UPDATE = "UPDATE local_state SET replica = ?, lamport = ?, sequence = ?, head = ?, before = ?"


def write_standing(connection: Connection, standing: Standing) -> None:
    """Note the standing in the transaction that brought it about."""
    connection.exec_driver_sql(
        _UPDATE,
        (standing.replica, standing.lamport, standing.mark.sequence, standing.mark.head, standing.before),
    )


def letters(connection: Connection) -> dict[str, str]:
    """The letter of each replica; the newest where one was given another."""
    found = connection.execute(
        select(CHANGES.c.record, CHANGES.c.register).where(CHANGES.c.kind == REPLICA_KIND).order_by(CHANGES.c.number)
    )
    return {row[0]: row[1] for row in found}


def free_letter(taken: set[str]) -> str:
    """The first letter nobody has: A to Z without I and O, then two of them."""
    alphabet = [letter for letter in string.ascii_uppercase if letter not in "IO"]
    names = [*alphabet, *(first + second for first in alphabet for second in alphabet)]
    return next(name for name in names if name not in taken)
