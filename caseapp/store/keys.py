"""The key file: a random database key, wrapped once for each person who may open the casebook.

``keys.json`` holds typed, versioned slots. A *user* slot wraps the database key under Argon2id (RFC 9106) of the
passphrase with AES-256-GCM; the slot's parameters and the casebook's id are authenticated with it, so a weakened
header does not open. Handles are not written in clear: a slot carries a salted hash of the handle. Slots of a type
this version does not know (a recovery share) are kept as they are.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import os
import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from caseapp.errors import CannotOpen
from caseapp.store import faults
from caseapp.store.files import write_whole

FORMAT = "caseapp-keys"
VERSION = 1
KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class KdfParameters:
    """The cost of one guess at a passphrase (Argon2id): memory in KiB, passes, lanes."""

    memory_kib: int = 262_144
    passes: int = 3
    lanes: int = 4

    def within_bounds(self) -> bool:
        """At least RFC 9106's second choice, at most what a hostile header may make this computer spend."""
        return (
            FLOOR.memory_kib <= self.memory_kib <= 2_097_152
            and FLOOR.passes <= self.passes <= 20
            and FLOOR.lanes <= self.lanes <= 8
        )


FLOOR = KdfParameters(65_536, 3, 4)


def default_parameters() -> KdfParameters:
    """256 MiB where the computer has 4 GiB of memory or more, else the floor."""
    return KdfParameters() if _physical_memory() >= 4 * 2**30 else FLOOR


def _physical_memory() -> int:
    """Bytes of memory; what cannot be told counts as plenty, since a failed allocation is told apart anyway."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 8 * 2**30


@dataclass(frozen=True, slots=True)
class Slot:
    """One way to the database key. ``body`` is everything but the type, as it stands in the file."""

    type: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The key file: which casebook, which program wrote it last, and the slots."""

    casebook: str
    program: str
    slots: tuple[Slot, ...] = ()

    def to_bytes(self) -> bytes:
        slots = [{"type": slot.type, **slot.body} for slot in self.slots]
        content = {
            "format": FORMAT, "version": VERSION, "casebook": self.casebook, "program": self.program, "slots": slots,
        }  # fmt: skip
        return json.dumps(content, indent=1, sort_keys=True).encode()


def new_database_key() -> bytes:
    """32 random bytes; the cipher takes them as they are."""
    return secrets.token_bytes(KEY_BYTES)


def derived(key: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose (HKDF-SHA-256, RFC 5869)."""
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"caseapp 1 {purpose}".encode()).derive(key)


def read_key_file(path: Path) -> KeyFile:
    """Read ``keys.json``. Raises :class:`CannotOpen` for a foreign, damaged or newer one."""
    try:
        if path.stat().st_size > 1_000_000:
            raise CannotOpen(faults.KEYS_DAMAGED)
        content = json.loads(path.read_bytes())
        if content["format"] != FORMAT or not isinstance(content["version"], int):
            raise CannotOpen(faults.NOT_A_CASEBOOK)
        if content["version"] > VERSION:
            raise CannotOpen(faults.NEWER, version=str(content["program"])[:20])
        slots = tuple(Slot(str(slot.pop("type")), slot) for slot in content["slots"])
        return KeyFile(str(content["casebook"]), str(content["program"]), slots)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CannotOpen(faults.NOT_A_CASEBOOK) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CannotOpen(faults.KEYS_DAMAGED) from error


def write_key_file(path: Path, keys: KeyFile) -> None:
    """Replace the key file; a power cut leaves the old one or the new one."""
    write_whole(path, keys.to_bytes())


def with_user(keys: KeyFile, passphrase: str, handle: str, key: bytes, kdf: KdfParameters) -> KeyFile:
    """The key file with one more user."""
    if not kdf.within_bounds():
        raise ValueError("key derivation cheaper than the floor")
    salt = secrets.token_bytes(16)
    header = {
        "version": 1,
        "kdf": "argon2id",
        "memory_kib": kdf.memory_kib,
        "passes": kdf.passes,
        "lanes": kdf.lanes,
        "salt": _text(salt),
        "label": _label(salt, handle),
    }
    nonce = secrets.token_bytes(12)
    secret = json.dumps({"key": _text(key), "handle": handle}).encode()
    wrapped = AESGCM(_stretched(passphrase, salt, kdf)).encrypt(nonce, secret, _bound(keys.casebook, header))
    slot = Slot("user", {**header, "nonce": _text(nonce), "wrapped": _text(wrapped)})
    return replace(keys, slots=(*keys.slots, slot))


def unlock(keys: KeyFile, passphrase: str, handle: str | None = None) -> tuple[bytes, str]:
    """The database key and the handle of who opened it.

    Raises :class:`CannotOpen` with the same words, after the same work, for a wrong passphrase and an unknown handle.
    """
    users = [slot for slot in keys.slots if slot.type == "user"]
    if not users:
        raise CannotOpen(faults.KEYS_DAMAGED)
    own = [slot for slot in users if handle is None or _is_of(slot, handle)]
    for slot in own or users[:1]:
        opened = _open(keys.casebook, slot.body, passphrase)
        if opened and own:
            return opened
    raise CannotOpen(faults.WRONG_PASSPHRASE)


def _open(casebook: str, body: Mapping[str, Any], passphrase: str) -> tuple[bytes, str] | None:
    header = {name: value for name, value in body.items() if name not in ("nonce", "wrapped")}
    try:
        kdf = KdfParameters(int(body["memory_kib"]), int(body["passes"]), int(body["lanes"]))
        if body["kdf"] != "argon2id" or body["version"] != 1 or not kdf.within_bounds():
            raise CannotOpen(faults.KEYS_WEAK)
        secret = AESGCM(_stretched(passphrase, _bytes(body["salt"]), kdf)).decrypt(
            _bytes(body["nonce"]), _bytes(body["wrapped"]), _bound(casebook, header)
        )
    except InvalidTag:
        return None
    except (ValueError, KeyError, TypeError) as error:
        raise CannotOpen(faults.KEYS_DAMAGED) from error
    content = json.loads(secret)
    return _bytes(content["key"]), str(content["handle"])


def _stretched(passphrase: str, salt: bytes, kdf: KdfParameters) -> bytes:
    plain = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    try:
        return hash_secret_raw(plain, salt, kdf.passes, kdf.memory_kib, kdf.lanes, KEY_BYTES, Type.ID)
    except (HashingError, MemoryError) as error:
        raise CannotOpen(faults.NO_MEMORY) from error


def _bound(casebook: str, header: Mapping[str, Any]) -> bytes:
    """What a slot is authenticated with: its casebook and its parameters."""
    return json.dumps([FORMAT, VERSION, casebook, header], sort_keys=True, separators=(",", ":")).encode()


def _label(salt: bytes, handle: str) -> str:
    return hashlib.sha256(salt + unicodedata.normalize("NFC", handle).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _is_of(slot: Slot, handle: str) -> bool:
    try:
        return secrets.compare_digest(str(slot.body["label"]), _label(_bytes(slot.body["salt"]), handle))
    except (KeyError, ValueError, TypeError):
        return False


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode()


def _bytes(value: object) -> bytes:
    try:
        return base64.b64decode(str(value), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
