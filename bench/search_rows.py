"""Search among a hundred thousand people: by one character, by initials, by part of a number."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.casebooks import KEY, NOW, opened
from bench.measure import Row, both, cpu, in_turn

PEOPLE = 100_000
SURNAMES, GIVEN = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗单曾仇区", "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂香"
ASKED = {
    "one character": "单",
    "initials": "zw",
    "part of a number": "38013",
    "one digit, which nearly everybody has": "7",
    "two digits, with which nearly every telephone begins": "13",
    "one letter": "z",
}
LIMIT_S, LIMIT_RATIO = 0.05, 3.0


def search_people(folder: Path) -> list[Row]:
    """From what is typed to the ids of whom it finds, as the list of cases asks, against the index alone."""
    place = folder / "people.casebook"
    _casebook(place)
    rows = []
    with opened(place) as session:
        for what, typed in ASKED.items():
            medians = in_turn(partial(_search, session, typed), partial(_bare, session, typed), 9)
            name = f"search of {PEOPLE:,} people by {what}"
            rows.append(both(name, "bare SQL query", medians, seconds=LIMIT_S, times=LIMIT_RATIO))
    return rows


def _search(session, typed: str) -> float:
    from caseapp.store.search import MOST_LISTED

    with session.read() as reader:
        return cpu(lambda: reader.search(typed, most=MOST_LISTED))


def _bare(session, typed: str) -> float:
    from caseapp.store.search import MOST_LISTED, phrase

    statement = "SELECT record FROM search_entry WHERE number IN (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)"
    with session.read() as reader:
        driver = reader.connection.connection.cursor()
        return cpu(lambda: driver.execute(statement, (phrase(typed), MOST_LISTED)).fetchall())


def _casebook(place: Path) -> None:
    """People as the index knows them. Their records would take ten minutes to write, and are not asked for here."""
    from caseapp.store.search import index, words
    from caseapp.work.session import NewProfile, create_with_key

    chance = random.Random(1)
    with create_with_key(place, KEY, NewProfile("bench"), NOW) as session:
        for begun in range(0, PEOPLE, 10_000):
            with session.write("bench") as writer:
                for number in range(begun, begun + 10_000):
                    name = chance.choice(SURNAMES) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
                    phone, citizen = f"13{chance.randrange(10**9):09}", f"{chance.randrange(10**18):018}"
                    found = words("person", {"name": name, "phone": phone, "id_number": citizen})
                    index(writer.connection, "person", f"{number:032x}", found)


ALL: tuple[Callable[[Path], list[Row]], ...] = (search_people,)
