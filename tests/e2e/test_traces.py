"""Nothing of a client lies on the disk in clear: not in the casebook, not in HOME, not in TMPDIR; and nothing is left in
the window after a lock. The only files that may name anybody are the two that were exported on purpose."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e import family
from tests.e2e.day import MOMENTS, Day
from tests.e2e.traces import ENCODINGS, HIDDEN_IN_JSON, spelled, traces, written

pytestmark = pytest.mark.xdist_group("whole job")

NAMED = (family.MOTHER, family.CHILD, family.PHONE, family.MOTHER_ID)


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_file_holds_a_word_of_the_client(day: Day, moment: str):
    assert day.on_disk[moment] == []


def test_no_file_is_written_but_those_that_are_known(day: Day):
    (casebook,) = day.computer.casebooks()
    everything = set(written((day.computer.folder,)))
    inside = {path for path in everything if path.is_relative_to(casebook)}
    outside = {path.relative_to(day.computer.folder).as_posix() for path in everything - inside}
    replicas = {path for path in outside if path.startswith("home/.local/share/caseapp/replicas/")}
    assert outside - replicas == {
        "home/.config/caseapp/settings.json", "home/Documents/card.pdf", "home/Documents/application.pdf",
    }  # fmt: skip
    assert len(replicas) == 1
    assert {path.name for path in inside if path.parent == casebook} == {"casebook.db", "head", "keys.json", "lock"}


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


def test_after_the_lock_the_window_holds_no_word_of_the_client(day: Day):
    before, after = (
        [text for text in texts if holds_a_secret(text)] for texts in (day.held_while_open, day.held_after_lock)
    )
    assert len(before) > 20, "the window showed the case before"
    assert after == []
    assert day.held_after_lock != []


def holds_a_secret(text: str) -> bool:
    return any(word in text for word in family.SECRETS)
