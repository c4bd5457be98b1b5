"""Reading a mapping key by key, and gathering every problem with its file, line, key and reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TypeVar

from caseapp.errors import PackError
from caseapp.i18n import N_
from caseapp.policy.model import Words
from caseapp.strict_yaml import Step, Value, Yaml

E = TypeVar("E", bound=Enum)

_NO_DAY = date(1900, 1, 1)


class Section:
    """One mapping of a file. What is missing or wrong is noted, and a harmless value is given in its place."""

    __slots__ = ("_file", "_found", "_path", "_problems", "_read")

    def __init__(self, file: Yaml, value: Value, path: tuple[Step, ...], problems: list[PackError]) -> None:
        self._file = file
        self._path = path
        self._problems = problems
        self._read: set[str] = set()
        self._found: dict[str, Value] = value if isinstance(value, dict) else {}
        if not isinstance(value, dict):
            self.problem((), N_("A mapping (key: value) is expected here."))

    def problem(self, below: Sequence[Step], template: str, **values: object) -> None:
        """Note a problem at a place below this mapping."""
        self._problems.append(self._file.refuse((*self._path, *below), template, **values))

    def twice(self, below: Sequence[Step], word: str) -> None:
        """Note an id that stood before."""
        self.problem(below, N_("The id {word} stands here twice. Keep only one."), word=word)

    def no_fact(self, below: Sequence[Step], word: str) -> None:
        """Note a key that is no fact of the catalogue."""
        self.problem(below, N_("{word} is not in the fact catalogue. Check its spelling."), word=word)

    def no_paper(self, below: Sequence[Step], word: str) -> None:
        """Note an id that is no document of the catalogue."""
        self.problem(below, N_("{word} is not in the document catalogue. Check its spelling."), word=word)

    def done(self) -> None:
        """Note every key that nobody read: a misspelt key must not be passed over."""
        for key in self._found:
            if key not in self._read:
                self.problem((key,), N_("This key is not known here. Check its spelling."))

    def has(self, key: str) -> bool:
        """Whether something other than null stands there."""
        return self.raw(key) is not None

    def mentions(self, key: str) -> bool:
        """Whether the key stands there, be it with null."""
        return key in self._found

    def raw(self, key: str) -> Value:
        """Whatever stands there; None if nothing does."""
        self._read.add(key)
        return self._found.get(key)

    def text(self, key: str) -> str:
        """A text that must be there."""
        value = self.raw(key)
        if isinstance(value, str) and value.strip():
            return value
        self.problem((key,), N_("A text is expected here. Put numbers and dates in quotes."))
        return ""

    def text_or_none(self, key: str) -> str | None:
        return self.text(key) if self.raw(key) is not None else None

    def words(self, key: str) -> Words:
        """A text in both languages, from ``<key>_zh`` and ``<key>_en``."""
        return Words(self.text(key + "_zh"), self.text(key + "_en"))

    def words_or_none(self, key: str) -> Words | None:
        if self.raw(key + "_zh") is None and self.raw(key + "_en") is None:
            return None
        return self.words(key)

    def flag(self, key: str, default: bool | None = None) -> bool:
        value = self.raw(key)
        if isinstance(value, bool):
            return value
        if value is None and default is not None:
            return default
        self.problem((key,), N_("true or false (without quotes) is expected here."))
        return False

    def number(self, key: str) -> Decimal:
        """An exact number that must be there."""
        value = self.number_or_none(key)
        if value is None and self.raw(key) is None:
            self.problem((key,), N_("A number is expected here."))
        return value or Decimal(0)

    def number_or_none(self, key: str) -> Decimal | None:
        value = self.raw(key)
        if value is None:
            return None
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return Decimal(value)
        self.problem((key,), N_("A number is expected here."))
        return Decimal(0)

    def whole(self, key: str) -> int:
        value = self.whole_or_none(key)
        if value is None:
            self.problem((key,), N_("A whole number is expected here."))
        return value or 0

    def whole_or_none(self, key: str) -> int | None:
        value = self.raw(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self.problem((key,), N_("A whole number is expected here."))
        return 0

    def day(self, key: str) -> date:
        """A day that must be there."""
        if self.raw(key) is None:
            self.problem((key,), N_("A date is expected here, in quotes: '2016-10-01'."))
        return self.day_or_none(key) or _NO_DAY

    def day_or_none(self, key: str) -> date | None:
        value = self.raw(key)
        if value is None:
            return None
        try:
            if isinstance(value, str) and len(value) == len("2016-10-01"):
                return date.fromisoformat(value)
        except ValueError:
            pass
        self.problem((key,), N_("A date is expected here, in quotes: '2016-10-01'."))
        return None

    def choice(self, key: str, options: type[E]) -> E:
        value = self.raw(key)
        try:
            return options(value)
        except ValueError:
            self.one_of(key, tuple(option.value for option in options))
            return next(iter(options))

    def one_of(self, key: str, options: Sequence[str]) -> str:
        """One of a closed list of words."""
        value = self.raw(key)
        if isinstance(value, str) and value in options:
            return value
        self.problem((key,), N_("Expected here: one of {options}."), options=", ".join(map(str, options)))
        return options[0]

    def items(self, key: str) -> Sequence[Value]:
        """A list, empty if the key is absent."""
        value = self.raw(key)
        if isinstance(value, list):
            return value
        if value is not None:
            self.problem((key,), N_("A list is expected here."))
        return ()

    def texts(self, key: str) -> tuple[str, ...]:
        found = self.items(key)
        for index, value in enumerate(found):
            if not isinstance(value, str) or not value.strip():
                self.problem((key, index), N_("A text is expected here. Put numbers and dates in quotes."))
        return tuple(str(value) for value in found)

    def sections(self, key: str) -> list[Section]:
        return [
            Section(self._file, value, (*self._path, key, index), self._problems)
            for index, value in enumerate(self.items(key))
        ]

    def section(self, key: str) -> Section:
        return Section(self._file, self.raw(key), (*self._path, key), self._problems)

    def below(self, key: str, index: int) -> Section:
        """One entry of the list under ``key``."""
        return Section(self._file, self.items(key)[index], (*self._path, key, index), self._problems)

    def unique(self, key: str, ids: Sequence[str]) -> None:
        """Note every id of the list under ``key`` that stands there twice."""
        if len(set(ids)) < len(ids):
            for index, one in enumerate(ids):
                if one in ids[:index]:
                    self.twice((key, index, "id"), one)
