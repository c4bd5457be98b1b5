"""The day tables against two independent libraries, and what is said of years without a table."""

from __future__ import annotations

from datetime import date, timedelta

import chinese_calendar
import holidays
import pytest

from caseapp.law.calendar import work_calendar
from caseapp.law.shelf import whole
from caseapp.paths import resource

CALENDAR = work_calendar()
YEARS = range(2018, 2027)


def _days(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=n) for n in range(366) if (date(year, 1, 1) + timedelta(days=n)).year == year]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_chinesecalendar(year: int):
    assert [day for day in _days(year) if CALENDAR.is_rest(day) != chinese_calendar.is_holiday(day)] == []


@pytest.mark.parametrize("year", YEARS)
def test_every_day_agrees_with_holidays(year: int):
    china = holidays.country_holidays("CN", years=[year])
    assert [day for day in _days(year) if CALENDAR.is_rest(day) == china.is_working_day(day)] == []


def test_each_year_names_its_notice_and_how_sure_we_are():
    for year in YEARS:
        notice = whole(resource("calendars", f"cn-{year}.yaml")).part("notice")
        assert notice is not None
        assert str(year) in notice.text("title_zh")
        assert notice.text("number").startswith("国办发明电")
        assert notice.text("confidence") in {"high", "medium"}


def test_a_make_up_saturday_is_worked_on_one_reading_and_free_on_the_other():
    saturday = date(2026, 10, 10)
    assert not CALENDAR.is_rest(saturday)
    assert CALENDAR.is_rest(saturday, made_up_is_worked=False)


def test_a_year_without_a_table_is_open_and_knows_weekends_and_the_holidays_the_measures_fix():
    assert not CALENDAR.published(2027)
    assert not CALENDAR.settled(date(2027, 3, 1))
    assert CALENDAR.is_rest(date(2027, 10, 1))  # National Day needs no notice
    assert not CALENDAR.is_rest(date(2027, 10, 4))  # whether the days after it are exchanged nobody knows yet
    assert not CALENDAR.is_rest(date(2027, 2, 8))  # nor is the Spring Festival guessed
    assert CALENDAR.is_rest(date(2027, 10, 9))
    assert not CALENDAR.settled(date(2017, 12, 29))


def test_the_last_days_of_the_last_year_are_open_until_the_next_notice():
    assert CALENDAR.settled(date(2026, 12, 25))
    assert not CALENDAR.settled(date(2026, 12, 26))
    assert date(2018, 12, 29) in CALENDAR.made_up  # this is why: the notice for 2019 moved it


def test_nobody_is_sent_to_a_counter_on_new_year_s_day_of_a_year_without_a_table():
    assert CALENDAR.on_or_before(date(2027, 1, 2)) == date(2026, 12, 31)


def test_the_last_open_day_before_a_holiday_skips_make_up_days():
    assert CALENDAR.on_or_before(date(2026, 2, 15)) == date(2026, 2, 13)
