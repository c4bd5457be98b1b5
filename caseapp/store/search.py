"""Search by any part of a name or number, from one character up.

A text is indexed as its single characters (after NFKC), each written as its code point, and asked for as a phrase.
So 𠮷 and characters newer than the tokenizer are found like any other, and nothing typed is ever an operator.

A name is indexed once more as it is typed in letters, in full pinyin and by initials, from each of its characters on
(:mod:`caseapp.domain.name_readings`): ``pzhangsan pzs psan ps``. Letters typed are asked for as the beginning of one.
Numbers are indexed once more by three digits at a time, from each digit on (``n138 n380 n800 n00 n0``): single digits
stand with everybody, and a phrase of them is slow to find among a hundred thousand people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from caseapp.domain.name_readings import spellings, typed_letters
from caseapp.domain.record import Scalar
from caseapp.domain.text_guards import search_form

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "person": ("name", "nickname", "phone", "id_number"),
    "case": ("number",),
}
"""The wire names that are searched, by record kind."""

SOUNDED = frozenset(("name", "nickname"))
"""The wire names of names: they are found by how they are read, too."""

_BOUNDARY = " x "
# Each begins a kind of word; no code point in hexadecimal begins so.
_SOUND, _INITIAL, _DIGITS = "p", "i", "n"
_NUMBER = re.compile("[0-9x]*[0-9][0-9x]*")
"""A stretch of digits; with the X that an identity number can end in."""
_AT_A_TIME = 3

MOST_LISTED = 5_000
"""What is typed first is with nearly everybody (a digit, the first two of a telephone). No list of so many is read."""


def phrase(text: str) -> str:
    """What to ask the index for; empty if nothing searchable was typed."""
    form, sound = search_form(text), typed_letters(text)
    if len(form) > 1 and _NUMBER.fullmatch(form):
        return _number(form)
    written = f'"{_letters(form)}"' if form else ""
    if not sound:
        return written
    return f"{written} OR {_SOUND}{sound}*" if len(sound) > 1 else f"{written} OR {_INITIAL}{sound}"


def _number(digits: str) -> str:
    if len(digits) < _AT_A_TIME:
        return f"{_DIGITS}{digits}*"
    last = len(digits) - _AT_A_TIME
    return '"' + " ".join(f"{_DIGITS}{digits[at : at + _AT_A_TIME]}" for at in range(last + 1)) + '"'


def _letters(form: str) -> str:
    return " ".join(f"{ord(character):x}" for character in form)


def words(kind: str, values: Mapping[str, Scalar]) -> str:
    """What is indexed of a record."""
    texts = {wire: search_form(str(values[wire])) for wire in SEARCHED[kind] if values.get(wire)}
    sounds = {sound for wire, text in texts.items() if wire in SOUNDED for sound in spellings(text)}
    read = [f"{_SOUND}{sound}" for sound in sorted(sounds)]
    initials = [f"{_INITIAL}{letter}" for letter in sorted({sound[0] for sound in sounds})]
    numbers = (number for text in texts.values() for number in _numbers(text))
    return _BOUNDARY.join(filter(None, (*map(_letters, texts.values()), *numbers, " ".join((*initials, *read)))))


def _numbers(text: str) -> Iterator[str]:
    for found in _NUMBER.finditer(text):
        number = found.group()
        yield " ".join(f"{_DIGITS}{number[at : at + _AT_A_TIME]}" for at in range(len(number)))


def index(connection: Connection, kind: str, record: str, text: str) -> None:
    """Make ``text`` all that is indexed of a record; empty text takes it out."""
    found = connection.exec_driver_sql("SELECT number FROM search_entry WHERE record = ?", (record,)).scalar()
    if found is not None:
        connection.exec_driver_sql("DELETE FROM search WHERE rowid = ?", (found,))
        if not text:
            connection.exec_driver_sql("DELETE FROM search_entry WHERE number = ?", (found,))
    elif text:
        added = connection.exec_driver_sql("INSERT INTO search_entry (kind, record) VALUES (?, ?)", (kind, record))
        found = added.lastrowid
    if text:
        connection.exec_driver_sql("INSERT INTO search (rowid, words) VALUES (?, ?)", (found, text))


@dataclass(frozen=True, slots=True)
class Matches:
    """The ids of records that hold what was typed; ``more``: there are others, this is what was entered last."""

    ids: frozenset[str]
    more: bool = False


def matches(connection: Connection, text: str, most: int | None = None) -> Matches | None:
    """The records that hold ``text``, with ``most`` no more than so many; None if nothing searchable was typed."""
    asked = phrase(text)
    if not asked:
        return None
    found = connection.exec_driver_sql(
        "SELECT record FROM search_entry WHERE number IN "
        "(SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY number DESC",
        (asked, -1 if most is None else most + 1),
    )
    ids = [row[0] for row in found]
    return Matches(frozenset(ids[:most]), most is not None and len(ids) > most)


def indexed(connection: Connection) -> dict[tuple[str, str], str]:
    """What is indexed of each record, to be held against the tables."""
    rows = connection.exec_driver_sql(
        "SELECT kind, record, words FROM search_entry LEFT JOIN search ON search.rowid = search_entry.number"
    )
    return {(row[0], row[1]): row[2] or "" for row in rows}
