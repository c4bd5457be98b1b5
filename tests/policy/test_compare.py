"""Two programmes side by side: nothing lost, nothing twice, and a difference is one that decides something."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.policy.compare import Kind, Part, compare
from caseapp.policy.essence import digest
from caseapp.policy.model import Programme, criteria
from caseapp.policy.packs import load, places
from tests.policy.linjiang import TEXT, changed, pack_of, with_eligibility

PROGRAMMES = [programme for place in places() for programme in load(place).programmes]


def only(text: str) -> Programme:
    return pack_of(text).programmes[0]


def rows(left: Programme, right: Programme, part: Part) -> list[tuple[Kind, tuple[str, ...]]]:
    return [(row.kind, row.differs) for row in compare(left, right) if row.part is part]


def test_a_rule_beside_itself_differs_in_nothing():
    same = only(TEXT)
    assert {row.kind for row in compare(same, only(TEXT))} == {Kind.SAME}
    assert digest(same) == digest(only(TEXT))


@pytest.mark.parametrize(
    ("old", "new", "part", "differs"),
    [
        ("value: 6, unit", "value: 12, unit", Part.CRITERION, ("value",)),
        ("fact: social_insurance_months, op: '>='", "fact: social_insurance_months, op: '=='", Part.CRITERION, ("op",)),
        ("unit: months, text_zh", "unit: months, waivable: true, text_zh", Part.CRITERION, ("waivable",)),
        ("        - any:", "        - all:", Part.CRITERION, ("alternative",)),
    ],
)
def test_what_decides_differently_is_marked_and_changes_the_digest(old, new, part, differs):
    text = changed(old, new).replace("{says: five fall", "{says: other five fall")
    left, right = only(TEXT), only(text[: text.index("    examples:")])
    found = [one for one in rows(left, right, part) if one[0] is Kind.CHANGED]
    assert found and {names for _kind, names in found} == {differs}
    assert digest(left) != digest(right)


def test_another_wording_is_told_but_changes_nothing():
    worded = only(changed("参保满6个月", "参保不少于6个月"))
    assert rows(only(TEXT), worded, Part.CRITERION)[0] == (Kind.SAME, ("text",))
    assert digest(only(TEXT)) == digest(worded)


def test_a_criterion_of_another_city_stands_beside_its_like_whatever_it_is_called():
    text = (
        "{all: [{id: shebao, fact: social_insurance_months, op: '>=', value: 12, unit: months, text_zh: 甲, text_en: a}]}"
    )
    other = with_eligibility(text).programmes[0]
    found = rows(only(TEXT), other, Part.CRITERION)
    assert found == [(Kind.CHANGED, ("value", "text")), (Kind.ONLY_LEFT, ()), (Kind.ONLY_LEFT, ())]


def test_a_day_that_is_open_on_one_side_stands_on_the_other_alone():
    ended = only(TEXT.replace("    effective_to: null\n    status: ok", "    effective_to: '2025-12-31'\n    status: ok"))
    assert rows(only(TEXT), ended, Part.UNTIL) == [(Kind.ONLY_RIGHT, ("until",))]


@given(st.sampled_from(PROGRAMMES), st.sampled_from(PROGRAMMES))
def test_every_part_of_both_sides_stands_in_exactly_one_row(left: Programme, right: Programme):
    found = compare(left, right)
    sides = Counter(id(side) for row in found for side in (row.left, row.right) if row.part is Part.CRITERION and side)
    assert sides == Counter(map(id, (*criteria(left.eligibility), *criteria(right.eligibility))))
    for part, kept in ((Part.DOCUMENT, "documents"), (Part.TIME_LIMIT, "time_limits"), (Part.WARNING, "warnings")):
        for side in ("left", "right"):
            shown = [getattr(row, side) for row in found if row.part is part and getattr(row, side) is not None]
            assert Counter(map(id, shown)) == Counter(map(id, getattr({"left": left, "right": right}[side], kept)))


@given(st.sampled_from(PROGRAMMES), st.sampled_from(PROGRAMMES))
def test_the_other_way_round_says_the_same(left: Programme, right: Programme):
    turned = {Kind.ONLY_LEFT: Kind.ONLY_RIGHT, Kind.ONLY_RIGHT: Kind.ONLY_LEFT}
    there = Counter((row.part, row.kind) for row in compare(left, right))
    back = Counter((row.part, turned.get(row.kind, row.kind)) for row in compare(right, left))
    for part in Part:
        if part is not Part.CRITERION and part is not Part.POINT_ITEM and part is not Part.TIME_LIMIT:
            assert {kind: many for (of, kind), many in there.items() if of is part} == {
                kind: many for (of, kind), many in back.items() if of is part
            }


def test_every_programme_has_a_digest_of_its_own():
    assert len({digest(programme) for programme in PROGRAMMES}) == len(PROGRAMMES)
    first = PROGRAMMES[0]
    assert digest(replace(first, sources=("elsewhere",))) == digest(first)
