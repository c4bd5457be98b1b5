"""Replicas: each copy of a casebook that works on its own, and the letter it puts into numbers."""

from __future__ import annotations

import string
from dataclasses import replace

from sqlalchemy import Connection, update

from caseapp.domain.ids import new_id
from caseapp.i18n import N_
from caseapp.store.changes import FIRST, Change, Op, new_change
from caseapp.store.standing import LOCAL, REPLICA_KIND, Standing, letters

CREATED = N_("Casebook created")
"""The intention of a casebook's first entry."""
BEGAN = N_("This copy of the casebook works on its own from here")
"""The intention of the first entry of a copied or restored folder."""


def free_letter(taken: set[str]) -> str:
    """The first letter nobody has: A to Z without I and O, then two of them."""
    alphabet = [letter for letter in string.ascii_uppercase if letter not in "IO"]
    names = [*alphabet, *(first + second for first in alphabet for second in alphabet)]
    return next(name for name in names if name not in taken)


def lettered(replica: str, letter: str) -> Change:
    """The change that gives a replica its letter. The letter is the register, so it needs no value."""
    return new_change(REPLICA_KIND, replica, letter, Op.CREATE, (), None)


def begun(connection: Connection, standing: Standing) -> Standing:
    """The same folder as a new replica, with a chain and a letter of its own."""
    letter = free_letter(set(letters(connection).values()))
    fresh = replace(standing, replica=new_id(), letter=letter, seq=0, last=FIRST)
    connection.execute(update(LOCAL).values(replica=fresh.replica))
    return fresh
