"""A page that can be read is not doubted, one that cannot is, and a picture of another sort is left alone."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest
from PIL import Image

from caseapp.domain.media import DOCX, PDF
from caseapp.paper.foreign_looks import doubts
from caseapp.paper.foreign_pages import Doubt, Looks, looks
from tests.paper.photographed import cut_off, lit, on_table, page, taken

EM = 900 * 10.5 / 595
"""Pixels of a character of the pages below."""


def made(**more: object) -> Image.Image:
    return page(random.Random(5), wide=900, **more)


SORTS: dict[str, tuple[Callable[[], Image.Image], list[str]]] = {
    "sharp": (lambda: taken(made(), quality=40), []),
    "a little soft": (lambda: taken(made(), blur=EM * 0.05, grain=3), []),
    "blurred": (lambda: taken(made(), blur=EM * 0.15), ["blurred"]),
    "much blurred, with grain": (lambda: taken(made(latin=True), blur=EM * 0.3, grain=3), ["blurred"]),
    "in shadow": (lambda: taken(lit(made(), random.Random(1), 90)), []),
    "on a table": (lambda: taken(on_table(made(), random.Random(1), 90)), []),
    "empty": (lambda: taken(made(lines=0), grain=3), []),
    "ruled lines only": (lambda: taken(made(ruled=True)), []),
    "dark": (lambda: taken(made().point(lambda level: level // 4)), ["dark"]),
    "cut off": (lambda: taken(cut_off(made(), 0, 0.2)), ["cut"]),
    "of few pixels": (lambda: taken(made()).resize((450, 636), Image.Resampling.LANCZOS), ["small"]),
}


@pytest.mark.parametrize("sort", SORTS)
def test_what_is_doubted_of_a_photograph(sort: str):
    make, expected = SORTS[sort]
    found = make()
    assert doubts(found, min(found.size)) == expected


def test_a_photograph_is_looked_at_beside_and_only_photographs_are_doubted():
    out, pdf = io.BytesIO(), io.BytesIO()
    taken(made(), blur=EM * 0.2).save(out, "JPEG")
    found = looks(out.getvalue(), "image/jpeg")
    assert (found.pages, found.doubts) == (1, (Doubt.BLURRED,))
    made().save(pdf, "PDF", save_all=True, append_images=[made()])
    assert looks(pdf.getvalue(), PDF) == Looks(2) and looks(b"x", "audio/amr") == Looks(0)
    for content, kind in ((b"\xff\xd8\xff", "image/jpeg"), (b"PK", DOCX), (b"%PDF-1.7", PDF)):
        assert "damaged" in str(looks(content, kind).refused)
