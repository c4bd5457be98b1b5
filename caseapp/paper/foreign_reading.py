"""What the decoding process knows of files from outside: its limits, and how a file is opened and turned upright."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any

from caseapp.domain.media import HEIC

if TYPE_CHECKING:
    from PIL.Image import Image as Picture
    from pypdfium2 import PdfDocument

MEMORY_BYTES = 512 << 20
SECONDS = 10
MOST_SECONDS = 90
MOST_PIXELS = 40_000_000
MOST_PAGES = 2_000
"""Of one file. A longer one is kept and not shown."""
AT_ONCE = 8
"""Pages drawn by one process: what its memory holds at the width of a window."""
BOUND_PAGES = 200
"""Of one outgoing copy."""
PICTURES = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP", "image/tiff": "TIFF", HEIC: "HEIF"}

Request = dict[str, Any]
Reply = tuple[dict[str, Any], bytes]


def seconds_for(files: int) -> int:
    """How long the process may work: longer for several files that become one."""
    return min(SECONDS + 2 * files, MOST_SECONDS)


class Refused(Exception):
    """The file is not decoded; the argument says why, as a word of the protocol."""


def document(content: bytes) -> PdfDocument:
    """A PDF, opened; nothing in it is run."""
    import pypdfium2

    try:
        found = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise Refused("locked" if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD else "broken") from None
    if len(found) > MOST_PAGES:
        raise Refused("too_many_pages")
    return found


def opened(content: bytes, kind: str) -> Picture:
    from PIL import Image, UnidentifiedImageError

    if kind == HEIC:
        _know_heic()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    try:
        image = Image.open(io.BytesIO(content), formats=[PICTURES[kind]])
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise Refused("too_large") from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, KeyError):
        raise Refused("broken") from None
    bounded(image)
    return image


def _know_heic() -> None:
    """Only the picture itself is read: the small one a file carries beside it may show something else."""
    try:
        from pillow_heif import register_heif_opener
    except ImportError:
        raise Refused("no_heic") from None
    register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=2)


def bounded(image: Picture) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise Refused("too_large")


def upright(image: Picture) -> Picture:
    """Decoded, turned as the camera was held, in plain colours on white."""
    from PIL import Image, ImageOps

    try:
        turned = ImageOps.exif_transpose(image)
        if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
            over = turned.convert("RGBA")
            under = Image.new("RGBA", over.size, "white")
            return Image.alpha_composite(under, over).convert("RGB")
        return turned if turned.mode == "RGB" else turned.convert("RGB")
    except (OSError, ValueError, SyntaxError, EOFError, IndexError):
        raise Refused("broken") from None


def fitted(image: Picture, width: int) -> Picture:
    if image.width <= width:
        return image
    return image.resize((width, max(1, round(image.height * width / image.width))))


def frame_count(image: Picture) -> int:
    """Frames, never counted further than they may be shown: some files claim millions."""
    try:
        return int(getattr(image, "n_frames", 1))
    except (OSError, ValueError, SyntaxError, EOFError, IndexError):
        raise Refused("broken") from None


def go_to(image: Picture, number: int) -> None:
    try:
        image.seek(number)
    except (OSError, ValueError, SyntaxError, EOFError, IndexError):
        raise Refused("broken") from None
    bounded(image)
