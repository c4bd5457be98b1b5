"""The canonical dump: everything of a casebook that two replicas in agreement have in common, as one digest or text."""

from __future__ import annotations

import hashlib
from functools import cache

from sqlalchemy import select

from caseapp.store.casebook import Casebook
from caseapp.store.changes import canonical
from caseapp.store.journal import CHANGES, CHANGESETS
from caseapp.store.prepared import Prepared
from caseapp.store.tables import RECORD_TABLES


def dump(casebook: Casebook) -> str:
    """Records, changes and entries in a fixed order, without what is this folder's own."""
    with casebook.read() as reader:
        connection = reader.connection
        records = {
            kind: sorted([list(row) for row in _whole(kind).each(connection)], key=lambda row: str(row[0]))
            for kind in RECORD_TABLES
        }
        columns = (CHANGES.c.id, CHANGES.c.kind, CHANGES.c.record, CHANGES.c.register, CHANGES.c.value)
        changes = sorted(list(row) for row in connection.execute(select(*columns)))
        entries = sorted(row[0] for row in connection.execute(select(CHANGESETS.c.hash)))
    return canonical({"records": records, "changes": [[str(part) for part in row] for row in changes], "entries": entries})


def digest(casebook: Casebook) -> str:
    """SHA-256 of the dump."""
    return hashlib.sha256(dump(casebook).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def _whole(kind: str) -> Prepared:
    return Prepared(select(RECORD_TABLES[kind]))
