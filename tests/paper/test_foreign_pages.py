"""Files from outside: what they are allowed to do, and that a hostile one ends alone."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from struct import pack

import pytest
from PIL import Image
from pillow_heif import register_heif_opener
from pypdfium2 import PdfDocument, PdfImage, PdfMatrix
from reportlab.pdfgen.canvas import Canvas

from caseapp.domain.media import HEIC
from caseapp.errors import BadInput
from caseapp.paper.foreign_pages import foreign_pages, one_pdf, without_metadata


def picture(form: str, size: tuple[int, int] = (40, 20), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, form, **more)
    return out.getvalue()


def bomb(side: int) -> bytes:
    """A PNG that says it is ``side`` × ``side`` and holds almost nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))

    head = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")


def heic(size: tuple[int, int] = (64, 32), **info: object) -> bytes:
    """As a telephone writes it: the turn is a property of the picture, and its EXIF only repeats it."""
    register_heif_opener()
    out, made = io.BytesIO(), Image.new("RGB", size, "red")
    made.info |= info
    made.save(out, "HEIF")
    return out.getvalue()


def exif(place: bytes) -> Image.Exif:
    made = Image.Exif()
    made[0x0112] = 6  # held upright: the pixels lie on their side
    made[0x010F] = place.decode()
    return made


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "TIFF"])
def test_a_picture_is_shown_not_wider_than_asked(form: str):
    found = foreign_pages(picture(form, (400, 200)), f"image/{form.lower()}", width=100)
    assert [(page.width, page.height, len(page.rgb)) for page in found.pages] == [(100, 50, 15000)]


def test_a_picture_of_an_iphone_is_shown_upright_and_handed_out_as_a_plain_jpeg():
    original = heic(exif=exif(b"SecretPhone").tobytes())
    assert original[4:12] == b"ftypheic" and b"SecretPhone" in original
    (page,) = foreign_pages(original, HEIC, width=100).pages
    assert (page.width, page.height) == (32, 64)
    assert page.rgb[0] > 200 > 60 > page.rgb[1]
    copy = without_metadata(original, HEIC)
    with Image.open(io.BytesIO(copy)) as opened:
        assert (opened.format, opened.size, len(opened.getexif())) == ("JPEG", (32, 64), 0)
    bound = one_pdf([(original, HEIC), (picture("JPEG"), "image/jpeg")])
    assert b"SecretPhone" not in copy + bound and foreign_pages(bound, "application/pdf", width=20).total == 2


def test_a_picture_of_24_million_pixels_lying_on_its_side_in_tiles_is_shown():
    """5,712 by 4,284 pixels in tiles of 1,024, of one colour; made by pillow-heif, which takes five seconds for it."""
    file = Path(__file__).with_name("lying_24_megapixels.heic").read_bytes()
    (page,) = foreign_pages(file, HEIC, width=600).pages
    assert (page.width, page.height) == (600, 800)


def test_every_page_of_a_scan_is_counted_and_only_those_asked_for_are_drawn():
    out, frame = io.BytesIO(), Image.new("RGB", (10, 10))
    frame.save(out, "TIFF", save_all=True, append_images=[frame] * 4)
    found = foreign_pages(out.getvalue(), "image/tiff", width=100, most=2)
    assert (len(found.pages), found.total) == (2, 5)


def test_a_pdf_is_shown_page_by_page():
    document = PdfDocument.new()
    document.new_page(200, 100)
    document.new_page(200, 100)
    out = io.BytesIO()
    document.save(out)
    found = foreign_pages(out.getvalue(), "application/pdf", width=100)
    assert [(page.width, page.height) for page in found.pages] == [(100, 50)] * 2


def test_a_picture_taken_upright_is_shown_upright():
    found = foreign_pages(picture("JPEG", (40, 20), exif=exif(b"x")), "image/jpeg", width=100)
    assert (found.pages[0].width, found.pages[0].height) == (20, 40)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (bomb(30_000), "image/png"), (b"%PDF-1.7\n" + b"x" * 500, "application/pdf"), (picture("PNG")[:60], "image/png"),
        (picture("PNG"), "image/jpeg"), (b"", "image/webp"), (heic()[:400], HEIC),
        (b"\0\0\0\x18ftypheic" + bytes(90), HEIC),
    ],
    ids=["a bomb", "no pdf", "cut off", "not what it says", "nothing", "heic cut off", "heic of nothing"],
)  # fmt: skip
def test_a_file_that_cannot_be_decoded_is_refused_in_a_sentence(content: bytes, kind: str):
    with pytest.raises(BadInput):
        foreign_pages(content, kind, width=100)


def test_a_kind_that_is_only_kept_is_never_opened():
    with pytest.raises(BadInput, match="kept, but not opened"):
        foreign_pages(b"<svg/>", "image/svg+xml", width=100)


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "TIFF", "PNG"])
def test_a_copy_to_hand_out_tells_neither_device_nor_place(form: str):
    original = picture(form, (40, 20), exif=exif(b"SecretPhone"))
    assert b"SecretPhone" in original
    copy = without_metadata(original, f"image/{form.lower()}")
    assert b"SecretPhone" not in copy
    opened = Image.open(io.BytesIO(copy))
    assert opened.size == (20, 40) and 0x010F not in opened.getexif()


def test_a_pdf_to_hand_out_names_no_author():
    document = PdfDocument.new()
    document.new_page(200, 100)
    out = io.BytesIO()
    document.save(out)
    named = out.getvalue().replace(b"trailer", b"9 0 obj<</Author(SecretName)>>endobj trailer")
    assert b"SecretName" not in without_metadata(named, "application/pdf")


def test_a_scan_that_carries_the_place_of_its_photograph_goes_over_as_a_picture():
    exif = Image.Exif()
    exif[0x010E] = "SecretPlace"
    jpeg, out = io.BytesIO(), io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(jpeg, "JPEG", exif=exif)
    scan = PdfDocument.new()
    page, placed = scan.new_page(100, 100), PdfImage.new(scan)
    placed.load_jpeg(jpeg, inline=True)
    placed.set_matrix(PdfMatrix().scale(100, 100))
    page.insert_obj(placed)
    page.gen_content()
    scan.save(out)
    assert b"SecretPlace" in out.getvalue()
    copy = without_metadata(out.getvalue(), "application/pdf")
    assert b"SecretPlace" not in copy
    assert copy == without_metadata(out.getvalue(), "application/pdf"), "neither hour nor chance is in it"
    assert not any(PdfDocument(copy).get_metadata_dict().values())
    red = foreign_pages(copy, "application/pdf", width=10).pages[0].rgb[:3]
    assert red[0] > 240 > 20 > red[1]


def test_every_page_of_a_scanned_tiff_goes_over():
    out = io.BytesIO()
    Image.new("RGB", (30, 20)).save(out, "TIFF", save_all=True, append_images=[Image.new("RGB", (30, 20), "white")])
    assert foreign_pages(without_metadata(out.getvalue(), "image/tiff"), "image/tiff", width=10).total == 2


def test_a_pdf_with_a_password_says_so():
    out = io.BytesIO()
    canvas = Canvas(out, encrypt="secret")
    canvas.drawString(100, 100, "x")
    canvas.save()
    with pytest.raises(BadInput, match="password"):
        foreign_pages(out.getvalue(), "application/pdf", width=50)
