"""The frozen dataclass is the definition of a field.

A record is a frozen dataclass whose fields carry :func:`wire` metadata: the name by which the field is known in
every journal, bundle and case file (stable for ever, never a column name), its label, how sensitive it is, the
*register* it belongs to (fields that mean something only together change together) and the kind of record it refers
to. Conversion, journal, JSON Schema and canonical dump are generic over this (``docs/adding-a-field.md``).

Values on the wire are ``str``, ``int``, ``bool`` or ``None``: dates and imprecise days as text, enums by value,
decimals as text. Lists are records of their own, never values.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import TypeVar

from caseapp.domain.days import ImpreciseDay
from caseapp.errors import BadInput
from caseapp.i18n import N_

Scalar = str | int | bool | None


class Sensitivity(Enum):
    """How much harm a field does in the wrong hands (PIPL arts 4, 28)."""

    PLAIN = "plain"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """What is known of one field of a record."""

    attribute: str
    wire: str
    label: str
    sensitivity: Sensitivity
    register: str
    """Fields with the same register are one value to the journal; by default a field is its own register."""
    refers_to: str | None
    base: type
    optional: bool


R = TypeVar("R")

_KINDS: dict[str, type] = {}
_NAMES: dict[type, str] = {}
_SPECS: dict[type, tuple[FieldSpec, ...]] = {}


def wire(
    name: str,
    label: str = "",
    sensitivity: Sensitivity = Sensitivity.PLAIN,
    *,
    register: str | None = None,
    refers_to: str | None = None,
) -> dict[str, object]:
    """Metadata for ``dataclasses.field``; see the module."""
    return {
        "wire": name,
        "label": label,
        "sensitivity": sensitivity,
        "register": register or name,
        "refers_to": refers_to,
    }


def record(kind: str) -> Callable[[type[R]], type[R]]:
    """Register a frozen dataclass as the record kind ``kind`` (a wire name, stable for ever)."""

    def register(cls: type[R]) -> type[R]:
        _KINDS[kind] = cls
        _NAMES[cls] = kind
        return cls

    return register


def kinds() -> Mapping[str, type]:
    """Every record kind by its wire name, in the order of definition."""
    import caseapp.domain.all_records  # noqa: F401  (defines them all)

    return types.MappingProxyType(_KINDS)


def kind_of(value: object | type) -> str:
    """The wire name of a record or a record class."""
    return _NAMES[value if isinstance(value, type) else type(value)]


def specs(cls: type) -> tuple[FieldSpec, ...]:
    """The fields of a record class but ``id``, in the order of definition."""
    if cls not in _SPECS:
        _SPECS[cls] = _read_specs(cls)
    return _SPECS[cls]


def _read_specs(cls: type) -> tuple[FieldSpec, ...]:
    hints = typing.get_type_hints(cls)
    found = []
    for entry in dataclasses.fields(cls):
        if entry.name == "id":
            continue
        base, optional = _base(hints[entry.name])
        meta = entry.metadata
        found.append(
            FieldSpec(
                entry.name, meta["wire"], meta["label"], meta["sensitivity"], meta["register"], meta["refers_to"],
                base, optional,
            )
        )  # fmt: skip
    return tuple(found)


def _base(hint: object) -> tuple[type, bool]:
    optional = False
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        inner = [part for part in typing.get_args(hint) if part is not type(None)]
        optional = len(inner) < len(typing.get_args(hint))
        hint = inner[0]
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    if not isinstance(hint, type):
        raise TypeError(f"a record field cannot be {hint!r}")
    return hint, optional


def identity(value: object) -> str:
    """The id of a record."""
    return str(value.id)  # type: ignore[attr-defined]


def to_wire(value: object) -> dict[str, Scalar]:
    """A record as wire names and scalars, without its id."""
    return {spec.wire: scalar(getattr(value, spec.attribute)) for spec in specs(type(value))}


def scalar(value: object) -> Scalar:
    """One value of a record as it travels."""
    if value is None or (isinstance(value, bool | int | str) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def from_wire(kind: str, identity: str, values: Mapping[str, Scalar]) -> object:
    """The record ``kind`` with ``identity`` from wire values; unknown names are ignored, missing ones take their default.

    Raises :class:`BadInput` naming the field for a value that is not of the field's type.
    """
    cls = kinds()[kind]
    arguments: dict[str, object] = {"id": identity}
    for spec in specs(cls):
        if spec.wire in values:
            arguments[spec.attribute] = parse(spec, values[spec.wire])
    return typing.cast(object, cls(**arguments))


def parse(spec: FieldSpec, value: Scalar) -> object:
    """A wire value as the field's own type. Raises :class:`BadInput`."""
    if value is None:
        if spec.optional:
            return None
        raise BadInput(N_("The field “{field}” must not be empty."), field=spec.wire)
    try:
        return _parsed(spec.base, value)
    except (ValueError, InvalidOperation, TypeError) as error:
        raise BadInput(
            N_("“{value}” cannot stand in the field “{field}”."), field=spec.wire, value=str(value)[:40]
        ) from error


def _parsed(base: type, value: Scalar) -> object:
    if base is bool or base is int:
        if isinstance(value, bool) is not (base is bool) or not isinstance(value, int):
            raise ValueError(value)
        return value
    if not isinstance(value, str):
        raise ValueError(value)
    if base is str:
        return value
    if base is ImpreciseDay:
        return ImpreciseDay.read(value)
    if base is date:
        return date.fromisoformat(value)
    if base is Decimal:
        number = Decimal(value)
        if not number.is_finite():
            raise ValueError(value)
        return number
    if issubclass(base, Enum):
        return base(value)
    raise TypeError(base)


def references(value: object) -> Iterator[tuple[str, str]]:
    """Each (kind, id) that a record points to."""
    for spec in specs(type(value)):
        target = getattr(value, spec.attribute)
        if spec.refers_to and target is not None:
            yield spec.refers_to, str(target)
