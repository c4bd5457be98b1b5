"""What being turned away costs is counted by stated rules: what nobody told is no sum, and what leaves is a range."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.attribution.costs import Costs, HoursBy, costs, hours_band
from caseapp.domain.facts import Fact
from caseapp.domain.ids import FactId, PersonId
from caseapp.domain.people import Person
from caseapp.domain.visits import Answer
from caseapp.letters.say.costs import say_costs, say_rules
from tests.attribution.cases_by_hand import case_of, visit

ON, JUNE = date(2026, 9, 5), date(2026, 6, 1)
ME = PersonId("me")


def fact(key: str, value: str, as_of: date = JUNE, adverse: bool = False) -> Fact:
    return Fact(FactId(f"{key}{as_of}"), ME, key, value, as_of, adverse=adverse)


def went(number: int = 1, **fields: str) -> Costs:
    return costs(case_of(visit(number, "school", Answer.REFUSED, JUNE, **fields)), ON)


def paid(hours: str, *facts: Fact) -> Decimal | None:
    file = case_of(
        visit(1, "school", Answer.REFUSED, JUNE, hours_lost=hours), people=(Person(ME),), facts=facts
    )  # fmt: skip
    return costs(file, ON).wages


def test_hours_told_stand_before_those_at_the_desk_and_these_say_that_the_way_is_missing() -> None:
    told = went(hours_lost="4", time_from="9:00", time_to="9:30")
    at_desk = went(time_from="9:00", time_to="10:30")
    assert (told.hours, told.known_by(HoursBy.TOLD)) == (Decimal(4), 1)
    assert (at_desk.hours, at_desk.known_by(HoursBy.AT_DESK)) == (Decimal("1.5"), 1)
    assert "without the way" in say_rules(at_desk)[0].en and "不含路上" in say_rules(at_desk)[0].zh


@pytest.mark.parametrize(
    "fields", [{}, {"time_from": "9:00"}, {"time_from": "10:00", "time_to": "9:00"}, {"hours_lost": "?"}]
)
def test_what_was_not_recorded_is_no_sum(fields: dict[str, str]) -> None:
    found = went(**fields)
    assert (found.hours, found.money, found.wages, found.known_by(None)) == (0, 0, None, 1)
    assert say_rules(found) == ()


def test_wages_follow_from_the_income_told_by_paid_days_of_eight_hours() -> None:
    """5,220 yuan a month, 21.75 days of 8 hours: 30 an hour."""
    income = fact("monthly_income_yuan", "5220")
    assert paid("4", income) == Decimal("120.00")
    assert paid("20", income) == Decimal("240.00")  # eight hours a day at most
    assert paid("30", income) == Decimal("480.00")  # two days on the road


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (fact("monthly_income_yuan", "5220", date(2026, 9, 6)),),
        (fact("monthly_income_yuan", "5220", adverse=True),),
        (fact("monthly_income_yuan", "5220"), fact("employment_status", "retired")),
    ],
    ids=["not told", "told later", "adverse", "no work"],
)
def test_without_a_wage_on_record_none_is_supposed(facts: tuple[Fact, ...]) -> None:
    assert paid("4", *facts) is None


def test_money_only_asked_for_is_not_spent() -> None:
    found = went(fee_asked_yuan="500", money_lost_yuan="26.50")
    assert found.money == Decimal("26.50")
    assert say_costs(found).en == "1 visit · 26.5 yuan spent"


def test_visits_after_the_day_do_not_count() -> None:
    file = case_of(visit(1, "school", Answer.REFUSED, date(2026, 9, 6), hours_lost="4"))
    assert costs(file, ON).visits == ()


@given(st.decimals(min_value="0.01", max_value="99999", places=2))
def test_a_range_holds_the_sum_and_tells_it_apart_from_few_others(amount: Decimal) -> None:
    band = hours_band(amount)
    assert band is not None and band.low <= amount and (band.high is None or amount < band.high)
    assert band.high is None or band.high >= 2 * band.low


def test_nothing_has_no_range() -> None:
    assert hours_band(Decimal(0)) is None
