"""From the fold to the tables: one row for each record that can be shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, delete
from sqlalchemy.dialects.sqlite import insert

from caseapp.domain.record import Scalar, from_wire, kinds
from caseapp.errors import BadInput
from caseapp.store import journal, search
from caseapp.store.fold import RecordState, fold
from caseapp.store.prepared import Prepared
from caseapp.store.record_rows import Shape, shape


def shape_of(kind: str) -> Shape[Any] | None:
    """The shape of a record kind; None for a kind this version does not know."""
    cls = kinds().get(kind)
    return shape(cls) if cls else None


def row_of(form: Shape[Any], record: str, state: RecordState | None) -> dict[str, Any] | None:
    """The row a folded record stands in; None where it cannot be shown: erased, or needed values not here (yet)."""
    if state is None:
        return None
    values: Mapping[str, Scalar] = {**form.defaults, **state.values}
    if any(wire not in values for wire in form.wires):
        return None
    try:
        from_wire(form.kind, record, values)
    except BadInput:  # a value of a newer version: kept in the journal, shown by that version
        return None
    return {
        "id": record,
        **form.columns(values),
        "is_deleted": state.deleted,
        "is_disputed": state.beside or bool(state.conflicts()),
        "changed_on": state.changed_on,
        "made": state.made,
        "heads": heads_text(state.parents()),
    }


def heads_text(heads: Mapping[str, tuple[str, ...]]) -> str:
    """The current changes of each register, as a row keeps them for the next change to name."""
    return ";".join(f"{register}={','.join(ids)}" for register, ids in sorted(heads.items()))


def read_heads(text: str) -> dict[str, tuple[str, ...]]:
    """The reverse of :func:`heads_text`."""
    return {register: tuple(ids.split(",")) for register, _, ids in (part.partition("=") for part in text.split(";"))}


def refold(connection: Connection, kind: str, record: str) -> None:
    """Make the tables say of one record what its journal says."""
    form = shape_of(kind)
    if form is None:
        return
    row = row_of(form, record, fold(journal.entries_of(connection, kind, record)))
    if row is None:
        _removal(form).run(connection, {"of": record})
    else:
        _replacement(form).run(connection, row)
    if kind in search.SEARCHED:
        search.index(connection, kind, record, searchable(form, row))


@cache
def _removal(form: Shape[Any]) -> Prepared:
    return Prepared(delete(form.table).where(form.table.c.id == bindparam("of")))


@cache
def _replacement(form: Shape[Any]) -> Prepared:
    new = insert(form.table)
    changed = {name: new.excluded[name] for name in form.column_names() if name != "id"}
    return Prepared(new.on_conflict_do_update(index_elements=["id"], set_=changed))


def searchable(form: Shape[Any], row: Mapping[str, Any] | None) -> str:
    """What of a row is searched: nothing of a deleted record."""
    if row is None or row["is_deleted"]:
        return ""
    return search.words(form.kind, {wire: row[column] for wire, column in form.column_of.items()})
