"""What a command says: one document or plain lines on standard output, sentences on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum


def document(value: object) -> None:
    """Write one JSON document."""
    sys.stdout.write(as_json(value, indent=1) + "\n")
    sys.stdout.flush()


def as_json(value: object, indent: int | None = None) -> str:
    """``value`` as JSON: dates ISO, numbers as numbers, enums by value."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain, allow_nan=False)


def line(text: str) -> None:
    """Write one line and hand it over at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def lines(texts: Iterable[str]) -> None:
    """Write lines."""
    sys.stdout.write("".join(text + "\n" for text in texts))
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """A sentence for a person, beside the output."""
    sys.stderr.write(sentence + "\n")


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value)
