"""What an attached file is: by its first bytes, not by its name."""

from __future__ import annotations

PDF = "application/pdf"
HEIC = "image/heic"
UNKNOWN = "application/octet-stream"
ARCHIVE = "application/zip"
LOCKED = "application/x-locked-office"
"""A DOCX or XLSX under a password: its archive lies encrypted in a container of the older kind (MS-OFFCRYPTO)."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_BEGINNINGS = (
    (b"%PDF-", PDF), (b"\x89PNG\r\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff"), (b"PK\x03\x04", ARCHIVE),
    (b"ID3", "audio/mpeg"), (b"\xff\xfb", "audio/mpeg"), (b"\xff\xf3", "audio/mpeg"), (b"\xff\xf2", "audio/mpeg"),
    (b"\xff\xfa", "audio/mpeg"), (b"\xff\xf1", "audio/aac"), (b"\xff\xf9", "audio/aac"), (b"#!AMR", "audio/amr"),
    (b"OggS", "audio/ogg"), (b"fLaC", "audio/flac"), (b"#!SILK", "audio/silk"), (b"\x02#!SILK", "audio/silk"),
)  # fmt: skip
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav"}
_FTYP = {
    b"M4A ": "audio/mp4", b"heic": HEIC, b"heix": HEIC, b"heim": HEIC, b"heis": HEIC, b"hevc": HEIC, b"mif1": HEIC,
    b"msf1": HEIC, b"avif": "image/avif",
}  # fmt: skip
"""Kinds of the two containers that say what they hold only after their first bytes."""
_OFFICE = {"docx": DOCX, "xlsx": _XLSX}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = {
    "doc": "application/msword", "wps": "application/msword", "xls": "application/vnd.ms-excel",
    "et": "application/vnd.ms-excel", "docx": LOCKED, "xlsx": LOCKED,
}  # fmt: skip
_COPIES = {PDF: ".pdf", "image/png": ".png", "image/webp": ".webp", "image/tiff": ".tiff"}
_NAMED = {
    "pdf": PDF, "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
    "tif": "image/tiff", "tiff": "image/tiff", "heic": HEIC, "heif": HEIC, "gif": "image/gif", "docx": DOCX,
    "xlsx": _XLSX, "zip": ARCHIVE,
}  # fmt: skip


def media_type(name: str, content: bytes) -> str:
    """What a file is by its content; its name only tells kinds of one container apart."""
    if content.startswith(b"RIFF"):
        return _RIFF.get(content[8:12], UNKNOWN)
    if content[4:8] == b"ftyp":
        return _FTYP.get(content[8:12], "audio/mp4" if _ending(name) in ("m4a", "aac") else "video/mp4")
    if content.startswith(_OLD_OFFICE):
        return _OLD.get(_ending(name), UNKNOWN)
    found = next((kind for start, kind in _BEGINNINGS if content.startswith(start)), UNKNOWN)
    return _OFFICE.get(_ending(name), found) if found == ARCHIVE else found


def misnamed(name: str, kind: str) -> bool:
    """Whether the name says another kind than the content: a program called ``letter.pdf``."""
    return kind != LOCKED and _NAMED.get(_ending(name), kind) != kind


def recording(kind: str) -> bool:
    """Whether it is heard rather than read."""
    return kind.startswith(("audio/", "video/"))


def copy_ending(kind: str) -> str:
    """How the name of a copy without metadata ends, whatever the original is called."""
    return _COPIES.get(kind, ".jpg")


def evidence(kind: str) -> bool:
    """Whether this is a kind of file that papers come as: a document, a picture, a recording."""
    return kind in (PDF, DOCX, _XLSX, LOCKED, *_OLD.values()) or kind.startswith(("image/", "audio/", "video/"))


def _ending(name: str) -> str:
    return name.lower().rpartition(".")[2]
