"""The writing door: records go in, changes of registers go to the journal, in one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import Connection, insert, select, update

from caseapp.domain.ids import new_id
from caseapp.domain.record import Scalar, identity
from caseapp.errors import NotReady, NotSaved
from caseapp.store import faults, journal, projection, search
from caseapp.store.changes import LIFE, Change, Changeset, Op, new_change, sealed
from caseapp.store.fold import Entry, current, made_at
from caseapp.store.reader import Reader
from caseapp.store.record_rows import Shape, shape
from caseapp.store.standing import Standing, write_standing
from caseapp.store.tables import METADATA

R = TypeVar("R")
_COUNTERS = METADATA.tables["counter"]


class Writer(Reader):
    """One unit of work. Everything put here is written together with its journal entry, or not at all."""

    def __init__(self, connection: Connection, standing: Standing, who: str, now: datetime, intention: str) -> None:
        super().__init__(connection)
        self.standing = standing
        self._who = who
        self._now = now
        self._intention = intention
        self._pending: dict[tuple[str, str, str], Change] = {}
        self._made: set[str] = set()
        self._refold: dict[tuple[str, str], None] = {}
        self._journal: dict[tuple[str, str], list[Entry]] = {}

    def put(self, record: object) -> bool:
        """Write a record; only registers whose value differs are journalled. Returns whether any did.

        A deleted record is restored by it. Raises :class:`NotSaved` for one that was erased.
        """
        form: Shape[Any] = shape(type(record))
        name = identity(record)
        row = self._connection.execute(form.rows_with_state(), {"record": name}).first()
        if row is None:
            self._create(form, name, form.wire_values(record))
            return True
        before = form.record(row[: len(form.attributes) + 1])
        deleted, disputed = row[-2:]
        if before == record and not deleted:
            return False
        changed = self._changed_registers(form, form.wire_values(before), form.wire_values(record))
        if deleted:
            self._life(form.kind, name, Op.CREATE, None)
        for register, values in changed.items():
            self._set(form.kind, name, register, values)
        if deleted or disputed:
            self._refold[form.kind, name] = None
        self._update(form, name, {wire: value for values in changed.values() for wire, value in values.items()})
        return True

    def delete(self, cls: type, record: str) -> None:
        """Take a record out of sight; it can be restored, and an edit made elsewhere beside it survives."""
        form: Shape[Any] = shape(cls)
        if record in self._made:
            for key in [key for key in self._pending if key[:2] == (form.kind, record)]:
                del self._pending[key]
            self._made.discard(record)
            self._refold[form.kind, record] = None
            return
        heads = current(self._entries(form.kind, record))
        seen = {entry.change.id for name, entries in heads.items() if name != LIFE for entry in entries}
        seen |= {change.id for key, change in self._pending.items() if key[:2] == (form.kind, record) and key[2] != LIFE}
        self._life(form.kind, record, Op.DELETE, {"seen": sorted(seen)})
        self._mark_deleted(form, record, deleted=True)

    def restore(self, cls: type, record: str) -> None:
        """Bring a deleted record back as it was."""
        form: Shape[Any] = shape(cls)
        self._life(form.kind, record, Op.CREATE, None)
        self._mark_deleted(form, record, deleted=False)

    def settle(self, cls: type, record: str, register: str, values: Mapping[str, Scalar]) -> None:
        """Decide a conflict: ``values`` of the register replace all current ones, which stay in the history."""
        form: Shape[Any] = shape(cls)
        heads = current(self._entries(form.kind, record)).get(register, ())
        parents = tuple(entry.change.id for entry in heads)
        self.note(new_change(form.kind, record, register, Op.SET, parents, dict(values)))
        self._refold[form.kind, record] = None

    def next_number(self, kind: str, year: int) -> str:
        """The next number people read, with this replica's letter: ``2026-A014``."""
        prefix = f"{year}-{self.standing.letter}"
        name = f"{kind} {prefix}"
        last = self._connection.execute(select(_COUNTERS.c.last).where(_COUNTERS.c.name == name)).scalar()
        number = (last or 0) + 1
        while self._number_taken(kind, f"{prefix}{number:03d}"):
            number += 1
        if last is None:
            self._connection.execute(insert(_COUNTERS).values(name=name, last=number))
        else:
            self._connection.execute(update(_COUNTERS).where(_COUNTERS.c.name == name).values(last=number))
        return f"{prefix}{number:03d}"

    def _number_taken(self, kind: str, number: str) -> bool:
        form = projection.shape_of(kind)
        if form is None or "number" not in form.column_of:
            return False
        column = form.table.c[form.column_of["number"]]
        return self._connection.execute(select(column).where(column == number).limit(1)).first() is not None

    def _create(self, form: Shape[Any], record: str, values: Mapping[str, Scalar]) -> None:
        history = self._entries(form.kind, record)
        if any(entry.change.op is Op.ERASE for entry in history):
            raise NotSaved(faults.ERASED)
        if history:
            raise NotSaved(faults.NOT_SHOWN)
        self.note(new_change(form.kind, record, LIFE, Op.CREATE, (), None))
        made = made_at(self.standing.lamport + 1, len(self._pending) - 1)
        for register, wires in form.registers.items():
            value = {wire: values[wire] for wire in wires}
            if any(wire not in form.defaults or form.defaults[wire] != value[wire] for wire in wires):
                self.note(new_change(form.kind, record, register, Op.SET, (), value))
        self._made.add(record)
        row = {
            "id": record, **form.columns(values), "is_deleted": False, "is_disputed": False,
            "changed_on": self._now.date().isoformat(), "made": made,
        }  # fmt: skip
        self._connection.execute(insert(form.table), row)
        if form.kind in search.SEARCHED:
            search.index(self._connection, form.kind, record, projection.searchable(form, row))

    def _changed_registers(
        self, form: Shape[Any], before: Mapping[str, Scalar], after: Mapping[str, Scalar]
    ) -> dict[str, dict[str, Scalar]]:
        return {
            register: {wire: after[wire] for wire in wires}
            for register, wires in form.registers.items()
            if any(before[wire] != after[wire] for wire in wires)
        }

    def _set(self, kind: str, record: str, register: str, values: Mapping[str, Scalar]) -> None:
        """Replace the value that is shown; another current value stays in conflict until it is settled."""
        earlier = self._pending.get((kind, record, register))
        if earlier:
            parents = earlier.parents
        else:
            heads = current(self._entries(kind, record)).get(register, ())
            parents = tuple(entry.change.id for entry in heads if entry.change.value == heads[0].change.value)
        self.note(new_change(kind, record, register, Op.SET, parents, dict(values)))

    def _life(self, kind: str, record: str, op: Op, value: object) -> None:
        entries = self._entries(kind, record)
        if any(entry.change.op is Op.ERASE for entry in entries):
            raise NotSaved(faults.ERASED)
        heads = current(entries).get(LIFE, ())
        if not heads and record not in self._made:
            raise NotReady(faults.NOT_FOUND)
        self.note(new_change(kind, record, LIFE, op, tuple(entry.change.id for entry in heads), value))
        self._refold[kind, record] = None

    def note(self, change: Change) -> None:
        """Take a change into this unit of work."""
        self._pending[change.kind, change.record, change.register] = change

    def _entries(self, kind: str, record: str) -> list[Entry]:
        if (kind, record) not in self._journal:
            made_here = record in self._made
            self._journal[kind, record] = [] if made_here else journal.entries_of(self._connection, kind, record)
        return self._journal[kind, record]

    def _update(self, form: Shape[Any], record: str, changed: Mapping[str, Scalar]) -> None:
        columns: dict[str, Any] = {**form.columns(changed), "changed_on": self._now.date().isoformat()}
        table = form.table
        self._connection.execute(update(table).where(table.c.id == record).values(columns))
        searched = search.SEARCHED.get(form.kind, ())
        if any(wire in changed for wire in searched):
            row = dict(self._connection.execute(select(table).where(table.c.id == record)).mappings().one())
            search.index(self._connection, form.kind, record, projection.searchable(form, row))

    def _mark_deleted(self, form: Shape[Any], record: str, *, deleted: bool) -> None:
        table = form.table
        self._connection.execute(update(table).where(table.c.id == record).values(is_deleted=deleted))

    def finish(self) -> tuple[Changeset, ...]:
        """Append the journal entry. Called by the door, once."""
        if not self._pending:
            return ()
        entry = sealed(
            Changeset(
                new_id(), self.standing.replica, self.standing.seq + 1, self.standing.lamport + 1, self._who,
                self._now.isoformat(timespec="seconds"), self._intention, self.standing.last,
                tuple(self._pending.values()),
            )
        )  # fmt: skip
        self.append((entry,))
        return (entry,)

    def append(self, changesets: tuple[Changeset, ...]) -> None:
        """Write changesets to the journal and what follows from them to the tables."""
        after = self.standing.after(changesets)
        journal.append(self._connection, changesets, after.mark.sequence)
        write_standing(self._connection, after)
        for kind, record in self._refold:
            projection.refold(self._connection, kind, record)
        self.standing = after
