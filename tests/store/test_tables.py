"""The tables are equal to the dataclasses, and the frozen baseline is equal to the tables."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Boolean, Integer

import caseapp.store
from caseapp.domain.record import kinds, specs
from caseapp.store.casebook import Casebook
from caseapp.store.record_rows import shape
from caseapp.store.schema_text import schema_text
from caseapp.store.search import SEARCHED
from caseapp.store.tables import METADATA, RECORD_TABLES

OWN = ["is_deleted", "is_disputed", "changed_on", "made", "heads"]


@pytest.mark.parametrize("kind", list(kinds()))
def test_a_table_has_a_column_for_each_field_of_its_dataclass(kind: str) -> None:
    cls, table = kinds()[kind], RECORD_TABLES[kind]
    assert list(table.columns.keys()) == [field.name for field in dataclasses.fields(cls)] + OWN
    for spec in specs(cls):
        column = table.columns[spec.attribute]
        assert column.nullable == spec.optional
        assert isinstance(column.type, Boolean) == (spec.base is bool)
        assert isinstance(column.type, Integer) == (spec.base is int)
    assert set(SEARCHED.get(kind, ())) <= set(shape(cls).wires)


def test_no_record_kind_takes_the_name_of_another_table() -> None:
    assert len(METADATA.tables) == len(RECORD_TABLES) + 11


def test_alembic_finds_nothing_to_do_in_a_new_casebook(casebook: Casebook) -> None:
    with casebook.read() as reader:
        context = MigrationContext.configure(
            reader.connection,
            opts={"include_name": lambda name, kind, _: not str(name).startswith("search_") or name == "search_entry"},
        )
        found = [entry for entry in compare_metadata(context, METADATA) if "search" not in str(entry)]
    assert found == []


def test_the_frozen_baseline_is_version_one() -> None:
    """Until the first release: python -m caseapp.store.schema_text > caseapp/store/baseline.sql."""
    frozen = (Path(caseapp.store.__file__).parent / "baseline.sql").read_text("utf-8")
    assert frozen == schema_text()
