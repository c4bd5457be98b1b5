"""Between a record and its table row: plain functions made once for each record class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from sqlalchemy import Select, Table, select

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.record import FieldSpec, Scalar, kind_of, scalar, specs
from caseapp.store.changes import LIFE
from caseapp.store.tables import RECORD_TABLES

R = TypeVar("R")


@dataclass(frozen=True, slots=True, eq=False)
class Shape(Generic[R]):
    """How one record class lies in its table."""

    kind: str
    build: Callable[..., R]
    table: Table
    attributes: tuple[str, ...]
    wires: tuple[str, ...]
    readers: tuple[tuple[int, Callable[[Any], object]], ...]
    """What makes a value of a column where the column does not hold it as it is, by the column's place."""
    register_of: tuple[str, ...]
    registers: Mapping[str, tuple[str, ...]]
    """The wire names of each register."""
    column_of: Mapping[str, str]
    """The column of each wire name, which is also the attribute."""
    defaults: Mapping[str, Scalar]
    """The wire value of every field that has a default."""

    def column_names(self) -> tuple[str, ...]:
        """Every column of the table."""
        return tuple(column.name for column in self.table.columns)

    def rows(self) -> Select[Any]:
        """The columns a record is built from: id, then the fields as the dataclass orders them."""
        return select(*self.table.columns[: len(self.attributes) + 1])

    def record(self, row: Sequence[Any]) -> R:
        """The frozen record of a row."""
        fields = list(row)
        for place, reader in self.readers:
            if fields[place] is not None:
                fields[place] = reader(fields[place])
        return self.build(*fields)

    def records(self, rows: Iterable[Sequence[Any]]) -> tuple[R, ...]:
        return tuple(map(self.record, rows))

    def wire_values(self, record: object) -> dict[str, Scalar]:
        """The wire values of a record by wire name."""
        return {wire: scalar(getattr(record, name)) for name, wire in zip(self.attributes, self.wires, strict=True)}

    def changed(self, before: R, after: R) -> dict[str, dict[str, Scalar]]:
        """The registers in which two records differ, with the wire values after."""
        touched = {
            register
            for name, register in zip(self.attributes, self.register_of, strict=True)
            if getattr(before, name) != getattr(after, name)
        }
        return {
            register: {wire: scalar(getattr(after, self.column_of[wire])) for wire in wires}
            for register, wires in self.registers.items()
            if register in touched
        }

    def columns(self, values: Mapping[str, Scalar]) -> dict[str, Scalar]:
        """Wire values as columns; names this version does not know stay in the journal alone."""
        return {self.column_of[wire]: value for wire, value in values.items() if wire in self.column_of}


_SHAPES: dict[type, Shape[Any]] = {}


def shape(cls: type[R]) -> Shape[R]:
    """The shape of a record class, made on first use."""
    if cls not in _SHAPES:
        _SHAPES[cls] = _make_shape(cls)
    return cast(Shape[R], _SHAPES[cls])


def _make_shape(cls: type[Any]) -> Shape[Any]:
    fields = specs(cls)
    registers: dict[str, tuple[str, ...]] = {}
    for spec in fields:
        registers[spec.register] = (*registers.get(spec.register, ()), spec.wire)
    if LIFE in registers:
        raise TypeError(f"a register cannot be called {LIFE}")
    return Shape(
        kind_of(cls),
        cls,
        RECORD_TABLES[kind_of(cls)],
        tuple(spec.attribute for spec in fields),
        tuple(spec.wire for spec in fields),
        tuple((place, reader) for place, spec in enumerate(fields, 1) if (reader := _reader(spec)) is not None),
        tuple(spec.register for spec in fields),
        registers,
        {spec.wire: spec.attribute for spec in fields},
        _defaults(cls, fields),
    )


def _defaults(cls: type, fields: Iterable[FieldSpec]) -> dict[str, Scalar]:
    import dataclasses

    given = {field.name: field.default for field in dataclasses.fields(cls)}
    return {spec.wire: scalar(given[spec.attribute]) for spec in fields if given[spec.attribute] is not dataclasses.MISSING}


def _reader(spec: FieldSpec) -> Callable[[Any], object] | None:
    if spec.base is bool:
        return bool
    if issubclass(spec.base, Enum):
        return cast(Callable[[Any], object], {member.value: member for member in spec.base}.__getitem__)
    if spec.base is date:
        return date.fromisoformat
    if spec.base is ImpreciseDay:
        return _imprecise
    if spec.base is Decimal:
        return Decimal
    return None


@lru_cache(4096)
def _imprecise(text: str) -> ImpreciseDay:
    return ImpreciseDay.read(text)
