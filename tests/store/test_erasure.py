"""Erased is erased: not in a page, a log or a file, and it does not come back with an older copy."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from caseapp.domain.cases import Case
from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.documents import Attachment
from caseapp.domain.ids import AttachmentId, ConsentId, new_id
from caseapp.domain.people import Person
from caseapp.errors import NotSaved
from caseapp.store import opening
from caseapp.store.casebook import Casebook
from caseapp.store.erasure import erase_case, erase_person
from caseapp.store.sharing import apply_changes, changes_since, vector
from caseapp.store.verify import verify
from tests.store.desk import KEY, NOW, begin_case

NAME = "欧阳龘梅"
PHONE = "13977771234"


def person_of(casebook: Casebook, name: str = NAME) -> Person:
    with casebook.read() as reader:
        return reader.all(Person, name=name)[0]


def decrypted(casebook: Casebook) -> bytes:
    """Every page of database and log as SQLite sees it, free pages too (SQLCipher 4: AES-256-CBC, 80 bytes reserved)."""
    database = (casebook.folder / "casebook.db").read_bytes()
    log = casebook.folder / "casebook.db-wal"
    frames = log.read_bytes()[32:] if log.exists() else b""
    pages = [database[start : start + 4096] for start in range(0, len(database), 4096)]
    pages += [frames[start + 24 : start + 4120] for start in range(0, len(frames), 4120)]
    found = []
    for page in pages:
        for start in (0, 16):  # the first page begins with the salt
            cipher = Cipher(algorithms.AES(KEY), modes.CBC(page[4016:4032])).decryptor()
            found.append(cipher.update(page[start:4016]))
    return b"\n".join(found)


def traces(casebook: Casebook, *texts: str) -> list[str]:
    """Which texts (or their form in the search index) can be read in some page by who has the key."""
    content = decrypted(casebook)
    assert b"journal_changeset" in content
    forms = {text: (text.encode(), " ".join(f"{ord(character):x}" for character in text).encode()) for text in texts}
    return [text for text, wanted in forms.items() if any(form in content for form in wanted)]


def test_an_erased_person_leaves_no_trace_in_decrypted_pages(casebook: Casebook) -> None:
    begin_case(casebook, name=NAME)
    person = person_of(casebook)
    with casebook.write("Renamed", "li", NOW) as writer:
        writer.put(replace(person, name="后来的名字", phone=PHONE))
    assert traces(casebook, NAME, "后来的名字", PHONE) == [NAME, "后来的名字", PHONE]
    erase_person(casebook, person.id, "li", NOW)
    assert traces(casebook, NAME, "后来的名字", PHONE) == []
    assert verify(casebook).problems == ()
    with casebook.read() as reader:
        assert reader.history()[0].intention == "Person erased"
        assert reader.search(NAME) == frozenset()


def test_an_erased_case_takes_its_people_and_files_and_leaves_those_shared_with_others(casebook: Casebook) -> None:
    case, other = begin_case(casebook, name=NAME, story="only here"), begin_case(casebook, name="别人")
    shared = person_of(casebook, "别人")
    with casebook.write("More", "li", NOW) as writer:
        blob = writer.add_blob(b"content")
        writer.put(Attachment(AttachmentId(new_id()), case.id, blob.id))
        consent = Consent(ConsentId(new_id()), person_of(casebook).id, Purpose.KEEP_CASE, case.id, date(2026, 5, 6))
        writer.put(consent)
        writer.put(replace(shared, nickname="阿别"))
    erase_case(casebook, case.id, "li", NOW)
    assert traces(casebook, NAME, "only here", "别人") == ["别人"]
    assert list((casebook.folder / "attachments").iterdir()) == []
    assert verify(casebook).problems == ()
    with casebook.read() as reader:
        assert [row.number for row in reader.case_rows()] == [other.number]
        assert reader.all(Consent) == (consent,)


def test_what_was_erased_cannot_be_written_again_nor_comes_back(casebook: Casebook) -> None:
    case = begin_case(casebook, name=NAME)
    person = person_of(casebook)
    casebook.close()
    folder = Path(shutil.copytree(casebook.folder, casebook.folder.with_name("Other.casebook")))
    with opening.open_with_key(casebook.folder, KEY, NOW) as one, opening.open_with_key(folder, KEY, NOW) as other:
        erase_person(one, person.id, "li", NOW)
        with pytest.raises(NotSaved, match="erased"), one.write("Again", "li", NOW) as writer:
            writer.put(person)
        with other.write("Edited beside the erasure", "wang", NOW) as writer:
            writer.put(replace(person, phone=PHONE))
        apply_changes(one, changes_since(other, vector(one)), "li", NOW)
        apply_changes(other, changes_since(one, vector(other)), "wang", NOW)
        for casebook_ in (one, other):
            assert traces(casebook_, NAME, PHONE) == []
            assert verify(casebook_).problems == ()
            with casebook_.read() as reader:
                assert reader.get(Person, person.id, deleted=True) is None
                assert reader.get(Case, case.id) is not None
