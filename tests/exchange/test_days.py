"""Days are taken only where they can be read in one way."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.days import ImpreciseDay
from caseapp.exchange.days import DayProblem, read_day


@pytest.mark.parametrize(
    "text",
    ["2024-02-29", "2024年2月29日", "2024.2.29", "2024/02/29", "20240229", "29-02-2024", "二〇二四年二月廿九日",
     "２０２４年２月２９日", "2024 年 2 月 29 号", "29.2.2024"],
)  # fmt: skip
def test_a_day_written_in_any_clear_way_is_the_same_day(text):
    assert read_day(text).day == ImpreciseDay.on(date(2024, 2, 29))


@pytest.mark.parametrize("text", ["03/04/05", "24/2/29", "03/04/2005", "12年5月3日"])
def test_a_day_with_several_readings_is_asked_back(text):
    assert read_day(text).problem is DayProblem.AMBIGUOUS
    assert read_day(text).day is None


@pytest.mark.parametrize("text", ["2023-02-29", "2012-13-01", "31-04-2020", "2012-05-31/2012-05-01"])
def test_a_day_that_does_not_exist_is_refused(text):
    assert read_day(text).problem is DayProblem.NO_SUCH_DAY


@pytest.mark.parametrize("text", ["10000-01-01", "0001-01-01", "9999年1月1日"])
def test_years_nobody_can_mean_are_refused(text):
    assert read_day(text).problem is DayProblem.OUT_OF_RANGE


@pytest.mark.parametrize("text", ["", "x", "正月初三", "tomorrow", "１０月"])
def test_what_is_no_day_is_refused(text):
    assert read_day(text).problem is DayProblem.UNREADABLE


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("约2019年夏", date(2019, 6, 1), date(2019, 8, 31)),
        ("2019年冬", date(2019, 11, 1), date(2020, 2, 29)),
        ("2012-05", date(2012, 5, 1), date(2012, 5, 31)),
        ("2012年", date(2012, 1, 1), date(2012, 12, 31)),
        ("about summer 2019", date(2019, 6, 1), date(2019, 8, 31)),
    ],
)
def test_a_rough_time_becomes_a_span(text, first, last):
    assert read_day(text).day == ImpreciseDay(first, last)


def test_a_year_of_the_republic_is_converted_and_said_so():
    read = read_day("民国38年")
    assert (read.day, read.converted) == (ImpreciseDay.year(1949), True)


@given(st.dates(date(1582, 10, 15), date(2199, 12, 31)), st.dates(date(1582, 10, 15), date(2199, 12, 31)))
def test_every_day_and_span_on_the_wire_reads_back(one, other):
    span = ImpreciseDay(min(one, other), max(one, other))
    assert read_day(str(span)).day == span


@given(st.text(max_size=30))
def test_no_text_makes_the_reader_fail(text):
    read_day(text)
