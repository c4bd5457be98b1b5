"""The bundled samples in one real casebook, opened once for a run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from caseapp.work.importing import import_files
from caseapp.work.samples import sample_files
from caseapp.work.session import NewProfile, Session, create_with_key
from tests.vignettes.told import NOW, Sample


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Session, dict[str, str]]]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        folder = tmp_path_factory.mktemp("casebook") / "samples.casebook"
        session = create_with_key(folder, b"k" * 32, NewProfile("li", city="beijing"), NOW)
        done = import_files(session, sample_files(NOW.date()), NOW)
    with session:
        yield session, {case.label: case.id for case in done}


@pytest.fixture(scope="session")
def sample(opened):
    session, ids = opened
    return lambda name: Sample(session, ids[name])
