"""Undoing a unit of work by another one: nothing is taken out of the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caseapp.domain.record import Scalar, kinds
from caseapp.errors import NotReady
from caseapp.store import faults, journal
from caseapp.store.changes import LIFE, Change, Changeset, Op
from caseapp.store.fold import Entry, current
from caseapp.store.record_rows import Shape, shape
from caseapp.store.writer import Writer


def undo(writer: Writer, changeset: str) -> None:
    """Give every register the changeset touched its value of before, and every record its existence of before.

    Raises :class:`NotReady` where something of it was changed again later or erased; then nothing is changed.
    """
    found = journal.changeset_with(writer.connection, changeset)
    changes = [change for change in found.changes if change.kind in kinds()] if found else []
    if found is None or not changes or any(change.op is Op.ERASE or change.value is None for change in changes):
        raise NotReady(faults.NOTHING_TO_UNDO)
    heads = {(c.kind, c.record): _entries(writer, c) for c in changes}
    for change in changes:
        shown = current(heads[change.kind, change.record])[change.register]
        if [entry.change.id for entry in shown] != [change.id]:
            raise NotReady(faults.CHANGED_LATER)
    lives = {(c.kind, c.record): c for c in changes if c.register == LIFE}
    for (kind, record), life in reversed(lives.items()):
        _undo_life(writer, found, life, heads[kind, record])
    for change in changes:
        if (change.kind, change.record) not in lives:
            before = _before(change, heads[change.kind, change.record])
            writer.settle(kinds()[change.kind], change.record, change.register, before)


def _entries(writer: Writer, change: Change) -> list[Entry]:
    return journal.entries_of(writer.connection, change.kind, change.record)


def _undo_life(writer: Writer, changeset: Changeset, life: Change, entries: list[Entry]) -> None:
    cls = kinds()[life.kind]
    if life.op is Op.DELETE:
        writer.restore(cls, life.record)
        return
    own = {change.id for change in changeset.changes}
    if any(entry.change.id not in own for found in current(entries).values() for entry in found):
        raise NotReady(faults.CHANGED_LATER)
    writer.delete(cls, life.record)


def _before(change: Change, entries: list[Entry]) -> Mapping[str, Scalar]:
    """The value the change replaced; where there was none, the defaults."""
    replaced = sorted((entry for entry in entries if entry.change.id in change.parents), key=Entry.rank)
    if replaced:
        if replaced[-1].change.value is None:
            raise NotReady(faults.NOTHING_TO_UNDO)
        return replaced[-1].change.values()
    form: Shape[Any] = shape(kinds()[change.kind])
    return {wire: form.defaults[wire] for wire in form.registers[change.register]}
