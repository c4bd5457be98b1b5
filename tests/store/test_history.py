"""What was done, by whom, from which value to which; and undoing it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from caseapp.domain.cases import Case, Stage
from caseapp.domain.ids import VisitId, new_id
from caseapp.domain.visits import Visit
from caseapp.errors import NotReady
from caseapp.store.access_log import accesses, note_access
from caseapp.store.casebook import Casebook
from caseapp.store.changes import Op
from caseapp.store.undo import undo
from caseapp.store.verify import verify
from tests.store.desk import NOW, begin_case


def change(casebook: Casebook, record: object, intention: str = "Edited") -> None:
    with casebook.write(intention, "li", NOW) as writer:
        writer.put(record)


def newest(casebook: Casebook) -> str:
    with casebook.read() as reader:
        return reader.history()[0].id


def take_back(casebook: Casebook, changeset: str) -> None:
    with casebook.write("Undone", "li", NOW) as writer:
        undo(writer, changeset)


def test_history_tells_old_and_new_values_of_one_case(casebook: Casebook) -> None:
    case, _ = begin_case(casebook), begin_case(casebook)
    change(casebook, replace(case, story="heard", stage=Stage.WITH_THEM), "Story written down")
    with casebook.read() as reader:
        entry, first = reader.history(case.id)
        assert [latest.id for latest in reader.history(newest=1)] == [entry.id]
    assert (entry.who, entry.letter, entry.intention, entry.when) == ("li", "A", "Story written down", NOW)
    assert {(c.register, *(c.before or {"-": None}).values(), *c.after.values()) for c in entry.changes} == {
        ("story", None, "heard"),
        ("stage", None, "with_them"),
    }
    assert {c.op for c in first.changes} == {Op.CREATE, Op.SET}


def test_undoing_an_edit_gives_back_the_old_value_and_keeps_both_in_the_history(casebook: Casebook) -> None:
    case = begin_case(casebook, story="one")
    change(casebook, replace(case, story="two", city="beijing"))
    take_back(casebook, newest(casebook))
    with casebook.read() as reader:
        assert reader.get(Case, case.id) == case
        assert [entry.intention for entry in reader.history(case.id)] == ["Undone", "Edited", "Case begun"]


def test_undoing_a_beginning_takes_everything_of_it_away_and_redoing_brings_it_back(casebook: Casebook) -> None:
    case = begin_case(casebook)
    take_back(casebook, newest(casebook))
    with casebook.read() as reader:
        assert reader.case_rows() == ()
    take_back(casebook, newest(casebook))
    with casebook.read() as reader:
        file = reader.case_file(case.id)
    assert file is not None
    assert len(file.people) == 2
    assert verify(casebook).problems == ()


def test_undoing_a_deletion_restores(casebook: Casebook) -> None:
    case = begin_case(casebook)
    with casebook.write("Deleted", "li", NOW) as writer:
        writer.delete(Case, case.id)
    take_back(casebook, newest(casebook))
    with casebook.read() as reader:
        assert reader.get(Case, case.id) == case


def test_what_was_changed_again_later_is_not_undone_over_it(casebook: Casebook) -> None:
    case = begin_case(casebook)
    change(casebook, replace(case, story="one"))
    earlier = newest(casebook)
    change(casebook, replace(case, story="two"))
    with pytest.raises(NotReady, match="later"):
        take_back(casebook, earlier)
    with casebook.read() as reader:
        shown = reader.get(Case, case.id)
    assert shown is not None
    assert shown.story == "two"


def test_a_first_entry_or_an_unknown_one_has_nothing_to_undo(casebook: Casebook) -> None:
    for changeset in (newest(casebook), new_id()):
        with pytest.raises(NotReady, match="nothing that can be undone"):
            take_back(casebook, changeset)


def test_only_registers_that_changed_are_journalled(casebook: Casebook) -> None:
    case = begin_case(casebook)
    visit = Visit(VisitId(new_id()), case.id, words="a")
    change(casebook, visit)
    change(casebook, replace(visit, words="b"))
    with casebook.read() as reader:
        (only,) = reader.history()[0].changes
    assert (only.register, dict(only.after)) == ("words", {"words": "b", "words_literal": True})


def test_looks_are_logged_by_opaque_id_and_cannot_forge_a_line(casebook: Casebook) -> None:
    note_access(casebook, "li\n2026 wang\u2028\x1b[2J", "open", "case-id", NOW)
    (look,) = accesses(casebook)
    assert (look.action, look.what, look.when) == ("open", "case-id", NOW)
    assert not set(look.who) & set("\n\u2028\x1b")
