"""The head: the last acknowledged sequence and journal head, outside the database.

Page authentication notices a changed byte in the database but neither a lost tail of the write-ahead log nor an old
copy put back. ``head`` is a file of two 512-byte slots written in turn; each holds a sequence, the journal head at
that sequence and a MAC. It is synced after the commit and before the operation is acknowledged, so the database is at
the head or one transaction past it. Anything else is told.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import struct
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from caseapp.store.files import sync_folder
from caseapp.store.keys import derived

SLOT_BYTES = 512
_MAGIC = b"caseapp1"
_LAYOUT = struct.Struct(">8sQ32s32s")


@dataclass(frozen=True, slots=True)
class Mark:
    """A point of the journal of this folder: how many transactions, and the rolling digest of their entries."""

    sequence: int
    head: bytes


class Standing(Enum):
    """How the database stands to the head file."""

    TOGETHER = "together"
    LOST = "lost"
    """The database is behind: the last acknowledged changes are missing."""
    REPLACED = "replaced"
    """The head file is behind, missing or of another journal: it was put back from elsewhere."""


class HeadFile:
    """The open head file of a casebook."""

    def __init__(self, path: Path, key: bytes, casebook: str, *, writable: bool) -> None:
        self._key = derived(key, "head")
        self._casebook = casebook.encode()
        fresh = not path.exists()
        flags = (os.O_RDWR | os.O_CREAT) if writable else os.O_RDONLY
        self._handle = -1 if fresh and not writable else os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600)
        if fresh and writable:
            os.write(self._handle, bytes(2 * SLOT_BYTES))
            os.fsync(self._handle)
            sync_folder(path.parent)

    def read(self) -> Mark | None:
        """The newest mark whose MAC is right."""
        if self._handle < 0:
            return None
        os.lseek(self._handle, 0, os.SEEK_SET)
        content = os.read(self._handle, 2 * SLOT_BYTES)
        slots = (content[start : start + SLOT_BYTES] for start in (0, SLOT_BYTES))
        marks = [mark for mark in map(self._read_slot, slots) if mark]
        return max(marks, key=lambda mark: mark.sequence, default=None)

    def _read_slot(self, slot: bytes) -> Mark | None:
        if len(slot) < _LAYOUT.size:
            return None
        magic, sequence, head, mac = _LAYOUT.unpack_from(slot)
        right = magic == _MAGIC and hmac.compare_digest(mac, self._mac(sequence, head))
        return Mark(sequence, head) if right else None

    def write(self, mark: Mark) -> None:
        """Note ``mark`` durably in the slot that does not hold the mark before it."""
        self._write(mark, mark.sequence % 2)

    def restart(self, mark: Mark) -> None:
        """Note ``mark`` whatever was noted before, once what was amiss has been told."""
        self._write(mark, mark.sequence % 2)
        self._write(mark, (mark.sequence + 1) % 2)

    def _write(self, mark: Mark, slot: int) -> None:
        content = _LAYOUT.pack(_MAGIC, mark.sequence, mark.head, self._mac(mark.sequence, mark.head))
        os.lseek(self._handle, slot * SLOT_BYTES, os.SEEK_SET)
        os.write(self._handle, content.ljust(SLOT_BYTES, b"\0"))
        (os.fdatasync if hasattr(os, "fdatasync") else os.fsync)(self._handle)

    def close(self) -> None:
        """Close the file."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def _mac(self, sequence: int, head: bytes) -> bytes:
        return hmac.digest(self._key, self._casebook + struct.pack(">Q", sequence) + head, hashlib.sha256)


def compare(noted: Mark | None, stored: Mark, before: bytes) -> Standing:
    """Hold the database's own mark against the noted one; ``before`` is the journal head one transaction earlier."""
    if noted is None or noted.sequence < stored.sequence - 1:
        return Standing.REPLACED
    if noted.sequence > stored.sequence:
        return Standing.LOST
    expected = stored.head if noted.sequence == stored.sequence else before
    return Standing.TOGETHER if hmac.compare_digest(noted.head, expected) else Standing.REPLACED
