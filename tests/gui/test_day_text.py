from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.days import ImpreciseDay
from caseapp.errors import BadInput
from caseapp.gui.day.said import rough_short
from caseapp.gui.day.text import Expects, read_day

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
        ("二〇二四年二月廿九日", "2024-02-29", "2024-02-29"),
        ("民国三十八年五月", "1949-05-01", "1949-05-31"),
        ("十一月二十日", "2025-11-20", "2025-11-20"),
        ("29-02-2024", "2024-02-29", "2024-02-29"),
        ("约2019年夏", "2019-06-01", "2019-08-31"),
        ("去年5月", "2025-05-01", "2025-05-31"),
        ("上个月底", "2026-05-21", "2026-05-31"),
        ("13号", "2026-05-13", "2026-05-13"),
        ("2026年6月7日（周日）", "2026-06-07", "2026-06-07"),
        ("2025年11月至2月", "2025-11-01", "2026-02-28"),
        ("2025年1-4月", "2025-01-01", "2025-04-30"),
        ("between 3 May 2025 and 10 May", "2025-05-03", "2025-05-10"),
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


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2月29日", "no such day"), ("2026-2-29", "no such day"), ("13月1日", "no such day"),
        ("26-5-3", "four figures"), ("03/04/05", "four figures"), ("26年5月", "four figures"),
        ("03/04/2025", "several days"), ("0001-01-01", "1582"), ("10000-1-1", "1582"),
        ("八月十五", "lunar"), ("农历5月初五", "lunar"), ("腊月", "lunar"),
        ("5月以前", "one end open"), ("before May", "one end open"), ("三个月前", "one end open"),
        ("2026年6月7日 周三", "day of the week"), ("不记得了", "leave the field empty"),
    ],
)  # fmt: skip
def test_what_may_mean_another_day_is_asked_back_and_never_guessed(typed: str, said: str):
    with pytest.raises(BadInput, match=said):
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
