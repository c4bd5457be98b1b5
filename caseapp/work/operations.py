"""Operations a script can ask for, one at a time: create, edit, attach, visit, letter, delete.

``{"op": …, "id": …, "case": …, "kind": …, "fields": {…}}``: ``case`` is a number or an id; ``kind`` is the kind of record
(by default a case, or whatever has the ``id``); ``fields`` are those of the case file (``docs/case-file.md``).
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from caseapp.domain.ids import CaseId, LetterId, VisitId, new_id
from caseapp.domain.letter_records import Letter
from caseapp.domain.record import Scalar, from_wire, identity, kind_of, kinds, references, specs, to_wire
from caseapp.domain.visits import Demand, Visit, WrittenAnswer
from caseapp.errors import BadInput
from caseapp.exchange.faults import Faults
from caseapp.exchange.fields import Fields
from caseapp.exchange.filling import filled
from caseapp.exchange.record_form import KINDS
from caseapp.exchange.short_form import read_short_case
from caseapp.exchange.short_offices import CaseOffices
from caseapp.exchange.short_visits import read_visits
from caseapp.exchange.strict_json import parse
from caseapp.i18n import N_
from caseapp.work.attachments import attach_file
from caseapp.work.cases import case_file, find_case
from caseapp.work.guards import guard
from caseapp.work.importing import put_office, take_over
from caseapp.work.session import Session
from caseapp.work.visits import in_place

if TYPE_CHECKING:
    from caseapp.store.writer import Writer

APPLIED = N_("Operation carried out")
NO_RECORD = N_("There is no record with the id {id} in this casebook.")


@dataclass(frozen=True, slots=True)
class Done:
    """What an operation made or changed, and the number of the casebook's transaction that holds it."""

    id: str
    sequence: int


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation as it was read."""

    op: str
    id: str
    case: str
    kind: str
    fields: Fields
    faults: Faults

    @classmethod
    def read(cls, raw: bytes, number: int) -> Operation:
        """Read a line. Raises :class:`~caseapp.errors.BadInput`; ``number`` names the line in messages."""
        source = parse(raw, f"#{number}")
        faults = Faults(source)
        top = Fields(source.value, (), faults)
        op, key, case, kind = (top.text(name) for name in ("op", "id", "case", "kind"))
        below = top.child("fields") or Fields({}, ("fields",), faults)
        top.close()
        if op not in _CARRIED_OUT:
            faults.note_unknown(("op",), op, tuple(_CARRIED_OUT))
        if kind and kind not in kinds():
            faults.note_unknown(("kind",), kind, KINDS)
        if key:
            try:
                key = str(uuid.UUID(key))
            except ValueError:
                faults.note(("id",), N_("Here the id of a record is needed, such as 6ba7b810-9dad-41d1-80b4-00c04fd430c8."))
        operation = cls(op, key, case, kind, below, faults)
        operation.refuse()
        return operation

    def refuse(self) -> None:
        """Raise the first fault found so far."""
        if self.faults.found:
            raise self.faults.found[0]


def carry_out(session: Session, operation: Operation, folder: Path, now: datetime) -> Done:
    """Carry out one operation as one transaction. Paths are seen from ``folder``. Raises :class:`BadInput`."""
    made = _CARRIED_OUT[operation.op](session, operation, folder, now)
    return Done(made, session.casebook.sequence)


def _create(session: Session, operation: Operation, _folder: Path, now: datetime) -> str:
    if operation.kind in ("", "case"):
        read = read_short_case(operation.fields, {}, now.date(), CaseId(operation.id) if operation.id else None)
        operation.refuse()
        for record in read.records:
            guard(record)
        with session.write(APPLIED, now) as writer:
            return take_over(writer, read).id
    cls = kinds()[operation.kind]
    record = _filled(session, operation, cls, {})
    with session.write(APPLIED, now) as writer:
        if writer.get(cls, identity(record), deleted=True):
            raise BadInput(N_("There is already a record with the id {id}."), id=identity(record))
        _put(writer, record)
    return identity(record)


def _edit(session: Session, operation: Operation, _folder: Path, now: datetime) -> str:
    before = _known(session, operation)
    after = _filled(session, operation, type(before), to_wire(before))
    with session.write(APPLIED, now) as writer:
        _put(writer, after)
    return identity(before)


def _filled(session: Session, operation: Operation, cls: type, before: Mapping[str, Scalar]) -> object:
    """The record the fields describe; whatever they do not name stays as it was."""
    fields, values = operation.fields, dict(before)
    for spec in specs(cls):
        if spec.refers_to == "case" and operation.case and spec.wire not in fields:
            values[spec.wire] = find_case(session, operation.case)
        elif spec.refers_to:
            values |= {spec.wire: fields.text(spec.wire)} if spec.wire in fields else {}
        elif fields.has(spec.wire):
            values[spec.wire] = fields.by_spec(spec)
    fields.close()
    operation.refuse()
    kept = {
        spec.wire: "" if values[spec.wire] is None and spec.base is str and not spec.optional else values[spec.wire]
        for spec in specs(cls) if spec.wire in values
    }  # fmt: skip
    try:
        record = from_wire(kind_of(cls), operation.id or new_id(), kept)
    except TypeError:
        raise BadInput(N_("The operation lacks a field this kind of record cannot be without.")) from None
    guard(record)
    return record


def _put(writer: Writer, record: object) -> None:
    """Write a record whose references all lead somewhere."""
    for kind, target in references(record):
        if kind in kinds() and writer.get(kinds()[kind], target) is None:
            raise BadInput(NO_RECORD, id=target[:40])
    writer.put(record)


def _known(session: Session, operation: Operation) -> object:
    """The record an operation speaks of: by its id, else its case."""
    wanted = operation.id or (find_case(session, operation.case) if operation.case else "")
    with session.read() as reader:
        for kind in (operation.kind,) if operation.kind else KINDS:
            found = reader.get(kinds()[kind], wanted)
            if found is not None:
                return found
    raise BadInput(NO_RECORD, id=wanted or "-")


def _visit(session: Session, operation: Operation, _folder: Path, now: datetime) -> str:
    file = case_file(session, find_case(session, operation.case))
    offices = CaseOffices({}, file.case.city, file.case.district, file.case.id)
    records, _outcomes = read_visits(operation.fields.alone("visits"), file.case.id, offices)
    operation.refuse()
    visit = next(record for record in records if isinstance(record, Visit))
    fresh = replace(visit, id=VisitId(operation.id)) if operation.id else visit
    with session.write(APPLIED, now) as writer:
        for office in offices.records():
            put_office(writer, office)
        for record in in_place(file.visits_in_order(), fresh):
            guard(record)
            writer.put(record)
        for beside in records:
            if isinstance(beside, Demand | WrittenAnswer):
                guard(beside)
                writer.put(replace(beside, visit=fresh.id))
    return fresh.id


def _attach(session: Session, operation: Operation, folder: Path, now: datetime) -> str:
    fields = operation.fields
    path, name = fields.text("path"), fields.text("name")
    document, visit = fields.text("document"), fields.text("visit")
    fields.close()
    operation.refuse()
    case = find_case(session, operation.case)
    return attach_file(
        session, case, folder / path, name=name, document=document or None, visit=visit or None, now=now,
        identity=operation.id or None,
    )  # fmt: skip


def _letter(session: Session, operation: Operation, _folder: Path, now: datetime) -> str:
    case = find_case(session, operation.case)
    fields = operation.fields
    given: dict[str, Scalar] = {"case": case, "kind": fields.text("kind")}
    if "addressee" in fields:
        given["addressee"] = fields.text("addressee")
    if "written_on" not in fields:
        given["written_on"] = now.date().isoformat()
    letter = filled(Letter, fields, given, skip=("basis",))
    fields.close()
    operation.refuse()
    if operation.id:
        letter = replace(letter, id=LetterId(operation.id))
    guard(letter)
    with session.write(APPLIED, now) as writer:
        _put(writer, letter)
    return letter.id


def _delete(session: Session, operation: Operation, _folder: Path, now: datetime) -> str:
    known = _known(session, operation)
    with session.write(APPLIED, now) as writer:
        writer.delete(type(known), identity(known))
    return identity(known)


_CARRIED_OUT: Mapping[str, Callable[[Session, Operation, Path, datetime], str]] = {
    "create": _create, "edit": _edit, "attach": _attach, "visit": _visit, "letter": _letter, "delete": _delete,
}  # fmt: skip
