from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.days import ImpreciseDay
from caseapp.errors import BadInput
from caseapp.gui.day_text import Expects, read_day
from caseapp.gui.days import rough_short

TODAY = date(2026, 6, 12)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-6-15", "2026-06-15", "2026-06-15"),
        ("2026年6月15日", "2026-06-15", "2026-06-15"),
        ("２０２６．６．１５", "2026-06-15", "2026-06-15"),
        ("20260615", "2026-06-15", "2026-06-15"),
        ("15 June 2026", "2026-06-15", "2026-06-15"),
        ("June 15, 2026", "2026-06-15", "2026-06-15"),
        ("2026年6月", "2026-06-01", "2026-06-30"),
        ("2026-06", "2026-06-01", "2026-06-30"),
        ("约2026年6月", "2026-06-01", "2026-06-30"),
        ("about June 2026", "2026-06-01", "2026-06-30"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019年左右", "2019-01-01", "2019-12-31"),
        ("2024年2月下旬", "2024-02-21", "2024-02-29"),
        ("2026年5月初", "2026-05-01", "2026-05-10"),
        ("约2026-6-1", "2026-05-25", "2026-06-08"),
        ("6月10日至20日", "2026-06-10", "2026-06-20"),
        ("2026-05-30~2026-06-02", "2026-05-30", "2026-06-02"),
        ("昨天", "2026-06-11", "2026-06-11"),
    ],
)
def test_a_day_is_read_as_it_is_written(typed: str, first: str, last: str):
    assert read_day(typed, TODAY) == ImpreciseDay(date.fromisoformat(first), date.fromisoformat(last))


def test_a_day_without_a_year_is_the_last_one_for_what_happened_and_the_next_one_for_what_is_due():
    assert read_day("6月15日", TODAY, Expects.PAST) == ImpreciseDay.on(date(2025, 6, 15))
    assert read_day("6月15日", TODAY, Expects.FUTURE) == ImpreciseDay.on(date(2026, 6, 15))
    assert read_day("6月12日", TODAY, Expects.PAST) == read_day("6月12日", TODAY, Expects.FUTURE)


def test_an_empty_field_is_no_day():
    assert read_day("  ", TODAY) is None


@pytest.mark.parametrize("typed", ["2026-13-1", "2026-2-30", "soon", "9999-1-1", "0612", "2026-06-10~2026-06-01"])
def test_what_is_no_day_is_refused_with_a_sentence(typed: str):
    with pytest.raises(BadInput):
        read_day(typed, TODAY)


@given(st.text(max_size=30))
def test_no_text_does_more_than_be_refused(typed: str):
    try:
        read_day(typed, TODAY)
    except BadInput as refused:
        assert typed.strip() not in str(refused) or len(typed.strip()) < 3


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@given(DAYS, DAYS)
def test_what_is_shown_short_is_read_back_as_the_same_day(one: date, other: date):
    for day in (
        ImpreciseDay.on(one),
        ImpreciseDay.month(one.year, one.month),
        ImpreciseDay.year(one.year),
        ImpreciseDay(min(one, other), max(one, other)),
    ):
        assert read_day(rough_short(day), TODAY) == day
