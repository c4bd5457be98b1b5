"""The history of a case in words, and the way back from a unit of work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.labels import LABELS
from caseapp.domain.patterns import Pattern
from caseapp.domain.record import FieldSpec, Scalar, kinds, parse, specs
from caseapp.errors import BadInput
from caseapp.i18n import N_
from caseapp.work.session import Session

if TYPE_CHECKING:
    from caseapp.store.history import FieldChange, HistoryEntry

UNDONE = N_("Taken back")
MERGED = N_("Two people made one")
"""Whoever finds out that it was wrong finds out in one of the cases: it is taken back from any of them."""
KIND_LABELS: Mapping[str, str] = {
    "case": N_("Case"), "person": N_("Person"), "household": N_("Household"), "membership": N_("Household member"),
    "party": N_("Role in the case"), "key_day": N_("Day to remember"), "fact": N_("Fact"), "spell": N_("Spell"),
    "document": N_("Document"), "attachment": N_("File"), "blob": N_("File"), "visit": N_("Visit"),
    "handover": N_("Change of hands"),
    "demand": N_("Paper asked for"), "written_answer": N_("Written answer"), "letter": N_("Letter"),
    "read_out": N_("Reading out"), "consent": N_("Consent"), "pattern_mark": N_("Pattern"), "office": N_("Office"),
    "enquiry": N_("Enquiry"), "profile": N_("Organisation"), "caseworker": N_("Caseworker"), "release": N_("Report"),
    "released_cell": N_("Figure of a report"), "local_rule": N_("Local rule by hand"),
    "local_criterion": N_("Condition of a local rule"), "rule_verified": N_("Source of a rule looked up"),
    "follow_up": N_("Follow-up"), "agenda_mark": N_("Entry of Today"),
}  # fmt: skip

NAMED_BY: Mapping[str, tuple[str, ...]] = {
    "person": ("nickname", "name"), "fact": ("key",), "document": ("title", "paper"), "attachment": ("name",),
    "handover": ("paper",),
    "demand": ("paper",), "written_answer": ("title", "number"), "letter": ("kind",), "pattern_mark": ("pattern",),
    "office": ("name_zh",), "spell": ("kind",), "visit": ("day",), "key_day": ("kind",), "enquiry": ("question",),
    "follow_up": ("what",),
    "local_rule": ("title", "document_number"), "local_criterion": ("text", "fact"), "rule_verified": ("programme",),
}  # fmt: skip
"""The fields by which a person tells one record of a kind from another, the best first."""


class What(Enum):
    """What happened to a record or a field."""

    ADDED = "added"
    CHANGED = "changed"
    TAKEN_OUT = "taken_out"
    BROUGHT_BACK = "brought_back"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of one record: its label to be translated, and its values. A value's ``Enum`` is to be labelled."""

    kind: str
    record: str
    label: str
    what: What
    before: object | None
    after: object | None
    name: object | None = None
    """What the record goes by among those of its kind: the key of a fact, the day of a visit; None if nothing tells."""
    named_by: str = ""
    """The label of the field ``name`` is the value of; empty where the field has none."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of work. ``intention`` and ``lines`` hold texts to be translated; ``who`` is a handle."""

    id: str
    when: datetime
    who: str
    letter: str
    intention: str
    lines: tuple[FieldLine, ...]
    whole: bool
    """Whether it may be taken back from here: a unit that touched other cases too is not, unless it made two people one."""


def history(session: Session, case_id: str | None = None) -> tuple[Unit, ...]:
    """What happened in a case, or in the whole casebook, newest first."""
    with session.read() as reader:
        entries = reader.history(case_id)
    return tuple(_unit(entry) for entry in entries)


def _unit(entry: HistoryEntry) -> Unit:
    lines = tuple(line for change in entry.changes for line in _lines(change))
    whole = entry.whole or entry.intention == MERGED
    return Unit(entry.id, entry.when, entry.who, entry.letter, entry.intention, lines, whole)


def _lines(change: FieldChange) -> Iterator[FieldLine]:
    label = KIND_LABELS.get(change.kind, change.kind)
    if change.kind not in kinds():
        return
    fields = {spec.wire: spec for spec in specs(kinds()[change.kind])}
    name, named_by = _name(change, fields)
    if change.op.value != "set":
        what = {"create": What.ADDED, "delete": What.TAKEN_OUT, "erase": What.ERASED}[change.op.value]
        yield FieldLine(change.kind, change.record, label, what, None, None, name, named_by)
        return
    for spec in fields.values():
        if spec.register != change.register or spec.refers_to or not spec.label or spec.wire not in change.after:
            continue
        before = _value(spec, (change.before or {}).get(spec.wire))
        after = _value(spec, change.after.get(spec.wire))
        if before != after:
            yield FieldLine(change.kind, change.record, spec.label, What.CHANGED, before, after, name, named_by)


def _name(change: FieldChange, fields: Mapping[str, FieldSpec]) -> tuple[object | None, str]:
    for wire in NAMED_BY.get(change.kind, ()):
        value = _value(fields[wire], change.known.get(wire))
        if value is not None:
            return value, fields[wire].label
    return None, ""


def _value(spec: FieldSpec, value: Scalar) -> object | None:
    """A stored value as its own type; one that is no longer readable as it stands."""
    if value is None or value == "":
        return None
    try:
        return parse(spec, value)
    except BadInput:
        return value


def say_value(value: object | None) -> str:
    """A value of a line as an English text, to be translated if it is a label; an empty text for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return N_("checked") if value else N_("not checked")
    if isinstance(value, Pattern):
        return value.label
    if isinstance(value, Enum):
        return LABELS.get(value, str(value.value))
    if isinstance(value, ImpreciseDay | date):
        return str(value)
    return str(value)


def undo(session: Session, changeset_id: str, now: datetime | None = None) -> None:
    """Take one unit of work back by another one. Raises ``NotReady`` where something of it was changed again later."""
    from caseapp.store.undo import undo as undo_changeset

    with session.write(UNDONE, now) as writer:
        undo_changeset(writer, changeset_id)


def last_unit(session: Session, case_id: str | None = None) -> Unit | None:
    """The unit of work done last, which a status line can offer to take back."""
    found = history(session, case_id)
    return found[0] if found else None
