"""The typed door to the files under ``resources/law`` and ``resources/calendars``.

An entry is one mapping of a file. Every getter names the file, the line and the key when what stands there cannot be used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TypeVar

from caseapp import strict_yaml
from caseapp.errors import PackError
from caseapp.i18n import N_
from caseapp.strict_yaml import Step, Value, Yaml

Choice = TypeVar("Choice", bound=Enum)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of a file, and where it stands."""

    source: Yaml
    path: tuple[Step, ...]
    values: dict[str, Value]

    def refuse(self, key: str, template: str, **values: object) -> PackError:
        """An error that says where: file, line and key."""
        return self.source.refuse((*self.path, key), template, **values)

    def text(self, key: str, default: str | None = None) -> str:
        """A text; refused if absent and no ``default`` is given."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.refuse(key, N_("The entry {entry} has to be a text."), entry=key)
        return value

    def number(self, key: str) -> int:
        value = self.values.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            raise self.refuse(key, N_("The entry {entry} has to be a whole number."), entry=key)
        return value

    def flag(self, key: str) -> bool:
        """True only if the file says ``true``; absent means false."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.refuse(key, N_("The entry {entry} has to be true or false."), entry=key)
        return value

    def day(self, key: str) -> date | None:
        """A day as quoted ISO text; None where the file has none."""
        if self.values.get(key) is None:
            return None
        try:
            return date.fromisoformat(self.text(key))
        except ValueError:
            raise self.refuse(key, N_("The entry {entry} has to be a day such as '2026-07-01'."), entry=key) from None

    def known_day(self, key: str) -> date:
        found = self.day(key)
        if found is None:
            raise self.refuse(key, N_("The entry {entry} has to be a day such as '2026-07-01'."), entry=key)
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.refuse(key, N_("The entry {entry} has to be a list of texts."), entry=key)
        return tuple(str(item) for item in value)

    def numbers(self, key: str) -> tuple[int, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(type(item) is int for item in value):
            raise self.refuse(key, N_("The entry {entry} has to be a list of whole numbers."), entry=key)
        return tuple(item for item in value if isinstance(item, int))

    def choice(self, key: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """A member of a closed list, by its value."""
        if default is not None and key not in self.values:
            return default
        word = self.text(key)
        try:
            return kind(word)
        except ValueError:
            raise self.refuse(key, N_("{word} is not known here for {entry}."), word=word, entry=key) from None

    def choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        try:
            return tuple(kind(word) for word in self.texts(key))
        except ValueError:
            raise self.refuse(key, N_("The entry {entry} names something that is not known here."), entry=key) from None

    def part(self, key: str) -> Entry | None:
        """The mapping under ``key``, or None."""
        value = self.values.get(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.refuse(key, N_("The entry {entry} has to be a mapping."), entry=key)
        return Entry(self.source, (*self.path, key), value)

    def made(self, key: str, make: Callable[[Entry], Made]) -> Made | None:
        """What ``make`` makes of the mapping under ``key``, or None."""
        part = self.part(key)
        return None if part is None else make(part)

    def one_of(self, key: str, kind: type[Choice]) -> Choice | None:
        """A member of a closed list, or None where the file has none."""
        return self.choice(key, kind) if key in self.values else None

    def parts(self, key: str) -> tuple[Entry, ...]:
        """The list of mappings under ``key``."""
        return tuple(_entries(self.source, (*self.path, key), self.values.get(key, [])))


def whole(path: Path) -> Entry:
    """A file that is one mapping."""
    source = strict_yaml.read(path)
    if not isinstance(source.value, dict):
        raise source.refuse((), N_("The file has to be a mapping."))
    return Entry(source, (), source.value)


def entries(path: Path) -> tuple[Entry, ...]:
    """A file that is a list of mappings."""
    source = strict_yaml.read(path)
    return tuple(_entries(source, (), source.value))


def _entries(source: Yaml, path: Sequence[Step], value: Value) -> Iterator[Entry]:
    if not isinstance(value, list):
        raise source.refuse(path, N_("A list of entries is expected here."))
    for index, item in enumerate(value):
        if not isinstance(item, dict):
            raise source.refuse((*path, index), N_("A list of entries is expected here."))
        yield Entry(source, (*path, index), item)
