"""An old casebook is brought up to date whole, or left as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.operations import Operations

from caseapp.domain.people import Person
from caseapp.errors import CannotOpen
from caseapp.store import opening, tables
from caseapp.store.casebook import Casebook
from caseapp.store.migrate import migrate
from tests.store.desk import KEY, NOW, begin_case


def add_column(operations: Operations) -> None:
    operations.add_column("person", sa.Column("extra", sa.String(), nullable=True))
    with operations.batch_alter_table("journal_changeset") as batch:
        batch.add_column(sa.Column("more", sa.String(), nullable=True))


def fail(operations: Operations) -> None:
    operations.drop_table("person")
    raise LookupError


def version(casebook: Casebook) -> tuple[int, bool]:
    with casebook.read() as reader:
        found = reader.connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        columns = reader.connection.exec_driver_sql("PRAGMA table_info(person)")
        return found, "extra" in [row[1] for row in columns]


def database(casebook: Casebook) -> tuple[sa.Connection, Path]:
    connection = casebook.opened().writing
    assert connection is not None
    return connection, casebook.folder / "casebook.db"


def test_steps_run_with_rows_in_the_tables_after_an_encrypted_copy_was_made(casebook: Casebook) -> None:
    begin_case(casebook)
    connection, path = database(casebook)
    before = migrate(connection, path, 1, steps={1: add_column}, target=2)
    assert version(casebook) == (2, True)
    assert not before.read_bytes().startswith(b"SQLite format 3")
    with casebook.read() as reader:
        assert len(reader.all(Person)) == 2
        assert reader.connection.exec_driver_sql("SELECT count(*) FROM journal_changeset").scalar_one() == 2
        assert reader.connection.exec_driver_sql("PRAGMA foreign_key_check").first() is None


def test_a_step_that_fails_leaves_the_database_as_it_was(casebook: Casebook) -> None:
    begin_case(casebook)
    connection, path = database(casebook)
    with pytest.raises(LookupError):
        migrate(connection, path, 1, steps={1: add_column, 2: fail}, target=3)
    assert version(casebook) == (1, False)
    with casebook.read() as reader:
        assert len(reader.all(Person)) == 2
    assert connection.connection.cursor().execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_a_version_no_step_leads_from_is_refused_unharmed(casebook: Casebook) -> None:
    connection, _ = database(casebook)
    connection.connection.cursor().execute("PRAGMA user_version = 0")
    casebook.close()
    with pytest.raises(CannotOpen, match="left as it is"):
        opening.open_with_key(casebook.folder, KEY, NOW)


def test_alembic_is_not_loaded_to_open_a_current_casebook(casebook: Casebook) -> None:
    import subprocess
    import sys

    casebook.close()
    code = (
        "import sys; from pathlib import Path; from datetime import datetime; from caseapp.store import opening;"
        f"opening.open_with_key(Path({str(casebook.folder)!r}), bytes(range(32)), datetime.now()).close();"
        "assert 'alembic' not in sys.modules; assert 'PySide6' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
    assert tables.SCHEMA_VERSION == 1
    lean = "import sys, caseapp.store.keys; assert not {'sqlmodel', 'sqlalchemy'} & set(sys.modules)"
    assert subprocess.run([sys.executable, "-c", lean], check=False).returncode == 0
