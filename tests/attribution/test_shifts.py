"""Practice and text part in four ways: each is found where it was planted, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseapp.attribution.precedents import Precedent, RuleVersion
from caseapp.attribution.shifts import FoundShift, Shift, shifts
from caseapp.domain.case_file import CaseFile
from caseapp.domain.days import ImpreciseDay, add_months
from caseapp.domain.ids import CaseId, VisitId
from caseapp.domain.visits import Answer, Grounds
from tests.attribution.cases_by_hand import case_of, office, visit

ON = date(2026, 9, 5)
CAP_2012 = RuleVersion("cap-2012", "cap", ("关于中小学班额的规定",), "教基〔2012〕3号", date(2012, 9, 1), date(2025, 8, 31))
CAP_2025 = RuleVersion("cap-2025", "cap", ("关于中小学班额的规定（2025年）",), "教基〔2025〕7号", date(2025, 9, 1), None)
VERSIONS = (CAP_2012, CAP_2025)
LACKS = {"cap/size": False, "cap/permit": True}


def answered(number: int, day: date, answer: Answer = Answer.ACCEPTED, at: str = "school", **fields: object) -> Precedent:
    return Precedent(CaseId(f"c{number}"), VisitId(f"p{number}"), office(at).id, ImpreciseDay.on(day), answer, **fields)


def refused(day: date, number: str = "", **fields: object) -> tuple[CaseFile, Precedent]:
    """A case with one refusal at the school, and the refusal as the casebook's search gives it."""
    file = case_of(visit(1, "school", Answer.REFUSED, day, rule_number=number, **fields))
    own = replace(answered(0, day, Answer.REFUSED, rule_number=number), case=CaseId("case"), visit=VisitId("v1"))
    return file, own


def kinds(found: tuple[FoundShift, ...]) -> set[Shift]:
    return {entry.shift for entry in found}


days = st.dates(date(2010, 1, 1), date(2026, 9, 1))


@given(st.lists(st.tuples(days, st.sampled_from(["accepted", "used", "refused"])), max_size=6), days)
def test_an_old_rule_newly_used_is_found_where_planted_and_only_there(history: list[tuple[date, str]], day: date) -> None:
    earlier = [
        answered(
            number, when, Answer.ACCEPTED if how == "accepted" else Answer.REFUSED,
            rule_number=CAP_2012.number if how == "used" else "",
        )
        for number, (when, how) in enumerate(history, 1)
    ]  # fmt: skip
    file, own = refused(day, "教基[2012]3号")
    found = [one for one in shifts(file, ON, VERSIONS, [*earlier, own]) if one.shift is Shift.FIRST_USED]
    first_seen = min([day, *(when for when, how in history if how == "used" and when < day)])
    taken_on = sorted(when for when, how in history if how == "accepted" and CAP_2012.first <= when < first_seen)
    planted = CAP_2012.in_force(day) and taken_on and first_seen >= add_months(CAP_2012.first, 12)
    assert bool(found) == bool(planted)
    if found:
        (one,) = found
        assert (one.rule, one.text_day, one.seen_on) == ("cap-2012", date(2012, 9, 1), first_seen)
        assert (len(one.precedents), one.last_accepted) == (len(taken_on), taken_on[-1])


@given(days)
def test_a_repealed_rule_is_found_from_the_day_after_its_last(day: date) -> None:
    file, own = refused(day, CAP_2012.number)
    found = {one.shift: one for one in shifts(file, ON, VERSIONS, [own])}
    assert (Shift.REPEALED_APPLIED in found) == (Shift.NEW_NOT_APPLIED in found) == (day > date(2025, 8, 31))
    if found:
        assert (found[Shift.REPEALED_APPLIED].rule, found[Shift.REPEALED_APPLIED].replaced_by) == ("cap-2012", "cap-2025")
        assert found[Shift.NEW_NOT_APPLIED].text_day == date(2025, 9, 1)


def test_a_repealed_rule_without_a_successor_is_only_repealed() -> None:
    file, own = refused(date(2026, 3, 1), CAP_2012.number)
    assert kinds(shifts(file, ON, (CAP_2012,), [own])) == {Shift.REPEALED_APPLIED}


@given(
    st.dictionaries(st.sampled_from("abcd"), st.booleans(), max_size=4),
    st.dictionaries(st.sampled_from("abcd"), st.booleans(), max_size=4),
    st.integers(1, 700),
)
def test_earlier_acceptance_under_the_same_conditions(own: dict[str, bool], other: dict[str, bool], ago: int) -> None:
    day = date(2026, 6, 1)
    file, refusal = refused(day)
    then = day - timedelta(ago)
    found = shifts(file, ON, VERSIONS, [replace(refusal, conditions=own), answered(1, then, conditions=other)])
    shared = own.keys() & other.keys()
    alike = bool(shared) and all(own[key] == other[key] for key in shared)
    planted = alike and then >= date(2025, 9, 1)  # before, another version was in force
    assert kinds(found) == ({Shift.ACCEPTED_BEFORE} if planted else set())
    if found:
        assert set(found[0].alike) == shared and found[0].cases == ("c1",)


@pytest.mark.parametrize(("met", "grounds", "day", "planted"), [
    (True, Grounds.CONDITION_NOT_MET, date(2026, 3, 1), True),
    (True, Grounds.NO_PLACE, date(2026, 3, 1), False),
    (None, Grounds.CONDITION_NOT_MET, date(2026, 3, 1), False),
    (False, Grounds.CONDITION_NOT_MET, date(2026, 3, 1), False),
    (True, Grounds.CONDITION_NOT_MET, date(2026, 9, 1), False),  # a year on, it is no longer new
    (True, Grounds.CONDITION_NOT_MET, date(2025, 8, 31), False),
])  # fmt: skip
def test_a_new_rule_that_is_met_and_not_applied(met: bool | None, grounds: Grounds, day: date, planted: bool) -> None:
    file, own = refused(day, grounds=grounds)
    found = shifts(file, ON, (CAP_2012, replace(CAP_2025, met=met)), [own])
    assert kinds(found) == ({Shift.NEW_NOT_APPLIED} if planted else set())


def test_another_office_another_day_and_a_private_party_plant_nothing() -> None:
    day = date(2026, 6, 1)
    file, own = refused(day, CAP_2025.number)
    elsewhere = answered(1, date(2026, 5, 1), at="street", conditions=LACKS)
    later = answered(2, date(2026, 8, 1), conditions=LACKS)
    assert shifts(file, ON, VERSIONS, [replace(own, conditions=LACKS), elsewhere, later]) == ()
    landlord = case_of(visit(1, "landlord", Answer.REFUSED, day, rule_number=CAP_2012.number))
    assert shifts(landlord, ON, VERSIONS, []) == ()


@pytest.mark.parametrize(("title", "number", "meant"), [
    ("《关于中小学班额的规定》", "", True), ("关于中小学班额的规定", "教基(2012)3号", True), ("", "教基［2012］3 号", True),
    ("关于中小学班额的规定", "教基〔2013〕3号", False), ("关于班额", "", False), ("", "", False),
])  # fmt: skip
def test_which_rule_an_office_meant(title: str, number: str, meant: bool) -> None:
    assert CAP_2012.cited_by(visit(1, "school", Answer.REFUSED, rule_title=title, rule_number=number)) is meant
