"""The key file: dear to guess, telling nothing, refusing to be weakened."""

from __future__ import annotations

import json
import statistics
import time
from pathlib import Path
from typing import Any

import pytest

from caseapp.errors import CannotOpen
from caseapp.store import faults, keys, opening
from caseapp.store.keys import FLOOR, KdfParameters
from tests.store.desk import NOW

PASS = "  六个 词 of it 😀 ok "


@pytest.fixture(scope="module")
def key_file() -> keys.KeyFile:
    empty = keys.KeyFile("11111111-2222-4333-8444-555555555555", "0.1.0")
    one = keys.with_user(empty, PASS, "li-juan-7", b"k" * 32, FLOOR)
    return keys.with_user(one, "another passphrase", "wang-wei-3", b"k" * 32, FLOOR)


def refused(key_file: keys.KeyFile, passphrase: str, handle: str | None = None) -> str:
    with pytest.raises(CannotOpen) as caught:
        keys.unlock(key_file, passphrase, handle)
    return caught.value.template


def test_each_person_opens_with_their_own_passphrase(key_file: keys.KeyFile) -> None:
    assert keys.unlock(key_file, PASS, "li-juan-7") == (b"k" * 32, "li-juan-7")
    assert keys.unlock(key_file, "another passphrase") == (b"k" * 32, "wang-wei-3")


def test_wrong_passphrase_unknown_person_and_anothers_passphrase_say_the_same(key_file: keys.KeyFile) -> None:
    answers = {refused(key_file, PASS[:-1]), refused(key_file, PASS, "nobody"), refused(key_file, PASS, "wang-wei-3")}
    assert answers == {faults.WRONG_PASSPHRASE}


def test_an_unknown_person_takes_as_long_as_a_wrong_passphrase(key_file: keys.KeyFile) -> None:
    def seconds(passphrase: str, handle: str) -> float:
        start = time.perf_counter()
        refused(key_file, passphrase, handle)
        return time.perf_counter() - start

    wrong = statistics.median(seconds("no", "li-juan-7") for _ in range(2))
    unknown = statistics.median(seconds("no", "nobody") for _ in range(2))
    assert 0.4 < wrong / unknown < 2.5


def test_handles_and_key_are_not_in_the_file(key_file: keys.KeyFile) -> None:
    content = key_file.to_bytes()
    assert b"li-juan-7" not in content
    assert b"wang-wei-3" not in content
    assert b"k" * 8 not in content


@pytest.mark.parametrize("field", ["memory_kib", "passes", "lanes", "salt", "label"])
def test_a_slot_whose_header_was_changed_does_not_open(key_file: keys.KeyFile, tmp_path: Path, field: str) -> None:
    content = json.loads(key_file.to_bytes())
    slot: dict[str, Any] = content["slots"][0]
    slot[field] = slot[field] + 1 if isinstance(slot[field], int) else content["slots"][1][field]
    (tmp_path / "keys.json").write_text(json.dumps(content))
    changed = keys.read_key_file(tmp_path / "keys.json")
    assert refused(changed, PASS) == faults.WRONG_PASSPHRASE


@pytest.mark.parametrize(("field", "value"), [("memory_kib", 8), ("passes", 1), ("memory_kib", 2**30), ("passes", 10**6)])
def test_a_weakened_or_ruinous_header_is_refused_at_once(
    key_file: keys.KeyFile, tmp_path: Path, field: str, value: int
) -> None:
    content = json.loads(key_file.to_bytes())
    content["slots"][0][field] = value
    (tmp_path / "keys.json").write_text(json.dumps(content))
    start = time.perf_counter()
    assert refused(keys.read_key_file(tmp_path / "keys.json"), PASS) == faults.KEYS_WEAK
    assert time.perf_counter() - start < 1


def test_slots_of_another_casebook_do_not_open(key_file: keys.KeyFile) -> None:
    moved = keys.KeyFile("99999999-2222-4333-8444-555555555555", "0.1.0", key_file.slots)
    assert refused(moved, PASS) == faults.WRONG_PASSPHRASE


def test_a_slot_of_a_type_to_come_is_kept(key_file: keys.KeyFile, tmp_path: Path) -> None:
    share = keys.Slot("recovery", {"version": 1, "anything": ["x"]})
    keys.write_key_file(tmp_path / "keys.json", keys.KeyFile(key_file.casebook, "9", (*key_file.slots, share)))
    again = keys.read_key_file(tmp_path / "keys.json")
    assert again.slots[-1] == share
    assert keys.unlock(again, PASS, "li-juan-7")[1] == "li-juan-7"


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b'{"format": "caseapp-keys"}', b"[" * 100_000])
def test_a_damaged_key_file_is_told_plainly(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "keys.json").write_bytes(content)
    with pytest.raises(CannotOpen, match="key file"):
        keys.read_key_file(tmp_path / "keys.json")


def test_a_key_file_of_a_newer_version_is_refused_by_its_number(tmp_path: Path) -> None:
    content = {"format": "caseapp-keys", "version": 2, "casebook": "x", "program": "2.3", "slots": []}
    (tmp_path / "keys.json").write_text(json.dumps(content))
    with pytest.raises(CannotOpen, match=r"newer version \(2.3\)"):
        keys.read_key_file(tmp_path / "keys.json")


def test_the_default_is_dearer_than_the_floor_and_within_bounds() -> None:
    assert KdfParameters().within_bounds()
    assert keys.default_parameters().memory_kib >= FLOOR.memory_kib
    assert not KdfParameters(65_535, 3, 4).within_bounds()


def test_a_casebook_opens_with_the_passphrase_it_was_made_with(tmp_path: Path) -> None:
    opening.create(tmp_path / "a.casebook", PASS, "li", NOW, kdf=FLOOR).close()
    with pytest.raises(CannotOpen, match="passphrase"):
        opening.open_with_passphrase(tmp_path / "a.casebook", PASS + "x", NOW)
    with opening.open_with_passphrase(tmp_path / "a.casebook", PASS, NOW) as again:
        assert again.handle == "li"
        assert again.notices == ()
