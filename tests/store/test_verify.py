"""Whatever is changed behind the casebook's back is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from caseapp.store.casebook import Casebook
from caseapp.store.verify import verify
from tests.store.desk import NOW, begin_case


def tamper(casebook: Casebook, statement: str) -> None:
    connection = casebook.opened().writing
    assert connection is not None
    assert connection.connection.cursor().execute(statement).rowcount > 0


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("UPDATE \"case\" SET city = 'shanghai'", "record"),
        ("UPDATE person SET name = 'x' WHERE name <> ''", "record"),
        ("DELETE FROM party WHERE role = 'applicant'", "record"),
        ("UPDATE person SET is_deleted = 1", "record"),
        ("UPDATE person SET heads = '*=x'", "record"),
        ("UPDATE journal_change SET value = '{\"city\":\"x\"}' WHERE register = 'place'", "altered"),
        ("UPDATE journal_change SET parents = 'x' WHERE register = 'place'", "altered"),
        ("UPDATE journal_changeset SET who = 'wang' WHERE seq = 2", "altered"),
        ("UPDATE journal_changeset SET wall = '2020-01-01T00:00:00' WHERE seq = 2", "altered"),
        ("UPDATE journal_changeset SET seq = 9 WHERE seq = 2", "altered"),
        ("UPDATE journal_changeset SET previous = '' WHERE seq = 2", "altered"),
        ("DELETE FROM journal_change WHERE changeset = 2 AND ordinal = 0", "altered"),
        ("UPDATE journal_changeset SET mark = x'00' WHERE position = 1", "order"),
        ("DELETE FROM journal_changeset WHERE position = 1", "order"),
        ("UPDATE journal_changeset SET arrived = 7 WHERE position = 3", "order"),
        ("DELETE FROM search_entry WHERE kind = 'case'", "search"),
    ],
)
def test_a_change_past_the_door_is_named(casebook: Casebook, statement: str, named: str) -> None:
    begin_case(casebook, city="beijing")
    case = begin_case(casebook, city="beijing")
    with casebook.write("Edited", "li", NOW) as writer:
        writer.put(replace(case, story="x"))
    assert verify(casebook).problems == ()
    connection = casebook.opened().writing
    assert connection is not None
    connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
    tamper(casebook, statement)
    found = verify(casebook)
    assert not found.sound
    assert any(named in str(problem) for problem in found.problems), [str(problem) for problem in found.problems]


def test_a_cut_tail_of_the_journal_is_named(casebook: Casebook) -> None:
    for _ in range(3):
        begin_case(casebook)
    connection = casebook.opened().writing
    assert connection is not None
    connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
    tamper(casebook, "DELETE FROM journal_change WHERE changeset >= 3")
    tamper(casebook, "DELETE FROM journal_changeset WHERE position >= 3")
    assert any("head" in str(problem) for problem in verify(casebook).problems)


def test_a_sound_casebook_counts_what_it_holds(casebook: Casebook) -> None:
    begin_case(casebook)
    found = verify(casebook)
    assert (found.sound, found.entries, found.records, found.attachments) == (True, 2, 8, 0)
