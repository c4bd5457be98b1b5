"""A mapping of a case file while it is read: typed values out, every fault noted, no key overlooked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.record import FieldSpec, Scalar
from caseapp.domain.text_guards import NAME_LIMIT, NameProblem, name_problem
from caseapp.exchange.amounts import read_amount
from caseapp.exchange.days import DayProblem, read_day
from caseapp.exchange.faults import Faults
from caseapp.i18n import N_
from caseapp.strict_yaml import Step, Value

E = TypeVar("E", bound=Enum)

TEXT_LIMIT = 1_000_000
NAMES = frozenset(("name", "nickname", "name_zh", "name_en", "label", "handle"))
"""Fields that hold a name, by wire name: characters that reorder text are refused in them."""

DAY_FAULTS = {
    DayProblem.UNREADABLE: N_("“{word}” is not a day. Write it as 2024-02-29."),
    DayProblem.AMBIGUOUS: N_("“{word}” can be read as several days. Write it as 2024-02-29."),
    DayProblem.NO_SUCH_DAY: N_("“{word}” is a day that does not exist. Look at the paper again."),
    DayProblem.OUT_OF_RANGE: N_("“{word}” lies outside the years 1582 to 2199. Look at the year again."),
}
EXACT_DAY = N_("Here an exact day is needed, such as 2024-02-29.")
NAME_FAULTS = {
    NameProblem.TOO_LONG: N_("This name is longer than {limit} characters. Shorten it."),
    NameProblem.REORDERS: N_("This name holds a character that turns the direction of writing. Type the name again."),
    NameProblem.CONTROL: N_("This name holds a control character. Type the name again."),
    NameProblem.INVISIBLE: N_("This name holds a character that nobody sees. Type the name by hand instead of pasting it."),
    NameProblem.BROKEN: N_("This name holds a broken character. Type the name again."),
}


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def as_typed(value: Value) -> str:
    """A value as it stood in the file, for a message; never Python's own word for it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "{…}" if isinstance(value, dict) else "[…]" if isinstance(value, list) else str(value)[:40]


class Fields:
    """One mapping at ``path`` of a file. Every read marks its key as known; :meth:`close` notes the rest."""

    def __init__(self, value: Value, path: tuple[Step, ...], faults: Faults) -> None:
        self.path = path
        self.faults = faults
        self._seen: dict[str, None] = {}
        self._values: Mapping[str, Value] = {}
        if isinstance(value, dict):
            self._values = value
        else:
            faults.note(path, N_("Here a list of “name: value” lines is needed."))

    def __contains__(self, key: str) -> bool:
        return self._values.get(key) is not None

    def has(self, key: str) -> bool:
        """Whether the key stands there, even with nothing behind it."""
        return key in self._values

    def alone(self, key: str) -> Fields:
        """A mapping that holds this one as the only entry of a list under ``key``."""
        return Fields({key: [dict(self._values)]}, self.path, self.faults)

    def raw(self, key: str) -> Value:
        """The value as it stands; None if absent."""
        self._seen.setdefault(key)
        return self._values.get(key)

    def fault(self, key: str, template: str, **values: object) -> None:
        """Note a fault of one key."""
        self.faults.note((*self.path, key), template, **values)

    def close(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._values:
            if key not in self._seen:
                self.faults.note_unknown((*self.path, key), key, tuple(self._seen))

    def text(self, key: str) -> str:
        """Text; a number is taken as it is written."""
        value = self.raw(key)
        if value is None:
            return ""
        if isinstance(value, bool | dict | list):
            self.fault(key, N_("Here text is needed. Put it in quotes."))
            return ""
        text = str(value)
        if key in NAMES:
            problem = name_problem(text)
            if problem:
                self.fault(key, NAME_FAULTS[problem], limit=NAME_LIMIT)
                return ""
        elif _CONTROL.search(text):
            self.fault(key, N_("This text holds a control character. Remove it or type the text again."))
            return ""
        elif len(text) > TEXT_LIMIT:
            self.fault(key, N_("This text is longer than {limit} characters. Shorten it."), limit=TEXT_LIMIT)
            return ""
        return text

    def flag(self, key: str) -> bool | None:
        """true or false; None if absent."""
        value = self.raw(key)
        if value is None or isinstance(value, bool):
            return value
        self.fault(key, N_("Here true or false is needed."))
        return None

    def whole(self, key: str) -> int | None:
        """A whole number of 0 or more; None if absent."""
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1_000_000:
            return value
        self.fault(key, N_("Here a whole number is needed."))
        return None

    def amount(self, key: str) -> str:
        """An exact amount as text; empty if absent."""
        value = self.raw(key)
        if value is None:
            return ""
        read = None if isinstance(value, bool | dict | list) else read_amount(str(value))
        if read is None:
            self.fault(key, N_("Here an amount is needed, such as 1234.50."))
            return ""
        return str(read)

    def rough_day(self, key: str) -> ImpreciseDay | None:
        """A day, perhaps a rough one; None if absent."""
        value = self.raw(key)
        if value is None:
            return None
        if not isinstance(value, str | int) or isinstance(value, bool):
            self.fault(key, DAY_FAULTS[DayProblem.UNREADABLE], word=as_typed(value))
            return None
        read = read_day(str(value))
        if read.problem:
            self.fault(key, DAY_FAULTS[read.problem], word=str(value)[:40])
        return read.day

    def day(self, key: str) -> date | None:
        """An exact day; None if absent."""
        rough = self.rough_day(key)
        if rough is None:
            return None
        if rough.exact is None:
            self.fault(key, EXACT_DAY)
        return rough.exact

    def choice(self, key: str, kind: type[E], aliases: Mapping[str, E] | None = None) -> E | None:
        """One of a closed list; None if absent."""
        value = self.raw(key)
        if value is None:
            return None
        known: dict[str, E] = {str(member.value): member for member in kind} | dict(aliases or {})
        if isinstance(value, str) and value in known:
            return known[value]
        self.faults.note_unknown((*self.path, key), as_typed(value), tuple(known))
        return None

    def child(self, key: str) -> Fields | None:
        """A mapping below this one; None if absent."""
        value = self.raw(key)
        return None if value is None else Fields(value, (*self.path, key), self.faults)

    def entries(self, key: str) -> Iterator[tuple[tuple[Step, ...], Value]]:
        """The entries of a list with their paths; one alone need not stand in a list."""
        value = self.raw(key)
        if value is None:
            return
        if not isinstance(value, list):
            yield (*self.path, key), value
            return
        for index, entry in enumerate(value):
            yield (*self.path, key, index), entry

    def children(self, key: str) -> Iterator[Fields]:
        """The mappings of a list."""
        for path, entry in self.entries(key):
            yield Fields(entry, path, self.faults)

    def items(self) -> Iterator[tuple[str, Value]]:
        """All keys and values, each marked as known."""
        for key in self._values:
            yield key, self.raw(key)

    def by_spec(self, spec: FieldSpec) -> Scalar:
        """The value of one field of a record, as it travels; None if absent or faulty."""
        key, base = spec.wire, spec.base
        if base is bool:
            return self.flag(key)
        if base is int:
            return self.whole(key)
        if base is date:
            day = self.day(key)
            return day.isoformat() if day else None
        if base is ImpreciseDay:
            rough = self.rough_day(key)
            return str(rough) if rough else None
        if issubclass(base, Enum):
            member = self.choice(key, base)
            return str(member.value) if member else None
        if key.endswith("_yuan") or base is Decimal:
            return self.amount(key) or None
        return self.text(key) or None
