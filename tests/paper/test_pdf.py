from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseapp.errors import NotReady, ProgramFault
from caseapp.i18n import catalogue
from caseapp.letters.blocks import (
    Attachments,
    Heading,
    Items,
    KeyValueTable,
    Labelled,
    PageBreak,
    Paper,
    Paragraph,
    Sentence,
    Spacer,
    Style,
    Table,
    line,
)
from caseapp.paper.breaking import CLOSING, OPENING
from caseapp.paper.fonts import NoGlyph
from caseapp.paper.pdf import CardTooLong, render_pdf, render_side_by_side
from caseapp.paper.preview import page_count, page_images
from tests.paper import reading
from tests.paper.samples import APPLICANT, CARD, ENGLISH_LETTER, LETTER, MOTHER

DAY = date(2026, 6, 15)
MARKUP = (
    '<img src="/etc/hostname"/>',
    "<b>粗</b>",
    "&amp;",
    "&#x41;",
    "]]>",
    "{{7*7}}",
    "{page}",
    "%s%n",
    "${x}",
    "(a\\)b\\(",
    "'; DROP TABLE",
    "<para><font color='[[[].append(1)]]'>",
)


def paper(*texts: str, **changes: object) -> Paper:
    made = tuple(Paragraph(f"p{number}", line(text), indent=False) for number, text in enumerate(texts))
    return replace(Paper("test", "zh_CN", "题目", made), **changes)  # type: ignore[arg-type]


@reading.needs_poppler
def test_the_letter_reads_back_with_its_names_office_articles_and_days(tmp_path: Path) -> None:
    told = reading.joined(reading.text(render_pdf(LETTER, day=DAY), tmp_path))

    for said in (
        APPLICANT,
        MOTHER,
        "临江市东湖区教育局",
        "第十二条第二款",
        "《居住证暂行条例》",
        "2026年6月10日"[5:],
        "收件回执",
    ):
        assert said.replace(" ", "") in told
    assert told.count("𠮷") == 3


@reading.needs_poppler
def test_characters_beyond_the_first_plane_can_be_copied_from_regular_bold_and_sans(tmp_path: Path) -> None:
    rare = "𠮷龘䶮犇㼆𬭚㛃𫍯𬱖𰻝㙦䜣𤧛㐂𬎆"
    for style in Style:
        told = reading.text(render_pdf(paper(rare, title=rare, style=style), day=DAY), tmp_path)
        assert reading.joined(told) == rare * 2


@reading.needs_poppler
def test_every_font_is_embedded_and_cut_and_none_is_helvetica(tmp_path: Path) -> None:
    for made in (
        render_pdf(LETTER, day=DAY),
        render_pdf(CARD, day=DAY),
        render_side_by_side(LETTER, ENGLISH_LETTER, day=DAY),
    ):
        rows = reading.fonts(made, tmp_path)
        assert rows
        assert all((row["emb"], row["sub"], row["uni"]) == ("yes", "yes", "yes") for row in rows)
        assert not any("Helvetica" in row["name"] for row in rows)
        assert b"Helvetica" not in made


@reading.needs_poppler
def test_markup_prints_as_it_was_typed(tmp_path: Path) -> None:
    made = Paper(
        "test",
        "zh_CN",
        MARKUP[0],
        (
            Heading("h", MARKUP[0]),
            Paragraph("p", tuple(Sentence(each + " ") for each in MARKUP)),
            Labelled("l", MARKUP[5], (line(MARKUP[0]),)),
            Items("i", (line(MARKUP[3]),)),
            KeyValueTable("k", ((MARKUP[2], Sentence(MARKUP[7])),)),
            Table("t", (MARKUP[0], MARKUP[4]), ((Sentence(MARKUP[1]), Sentence(MARKUP[5])),)),
            Attachments("a", MARKUP[2], (line(MARKUP[8]),)),
        ),
        footer=MARKUP[6],
    )

    told = reading.joined(reading.text(render_pdf(made, day=DAY), tmp_path))

    for each in MARKUP:
        assert reading.joined(each) in told
    assert told.count(reading.joined(MARKUP[0])) == 5


@reading.needs_poppler
def test_no_line_of_a_paper_starts_or_ends_with_the_wrong_mark(tmp_path: Path) -> None:
    for made in (render_pdf(LETTER, day=DAY), render_pdf(CARD, day=DAY)):
        for row in reading.text(made, tmp_path).splitlines():
            words = row.strip()
            if words:
                assert words[0] not in CLOSING
                assert words[-1] not in OPENING


@reading.needs_poppler
def test_the_file_says_only_title_and_day(tmp_path: Path) -> None:
    told = reading.properties(render_pdf(replace(LETTER, generic_title="申请书"), day=DAY), tmp_path)

    assert told["Title"] == "申请书"
    assert told["CreationDate"] == told["ModDate"] == "D:20260615"
    assert not any(told.get(name) for name in ("Author", "Creator", "Producer", "Subject", "Keywords"))
    assert (told["JavaScript"], told["Metadata Stream"], told["Form"]) == ("no", "no", "none")
    assert told["Page size"].endswith("(A4)")


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert render_pdf(LETTER, day=DAY) == render_pdf(LETTER, day=DAY)
    assert render_pdf(LETTER, day=DAY) != render_pdf(LETTER, day=date(2026, 6, 16))


@reading.needs_poppler
def test_pages_are_counted_at_the_foot_when_there_is_more_than_one(tmp_path: Path) -> None:
    say = catalogue("zh_CN").gettext("Page {page} of {pages}")
    assert reading.joined(say.format(page=2, pages=2)) in reading.joined(
        reading.text(render_pdf(LETTER, day=DAY), tmp_path)
    )
    assert reading.joined(say.format(page=1, pages=1)) not in reading.joined(
        reading.text(render_pdf(CARD, day=DAY), tmp_path)
    )


@reading.needs_poppler
def test_a_draft_and_a_reading_copy_say_so_on_each_page(tmp_path: Path) -> None:
    made = render_pdf(replace(ENGLISH_LETTER, draft=True), day=DAY)

    pages = reading.text(made, tmp_path).split("\f")[:-1]
    assert len(pages) == page_count(made) > 1
    for page in pages:
        assert "Translation, not for submission · Draft, not final" in page
    plain = page_images(render_pdf(ENGLISH_LETTER, day=DAY), 0.5)
    marked = page_images(made, 0.5)
    assert all(
        one.rgb.count(b"\xe6\xe6\xe6") > other.rgb.count(b"\xe6\xe6\xe6") + 500
        for one, other in zip(marked, plain, strict=True)
    )


def test_a_card_fits_one_page_or_is_refused() -> None:
    assert page_count(render_pdf(CARD, day=DAY)) == 1
    longer = replace(CARD, blocks=(*CARD.blocks, Paragraph("more", line("还要记下来的事情。" * 40))))

    with pytest.raises(CardTooLong) as refused:
        render_pdf(longer, day=DAY)
    assert isinstance(refused.value, NotReady)
    assert "one page" in str(refused.value)


def test_a_card_holds_twenty_eight_lines_of_twenty_eight_characters_and_two_more_a_little_nearer() -> None:
    for lines in (28, 30):
        full = paper("\n".join(["字" * 28] * lines), style=Style.CARD, title="")
        assert page_count(render_pdf(full, day=DAY)) == 1
    with pytest.raises(CardTooLong):
        render_pdf(paper("\n".join(["字" * 28] * 31), style=Style.CARD, title=""), day=DAY)


def test_a_character_no_font_has_stops_the_paper_and_is_named() -> None:
    for wrong in ("\U0001f600", "ཀ", "\x00", "\ud800", "\ue000"):
        with pytest.raises(NoGlyph) as refused:
            render_pdf(paper(f"申请人：李{wrong}四"), day=DAY)
        assert f"U+{ord(wrong):04X}" in str(refused.value)
        assert "李" not in str(refused.value)


@reading.needs_poppler
def test_marks_without_width_are_left_out_and_han_characters_are_kept_as_they_are(tmp_path: Path) -> None:
    made = render_pdf(paper("李\u202e明\u202c\u200b\ufeff王", "Nun\u0303ez", "\uf92c"), day=DAY)
    told = reading.joined(reading.text(made, tmp_path))
    assert "李明王" in told
    assert "Nuñez" in told
    assert "\uf92c" in told


def test_a_word_of_a_hundred_thousand_characters_wraps() -> None:
    for word in ("a" * 100_000, "，" * 20_000, "（" * 20_000):
        assert page_count(render_pdf(paper(word), day=DAY)) > 5


@reading.needs_poppler
def test_a_long_table_repeats_its_header_and_loses_no_row(tmp_path: Path) -> None:
    rows = tuple((Sentence(f"第{number}行"), Sentence("很长的内容" * 12)) for number in range(60))
    made = render_pdf(replace(paper(), blocks=(Table("t", ("序号", "内容"), rows, (1, 3)),)), day=DAY)

    pages = reading.text(made, tmp_path).split("\f")[:-1]
    assert len(pages) > 2
    assert all("序号" in page for page in pages)
    told = "".join(pages)
    assert all(f"第{number}行" in told for number in range(60))


@reading.needs_poppler
def test_a_row_longer_than_a_page_is_parted(tmp_path: Path) -> None:
    made = render_pdf(replace(paper(), blocks=(Table("t", ("甲",), ((Sentence("字" * 3000),),)),)), day=DAY)
    told = reading.text(made, tmp_path)
    assert told.count("字") == 3000
    assert told.count("甲") == page_count(made) > 1


@reading.needs_poppler
def test_a_signature_never_stands_apart_from_the_text_and_the_receipt_stays_whole(tmp_path: Path) -> None:
    for filler in (*range(0, 220, 20), *range(340, 480, 7)):
        blocks = (Spacer("room", filler), *LETTER.blocks)
        told = reading.text(render_pdf(replace(LETTER, blocks=blocks), day=DAY), tmp_path)
        pages = [reading.joined(page) for page in told.split("\f")]
        (signed,) = [page for page in pages if "法定代理人（签名）" in page]
        assert all(part in signed for part in ("此致", f"申请人：{APPLICANT}", "2026年6月15日", "请依法办理"))
        (receipt,) = [page for page in pages if "收件回执" in page]
        assert "收件单位" in receipt
        assert "收件日期" in receipt


@reading.needs_poppler
def test_marks_that_meet_stand_close_and_still_read_in_order(tmp_path: Path) -> None:
    made = render_pdf(LETTER, day=DAY)
    assert any("Half" in row["name"] for row in reading.fonts(made, tmp_path))
    for option in ("-layout", "-raw"):
        told = reading.text(made, tmp_path, option)
        assert "附件（均为复印件，共14页）：" in told
        assert "困难”。" in told


def test_a_page_break_starts_a_page_and_never_leaves_an_empty_one() -> None:
    made = replace(paper("一"), blocks=(PageBreak("b0"), Paragraph("p", line("一")), PageBreak("b1"), PageBreak("b2")))
    assert page_count(render_pdf(made, day=DAY)) == 2
    assert page_count(render_pdf(replace(made, title="", blocks=()), day=DAY)) == 1


@reading.needs_poppler
def test_side_by_side_keeps_a_block_level_with_its_translation(tmp_path: Path) -> None:
    rows = reading.text(render_side_by_side(LETTER, ENGLISH_LETTER, day=DAY), tmp_path).splitlines()

    for left, right in (
        ("申请事项", "Requests"),
        ("事实经过", "Facts"),
        ("理由和依据", "Reasons and basis"),
        ("附件", "Annexes"),
    ):
        assert any(left in row and right in row for row in rows)
    assert sum("Translation, not for submission" in row for row in rows) == 3


def test_side_by_side_refuses_papers_that_do_not_say_the_same() -> None:
    with pytest.raises(ProgramFault):
        render_side_by_side(LETTER, replace(ENGLISH_LETTER, blocks=ENGLISH_LETTER.blocks[1:]), day=DAY)


def test_nothing_of_the_text_stands_unpacked_in_the_file() -> None:
    made = render_pdf(LETTER, day=DAY)
    for name in (APPLICANT, MOTHER):
        for encoding in ("utf-8", "utf-16-be", "utf-16-le", "gb18030"):
            assert name.encode(encoding) not in made
    assert zlib.crc32(made)  # the file was made


def test_a_preview_shows_every_page_as_pixels() -> None:
    pictures = page_images(render_pdf(LETTER, day=DAY), 1.0)
    assert [(each.width, each.height, len(each.rgb)) for each in pictures] == [(596, 842, 596 * 842 * 3)] * 2
    assert all(each.rgb[:3] == b"\xff\xff\xff" and min(each.rgb) < 40 for each in pictures)
