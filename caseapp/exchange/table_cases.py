"""A table people keep (台账) as cases: columns by their headings, never by position; one row is one case."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from caseapp.errors import PackError
from caseapp.exchange.case_file import ReadFile
from caseapp.exchange.faults import Faults
from caseapp.exchange.fields import Fields
from caseapp.exchange.short_form import ReadCase, read_short_case
from caseapp.exchange.table_columns import Target, as_choice, target_of
from caseapp.exchange.tables import Row, read_table
from caseapp.i18n import N_
from caseapp.strict_yaml import Step, Value, Yaml

HEADING_ROWS = 10
"""Headings stand in one of the first rows."""


@dataclass(frozen=True)
class _Rows(Yaml):
    """Rows as a source of faults: each path begins with the number of a case, which stands in a row."""

    lines: Mapping[int, int] | None = None

    def line(self, *path: Step) -> int:
        return (self.lines or {}).get(path[0], 0) if path and isinstance(path[0], int) else 0


class _RowFaults(Faults):
    """Names the heading of a column where a case file would name a field."""

    def __init__(self, source: _Rows, headings: Mapping[Target, str]) -> None:
        super().__init__(source)
        self._headings = headings

    def note(self, path: Sequence[Step], template: str, **values: object) -> None:
        steps = tuple("visit" if step == "visits" else step for step in path if isinstance(step, str))
        super().note(path, template, **values)
        heading = self._headings.get(steps)
        if heading and self.found:
            self.found[-1].key = heading


def read_table_file(path: Path, today: date) -> ReadFile:
    """Read a table. Never raises for what the file says: see ``faults``."""
    try:
        table = read_table(path, lambda cells: sum(target_of(cell) is not None for cell in cells))
        heading, columns = _columns(table.rows, path.name)
    except PackError as error:
        return ReadFile(path.name, (), (error,))
    rows = [row for row in table.rows if row.line > heading.line]
    values = [_as_short_form(row, columns) for row in rows]
    source = _Rows(list(values), path.name, "", {index: row.line for index, row in enumerate(rows)})
    faults = _RowFaults(source, {target: heading.cells[column] for column, target in columns.items()})
    cases = tuple(_case(value, index, faults, today) for index, value in enumerate(values))
    if not cases:
        faults.note((), N_("The file holds no case."))
    left_out = tuple(cell for index, cell in enumerate(heading.cells) if cell and index not in columns)
    kept = tuple(case for case in cases if case)
    return ReadFile(path.name, kept, tuple(faults.found), (*left_out, *table.sheets_left_out))


def _columns(rows: Sequence[Row], file: str) -> tuple[Row, Mapping[int, Target]]:
    """The row of headings, and which column means what. Raises :class:`PackError`."""
    candidates = [(sum(target_of(cell) is not None for cell in row.cells), row) for row in rows[:HEADING_ROWS]]
    most = max((count for count, _row in candidates), default=0)
    heading = next((row for count, row in candidates if count == most), None)
    if heading is None or most < 2:
        none_found = N_("No row of headings was found. Write headings such as 姓名, 城市, 服务 in the first row.")
        raise PackError(none_found, file=file)
    columns: dict[int, Target] = {}
    for index, cell in enumerate(heading.cells):
        target = target_of(cell)
        if target in columns.values():
            twice = N_("The column {heading} stands here twice. Keep only one.")
            raise PackError(twice, file=file, line=heading.line, heading=cell[:40])
        if target:
            columns[index] = target
    if ("service",) not in columns.values():
        missing = N_("A column is missing that says which service each case is about: 服务.")
        raise PackError(missing, file=file, line=heading.line)
    return heading, columns


def _as_short_form(row: Row, columns: Mapping[int, Target]) -> dict[str, Value]:
    case: dict[str, Value] = {}
    for index, target in columns.items():
        text = row.cells[index] if index < len(row.cells) else ""
        if not text:
            continue
        place = case
        for step in target[:-1]:
            below = place.setdefault(step, {})
            assert isinstance(below, dict)
            place = below
        place[target[-1]] = as_choice(target, text)
    visit = case.pop("visit", None)
    if visit:
        case["visits"] = [visit]
    return case


def _case(value: dict[str, Value], index: int, faults: Faults, today: date) -> ReadCase | None:
    before = len(faults.found)
    case = read_short_case(Fields(value, (index,), faults), {}, today)
    return case if len(faults.found) == before else None
