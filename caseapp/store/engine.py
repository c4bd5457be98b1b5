"""Connections to the encrypted database: key first, then settings, then nothing that could write in clear."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlcipher3 import dbapi2

from caseapp.errors import CannotOpen
from caseapp.store import faults

SETTINGS = (
    "synchronous=FULL",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "mmap_size=0",
    "cache_size=-32768",  # 32 MiB of a connection: a page that was let go of is deciphered anew
    "busy_timeout=10000",
    "cell_size_check=ON",
)


def connector(database: Path, key: bytes, *, writable: bool, query_only: bool) -> Callable[[], Any]:
    """A function that opens one keyed connection. On a read-only disk without a log the file is taken as it lies."""
    mode = "mode=rw" if writable else "mode=ro"
    log = database.with_name(database.name + "-wal")
    if not writable and not (log.exists() and log.stat().st_size):
        mode += "&immutable=1"
    address = f"{database.resolve().as_uri()}?{mode}"

    def connect() -> Any:
        connection = dbapi2.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, timeout=10, cached_statements=256
        )
        try:
            prepare(connection, key, writable=writable, query_only=query_only)
        except BaseException:
            connection.close()
            raise
        return connection

    return connect


def prepare(connection: Any, key: bytes, *, writable: bool, query_only: bool) -> None:
    """Key and settings of one connection. Raises :class:`CannotOpen` where the library would not encrypt."""
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    version = connection.execute("PRAGMA cipher_version").fetchone()
    if not version or not version[0]:
        raise CannotOpen(faults.NOT_ENCRYPTED)
    if writable:
        connection.execute("PRAGMA journal_mode = WAL")
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    if query_only:
        connection.execute("PRAGMA query_only = ON")


def make_engine(connect: Callable[[], Any], *, begin: str, connections: int) -> Engine:
    """An engine whose transactions begin with ``begin`` and whose errors never hold a bound value."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.connection.cursor().execute(begin)

    return engine
