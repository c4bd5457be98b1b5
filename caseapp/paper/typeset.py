"""Sentences to lines, and lines to strips."""

from __future__ import annotations

from typing import NamedTuple

from caseapp.letters.blocks import Align, Line
from caseapp.paper.breaking import break_lines
from caseapp.paper.fonts import Glyph, Run, close_up, printable, runs
from caseapp.paper.sheet import Sheet
from caseapp.paper.strips import Strip, Words

MOST_SPREAD = 0.1
"""A line is filled to the edge if that adds no more than this share of the type size to each character."""
ASCENT = 0.88
"""Top of the Han character box above the baseline, as a share of the size (both Noto families)."""


class SetLine(NamedTuple):
    """One line. ``width`` in points; ``ends``: last of its paragraph."""

    runs: tuple[Run, ...]
    width: float
    characters: int
    ends: bool


def set_lines(
    line: Line, sheet: Sheet, size: float, width: float, *, first: float = 0.0, bold: bool = False
) -> list[SetLine]:
    """``line`` broken to ``width``; the first line is shorter by ``first``. Raises NoGlyph."""
    text = ""
    glyphs: list[Glyph] = []
    for sentence in line:
        piece = printable(sentence.text)
        known = sheet.glyphs(bold=bold or sentence.bold)
        text += piece
        glyphs += [known[character] for character in piece]
    glyphs = close_up(text, glyphs)
    advances = [glyph.advance * size for glyph in glyphs]
    broken = break_lines(text, advances, width, first=first, em=size)
    last = len(broken) - 1
    return [
        SetLine(
            tuple(runs(text[start:end], glyphs[start:end])),
            sum(advances[start:end]),
            end - start,
            number == last or text[end : end + 1] == "\n",
        )
        for number, (start, end) in enumerate(broken)
    ]


def baseline(leading: float, size: float) -> float:
    """From the top of a line to its baseline, the type standing in the middle."""
    return (leading - size) / 2 + ASCENT * size


def place(
    lines: list[SetLine],
    sheet: Sheet,
    size: float,
    *,
    x: float = 0.0,
    width: float,
    first: float = 0.0,
    align: Align = Align.LEFT,
    leading: float = 0.0,
) -> list[Strip]:
    """A strip a line. Of three lines or more, the first two and the last two stay together."""
    high = leading or sheet.leading(size)
    strips: list[Strip] = []
    last = len(lines) - 1
    for number, line in enumerate(lines):
        lead = first if number == 0 else 0.0
        slack = width - lead - line.width
        spread = 0.0
        if align is Align.CENTRE:
            lead += slack / 2
        elif align is Align.RIGHT:
            lead += slack
        elif sheet.chinese and _worth_filling(slack, line, size):
            spread = slack / (line.characters - 1)
        marks = (Words(x + lead, baseline(high, size), size, line.runs, spread),) if line.runs else ()
        strips.append(Strip(high, marks, keep=number < last and number in (0, last - 1)))
    return strips


def _worth_filling(slack: float, line: SetLine, size: float) -> bool:
    return not line.ends and line.characters > 1 and 0 < slack <= MOST_SPREAD * size * (line.characters - 1)
