"""Values of the journal as a person reads them: ids by the names of what they stand for, days as days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import partial

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.patterns import Pattern
from caseapp.errors import BadInput
from caseapp.gui.both import in_language
from caseapp.gui.case.paper_names import paper_name
from caseapp.gui.day.said import full, rough
from caseapp.gui.places import city_name
from caseapp.i18n import _
from caseapp.letters.both import Both
from caseapp.letters.kinds import KINDS
from caseapp.letters.say.finding import say_value as say_fact
from caseapp.letters.say.pattern import say_pattern
from caseapp.policy.catalogue import catalogue
from caseapp.policy.projection import value_of
from caseapp.work.history import FieldLine, say_value


def field_and_values(line: FieldLine) -> tuple[str, str, str]:
    """The field, its value before and its value after, in the screen's language; an empty text for no value."""
    if line.kind == "fact" and line.label == _ANSWER:
        # the fact itself is the record's name, so its value needs no label
        told = partial(_answer, str(line.name))
        return "", say(line.before, told), say(line.after, told)
    named = _NAMED.get((line.kind, line.label)) or _NAMED.get(("", line.label))
    return _(line.label), say(line.before, named), say(line.after, named)


def name_of(line: FieldLine) -> str:
    """What the record goes by, in the screen's language; an empty text if nothing tells."""
    return say(line.name, _NAMED.get((line.kind, line.named_by)) or _NAMED.get(("", line.named_by)))


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


def _answer(key: str, value: str) -> str:
    kind = catalogue().get(key)
    if kind is None:
        return value
    try:
        return in_language(say_fact(kind, value_of(kind, value)))
    except BadInput:
        return value


def _pattern(value: str) -> str:
    known = value.startswith("other:") or value in {pattern.value for pattern in Pattern}
    return in_language(say_pattern(value)) if known else value


def _letter(kind: str) -> str:
    return _(KINDS[kind].name) if kind in KINDS else kind


_ANSWER = "Answer"
_NAMED: dict[tuple[str, str], Callable[[str], str]] = {
    ("fact", ""): _fact,
    ("local_criterion", "Fact"): _fact,
    ("", "Document"): paper_name,
    ("", "City"): city_name,
    ("pattern_mark", "Pattern"): _pattern,
    ("letter", "Kind"): _letter,
}
"""By kind of record (empty: any) and the label of a field: what its ids stand for."""
