"""Days and numbers as papers write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.domain.days import ImpreciseDay
from caseapp.letters.days import DayTeller, full, rough, with_weekday
from caseapp.letters.numerals import chinese_number, english_article, read_chinese_number


@given(st.integers(1, 999))
def test_a_chinese_number_reads_back(number):
    assert read_chinese_number(chinese_number(number)) == number


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (110, "一百一十"), (202, "二百零二")]
)
def test_numbers_count_as_statutes_do(number, text):
    assert chinese_number(number) == text


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("第十二条第二款", "art. 12(2)"),
        ("第十一条第十一项", "art. 11, item 11"),
        ("第二十三条第一款第三项", "art. 23(1), item 3"),
        ("第二百零二条", "art. 202"),
    ],
)
def test_an_article_reads_in_english(chinese, english):
    assert english_article(chinese) == english


def test_what_is_not_an_article_is_refused():
    with pytest.raises(ValueError, match="二"):
        english_article("二（三）")


def test_days_have_no_leading_zero():
    assert full(date(2026, 6, 5)).zh == "2026年6月5日"
    assert full(date(2026, 6, 5)).en == "5 June 2026"
    assert with_weekday(date(2012, 6, 8)).zh == "6月8日（周五）"


def test_rough_days_say_how_rough_they_are():
    assert rough(ImpreciseDay.month(2023, 3)).zh == "2023年3月"
    assert rough(ImpreciseDay.year(2011)).en == "2011"
    assert rough(ImpreciseDay(date(2023, 3, 1), date(2023, 4, 5))).zh == "2023年3月1日至2023年4月5日之间"


def test_the_year_is_named_when_it_changes():
    days = DayTeller()
    said = [days.say(day).zh for day in (date(2025, 12, 30), date(2025, 12, 31), date(2026, 1, 2), date(2026, 1, 3))]
    assert said == ["2025年12月30日", "12月31日", "2026年1月2日", "1月3日"]
