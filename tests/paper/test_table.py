"""Tables: no word and no number is cut, and rows of two languages stand level."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseapp.letters.blocks import KeyValueTable, Paper, Sentence, Style, Table
from caseapp.paper.pdf import render_pdf, render_side_by_side
from caseapp.paper.sheet import column_sheet_for, sheet_for
from caseapp.paper.strips import Rule
from caseapp.paper.table import line_counts, table_strips
from tests.paper import reading

DAY = date(2026, 11, 22)


def row(*cells: str) -> tuple[Sentence, ...]:
    return tuple(Sentence(cell) for cell in cells)


HEAD = KeyValueTable("h", (("Submitted by", Sentence("the applicant, through the statutory representative")),))
INDEX = Table(
    "t", ("No.", "Evidence", "Source", "What it shows", "Form", "Pages"),
    (
        row("1", "Certificate of residence", "the landlord", "自2024年3月起住在朝阳区", "copy; original at hand", "1–16"),
        row("12", "Residence registration card", "the applicant", "", "copy", "117–118"),
    ),
    (5, 14, 10, 18, 12, 8),
)  # fmt: skip
ENGLISH = Paper("k", "en", "Index of evidence", (HEAD, INDEX))
CHINESE = Paper(
    "k", "zh_CN", "证据目录",
    (
        KeyValueTable("h", (("提交人", Sentence("申请人")),)),
        Table("t", ("编号", "证据名称", "来源", "证明内容", "原件/复印件", "页码"),
              (row("1", "实际住所居住证明", "出租人", "自2024年3月起住在朝阳区", "复印件，原件备核", "1–16"),
               row("12", "居住登记卡", "申请人", "", "复印件", "117–118"))),
    ),
)  # fmt: skip


@pytest.mark.parametrize("beside", [False, True])
def test_no_english_word_and_no_range_of_pages_is_cut(tmp_path: Path, beside: bool):
    made = render_side_by_side(CHINESE, ENGLISH, day=DAY) if beside else render_pdf(ENGLISH, day=DAY)
    printed = set(reading.text(made, tmp_path).split())
    wanted = {word for line in (INDEX.header, *([cell.text for cell in cells] for cells in INDEX.rows)) for word in line}
    assert {part for word in wanted for part in word.split() if part.isascii() or "–" in part} <= printed


def test_a_table_keeps_its_shares_where_every_word_fits_and_is_stacked_where_none_can():
    wide, narrow = sheet_for(replace(ENGLISH, style=Style.REPORT)), column_sheet_for(ENGLISH)
    short = Table("s", ("a", "b"), (row("x", "y"),), (1, 3))
    uprights = sorted({mark.x for strip in table_strips(short, wide) for mark in strip.marks if isinstance(mark, Rule)})
    assert uprights == [0.0, wide.width / 4, wide.width]
    assert (len(line_counts(INDEX, wide)), len(line_counts(INDEX, narrow))) == (3, 12)
    assert len(line_counts(Table("one", (), (row("x" * 10_000, "y"),)), wide)) == 1, "what is longer than a line is cut"


def test_rows_beside_each_other_take_as_many_lines():
    left, right = column_sheet_for(CHINESE), column_sheet_for(ENGLISH)
    least = [max(two) for two in zip(line_counts(CHINESE.blocks[1], left), line_counts(INDEX, right), strict=True)]
    assert max(least) > 1
    assert len(table_strips(CHINESE.blocks[1], left, least)) == len(table_strips(INDEX, right, least))
