"""Changes and changesets: the journal's own values, and the hashes that keep them whole.

A *changeset* is one unit of work: who, when, with what intention, on which replica. Its *changes* each give one
register of one record a value and name the changes they replace. The changeset's hash covers a salted commitment of
every value rather than the value, so that value and salt can be erased together and the chain still holds.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import cast

from caseapp.domain.record import Scalar

LIFE = "*"
"""The register that says whether a record exists."""
FIRST = ""
"""The hash before a replica's first changeset."""
Values = Mapping[str, Scalar]


class Op(Enum):
    """What a change does. The wire value never changes."""

    CREATE = "create"
    """The record exists (again, after a deletion)."""
    SET = "set"
    DELETE = "delete"
    """Its value lists the changes that the deletion has seen; an edit it has not seen survives it."""
    ERASE = "erase"
    """The record and all its values are gone for good, here and wherever this change arrives."""


@dataclass(frozen=True, slots=True)
class Change:
    """One register of one record gets a value. ``salt`` and ``value`` are None once erased or where left out."""

    id: str
    kind: str
    record: str
    register: str
    op: Op
    parents: tuple[str, ...]
    commitment: bytes
    salt: bytes | None
    value: str | None

    def values(self) -> dict[str, Scalar]:
        """The wire values; empty once erased."""
        return cast(dict[str, Scalar], json.loads(self.value)) if self.value and self.op is Op.SET else {}

    def seen(self) -> frozenset[str]:
        """The changes a deletion has seen."""
        return frozenset(json.loads(self.value)["seen"]) if self.value and self.op is Op.DELETE else frozenset()

    def without_value(self) -> Change:
        """The same change with nothing but its commitment left."""
        return replace(self, salt=None, value=None)


@dataclass(frozen=True, slots=True)
class Changeset:
    """A unit of work, chained to the one before it on the same replica. ``wall`` is shown, never compared."""

    id: str
    replica: str
    seq: int
    lamport: int
    who: str
    wall: str
    intention: str
    previous: str
    changes: tuple[Change, ...]
    hash: str = ""


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
_PLAIN = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def new_change(kind: str, record: str, register: str, op: Op, parents: tuple[str, ...], value: object) -> Change:
    """A change with a fresh id and salt. ``value`` is the register's wire values, or what its ``op`` asks for."""
    text = canonical(value)
    salt = secrets.token_bytes(16)
    return Change(
        secrets.token_urlsafe(16), kind, record, register, op, tuple(sorted(parents)), commitment(salt, text), salt, text
    )


def canonical(value: object) -> str:
    """JSON in the one form that is hashed and stored."""
    return _CANONICAL.encode(value)


def commitment(salt: bytes, text: str) -> bytes:
    """What stands for a value in the chain; without the salt it tells nothing about it."""
    return hashlib.sha256(b"caseapp value 1\0" + salt + text.encode("utf-8", "surrogatepass")).digest()


def digest(changeset: Changeset) -> str:
    """The hash of a changeset over all it says but the values, which stand in it by their commitments."""
    content = [
        "caseapp changeset 1", changeset.id, changeset.replica, changeset.seq, changeset.lamport, changeset.who,
        changeset.wall, changeset.intention, changeset.previous,
        [
            [change.id, change.kind, change.record, change.register, change.op.value, change.parents,
             change.commitment.hex()]
            for change in changeset.changes
        ],
    ]  # fmt: skip
    return hashlib.sha256(_PLAIN.encode(content).encode()).hexdigest()


def sealed(changeset: Changeset) -> Changeset:
    """The changeset with its hash."""
    return replace(changeset, hash=digest(changeset))


def intact(changeset: Changeset) -> bool:
    """Whether hash and commitments are right; an erased value has nothing to be wrong."""
    return changeset.hash == digest(changeset) and all(
        change.value is None
        if change.salt is None
        else change.value is not None and commitment(change.salt, change.value) == change.commitment
        for change in changeset.changes
    )
