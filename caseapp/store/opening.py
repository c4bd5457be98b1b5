"""Making a casebook and opening one: every check that stands between a folder and its data."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert

import caseapp
from caseapp.domain.ids import new_id
from caseapp.errors import CannotOpen, NotSaved
from caseapp.i18n import N_
from caseapp.store import attachments, faults, keys, tables
from caseapp.store.blobs import BlobStore
from caseapp.store.casebook import Casebook, Notice, Open, empty_log
from caseapp.store.changes import FIRST
from caseapp.store.engine import connector, make_engine
from caseapp.store.files import make_private_folder, sync_folder
from caseapp.store.folder_lock import FolderLock
from caseapp.store.head import HeadFile, Mark, compare
from caseapp.store.head import Standing as HeadStanding
from caseapp.store.replica_identity import ReplicaIdentity
from caseapp.store.replicas import BEGAN, CREATED, begun, lettered
from caseapp.store.schema_text import statements
from caseapp.store.standing import LOCAL, Standing, read_standing
from caseapp.store.writer import Writer

APPLICATION_ID = 0x63617365
LOST_CHANGES = N_(
    "The last changes ({count}) made here before may be missing: the disk did not keep them. "
    "Look through the newest entries of the history and enter again what is not there."
)
HEAD_REPLACED = N_(
    "The file “head” does not belong to this state of the casebook. Parts of the folder may have been put back from "
    "an older copy. Verify the casebook, and compare with the last backup."
)


def create(
    folder: Path,
    passphrase: str,
    handle: str,
    now: datetime,
    *,
    kdf: keys.KdfParameters | None = None,
    first: Iterable[object] = (),
) -> Casebook:
    """Make a casebook at ``folder`` and open it. ``first`` are the records of its first entry: profile, caseworker.

    Raises :class:`NotSaved` if something is there already or the disk does not take it; then nothing is left behind.
    """
    key = keys.new_database_key()
    key_file = keys.KeyFile(new_id(), caseapp.__version__)
    with_user = keys.with_user(key_file, passphrase, handle, key, kdf or keys.default_parameters())
    return _create(folder, with_user, key, handle, now, first)


def create_with_key(folder: Path, key: bytes, handle: str, now: datetime, *, first: Iterable[object] = ()) -> Casebook:
    """Make a casebook that opens with a raw key alone."""
    return _create(folder, keys.KeyFile(new_id(), caseapp.__version__), key, handle, now, first)


def _create(
    folder: Path, key_file: keys.KeyFile, key: bytes, handle: str, now: datetime, first: Iterable[object]
) -> Casebook:
    building = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    with faults.disk(), faults.database():
        if folder.exists():
            raise NotSaved(faults.EXISTS)
        folder.parent.mkdir(parents=True, exist_ok=True)
        try:
            make_private_folder(building)
            _fill(building, key_file, key, handle, now, first)
            building.rename(folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
        sync_folder(folder.parent)
    return open_with_key(folder, key, now, handle=handle)


def _fill(folder: Path, key_file: keys.KeyFile, key: bytes, handle: str, now: datetime, first: Iterable[object]) -> None:
    make_private_folder(folder / "attachments")
    keys.write_key_file(folder / "keys.json", key_file)
    database = folder / "casebook.db"
    database.touch(mode=0o600)
    engine = _engine(database, key, writable=True)
    start = Standing(key_file.casebook, secrets.token_bytes(32), new_id(), "A", 0, FIRST, 0, Mark(0, b""), b"")
    try:
        with engine.begin() as connection:
            for statement in statements():
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql("INSERT INTO search (search, rank) VALUES ('secure-delete', 1)")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {tables.SCHEMA_VERSION}")
            local = {"casebook": start.casebook, "secret": start.secret, "replica": start.replica}
            connection.execute(insert(LOCAL), {"id": 1, **local})
            blobs = BlobStore(folder / "attachments", key, start.secret)
            standing = _begin(Writer(connection, blobs, start, handle, now, CREATED), first)
        with engine.connect() as connection:
            empty_log(connection)
    finally:
        engine.dispose()
    head = HeadFile(folder / "head", key, key_file.casebook, writable=True)
    head.write(standing.mark)
    head.close()
    identity = ReplicaIdentity(standing.casebook, standing.replica)
    identity.note(standing.letter, standing.mark, durably=True)
    identity.release()


def _begin(writer: Writer, first: Iterable[object] = ()) -> Standing:
    """The first entry of a replica: its letter, and records that come with it."""
    writer.note(lettered(writer.standing.replica, writer.standing.letter))
    for record in first:
        writer.put(record)
    writer.finish()
    return writer.standing


def open_with_passphrase(folder: Path, passphrase: str, now: datetime, *, handle: str | None = None) -> Casebook:
    """Open a casebook with a person's passphrase; without ``handle`` every person's slot is tried.

    Raises :class:`CannotOpen`; the folder is then as it was.
    """
    key_file = keys.read_key_file(folder / "keys.json")
    key, who = keys.unlock(key_file, passphrase, handle)
    return open_with_key(folder, key, now, handle=who)


def open_with_key(folder: Path, key: bytes, now: datetime, *, handle: str = "") -> Casebook:
    """Open a casebook with its database key. Raises :class:`CannotOpen`; the folder is then as it was."""
    key_file = keys.read_key_file(folder / "keys.json")
    database = folder / "casebook.db"
    _look_at(database)
    with faults.disk(), ExitStack() as undo, faults.database():
        lock = _lock(folder)
        if lock:
            undo.callback(lock.release)
        writing = _engine(database, key, writable=True).connect() if lock else None
        reading = make_engine(
            connector(database, key, writable=lock is not None, query_only=True), begin="BEGIN", connections=6
        )
        undo.callback(reading.dispose)
        if writing:
            undo.callback(writing.engine.dispose)
            undo.callback(writing.close)
        with reading.connect() as connection:
            version = _version(connection, key_file)
        if version < tables.SCHEMA_VERSION:
            _migrate(writing, database, version)
        with reading.connect() as connection:
            standing = _read(connection, key_file)
        head = HeadFile(folder / "head", key, key_file.casebook, writable=lock is not None)
        undo.callback(head.close)
        blobs = BlobStore(folder / "attachments", key, standing.secret)
        opened = Open(folder, key, handle, standing, reading, head, blobs, writing, lock)
        _check_head(opened)
        if writing:
            _settle_identity(opened, writing, now)
            _sweep(opened)
        undo.pop_all()
    return Casebook(opened)


def _look_at(database: Path) -> None:
    """What can be told before the key is used."""
    try:
        with database.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise CannotOpen(faults.NOT_A_CASEBOOK) from error
    if start.startswith(b"SQLite format 3"):
        raise CannotOpen(faults.NOT_ENCRYPTED)
    if len(start) < 16:
        raise CannotOpen(faults.DAMAGED)


def _lock(folder: Path) -> FolderLock | None:
    """The folder for ourselves; None where nothing can be written. Raises :class:`CannotOpen` if it is in use."""
    try:
        lock = FolderLock(folder / "lock")
    except OSError:
        return None
    if not lock.take():
        lock.release()
        raise CannotOpen(faults.IN_USE)
    return lock


def _engine(database: Path, key: bytes, *, writable: bool) -> Engine:
    connect = connector(database, key, writable=writable, query_only=False)
    return make_engine(connect, begin="BEGIN IMMEDIATE", connections=1)


def _version(connection: Connection, key_file: keys.KeyFile) -> int:
    """The schema's version. Raises :class:`CannotOpen` for another program's database or a newer version."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        raise CannotOpen(faults.DAMAGED)
    version: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > tables.SCHEMA_VERSION:
        raise CannotOpen(faults.NEWER, version=key_file.program)
    return version


def _migrate(writing: Connection | None, database: Path, version: int) -> None:
    if writing is None:
        raise CannotOpen(faults.OLD_READ_ONLY)
    from caseapp.store.migrate import migrate

    migrate(writing, database, version)


def _read(connection: Connection, key_file: keys.KeyFile) -> Standing:
    standing = read_standing(connection)
    if standing.casebook != key_file.casebook:
        raise CannotOpen(faults.KEYS_DAMAGED)
    return standing


def _check_head(opened: Open) -> None:
    noted = opened.head.read()
    stored = opened.standing
    found = compare(noted, stored.mark, stored.before)
    if found is HeadStanding.LOST and noted:
        opened.notices.append(Notice(LOST_CHANGES, {"count": noted.sequence - stored.mark.sequence}))
    elif found is HeadStanding.REPLACED:
        opened.notices.append(Notice(HEAD_REPLACED))


def _settle_identity(opened: Open, connection: Connection, now: datetime) -> None:
    """Go on as the replica this folder was, or begin a new one where that is not certain."""
    standing = opened.standing
    identity = ReplicaIdentity(standing.casebook, standing.replica)
    if not opened.notices and identity.continues(standing.mark):
        opened.identity = identity
    else:
        identity.release()
        with connection.begin():
            fresh = begun(connection, standing)
            opened.standing = _begin(Writer(connection, opened.blobs, fresh, opened.handle, now, BEGAN))
        opened.identity = ReplicaIdentity(standing.casebook, opened.standing.replica)
    (opened.head.restart if opened.notices else opened.head.write)(opened.standing.mark)
    opened.identity.note(opened.standing.letter, opened.standing.mark, durably=True)


def _sweep(opened: Open) -> None:
    """Take away files an interrupted save left; where entries may be missing, every file is kept."""
    if not opened.notices:
        with opened.reading.begin() as connection:
            found = attachments.known(connection)
        opened.blobs.sweep(found)
