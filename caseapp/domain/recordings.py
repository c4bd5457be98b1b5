"""How long a recording is, as its own header tells: nothing is decoded and nothing is played."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from struct import error as Cut  # noqa: N812 - what struct calls it says nothing here
from struct import unpack_from

LONGEST = 7 * 24 * 3600
"""Seconds. A header that claims more is not believed."""
MOST_BOXES = 200
"""Looked at side by side in one container."""
_TAIL = 1 << 16
"""Bytes at the end of an Ogg file in which its last page begins (RFC 3533: a page has at most 65,307)."""


def seconds_of(kind: str, content: bytes) -> int | None:
    """The length in whole seconds, at least 1; None where the file does not say, or says what cannot be."""
    told = _TELLS.get(kind)
    if told is None:
        return None
    try:
        found = told(content)
    except (Cut, ZeroDivisionError, OverflowError, IndexError, ValueError):  # cut off, or nonsense
        return None
    return max(1, round(found)) if found is not None and 0 < found <= LONGEST else None


def _wav(content: bytes) -> float | None:
    """Data bytes over bytes a second (RIFF WAVE)."""
    at, rate = 12, 0
    for _chunk in range(MOST_BOXES):
        name, size = content[at : at + 4], unpack_from("<I", content, at + 4)[0]
        if name == b"fmt ":
            rate = unpack_from("<I", content, at + 16)[0]
        elif name == b"data":
            return float(min(size, len(content) - at - 8) / rate)
        at += 8 + size + size % 2
    return None


def _mp4(content: bytes) -> float | None:
    """The movie header: its duration in units of its own scale (ISO/IEC 14496-12, 8.2.2)."""
    for moov, moov_end in _boxes(content, b"moov", 0, len(content)):
        for at, _end in _boxes(content, b"mvhd", moov, moov_end):
            layout, skip = (">IQ", 20) if content[at] == 1 else (">II", 12)
            scale, duration = unpack_from(layout, content, at + skip)
            return float(duration / scale)
    return None


def _boxes(content: bytes, wanted: bytes, at: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the bodies of the boxes of a name begin and end."""
    for _box in range(MOST_BOXES):
        if at + 8 > end:
            return
        (size,), head = unpack_from(">I", content, at), 8
        if size == 1:
            (size,), head = unpack_from(">Q", content, at + 8), 16
        elif size == 0:
            size = end - at
        if size < head:
            return
        if content[at + 4 : at + 8] == wanted and at + head < min(at + size, end):
            yield at + head, min(at + size, end)
        at += size


_AMR = (12, 13, 15, 17, 19, 20, 26, 31, 5)
_AMR_WIDE = (17, 23, 32, 36, 40, 46, 50, 58, 60, 5)
_FRAMES_A_SECOND = 50


def _amr(content: bytes) -> float | None:
    """Frames of 20 milliseconds, each with its size in its first byte (RFC 4867, 5.3)."""
    wide = content.startswith(b"#!AMR-WB\n")
    sizes, at, frames = (_AMR_WIDE, 9, 0) if wide else (_AMR, 6, 0)
    while at < len(content):
        mode = content[at] >> 3 & 15
        at += 1 + (sizes[mode] if mode < len(sizes) else 0)
        frames += 1
    return frames / _FRAMES_A_SECOND


def _ogg(content: bytes) -> float | None:
    """Samples up to the last page over samples a second; Opus always counts 48,000 (RFC 7845, 4)."""
    start = max(0, len(content) - _TAIL)
    last = content.rfind(b"OggS", start)
    if last < 0:
        return None
    (samples,) = unpack_from("<q", content, last + 6)
    voice = content.find(b"\x01vorbis", 0, 4096)
    rate = 48_000 if b"OpusHead" in content[:4096] else unpack_from("<I", content, voice + 12)[0] if voice > 0 else 0
    return float(samples / rate)


_LAYER_3 = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0),
}
"""Kilobits a second by version (MPEG-1; MPEG-2 and 2.5) and index."""
_SAMPLES = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}


def _mp3(content: bytes) -> float | None:
    """Frames where the first one counts them (Xing, Info), else bytes over the rate of the first frame."""
    at = 0
    if content.startswith(b"ID3"):
        at = 10 + sum((byte & 127) << shift for byte, shift in zip(content[6:10], (21, 14, 7, 0), strict=True))
    _sync, head, more = unpack_from("BBB", content, at)
    version, layer = head >> 3 & 3, head >> 1 & 3
    if _sync != 255 or head & 0xE0 != 0xE0 or layer != 1 or version == 1 or more >> 2 & 3 == 3:
        return None
    samples, a_frame = _SAMPLES[version][more >> 2 & 3], 1152 if version == 3 else 576
    beginning = content[at : at + 64]
    for mark in (b"Xing", b"Info"):
        place = beginning.find(mark)
        if place > 0 and beginning[place + 7] & 1:
            return float(unpack_from(">I", content, at + place + 8)[0] * a_frame / samples)
    rate = _LAYER_3[3 if version == 3 else 2][more >> 4]
    return (len(content) - at) * 8 / (rate * 1000)


_TELLS: dict[str, Callable[[bytes], float | None]] = {
    "audio/wav": _wav, "audio/mp4": _mp4, "video/mp4": _mp4, "audio/amr": _amr, "audio/ogg": _ogg, "audio/mpeg": _mp3,
}  # fmt: skip
