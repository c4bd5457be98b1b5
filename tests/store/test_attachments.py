"""Files beside the database: kept once, each under its own key, and any change noticed."""

from __future__ import annotations

import os
import shutil
from datetime import date

import pytest

from caseapp.domain.documents import Attachment, Blob
from caseapp.domain.ids import AttachmentId, new_id
from caseapp.errors import BadInput, CannotOpen
from caseapp.store import opening
from caseapp.store.attachments import absent
from caseapp.store.casebook import Casebook
from caseapp.store.sharing import apply_changes, changes_since, vector
from caseapp.store.verify import verify
from tests.store.desk import KEY, NOW, begin_case

LARGE = os.urandom(65_536) + b"tail of the second chunk"


def attach(casebook: Casebook, content: bytes) -> Blob:
    case = begin_case(casebook)
    with casebook.write("File attached", "li", NOW) as writer:
        blob = writer.add_blob(content)
        writer.put(Attachment(AttachmentId(new_id()), case.id, blob.id, "通知.pdf", "application/pdf", date(2026, 5, 6)))
    return blob


@pytest.mark.parametrize("content", [b"", b"x", LARGE, b"\0" * 65_536, b"\0" * 131_072])
def test_a_file_comes_back_as_it_was(casebook: Casebook, content: bytes) -> None:
    blob = attach(casebook, content)
    casebook.close()
    with opening.open_with_key(casebook.folder, KEY, NOW) as again, again.read() as reader:
        assert reader.blob_bytes(blob.id) == content
        assert blob.size == len(content)


def test_the_same_bytes_are_kept_once(casebook: Casebook) -> None:
    assert attach(casebook, LARGE) == attach(casebook, LARGE)
    assert len(list((casebook.folder / "attachments").iterdir())) == 1


@pytest.mark.parametrize("damage", ["flip", "cut", "longer", "chunks swapped", "another file", "gone"])
def test_any_change_of_a_file_is_noticed(casebook: Casebook, damage: str) -> None:
    content = os.urandom(3 * 65_536)
    blob, other = attach(casebook, content), attach(casebook, b"other")
    path = casebook.folder / "attachments" / blob.id
    sealed, head, step = path.read_bytes(), 15, 65_536 + 16
    changed = {
        "flip": sealed[:70_000] + bytes([sealed[70_000] ^ 1]) + sealed[70_001:],
        "cut": sealed[: head + step],
        "longer": sealed + b"x",
        "chunks swapped": sealed[:head] + sealed[head + step : head + 2 * step] + sealed[head : head + step]
        + sealed[head + 2 * step :],
        "another file": (casebook.folder / "attachments" / other.id).read_bytes(),
    }  # fmt: skip
    path.unlink()
    if damage in changed:
        path.write_bytes(changed[damage])
    with casebook.read() as reader, pytest.raises(CannotOpen):
        reader.blob_bytes(blob.id)
    problems = verify(casebook).problems
    assert [problem.record for problem in problems] == [blob.id]


def test_a_unit_of_work_that_fails_leaves_no_file(casebook: Casebook) -> None:
    with pytest.raises(LookupError), casebook.write("x", "li", NOW) as writer:
        writer.add_blob(LARGE)
        raise LookupError
    assert list((casebook.folder / "attachments").iterdir()) == []


def test_what_an_interrupted_save_left_is_swept_at_the_next_opening(casebook: Casebook) -> None:
    blob = attach(casebook, LARGE)
    folder = casebook.folder / "attachments"
    (folder / new_id()).write_bytes(b"left over")
    (folder / "x.1234.part").write_bytes(b"left over")
    casebook.close()
    with opening.open_with_key(casebook.folder, KEY, NOW):
        assert [path.name for path in folder.iterdir()] == [blob.id]


def test_where_entries_may_be_missing_no_file_is_swept(casebook: Casebook) -> None:
    casebook.close()
    old = (casebook.folder / "casebook.db").read_bytes()
    with opening.open_with_key(casebook.folder, KEY, NOW) as again:
        blob = attach(again, LARGE)
    (casebook.folder / "casebook.db").write_bytes(old)
    with opening.open_with_key(casebook.folder, KEY, NOW) as again:
        assert again.notices
        assert (casebook.folder / "attachments" / blob.id).exists()


def test_a_file_spoken_of_elsewhere_is_absent_until_it_comes(casebook: Casebook) -> None:
    casebook.close()
    folder = shutil.copytree(casebook.folder, casebook.folder.with_name("Other.casebook"))
    with (
        opening.open_with_key(casebook.folder, KEY, NOW) as one,
        opening.open_with_key(folder, KEY, NOW) as other,  # type: ignore[arg-type]
    ):
        blob = attach(one, LARGE)
        apply_changes(other, changes_since(one, vector(other)), "li", NOW)
        with other.read() as reader:
            assert absent(reader.connection) == {blob.id}
            with pytest.raises(CannotOpen, match="not reached"):
                reader.blob_bytes(blob.id)
        with pytest.raises(BadInput), other.write("File received", "li", NOW) as writer:
            writer.receive_blob(blob.id, b"something else")
        with other.write("File received", "li", NOW) as writer:
            writer.receive_blob(blob.id, LARGE)
        with other.read() as reader:
            assert reader.blob_bytes(blob.id) == LARGE
        assert verify(other).problems == ()
