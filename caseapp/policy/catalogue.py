"""The fact catalogue: every fact a rule may ask for, its type, its unit and how to ask for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from types import MappingProxyType

from caseapp.errors import PackError
from caseapp.paths import resource
from caseapp.policy.model import Scalar, Words
from caseapp.policy.reading.problems import Section
from caseapp.strict_yaml import Yaml, read


class FactType(Enum):
    WHOLE = "whole"
    NUMBER = "number"
    YES_NO = "yes_no"
    CHOICE = "choice"
    SCALE = "scale"
    """A choice with an order: ``>=`` and ``<=`` compare ranks; two values may share one."""
    CODE = "code"


class About(Enum):
    """Whose fact it is. ``PLACE``: a property of the city or school, not of a person."""

    APPLICANT = "applicant"
    SPOUSE = "spouse"
    CHILD = "child"
    PLACE = "place"


class Change(Enum):
    """How a value moves by itself with time (decision 7)."""

    STABLE = "stable"
    TOTAL = "total"
    """Only grows: known for an earlier day it is a lower bound."""
    RUN = "run"
    """Unbroken up to the day: known for an earlier day it tells nothing about a later one."""
    WINDOW = "window"
    """Counted inside a look-back period: known for an earlier day it tells nothing about a later one."""
    CALENDAR = "calendar"
    """Grows by one with every full year: known for an earlier day it is known to within one."""


class Close(Enum):
    """How a shortfall could be closed."""

    TIME = "time"
    PAPER = "paper"
    ACTION = "action"
    CANNOT_CHANGE = "cannot_change"
    OFFICE_ONLY = "office_only"


@dataclass(frozen=True, slots=True)
class FactValue:
    """One value of a choice or scale."""

    value: str
    rank: int
    label: Words


@dataclass(frozen=True, slots=True)
class FactKind:
    """One key of the catalogue."""

    key: str
    type: FactType
    about: About
    unit: str | None
    least: Decimal | None
    most: Decimal | None
    digits: int
    values: tuple[FactValue, ...]
    change: Change
    close: Close
    undo: Close
    """How a yes (or a number too large) that stands in the way could be undone."""
    while_stage: str | None
    """The count grows only while the child is in this stage of school."""
    proved_by: str | None
    """The document that usually proves it (an id of the document catalogue)."""
    ask: bool
    """False: never asked of anyone."""
    sensitive: bool
    """Asked only where a rule in force needs it."""
    shared: bool
    """True of the household, whichever parent applies."""
    label: Words
    question: Words

    @property
    def numeric(self) -> bool:
        return self.type in (FactType.WHOLE, FactType.NUMBER)

    def rank(self, value: Scalar) -> int | None:
        return next((one.rank for one in self.values if one.value == value), None)

    def label_of(self, value: Scalar) -> Words | None:
        return next((one.label for one in self.values if one.value == value), None)

    def fits(self, value: object) -> bool:
        """Whether ``value`` has the type of this fact and can be."""
        if self.type is FactType.YES_NO:
            return isinstance(value, bool)
        if self.numeric:
            if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
                return False
            if self.type is FactType.WHOLE and value != int(value):
                return False
            return (self.least is None or value >= self.least) and (self.most is None or value <= self.most)
        if not isinstance(value, str):
            return False
        if self.type is FactType.CODE:
            return value.isascii() and value.isdigit() and len(value) == self.digits
        return any(one.value == value for one in self.values)


Catalogue = Mapping[str, FactKind]


@cache
def catalogue() -> Catalogue:
    """All facts by key, in the order of the file. Raises :class:`PackError` if the file is damaged."""
    return catalogue_from(read(resource("policies", "facts.yaml")))


def catalogue_from(file: Yaml) -> Catalogue:
    """The catalogue a file holds. Raises the first problem found."""
    problems: list[PackError] = []
    top = Section(file, file.value, (), problems)
    found: dict[str, FactKind] = {}
    for section in top.sections("facts"):
        kind = _kind(section)
        if kind.key in found:
            section.twice(("key",), kind.key)
        found[kind.key] = kind
    top.done()
    if problems:
        raise problems[0]
    return MappingProxyType(found)


def _kind(section: Section) -> FactKind:
    kind_type = section.choice("type", FactType)
    listed = kind_type in (FactType.CHOICE, FactType.SCALE)
    counted = kind_type in (FactType.WHOLE, FactType.NUMBER)
    kind = FactKind(
        key=section.text("key"),
        type=kind_type,
        about=section.choice("person", About),
        unit=section.text("unit") if counted else None,
        least=section.number_or_none("least"),
        most=section.number_or_none("most"),
        digits=section.whole("digits") if kind_type is FactType.CODE else 0,
        values=tuple(_value(one, ranked=kind_type is FactType.SCALE) for one in section.sections("values"))
        if listed
        else (),
        change=section.choice("change", Change),
        close=section.choice("close", Close),
        undo=section.choice("undo", Close) if section.has("undo") else Close.CANNOT_CHANGE,
        while_stage=section.text_or_none("while_stage"),
        proved_by=section.text_or_none("proved_by"),
        ask=section.flag("ask", default=True),
        sensitive=section.flag("sensitive", default=False),
        shared=section.flag("shared", default=False),
        label=section.words("label"),
        question=section.words("question"),
    )
    section.done()
    return kind


def _value(section: Section, *, ranked: bool) -> FactValue:
    value = FactValue(section.text("value"), section.whole("rank") if ranked else 0, section.words("label"))
    section.done()
    return value
