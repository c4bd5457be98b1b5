# ruff: noqa: E501  (one row of a table, one line)
"""A fact holds as of a day; on another day it tells only what surely follows (decision 7)."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from caseapp.domain.days import add_months
from caseapp.errors import BadInput
from caseapp.policy.known import KnownFact, KnownFacts, Span, given

DAY = date(2013, 3, 1)


def reading(key: str, value: object, as_of: date, day: date) -> object:
    return KnownFacts({key: KnownFact(value, as_of)}).on(day).get(key)  # type: ignore[arg-type]


def test_on_its_own_day_a_fact_tells_its_value() -> None:
    assert reading("social_insurance_continuous_months", 14, DAY, DAY) == 14


def test_a_total_is_later_only_a_lower_bound() -> None:
    assert reading("social_insurance_months", 14, DAY, date(2014, 3, 1)) == Span(Decimal(14), Decimal(720))


def test_a_total_was_earlier_no_more_than_it_is() -> None:
    assert reading("social_insurance_months", 14, DAY, date(2012, 3, 1)) == Span(Decimal(0), Decimal(14))


def test_an_unbroken_run_tells_nothing_of_a_later_day() -> None:
    assert reading("social_insurance_continuous_months", 36, DAY, date(2013, 3, 2)) is None


def test_an_unbroken_run_was_unbroken_earlier_only_shorter() -> None:
    assert reading("social_insurance_continuous_months", 36, DAY, date(2012, 3, 1)) == 24
    assert reading("social_insurance_continuous_months", 36, DAY, date(2012, 3, 2)) == Span(Decimal(24), Decimal(25))
    assert reading("social_insurance_continuous_months", 6, DAY, date(2012, 3, 1)) is None


def test_a_look_back_count_tells_nothing_of_another_day() -> None:
    assert reading("social_insurance_months_last_12", 12, DAY, date(2013, 3, 2)) is None
    assert reading("property_sold_recently", True, DAY, date(2013, 3, 2)) is None


def test_an_age_is_known_to_within_a_year() -> None:
    assert reading("age", 38, DAY, date(2015, 3, 1)) == 40
    assert reading("age", 38, DAY, date(2015, 9, 1)) == Span(Decimal(40), Decimal(41))
    assert reading("age", 38, DAY, date(2012, 9, 1)) == Span(Decimal(37), Decimal(38))


def test_what_does_not_change_by_itself_stays() -> None:
    assert reading("education_level", "bachelor", DAY, date(2020, 1, 1)) == "bachelor"


@for_all(st.integers(0, 400), st.integers(0, 120), st.integers(0, 27))
def test_counting_a_run_back_never_says_more_than_the_truth(months: int, back: int, days: int) -> None:
    began = date(1990, 1, 1)
    today = add_months(began, months)
    earlier = add_months(today, -back).replace(day=1 + days)
    if not began <= earlier <= today:
        return
    true = next(n for n in range(months, -1, -1) if add_months(began, n) <= earlier)
    found = reading("residence_permit_months", months, today, earlier)
    assert found is None or found == true or (isinstance(found, Span) and found.low <= true <= (found.high or 0))


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"shoe_size": 42}, "shoe_size"),
        ({"age": "38"}, "age"),
        ({"age": True}, "age"),
        ({"age": -1}, "age"),
        ({"age": 300}, "age"),
        ({"age": 38.5}, "age"),
        ({"age": float("nan")}, "age"),
        ({"residence_permit_held": 1}, "residence_permit_held"),
        ({"residence_permit_held": "true"}, "residence_permit_held"),
        ({"education_level": "phd"}, "education_level"),
        ({"hukou_province": 34}, "hukou_province"),
        ({"hukou_province": "3４"}, "hukou_province"),
        ({"district_id": "1101"}, "district_id"),
        ({"home_basis": ["owned"]}, "home_basis"),
    ],
)  # fmt: skip
def test_a_fact_that_cannot_be_is_refused_by_name(facts: dict[str, object], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        given(facts, DAY)


def test_a_null_is_a_fact_not_asked() -> None:
    assert len(given({"criminal_record_years_ago": None, "age": 30}, DAY)) == 1


def test_a_fraction_is_kept_exactly() -> None:
    assert given({"social_insurance_base_ratio": 0.1}, DAY)["social_insurance_base_ratio"].value == Decimal("0.1")


@pytest.mark.parametrize(
    ("facts", "clash"),
    [
        ({"age": 20, "social_insurance_months": 253}, ("longer_than_life", "social_insurance_months", "age")),
        ({"age": 20, "criminal_record_years_ago": 22}, ("longer_than_life", "criminal_record_years_ago", "age")),
        ({"child_age": 6, "child_residence_permit_months": 97}, ("longer_than_life", "child_residence_permit_months", "child_age")),
        ({"child_age": 30, "age": 28}, ("child_older_than_parent", "child_age", "age")),
        ({"social_insurance_months": 10, "social_insurance_continuous_months": 11}, ("part_exceeds_whole", "social_insurance_continuous_months", "social_insurance_months")),
        ({"social_insurance_months_last_12": 12, "social_insurance_months_last_24": 11}, ("part_exceeds_whole", "social_insurance_months_last_12", "social_insurance_months_last_24")),
        ({"criminal_record": False, "criminal_record_years_ago": 3}, ("one_denies_the_other", "criminal_record_years_ago", "criminal_record")),
    ],
)  # fmt: skip
def test_facts_that_cannot_both_be_true_tell_nothing(facts: dict[str, object], clash: tuple[str, str, str]) -> None:
    known = given({**facts, "owns_home": True}, DAY)
    assert [(one.clash.value, one.fact, one.other) for one in known.contradictions(DAY)] == [clash]
    assert set(known.on(DAY)) == {"owns_home"}
    assert set(known) == {*facts, "owns_home"}, "what was said stays on record"


@pytest.mark.parametrize(
    "facts",
    [
        {"age": 20, "social_insurance_months": 252},
        {"child_age": 6, "child_residence_permit_months": 96},
        {"child_age": 18, "age": 18},
        {"social_insurance_months": 11, "social_insurance_continuous_months": 11},
        {"criminal_record": False, "criminal_record_years_ago": 0},
        {"age": 20, "lease_months": 300},  # the other parent may have signed it
        {"age": 17, "labour_contract_months": 240},  # a contract reaches into the future
    ],
)
def test_facts_that_can_just_be_true_are_judged(facts: dict[str, object]) -> None:
    assert set(given(facts, DAY).on(DAY)) == set(facts)


def test_facts_of_different_days_contradict_only_if_they_do_on_the_day_of_the_check() -> None:
    facts = KnownFacts({"age": KnownFact(20, DAY), "social_insurance_months": KnownFact(260, date(2015, 3, 1))})
    assert facts.contradictions(date(2015, 3, 1)) == () and facts.contradictions(DAY) == ()
    assert facts.on(DAY)["social_insurance_months"] == Span(Decimal(0), Decimal(260))
