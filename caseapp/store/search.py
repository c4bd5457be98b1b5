"""Search by any part of a name or number, from one character up.

A text is indexed as its single characters (after NFKC), each written as its code point, and asked for as a phrase.
So 𠮷 and characters newer than the tokenizer are found like any other, and nothing typed is ever an operator.
"""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from caseapp.domain.record import Scalar
from caseapp.domain.text_guards import search_form

SEARCHED: Mapping[str, tuple[str, ...]] = {
    "person": ("name", "nickname", "phone", "id_number"),
    "case": ("number",),
}
"""The wire names that are searched, by record kind."""

_BOUNDARY = " x "


def phrase(text: str) -> str:
    """What to ask the index for; empty if nothing searchable was typed."""
    letters = _letters(text)
    return f'"{letters}"' if letters else ""


def _letters(text: str) -> str:
    return " ".join(f"{ord(character):x}" for character in search_form(text))


def words(kind: str, values: Mapping[str, Scalar]) -> str:
    """What is indexed of a record."""
    found = (_letters(str(values[wire])) for wire in SEARCHED[kind] if values.get(wire))
    return _BOUNDARY.join(text for text in found if text)


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


def matches(connection: Connection, text: str) -> set[str] | None:
    """The ids of records that hold ``text``; None if nothing searchable was typed."""
    asked = phrase(text)
    if not asked:
        return None
    found = connection.exec_driver_sql(
        "SELECT record FROM search_entry WHERE number IN (SELECT rowid FROM search WHERE search MATCH ?)", (asked,)
    )
    return {row[0] for row in found}


def indexed(connection: Connection) -> dict[tuple[str, str], str]:
    """What is indexed of each record, to be held against the tables."""
    rows = connection.exec_driver_sql(
        "SELECT kind, record, words FROM search_entry LEFT JOIN search ON search.rowid = search_entry.number"
    )
    return {(row[0], row[1]): row[2] or "" for row in rows}
