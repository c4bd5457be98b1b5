from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest

from caseapp.letters.blocks import (
    Bar,
    ChartBlock,
    KeyValueTable,
    PageBreak,
    Paper,
    Paragraph,
    Sentence,
    Spacer,
    Table,
    line,
)
from caseapp.paper.docx import render_docx, render_docx_side_by_side
from caseapp.paper.fonts import NoGlyph
from tests.paper.samples import APPLICANT, CARD, ENGLISH_LETTER, LETTER

DAY = date(2026, 6, 15)
ALL_KINDS = Paper(
    "test",
    "zh_CN",
    "{{7*7}}",
    (
        Paragraph("p", line('<img src="/etc/hostname"/> &amp; ]]> ${x}')),
        KeyValueTable("k", (("时间", Sentence("<b>粗</b>")),)),
        Spacer("s", 20),
        Table("t", ("甲", "乙"), ((Sentence("一"), Sentence("2")),), (2, 1), frozenset({1})),
        PageBreak("b"),
        ChartBlock("c", "户数", (Bar("就业证明", 20, "约20"), Bar("其他", None, "不公开")), "取整到5"),
    ),
    draft=True,
)


def text(data: bytes) -> str:
    document = docx.Document(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_the_document_holds_the_words_of_the_letter() -> None:
    told = text(render_docx(LETTER, day=DAY))
    for block in LETTER.blocks:
        if isinstance(block, Paragraph):
            assert "".join(sentence.text for sentence in block.sentences) in told
    assert APPLICANT in told
    assert "收 件 回 执" in told


def test_both_languages_stand_in_two_columns() -> None:
    document = docx.Document(BytesIO(render_docx_side_by_side(LETTER, ENGLISH_LETTER, day=DAY)))
    (table,) = document.tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert len(rows) == len(LETTER.blocks) + 1
    assert ["申请事项", "Requests"] in rows


def test_every_kind_of_block_is_written_literally() -> None:
    told = text(render_docx(ALL_KINDS, day=DAY))
    for said in ("{{7*7}}", '<img src="/etc/hostname"/> &amp; ]]> ${x}', "<b>粗</b>", "甲", "约20", "不公开", "取整到5"):
        assert said in told
    assert (
        text(render_docx_side_by_side(ALL_KINDS, ALL_KINDS, day=DAY)).count("约20") == 0
    )  # inner tables are cells of cells


def test_the_same_paper_gives_the_same_bytes() -> None:
    for paper in (LETTER, CARD, ALL_KINDS):
        assert render_docx(paper, day=DAY) == render_docx(paper, day=DAY)


def test_the_file_says_only_title_and_day() -> None:
    data = render_docx(replace(LETTER, generic_title="申请书"), day=DAY)
    document = docx.Document(BytesIO(data))
    properties = document.core_properties
    assert (properties.title, properties.created.date(), properties.modified.date()) == ("申请书", DAY, DAY)
    assert not any(
        (properties.author, properties.last_modified_by, properties.comments, properties.keywords, properties.subject)
    )
    with ZipFile(BytesIO(data)) as archive:
        assert not [
            name for name in archive.namelist() if "custom" in name.lower() or "app.xml" in name or "thumbnail" in name
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        everything = b"".join(archive.read(name) for name in archive.namelist())
    for word in (b"python-docx", b"Microsoft Office", b"Macintosh", b"<w:rsid", b"savePreviewPicture"):
        assert word not in everything


def test_a_control_character_is_refused() -> None:
    with pytest.raises(NoGlyph):
        render_docx(replace(LETTER, blocks=(Paragraph("p", line("李\x00四")),)), day=DAY)


def test_a_draft_and_a_reading_copy_say_so_in_the_head() -> None:
    document = docx.Document(BytesIO(render_docx(replace(ENGLISH_LETTER, draft=True), day=DAY)))
    assert document.sections[0].header.paragraphs[0].text == "Translation, not for submission · Draft, not final"
