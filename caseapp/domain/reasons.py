"""Why something is so, as values: a sentence to be translated and what fills it. Nothing here is in a language yet.

The layer that says it (``letters``) formats days, counts and names for its reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

from caseapp.domain.ids import OfficeId


@dataclass(frozen=True, slots=True)
class PaperName:
    """A paper of the document catalogue, to be named in the reader's language; or one by its own ``title``."""

    paper: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class OfficeName:
    """An office, to be named in the reader's language."""

    office: OfficeId


@dataclass(frozen=True, slots=True)
class CriterionName:
    """A requirement of a programme, to be worded as the pack words it."""

    programme: str
    criterion: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words as they were said or written. They identify people: never in a report."""

    words: str


Value = str | int | Decimal | date | Enum | PaperName | OfficeName | CriterionName | Quoted


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence: its English wording (marked with ``N_``) and the values of its ``{names}``."""

    text: str
    values: tuple[tuple[str, Value], ...] = ()


def reason(text: str, **values: Value) -> Reason:
    """A sentence and what fills it."""
    return Reason(text, tuple(values.items()))
