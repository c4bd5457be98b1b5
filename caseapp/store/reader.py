"""The reading door: frozen records, never a database object."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from enum import Enum
from functools import cache, lru_cache
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Column, Connection, bindparam, func, select

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document
from caseapp.domain.ids import BlobId
from caseapp.domain.record import Scalar, scalar
from caseapp.store import attachments, case_files, case_reads, history, search
from caseapp.store.belonging import disputed
from caseapp.store.blobs import BlobStore
from caseapp.store.case_reads import CaseRow, FoundCases
from caseapp.store.history import Conflict, HistoryEntry
from caseapp.store.prepared import Prepared
from caseapp.store.record_rows import Shape, shape

R = TypeVar("R")


class Reader:
    """A steady view of the casebook for the length of one ``with`` block. Deleted records are left out unless asked for."""

    def __init__(self, connection: Connection, blobs: BlobStore) -> None:
        self.connection = connection
        """For the other modules of the store; nothing above it uses SQL."""
        self._blobs = blobs

    def get(self, cls: type[R], record: str | None, *, deleted: bool = False) -> R | None:
        """The record with an id; None if there is none (or it is deleted, unless ``deleted``)."""
        if record is None:
            return None
        form = shape(cls)
        row = _one(form).one(self.connection, {"of": record})
        if row is None or (row[-1] and not deleted):
            return None
        return form.record(row[:-1])

    def all(self, cls: type[R], *, deleted: bool = False, **equal: object) -> tuple[R, ...]:
        """Every record of a class whose attributes equal those given, in the order they were made.

        A tuple, list or set as value means any of its members. ``deleted=True`` gives the deleted ones alone.
        """
        form = shape(cls)
        asked = {attribute: _how(value) for attribute, value in equal.items()}
        asking = _asking(form, deleted, tuple((attribute, how) for attribute, (how, _) in asked.items()))
        bound = {f"of_{attribute}": value for attribute, (_, value) in asked.items()}
        return form.records(asking.each(self.connection, bound))

    def search(self, text: str, *, most: int | None = None) -> frozenset[str]:
        """The ids of people and cases with ``text`` in a name or number; with ``most`` only of those entered last."""
        found = search.matches(self.connection, text, most)
        return found.ids if found else frozenset()

    def found_cases(self, text: str = "", *, closed: bool = True, most: int | None = None) -> FoundCases:
        """The case list, newest change first; with ``text``, the cases it is found in; with ``most`` only the first."""
        return case_reads.found_cases(self.connection, text, closed=closed, most=most)

    def case_rows(self, text: str = "", *, closed: bool = True, most: int | None = None) -> tuple[CaseRow, ...]:
        """The lines of :meth:`found_cases`."""
        return self.found_cases(text, closed=closed, most=most).rows

    def rows_of(self, cases: Collection[str]) -> dict[str, CaseRow]:
        """The lines of the case list of some cases, by their ids."""
        return case_reads.rows_of(self.connection, cases)

    def papers_of(self, documents: Collection[str]) -> dict[str, tuple[str, str]]:
        """What some documents are: id of the catalogue and own title, by their ids."""
        return {document.id: (document.paper, document.title) for document in self.all(Document, id=tuple(documents))}

    def history(self, case: str | None = None, *, newest: int | None = None) -> tuple[HistoryEntry, ...]:
        """What happened, newest first: in one case, or in the whole casebook; with ``newest`` no more than so many."""
        return history.history(self.connection, case, newest)

    def conflicts(self, case: str | None = None) -> tuple[Conflict, ...]:
        """Registers with more than one current value: of one case, or of the whole casebook."""
        return history.conflicts(self.connection, disputed(self.connection, case))

    def blob_bytes(self, blob: str) -> bytes:
        """The content of a file. Raises :class:`CannotOpen` if it is absent or damaged."""
        return attachments.content(self.connection, self._blobs, blob)

    def same_blob(self, content: bytes) -> BlobId | None:
        """The file that holds these very bytes; None if none does."""
        found = attachments.same(self.connection, self._blobs, content)
        return found.id if found else None

    def case_file(self, case: str) -> CaseFile | None:
        """Everything of one case; None if there is no such case."""
        return case_files.case_file(self, case)

    def case_files(self, cases: Iterable[str]) -> Iterator[CaseFile]:
        """Everything of several cases, in this order; those that are not there are left out."""
        return case_files.case_files(self, cases)


class _How(Enum):
    """How an attribute is asked for."""

    NOTHING = "is null"
    ONE = "equals"
    ANY = "is one of"


def _how(value: object) -> tuple[_How, Scalar]:
    """How a value asks, and what is bound: several values go as one text, so that a statement fits any number of them."""
    if isinstance(value, Collection) and not isinstance(value, str):
        return _How.ANY, json.dumps([scalar(member) for member in value])
    plain = scalar(value)
    return (_How.NOTHING, None) if plain is None else (_How.ONE, plain)


@lru_cache(maxsize=256)
def _asking(form: Shape[Any], deleted: bool, asked: tuple[tuple[str, _How], ...]) -> Prepared:
    columns = form.table.c
    wanted = form.rows().where(columns.is_deleted.is_(deleted)).order_by(columns.made, columns.id)
    for attribute, how in asked:
        column: Column[Scalar] = columns[attribute]
        bound: BindParameter[Scalar] = bindparam(f"of_{attribute}")
        if how is _How.ANY:
            wanted = wanted.where(column.in_(select(func.json_each(bound).table_valued("value").c.value)))
        else:
            wanted = wanted.where(column.is_(None) if how is _How.NOTHING else column == bound)
    return Prepared(wanted)


@cache
def _one(form: Shape[Any]) -> Prepared:
    return Prepared(form.rows().add_columns(form.table.c.is_deleted).where(form.table.c.id == bindparam("of")))
