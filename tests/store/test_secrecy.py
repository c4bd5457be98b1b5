"""No file written for a casebook shows a name: not the database, the log, the keys, the notes outside the folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from caseapp.domain.documents import Attachment
from caseapp.domain.ids import AttachmentId, new_id
from caseapp.domain.people import Person
from caseapp.errors import CaseAppError
from caseapp.store import opening
from caseapp.store.access_log import note_access
from caseapp.store.casebook import Casebook
from caseapp.store.keys import FLOOR
from caseapp.store.verify import verify
from tests.store.desk import NOW, begin_case

CANARIES = ("欧阳龘梅", "李𠮷四", "11010519491231002X", "13977771234", "li-juan-the-caseworker", "Sunflower Legal Aid")


def files_with(names: tuple[str, ...], *folders: Path) -> Iterator[tuple[str, str]]:
    forms = [(name, name.encode(code)) for name in names for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030")]
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                yield from ((path.name, name) for name, form in forms if form in content)
            for name in names:
                if name in path.name:
                    yield path.name, name


def test_planted_names_are_in_no_file_open_killed_or_closed(tmp_path: Path) -> None:
    home = Path(os.environ["HOME"])
    casebook = opening.create(tmp_path / "Desk.casebook", "a long passphrase", CANARIES[4], NOW, kdf=FLOOR)
    case = begin_case(casebook, name=CANARIES[0], story="、".join(CANARIES))
    with casebook.write("More", CANARIES[4], NOW) as writer:
        (person,) = writer.all(Person, name=CANARIES[0])
        writer.put(replace(person, name=CANARIES[1], phone=CANARIES[3]))
        blob = writer.add_blob("、".join(CANARIES).encode() * 5000)
        writer.put(Attachment(AttachmentId(new_id()), case.id, blob.id, CANARIES[0], "", date(2026, 5, 6)))
    note_access(casebook, CANARIES[4], "search", person.id, NOW)
    with casebook.read() as reader:
        assert len(reader.case_rows(CANARIES[1])) == 1
    assert verify(casebook).problems == ()

    assert (casebook.folder / "casebook.db-wal").stat().st_size > 0
    assert list(files_with(CANARIES, tmp_path, home)) == []
    casebook.close()
    assert list(files_with(CANARIES, tmp_path, home)) == []
    assert not (casebook.folder / "casebook.db-wal").exists()

    (tmp_path / "planted.txt").write_text(CANARIES[0], encoding="gb18030")
    assert list(files_with(CANARIES, tmp_path, home)) == [("planted.txt", CANARIES[0])]


def test_the_database_looks_like_noise(casebook: Casebook) -> None:
    for number in range(30):
        begin_case(casebook, name="名" * number)
    casebook.close()
    content = (casebook.folder / "casebook.db").read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert max(content.count(bytes([byte])) for byte in range(256)) < len(content) / 256 * 1.2


def test_a_database_error_never_carries_a_name(casebook: Casebook) -> None:
    with pytest.raises(CaseAppError) as caught, casebook.write("x", "li", NOW) as writer:
        writer.connection.execute(text("INSERT INTO nothing VALUES (:name)"), {"name": CANARIES[0]})
    error: BaseException | None = caught.value
    while error is not None:
        assert CANARIES[0] not in str(error) + repr(error)
        error = error.__cause__
    assert isinstance(caught.value.__cause__, SQLAlchemyError)


@pytest.mark.parametrize(
    ("setting", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("temp_store", 2), ("foreign_keys", 1),
     ("trusted_schema", 0), ("busy_timeout", 10_000), ("cell_size_check", 1)],
)  # fmt: skip
def test_both_doors_have_the_safe_settings(casebook: Casebook, setting: str, value: object) -> None:
    writing = casebook.opened().writing
    assert writing is not None
    with casebook.read() as reader:
        for connection in (reader.connection, writing):
            driver = connection.connection.cursor()
            assert driver.execute(f"PRAGMA {setting}").fetchone()[0] == value
            assert (
                not driver.execute("PRAGMA mmap_size").fetchone() or driver.execute("PRAGMA mmap_size").fetchone()[0] == 0
            )
            assert driver.execute("PRAGMA cipher_version").fetchone()[0]


def test_the_reading_door_cannot_write(casebook: Casebook) -> None:
    with pytest.raises(CaseAppError), casebook.read() as reader:
        reader.connection.execute(text("DELETE FROM person"))
