"""Bringing an old casebook to the current schema.

``baseline.sql`` is version 1, frozen. Each later version adds one step here: a function over Alembic's operations that
never changes again. A step runs in one transaction with all others, after an encrypted copy of the database was made;
a step that fails leaves the database as it was. Alembic is loaded only when there is something to do.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from caseapp.errors import CannotOpen
from caseapp.store import faults
from caseapp.store.casebook import empty_log
from caseapp.store.files import sync_folder
from caseapp.store.tables import SCHEMA_VERSION

if TYPE_CHECKING:
    from alembic.operations import Operations

Step = Callable[["Operations"], None]
STEPS: Mapping[int, Step] = {}
"""By the version a step starts from."""


def migrate(
    connection: Connection,
    database: Path,
    found: int,
    *,
    steps: Mapping[int, Step] = STEPS,
    target: int = SCHEMA_VERSION,
) -> Path:
    """Bring the database from version ``found`` to ``target``; the copy made before.

    Raises :class:`CannotOpen` if no step leads on or a reference is left broken; the database is then as it was.
    """
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    if any(version not in steps for version in range(found, target)):
        raise CannotOpen(faults.DAMAGED)
    before = _copied(connection, database, found)
    driver = connection.connection.cursor()
    driver.execute("PRAGMA foreign_keys = OFF")  # has no effect inside a transaction
    try:
        with connection.begin():
            operations = Operations(MigrationContext.configure(connection))
            for version in range(found, target):
                steps[version](operations)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise CannotOpen(faults.DAMAGED)
            connection.exec_driver_sql(f"PRAGMA user_version = {target}")
    finally:
        driver.execute("PRAGMA foreign_keys = ON")
        driver.close()
    return before


def _copied(connection: Connection, database: Path, found: int) -> Path:
    """An encrypted copy of the database beside it, on the disk before anything is changed."""
    empty_log(connection)
    copy = database.with_name(f"{database.name}.v{found}")
    shutil.copyfile(database, copy)
    copy.chmod(0o600)
    handle = os.open(copy, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
    sync_folder(copy.parent)
    return copy
