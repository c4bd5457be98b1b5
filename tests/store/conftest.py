"""A real encrypted casebook, opened by its raw key so that key derivation costs nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from caseapp.store import opening
from caseapp.store.casebook import Casebook
from tests.store.desk import KEY, NOW


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    made = opening.create_with_key(tmp_path / "Desk.casebook", KEY, "li", NOW)
    yield made
    made.close()
