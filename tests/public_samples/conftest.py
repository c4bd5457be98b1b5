"""The twenty-two public cases in one real casebook, opened once for a run."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from caseapp.work.cases import case_rows
from caseapp.work.importing import import_files
from caseapp.work.samples import public_case_files
from caseapp.work.session import NewProfile, create_with_key
from tests.public_samples.told import NOW, Told


@pytest.fixture(scope="session")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Told]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        folder = tmp_path_factory.mktemp("casebook") / "public.casebook"
        session = create_with_key(folder, b"k" * 32, NewProfile("li"), NOW)
        ids = {case.label: case.id for case in import_files(session, public_case_files(NOW.date()), NOW)}
    assert len(case_rows(session)) == 22
    with session:
        yield cache(lambda name: Told(session, ids[f"public-{name}"]))
