"""Statements of the paths that must be quick, compiled once.

Saving a form takes four statements. Running each through the whole of SQLAlchemy costs more than the encrypted write
itself, so these are written with Core, compiled to text once, and handed to the driver inside the same transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import CompoundSelect, Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

_DIALECT = SQLiteDialect_pysqlite()
_NOTHING: Mapping[str, Any] = {}


class Prepared:
    """One statement. Values are bound by name and must be of the types SQLite knows; truth comes back as 0 and 1."""

    def __init__(self, statement: Select[Any] | CompoundSelect[Any] | Insert | Update | Delete) -> None:
        self._statement = statement

    @cached_property
    def _compiled(self) -> tuple[str, tuple[str, ...], Mapping[str, Any]]:
        compiled = self._statement.compile(dialect=_DIALECT)
        fixed = {name: value for name, value in compiled.params.items() if value is not None}
        return str(compiled), tuple(compiled.positiontup or ()), fixed

    def one(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> tuple[Any, ...] | None:
        """The first row."""
        row: tuple[Any, ...] | None = self._run(connection, values).fetchone()
        return row

    def each(self, connection: Connection, values: Mapping[str, Any] = _NOTHING) -> Iterator[tuple[Any, ...]]:
        """Row after row."""
        yield from self._run(connection, values)

    def run(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Write; the number of the row written last."""
        return int(self._run(connection, values).lastrowid)

    def run_many(self, connection: Connection, rows: Iterable[Mapping[str, Any]]) -> None:
        """Write many rows in one go."""
        _driver(connection).executemany(self._compiled[0], [self._bound(values) for values in rows])

    def _run(self, connection: Connection, values: Mapping[str, Any]) -> Any:
        return _driver(connection).execute(self._compiled[0], self._bound(values))

    def _bound(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        _, names, fixed = self._compiled
        if fixed:
            values = {**fixed, **values}
        return tuple([values[name] for name in names])


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
