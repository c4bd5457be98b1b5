"""The search for names that the whole job is held to finds a name that does lie on the disk, however it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import family
from tests.e2e.traces import ENCODINGS, HIDDEN_IN_JSON, spelled, traces

NAMED = (family.MOTHER, family.CHILD, family.PHONE, family.MOTHER_ID)


@pytest.mark.parametrize("encoding", [*ENCODINGS, HIDDEN_IN_JSON])
@pytest.mark.parametrize("word", NAMED)
def test_a_name_that_does_lie_there_is_found(tmp_path: Path, word: str, encoding: str):
    data = dict(spelled(word)).get(encoding, word.encode())
    hidden = tmp_path / ".cache" / "thumbnails" / "x.bin"
    hidden.parent.mkdir(parents=True)
    hidden.write_bytes(b"\x00\x81" * 500 + data + b"\xfe" * 99)
    assert any(word in found for found in traces((tmp_path,), family.SECRETS))
    assert traces((tmp_path,), family.SECRETS, but=(hidden,)) == []


def test_a_file_called_by_a_name_is_found(tmp_path: Path):
    (tmp_path / f"{family.CHILD}.pdf").touch()
    assert traces((tmp_path,), family.SECRETS) != []
