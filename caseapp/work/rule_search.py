"""A search over the rules of every place: each word typed has to stand somewhere in the rule, in either language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from caseapp.domain.cases import Service
from caseapp.domain.labels import label
from caseapp.errors import PackError
from caseapp.i18n import catalogue
from caseapp.letters.both import NOTHING, Both, same
from caseapp.policy.model import Pack, Programme, Words, criteria
from caseapp.policy.packs import load, places

MOST = 60
"""More than this nobody reads: another word narrows it down."""


@dataclass(frozen=True, slots=True)
class FoundRule:
    """A version of a rule, and the text in it that holds what was looked for."""

    place: str
    place_name: Both
    programme: str
    name: Both
    text: Both


@dataclass(frozen=True, slots=True)
class FoundRules:
    """The rules found, those first that are named so; ``count`` is how many there are."""

    rules: tuple[FoundRule, ...]
    count: int


@dataclass(frozen=True, slots=True)
class _Entry:
    place: str
    place_name: Both
    programme: str
    texts: tuple[Both, ...]
    """The name comes first."""
    head: str
    """Place, service, name and number, folded: what a rule is called by."""
    whole: str


def search_rules(text: str) -> FoundRules:
    """The rules that hold every word of ``text``; none for an empty one."""
    words = text.casefold().split()
    if not words:
        return FoundRules((), 0)
    found = [entry for entry in _entries() if all(word in entry.whole for word in words)]
    found.sort(key=lambda entry: sum(word not in entry.head for word in words))
    return FoundRules(tuple(_found(entry, words) for entry in found[:MOST]), len(found))


def _found(entry: _Entry, words: list[str]) -> FoundRule:
    """With the text that holds most of the words; none where the name does."""
    name = entry.texts[0]
    best = max(entry.texts, key=lambda text: sum(word in _folded(text) for word in words))
    return FoundRule(entry.place, entry.place_name, entry.programme, name, NOTHING if best is name else best)


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(_entry(pack, programme) for pack in _packs() for programme in pack.programmes)


def _packs() -> Iterator[Pack]:
    """A broken pack keeps no other from being searched."""
    for place in places():
        try:
            yield load(place)
        except PackError:
            continue


def _entry(pack: Pack, programme: Programme) -> _Entry:
    texts = tuple(_texts(pack, programme))
    place = _both(pack.place.name)
    named = label(Service(programme.service))
    service = Both(catalogue("zh_CN").gettext(named), named)
    instrument = pack.instrument(programme.instrument)
    number = same(instrument.document_number or "" if instrument else "")
    head = " ".join(map(_folded, (place, service, texts[0], number)))
    return _Entry(pack.place.id, place, programme.id, texts, head, " ".join((head, *map(_folded, texts))))


def _texts(pack: Pack, programme: Programme) -> Iterator[Both]:
    """Every text of a rule that a person may remember."""
    yield _both(programme.name)
    instrument, office = pack.instrument(programme.instrument), pack.office(programme.responsible_office)
    if instrument is not None:
        yield _both(instrument.title)
        yield same(instrument.document_number or "")
    if office is not None:
        yield _both(office.name)
    yield from (_both(criterion.text) for criterion in criteria(programme.eligibility))
    yield from (_both(item.text) for item in (programme.points.items if programme.points else ()))
    yield from (_both(document.name) for document in programme.documents)
    yield from (_both(limit.what) for limit in programme.time_limits)
    yield from (_both(words) for words in programme.entitlements)
    yield from (_both(caution.text) for caution in (*programme.not_given, *programme.warnings))
    yield from (_both(obstruction.description) for obstruction in programme.known_obstructions)


def _both(words: Words) -> Both:
    return Both(words.zh, words.en)


def _folded(text: Both) -> str:
    return f"{text.zh} {text.en}".casefold()
