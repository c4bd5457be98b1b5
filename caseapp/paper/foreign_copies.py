"""Copies to hand out: pages and nothing else, one file or several as one. Runs in the decoding process."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from caseapp.domain.media import HEIC, PDF
from caseapp.paper.foreign_reading import (
    BOUND_PAGES,
    MOST_PIXELS,
    PICTURES,
    Refused,
    Reply,
    Request,
    document,
    frame_count,
    go_to,
    opened,
    upright,
)

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from pypdfium2 import PdfDocument

FLAT_SCALE = 150 / 72
"""Pixels a point of a page that goes over as a picture: legible in print."""
A4 = (595.28, 841.89)
"""Points (ISO 216)."""
PRINT_SIZE = (2500, 3500)
"""Pixels of a photograph on a page of A4: 300 to the inch."""


def clean(content: bytes, request: Request) -> Reply:
    """A copy without metadata: no place, device, author or thumbnail (OWASP ASVS 14.2.8)."""
    kind = request["kind"]
    copy = _clean_pdf(content) if kind == PDF else _clean_picture(content, kind)
    return {"bytes": len(copy)}, copy


def bind(content: bytes, request: Request) -> Reply:
    """Several files as one PDF without metadata, in their order; the files follow each other in ``content``."""
    import pypdfium2

    bound, at = pypdfium2.PdfDocument.new(), 0
    for kind, size in zip(request["kinds"], request["sizes"], strict=True):
        part, at = content[at : at + size], at + size
        if kind == PDF:
            bound.import_pages(document(_clean_pdf(part)))
        else:
            _add_picture(bound, part, kind)
        if len(bound) > BOUND_PAGES:
            raise Refused("too_many_bound")
    copy = _saved(bound)
    return {"bytes": len(copy)}, copy


def _clean_picture(content: bytes, kind: str) -> bytes:
    """Every page of a TIFF, the one picture of any other kind; of HEIC as JPEG, which any office can open."""
    image = opened(content, kind)
    form = "JPEG" if kind == HEIC else PICTURES[kind]
    frames: list[Picture] = []
    for _number in _frames(image, kind):
        if len(frames) == BOUND_PAGES:
            raise Refused("too_many_bound")
        frames.append(_bare(upright(image)))
    out = io.BytesIO()
    first, *others = frames
    more: dict[str, Any] = {"save_all": True, "append_images": others} if others else {}
    first.save(out, form, **more, **({"quality": 92} if form in ("JPEG", "WEBP") else {}))
    return out.getvalue()


def _frames(image: Picture, kind: str) -> Iterator[int]:
    """Goes to each page of a scan; the picture a file of another kind opens with is its picture."""
    if kind != "image/tiff":
        yield 0
        return
    for number in range(frame_count(image)):
        go_to(image, number)
        yield number


def _bare(image: Picture) -> Picture:
    image.info.clear()
    return image


def _clean_pdf(content: bytes) -> bytes:
    """Only pages go over: no title, author, attachment, script or form. Pages that carry more go over as pictures."""
    import pypdfium2

    old = document(content)
    if len(old) > BOUND_PAGES:
        raise Refused("too_many_bound")
    new = pypdfium2.PdfDocument.new()
    new.import_pages(old)
    copy = _saved(new)
    return copy if not any(mark in copy for mark in _TELLING) else _flattened(old)


_TELLING = (b"Exif\0\0", b"xmpmeta", b"Photoshop 3.0", b"/Metadata", b"/PieceInfo", b"/Annots", b"/LastModified", b"/Thumb")
"""What pages and the pictures in them may tell of place, device and author (ISO 32000-1, 14.3, 14.5; Exif 2.32)."""


def _flattened(old: PdfDocument) -> bytes:
    """Each page as a picture of it."""
    import pypdfium2

    new = pypdfium2.PdfDocument.new()
    for page in old:
        wide, high = page.get_size()
        if wide <= 0 or high <= 0 or wide * high * FLAT_SCALE**2 > MOST_PIXELS:
            raise Refused("too_large")
        picture = page.render(scale=FLAT_SCALE, rev_byteorder=True).to_pil().convert("RGB")
        _place(new, picture, (wide, high), (0.0, 0.0, wide, high))
    return _saved(new)


def _add_picture(bound: PdfDocument, content: bytes, kind: str) -> None:
    """Each frame on a page of A4, upright or across as it lies, never larger than the page."""
    image = opened(content, kind)
    for _number in _frames(image, kind):
        if len(bound) > BOUND_PAGES:
            raise Refused("too_many_bound")
        image.draft("RGB", PRINT_SIZE)
        picture = _bare(upright(image))
        picture.thumbnail(PRINT_SIZE)
        page = (min(A4), max(A4)) if picture.height >= picture.width else (max(A4), min(A4))
        scale = min(page[0] / picture.width, page[1] / picture.height)
        wide, high = picture.width * scale, picture.height * scale
        _place(bound, picture, page, ((page[0] - wide) / 2, (page[1] - high) / 2, wide, high))


def _place(bound: PdfDocument, picture: Picture, page: tuple[float, float], box: tuple[float, float, float, float]) -> None:
    """A new page with a picture on it; ``box`` is left, bottom, width and height, in points."""
    import pypdfium2

    jpeg = io.BytesIO()
    picture.save(jpeg, "JPEG", quality=90)
    placed = pypdfium2.PdfImage.new(bound)
    placed.load_jpeg(jpeg, inline=True)
    placed.set_matrix(pypdfium2.PdfMatrix().scale(box[2], box[3]).translate(box[0], box[1]))
    sheet = bound.new_page(*page)
    sheet.insert_obj(placed)
    sheet.gen_content()


def _saved(made: PdfDocument) -> bytes:
    """The file, without the hour and the program its library writes into it; the same pages give the same bytes."""
    out = io.BytesIO()
    made.save(out)
    told = _TOLD.sub(lambda found: b"<<" + b" " * (len(found[0]) - 4) + b">>", out.getvalue(), count=1)
    body, trailer, end = told.rpartition(b"trailer")
    mark = hashlib.sha256(body).hexdigest()[:32].upper().encode()
    return body + trailer + _NUMBER.sub(b"/ID[<" + mark + b"><" + mark + b">", end, count=1)


_TOLD = re.compile(rb"<</CreationDate\(D:[^)]*\)/Creator\(PDFium\)>>")
_NUMBER = re.compile(rb"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>")
