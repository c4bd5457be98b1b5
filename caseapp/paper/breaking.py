"""Where a line of Chinese, English or both may end.

The units are those of UAX #14 for Han and Latin text, with the stricter Chinese rules of GB/T 15834-2011 (5.1): no line
starts with a closing mark, a stop, a dash or an ellipsis, and none ends with an opening mark. A Latin word and a number
are never cut; a number stays with its unit, a day (2026年6月15日) and an article (第十二条第二款) stay whole where that
costs little room. Only a piece longer than the whole line is cut, between any two characters that may be parted.

Pure: knows widths, not fonts.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

OPENING = "（《〈“‘【〔「『［｛〖〘([{«‹"
CLOSING = "，。、；：？！）》〉”’】〕」』］｝〗〙—…·～％‰℃／,.;:?!)]}%/»›"

_O = re.escape(OPENING)
_C = re.escape(CLOSING)
_LATIN = "!-~\u00a1-\u024f\u0370-\u052f\u1e00-\u1eff\u00a0\u202f\u2011"
_MARK = "\u0300-\u036f\u3099\u309a"
_NUMERAL = "〇零一二三四五六七八九十百千两"
_UNITS = "年月日号时分秒周岁天个元万亿件份页次户人名条款项章节期栋室平米年级"

_UNIT = re.compile(
    rf"(?:[{_O}][ \t]*+)*+"
    rf"(?:[0-9０-９]++(?:[.,][0-9]++)*[{_UNITS}]+"
    rf"|第(?:[{_NUMERAL}]+|[0-9]+)[条款项章节页号次]"
    rf"|[^\s{_O}{_C}\u0300-\u036f\u2e80-\uffff\U00010000-\U0010ffff]"
    rf"(?:(?:[{_LATIN}{_MARK}]|’(?=[A-Za-z]))*(?:[{_LATIN}{_MARK}]|’(?=[A-Za-z]))(?<![{_O}]))?"
    rf"|[^\s{_C}])?"
    rf"[{_MARK}]*(?:[ \t]*+[{_C}])*+"
    rf"(?P<space>[ \t]*)"
)
_COUNTS = "0123456789０１２３４５６７８９第"

LOOSE_EM = 3.0
"""How much of a line (in characters) may stay empty to keep a day or an article whole."""


class Unit(NamedTuple):
    """What is not cut. ``end`` takes in ``spaces`` at the end, which may hang over the edge."""

    start: int
    end: int
    spaces: int
    glued: bool
    """Better not parted from the unit before."""


def units(text: str) -> tuple[Unit, ...]:
    """The pieces of ``text`` that stay together; a line may end after each."""
    found: list[Unit] = []
    joins = False
    place = 0
    while place < len(text):
        match = _UNIT.match(text, place)
        end = match.end() if match and match.end() > place else place + 1
        spaces = len(match["space"]) if match and match.end() > place else 0
        piece = text[place : end - spaces]
        counted = bool(piece) and piece[0] in _COUNTS
        found.append(Unit(place, end, spaces, joins and counted))
        joins = counted and piece[-1] in _UNITS and not spaces
        place = end
    return tuple(found)


def break_lines(
    text: str, advances: Sequence[float], width: float, *, first: float = 0.0, em: float = 1.0
) -> list[tuple[int, int]]:
    """The lines of ``text``: (start, end) of each, spaces at a line's end left out.

    ``advances`` holds the width of each character, in the unit of ``width``; ``first`` is taken from the first line;
    ``em`` is the width of a Han character. Each line takes at least one character, however narrow it is."""
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        lines += _fill(paragraph, advances[start : start + len(paragraph)], width, first, em, start)
        start += len(paragraph) + 1
        first = 0.0
    return lines


def _fill(
    text: str, advances: Sequence[float], width: float, first: float, em: float, offset: int
) -> list[tuple[int, int]]:
    upto = list(accumulate(advances, initial=0.0))
    pieces = units(text)
    lines: list[tuple[int, int]] = []
    start, room, index = 0, width - first, 0

    def end_line(at: int) -> None:
        nonlocal start, room
        trimmed = start + len(text[start:at].rstrip(" \t"))
        lines.append((offset + start, offset + trimmed))
        start, room = at, width

    while index < len(pieces):
        unit = pieces[index]
        if upto[unit.end - unit.spaces] - upto[start] <= room + 1e-6:
            index += 1
        elif unit.start > start and not _longer_than_line(unit, upto, width):
            end_line(_kept_whole(pieces, index, start, upto, room, em))
            while pieces[index].start > start:
                index -= 1
        else:
            cut = _cut_inside(text, start, unit.end - unit.spaces, upto, room)
            if cut >= unit.end - unit.spaces:
                index += 1
            end_line(cut)
    if start < len(text) or not lines:
        end_line(len(text))
    return lines


def _longer_than_line(unit: Unit, upto: Sequence[float], width: float) -> bool:
    return upto[unit.end - unit.spaces] - upto[unit.start] > width + 1e-6


def _kept_whole(pieces: Sequence[Unit], index: int, start: int, upto: Sequence[float], room: float, em: float) -> int:
    """Where to end the line before ``pieces[index]``: earlier, if that keeps a day whole and costs little room."""
    head = index
    while pieces[head].glued and pieces[head].start > start:
        head -= 1
    whole = pieces[head].start
    if whole > start and room - (upto[whole] - upto[start]) <= LOOSE_EM * em:
        return whole
    return pieces[index].start


def _cut_inside(text: str, start: int, end: int, upto: Sequence[float], room: float) -> int:
    """The last place in ``start``..``end`` that fits, moved back from before a closing or after an opening mark."""
    fits = bisect_right(upto, upto[start] + room + 1e-6, start + 1, end + 1) - 1
    cut = max(fits, start + 1)
    if cut >= end:
        return end
    better = cut
    while better > start + 1 and not _may_part(text[better - 1], text[better]):
        better -= 1
    return better if _may_part(text[better - 1], text[better]) else cut


def _may_part(before: str, after: str) -> bool:
    return after not in CLOSING and before not in OPENING and not "\u0300" <= after <= "\u036f"
