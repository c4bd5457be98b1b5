"""The reading door: frozen records, never a database object."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Select

from caseapp.domain.case_file import CaseFile
from caseapp.domain.documents import Document
from caseapp.domain.ids import BlobId
from caseapp.domain.record import Scalar, scalar
from caseapp.store import attachments, case_files, case_reads, history, search
from caseapp.store.belonging import disputed
from caseapp.store.blobs import BlobStore
from caseapp.store.case_reads import CaseRow
from caseapp.store.history import Conflict, HistoryEntry
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
        row = self.connection.execute(
            form.rows().add_columns(form.table.c.is_deleted).where(form.table.c.id == record)
        ).first()
        if row is None or (row.is_deleted and not deleted):
            return None
        return form.record(row[:-1])

    def all(self, cls: type[R], *, deleted: bool = False, **equal: object) -> tuple[R, ...]:
        """Every record of a class whose attributes equal those given, in the order they were made.

        A tuple, list or set as value means any of its members. ``deleted=True`` gives the deleted ones alone.
        """
        form = shape(cls)
        return form.records(self.connection.execute(_chosen(form, deleted, equal)))

    def search(self, text: str) -> frozenset[str]:
        """The ids of people and cases with ``text`` in a name or number."""
        return frozenset(search.matches(self.connection, text) or ())

    def case_rows(self, text: str = "", *, closed: bool = True) -> tuple[CaseRow, ...]:
        """The case list, newest change first; with ``text``, the cases it is found in."""
        return case_reads.case_rows(self.connection, text, closed=closed)

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


def _chosen(form: Shape[Any], deleted: bool, equal: dict[str, object]) -> Select[Any]:
    columns = form.table.c
    asked = form.rows().where(columns.is_deleted.is_(deleted)).order_by(columns.made, columns.id)
    for attribute, value in equal.items():
        column = columns[attribute]
        if isinstance(value, Collection) and not isinstance(value, str):
            asked = asked.where(column.in_([scalar(member) for member in value]))
        else:
            plain: Scalar = scalar(value)
            asked = asked.where(column.is_(None) if plain is None else column == plain)
    return asked
