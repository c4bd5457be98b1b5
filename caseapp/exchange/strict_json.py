"""JSON read as strictly as YAML: duplicate keys, ``NaN``, long numbers, deep nesting and large files are refused."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import NoReturn

from caseapp.errors import PackError
from caseapp.i18n import N_
from caseapp.strict_yaml import MAX_DIGITS, Step, Value, Yaml

MAX_BYTES = 4 << 20
MAX_DEPTH = 20

NOT_JSON = N_("This is not well-formed JSON. Look at this line and the one before: a quote, a comma or a bracket is wrong.")

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


class Json(Yaml):
    """What a JSON file says, and (where it can be found) in which line."""

    def line(self, *path: Step) -> int:
        """As for YAML, of which JSON is nearly a part; 0 where the line cannot be found."""
        try:
            return super().line(*path)
        except PackError:
            return 0


def read(path: Path) -> Json:
    """Read a file. Raises :class:`PackError` for anything this reader refuses, or a file it cannot open."""
    try:
        with path.open("rb") as stream:
            raw = stream.read(MAX_BYTES + 1)
    except OSError:
        raise PackError(N_("This file cannot be opened. Check that it exists and may be read."), file=path.name) from None
    return parse(raw, path.name)


def parse(source: bytes, file: str) -> Json:
    """Read bytes already at hand. ``file`` is the name messages use."""
    if len(source) > MAX_BYTES:
        raise PackError(N_("The file is larger than 4 MiB. Divide it."), file=file)
    try:
        text = source.decode("utf-8-sig")
    except UnicodeError:
        raise PackError(N_("The file is not UTF-8 text. Save it as UTF-8."), file=file) from None
    if not text.strip():
        raise PackError(N_("The file is empty. Choose another one."), file=file)
    _refuse_depth(text, file)
    try:
        value: Value = json.loads(
            text,
            object_pairs_hook=_pairs(file),
            parse_constant=_constant(file),
            parse_int=_number(file, int),
            parse_float=_number(file, Decimal),
        )
    except json.JSONDecodeError as error:
        raise PackError(NOT_JSON, file=file, line=error.lineno) from None
    _refuse_broken(value, file)
    return Json(value, file, text)


def _refuse_depth(text: str, file: str) -> None:
    """Counts brackets outside strings before anything is built."""
    depth = 0
    for bracket in _BRACKET.findall(_STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            raise PackError(N_("The file is nested more than 20 levels deep."), file=file)


def _pairs(file: str) -> Callable[[list[tuple[str, Value]]], dict[str, Value]]:
    def build(pairs: list[tuple[str, Value]]) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for key, value in pairs:
            if key in found:
                raise PackError(N_("The key {word} stands here twice. Keep only one."), file=file, word=key[:40])
            found[key] = value
        return found

    return build


def _constant(file: str) -> Callable[[str], NoReturn]:
    def refuse(word: str) -> NoReturn:
        raise PackError(N_("{word} is not a number. Write a number or leave it out."), file=file, word=word)

    return refuse


def _number(file: str, kind: Callable[[str], Value]) -> Callable[[str], Value]:
    def build(word: str) -> Value:
        if len(word) > MAX_DIGITS:
            raise PackError(N_("The number {word} is too long."), file=file, word=word[:30])
        return kind(word)

    return build


def _refuse_broken(value: Value, file: str) -> None:
    """Unpaired surrogates, which an escape can smuggle in, are no text."""
    stack = [value]
    while stack:
        entry = stack.pop()
        if isinstance(entry, dict):
            stack.extend(entry.values())
            stack.extend(entry.keys())
        elif isinstance(entry, list):
            stack.extend(entry)
        elif isinstance(entry, str) and any("\ud800" <= character <= "\udfff" for character in entry):
            raise PackError(N_("The file holds a character that text may not hold. Remove it."), file=file)
