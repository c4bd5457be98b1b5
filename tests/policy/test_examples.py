"""Every worked example of every pack, each a test of its own; what they cover; and that a wrong number is found out."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest

from caseapp.policy.examples import run_example
from caseapp.policy.model import Example, Pack, Programme
from caseapp.policy.packs import load, places

ALL = [
    (load(place), programme, example)
    for place in places()
    for programme in load(place).programmes
    for example in programme.examples
]
EXAMPLES = [pytest.param(*one, id=f"{one[1].id}: {one[2].says}") for one in ALL]
WHOLE = [
    pytest.param(programme, id=programme.id)
    for place in places()
    for programme in load(place).programmes
    if programme.points is not None and programme.points.items_complete
]


@pytest.mark.parametrize(("pack", "programme", "example"), EXAMPLES)
def test_a_worked_example_holds(pack: Pack, programme: Programme, example: Example) -> None:
    assert example.because
    assert run_example(pack, programme, example) == ()


@pytest.mark.parametrize("place", places())
def test_every_place_has_worked_examples(place: str) -> None:
    assert Counter(pack.place.id for pack, _, _ in ALL)[place] >= 2


def test_there_are_many_and_some_are_printed_by_the_sources() -> None:
    assert len(ALL) >= 100
    assert sum(example.printed for _, _, example in ALL) >= 15


def test_every_answer_is_among_those_expected() -> None:
    answers = {answer for _, _, example in ALL for key, answer in example.finds if key == "programme"}
    assert answers == {"met", "not_met", "not_asked", "not_covered"}


@pytest.mark.parametrize("programme", WHOLE)
def test_a_whole_table_is_added_up_without_a_gap(programme: Programme) -> None:
    wholly = [dict(example.finds) for example in programme.examples if dict(example.finds).get("complete") is True]
    assert any("total" in finds and "programme" in finds for finds in wholly)


def test_a_wrong_number_in_a_pack_is_found_out() -> None:
    pack = load("shanghai")
    right = pack.programme("shanghai-residence-points-2015")
    assert right is not None
    assert right.points is not None
    wrong = replace(right, points=replace(right.points, threshold=Decimal(121)))
    changed = replace(pack, programmes=tuple(wrong if one is right else one for one in pack.programmes))
    surprises = [surprise for example in wrong.examples for surprise in run_example(changed, wrong, example)]
    assert ("programme", "met") in {(one.key, one.expected) for one in surprises}
