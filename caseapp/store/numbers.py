"""Numbers people read: a year, the replica's letter, and a count that never repeats: ``2026-A014``."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select, update

from caseapp.store.projection import shape_of
from caseapp.store.tables import METADATA

_COUNTERS = METADATA.tables["counter"]


def next_number(connection: Connection, kind: str, year: int, letter: str) -> str:
    """The next number of a kind of thing in a year; one that a record already bears is passed over."""
    prefix = f"{year}-{letter}"
    name = f"{kind} {prefix}"
    last = connection.execute(select(_COUNTERS.c.last).where(_COUNTERS.c.name == name)).scalar()
    count = (last or 0) + 1
    while _is_taken(connection, kind, f"{prefix}{count:03d}"):
        count += 1
    if last is None:
        connection.execute(insert(_COUNTERS).values(name=name, last=count))
    else:
        connection.execute(update(_COUNTERS).where(_COUNTERS.c.name == name).values(last=count))
    return f"{prefix}{count:03d}"


def _is_taken(connection: Connection, kind: str, number: str) -> bool:
    form = shape_of(kind)
    if form is None or "number" not in form.column_of:
        return False
    column = form.table.c[form.column_of["number"]]
    return connection.execute(select(column).where(column == number).limit(1)).first() is not None
