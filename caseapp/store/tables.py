"""The tables of a casebook: one for each record kind, made from its dataclass, and those of the journal.

A column is named after the dataclass attribute and may be renamed by a migration; the wire name never changes. There
are no foreign keys between records, because changes may arrive in any order and a bundle may leave records out.
The last five columns follow from the journal like all others.
"""

from __future__ import annotations

import types
from typing import Any

from sqlalchemy import Column, Index, LargeBinary, MetaData, String, Table, text
from sqlmodel import Field, SQLModel

from caseapp.domain.record import FieldSpec, kinds, specs

SCHEMA_VERSION = 1
"""The number of the newest migration; stored as ``PRAGMA user_version``."""

SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
}


class ChangesetRow(SQLModel, table=True):
    """A unit of work. ``position``, ``arrived`` and ``mark`` are this folder's own.

    ``position`` is the order in which entries came to it, ``arrived`` the number of the transaction that brought one,
    ``mark`` the rolling digest of everything up to it: what the head file is held against.
    """

    __tablename__ = "journal_changeset"

    position: int | None = Field(default=None, primary_key=True)
    arrived: int
    id: str
    replica: str
    seq: int
    lamport: int
    who: str
    wall: str
    intention: str
    previous: str
    hash: str
    mark: bytes


class ChangeRow(SQLModel, table=True):
    """One register of one record gets a value."""

    __tablename__ = "journal_change"
    __table_args__ = (
        Index("ix_journal_change_letters", "kind", sqlite_where=text("kind = 'replica'")),
        Index("ix_journal_change_erased", "op", sqlite_where=text("op = 'erase'")),
        {"sqlite_with_rowid": False},
    )

    changeset: int = Field(foreign_key="journal_changeset.position", primary_key=True)
    ordinal: int = Field(primary_key=True)
    id: str
    kind: str
    record: str = Field(index=True)
    register_: str = Field(sa_column=Column("register", String, nullable=False))
    op: str
    parents: str
    commitment: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    salt: bytes | None = Field(default=None, sa_column=Column(LargeBinary))
    value: str | None = None


class LocalState(SQLModel, table=True):
    """This folder's own standing: one row."""

    __tablename__ = "local_state"

    id: int = Field(default=1, primary_key=True)
    casebook: str
    secret: bytes
    replica: str


class AccessRow(SQLModel, table=True):
    """Who looked at what, when. Kept on this computer, never merged; ``what`` is an opaque id, never a name."""

    __tablename__ = "access_log"

    number: int | None = Field(default=None, primary_key=True)
    wall: str
    who: str
    action: str
    what: str


class DraftRow(SQLModel, table=True):
    """What somebody has typed into a form and not saved yet. Kept on this computer, never merged, never journalled.

    ``key`` names the form and, after colons, the records it speaks of; ``at_hand`` is whether it was in front.
    """

    __tablename__ = "draft"

    who: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    content: str
    saved_on: str
    at_hand: bool


class AgendaItemRow(SQLModel, table=True):
    """One day derived from a case, kept so that Today need not derive every case anew. Local, and made again at will."""

    __tablename__ = "agenda_item"
    __table_args__ = (Index("ix_agenda_item_shown", "shows_from", "day"),)

    case: str = Field(primary_key=True)
    item: str = Field(primary_key=True)
    kind: str
    ref: str
    day: str
    shows_from: str
    until: str | None = None
    provisional: bool


class AgendaStateRow(SQLModel, table=True):
    """That the days of a case were derived, for which days they hold, and after which entry of the journal."""

    __tablename__ = "agenda_state"

    case: str = Field(primary_key=True)
    derived_on: str
    holds_until: str


class AgendaSeenRow(SQLModel, table=True):
    """Up to which entry of the journal, and with which law and rules, the days were derived: one row."""

    __tablename__ = "agenda_seen"

    id: int = Field(default=1, primary_key=True)
    position: int
    made_with: str


class BlobKeyRow(SQLModel, table=True):
    """The key of one attachment file, wrapped under a key derived from the database key."""

    __tablename__ = "blob_key"

    blob: str = Field(primary_key=True)
    wrapped: bytes


class CounterRow(SQLModel, table=True):
    """The last number given out under a name such as ``case 2026 A``; a number is never given twice."""

    __tablename__ = "counter"

    name: str = Field(primary_key=True)
    last: int


class SearchRow(SQLModel, table=True):
    """Which record a row of the search index speaks of."""

    __tablename__ = "search_entry"

    number: int | None = Field(default=None, primary_key=True)
    kind: str
    record: str = Field(unique=True)


SEARCH_DDL = "CREATE VIRTUAL TABLE search USING fts5(words, tokenize='ascii')"


def _column_type(spec: FieldSpec) -> type:
    return spec.base if spec.base in (bool, int) else str


def _record_table(kind: str, cls: type) -> Table:
    """The SQLModel table of a record kind."""
    annotations: dict[str, Any] = {"id": str}
    body: dict[str, Any] = {"id": Field(primary_key=True)}
    for spec in specs(cls):
        optional = spec.optional
        annotations[spec.attribute] = _column_type(spec) | None if optional else _column_type(spec)
        body[spec.attribute] = Field(default=None if optional else ...)
    annotations |= {"is_deleted": bool, "is_disputed": bool, "changed_on": str, "made": int, "heads": str}
    indexes = [Index(None, *_indexed(spec)) for spec in specs(cls) if _is_asked(spec)]
    disputed = Index(f"ix_{kind}_disputed", "is_disputed", sqlite_where=text("is_disputed IS 1"))

    def fill(namespace: dict[str, Any]) -> None:
        namespace.update(body)
        namespace["__annotations__"] = annotations
        namespace["__tablename__"] = kind
        namespace["__table_args__"] = (*indexes, disputed)
        namespace["__module__"] = __name__
        namespace["model_config"] = {"defer_build": True}

    model = types.new_class(f"{cls.__name__}Row", (SQLModel,), {"table": True}, fill)
    table: Table = model.__table__  # type: ignore[attr-defined]
    return table


_OWNERS = ("case", "household", "person", "visit", "letter", "release", "local_rule")


def _is_asked(spec: FieldSpec) -> bool:
    """Whether records are looked for by this field: by what they belong to, or by a number people read.

    An index on every reference would double the pages a save has to encrypt.
    """
    return spec.attribute == "number" or (spec.attribute == spec.refers_to and spec.refers_to in _OWNERS)


def _indexed(spec: FieldSpec) -> tuple[str, ...]:
    return (spec.attribute, "changed_on") if spec.refers_to == "case" else (spec.attribute,)


RECORD_TABLES: dict[str, Table] = {kind: _record_table(kind, cls) for kind, cls in kinds().items()}
METADATA: MetaData = SQLModel.metadata
