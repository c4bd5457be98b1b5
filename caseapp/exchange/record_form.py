"""The exact form of a case file: every record as it is kept, by kind, id and wire name. Export writes it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case
from caseapp.domain.record import Scalar, from_wire, identity, kind_of, kinds, references, specs, to_wire
from caseapp.domain.text_guards import NAME_LIMIT, name_problem
from caseapp.errors import BadInput
from caseapp.exchange.faults import Faults
from caseapp.exchange.fields import NAME_FAULTS, NAMES, Fields
from caseapp.exchange.short_form import ReadCase
from caseapp.i18n import N_
from caseapp.strict_yaml import Step

KINDS = (
    "office", "household", "person", "membership", "case", "party", "key_day", "fact", "spell", "document", "handover",
    "visit", "demand", "written_answer", "letter", "read_out", "consent", "pattern_mark", "local_rule", "local_criterion",
    "follow_up", "agenda_mark",
)  # fmt: skip
"""The kinds of record a case file may hold, each after those it refers to. Attached files travel in bundles."""
_LEFT_OUT = {"letter": ("frozen",), "local_rule": ("photo",)}
"""Fields that point to an attached file."""


def records_of(file: CaseFile) -> Iterator[object]:
    """Every record of a case that a case file holds, in the order of :data:`KINDS`."""
    everything = (
        *file.offices.values(), *((file.household,) if file.household else ()), *file.people, *file.memberships,
        file.case, *file.parties, *file.key_days, *file.facts, *file.spells, *file.documents, *file.handovers, *file.visits,
        *file.demands, *file.written_answers, *file.letters, *file.read_outs, *file.consents, *file.marks,
        *file.local_rules, *file.local_criteria, *file.follow_ups, *file.agenda_marks,
    )  # fmt: skip
    yield from everything


def plain(file: CaseFile) -> dict[str, list[dict[str, Scalar]]]:
    """A case as the mapping that stands under ``records``: kind → records with their ids."""
    found: dict[str, list[dict[str, Scalar]]] = {}
    for record in records_of(file):
        kind = kind_of(record)
        values = {key: value for key, value in to_wire(record).items() if key not in _LEFT_OUT.get(kind, ())}
        found.setdefault(kind, []).append({"id": identity(record), **values})
    return found


def read_records(fields: Fields, faults: Faults) -> ReadCase | None:
    """Read one case in the exact form; None if it has faults."""
    before = len(faults.found)
    by_kind = fields.child("records")
    if by_kind is None:
        return None
    records = [record for kind in KINDS for record in _of_kind(by_kind, kind)]
    by_kind.close()
    label = fields.text("id")
    fields.close()
    cases = [record for record in records if isinstance(record, Case)]
    if len(cases) != 1:
        fields.fault("records", N_("Under “records” exactly one case is needed."))
    _refuse_dangling(records, fields)
    if len(faults.found) > before:
        return None
    return ReadCase(label or cases[0].number, cases[0], tuple(records))


def _of_kind(by_kind: Fields, kind: str) -> Iterator[object]:
    for path, entry in by_kind.entries(kind):
        record = _record(Fields(entry, path, by_kind.faults), kind)
        if record is not None:
            yield record


def _record(fields: Fields, kind: str) -> object | None:
    try:
        key = str(uuid.UUID(fields.text("id")))
    except ValueError:
        fields.fault("id", N_("Here the id of the record is needed, as it was exported."))
        return None
    values: dict[str, Scalar] = {}
    for spec in specs(kinds()[kind]):
        value = fields.raw(spec.wire)
        if value is None or spec.wire in _LEFT_OUT.get(kind, ()):
            continue
        if not isinstance(value, bool | int | str):
            fields.fault(spec.wire, N_("Here one value is needed, in quotes."))
        elif spec.wire in NAMES and isinstance(value, str) and (problem := name_problem(value)):
            fields.fault(spec.wire, NAME_FAULTS[problem], limit=NAME_LIMIT)
        else:
            values[spec.wire] = value
    fields.close()
    try:
        return from_wire(kind, key, values)
    except BadInput as error:
        _note(fields.path, fields.faults, error)
    except TypeError:
        fields.faults.note(fields.path, N_("This record lacks a field it cannot be without."))
    return None


def _note(path: tuple[Step, ...], faults: Faults, error: BadInput) -> None:
    faults.note((*path, str(error.values.get("field", ""))), error.template, **error.values)


def _refuse_dangling(records: list[object], fields: Fields) -> None:
    """A record must not point to one that the file does not hold."""
    present = {(kind_of(record), identity(record)) for record in records}
    for record in records:
        for target in references(record):
            if target not in present and target[0] in KINDS:
                # Translators: {kind} is the technical name of a kind of record, such as visit.
                fields.fault("records", N_("A {kind} that another record speaks of is missing."), kind=target[0])
