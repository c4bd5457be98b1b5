"""The writing door: records go in, changes of registers go to the journal, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update

from caseapp.domain.documents import Blob
from caseapp.domain.ids import new_id
from caseapp.domain.record import Scalar, identity
from caseapp.errors import NotReady, NotSaved
from caseapp.store import attachments, faults, journal, numbers, projection, search
from caseapp.store.blobs import BlobStore
from caseapp.store.changes import LIFE, Change, Changeset, Op, new_change, sealed
from caseapp.store.fold import current, made_at
from caseapp.store.head import Mark
from caseapp.store.prepared import Prepared
from caseapp.store.reader import Reader
from caseapp.store.record_rows import Shape, shape
from caseapp.store.standing import Standing


class Writer(Reader):
    """One unit of work. Everything put here is written together with its journal entry, or not at all."""

    def __init__(
        self, connection: Connection, blobs: BlobStore, standing: Standing, who: str, now: datetime, intention: str
    ) -> None:
        super().__init__(connection, blobs)
        self.standing = standing
        self.intention = intention
        self.new_files: list[str] = []
        self.gone_files: list[str] = []
        self._start = standing.mark
        self._who = who
        self._now = now
        self._today = now.date().isoformat()
        self._pending: dict[tuple[str, str, str], Change] = {}
        self._refold: dict[tuple[str, str], None] = {}

    def put(self, record: object) -> bool:
        """Write a record; only registers whose value differs are journalled. Returns whether any did.

        A deleted record is restored by it. An ordinary change replaces the value that is shown; another current value
        stays in conflict until it is settled. Raises :class:`NotSaved` for a record that was erased.
        """
        form: Shape[Any] = shape(type(record))
        name = identity(record)
        row = _one(form).one(self.connection, {"of": name})
        if row is None:
            self._create(form, name, form.wire_values(record))
            return True
        before = form.record(row[:_LOCAL])
        is_deleted, is_disputed, changed_on, heads_text = row[_LOCAL:]
        if before == record and not is_deleted:
            return False
        changed = form.changed(before, record)
        heads = projection.read_heads(heads_text)
        shown = self._shown(form, name) if is_disputed else heads
        for register, values in changed.items():
            self._change(form, name, register, Op.SET, shown.get(register, ()), values, heads)
        if is_deleted:
            self._change(form, name, LIFE, Op.CREATE, heads[LIFE], None, heads)
        if is_disputed or is_deleted:
            self._refold[form.kind, name] = None
        values = {wire: value for found in changed.values() for wire, value in found.items()}
        day = {"changed_on": self._today} if changed_on != self._today else {}
        self._update(form, name, heads, {**form.columns(values), **day, "is_deleted": False})
        if any(wire in values for wire in search.SEARCHED.get(form.kind, ())):
            search.index(self.connection, form.kind, name, search.words(form.kind, form.wire_values(record)))
        return True

    def delete(self, cls: type, record: str) -> None:
        """Take a record out of sight; it can be restored, and an edit made elsewhere beside it survives."""
        form: Shape[Any] = shape(cls)
        if self._forget_new(form, record):
            return
        heads = self._heads(form, record)
        seen = sorted(change for register, ids in heads.items() if register != LIFE for change in ids)
        self._change(form, record, LIFE, Op.DELETE, heads[LIFE], {"seen": seen}, heads)
        self._update(form, record, heads, {"is_deleted": True})
        self._refold[form.kind, record] = None

    def restore(self, cls: type, record: str) -> None:
        """Bring a deleted record back as it was."""
        form: Shape[Any] = shape(cls)
        heads = self._heads(form, record)
        self._change(form, record, LIFE, Op.CREATE, heads[LIFE], None, heads)
        self._update(form, record, heads, {"is_deleted": False})
        self._refold[form.kind, record] = None

    def settle(self, cls: type, record: str, register: str, values: Mapping[str, Scalar]) -> None:
        """Decide a conflict: ``values`` of the register replace all current ones, which stay in the history."""
        form: Shape[Any] = shape(cls)
        heads = self._heads(form, record)
        self._change(form, record, register, Op.SET, heads.get(register, ()), dict(values), heads)
        self._update(form, record, heads, form.columns(values))
        self._refold[form.kind, record] = None

    def erase(self, kind: str, record: str) -> None:
        """Note that a record is gone for good; :mod:`caseapp.store.erasure` takes its values out."""
        heads = current(journal.entries_of(self.connection, kind, record)).get(LIFE, ())
        self.note(new_change(kind, record, LIFE, Op.ERASE, tuple(entry.change.id for entry in heads), None))

    def add_blob(self, content: bytes) -> Blob:
        """Keep the bytes of a file; bytes that are here already are not kept twice."""
        found = attachments.same(self.connection, self._blobs, content)
        if found is None:
            found = attachments.keep(self.connection, self._blobs, content)
            self.new_files.append(found.id)
            self.put(found)
        return found

    def receive_blob(self, blob: str, content: bytes) -> None:
        """Keep the bytes of a file that another replica speaks of. Raises :class:`BadInput` if they are not its bytes."""
        attachments.receive(self.connection, self._blobs, blob, content)

    def next_number(self, kind: str, year: int) -> str:
        """The next number people read, with this replica's letter: ``2026-A014``. Never given twice."""
        return numbers.next_number(self.connection, kind, year, self.standing.letter)

    def note(self, change: Change) -> None:
        """Take a change into this unit of work; a later one of the same register takes its place."""
        self._pending[change.kind, change.record, change.register] = change

    def _create(self, form: Shape[Any], record: str, values: Mapping[str, Scalar]) -> None:
        history = journal.entries_of(self.connection, form.kind, record)
        if history:
            raise NotSaved(faults.ERASED if any(e.change.op is Op.ERASE for e in history) else faults.NOT_SHOWN)
        made = made_at(self.standing.lamport + 1, len(self._pending))
        heads: dict[str, tuple[str, ...]] = {}
        self._change(form, record, LIFE, Op.CREATE, (), None, heads)
        for register, wires in form.registers.items():
            value = {wire: values[wire] for wire in wires}
            if any(wire not in form.defaults or form.defaults[wire] != value[wire] for wire in wires):
                self._change(form, record, register, Op.SET, (), value, heads)
        row = {
            "id": record, **form.columns(values), "is_deleted": False, "is_disputed": False,
            "changed_on": self._today, "made": made, "heads": projection.heads_text(heads),
        }  # fmt: skip
        _insert(form).run(self.connection, row)
        if form.kind in search.SEARCHED:
            search.index(self.connection, form.kind, record, search.words(form.kind, values))

    def _change(
        self, form: Shape[Any], record: str, register: str, op: Op, parents: tuple[str, ...], value: object,
        heads: dict[str, tuple[str, ...]],
    ) -> None:  # fmt: skip
        """Note a change that replaces ``parents``, and bring ``heads`` up to date."""
        earlier = self._pending.get((form.kind, record, register))
        change = new_change(form.kind, record, register, op, earlier.parents if earlier else parents, value)
        self.note(change)
        gone = {earlier.id} if earlier else set(parents)
        heads[register] = (*(other for other in heads.get(register, ()) if other not in gone), change.id)

    def _heads(self, form: Shape[Any], record: str) -> dict[str, tuple[str, ...]]:
        row = _one(form).one(self.connection, {"of": record})
        if row is None:
            raise NotReady(faults.NOT_FOUND)
        return projection.read_heads(row[-1])

    def _shown(self, form: Shape[Any], record: str) -> dict[str, tuple[str, ...]]:
        """Of each register the current changes that give the value shown."""
        heads = current(journal.entries_of(self.connection, form.kind, record))
        return {
            register: tuple(entry.change.id for entry in found if entry.change.value == found[0].change.value)
            for register, found in heads.items()
        }

    def _update(
        self, form: Shape[Any], record: str, heads: Mapping[str, tuple[str, ...]], columns: Mapping[str, Scalar]
    ) -> None:
        row = {**columns, "heads": projection.heads_text(heads)}
        _update(form, tuple(row)).run(self.connection, {"of": record, **row})

    def _forget_new(self, form: Shape[Any], record: str) -> bool:
        """Whether the record was made in this very unit of work; then it is as if it had never been."""
        life = self._pending.get((form.kind, record, LIFE))
        if life is None or life.op is not Op.CREATE or life.parents:
            return False
        for key in [key for key in self._pending if key[:2] == (form.kind, record)]:
            del self._pending[key]
        self._refold[form.kind, record] = None
        return True

    def finish(self) -> None:
        """Append the journal entry and bring the tables up to it. Called by the door, once."""
        self.flush()
        self.refold(self._refold)

    def refold(self, records: Iterable[tuple[str, str]]) -> None:
        """Make the tables say of some records what the journal says."""
        for kind, record in records:
            projection.refold(self.connection, kind, record)

    def take_in(self, changesets: tuple[Changeset, ...]) -> None:
        """Append entries of other replicas; the records they touch have to be refolded."""
        if changesets:
            self._append(changesets)

    def flush(self) -> None:
        """Append what was noted so far."""
        if self._pending:
            entry = Changeset(
                new_id(), self.standing.replica, self.standing.seq + 1, self.standing.lamport + 1, self._who,
                self._now.isoformat(timespec="seconds"), self.intention, self.standing.last,
                tuple(self._pending.values()),
            )  # fmt: skip
            self._append((sealed(entry),))
            self._pending.clear()

    def _append(self, changesets: tuple[Changeset, ...]) -> None:
        arrived = self._start.sequence + 1
        mark = journal.append(self.connection, changesets, arrived, self.standing.mark.head)
        self.standing = self.standing.after(changesets, Mark(arrived, mark), self._start.head)


_LOCAL = -4
"""From here on a row's columns are this folder's own."""


@cache
def _one(form: Shape[Any]) -> Prepared:
    columns = form.table.c
    local = (columns.is_deleted, columns.is_disputed, columns.changed_on, columns.heads)
    return Prepared(form.rows().add_columns(*local).where(columns.id == bindparam("of")))


@cache
def _insert(form: Shape[Any]) -> Prepared:
    return Prepared(insert(form.table))


@cache
def _update(form: Shape[Any], columns: tuple[str, ...]) -> Prepared:
    table = form.table
    named: dict[str, Any] = {name: bindparam(name) for name in columns}
    return Prepared(update(table).where(table.c.id == bindparam("of")).values(named))
