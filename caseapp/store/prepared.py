"""Statements of the saving path, compiled once.

Saving a form takes four statements. Running each through the whole of SQLAlchemy costs more than the encrypted write
itself, so these are written with Core, compiled to text once, and handed to the driver inside the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

_DIALECT = SQLiteDialect_pysqlite()


class Prepared:
    """One statement. Values are bound by name and must be of the types SQLite knows."""

    def __init__(self, statement: Select[Any] | Insert | Update | Delete) -> None:
        compiled = statement.compile(dialect=_DIALECT)
        self._text = str(compiled)
        self._names: tuple[str, ...] = tuple(compiled.positiontup or ())
        self._fixed: Mapping[str, Any] = {name: value for name, value in compiled.params.items() if value is not None}

    def one(self, connection: Connection, values: Mapping[str, Any]) -> tuple[Any, ...] | None:
        """The first row."""
        row: tuple[Any, ...] | None = _driver(connection).execute(self._text, self._bound(values)).fetchone()
        return row

    def all(self, connection: Connection, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Every row."""
        rows: list[tuple[Any, ...]] = _driver(connection).execute(self._text, self._bound(values)).fetchall()
        return rows

    def run(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Write; the number of the row written last."""
        return int(_driver(connection).execute(self._text, self._bound(values)).lastrowid)

    def run_many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write many rows in one go."""
        _driver(connection).executemany(self._text, [self._bound(values) for values in rows])

    def _bound(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        if self._fixed:
            values = {**self._fixed, **values}
        return tuple([values[name] for name in self._names])


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
