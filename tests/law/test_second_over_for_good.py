"""A way is shut once its day, and every later day that was argued from what is noted, have passed (PRACTICE L3)."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.avenues import Status, Why
from caseapp.law.ladder import ladder
from caseapp.law.situation import Contact, Situation
from caseapp.law.triggers import Event, Trigger


def kept(began: date, ended: date) -> tuple[Event, ...]:
    return Event(Trigger.OBSTACLE_BEGAN, began), Event(Trigger.OBSTACLE_ENDED, ended)


def status(situation: Situation, procedure: str) -> tuple[Status, Why]:
    return next((way.status, way.why) for way in ladder(situation).avenues if way.procedure == procedure)


INJURY = (date(2025, 9, 1), date(2026, 2, 10))
"""162 days lost: a year from 10 March 2025 may be argued to Wednesday 19 August 2026 (Work Injury Regulations art. 17)."""
ARBITRATION = (date(2025, 12, 1), date(2026, 1, 15))
"""45 days lost: the year from 20 March 2025 may be argued to Wednesday 6 May 2026 (Arbitration Law art. 27(3))."""


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 3, 10), (Status.OPEN, Why.READY)),
        (date(2026, 8, 19), (Status.OPEN, Why.SAFE_DAY_PASSED)),
        (date(2026, 8, 20), (Status.CLOSED, Why.TOO_LATE)),
    ],
)
def test_recognition_of_an_injury(on, expected):
    situation = Situation(Service.WORK_INJURY, on, injured=date(2025, 3, 10), noted=kept(*INJURY))
    assert status(situation, "work_injury_recognition") == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2026, 3, 20), (Status.OPEN, Why.READY)),
        (date(2026, 5, 6), (Status.OPEN, Why.SAFE_DAY_PASSED)),
        (date(2026, 5, 7), (Status.CLOSED, Why.TOO_LATE)),
    ],
)
def test_arbitration(on, expected):
    refused = Contact(date(2025, 3, 20), OfficeKind.EMPLOYER, Answer.REFUSED)
    situation = Situation(Service.LABOUR, on, (refused,), noted=kept(*ARBITRATION))
    assert status(situation, "labour_arbitration") == expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2028, 3, 2), (Status.OPEN, Why.READY)),
        (date(2028, 3, 31), (Status.OPEN, Why.SAFE_DAY_PASSED)),
        (date(2028, 4, 1), (Status.CLOSED, Why.TOO_LATE)),
    ],
)
def test_enforcement_of_an_award_that_came_in_march(on, expected):
    """In force from the first day it may have come (art. 47), or when the time to sue from the last was over (art. 50):
    16 March 2026 and 15 days, 31 March; two years each. An obstacle of 2026 gives back nothing in the last six months."""
    came = Contact(date(2026, 3, 2), OfficeKind.LABOUR_ARBITRATION, Answer.ACCEPTED, True, latest=date(2026, 3, 16))
    lost = kept(date(2026, 5, 1), date(2026, 5, 11))
    assert status(Situation(Service.LABOUR, on, (came,), noted=lost), "award_enforcement") == expected
