"""Who looked at what: a table of this folder alone, never merged, without names (PIPL arts 51, 54)."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from caseapp.store import faults
from caseapp.store.casebook import Casebook
from caseapp.store.tables import METADATA

_LOG = METADATA.tables["access_log"]


@dataclass(frozen=True, slots=True)
class Access:
    """One look. ``what`` is an opaque id."""

    when: datetime
    who: str
    action: str
    what: str


def note_access(casebook: Casebook, who: str, action: str, what: str, now: datetime) -> None:
    """Note that ``who`` did ``action`` (open, search, print …) with ``what``. A read-only casebook notes nothing."""
    values = {"wall": now.isoformat(timespec="seconds"), "who": _line(who), "action": _line(action), "what": _line(what)}
    with casebook.alone() as connection:
        if connection is not None:
            with faults.database(), connection.begin():
                connection.execute(insert(_LOG), values)


def accesses(casebook: Casebook) -> tuple[Access, ...]:
    """The log, oldest first."""
    with casebook.read() as reader:
        rows = reader.connection.execute(
            select(_LOG.c.wall, _LOG.c.who, _LOG.c.action, _LOG.c.what).order_by(_LOG.c.number)
        )
        return tuple(Access(datetime.fromisoformat(row[0]), row[1], row[2], row[3]) for row in rows)


def _line(text: str) -> str:
    """Text that cannot pass for another entry: no line breaks, no control or reordering characters."""
    return "".join(_visible(character) for character in text)


def _visible(character: str) -> str:
    return character if character == " " or unicodedata.category(character)[0] not in "CZ" else "\ufffd"
