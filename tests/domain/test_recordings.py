"""How long a recording says it is; and that no bytes whatever bring the reading down."""

from __future__ import annotations

import io
import wave
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.recordings import _TELLS, seconds_of


def wav(seconds: int) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(16_000 * seconds))
    return out.getvalue()


def box(name: bytes, body: bytes) -> bytes:
    return pack(">I", 8 + len(body)) + name + body


def mp4(scale: int, duration: int) -> bytes:
    head = box(b"mvhd", bytes(12) + pack(">II", scale, duration) + bytes(80))
    return box(b"ftyp", b"M4A \0\0\0\0") + box(b"mdat", bytes(500)) + box(b"moov", head)


def mp3(frames: int | None) -> bytes:
    """MPEG-1 layer 3, 128 kbit/s, 44.1 kHz; with a count of frames or without."""
    counted = b"Xing\0\0\0\1" + pack(">I", frames) if frames else bytes(12)
    return b"ID3\x03\0\0\0\0\0\x05" + bytes(5) + b"\xff\xfb\x90\0" + bytes(32) + counted + bytes(160_000 - 48)


OPUS = b"OggS" + bytes(24) + b"OpusHead" + bytes(30) + b"OggS\0\4" + pack("<q", 48_000 * 65) + bytes(9)


@pytest.mark.parametrize(
    ("kind", "content", "seconds"),
    [
        ("audio/wav", wav(3), 3), ("audio/mp4", mp4(600, 600 * 754), 754), ("video/mp4", mp4(1000, 400), 1),
        ("audio/amr", b"#!AMR\n" + (b"\x3c" + bytes(31)) * 500, 10),
        ("audio/amr", b"#!AMR-WB\n" + (b"\x04" + bytes(17)) * 100, 2), ("audio/ogg", OPUS, 65),
        ("audio/mpeg", mp3(3828), 100), ("audio/mpeg", mp3(None), 10),
        ("audio/mp4", mp4(0, 5), None), ("audio/mp4", mp4(1, 10**9), None), ("audio/mpeg", b"\xff\xfb", None),
        ("audio/silk", b"#!SILK", None), ("audio/wav", b"RIFF", None),
    ],
)  # fmt: skip
def test_a_recording_tells_its_length_or_nothing(kind: str, content: bytes, seconds: int | None):
    assert seconds_of(kind, content) == seconds


BEGINNINGS = {
    "audio/wav": wav(1)[:44], "audio/mp4": mp4(1, 1), "video/mp4": mp4(1, 1), "audio/amr": b"#!AMR\n", "audio/ogg": OPUS,
    "audio/mpeg": mp3(9)[:80],
}  # fmt: skip


@given(kind=st.sampled_from(sorted(_TELLS)), cut=st.integers(0, 200), rest=st.binary(max_size=200))
def test_whatever_the_bytes_are_there_is_an_answer(kind: str, cut: int, rest: bytes):
    for content in (rest, BEGINNINGS[kind][:cut] + rest):
        found = seconds_of(kind, content)
        assert found is None or found >= 1
