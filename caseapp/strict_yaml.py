"""The one reader of YAML files.

A small, safe part of YAML 1.1: mappings with text keys, lists and scalars. Refused, each with file, line and reason:
aliases and anchors, tags, duplicate keys, several documents, more than 20 levels, 50,000 nodes or 1 MiB, and plain
words that YAML reads differently from people (``no``, ``on``, ``012``, ``1:30``, ``2012-05-14``): those want quotes.
Numbers with a point are exact (:class:`decimal.Decimal`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import TypeAlias, cast

import yaml

from caseapp.errors import PackError
from caseapp.i18n import N_

MAX_BYTES = 1 << 20
MAX_DEPTH = 20
MAX_NODES = 50_000
MAX_DIGITS = 18

Value: TypeAlias = "bool | int | Decimal | str | list[Value] | dict[str, Value] | None"
Step: TypeAlias = str | int
"""A key of a mapping, or an index into a list."""

_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_POINT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+)([eE][-+]?[0-9]{1,2})?\Z")
_OF_DIGITS = re.compile(r"[-+]?[.0-9]")
_NULLS = frozenset(("", "~", "null"))
_AMBIGUOUS = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|[-+]?0[0-9_]+|[-+]?0[xXbo][0-9a-fA-F_]+|[-+]?[0-9][0-9_]*_[0-9_.]*"
    r"|[-+]?[0-9]+(?::[0-5]?[0-9])+(?:\.[0-9]*)?|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ].*)?"
    r"|[-+]?\.(?:inf|nan)|=|<<)\Z",
    re.IGNORECASE,
)

_SUSPECT = frozenset(("", *"~nNyYtTfFoO+-.0123456789=<"))
"""The first letters of all words that mean, or could be taken to mean, anything but their text."""

NOT_YAML = N_(
    "This is not well-formed YAML. Look at this line and the one before: an indent, a quote or a bracket is wrong."
)
TAB = N_("A tab stands here. YAML is indented with spaces only.")
WANTS_QUOTES = N_("{word} without quotes is read in different ways. Put it in quotes.")
WANTS_QUOTES_OR_FLAG = N_("{word} without quotes is read in different ways. Put it in quotes, or write true or false.")


@dataclass(frozen=True)
class Yaml:
    """What a file says, and where it says it."""

    value: Value
    file: str
    """Name of the file, as messages show it."""
    text: str = field(repr=False)

    def line(self, *path: Step) -> int:
        """The line (from 1) of the key or list entry at ``path``; that of its nearest parent if it is absent."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    @cached_property
    def _lines(self) -> dict[tuple[Step, ...], int]:
        # Lines are wanted only where something is wrong; a second reading then is cheaper than keeping them always.
        lines: dict[tuple[Step, ...], int] = {}
        _Reading(self.text, self.file, lines).whole()
        return lines

    def refuse(self, path: Sequence[Step], template: str, **values: object) -> PackError:
        """An error that names the file, the line and the key at ``path``."""
        error = PackError(template, file=self.file, line=self.line(*path), key=dotted(path))
        error.values.update(values)
        return error


def dotted(path: Sequence[Step]) -> str:
    """A path as people read it: ``programmes[3].points.items[0].rule``."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def read(path: Path) -> Yaml:
    """Read a file. Raises :class:`PackError` for anything this reader refuses, or a file it cannot open."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError:
        raise PackError(N_("This file cannot be opened. Check that it exists and may be read."), file=path.name) from None
    return parse(raw, path.name)


def parse(source: bytes | str, file: str) -> Yaml:
    """Read text already at hand. ``file`` is the name messages use."""
    size = len(source) if isinstance(source, bytes) else len(source.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise PackError(N_("The file is larger than 1 MiB. Divide it."), file=file)
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source
        text.encode("utf-8")
    except UnicodeError:
        raise PackError(N_("The file is not UTF-8 text. Save it as UTF-8."), file=file) from None
    return Yaml(_Reading(text, file).whole(), file, text)


class _Reading:
    """One pass over the events of a text.

    A pack has ten thousand of them, so the ordinary scalar takes the shortest way: straight from libyaml, and held against
    the ambiguous words only if its first letter is one of theirs.
    """

    def __init__(self, text: str, file: str, lines: dict[tuple[Step, ...], int] | None = None) -> None:
        self._text = text
        self._file = file
        self._nodes = 0
        self._lines = lines

    def whole(self) -> Value:
        """The value of the one document."""
        value: Value = None
        try:
            # What libyaml cannot read as text at all is refused by the loader itself, before its first event.
            self._next = cast("Callable[[], yaml.Event]", yaml.CSafeLoader(self._text).get_event)
            self._next()  # StreamStart
            if not isinstance(self._next(), yaml.StreamEndEvent):
                value = self._node(self._next(), 1, None)
                self._next()  # DocumentEnd
                after = self._next()
                if not isinstance(after, yaml.StreamEndEvent):
                    raise self._refused(after, N_("The file holds more than one document. Keep only one."))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            # libyaml's own reason is English and speaks of its rules; what a person can look for is said instead.
            raise PackError(self._misshapen(mark), file=self._file, line=mark.line + 1 if mark else 0) from None
        except yaml.reader.ReaderError:
            raise PackError(N_("The file holds a character that text may not hold. Remove it."), file=self._file) from None
        return value

    def _misshapen(self, mark: yaml.Mark | None) -> str:
        lines = self._text.splitlines()
        here = lines[mark.line] if mark and mark.line < len(lines) else ""
        return TAB if here.lstrip(" ").startswith("\t") else NOT_YAML

    def _node(self, event: yaml.Event, depth: int, path: tuple[Step, ...] | None) -> Value:
        self._count(event, depth)
        if type(event) is yaml.ScalarEvent:
            return self._scalar(event)
        if type(event) is yaml.MappingStartEvent:
            return self._mapping(depth, path)
        if type(event) is yaml.SequenceStartEvent:
            return self._sequence(depth, path)
        raise self._refused(event, N_("An alias (*name) is not allowed. Write the value out."))

    def _count(self, event: yaml.Event, depth: int) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise self._refused(event, N_("The file holds more than 50,000 entries. Divide it."))
        if depth > MAX_DEPTH:
            raise self._refused(event, N_("The file is nested more than 20 levels deep."))
        if getattr(event, "anchor", None):
            raise self._refused(event, N_("An anchor or alias (&name, *name) is not allowed. Write the value out."))
        if getattr(event, "tag", None):
            raise self._refused(event, N_("A tag (!name) is not allowed. Remove it."))

    def _sequence(self, depth: int, path: tuple[Step, ...] | None) -> list[Value]:
        found: list[Value] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            found.append(self._node(event, depth + 1, self._at(path, len(found), event)))
        return found

    def _mapping(self, depth: int, path: tuple[Step, ...] | None) -> dict[str, Value]:
        found: dict[str, Value] = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            if type(event) is not yaml.ScalarEvent:
                raise self._refused(event, N_("A key has to be plain text."))
            self._count(event, depth)
            key: str = event.value
            if key[:1] in _SUSPECT and event.implicit[0] and (key in _NULLS or _AMBIGUOUS.match(key)):
                raise self._refused(event, N_("The key {word} is read in different ways. Put it in quotes."), key)
            if key in found:
                raise self._refused(event, N_("The key {word} stands here twice. Keep only one."), key)
            found[key] = self._node(self._next(), depth + 1, self._at(path, key, event))
        return found

    def _at(self, path: tuple[Step, ...] | None, step: Step, event: yaml.Event) -> tuple[Step, ...] | None:
        """The path of a child while lines are being noted; None in an ordinary reading."""
        if self._lines is None:
            return None
        here = (*(path or ()), step)
        self._lines[here] = _line(event)
        return here

    def _scalar(self, event: yaml.ScalarEvent) -> Value:
        word: str = event.value
        if word[:1] not in _SUSPECT or not event.implicit[0]:
            return word
        if word in _NULLS:
            return None
        if word in ("true", "false"):
            return word == "true"
        if _AMBIGUOUS.match(word):
            raise self._refused(event, WANTS_QUOTES if _OF_DIGITS.match(word) else WANTS_QUOTES_OR_FLAG, word)
        if word[0] in "+-.0123456789" and (_WHOLE.match(word) or _POINT.match(word)):
            if len(word) > MAX_DIGITS:
                raise self._refused(event, N_("The number {word} is too long."), word[:30])
            return int(word) if _WHOLE.match(word) else Decimal(word)
        return word

    def _refused(self, event: yaml.Event, template: str, word: str = "") -> PackError:
        return PackError(template, file=self._file, line=_line(event), word=word)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0
