"""Ruled tables: wrapped cells, thin rules, parted between pages at a row or, in a long row, at a line."""

from __future__ import annotations

from collections.abc import Sequence

from caseapp.letters.blocks import Align, KeyValueTable, Sentence, Table
from caseapp.paper.sheet import Sheet
from caseapp.paper.strips import Mark, Rule, Strip, after, shifted
from caseapp.paper.typeset import place, set_lines

PADDING_X, PADDING_Y = 4.0, 3.0
LINES_KEPT = 12
"""A row of more lines than this may be parted."""


def table_strips(block: Table, sheet: Sheet) -> list[Strip]:
    columns = len(block.header) or (len(block.rows[0]) if block.rows else 0)
    if not columns:
        return []
    shares = block.widths or (1,) * columns
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + sheet.width * share / sum(shares))
    header = _row([Sentence(cell, bold=True) for cell in block.header], edges, sheet, frozenset()) if block.header else []
    header = [strip._replace(keep=True) for strip in header]
    strips = list(header)
    for row in block.rows:
        strips += [strip._replace(repeat=tuple(header)) for strip in _row(row, edges, sheet, block.numeric)]
    return _spaced(strips, sheet)


def key_value_strips(block: KeyValueTable, sheet: Sheet) -> list[Strip]:
    """The left column is as wide as its longest entry, at most a third."""
    widest = 0.0
    for key, _ in block.rows:
        widest = max(widest, *(one.width for one in set_lines((Sentence(key),), sheet, sheet.table, sheet.width)))
    edges = [0.0, min(widest + 2 * PADDING_X + 2, sheet.width / 3), sheet.width]
    strips: list[Strip] = []
    for key, value in block.rows:
        strips += _row((Sentence(key), value), edges, sheet, frozenset())
    return _spaced(strips, sheet)


def _spaced(strips: list[Strip], sheet: Sheet) -> list[Strip]:
    below = Strip(sheet.body / 2)
    return [*after(sheet.body / 3, strips), below] if strips else []


def _row(cells: Sequence[Sentence], edges: Sequence[float], sheet: Sheet, numeric: frozenset[int]) -> list[Strip]:
    """One row, a strip a line."""
    leading = sheet.table * 1.35
    columns: list[list[Strip]] = []
    for number, cell in enumerate(cells):
        width = edges[number + 1] - edges[number] - 2 * PADDING_X
        lines = set_lines((cell,), sheet, sheet.table, width)
        align = Align.RIGHT if number in numeric else Align.LEFT
        x = edges[number] + PADDING_X
        columns.append(place(lines, sheet, sheet.table, x=x, width=width, align=align, leading=leading))
    count = max(len(column) for column in columns)
    strips: list[Strip] = []
    for number in range(count):
        above = PADDING_Y if number == 0 else 0.0
        below = PADDING_Y if number == count - 1 else 0.0
        height = above + leading + below
        marks: list[Mark] = [Rule(x, 0, x, height) for x in edges]
        if number == 0:
            marks.append(Rule(edges[0], 0, edges[-1], 0))
        if number == count - 1:
            marks.append(Rule(edges[0], height, edges[-1], height))
        for column in columns:
            if number < len(column):
                marks += [shifted(mark, 0, above) for mark in column[number].marks]
        keep = number < count - 1 and (count <= LINES_KEPT or number in (0, count - 2))
        strips.append(Strip(height, tuple(marks), keep=keep))
    return strips
