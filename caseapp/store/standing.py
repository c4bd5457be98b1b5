"""Where a casebook stands: which replica writes here, and what its next entry follows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, literal_column, select
from sqlalchemy.sql.functions import max as latest

from caseapp.errors import CannotOpen
from caseapp.store import faults
from caseapp.store.changes import FIRST, Changeset
from caseapp.store.head import Mark
from caseapp.store.journal import CHANGES, CHANGESETS
from caseapp.store.prepared import Prepared
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


_STATE = Prepared(select(LOCAL.c.casebook, LOCAL.c.secret, LOCAL.c.replica))
_NEWEST_OWN = Prepared(
    select(CHANGESETS.c.seq, CHANGESETS.c.hash, CHANGESETS.c.position)
    .where(CHANGESETS.c.replica == bindparam("own"))
    .order_by(CHANGESETS.c.position.desc())
    .limit(1)
)
_LAMPORT = Prepared(select(latest(CHANGESETS.c.lamport)).where(CHANGESETS.c.position >= bindparam("start")))
_MARK = Prepared(
    select(CHANGESETS.c.arrived, CHANGESETS.c.mark)
    .where(CHANGESETS.c.arrived < bindparam("end"))
    .order_by(CHANGESETS.c.position.desc())
    .limit(1)
)
_LETTERS = Prepared(
    select(CHANGES.c.record, CHANGES.c.register)
    .select_from(CHANGES.join(CHANGESETS, CHANGES.c.changeset == CHANGESETS.c.position))
    .where(CHANGES.c.kind == literal_column(f"'{REPLICA_KIND}'"))
    .order_by(CHANGESETS.c.lamport, CHANGES.c.id)
)


def read_standing(connection: Connection) -> Standing:
    """The standing as the database has it. Raises :class:`CannotOpen` if it is not there."""
    row = _STATE.one(connection)
    if row is None:
        raise CannotOpen(faults.DAMAGED)
    casebook, secret, replica = row
    seq, last, position = _NEWEST_OWN.one(connection, {"own": replica}) or (0, FIRST, 0)
    # an own entry counts past all it knew, so only what came after it can count higher
    lamport = (_LAMPORT.one(connection, {"start": position}) or (0,))[0] or 0
    letter = letters(connection).get(replica, "")
    return Standing(casebook, secret, replica, letter, seq, last, lamport, *_marks(connection))


def _marks(connection: Connection) -> tuple[Mark, bytes]:
    """Where the folder is, and where it was one transaction earlier."""
    end = _MARK.one(connection, {"end": 2**62})
    if end is None:
        return Mark(0, b""), b""
    earlier = _MARK.one(connection, {"end": end[0]})
    return Mark(*end), earlier[1] if earlier else b""


def letters(connection: Connection) -> Mapping[str, str]:
    """The letter of each replica; the last where one was given another."""
    return {row[0]: row[1] for row in _LETTERS.each(connection)}
