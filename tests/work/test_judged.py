"""What attribution is told of a case: rules entered by hand count, and nobody is out of reach of what is not for them."""

from __future__ import annotations

from datetime import date

from caseapp.attribution.case_patterns import derive
from caseapp.attribution.checked import Unmet
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Party, Role, Service
from caseapp.domain.facts import Fact
from caseapp.domain.ids import CaseId, FactId, LocalCriterionId, LocalRuleId, PartyId, PersonId
from caseapp.domain.patterns import Pattern
from caseapp.domain.people import Person
from caseapp.domain.rule_records import Comparison, LocalCriterion, LocalRule
from caseapp.work.judged import judged

ON, SEEN = date(2026, 9, 1), date(2026, 6, 1)
CASE, ME, RULE = CaseId("c"), PersonId("me"), LocalRuleId("r")
UNBROKEN = "social_insurance_continuous_months"


def asks(*criteria: tuple[str, str], one_of: str = "") -> dict[str, object]:
    rule = LocalRule(RULE, CASE, "办法", service=Service.LABOUR, seen_on=SEEN)
    entered = [
        LocalCriterion(LocalCriterionId(f"k{number}"), RULE, number, fact, Comparison.AT_LEAST, value, one_of=one_of)
        for number, (fact, value) in enumerate(criteria)
    ]
    return {"local_rules": (rule,), "local_criteria": tuple(entered)}


def case(rule: dict[str, object], **facts: str) -> CaseFile:
    told = tuple(Fact(FactId(key), ME, key, value, ON) for key, value in facts.items())
    return CaseFile(
        Case(CASE, "1", ON, service=Service.LABOUR, city="兴义"), people=(Person(ME),), facts=told,
        parties=(Party(PartyId("p"), CASE, ME, Role.APPLICANT),), **rule,
    )  # fmt: skip


def unmet(file: CaseFile) -> tuple[Unmet, ...]:
    (found,) = judged(file, ON).programmes
    assert found.by_hand
    return found.unmet


def test_a_rule_entered_by_hand_makes_a_pattern_and_says_that_nobody_compared_it():
    file = case(asks((UNBROKEN, "36")), **{UNBROKEN: "6"})
    (found,) = [one for one in derive(file, ON, judged(file, ON)) if one.pattern is Pattern.IMPOSSIBLE_REQUIREMENT]
    assert "entered by hand" in found.why[-1].text


def test_twenty_four_months_in_all_are_no_thirty_six_unbroken_ones():
    (one,) = unmet(case(asks((UNBROKEN, "36")), social_insurance_months="24"))
    assert (one.soonest, one.earliest) == (date(2027, 9, 1), None)


def test_what_the_whole_may_still_hold_is_not_ruled_out():
    assert unmet(case(asks((UNBROKEN, "36")), social_insurance_months="36")) == ()


def test_nothing_is_ruled_out_where_another_way_is_open():
    rule = asks((UNBROKEN, "36"), ("residence_permit_months", "12"), one_of="either")
    assert unmet(case(rule, social_insurance_months="24")) == ()


def test_a_count_in_full_years_may_be_reached_earlier_than_it_surely_is():
    file = case(
        asks(("hukou_years_since_local_transfer", "3")), hukou_years_since_local_transfer="1", hukou_city_is_local="true"
    )
    (one,) = unmet(file)
    assert (one.perhaps, one.earliest) == (date(2027, 9, 2), date(2028, 9, 1))


def test_a_rule_for_older_children_asks_nothing_of_a_younger_one():
    """The rule is not for the child, whatever else of it is not met."""
    rule = asks(("child_age", "12"), (UNBROKEN, "36"))
    assert judged(case(rule, child_age="6", **{UNBROKEN: "6"}), ON).programmes == ()
