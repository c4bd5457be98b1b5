from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.days import ImpreciseDay, add_months, months_between, years_between

days = st.dates(date(1950, 1, 1), date(2060, 1, 1))


def test_a_rough_day_keeps_both_ends_and_says_so():
    may = ImpreciseDay.month(2012, 5)
    assert (may.earliest, may.latest, may.exact) == (date(2012, 5, 1), date(2012, 5, 31), None)
    assert str(may) == "2012-05-01/2012-05-31"
    assert ImpreciseDay.read(str(may)) == may


def test_a_day_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="latest"):
        ImpreciseDay(date(2012, 5, 2), date(2012, 5, 1))


def test_may_is_surely_before_june_but_not_before_mid_may():
    assert ImpreciseDay.month(2012, 5).surely_before(ImpreciseDay.on(date(2012, 6, 1)))
    assert not ImpreciseDay.month(2012, 5).surely_before(ImpreciseDay.on(date(2012, 5, 15)))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_the_corresponding_day_or_the_end_of_the_month(start, months, end):
    assert add_months(start, months) == end


@given(days, st.integers(0, 600))
def test_so_many_months_later_at_least_that_many_have_passed_at_the_months_end(start, months):
    end = add_months(start, months)
    assert months_between(start, end) == months
    assert months_between(start, end.replace(day=1)) in (months, months - 1)


@given(days, days)
def test_a_month_more_is_never_reached_early(start, end):
    months = months_between(start, end)
    if start <= end:
        assert add_months(start, months) <= end < add_months(start, months + 1)
    else:
        assert months == 0


def test_a_child_born_on_leap_day_is_six_on_the_last_of_february():
    assert years_between(date(2020, 2, 29), date(2026, 2, 27)) == 5
    assert years_between(date(2020, 2, 29), date(2026, 2, 28)) == 6
