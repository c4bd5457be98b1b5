"""Copies, restored folders and lost tails: who may go on as which replica, and what is said."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from caseapp import paths
from caseapp.store import opening
from caseapp.store.casebook import Casebook
from caseapp.store.sharing import Fork, apply_changes, changes_since, vector
from caseapp.store.verify import verify
from tests.store.desk import KEY, NOW, begin_case


def reopened(folder: Path) -> Casebook:
    return opening.open_with_key(folder, KEY, NOW, handle="li")


def copied(folder: Path, name: str) -> Path:
    return Path(shutil.copytree(folder, folder.with_name(name)))


def test_the_same_folder_goes_on_as_the_same_replica(casebook: Casebook) -> None:
    begin_case(casebook)
    replica, sequence = casebook.replica, casebook.sequence
    casebook.close()
    with reopened(casebook.folder) as again:
        assert (again.replica, again.letter, again.sequence) == (replica, "A", sequence)


def test_a_copy_beside_the_open_original_gets_a_letter_of_its_own(casebook: Casebook) -> None:
    casebook.close()
    folder = copied(casebook.folder, "Copy.casebook")
    with reopened(casebook.folder) as original, reopened(folder) as copy:
        assert (original.letter, copy.letter) == ("A", "B")
        assert begin_case(copy).number == "2026-B001"
        assert begin_case(original).number == "2026-A001"
        with copy.read() as reader:
            assert "works on its own" in reader.history()[1].intention


def test_of_two_copies_used_in_turn_the_older_one_begins_anew_and_no_entry_is_lost(casebook: Casebook) -> None:
    casebook.close()
    folder = copied(casebook.folder, "Copy.casebook")
    with reopened(casebook.folder) as original:
        begin_case(original)
    with reopened(folder) as copy:
        assert copy.letter == "B"
        begin_case(copy)
        with reopened(casebook.folder) as original:
            assert original.letter == "A"
            assert original.notices == ()
            for here, there in ((original, copy), (copy, original)):
                applied = apply_changes(here, changes_since(there, vector(here)), "li", NOW)
                assert applied.forks == ()
                with here.read() as reader:
                    assert sorted(row.number for row in reader.case_rows()) == ["2026-A001", "2026-B001"]


def test_a_folder_moved_to_another_computer_begins_anew(casebook: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    replica = casebook.replica
    casebook.close()
    monkeypatch.setenv("XDG_DATA_HOME", str(casebook.folder.parent / "elsewhere"))
    with reopened(casebook.folder) as moved:
        assert moved.replica != replica
        assert moved.letter == "B"


def test_when_identity_and_folder_are_cloned_together_both_entries_are_kept_and_named(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook.close()
    folder = copied(casebook.folder, "Clone.casebook")
    home = paths.user_data()
    clone_home = casebook.folder.parent / "clone-home"
    shutil.copytree(home, clone_home / "caseapp")
    with reopened(casebook.folder) as original:
        begin_case(original, name="一")
        monkeypatch.setenv("XDG_DATA_HOME", str(clone_home))
        with reopened(folder) as clone:
            assert clone.replica == original.replica
            begin_case(clone, name="二")
            begin_case(clone, name="三")
            forked, seq = clone.replica, 2
            told = apply_changes(original, changes_since(clone, vector(original)), "li", NOW)
            assert told.forks == (Fork(forked, seq),)
            assert original.replica != forked
            apply_changes(clone, changes_since(original, vector(clone)), "li", NOW)
            for casebook_ in (original, clone):
                with casebook_.read() as reader:
                    assert {row.client for row in reader.case_rows()} == {"一", "二", "三"}
                assert verify(casebook_).sound
                assert begin_case(casebook_).number not in {"2026-A001", "2026-A002"}


def test_a_lost_tail_is_told_and_the_chain_begins_anew(casebook: Casebook) -> None:
    begin_case(casebook)
    casebook.close()
    old = (casebook.folder / "casebook.db").read_bytes()
    with reopened(casebook.folder) as again:
        begin_case(again)
        begin_case(again)
        replica = again.replica
    (casebook.folder / "casebook.db").write_bytes(old)
    with reopened(casebook.folder) as again:
        (notice,) = again.notices
        assert notice.values == {"count": 2}
        assert "may be missing" in str(notice)
        assert again.replica != replica
    with reopened(casebook.folder) as again:
        assert again.notices == ()


def test_an_older_copy_of_the_whole_folder_is_noticed_where_the_newer_was_seen(casebook: Casebook) -> None:
    casebook.close()
    old = copied(casebook.folder, "Old")
    with reopened(casebook.folder) as again:
        begin_case(again)
        replica = again.replica
    shutil.rmtree(casebook.folder)
    old.rename(casebook.folder)
    with reopened(casebook.folder) as restored:
        assert restored.replica != replica


@pytest.mark.parametrize("how", ["gone", "empty", "other"])
def test_a_head_file_put_back_from_elsewhere_is_told(casebook: Casebook, how: str) -> None:
    head = casebook.folder / "head"
    other = head.read_bytes()
    for _ in range(4):
        begin_case(casebook)
    casebook.close()
    if how == "gone":
        head.unlink()
    else:
        head.write_bytes(other if how == "other" else b"")
    with reopened(casebook.folder) as again:
        assert "does not belong" in str(again.notices[0])
        assert verify(again).sound


def test_one_torn_slot_of_the_head_is_not_an_alarm(casebook: Casebook) -> None:
    begin_case(casebook)
    begin_case(casebook)
    newest = casebook.sequence % 2
    casebook.close()
    with (casebook.folder / "head").open("r+b") as file:
        file.seek(newest * 512)
        file.write(os.urandom(100))
    with reopened(casebook.folder) as again:
        assert again.notices == ()


@pytest.mark.parametrize("damage", ["flip", "cut"])
def test_a_damaged_log_of_a_killed_process_is_never_silent(casebook: Casebook, damage: str) -> None:
    begin_case(casebook)
    casebook.close()
    with reopened(casebook.folder) as again:
        for _ in range(6):
            begin_case(again)
        sequence = again.sequence
        crashed = copied(again.folder, "Crashed")
    log = crashed / "casebook.db-wal"
    (crashed / "casebook.db-shm").unlink()
    whole = log.read_bytes()
    for part in range(1, 12):
        broken = copied(crashed, f"Broken{part}")
        place = len(whole) * part // 12
        changed = whole[:place] + bytes([whole[place] ^ 16]) + whole[place + 1 :] if damage == "flip" else whole[:place]
        (broken / "casebook.db-wal").write_bytes(changed)
        with reopened(broken) as again:
            told = [notice.values["count"] for notice in again.notices if "count" in notice.values]
            assert told == [sequence - (again.sequence - 1)] if again.notices else again.sequence >= sequence
            assert verify(again).sound
