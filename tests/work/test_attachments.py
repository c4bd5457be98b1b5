"""Files of papers: what comes in is kept whole or refused plainly; what goes out tells nothing but its pages."""

from __future__ import annotations

import hashlib
import io
from datetime import datetime, timedelta, timezone

import pypdfium2
import pytest
from PIL import Image

from caseapp.domain.documents import Document, in_page_order
from caseapp.domain.media import media_type
from caseapp.errors import BadInput, NotSaved
from caseapp.work.attachments import (
    Pasted,
    attach_file,
    attach_files,
    attachment_bytes,
    order_files,
    pages_shown,
    save_as_one,
    save_copy,
    save_original,
)
from caseapp.work.cases import case_file

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=timezone(timedelta(hours=8)))
GPS = 0x8825


def photo(colour="red", size=(60, 80)) -> bytes:
    """A JPEG that tells where and with what it was taken."""
    exif = Image.Exif()
    exif[0x0110] = "PHONE-OF-LI"
    exif.get_ifd(GPS)[2] = (39.0, 54.0, 26.0)
    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "JPEG", exif=exif)
    return out.getvalue()


def files_of(session, case):
    return in_page_order(case_file(session, case).attachments)


def test_an_attached_file_comes_back_byte_by_byte(session, case, tmp_path):
    content = b"%PDF-1.7 " + bytes(range(256)) * 400
    (tmp_path / "信.pdf").write_bytes(content)
    attach_file(session, case, tmp_path / "信.pdf", now=NOW)
    attached = case_file(session, case).attachments[0]
    assert (attached.name, attached.media_type) == ("信.pdf", "application/pdf")
    assert attachment_bytes(session, attached) == content
    assert content[:40] not in b"".join(path.read_bytes() for path in session.casebook.folder.rglob("*") if path.is_file())


def test_a_file_that_is_not_there_or_too_large_is_refused(session, case, tmp_path, monkeypatch):
    with pytest.raises(BadInput, match=r"absent\.pdf"):
        attach_file(session, case, tmp_path / "absent.pdf", now=NOW)
    monkeypatch.setattr("caseapp.work.attachments.ATTACHMENT_LIMIT", 10)
    (tmp_path / "large.pdf").write_bytes(b"x" * 11)
    with pytest.raises(BadInput, match="50 MiB"):
        attach_file(session, case, tmp_path / "large.pdf", now=NOW)


@pytest.mark.parametrize("name", ["fdp.exe\u202e", "a" * 300, "a\nb.pdf"])
def test_a_file_name_that_would_deceive_is_refused(session, case, tmp_path, name):
    (tmp_path / "x").write_bytes(b"x")
    with pytest.raises(BadInput):
        attach_file(session, case, tmp_path / "x", name=name, now=NOW)


def test_what_a_file_is_goes_by_its_content():
    assert media_type("photo.pdf", b"\x89PNG\r\n\x1a\n") == "image/png"
    assert media_type("letter.pdf", b"MZ\x90") == "application/octet-stream"


def test_photographs_of_one_paper_become_its_pages_in_an_order_that_can_be_changed(session, case, tmp_path):
    paths = [tmp_path / name for name in ("IMG_10.jpg", "IMG_9.jpg")]
    for path, colour in zip(paths, ("red", "blue"), strict=True):
        path.write_bytes(photo(colour))
    answers = attach_files(session, Document("", case, "rental_contract"), [*paths, Pasted("Z.jpg", photo("green"))], NOW)
    assert [(answer.name, bool(answer.kept), answer.note) for answer in answers] == [
        ("IMG_9.jpg", True, None), ("IMG_10.jpg", True, None), ("Z.jpg", True, None)
    ]  # fmt: skip
    (document,) = case_file(session, case).documents
    assert {one.document for one in files_of(session, case)} == {document.id}
    order_files(session, files_of(session, case)[::-1], NOW)
    assert [one.name for one in files_of(session, case)] == ["Z.jpg", "IMG_10.jpg", "IMG_9.jpg"]
    again = attach_files(session, document, [tmp_path / "IMG_9.jpg"], NOW)
    assert again[0].kept is None and "already" in again[0].note.template
    save_as_one(session, files_of(session, case), tmp_path / "all.pdf")
    pdf = pypdfium2.PdfDocument(tmp_path / "all.pdf")
    assert len(pdf) == 3 and not any(pdf.get_metadata_dict().values())
    assert b"PHONE-OF-LI" not in (tmp_path / "all.pdf").read_bytes()


@pytest.mark.parametrize(
    ("name", "content", "kept", "said"),
    [
        ("a.heic", b"\0\0\0\x18ftypheic" + bytes(40), True, None),
        ("信.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), True, "password"),
        ("信.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), True, None),
        ("信.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(40), True, "never run"),
        ("letter.pdf", b"MZ\x90" + bytes(40), True, "not what its name says"),
        ("page.html", b"<html><script>", True, "never run"),
        ("link.lnk", b"L\0\0\0", True, "never run"),
        ("empty.jpg", b"", False, "empty"),
        ("a\u202efdp.png", b"\x89PNG\r\n\x1a\n", True, "shown as"),
        ("名" * 70 + ".png", b"\x89PNG\r\n\x1a\n", True, None),
    ],
)
def test_what_is_no_paper_is_kept_and_named_or_refused_with_what_to_do(session, case, tmp_path, name, content, kept, said):
    (tmp_path / name).write_bytes(content)
    (answer,) = attach_files(session, Document("", case, "rental_contract"), [tmp_path / name], NOW)
    assert bool(answer.kept) is kept
    assert (said in answer.note.template) if said else answer.note is None
    assert "\u202e" not in answer.name
    assert len(case_file(session, case).documents) == kept


def test_a_folder_or_a_file_that_went_away_does_not_hold_up_the_others(session, case, tmp_path):
    (tmp_path / "a.png").write_bytes(photo())
    wanted = [tmp_path / "b.png", tmp_path, tmp_path / "a.png"]
    answers = attach_files(session, Document("", case, "rental_contract"), wanted, NOW)
    assert sorted(bool(answer.kept) for answer in answers) == [False, False, True]
    assert len(case_file(session, case).attachments) == 1


def test_a_copy_tells_neither_place_nor_device_and_the_original_comes_back_as_it_was(session, case, tmp_path):
    (tmp_path / "a.jpg").write_bytes(photo())
    attach_file(session, case, tmp_path / "a.jpg", now=NOW)
    (kept,) = files_of(session, case)
    save_copy(session, kept, tmp_path / "copy.jpg")
    with Image.open(tmp_path / "copy.jpg") as copy:
        assert not copy.getexif()
        assert copy.size == (60, 80)
    assert save_original(session, kept, tmp_path / "original.jpg") == hashlib.sha256(photo()).hexdigest()
    assert (tmp_path / "original.jpg").read_bytes() == photo()
    with pytest.raises(NotSaved):
        save_original(session, kept, tmp_path / "absent" / "x.jpg")


def test_only_the_pages_asked_for_are_drawn(session, case, tmp_path):
    pdf = pypdfium2.PdfDocument.new()
    for _page in range(12):
        pdf.new_page(200, 100)
    pdf.save(tmp_path / "a.pdf")
    attach_file(session, case, tmp_path / "a.pdf", now=NOW)
    found = pages_shown(session, files_of(session, case)[0], width=100, first=11, most=4)
    assert (found.total, [(page.width, page.height) for page in found.pages]) == (12, [(100, 50)])
    assert pages_shown(session, files_of(session, case)[0], width=100, first=12).pages == ()


def test_a_recording_is_kept_but_neither_shown_nor_bound(session, case, tmp_path):
    (tmp_path / "a.amr").write_bytes(b"#!AMR\n" + bytes(99))
    attach_file(session, case, tmp_path / "a.amr", now=NOW)
    (kept,) = files_of(session, case)
    assert kept.media_type == "audio/amr"
    for refused in (lambda: pages_shown(session, kept, width=99), lambda: save_as_one(session, [kept], tmp_path / "x.pdf")):
        with pytest.raises(BadInput):
            refused()
    assert not (tmp_path / "x.pdf").exists()
