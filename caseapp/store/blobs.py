"""Attachment files: one for each blob, encrypted with a key of its own.

A file is ``attachments/<blob id>``: a magic, then chunks of 64 KiB, each sealed with AES-256-GCM under the blob's key.
The nonce is the chunk's number and whether it is the last, so a chunk that is cut, moved, doubled or left out does not
open. The blob's key lies wrapped in the database and nowhere else: without its row the file is noise.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from caseapp.errors import CannotOpen
from caseapp.store import faults
from caseapp.store.files import write_whole
from caseapp.store.keys import derived

_MAGIC = b"caseapp blob 1\n"
_CHUNK = 65_536
_TAG = 16
_NAME = re.compile(r"[0-9a-f-]{36}")


class BlobStore:
    """The folder of attachment files of one casebook."""

    def __init__(self, folder: Path, key: bytes, secret: bytes) -> None:
        self._folder = folder
        self._wrapping = AESGCM(derived(key, "blob keys"))
        self._digest_key = derived(secret, "blob digest")

    def digest(self, content: bytes) -> str:
        """A keyed hash: the same on every replica, telling nothing to who lacks the casebook."""
        return hmac.digest(self._digest_key, content, hashlib.sha256).hex()

    def write(self, blob: str, content: bytes) -> bytes:
        """Write the file durably; its wrapped key, to be stored with the row."""
        key = secrets.token_bytes(32)
        seal = AESGCM(key)
        chunks = [content[start : start + _CHUNK] for start in range(0, len(content), _CHUNK)] or [b""]
        sealed = (
            seal.encrypt(_nonce(number, last=number == len(chunks) - 1), chunk, blob.encode())
            for number, chunk in enumerate(chunks)
        )
        write_whole(self._folder / blob, _MAGIC + b"".join(sealed))
        nonce = secrets.token_bytes(12)
        return nonce + self._wrapping.encrypt(nonce, key, blob.encode())

    def read(self, blob: str, wrapped: bytes) -> bytes:
        """The content. Raises :class:`CannotOpen` if the file is absent, cut, altered or another's."""
        try:
            content = (self._folder / blob).read_bytes()
        except FileNotFoundError as error:
            raise CannotOpen(faults.ATTACHMENT_ABSENT) from error
        except OSError as error:
            raise CannotOpen(faults.ATTACHMENT_DAMAGED) from error
        try:
            key = self._wrapping.decrypt(wrapped[:12], wrapped[12:], blob.encode())
            if not content.startswith(_MAGIC):
                raise InvalidTag
            return b"".join(_opened(AESGCM(key), content[len(_MAGIC) :], blob.encode()))
        except (InvalidTag, ValueError) as error:
            raise CannotOpen(faults.ATTACHMENT_DAMAGED) from error

    def names(self) -> frozenset[str]:
        """The blobs that have a file."""
        return frozenset(path.name for path in self._folder.iterdir() if _NAME.fullmatch(path.name))

    def remove(self, blob: str) -> None:
        """Take the file away; its key must be gone from the database first."""
        (self._folder / blob).unlink(missing_ok=True)

    def remove_all(self, blobs: Iterable[str]) -> None:
        """The same for several."""
        for blob in blobs:
            self.remove(blob)

    def sweep(self, known: frozenset[str]) -> None:
        """Take away what an interrupted save left: parts, and files no row knows."""
        for path in self._folder.iterdir():
            if path.suffix == ".part" or (_NAME.fullmatch(path.name) and path.name not in known):
                path.unlink()


def _nonce(number: int, *, last: bool) -> bytes:
    return struct.pack(">xxxQB", number, last)


def _opened(seal: AESGCM, content: bytes, bound: bytes) -> Iterator[bytes]:
    step = _CHUNK + _TAG
    starts = range(0, len(content), step) or range(1)
    for number, start in enumerate(starts):
        last = start + step >= len(content)
        yield seal.decrypt(_nonce(number, last=last), content[start : start + step], bound)
