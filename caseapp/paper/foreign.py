"""A process of its own that decodes one file from outside, with little memory and little time, and dies after it.

``python -m caseapp.paper.foreign`` reads a request and the file from its input and writes pixels, or a copy without
metadata, to its output. Whatever a hostile file does, it does it here: without the key, the casebook or a window.
"""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, BinaryIO

from caseapp.domain.media import DOCX, PDF
from caseapp.paper.foreign_copies import bind, clean
from caseapp.paper.foreign_looks import WIDTH as LOOKED_AT
from caseapp.paper.foreign_looks import doubts
from caseapp.paper.foreign_reading import (
    AT_ONCE,
    MEMORY_BYTES,
    MOST_PAGES,
    MOST_PIXELS,
    Refused,
    Reply,
    Request,
    document,
    fitted,
    frame_count,
    go_to,
    opened,
    seconds_for,
    upright,
)
from caseapp.paper.foreign_text import text_pdf, words_of

if TYPE_CHECKING:
    from PIL.Image import Image as Picture


def main(source: BinaryIO, out: BinaryIO) -> int:
    """Answer one request."""
    request = json.loads(source.readline())
    limit(seconds_for(len(request.get("kinds", ()))))
    content = source.read()
    try:
        head, body = _TASKS[request["task"]](content, request)
    except Refused as why:
        head, body = {"refused": str(why)}, b""
    except MemoryError:
        head, body = {"refused": "memory"}, b""
    out.write(json.dumps(head).encode() + b"\n" + body)
    out.flush()
    return 0


def limit(seconds: int) -> None:
    """Bound memory and time where the system can; the caller's clock bounds time everywhere."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def pages(content: bytes, request: Request) -> Reply:
    """Pages or frames as pixels, three bytes each, not wider than asked: from ``first`` on, at most as many as asked."""
    kind, width, first = request["kind"], int(request["width"]), int(request["first"])
    wanted = range(first, first + min(int(request["pages"]), AT_ONCE))
    cut = False
    if kind == DOCX:
        kind, (content, cut) = PDF, text_pdf(content)
    total, drawn = _pdf(content, width, wanted) if kind == PDF else _frames(content, kind, width, wanted)
    sizes = [one.size for one in drawn]
    return {"total": total, "sizes": sizes, "cut": cut}, b"".join(one.tobytes() for one in drawn)


def looks(content: bytes, request: Request) -> Reply:
    """How many pages a file has, where that is known, and what may be doubted of a photograph."""
    kind = request["kind"]
    if kind == PDF:
        return {"total": len(document(content)), "doubts": []}, b""
    if kind == DOCX:
        words_of(content)
        return {"total": 0, "doubts": []}, b""
    image = opened(content, kind)
    total, side = frame_count(image), min(image.size)
    if total == 1:
        image.draft("RGB", (2 * LOOKED_AT, 2 * LOOKED_AT))
    return {"total": total if total < MOST_PAGES else 0, "doubts": doubts(upright(image), side)}, b""


_TASKS = {"pages": pages, "clean": clean, "bind": bind, "looks": looks}


def _frames(content: bytes, kind: str, width: int, wanted: range) -> tuple[int, list[Picture]]:
    image = opened(content, kind)
    total = min(frame_count(image), MOST_PAGES)
    drawn = []
    for number in range(wanted.start, min(total, wanted.stop)):
        go_to(image, number)
        if total == 1:
            image.draft("RGB", (width, width))  # a JPEG is read no larger than it is shown
        drawn.append(fitted(upright(image), width))
    return total, drawn


def _pdf(content: bytes, width: int, wanted: range) -> tuple[int, list[Picture]]:
    import pypdfium2
    from PIL import Image

    file = document(content)
    total, drawn = len(file), []
    for number in range(wanted.start, min(total, wanted.stop)):
        try:
            page = file[number]
        except pypdfium2.PdfiumError:
            raise Refused("broken") from None
        wide, high = page.get_size()
        if wide <= 0 or high <= 0 or (high / wide) * width * width > MOST_PIXELS:
            raise Refused("too_large")
        bitmap = page.render(scale=width / wide, rev_byteorder=True, bitmap_maker=pypdfium2.PdfBitmap.new_native)
        size, rows = (bitmap.width, bitmap.height), bytes(bitmap.buffer)
        drawn.append(Image.frombuffer("RGB", size, rows, "raw", "RGB", bitmap.stride, 1))
    return total, drawn


if __name__ == "__main__":
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
