"""A casebook with the samples, made once; each test works on a copy of its own."""

from __future__ import annotations

import os
import shutil
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from caseapp.store.keys import FLOOR
from caseapp.work.session import NewProfile, create_casebook, sample_casebook

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))
PASSPHRASE = "gravel mitten oboe lantern"


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """Two casebooks made with the cheapest key derivation allowed, and the folder of their replica identities."""
    home = tmp_path_factory.mktemp("made")
    before = {name: os.environ.get(name) for name in ("HOME", "XDG_DATA_HOME")}
    os.environ.update(HOME=str(home), XDG_DATA_HOME=str(home / "data"))
    sample_casebook(home / "samples.casebook", PASSPHRASE, NOW, kdf=FLOOR).close()
    create_casebook(home / "empty.casebook", PASSPHRASE, NewProfile("li", city="beijing"), NOW, kdf=FLOOR).close()
    for name, value in before.items():
        os.environ.pop(name) if value is None else os.environ.update({name: value})
    return home


@pytest.fixture
def passphrase_file(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path


@pytest.fixture
def samples(made_once: Path, tmp_path: Path) -> Path:
    return _copy(made_once / "samples.casebook", tmp_path)


@pytest.fixture
def empty(made_once: Path, tmp_path: Path) -> Path:
    return _copy(made_once / "empty.casebook", tmp_path)


def _copy(made: Path, to: Path) -> Path:
    return Path(shutil.copytree(made, to / made.name))


@pytest.fixture
def caseapp(capsys, passphrase_file):
    """Run a command in English; its exit code, standard output and standard error."""
    from caseapp.cli.main import main

    def run(*words: object, lang: str = "en") -> tuple[int, str, str]:
        argv = [str(word) for word in words]
        if any(word.endswith(".casebook") for word in argv):
            argv += ["--passphrase-file", str(passphrase_file)]
        capsys.readouterr()
        code = main([*argv, "--lang", lang])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
