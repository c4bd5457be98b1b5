"""What is being typed and is not saved yet: a table of this folder alone, inside the encrypted database.

It is no part of the journal and travels nowhere. What is dropped is overwritten in the pages at once, and in the
write-ahead log when that is emptied: at lock, at close, after an erasure.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from caseapp.store import faults
from caseapp.store.belonging import Key, cases_of_people
from caseapp.store.casebook import Casebook
from caseapp.store.tables import METADATA

_DRAFTS = METADATA.tables["draft"]
SEPARATOR = ":"
"""Between the parts of a key: the name of the form, then ids."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The fields of one form, by name. ``at_hand`` is whether the form was in front when it was kept."""

    key: str
    content: Mapping[str, str]
    saved_on: datetime
    at_hand: bool


def keep(
    casebook: Casebook, who: str, key: str, content: Mapping[str, str], now: datetime, *, at_hand: bool = True
) -> None:
    """Keep what ``who`` has typed, in the place of what was kept before. A read-only casebook keeps nothing."""
    text = json.dumps(dict(content), ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")
    row = {"content": text, "saved_on": now.isoformat(), "at_hand": at_hand}
    new = insert(_DRAFTS).values(who=who, key=key, **row)
    with casebook.alone() as connection:
        if connection is not None:
            with faults.database(), connection.begin():
                connection.execute(new.on_conflict_do_update(index_elements=["who", "key"], set_=row))


def read(casebook: Casebook, who: str, key: str) -> Kept | None:
    """What ``who`` had typed into a form."""
    return next((draft for draft in every(casebook, who) if draft.key == key), None)


def every(casebook: Casebook, who: str) -> tuple[Kept, ...]:
    """Everything ``who`` has typed and not saved, the last first."""
    columns = _DRAFTS.c
    wanted = select(columns.key, columns.content, columns.saved_on, columns.at_hand).where(columns.who == who)
    with casebook.read() as reader:
        rows = reader.connection.execute(wanted.order_by(columns.saved_on.desc())).all()
    return tuple(Kept(row[0], json.loads(row[1]), datetime.fromisoformat(row[2]), bool(row[3])) for row in rows)


def drop(casebook: Casebook, who: str, key: str) -> None:
    """Forget what was typed into a form: it was saved, or is not wanted."""
    with casebook.alone() as connection:
        if connection is not None:
            with faults.database(), connection.begin():
                connection.execute(delete(_DRAFTS).where(_DRAFTS.c.who == who, _DRAFTS.c.key == key))


def forget(connection: Connection, erased: Iterable[Key]) -> None:
    """Drop what anybody typed about records that are being erased, or about a case of an erased person."""
    records = tuple(erased)
    gone = {record for _kind, record in records}
    gone |= cases_of_people(connection, [record for kind, record in records if kind == "person"])
    for who, key in connection.execute(select(_DRAFTS.c.who, _DRAFTS.c.key)).all():
        if gone & set(key.split(SEPARATOR)):
            connection.execute(delete(_DRAFTS).where(_DRAFTS.c.who == who, _DRAFTS.c.key == key))
