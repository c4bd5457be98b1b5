"""Ruled tables: wrapped cells, thin rules, parted between pages at a row or, in a long row, at a line.

No word and no number is cut where room can be taken from another column. Where none can, or the columns would be too narrow
to read, each row is set as a table of its own, column below column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from caseapp.letters.blocks import Align, KeyValueTable, Sentence, Table
from caseapp.paper.breaking import units
from caseapp.paper.fonts import printable
from caseapp.paper.sheet import Sheet
from caseapp.paper.strips import Mark, Rule, Strip, after, kept, shifted
from caseapp.paper.typeset import place, set_lines

PADDING_X, PADDING_Y = 4.0, 3.0
NARROWEST_EM = 4.5
"""Characters a column holds on the average, below which the columns are set below one another."""
LONGEST_WORD = 0.4
"""Of the line: a word or number beyond this is cut, as it must be."""
LINES_KEPT = 12
"""A row of more lines than this may be parted."""


def table_strips(block: Table, sheet: Sheet, least: Sequence[int] = ()) -> list[Strip]:
    """The table. ``least`` is how many lines each row takes at least, as :func:`line_counts` gives them."""
    columns = len(block.header) or (len(block.rows[0]) if block.rows else 0)
    if not columns:
        return []
    widths = _widths(block, columns, sheet)
    if widths is None:
        return _spaced(_stacked(block, sheet, least), sheet)
    edges, lines = list(accumulate(widths, initial=0.0)), iter(least)
    header: list[Strip] = []
    if block.header:
        header = _row([Sentence(cell, bold=True) for cell in block.header], edges, sheet, frozenset(), next(lines, 1))
        header = [strip._replace(keep=True) for strip in header]
    strips = list(header)
    for row in block.rows:
        made = _row(row, edges, sheet, block.numeric, next(lines, 1))
        strips += [strip._replace(repeat=tuple(header)) for strip in made]
    return _spaced(strips, sheet)


def line_counts(block: Table | KeyValueTable, sheet: Sheet) -> tuple[int, ...]:
    """How many lines each row of a table takes, from the top."""
    strips = table_strips(block, sheet) if isinstance(block, Table) else key_value_strips(block, sheet)
    tops = [number for number, strip in enumerate(strips) if any(_across(mark, at=0.0) for mark in strip.marks)]
    ends = [number for number, strip in enumerate(strips) if any(_across(mark, at=strip.height) for mark in strip.marks)]
    return tuple(end - top + 1 for top, end in zip(tops, ends, strict=True))


def _across(mark: Mark, *, at: float) -> bool:
    return isinstance(mark, Rule) and mark.y == mark.to_y == at


def _widths(block: Table, columns: int, sheet: Sheet) -> list[float] | None:
    """By their shares, each wide enough for its longest word; None where columns are better set below one another."""
    if block.header and sheet.width / columns < NARROWEST_EM * sheet.table:
        return None
    shares = block.widths or (1,) * columns
    cells = [Sentence(cell, bold=True) for cell in block.header] + [cell for row in block.rows for cell in row]
    most = LONGEST_WORD * sheet.width
    needs = [
        min(max(_longest_word(cell, sheet) for cell in cells[number::columns]), most) + 2 * PADDING_X + 0.5
        for number in range(columns)
    ]
    if sum(needs) > sheet.width:
        return None if block.header else [sheet.width * share / sum(shares) for share in shares]
    widths = [sheet.width * share / sum(shares) for share in shares]
    while any(width < need - 0.01 for width, need in zip(widths, needs, strict=True)):
        fixed = [width <= need for width, need in zip(widths, needs, strict=True)]
        room = sheet.width - sum(need for need, full in zip(needs, fixed, strict=True) if full)
        whole = sum(width for width, full in zip(widths, fixed, strict=True) if not full)
        widths = [
            need if full else width * room / whole for width, need, full in zip(widths, needs, fixed, strict=True)
        ]  # fmt: skip
    return widths


def _longest_word(cell: Sentence, sheet: Sheet) -> float:
    """The width of what is not cut."""
    text, known = printable(cell.text), sheet.glyphs(bold=cell.bold)
    pieces = (text[unit.start : unit.end - unit.spaces] for unit in units(text))
    return max((sum(known[mark].advance for mark in piece) * sheet.table for piece in pieces), default=0.0)


def _stacked(block: Table, sheet: Sheet, least: Sequence[int]) -> list[Strip]:
    """Each row with its columns below one another, under their heads."""
    lines, strips = iter(least), list[Strip]()
    edges = _two_columns(block.header, sheet)
    for row in block.rows:
        made: list[Strip] = []
        for number, (head, cell) in enumerate(zip(block.header, row, strict=True)):
            made += _row((Sentence(head, bold=number == 0), cell), edges, sheet, frozenset(), next(lines, 1))
        strips += after(sheet.body / 2, kept(made) if len(made) <= LINES_KEPT else made)
    return strips


def key_value_strips(block: KeyValueTable, sheet: Sheet, least: Sequence[int] = ()) -> list[Strip]:
    """The left column is as wide as its longest entry, at most a third. ``least`` as in :func:`table_strips`."""
    lines, strips = iter(least), list[Strip]()
    edges = _two_columns([key for key, _value in block.rows], sheet)
    for key, value in block.rows:
        strips += _row((Sentence(key), value), edges, sheet, frozenset(), next(lines, 1))
    return _spaced(strips, sheet)


def _two_columns(keys: Sequence[str], sheet: Sheet) -> list[float]:
    widest = max(
        (one.width for key in keys for one in set_lines((Sentence(key),), sheet, sheet.table, sheet.width)), default=0.0
    )
    return [0.0, min(widest + 2 * PADDING_X + 2, sheet.width / 3), sheet.width]


def _spaced(strips: list[Strip], sheet: Sheet) -> list[Strip]:
    below = Strip(sheet.body / 2)
    return [*after(sheet.body / 3, strips), below] if strips else []


def _row(
    cells: Sequence[Sentence], edges: Sequence[float], sheet: Sheet, numeric: frozenset[int], least: int
) -> list[Strip]:  # fmt: skip
    """One row, a strip a line, at least ``least`` of them."""
    leading = sheet.table * 1.35
    columns: list[list[Strip]] = []
    for number, cell in enumerate(cells):
        width = edges[number + 1] - edges[number] - 2 * PADDING_X
        lines = set_lines((cell,), sheet, sheet.table, width)
        align = Align.RIGHT if number in numeric else Align.LEFT
        x = edges[number] + PADDING_X
        columns.append(place(lines, sheet, sheet.table, x=x, width=width, align=align, leading=leading))
    count = max(least, *(len(column) for column in columns))
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
