"""What changed, in words: which record, which field, from which value to which."""

from __future__ import annotations

from collections.abc import Iterable

from caseapp.gui.case.history.values import field_and_values, name_of
from caseapp.i18n import N_, _
from caseapp.work.history import KIND_LABELS, FieldLine, What

_WHOLE = {
    # Translators: a record of a kind was added: "Visit added".
    What.ADDED: N_("{record} added"),
    # Translators: a record of a kind was taken out: "Visit taken out".
    What.TAKEN_OUT: N_("{record} taken out"),
    # Translators: a record of a kind was brought back.
    What.BROUGHT_BACK: N_("{record} brought back"),
    # Translators: a record of a kind was erased for good.
    What.ERASED: N_("{record} erased"),
}


def said_lines(lines: Iterable[FieldLine]) -> tuple[str, ...]:
    """Each line in the screen's language; a record that was added is told in one line with its values."""
    told: list[tuple[str, list[str]]] = []
    added = shown = ""
    for line in lines:
        if line.what is What.ADDED:
            # its values follow and name it, but for what they do not hold
            told.append((_(_WHOLE[line.what]).format(record=_record(line, named=not line.named_by)), []))
            added = line.record
        elif line.what is not What.CHANGED:
            told.append((_(_WHOLE[line.what]).format(record=_record(line)), []))
        elif (line.record == added and line.before is None) or line.record == shown:
            told[-1][1].append(_one(line))
        else:
            told.append((_record(line, named=line.label != line.named_by), [_one(line)]))
        shown = line.record
    return tuple(_joined(head, values) for head, values in told)


def _record(line: FieldLine, *, named: bool = True) -> str:
    kind, name = _(KIND_LABELS.get(line.kind, line.kind)), name_of(line) if named else ""
    # Translators: the kind of a record, and what it goes by: "Document (Rental contract)".
    return _("{record} ({name})").format(record=kind, name=name) if name else kind


def _joined(head: str, values: list[str]) -> str:
    if not values:
        return head
    # Translators: what happened to a record, and its values: "Visit added: Day 14 May 2026; Answer Refused".
    return _("{record}: {values}").format(record=head, values=_("; ").join(values))


def _one(line: FieldLine) -> str:
    label, before, after = field_and_values(line)
    if not before:
        # Translators: a field and its value.
        said = _("{field} {value}").format(field=label, value=after)
    elif not after:
        said = _("{field} {value} → nothing").format(field=label, value=before)
    else:
        said = _("{field} {old} → {new}").format(field=label, old=before, new=after)
    return said.strip()
