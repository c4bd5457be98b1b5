"""Reports together stay safe: a second one waits until enough families are new."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from caseapp.claims.disclosure import K, protect
from caseapp.claims.ledger import Earlier, HeldBack, cells, held_back
from caseapp.claims.tables import Counts, Dimension, Tally

MAY, SEPTEMBER = date(2026, 5, 1), date(2026, 9, 1)


def families(first: int, last: int) -> frozenset[str]:
    return frozenset(f"family-{number}" for number in range(first, last + 1))


def of(who: frozenset[str], *rows: int) -> Tally:
    counts = rows or (len(who),)
    return Tally(who, (Counts(Dimension.OFFICE_KIND, tuple((f"kind-{i}", n) for i, n in enumerate(counts))),))


def released(tally: Tally, day: date = MAY) -> Earlier:
    return Earlier(day, tally.families, cells(protect(tally)))


def test_the_thirty_second_family_holds_the_second_report_back() -> None:
    first, second = of(families(1, 31)), of(families(1, 32))
    assert held_back(second.families, protect(second), [released(first)], SEPTEMBER) == HeldBack(MAY)


def test_ten_new_families_let_it_go_out() -> None:
    first, second = of(families(1, 31)), of(families(1, 41))
    assert held_back(second.families, protect(second), [released(first)], SEPTEMBER) is None


def test_one_family_that_left_holds_it_back_too() -> None:
    first, second = of(families(1, 32)), of(families(1, 31))
    assert held_back(second.families, protect(second), [released(first)], SEPTEMBER) == HeldBack(MAY)


def test_the_same_figures_of_the_same_families_may_be_given_out_again() -> None:
    tally = of(families(1, 31))
    assert held_back(tally.families, protect(tally), [released(tally)], SEPTEMBER) is None


def test_other_figures_of_the_same_families_are_held_back() -> None:
    before, after = of(families(1, 40), 20, 20), of(families(1, 40), 17, 23)
    assert held_back(after.families, protect(after), [released(before)], SEPTEMBER) == HeldBack(MAY)


def test_a_part_that_leaves_few_out_is_held_back_and_one_that_leaves_many_is_not() -> None:
    all_of_them = released(of(families(1, 45)))
    nearly_all, a_half = of(families(1, 40)), of(families(1, 30))
    assert held_back(nearly_all.families, protect(nearly_all), [all_of_them], SEPTEMBER) == HeldBack(MAY)
    assert held_back(a_half.families, protect(a_half), [all_of_them], SEPTEMBER) is None


def test_other_families_are_no_matter() -> None:
    there = of(families(101, 131))
    assert held_back(there.families, protect(there), [released(of(families(1, 31)))], SEPTEMBER) is None


def test_after_three_years_an_old_release_no_longer_counts() -> None:
    first, second = of(families(1, 31)), of(families(1, 32))
    assert held_back(second.families, protect(second), [released(first, date(2023, 8, 31))], SEPTEMBER) is None


@given(st.integers(30, 60), st.integers(0, 30), st.integers(0, 30))
def test_whatever_goes_out_differs_by_nobody_or_by_many(size: int, left: int, joined: int) -> None:
    first = of(families(1, size))
    second = of(families(1 + left, size + joined))
    if not first.families & second.families or second.total < K:
        return
    if held_back(second.families, protect(second), [released(first)], SEPTEMBER) is None:
        assert all(count == 0 or count >= K for count in (min(left, size), joined))
