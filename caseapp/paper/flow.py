"""Strips to pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from caseapp.paper.strips import Strip

TOLERANCE = 0.01


class Placed(NamedTuple):
    """A strip and its distance from the top of the text."""

    y: float
    strip: Strip


Page = tuple[Placed, ...]


def pages(strips: Sequence[Strip], height: float) -> tuple[Page, ...]:
    """The strips on pages of ``height`` points.

    What is kept together moves to the next page as one, unless it is longer than a page."""
    book = _Book(height)
    for chunk in _chunks(strips):
        if chunk[0].new_page:
            book.turn()
        elif book.fits(chunk):
            book.put(chunk)
        else:
            book.turn()
            book.put(chunk)
    return book.close()


def height_of(strips: Sequence[Strip]) -> float:
    """The height of strips set one below the other from the top of a page."""
    return sum(strip.height + (strip.gap if number else 0.0) for number, strip in enumerate(strips))


LEAST_LEADING = 0.95
"""How near lines may come to each other, of their own distance: room for one line more on a full page."""


def tightened(strips: Sequence[Strip], height: float) -> list[Strip]:
    """The strips nearer to each other, as far as it takes to fit ``height``: first the gaps between them, then the lines
    themselves by a little. Type is never made smaller."""
    gaps = sum(strip.gap for strip in strips[1:])
    over = height_of(strips) - height
    share = max(0.0, 1 - over / gaps) if gaps and over > 0 else 1.0
    nearer = [strip._replace(gap=strip.gap * share) for strip in strips]
    full = height_of(nearer)
    if not LEAST_LEADING * full <= height < full - TOLERANCE:
        return nearer
    return [strip._replace(height=strip.height * height / full, gap=strip.gap * height / full) for strip in nearer]


def _chunks(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    chunk: list[Strip] = []
    for strip in strips:
        if strip.new_page:
            if chunk:
                yield chunk
            yield [strip]
            chunk = []
            continue
        chunk.append(strip)
        if not strip.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class _Book:
    """Pages being filled from the top."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._done: list[Page] = []
        self._page: list[Placed] = []
        self._y = 0.0

    def fits(self, chunk: Sequence[Strip]) -> bool:
        gap = chunk[0].gap if self._page else 0.0
        return self._y + gap + height_of(chunk) <= self._height + TOLERANCE

    def put(self, chunk: Sequence[Strip]) -> None:
        for strip in chunk:
            if self._page and not self.fits([strip]):
                self.turn()
            if not self._page:
                for header in strip.repeat:
                    self._add(header, 0.0)
            self._add(strip, strip.gap if self._page else 0.0)

    def _add(self, strip: Strip, gap: float) -> None:
        self._page.append(Placed(self._y + gap, strip))
        self._y += gap + strip.height

    def turn(self) -> None:
        if self._page:
            self._done.append(tuple(self._page))
        self._page, self._y = [], 0.0

    def close(self) -> tuple[Page, ...]:
        if self._page or not self._done:
            self._done.append(tuple(self._page))
        return tuple(self._done)
