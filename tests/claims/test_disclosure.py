"""No published set of tables lets a small number be worked out."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.claims.disclosure import BASE, K, Protected, ProtectedTable, protect, rounded, unrounded
from caseapp.claims.tables import Counts, Dimension, Tally
from caseapp.errors import NotReady

NAMES = "abcdef"
ADDITIVE = (Dimension.SUBSTITUTE, Dimension.OFFICE_KIND, Dimension.QUARTER, Dimension.ENTITLEMENT)


def counted(total: int, *tables: tuple[Dimension, tuple[int, ...]]) -> Tally:
    counts = (
        Counts(dimension, tuple((NAMES[i], count) for i, count in enumerate(rows) if count)) for dimension, rows in tables
    )
    return Tally(frozenset(f"family-{i}" for i in range(total)), tuple(counts))


def readings(published: Protected, k: int, base: int, *, least: int) -> list[dict[tuple[Dimension, str], int]]:
    """Every set of true numbers that a reader with pencil and paper cannot rule out (additive tables only)."""
    per_total: list[dict[tuple[Dimension, str], int]] = []
    for total in range(max(least, published.total - base // 2), published.total + base // 2 + 1):
        choices = [_fillings(table, total, k, base) for table in published.tables]
        for chosen in product(*choices):
            per_total.append({cell: count for table in chosen for cell, count in table.items()})
    return per_total


def _fillings(table: ProtectedTable, total: int, k: int, base: int) -> list[dict[tuple[Dimension, str], int]]:
    spans = [
        range(1, k) if row.shown is None else range(max(k, row.shown - base // 2), row.shown + base // 2 + 1)
        for row in table.rows
    ]
    cells = [(table.dimension, row.category) for row in table.rows]
    return [dict(zip(cells, counts, strict=True)) for counts in product(*spans) if sum(counts) == total]


def hidden(published: Protected) -> list[tuple[Dimension, str]]:
    return [(table.dimension, row.category) for table in published.tables for row in table.rows if row.shown is None]


@given(st.lists(st.integers(0, 60), min_size=1, max_size=4), st.data())
def test_a_reader_who_solves_everything_still_thinks_any_small_number_possible(
    rows: list[int], data: st.DataObject
) -> None:
    total = sum(rows)
    second = data.draw(st.integers(0, total))
    if total < K:
        return
    tables = ((Dimension.QUARTER, tuple(rows)), (Dimension.SUBSTITUTE, (second, total - second)))
    published = protect(counted(total, *tables))
    # A sum of many spans has no holes, so solving row by row over few values is as good as over all of them.
    for dimension, category in hidden(published):
        table = published.table(dimension)
        assert table is not None
        for small in range(1, K):
            assert _possible(published, dimension, category, small)


def _possible(published: Protected, dimension: Dimension, category: str, value: int) -> bool:
    low, high = 3 * K, 10**6
    low, high = max(low, published.total - 2), min(high, published.total + 2)
    for table in published.tables:
        least = most = 0
        for row in table.rows:
            span = (1, K - 1) if row.shown is None else (max(K, row.shown - 2), row.shown + 2)
            if (table.dimension, row.category) == (dimension, category):
                span = (value, value)
            least, most = least + span[0], most + span[1]
        low, high = max(low, least), min(high, most)
    return low <= high


@pytest.mark.parametrize(("k", "base", "largest", "rows"), [(4, 3, 24, 2), (3, 3, 16, 3), (10, 5, 46, 2)])
def test_knowing_how_a_table_is_made_narrows_nothing_either(k: int, base: int, largest: int, rows: int) -> None:
    """Brute force: every table there can be, sorted by what would be published of it."""
    same_output: dict[Protected, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(largest + 1), repeat=rows):
        if sum(counts) >= 3 * k:
            same_output[protect(counted(sum(counts), (Dimension.QUARTER, counts)), k, base)].append(counts)
    looked_at = 0
    for published, truths in same_output.items():
        if published.total + base > largest:
            continue
        for _, category in hidden(published):
            looked_at += 1
            assert {truth[NAMES.index(category)] for truth in truths} == set(range(1, k))
    assert looked_at


@pytest.mark.parametrize(("k", "base"), [(4, 3), (3, 3)])
def test_two_tables_together_narrow_nothing(k: int, base: int) -> None:
    looked_at = 0
    for total in range(3 * k, 6 * k):
        for first, second in product(range(total + 1), repeat=2):
            tables = (
                (Dimension.QUARTER, (first, total - first)),
                (Dimension.SUBSTITUTE, (second, total - second)),
            )
            published = protect(counted(total, *tables), k, base)
            possible = readings(published, k, base, least=3 * k) if hidden(published) else []
            for cell in hidden(published):
                looked_at += 1
                assert {reading[cell] for reading in possible} == set(range(1, k))
    assert looked_at


def test_a_table_that_would_give_a_small_number_away_is_left_out() -> None:
    """27 and 4 of 31: with 30 families at least, the four could only be 3 to 9."""
    published = protect(counted(31, (Dimension.SUBSTITUTE, (27, 4)), (Dimension.OFFICE_KIND, (31,))))
    assert published.total == 30
    assert published.left_out == (Dimension.SUBSTITUTE,)
    (table,) = published.tables
    assert [(row.category, row.shown) for row in table.rows] == [("a", 30)]


def test_the_attack_finds_what_was_only_hidden_once() -> None:
    """A positive control: hiding just the small cell is found out."""
    naive = Protected(
        40, (ProtectedTable(Dimension.QUARTER, protect(counted(40, (Dimension.QUARTER, (40,)))).tables[0].rows),), ()
    )
    row = naive.tables[0].rows[0]
    leaking = Protected(40, (ProtectedTable(Dimension.QUARTER, (row, type(row)("b", None))),), ())
    assert not all(_possible(leaking, Dimension.QUARTER, "b", small) for small in range(1, K))


@given(st.integers(0, 10_000))
def test_rounding_twice_is_rounding_once(count: int) -> None:
    shown = rounded(count)
    assert rounded(shown) == shown
    assert abs(shown - count) <= BASE // 2
    if count >= K:
        span = unrounded(shown)
        assert span.high is not None and span.low <= count <= span.high


@given(st.lists(st.integers(0, 80), min_size=1, max_size=6))
def test_nothing_between_one_and_nine_is_ever_shown_and_all_is_rounded(rows: list[int]) -> None:
    if sum(rows) < K:
        return
    published = protect(counted(sum(rows), (Dimension.QUARTER, tuple(rows))))
    shown = [row.shown for table in published.tables for row in table.rows if row.shown is not None]
    assert all(number >= K and number % BASE == 0 for number in (*shown, published.total))
    assert protect(counted(sum(rows), (Dimension.QUARTER, tuple(rows)))) == published


def test_nine_families_give_no_report_and_twenty_nine_only_a_total() -> None:
    with pytest.raises(NotReady):
        protect(counted(9, (Dimension.QUARTER, (9,))))
    few = protect(counted(29, (Dimension.QUARTER, (29,))))
    assert (few.total, few.tables) == (30, ())
    assert protect(counted(30, (Dimension.QUARTER, (30,)))).tables


def test_a_table_of_one_region_would_tell_of_everyone_and_is_left_out() -> None:
    published = protect(counted(40, (Dimension.REGION, (40,)), (Dimension.OFFICE_KIND, (40,))))
    assert published.left_out == (Dimension.REGION,)
