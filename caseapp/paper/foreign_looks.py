"""Whether a photograph of a paper can be doubted: blurred, dark, small or cut off. Runs in the decoding process.

The figures were measured over generated pages (``docs/decisions/0018-photographs-looked-at.md``,
``python -m tests.paper.photographed``). They are a reason to look again, never to refuse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

WIDTH = 1200
"""Pixels of the shorter side at which a picture is looked at: some 20 to a character of 10.5 points on A4."""
SMALL = 700
"""Pixels of the shorter side, below which the print of a page of A4 (85 to the inch) is hard to read."""
DARK = 90
"""Of 255: the brightness that nine tenths of the picture stay below."""
BLURRED = 0.85
"""Share of the differences between neighbours that a further blur leaves as they are (after Crete and others, 2007)."""
GRAIN = 7
"""Of 255: a difference between neighbours that may be the grain of a camera."""
ONE_WAY = 0.1
"""Of the differences of the other direction: ruled lines have hardly any along them, and are not judged by those."""
MARK = 12
"""How much darker than the ground around it a mark is, of 255, even out of focus."""
INK = 30
"""How much darker than the ground around it print is, of 255."""
AROUND = 30
"""Pixels to each side that make the ground of a place."""
FEW_MARKS = 0.004
"""Share of the picture that is marked, below which there is too little to judge by: an empty page."""
STRIP = 6
"""Pixels from the edge."""
INK_AT_EDGE = 0.02
"""Share of the strip along an edge that is print, from which print runs out of the picture."""
PAPER_AT_EDGE = 50
"""How far the ground of the strip may be from the paper's, of 255: further away it is the table the page lies on."""


def doubts(image: Picture, side: int) -> list[str]:
    """What is doubtful, as words of the protocol. ``side`` is the shorter side of the picture as it was taken."""
    from PIL import ImageChops, ImageFilter

    found = ["small"] if side < SMALL else []
    grey = image.convert("L")
    grey.thumbnail((10 * WIDTH, WIDTH) if grey.width >= grey.height else (WIDTH, 10 * WIDTH))
    if brightness(grey, 0.9) < DARK:
        return [*found, "dark"]
    ground = grey.filter(ImageFilter.BoxBlur(AROUND))
    if share_above(ImageChops.subtract(ground, grey.filter(ImageFilter.GaussianBlur(2))), MARK) < FEW_MARKS:
        return found
    if blur(grey) > BLURRED:
        return [*found, "blurred"]
    print_ = ImageChops.subtract(ground, grey.filter(ImageFilter.GaussianBlur(1)))
    paper = brightness(ground, 0.5)
    return [*found, "cut"] if any(runs_out(print_.crop(box), ground.crop(box), paper) for box in edges(grey)) else found


def brightness(grey: Picture, share: float) -> int:
    """The brightness that this share of the pixels stay at or below."""
    counts = grey.histogram()
    wanted, reached = share * sum(counts), 0
    for level, count in enumerate(counts):
        reached += count
        if reached >= wanted:
            return level
    return 255


def share_above(grey: Picture, level: int) -> float:
    """The share of pixels above a level."""
    counts = grey.histogram()
    return sum(counts[level + 1 :]) / sum(counts)


def blur(grey: Picture) -> float:
    """0: as sharp as can be; 1: a further blur changes nothing. The worse of two directions: a hand that moved counts."""
    from PIL import ImageFilter

    smooth = grey.filter(ImageFilter.GaussianBlur(1))
    found = [_kept_and_whole(smooth, step) for step in ((1, 0), (0, 1))]
    most = max(whole for _kept, whole in found)
    return max((kept / whole for kept, whole in found if whole and whole >= ONE_WAY * most), default=1.0)


def _kept_and_whole(grey: Picture, step: tuple[int, int]) -> tuple[float, float]:
    """Along one direction: what a further blur leaves of the differences between neighbours, and their sum."""
    from PIL import ImageChops, ImageFilter, ImageStat

    again = grey.filter(ImageFilter.BoxBlur((4, 0) if step[0] else (0, 4)))
    inner = (1, 1, grey.width, grey.height)
    own, other = (ImageChops.difference(one, ImageChops.offset(one, *step)).crop(inner) for one in (grey, again))
    own = own.point(lambda level: max(0, level - GRAIN))
    whole = ImageStat.Stat(own).sum[0]
    return whole - ImageStat.Stat(ImageChops.subtract(own, other)).sum[0], whole


def edges(grey: Picture) -> tuple[tuple[int, int, int, int], ...]:
    """The strips along the four edges."""
    wide, high = grey.size
    return (0, 0, wide, STRIP), (0, high - STRIP, wide, high), (0, 0, STRIP, high), (wide - STRIP, 0, wide, high)


def runs_out(print_: Picture, ground: Picture, paper: int) -> bool:
    """Whether print reaches the edge along which this strip lies, on the same ground as the page."""
    return abs(brightness(ground, 0.5) - paper) <= PAPER_AT_EDGE and share_above(print_, INK) >= INK_AT_EDGE
