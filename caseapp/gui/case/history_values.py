"""Values of the journal as a person reads them: ids by the names of what they stand for, days as days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.patterns import Pattern
from caseapp.gui.both import in_language
from caseapp.gui.case.paper_names import paper_name
from caseapp.gui.days import full, rough
from caseapp.gui.places import city_name
from caseapp.i18n import N_, _
from caseapp.letters.both import Both
from caseapp.letters.kinds import KINDS
from caseapp.letters.say_pattern import say_pattern
from caseapp.policy.catalogue import catalogue
from caseapp.work.history import FieldLine, say_value

_TRUTH = {
    # Translators: the answer to a question of fact.
    "true": N_("it is so"),
    # Translators: the answer to a question of fact.
    "false": N_("it is not so"),
}


def field_and_values(line: FieldLine) -> tuple[str, str, str]:
    """The field, its value before and its value after, in the screen's language; an empty text for no value."""
    named = _NAMED.get((line.kind, line.label)) or _NAMED.get(("", line.label))
    label = "" if line.label == _KEY else _(line.label)
    return label, say(line.before, named), say(line.after, named)


def say(value: object | None, named: Callable[[str], str] | None = None) -> str:
    """A value in the screen's language; what a person typed stands as it was typed."""
    if value is None:
        return ""
    if isinstance(value, ImpreciseDay):
        return rough(value)
    if isinstance(value, date):
        return full(value)
    if isinstance(value, Enum | bool):
        return _(say_value(value))
    text = say_value(value)
    return named(text) if named else text


def _fact(key: str) -> str:
    known = catalogue().get(key)
    return in_language(Both(known.label.zh, known.label.en)) if known else key


def _truth(value: str) -> str:
    return _(_TRUTH[value]) if value in _TRUTH else value


def _pattern(value: str) -> str:
    known = value.startswith("other:") or value in {pattern.value for pattern in Pattern}
    return in_language(say_pattern(value)) if known else value


def _letter(kind: str) -> str:
    return _(KINDS[kind].name) if kind in KINDS else kind


_KEY = "key"
"""A fact's key has no label of its own: the name of the fact stands for it."""
_NAMED: dict[tuple[str, str], Callable[[str], str]] = {
    ("fact", _KEY): _fact,
    ("fact", "Answer"): _truth,
    ("", "Document"): paper_name,
    ("", "City"): city_name,
    ("pattern_mark", "Pattern"): _pattern,
    ("letter", "Kind"): _letter,
}
"""By kind of record (empty: any) and field: what its ids stand for."""
