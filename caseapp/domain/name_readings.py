"""How a Chinese name may be typed in letters: in full pinyin or by its initials, with every reading of every character.

The readings come from two tables in ``resources/names``: of characters, and of surnames that are read otherwise. Both
are part of the program, so the same name is found by the same letters on every computer
(docs/decisions/0015-names-by-sound.md).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product

from caseapp.domain.text_guards import search_form
from caseapp.paths import resource

LONGEST = 12
"""Characters of a name that are read on from where it is begun to be typed."""
WAYS = 24
"""In how many ways so much of a name is read; beyond, only the usual reading of what follows counts."""


def typed_letters(text: str) -> str:
    """What was typed, as letters to compare with readings: ``Lǚ xī'ān`` -> ``lvxian``; empty if it is no pinyin."""
    letters = search_form(text).replace("'", "").replace("’", "")
    for toned in "üǖǘǚǜ":
        letters = letters.replace(toned, "v")
    plain = "".join(one for one in unicodedata.normalize("NFD", letters) if not unicodedata.combining(one))
    return plain if plain.isascii() and plain.isalpha() else ""


def spellings(name: str) -> frozenset[str]:
    """Every way to type a name in letters, beginning with any of its Chinese characters: in full, and by initials."""
    return frozenset(
        spelling for run in _runs(name) for start in range(len(run)) for spelling in _typed(run[start : start + LONGEST])
    )


def whole_spellings(name: str) -> frozenset[str]:
    """Every way to type the whole of a name in full; empty for a name that is not Chinese throughout."""
    runs = list(_runs(name))
    if len(runs) != 1 or len(runs[0]) != len(search_form(name)) or len(runs[0]) > LONGEST:
        return frozenset()
    return frozenset("".join(way) for way in _ways(runs[0]))


def _typed(run: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    for way in _ways(run):
        yield "".join(way)
    for way in _ways(tuple(tuple(dict.fromkeys(one[0] for one in readings)) for readings in run)):
        yield "".join(way)


def _ways(run: tuple[tuple[str, ...], ...]) -> Iterable[tuple[str, ...]]:
    """Every way to read these characters, as long as they are no more than :data:`WAYS`."""
    counted, ways = [], 1
    for readings in run:
        ways *= len(readings)
        counted.append(readings if ways <= WAYS else readings[:1])
    return product(*counted)


def _runs(name: str) -> Iterator[tuple[tuple[str, ...], ...]]:
    """The stretches of a name whose characters have a reading, each character with its readings."""
    text = search_form(name)
    as_surname = _surname(text)
    run: list[tuple[str, ...]] = []
    for place, character in enumerate(text):
        known = _characters().get(character, ())
        special = tuple(syllables[place] for syllables in as_surname if place < len(syllables))
        readings = tuple(dict.fromkeys((*special, *known)))
        if readings:
            run.append(tuple(dict.fromkeys(_with_u(readings))))
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _with_u(readings: Iterable[str]) -> Iterator[str]:
    """``lv`` is typed as ``lu`` too, and stands as ``lyu`` in passports."""
    for syllable in readings:
        yield syllable
        if "v" in syllable:
            yield syllable.replace("v", "u")
            yield syllable.replace("v", "yu")


def _surname(text: str) -> tuple[tuple[str, ...], ...]:
    """The special readings of the longest surname that a name begins with."""
    found = _surnames()
    return next((found[text[:length]] for length in (2, 1) if text[:length] in found), ())


@cache
def _characters() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    others: list[tuple[str, str]] = []
    for syllable, first, other in _lines("readings.txt"):
        found.update(dict.fromkeys(first, (syllable,)))
        others.append((syllable, other))
    for syllable, characters in others:
        for character in characters:
            found[character] = (*found[character], syllable)
    for surname, reading, holds in _lines("surnames.tsv"):
        if holds == "anywhere":
            found[surname] = (*found.get(surname, ()), reading)
    return found


@cache
def _surnames() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for surname, reading, _holds in _lines("surnames.tsv"):
        found[surname] = (*found.get(surname, ()), tuple(reading.split(" ")))
    return found


def _lines(name: str) -> Iterator[list[str]]:
    for line in resource("names", name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
