"""Pages of a PDF as pictures. Nothing in the file is run or followed: what comes out is pixels."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page. ``rgb`` holds three bytes a pixel, rows from the top, without padding."""

    width: int
    height: int
    rgb: bytes


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_images(pdf: bytes, scale: float) -> tuple[PageImage, ...]:
    """Every page of a PDF; ``scale`` is pixels a point (1.0: 72 to the inch)."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_picture(page, scale) for page in document)
    finally:
        document.close()


def _picture(page: pypdfium2.PdfPage, scale: float) -> PageImage:
    bitmap = page.render(scale=scale, rev_byteorder=True, bitmap_maker=pypdfium2.PdfBitmap.new_native)
    try:
        rows, stride, wide = bytes(bitmap.buffer), bitmap.stride, bitmap.width * 3
        rgb = b"".join(rows[start : start + wide] for start in range(0, stride * bitmap.height, stride))
        return PageImage(bitmap.width, bitmap.height, rgb)
    finally:
        bitmap.close()
        page.close()
