"""Two people, two copies, one record."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from caseapp.domain.cases import Case
from caseapp.domain.ids import OfficeId, VisitId, new_id
from caseapp.domain.visits import Answer, Visit
from caseapp.errors import BadInput
from caseapp.store import opening
from caseapp.store.casebook import Casebook
from caseapp.store.dump import digest
from caseapp.store.sharing import Batch, apply_changes, changes_since, vector
from tests.store.desk import KEY, NOW, begin_case


@pytest.fixture
def pair(casebook: Casebook) -> Iterator[tuple[Casebook, Casebook, Case]]:
    case = begin_case(casebook, story="begun")
    casebook.close()
    folder = shutil.copytree(casebook.folder, casebook.folder.with_name("Other.casebook"))
    with (
        opening.open_with_key(casebook.folder, KEY, NOW) as one,
        opening.open_with_key(folder, KEY, NOW) as other,  # type: ignore[arg-type]
    ):
        yield one, other, case


def save(casebook: Casebook, who: str, *records: object) -> None:
    with casebook.write("Edited", who, NOW) as writer:
        for record in records:
            writer.put(record)


def exchange(one: Casebook, other: Casebook) -> None:
    for here, there in ((one, other), (other, one), (one, other)):
        apply_changes(here, changes_since(there, vector(here)), "li", NOW)
    assert digest(one) == digest(other)


def test_edits_of_different_fields_are_both_there(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    save(one, "li", replace(case, story="longer"))
    save(other, "wang", replace(case, request="a school place"))
    exchange(one, other)
    with one.read() as reader:
        assert reader.get(Case, case.id) == replace(case, story="longer", request="a school place")
        assert reader.conflicts() == ()


def test_two_values_are_both_kept_shown_and_settled(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    save(one, "li", replace(case, story="of li"))
    save(other, "wang", replace(case, story="of wang"))
    exchange(one, other)
    with one.read() as reader:
        (conflict,) = reader.conflicts(case.id)
        shown = reader.get(Case, case.id)
    assert {contender.who: contender.values["story"] for contender in conflict.contenders} == {
        "li": "of li", "wang": "of wang",
    }  # fmt: skip
    assert shown is not None
    assert shown.story == conflict.contenders[0].values["story"]
    with other.write("Settled", "wang", NOW) as writer:
        writer.settle(Case, case.id, "story", {"story": "of li"})
    exchange(one, other)
    for casebook in (one, other):
        with casebook.read() as reader:
            assert reader.conflicts() == ()
            settled = reader.get(Case, case.id)
            assert settled is not None
            assert settled.story == "of li"


def test_an_ordinary_edit_leaves_the_other_value_in_the_conflict(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    save(one, "li", replace(case, story="of li"))
    save(other, "wang", replace(case, story="of wang"))
    exchange(one, other)
    save(one, "li", replace(case, story="third"))
    with one.read() as reader:
        (conflict,) = reader.conflicts()
    assert len(conflict.contenders) == 2
    assert conflict.contenders[0].values == {"story": "third"}


def test_the_same_value_from_two_sides_is_nothing_to_decide(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    save(one, "li", replace(case, story="same"))
    save(other, "wang", replace(case, story="same"))
    exchange(one, other)
    with one.read() as reader:
        assert reader.conflicts() == ()


def test_fields_that_belong_together_never_mix(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    visit = Visit(VisitId(new_id()), case.id)
    save(one, "li", visit)
    exchange(one, other)
    office = OfficeId(new_id())
    save(one, "li", replace(visit, answer=Answer.REFERRED, referred_to=office))
    save(other, "wang", replace(visit, answer=Answer.REFUSED))
    exchange(one, other)
    with one.read() as reader:
        shown = reader.get(Visit, visit.id)
        assert shown is not None
        assert (shown.answer, shown.referred_to) in ((Answer.REFERRED, office), (Answer.REFUSED, None))


def test_an_edit_survives_a_deletion_beside_it_and_is_flagged(pair: tuple[Casebook, Casebook, Case]) -> None:
    from caseapp.store.belonging import disputed

    one, other, case = pair
    with one.write("Deleted", "li", NOW) as writer:
        writer.delete(Case, case.id)
    save(other, "wang", replace(case, story="still needed"))
    exchange(one, other)
    with one.read() as reader:
        kept = reader.get(Case, case.id)
        assert kept is not None
        assert kept.story == "still needed"
        assert disputed(reader.connection, None) == (("case", case.id),)


def test_a_deletion_that_knew_the_edit_stands(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    save(other, "wang", replace(case, story="known"))
    exchange(one, other)
    with one.write("Deleted", "li", NOW) as writer:
        writer.delete(Case, case.id)
    exchange(one, other)
    with other.read() as reader:
        assert reader.get(Case, case.id) is None


def test_the_clock_never_decides(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    with one.write("Edited", "li", NOW + timedelta(days=9000)) as writer:
        writer.put(replace(case, story="from the future"))
    exchange(one, other)
    with other.write("Edited", "wang", NOW - timedelta(days=9000)) as writer:
        writer.put(replace(case, story="later, whatever the clock says"))
    exchange(one, other)
    with one.read() as reader:
        assert reader.conflicts() == ()
        shown = reader.get(Case, case.id)
        assert shown is not None
        assert shown.story == "later, whatever the clock says"


def test_the_same_batch_again_changes_nothing(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    save(other, "wang", replace(case, story="x"))
    batch = changes_since(other, vector(one))
    assert apply_changes(one, batch, "li", NOW).changesets > 0
    sequence, before = one.sequence, digest(one)
    assert apply_changes(one, batch, "li", NOW).changesets == 0
    assert (one.sequence, digest(one)) == (sequence, before)


def test_altered_or_foreign_changes_are_refused_whole(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    save(other, "wang", replace(case, story="x"))
    batch = changes_since(other, vector(one))
    *rest, last = batch.changesets
    change = last.changes[0]
    assert change.value is not None
    forged = (
        replace(last, who="somebody else"),
        replace(last, changes=(replace(change, value=change.value.replace("x", "y")), *last.changes[1:])),
        replace(last, changes=(replace(change, record=new_id()), *last.changes[1:])),
        replace(last, changes=()),
        replace(last, lamport=2**50),
    )
    before = digest(one)
    for lie in forged:
        with pytest.raises(BadInput):
            apply_changes(one, Batch(batch.casebook, (*rest, lie)), "li", NOW)
    with pytest.raises(BadInput):
        apply_changes(one, Batch(new_id(), batch.changesets), "li", NOW)
    assert digest(one) == before


def test_values_left_out_are_filled_in_when_they_come(pair: tuple[Casebook, Casebook, Case]) -> None:
    one, other, case = pair
    save(other, "wang", replace(case, story="told later"))
    batch = changes_since(other, vector(one))
    bare = tuple(
        replace(entry, changes=tuple(change.without_value() for change in entry.changes)) for entry in batch.changesets
    )
    apply_changes(one, Batch(batch.casebook, bare), "li", NOW)
    apply_changes(one, batch, "li", NOW)
    with one.read() as reader:
        shown = reader.get(Case, case.id)
        assert shown is not None
        assert shown.story == "told later"


def test_two_copies_that_took_the_same_letter_part_when_they_meet(
    casebook: Casebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    casebook.close()
    copies = [shutil.copytree(casebook.folder, casebook.folder.with_name(f"{n}.casebook")) for n in range(2)]
    opened = []
    for number, folder in enumerate(copies):
        monkeypatch.setenv("XDG_DATA_HOME", str(casebook.folder.parent / f"home{number}"))
        opened.append(opening.open_with_key(folder, KEY, NOW))  # type: ignore[arg-type]
    one, other = opened
    assert one.letter == other.letter == "B"
    exchange(one, other)
    exchange(one, other)
    assert {one.letter, other.letter} == {"B", "C"}
    one.close()
    other.close()
