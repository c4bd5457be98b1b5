"""A process of its own that decodes one file from outside, with little memory and little time, and dies after it.

``python -m caseapp.paper.foreign`` reads a request and the file from its input and writes pixels, or a copy without
metadata, to its output. Whatever a hostile file does, it does it here: without the key, the casebook or a window.
"""

from __future__ import annotations

import io
import json
import sys
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

MEMORY_BYTES = 512 << 20
SECONDS = 10
MOST_PIXELS = 40_000_000
MOST_PAGES = 60
PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP", "image/tiff": "TIFF"}
PDF = "application/pdf"


class Refused(Exception):
    """The file is not decoded; the argument says why, as a word of the protocol."""


def main(source: BinaryIO, out: BinaryIO) -> int:
    """Answer one request."""
    limit()
    request = json.loads(source.readline())
    content = source.read()
    try:
        head, body = clean(content, request["kind"]) if request["task"] == "clean" else pages(content, request)
    except Refused as why:
        head, body = {"refused": str(why)}, b""
    except MemoryError:
        head, body = {"refused": "too_large"}, b""
    out.write(json.dumps(head).encode() + b"\n" + body)
    out.flush()
    return 0


def limit() -> None:
    """Bound memory and time where the system can; the caller's clock bounds time everywhere."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def pages(content: bytes, request: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """Pages or frames as pixels, three bytes each, not wider than asked; at most as many as asked."""
    width, most = int(request["width"]), int(request["pages"])
    made = list(_pdf(content, width, most) if request["kind"] == PDF else _frames(content, request["kind"], width, most))
    total = made.pop()
    assert isinstance(total, int)
    drawn = [one for one in made if not isinstance(one, int)]
    return {"total": total, "sizes": [one.size for one in drawn]}, b"".join(one.tobytes() for one in drawn)


def clean(content: bytes, kind: str) -> tuple[dict[str, Any], bytes]:
    """A copy without metadata: no place, device, author or thumbnail (OWASP ASVS 14.2.8)."""
    copy = _clean_pdf(content) if kind == PDF else _clean_picture(content, kind)
    return {"bytes": len(copy)}, copy


def _frames(content: bytes, kind: str, width: int, most: int) -> Iterator[Picture | int]:
    image = _opened(content, kind)
    total = min(getattr(image, "n_frames", 1), MOST_PAGES + 1)
    for number in range(min(total, most)):
        image.seek(number)
        _bounded(image)
        yield _fitted(_upright(image), width)
    yield total


def _pdf(content: bytes, width: int, most: int) -> Iterator[Picture | int]:
    import pypdfium2
    from PIL import Image

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise Refused("broken") from None
    total = len(document)
    if total > MOST_PAGES:
        raise Refused("too_many_pages")
    for number in range(min(total, most)):
        page = document[number]
        wide, high = page.get_size()
        if wide <= 0 or high <= 0 or (high / wide) * width * width > MOST_PIXELS:
            raise Refused("too_large")
        bitmap = page.render(scale=width / wide, rev_byteorder=True, bitmap_maker=pypdfium2.PdfBitmap.new_native)
        yield Image.frombuffer("RGB", (bitmap.width, bitmap.height), bytes(bitmap.buffer), "raw", "RGB", bitmap.stride, 1)
    yield total


def _opened(content: bytes, kind: str) -> Picture:
    from PIL import Image, UnidentifiedImageError

    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        image = Image.open(io.BytesIO(content), formats=[PICTURES[kind]])
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refused("too_large") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, KeyError):
        raise Refused("broken") from None
    _bounded(image)
    return image


def _bounded(image: Picture) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise Refused("too_large")


def _upright(image: Picture) -> Picture:
    """Decoded, turned as the camera was held, in plain colours on white."""
    from PIL import Image, ImageOps

    try:
        turned = ImageOps.exif_transpose(image)
        if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
            over = turned.convert("RGBA")
            under = Image.new("RGBA", over.size, "white")
            return Image.alpha_composite(under, over).convert("RGB")
        return turned.convert("RGB")
    except (OSError, ValueError, SyntaxError, EOFError, IndexError):
        raise Refused("broken") from None


def _fitted(image: Picture, width: int) -> Picture:
    if image.width <= width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))))


def _clean_picture(content: bytes, kind: str) -> bytes:
    image = _upright(_opened(content, kind))
    out = io.BytesIO()
    form = PICTURES[kind]
    image.info.clear()
    image.save(out, form, **({"quality": 92} if form in ("JPEG", "WEBP") else {}))
    return out.getvalue()


def _clean_pdf(content: bytes) -> bytes:
    """Only pages go over: no title, author, attachment, script or form."""
    import pypdfium2

    try:
        old = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise Refused("broken") from None
    if len(old) > MOST_PAGES:
        raise Refused("too_many_pages")
    new = pypdfium2.PdfDocument.new()
    new.import_pages(old)
    out = io.BytesIO()
    new.save(out)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.stdin.buffer, sys.stdout.buffer))
