"""What layout hands to the page: strips of fixed height, each with its marks.

Measures are points; ``x`` from the left edge of the text, ``y`` downwards from the top of the strip.
"""

from __future__ import annotations

from typing import NamedTuple

from caseapp.paper.fonts import Run


class Words(NamedTuple):
    """One line of text. ``spread`` is room added after each character; ``grey`` is 0 (black) to 1."""

    x: float
    y: float
    size: float
    runs: tuple[Run, ...]
    spread: float = 0.0
    grey: float = 0.0


class Rule(NamedTuple):
    """A thin line."""

    x: float
    y: float
    to_x: float
    to_y: float
    thick: float = 0.5
    dashed: bool = False


class Bar(NamedTuple):
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    grey: float


Mark = Words | Rule | Bar


class Strip(NamedTuple):
    """A slice of the page that is never parted.

    ``gap`` is room before it, dropped at the top of a page; ``keep`` holds it on one page with the next strip;
    ``repeat`` is drawn again above it when it opens a page (a table's header)."""

    height: float
    marks: tuple[Mark, ...] = ()
    gap: float = 0.0
    keep: bool = False
    repeat: tuple[Strip, ...] = ()
    new_page: bool = False


def shifted(mark: Mark, x: float, y: float = 0.0) -> Mark:
    """The mark moved right and down."""
    if isinstance(mark, Rule):
        return mark._replace(x=mark.x + x, to_x=mark.to_x + x, y=mark.y + y, to_y=mark.to_y + y)
    return mark._replace(x=mark.x + x, y=mark.y + y)


def kept(strips: list[Strip], *, with_next: bool = False) -> list[Strip]:
    """The strips on one page; ``with_next`` also with what follows."""
    last = len(strips) - 1
    return [strip._replace(keep=with_next or number < last) for number, strip in enumerate(strips)]


def after(gap: float, strips: list[Strip]) -> list[Strip]:
    """The strips with room before the first."""
    return [strips[0]._replace(gap=gap), *strips[1:]] if strips else []


def stretched(strip: Strip, height: float) -> Strip:
    """The strip made higher: lines that reach its foot go on to the new one, so that the frame of a table has no gaps."""

    def down(mark: Mark) -> Mark:
        if not isinstance(mark, Rule):
            return mark
        y, to_y = (height if edge == strip.height else edge for edge in (mark.y, mark.to_y))
        return mark._replace(y=y, to_y=to_y)

    return strip._replace(height=height, marks=tuple(down(mark) for mark in strip.marks)) if strip.height else strip


def beside(left: list[Strip], right: list[Strip], offset: float) -> list[Strip]:
    """Two columns, slice by slice; each slice as high as the higher of the two."""
    rows: list[Strip] = []
    empty = Strip(0.0)
    for number in range(max(len(left), len(right))):
        one = left[number] if number < len(left) else empty
        other = right[number] if number < len(right) else empty
        repeat = beside(list(one.repeat), list(other.repeat), offset) if one.repeat or other.repeat else []
        height = max(one.height, other.height)
        one, other = stretched(one, height), stretched(other, height)
        rows.append(
            Strip(
                height,
                one.marks + tuple(shifted(mark, offset) for mark in other.marks),
                max(one.gap, other.gap),
                one.keep or other.keep,
                tuple(repeat),
                one.new_page or other.new_page,
            )
        )
    return rows
