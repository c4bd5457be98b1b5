"""The words of a DOCX from outside: read where they are harmless, refused in a sentence where they are not."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from caseapp.domain.media import DOCX
from caseapp.errors import BadInput
from caseapp.paper import foreign_text
from caseapp.paper.foreign_pages import foreign_pages
from caseapp.paper.foreign_reading import Refused
from caseapp.paper.foreign_text import words_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="urn:mc"'


def docx(body: str, *, before: str = "", name: str = "word/document.xml") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f'<?xml version="1.0"?>{before}<w:document {W}><w:body>{body}</w:body></w:document>')
    return out.getvalue()


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_paragraphs_and_tables_stand_in_their_order_and_are_shown_as_pages():
    file, out = Document(), io.BytesIO()
    file.add_paragraph("在职证明")
    table = file.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "姓名", "甲 <b>"
    file.add_paragraph("二〇二六年")
    file.save(out)
    assert words_of(out.getvalue()) == (("在职证明", (("姓名", "甲 <b>"),), "二〇二六年"), False)
    found = foreign_pages(out.getvalue(), DOCX, width=300)
    assert (found.total, found.text_only, found.cut) == (1, True, False)
    assert min(found.pages[0].rgb) < 100, "there is ink on it"


def test_what_was_struck_out_or_stands_twice_is_not_shown():
    said = p("甲") + "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins></w:p>"
    said += "<w:moveFrom>" + p("搬走") + "</w:moveFrom><mc:AlternateContent><mc:Choice>" + p("框")
    said += "</mc:Choice><mc:Fallback>" + p("框") + "</mc:Fallback></mc:AlternateContent>"
    said += "<w:p><w:r><w:instrText>INCLUDETEXT http://example.org</w:instrText><w:t>乙</w:t></w:r></w:p>"
    assert words_of(docx(said)) == (("甲", "新", "框", "乙"), False)


def test_a_character_no_font_has_is_a_box_and_a_long_text_ends_with_a_word_about_it(monkeypatch: pytest.MonkeyPatch):
    assert foreign_pages(docx(p("\U0001f600 \u202e甲")), DOCX, width=100).total == 1
    monkeypatch.setattr(foreign_text, "MOST_SHOWN", 5)
    assert words_of(docx(p("甲乙丙") + p("丁戊己"))) == (("甲乙丙", "丁戊"), True)
    cell = f"<w:tbl><w:tr><w:tc>{p('甲乙丙丁戊己')}</w:tc></w:tr></w:tbl>"
    assert words_of(docx(cell)) == (((("甲乙丙丁戊",),),), True)


ENTITIES = "<!DOCTYPE d [<!ENTITY a 'x'><!ENTITY b '&a;&a;&a;'>]>"


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (docx(p("&b;"), before=ENTITIES), "broken"),
        (docx(p("x"), before='<!DOCTYPE d SYSTEM "file:///etc/hostname">'), "broken"),
        (docx("<w:p>" * 5000), "broken"), (docx(p("x")[:-4]), "broken"), (docx(p("x"), name="other.xml"), "broken"),
        (docx(p("x"))[:80], "broken"), (docx("0" * 30_000_000), "bomb"), (b"PK\x03\x04", "broken"),
    ],
    ids=["entities", "outside", "deep", "cut", "none", "truncated", "bomb", "nothing"],
)  # fmt: skip
def test_a_hostile_one_is_refused(content: bytes, why: str):
    with pytest.raises(Refused, match=why):
        words_of(content)


def test_an_archive_of_too_many_members_or_one_that_lies_about_its_size_is_refused(monkeypatch: pytest.MonkeyPatch):
    out = io.BytesIO(docx(p("x")))
    with zipfile.ZipFile(out, "a") as archive:
        for number in range(1001):
            archive.writestr(f"{number}", "")
    with pytest.raises(BadInput, match="unpacks to far more"):
        foreign_pages(out.getvalue(), DOCX, width=100)
    monkeypatch.setattr(foreign_text, "MOST_READ", 1000)
    with pytest.raises(Refused, match="bomb"):
        words_of(docx(p("x" * 2000)))
