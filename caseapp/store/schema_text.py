"""The schema as text: what a new casebook is made of, compiled once; and to be frozen as
``python -m caseapp.store.schema_text > caseapp/store/baseline.sql``."""

from __future__ import annotations

import sys
from functools import cache

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from caseapp.store.tables import METADATA, SEARCH_DDL


@cache
def statements() -> tuple[str, ...]:
    """Every statement that makes the tables of the current version."""
    dialect = SQLiteDialect_pysqlite()
    tables = sorted(METADATA.tables.values(), key=lambda table: table.name)
    made = [str(CreateTable(table).compile(dialect=dialect)).strip() for table in tables]
    indexes = sorted(
        str(CreateIndex(index).compile(dialect=dialect)).strip() for table in tables for index in table.indexes
    )
    return tuple(line.replace("\t", "    ").replace(" \n", "\n") for line in (*made, *indexes, SEARCH_DDL))


def schema_text() -> str:
    """All of them, as one text."""
    return ";\n\n".join(statements()) + ";\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
