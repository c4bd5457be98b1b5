"""The five intake questions and the periods already running (PRACTICE M9)."""

from __future__ import annotations

from datetime import date

from caseapp.domain.cases import KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.law.deadline import Ground
from caseapp.law.five_questions import QUESTIONS, running

ON = date(2026, 11, 21)


def test_there_are_five():
    assert len(QUESTIONS) == 5


def test_the_soonest_safe_day_comes_first():
    days = [
        (KeyDayKind.PAPER_RECEIVED, ImpreciseDay.on(date(2026, 11, 2))),
        (KeyDayKind.INJURED, ImpreciseDay.on(date(2025, 12, 20))),
        (KeyDayKind.REGISTRATION_CLOSES, ImpreciseDay.on(date(2026, 11, 27))),
    ]
    found = running(days, ON, Service.WORK_INJURY)
    assert [item.last_day for item in found] == sorted(item.last_day for item in found)
    assert (found[0].question, found[0].deadline) == (KeyDayKind.REGISTRATION_CLOSES, None)
    assert any(item.deadline and item.deadline.id == "wi-worker-file" for item in found)


def test_a_safe_day_that_has_passed_is_shown_after_those_that_run():
    days = [
        (KeyDayKind.PAPER_RECEIVED, ImpreciseDay.on(date(2026, 9, 1))),
        (KeyDayKind.LEFT_JOB, ImpreciseDay.on(date(2026, 3, 2))),
    ]
    found = running(days, ON)
    passed = [item.last_day < ON for item in found]
    assert passed == sorted(passed)
    assert any(passed)


def test_what_is_closed_is_left_out():
    assert running([(KeyDayKind.PAPER_RECEIVED, ImpreciseDay.on(date(2019, 5, 6)))], ON) == ()
    assert running([(KeyDayKind.REGISTRATION_CLOSES, ImpreciseDay.on(date(2026, 11, 1)))], ON) == ()


def test_a_rough_day_counts_from_its_earliest_reading():
    item = running([(KeyDayKind.LEFT_JOB, ImpreciseDay.month(2026, 3))], ON)[0]
    assert item.deadline is not None
    assert item.last_day == date(2027, 3, 1)
    assert Ground.DAY_UNCERTAIN in {later.ground for later in item.deadline.later}
