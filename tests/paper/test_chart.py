from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseapp.letters.blocks import Bar, ChartBlock, Paper, Style
from caseapp.paper.chart import chart_strips
from caseapp.paper.pdf import render_pdf
from caseapp.paper.sheet import sheet_for
from caseapp.paper.strips import Bar as Drawn
from tests.paper import reading

CHART = ChartBlock(
    "c",
    "按材料分的户数",
    (
        Bar("就业证明", 20, "约20"),
        Bar("住所证明（房屋租赁合同须经备案并由出租人到场）", 10, "约10"),
        Bar("户籍所在地无监护条件证明", None, "少于10，不公开"),
        Bar("社会保险", 0, "0"),
    ),
    "取整到5；少于10的不公开。",
)
REPORT = Paper("report", "zh_CN", "报告", (CHART,), Style.REPORT)


def drawn(chart: ChartBlock) -> list[Drawn]:
    return [mark for strip in chart_strips(chart, sheet_for(REPORT)) for mark in strip.marks if isinstance(mark, Drawn)]


def test_bars_are_as_long_as_their_figures_and_a_withheld_one_has_none() -> None:
    first, second = drawn(CHART)
    assert first.width == pytest.approx(2 * second.width)
    assert first.x == second.x


def test_no_figures_draw_no_bars() -> None:
    assert drawn(replace(CHART, bars=(Bar("甲", 0, "0"), Bar("乙", None, "不公开")))) == []
    assert drawn(replace(CHART, bars=())) == []


def test_a_chart_stays_on_one_page() -> None:
    strips = chart_strips(CHART, sheet_for(REPORT))
    assert all(strip.keep for strip in strips[:-2])


@reading.needs_poppler
def test_labels_and_figures_are_told_in_full(tmp_path: Path) -> None:
    told = reading.joined(reading.text(render_pdf(REPORT, day=date(2026, 7, 1)), tmp_path))
    for said in ("按材料分的户数", "约20", "少于10，不公开", "取整到5；少于10的不公开。"):
        assert said in told
    assert sorted("出租人到场") == sorted(character for character in "出租人到场" if character in told)
