"""Verifying a casebook: read everything again and name what does not agree.

The database's own page authentication finds changed bytes; folding the journal and comparing it with the tables finds
a page put back from an older copy; the chains find an entry changed, cut out or put in; the head file finds a lost
tail; the keyed digests find a changed attachment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3.dbapi2 import Error

from caseapp.errors import CannotOpen
from caseapp.i18n import N_, Catalogue, catalogue
from caseapp.store import attachments, journal, projection, search
from caseapp.store.blobs import BlobStore
from caseapp.store.casebook import Casebook
from caseapp.store.changes import FIRST, Changeset, intact
from caseapp.store.engine import connector, make_engine
from caseapp.store.fold import fold
from caseapp.store.head import Mark, Standing, compare
from caseapp.store.journal import CHANGESETS
from caseapp.store.prepared import Prepared
from caseapp.store.record_rows import Shape
from caseapp.store.tables import RECORD_TABLES

_PAGES = N_("A part of the database cannot be read: {part}.")
_ENTRY = N_("Journal entry {entry} was altered.")
_CHAIN = N_("Journal entry {entry} does not follow the one before it: something was cut out, put in or moved.")
_FORK = N_("Two journal entries claim the place {entry}: this folder and its identity were copied together.")
_GAP = N_("Journal entry {entry} is not here; it may come with a bundle from its copy.")
_MARK = N_("The order in which entries came to this folder was altered at entry {entry}.")
_HEAD = N_("The file “head” does not agree with the journal: the folder may have been put back from an older copy.")
_ROW = N_("The record {record} ({kind}) does not agree with its journal: an older page may have been put back.")
_SEARCH = N_("The search index does not agree with the record {record} ({kind}).")
_FILE = N_("The attachment {record} cannot be read or was altered.")
_EXTRA = N_("The folder of attachments holds a file that no record speaks of: {record}.")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that does not agree. ``record`` and ``kind`` name what it is about, by opaque id."""

    template: str
    kind: str = ""
    record: str = ""
    entry: str = ""
    part: str = ""
    harmless: bool = False
    """True where nothing is damaged: an entry still to come, a fork of which both sides are kept."""

    def say(self, words: Catalogue) -> str:
        values = {"kind": self.kind, "record": self.record, "entry": self.entry, "part": self.part}
        return words.gettext(self.template).format(**values)

    def __str__(self) -> str:
        return self.say(catalogue("en"))


@dataclass(frozen=True, slots=True)
class Verification:
    """What was read, and what does not agree."""

    entries: int
    records: int
    attachments: int
    problems: tuple[Problem, ...] = field(default=())

    @property
    def sound(self) -> bool:
        """Whether nothing is damaged."""
        return all(problem.harmless for problem in self.problems)


def verify(casebook: Casebook) -> Verification:
    """Read the whole casebook again. Reads only; takes seconds for a hundred thousand entries."""
    opened = casebook.opened()
    problems: list[Problem] = []
    counts: dict[str, int] = {"entries": 0, "records": 0, "attachments": 0}
    checks: tuple[tuple[str, Callable[[Connection], Iterator[Problem]]], ...] = (
        ("pages", _pages),
        ("journal", lambda connection: _journal(connection, counts)),
        ("head", lambda connection: _head(connection, opened.head.read())),
        ("tables", lambda connection: _tables(connection, counts)),
        ("search", _search),
        ("attachments", lambda connection: _attachments(connection, opened.blobs, counts)),
    )
    # a connection of its own: FTS5 reports a sound index as damaged on one that has seen an older state of it
    connect = connector(opened.folder / "casebook.db", opened.key, writable=not casebook.read_only, query_only=True)
    engine = make_engine(connect, begin="BEGIN", connections=1)
    try:
        with engine.begin() as connection:
            for part, check in checks:
                try:
                    problems += check(connection)
                except (SQLAlchemyError, Error, ValueError):
                    problems.append(Problem(_PAGES, part=part))
    except (SQLAlchemyError, Error):
        problems.append(Problem(_PAGES, part="transaction"))
    finally:
        engine.dispose()
    return Verification(counts["entries"], counts["records"], counts["attachments"], tuple(problems))


def _pages(connection: Connection) -> Iterator[Problem]:
    for pragma in ("cipher_integrity_check", "integrity_check"):
        for row in connection.exec_driver_sql(f"PRAGMA {pragma}"):
            if row[0] != "ok":
                yield Problem(_PAGES, part=str(row[0])[:120])


def _journal(connection: Connection, counts: dict[str, int]) -> Iterator[Problem]:
    chains: dict[str, dict[int, list[Changeset]]] = {}
    found = journal.changesets(connection)
    counts["entries"] = len(found)
    for entry in found:
        chains.setdefault(entry.replica, {}).setdefault(entry.seq, []).append(entry)
        if not intact(entry):
            yield Problem(_ENTRY, entry=_place(entry))
    for chain in chains.values():
        yield from _chain(chain)
    yield from _marks(connection, found)


def _chain(chain: dict[int, list[Changeset]]) -> Iterator[Problem]:
    for seq in range(1, max(chain) + 1):
        here = chain.get(seq, [])
        before = {entry.hash for entry in chain.get(seq - 1, [])} if seq > 1 else {FIRST}
        if not here and chain.get(seq + 1):
            missing = chain[seq + 1][0]
            yield Problem(_GAP, entry=f"{missing.replica[:8]}/{seq}", harmless=True)
        if len(here) > 1:
            yield Problem(_FORK, entry=_place(here[0]), harmless=True)
        for entry in here:
            if before and entry.previous not in before:
                yield Problem(_CHAIN, entry=_place(entry))


def _marks(connection: Connection, found: list[Changeset]) -> Iterator[Problem]:
    """The rolling digest of this folder, from the start."""
    mark, transaction = b"", 0
    stored = connection.execute(select(CHANGESETS.c.mark, CHANGESETS.c.arrived).order_by(CHANGESETS.c.position))
    for entry, row in zip(found, stored, strict=True):
        mark = journal.advanced(mark, entry)
        if row.mark != mark or row.arrived not in (transaction, transaction + 1):
            yield Problem(_MARK, entry=_place(entry))
            return
        transaction = row.arrived


def _place(entry: Changeset) -> str:
    return f"{entry.replica[:8]}/{entry.seq}"


def _head(connection: Connection, noted: Mark | None) -> Iterator[Problem]:
    from caseapp.store.standing import read_standing

    standing = read_standing(connection)
    if compare(noted, standing.mark, standing.before) is not Standing.TOGETHER:
        yield Problem(_HEAD)


def _tables(connection: Connection, counts: dict[str, int]) -> Iterator[Problem]:
    """The tables are the fold of the journal: nothing more, nothing less."""
    left = {kind: _rows(connection, kind) for kind in RECORD_TABLES}
    counts["records"] = sum(map(len, left.values()))
    for (kind, record), entries in journal.all_entries(connection):
        form: Shape[Any] | None = projection.shape_of(kind)
        if form is None:
            continue
        expected = projection.row_of(form, record, fold(entries))
        if expected != left[kind].pop(record, None):
            yield Problem(_ROW, kind, record)
    for kind, rows in left.items():
        for record in rows:
            yield Problem(_ROW, kind, record)


def _rows(connection: Connection, kind: str) -> dict[str, dict[str, Any]]:
    names = RECORD_TABLES[kind].columns.keys()
    return {row[0]: dict(zip(names, row, strict=True)) for row in _whole(kind).each(connection)}


@cache
def _whole(kind: str) -> Prepared:
    return Prepared(select(RECORD_TABLES[kind]))


def _search(connection: Connection) -> Iterator[Problem]:
    indexed = search.indexed(connection)
    for kind in search.SEARCHED:
        form = projection.shape_of(kind)
        for record, row in _rows(connection, kind).items():
            text = projection.searchable(form, row) if form else ""
            if indexed.pop((kind, record), "") != text:
                yield Problem(_SEARCH, kind, record)
    for kind, record in indexed:
        yield Problem(_SEARCH, kind, record)


def _attachments(connection: Connection, blobs: BlobStore, counts: dict[str, int]) -> Iterator[Problem]:
    known = attachments.known(connection)
    counts["attachments"] = len(known)
    for blob in sorted(known):
        try:
            attachments.content(connection, blobs, blob)
        except CannotOpen:
            yield Problem(_FILE, "blob", blob)
    for blob in sorted(blobs.names() - known):
        yield Problem(_EXTRA, "blob", blob)
