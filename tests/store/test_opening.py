"""Folders that are not, not yet, or no longer a casebook: one plain sentence, and nothing touched."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from caseapp.domain.people import Household
from caseapp.errors import CannotOpen, NotSaved
from caseapp.store import opening
from caseapp.store.casebook import Casebook
from tests.store.desk import KEY, NOW, begin_case


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "lock" and not path.name.endswith("-shm")
    }


def refused(folder: Path, key: bytes = KEY) -> str:
    before = fingerprint(folder) if folder.is_dir() else None
    with pytest.raises(CannotOpen) as caught:
        opening.open_with_key(folder, key, NOW)
    assert before is None or fingerprint(folder) == before
    assert "Traceback" not in str(caught.value)
    return str(caught.value)


def test_a_missing_or_foreign_folder_is_not_a_casebook(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "a file").write_text("x")
    for name in ("nothing", "photos", "a file"):
        assert "not a casebook" in refused(tmp_path / name)


def test_another_key_opens_nothing(casebook: Casebook) -> None:
    casebook.close()
    assert "cannot be read" in refused(casebook.folder, b"x" * 32)


@pytest.mark.parametrize("content", [b"", b"short", b"not a database at all" * 1000, os.urandom(8192)])
def test_a_file_that_is_no_database_is_told(casebook: Casebook, content: bytes) -> None:
    casebook.close()
    (casebook.folder / "casebook.db").write_bytes(content)
    assert "cannot be read" in refused(casebook.folder)


def test_a_database_without_encryption_is_refused(casebook: Casebook) -> None:
    casebook.close()
    database = casebook.folder / "casebook.db"
    database.unlink()
    plain = sqlite3.connect(database)
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    assert "without encryption" in refused(casebook.folder)


def test_a_newer_schema_is_refused_unharmed(casebook: Casebook) -> None:
    connection = casebook.opened().writing
    assert connection is not None
    connection.connection.cursor().execute("PRAGMA user_version = 99")
    casebook.close()
    assert "newer version" in refused(casebook.folder)


def test_keys_of_another_casebook_do_not_match(casebook: Casebook, tmp_path: Path) -> None:
    other = opening.create_with_key(tmp_path / "other.casebook", KEY, "li", NOW)
    other.close()
    casebook.close()
    shutil.copy(other.folder / "keys.json", casebook.folder / "keys.json")
    assert "key file" in refused(casebook.folder)


def test_nothing_is_made_where_something_is(casebook: Casebook, tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="already something"):
        opening.create_with_key(casebook.folder, KEY, "li", NOW)
    blocked = tmp_path / "file"
    blocked.write_text("x")
    with pytest.raises(NotSaved):
        opening.create_with_key(blocked / "a.casebook", KEY, "li", NOW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["Desk.casebook", "file"]


def test_a_second_opening_of_the_same_folder_is_told_so(casebook: Casebook) -> None:
    with pytest.raises(CannotOpen, match="already open"):
        opening.open_with_key(casebook.folder, KEY, NOW)


HOLD = """
import sys
from datetime import datetime
from pathlib import Path
from caseapp.store import opening
casebook = opening.open_with_key(Path(sys.argv[1]), bytes(range(32)), datetime.now().astimezone())
print("open", flush=True)
sys.stdin.read()
"""


def test_another_process_holds_the_folder_only_while_it_lives(casebook: Casebook) -> None:
    casebook.close()
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(casebook.folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(CannotOpen, match="already open"):
            opening.open_with_key(casebook.folder, KEY, NOW)
        other.send_signal(signal.SIGKILL)
    with opening.open_with_key(casebook.folder, KEY, NOW) as again:
        assert again.notices == ()
        assert again.letter == "A"


def test_a_flipped_byte_anywhere_in_the_database_is_noticed(casebook: Casebook) -> None:
    for number in range(20):
        begin_case(casebook, name=f"人{number}")
    casebook.close()
    database = casebook.folder / "casebook.db"
    sound = database.read_bytes()
    for place in range(5, len(sound), len(sound) // 40):
        database.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        try:
            with opening.open_with_key(casebook.folder, KEY, NOW) as again:
                from caseapp.store.verify import verify

                assert not verify(again).sound
        except CannotOpen:
            pass


@pytest.mark.skipif(os.geteuid() == 0 and not shutil.which("setpriv"), reason="as the superuser it needs setpriv")
def test_a_disk_that_cannot_be_written_is_read_all_the_same(casebook: Casebook, tmp_path: Path) -> None:
    case = begin_case(casebook)
    casebook.close()
    script = """
import sys
from datetime import datetime
from pathlib import Path
from caseapp.domain.people import Household
from caseapp.errors import NotSaved
from caseapp.store import opening
with opening.open_with_key(Path(sys.argv[1]), bytes(range(32)), datetime.now().astimezone()) as casebook:
    with casebook.read() as reader:
        print(reader.case_rows()[0].number, casebook.read_only)
    try:
        with casebook.write("x", "li", datetime.now().astimezone()) as writer:
            writer.put(Household("x"))
    except NotSaved as error:
        print(error)
"""
    for path in (*casebook.folder.rglob("*"), casebook.folder):
        path.chmod(path.stat().st_mode & ~0o222)
    # the superuser writes everywhere, unless that power is taken away first
    bound = ["setpriv", "--bounding-set", "-dac_override"] if os.geteuid() == 0 else []
    run = [*bound, sys.executable, "-c", script, str(casebook.folder)]
    done = subprocess.run(run, capture_output=True, text=True, cwd=Path(opening.__file__).parents[2], check=False)
    assert done.stdout.splitlines() == [
        f"{case.number} True",
        "This casebook lies on a disk that cannot be written: read and print as usual; to change it, copy it first.",
    ], done.stderr


def test_a_full_disk_loses_nothing_but_the_last_save_and_goes_on_when_there_is_room(casebook: Casebook) -> None:
    case = begin_case(casebook)
    connection = casebook.opened().writing
    assert connection is not None
    driver = connection.connection.cursor()
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    driver.execute(f"PRAGMA max_page_count = {pages}")
    before = casebook.sequence
    with pytest.raises(NotSaved, match="disk is full"), casebook.write("Much", "li", NOW) as writer:
        for number in range(2000):
            writer.put(Household(f"h{number}", "x" * 500))  # type: ignore[arg-type]
    assert casebook.sequence == before
    driver.execute("PRAGMA max_page_count = 1000000")
    with casebook.write("Little", "li", NOW) as writer:
        writer.put(Household("h", "x"))  # type: ignore[arg-type]
    with casebook.read() as reader:
        assert reader.case_file(case.id) is not None
        assert [household.label for household in reader.all(Household, label="x")] == ["x"]
