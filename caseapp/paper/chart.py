"""A plain bar chart of figures that are already protected: nothing here rounds, hides or derives a number."""

from __future__ import annotations

from caseapp.letters import blocks
from caseapp.letters.blocks import ChartBlock, line
from caseapp.paper.sheet import Sheet
from caseapp.paper.strips import Bar, Mark, Rule, Strip, after, kept, shifted
from caseapp.paper.typeset import place, set_lines

GREY = 0.45
LABEL_SHARE, FIGURE_SHARE = 0.34, 0.16
"""Shares of the line for the labels at the left and the figures at the right of the bars."""


def chart_strips(block: ChartBlock, sheet: Sheet) -> list[Strip]:
    """Title, a bar a line, note. Kept on one page."""
    title = _words(block.title, sheet, sheet.width, bold=True)
    most = max((bar.value or 0 for bar in block.bars), default=0)
    bars = [_bar(bar, most, sheet) for bar in block.bars]
    note = _words(block.note, sheet, sheet.width) if block.note else []
    strips = kept([*title, *after(4, bars), *after(4, note)])
    return [*after(sheet.body / 2, strips), Strip(sheet.body / 2)]


def _words(text: str, sheet: Sheet, width: float, *, x: float = 0.0, bold: bool = False) -> list[Strip]:
    lines = set_lines(line(text), sheet, sheet.table, width, bold=bold)
    return place(lines, sheet, sheet.table, x=x, width=width, leading=sheet.table * 1.35)


def _bar(bar: blocks.Bar, most: int, sheet: Sheet) -> Strip:
    label_width, room = sheet.width * LABEL_SHARE, sheet.width * (1 - LABEL_SHARE - FIGURE_SHARE)
    length = room * max(bar.value or 0, 0) / most if most > 0 else 0.0
    after_bar = label_width + length + 6
    label = _words(bar.label, sheet, label_width - 8)
    figure = _words(bar.shown, sheet, sheet.width - after_bar, x=after_bar)
    height = max(sum(strip.height for strip in label), sum(strip.height for strip in figure)) + 4
    marks: list[Mark] = [Rule(label_width, 0, label_width, height)]
    if length:
        marks.append(Bar(label_width, height / 2 - sheet.table * 0.45, length, sheet.table * 0.9, GREY))
    for words in (label, figure):
        y = (height - sum(strip.height for strip in words)) / 2
        for strip in words:
            marks += [shifted(mark, 0, y) for mark in strip.marks]
            y += strip.height
    return Strip(height, tuple(marks))
