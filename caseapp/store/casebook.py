"""The casebook: one folder, two doors.

``read()`` gives a steady, query-only view on any thread. ``write()`` is the only way to change anything: one
transaction with its journal entry, acknowledged once the head file is on the disk.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from caseapp.errors import NotReady, NotSaved, ProgramFault
from caseapp.i18n import Catalogue, catalogue
from caseapp.store import faults
from caseapp.store.blobs import BlobStore
from caseapp.store.folder_lock import FolderLock
from caseapp.store.head import HeadFile
from caseapp.store.reader import Reader
from caseapp.store.replica_identity import ReplicaIdentity
from caseapp.store.standing import Standing
from caseapp.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know about a casebook that nevertheless opened."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def say(self, words: Catalogue) -> str:
        return words.gettext(self.template).format(**self.values)

    def __str__(self) -> str:
        return self.say(catalogue("en"))


@dataclass(slots=True)
class Open:
    """What an open casebook holds on to. ``writing`` and those after it are None on a disk that cannot be written."""

    folder: Path
    key: bytes
    handle: str
    standing: Standing
    reading: Engine
    head: HeadFile
    blobs: BlobStore
    writing: Connection | None = None
    lock: FolderLock | None = None
    identity: ReplicaIdentity | None = None
    notices: list[Notice] = field(default_factory=list)


class Casebook:
    """An open casebook. Closing it (also called locking) leaves nothing readable behind."""

    def __init__(self, opened: Open) -> None:
        self._open: Open | None = opened
        self._one_writer = threading.Lock()
        self._writing_thread: int | None = None
        self.folder = opened.folder
        self.handle = opened.handle
        self.notices = tuple(opened.notices)

    @property
    def id(self) -> str:
        """The casebook's identity, the same on every replica."""
        return self.opened().standing.casebook

    @property
    def replica(self) -> str:
        """The identity of this copy."""
        return self.opened().standing.replica

    @property
    def letter(self) -> str:
        """The letter of this copy in the numbers people read."""
        return self.opened().standing.letter

    @property
    def read_only(self) -> bool:
        """Whether the disk cannot be written."""
        return self.opened().writing is None

    @property
    def sequence(self) -> int:
        """How many transactions this folder has acknowledged."""
        return self.opened().standing.mark.sequence

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A steady view for the length of the block, on any thread."""
        opened = self.opened()
        with faults.database(), opened.reading.begin() as connection:
            yield Reader(connection, opened.blobs)

    @contextmanager
    def write(self, intention: str, who: str, now: datetime) -> Iterator[Writer]:
        """One unit of work. Leaving the block writes it; an exception leaves everything as it was.

        ``intention`` is an English sentence marked for translation, shown in the history; it holds no client's words.
        Raises :class:`NotSaved` where the disk does not take it.
        """
        if self._writing_thread == threading.get_ident():
            raise ProgramFault(faults.PROGRAM)
        with self._one_writer:
            self._writing_thread = threading.get_ident()
            try:
                yield from self._write(intention, who, now)
            finally:
                self._writing_thread = None

    def _write(self, intention: str, who: str, now: datetime) -> Iterator[Writer]:
        opened = self.opened()
        if opened.writing is None:
            raise NotSaved(faults.READ_ONLY)
        writer = Writer(opened.writing, opened.blobs, opened.standing, who, now, intention)
        try:
            with faults.database(), opened.writing.begin():
                yield writer
                writer.finish()
        except BaseException:
            with faults.disk():
                opened.blobs.remove_all(writer.new_files)
            raise
        if writer.standing is not opened.standing:
            self._acknowledge(opened, writer.standing)
        with faults.disk():
            opened.blobs.remove_all(writer.gone_files)

    def _acknowledge(self, opened: Open, standing: Standing) -> None:
        moved = standing.replica != opened.standing.replica
        opened.standing = standing
        try:
            opened.head.write(standing.mark)
            if moved and opened.identity:
                opened.identity.release()
                opened.identity = ReplicaIdentity(standing.casebook, standing.replica)
            if opened.identity:
                opened.identity.note(standing.letter, standing.mark)
        except OSError as error:
            raise NotSaved(faults.UNCONFIRMED) from error

    @contextmanager
    def alone(self) -> Iterator[Connection | None]:
        """The writing connection, for what is not journalled; None on a disk that cannot be written."""
        with self._one_writer:
            yield self.opened().writing

    def opened(self) -> Open:
        """The open parts, for the other modules of the store. Raises :class:`NotReady` once closed."""
        if self._open is None:
            raise NotReady(faults.CLOSED)
        return self._open

    def close(self) -> None:
        """Write everything into the database file, empty the log, drop the key. Closing twice does nothing."""
        with self._one_writer:
            opened, self._open = self._open, None
            if opened is None:
                return
            let_go(opened)

    lock = close

    def __enter__(self) -> Casebook:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def empty_log(connection: Connection) -> None:
    """Move everything from the write-ahead log into the database file."""
    outside = connection.connection.cursor()  # a checkpoint cannot run inside a transaction
    outside.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    outside.close()


def let_go(opened: Open) -> None:
    """Close every file of a casebook, whatever part of it fails."""
    try:
        with faults.database():
            opened.reading.dispose()
            if opened.writing is not None:
                empty_log(opened.writing)
                opened.writing.close()
                opened.writing.engine.dispose()
    finally:
        opened.head.close()
        if opened.identity:
            opened.identity.note(opened.standing.letter, opened.standing.mark, durably=True)
            opened.identity.release()
        if opened.lock:
            opened.lock.release()
