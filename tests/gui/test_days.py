from __future__ import annotations

from datetime import date

import pytest

from caseapp import i18n
from caseapp.domain.days import ImpreciseDay
from caseapp.gui.day.said import distance, exact, people_say, rough

TODAY = date(2026, 6, 12)


@pytest.fixture(params=["zh_CN", "en"])
def spoken(request: pytest.FixtureRequest):
    i18n.use(request.param)
    yield request.param
    i18n.use("zh_CN")


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        (date(2026, 6, 12), "今天", "today"),
        (date(2026, 6, 13), "明天", "tomorrow"),
        (date(2026, 6, 15), "3天后", "in 3 days"),
        (date(2026, 6, 10), "2天前", "2 days ago"),
        (date(2026, 9, 1), "约2个月后", "in about 2 months"),
        (date(2025, 6, 12), "约12个月前", "about 12 months ago"),
        (date(2024, 6, 13), "约23个月前", "about 23 months ago"),
        (date(2024, 6, 12), "约2年前", "about 2 years ago"),
        (date(2012, 5, 14), "约14年前", "about 14 years ago"),
        (date(2028, 6, 11), "约23个月后", "in about 23 months"),
        (date(2028, 12, 11), "约2年后", "in about 2 years"),
        (date(2028, 12, 12), "约3年后", "in about 3 years"),
        (date(2012, 9, 1), "约14年前", "about 14 years ago"),
    ],
)
def test_a_distance_is_told_as_people_tell_it(spoken: str, day: date, zh: str, en: str):
    assert distance(day, TODAY) == (zh if spoken == "zh_CN" else en)


def test_the_exact_date_stands_beside_with_its_weekday(spoken: str):
    said = people_say(date(2026, 6, 15), TODAY)
    assert said == ("6月15日 周一（3天后）" if spoken == "zh_CN" else "Mon 15 Jun (in 3 days)")


def test_another_year_is_named(spoken: str):
    assert "2025" in exact(date(2025, 6, 15), TODAY)
    assert "2026" not in exact(date(2026, 6, 15), TODAY)


def test_a_rough_day_never_reads_as_an_exact_one(spoken: str):
    for day in (ImpreciseDay.month(2026, 6), ImpreciseDay.year(2026), ImpreciseDay(date(2026, 6, 1), date(2026, 6, 9))):
        assert rough(day) != rough(ImpreciseDay.on(day.earliest))
