"""What a command says: one document or plain lines on standard output, sentences on standard error."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

_REORDERING = frozenset(("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def document(value: object) -> None:
    """Write one JSON document."""
    sys.stdout.write(as_json(value, indent=1) + "\n")
    sys.stdout.flush()


def as_json(value: object, indent: int | None = None) -> str:
    """``value`` as JSON: dates ISO, numbers as numbers, enums by value."""
    return json.dumps(value, ensure_ascii=False, indent=indent, default=_plain, allow_nan=False)


def line(text: str) -> None:
    """Write one line and hand it over at once."""
    lines((text,))


def lines(texts: Iterable[str]) -> None:
    """Write lines."""
    sys.stdout.write("".join(_inert(text) + "\n" for text in texts))
    sys.stdout.flush()


def tell(found: object, texts: Iterable[str], *, as_json: bool) -> None:
    """What was found, as one document or as lines."""
    if as_json:
        document(found)
    else:
        lines(texts)


def complain(sentence: str) -> None:
    """A sentence for a person, beside the output."""
    sys.stderr.write(_inert(sentence) + "\n")


def private_file(path: Path, content: str | bytes) -> None:
    """A file that only its owner may read, written whole or not at all. Raises ``OSError``."""
    from caseapp.store.files import write_whole

    try:
        write_whole(path, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        # Named after what was asked for, not after the file it was written beside.
        raise OSError(error.errno, error.strerror, str(path)) from None


def _inert(text: str) -> str:
    """What a client's words hold must not steer the terminal: control and reordering characters are shown as escapes."""
    if text.isprintable():
        return text
    return "".join(
        character.encode("unicode_escape").decode("ascii") if _steers(character) else character for character in text
    )


def _steers(character: str) -> bool:
    """Control characters but for tab and line end, and those that reorder what follows (UAX #9)."""
    if character in "\n\t":
        return False
    return unicodedata.category(character) == "Cc" or unicodedata.bidirectional(character) in _REORDERING


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return value.value
    return str(value)
