"""Files in the database's eyes: their rows and wrapped keys. A file is kept once, however often it is attached."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from caseapp.domain.documents import Blob
from caseapp.domain.ids import BlobId, new_id
from caseapp.errors import BadInput, CannotOpen
from caseapp.store import faults
from caseapp.store.blobs import BlobStore
from caseapp.store.record_rows import shape
from caseapp.store.tables import METADATA

_KEYS = METADATA.tables["blob_key"]


def known(connection: Connection) -> frozenset[str]:
    """The blobs whose key this folder has."""
    return frozenset(row[0] for row in connection.execute(select(_KEYS.c.blob)))


def absent(connection: Connection) -> frozenset[str]:
    """The blobs that are spoken of, but whose file has not reached this folder."""
    blobs = shape(Blob).table
    lacking = select(blobs.c.id).where(blobs.c.is_deleted.is_(False), blobs.c.id.not_in(select(_KEYS.c.blob)))
    return frozenset(row[0] for row in connection.execute(lacking))


def content(connection: Connection, blobs: BlobStore, blob: str) -> bytes:
    """The bytes of a blob. Raises :class:`CannotOpen` if they are absent or damaged."""
    wrapped = connection.execute(select(_KEYS.c.wrapped).where(_KEYS.c.blob == blob)).scalar()
    if wrapped is None:
        raise CannotOpen(faults.ATTACHMENT_ABSENT)
    found = blobs.read(blob, wrapped)
    row = connection.execute(select(shape(Blob).table.c.digest).where(shape(Blob).table.c.id == blob)).scalar()
    if row is not None and row != blobs.digest(found):
        raise CannotOpen(faults.ATTACHMENT_DAMAGED)
    return found


def same(connection: Connection, blobs: BlobStore, data: bytes) -> Blob | None:
    """The blob that already holds these bytes here."""
    form = shape(Blob)
    columns = form.table.c
    having = form.rows().where(columns.digest == blobs.digest(data), columns.id.in_(select(_KEYS.c.blob)))
    row = connection.execute(having.where(columns.is_deleted.is_(False)).limit(1)).first()
    return form.record(row) if row is not None else None


def keep(connection: Connection, blobs: BlobStore, data: bytes) -> Blob:
    """Write the bytes to a new file and its key to the database; the record still has to be put."""
    blob = Blob(BlobId(new_id()), blobs.digest(data), len(data))
    with faults.disk():
        wrapped = blobs.write(blob.id, data)
    connection.execute(insert(_KEYS), {"blob": blob.id, "wrapped": wrapped})
    return blob


def receive(connection: Connection, blobs: BlobStore, blob: str, data: bytes) -> None:
    """Keep bytes that another replica sent for a blob spoken of here. Raises :class:`BadInput` if they are not its own."""
    columns = shape(Blob).table.c
    digest = connection.execute(select(columns.digest).where(columns.id == blob)).scalar()
    if digest is None or digest != blobs.digest(data):
        raise BadInput(faults.FOREIGN_CHANGES)
    if blob not in known(connection):
        with faults.disk():
            wrapped = blobs.write(blob, data)
        connection.execute(insert(_KEYS), {"blob": blob, "wrapped": wrapped})


def forget(connection: Connection, blob: str) -> None:
    """Drop the key; the file is noise from then on."""
    connection.execute(delete(_KEYS).where(_KEYS.c.blob == blob))
