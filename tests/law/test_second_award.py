"""The fifteen days after an award are the court's, and nothing is shut before they are over on every reading.

Arbitration Law arts 48 to 51; that a last day off moves is argued, not written (Civil Code art. 203).
"""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.avenues import Avenue, Status, Why
from caseapp.law.first_step import Because, FirstStepKind
from caseapp.law.ladder import Ladder, ladder
from caseapp.law.situation import Contact, Situation
from caseapp.letters.say.ladder import say_more, say_why


def on(day: date, answer: Answer, came: date = date(2026, 2, 3)) -> Ladder:
    award = Contact(came, OfficeKind.LABOUR_ARBITRATION, answer, True)
    return ladder(Situation(Service.LABOUR, day, (award,), employment_ended=date(2025, 6, 30)))


def way(found: Ladder, procedure: str) -> Avenue:
    return next(avenue for avenue in found.avenues if avenue.procedure == procedure)


@pytest.mark.parametrize("answer", [Answer.REFUSED, Answer.ACCEPTED])
def test_while_the_time_to_sue_runs_the_step_is_the_court_and_no_second_arbitration(answer):
    """3 February 2026 and 15 days: 18 February, in the festival; go on Friday the 13th."""
    found = on(date(2026, 2, 10), answer)
    assert (found.first_step.kind, found.first_step.body) == (FirstStepKind.LABOUR_LITIGATION, OfficeKind.COURT)
    assert (way(found, "labour_litigation").last_day, way(found, "labour_litigation").deadline.act_by) == (
        date(2026, 2, 18), date(2026, 2, 13),
    )  # fmt: skip


@pytest.mark.parametrize("answer", [Answer.REFUSED, Answer.ACCEPTED])
def test_the_last_day_to_sue_is_never_shown_as_that_of_arbitration(answer):
    assert way(on(date(2026, 2, 10), answer), "labour_arbitration").last_day == date(2026, 6, 30)


@pytest.mark.parametrize("day", [date(2026, 2, 19), date(2026, 2, 24)])
def test_in_the_festival_the_suit_can_still_be_argued(day):
    court = way(on(day, Answer.ACCEPTED), "labour_litigation")
    assert (court.status, court.why) == (Status.OPEN, Why.SAFE_DAY_PASSED)


def test_on_the_day_after_the_award_is_in_force_and_enforced():
    found = on(date(2026, 2, 25), Answer.ACCEPTED)
    assert way(found, "labour_litigation").why is Why.AWARD_IN_FORCE
    assert found.first_step.kind is FirstStepKind.AWARD_ENFORCEMENT


def test_an_award_nobody_sued_over_is_said_to_have_taken_effect_with_what_remains():
    found = on(date(2026, 2, 25), Answer.REFUSED)
    court, arbitration = way(found, "labour_litigation"), way(found, "labour_arbitration")
    assert (court.status, court.why) == (Status.NEEDS_FIRST, Why.AWARD_NOT_SUED)
    assert (arbitration.status, arbitration.why) == (Status.OPEN, Why.OTHER_CLAIMS)
    assert found.first_step.because is Because.OTHER_CLAIMS and "没有处理过的请求" in say_more(found.first_step).zh
    said = say_why(court)
    assert all(f"第{article}条" in said.zh for article in ("四十九", "五十", "五十一", "二百五十", "五"))
    assert "49" in said.en and "two years" in said.en


def test_without_an_award_arbitration_comes_first():
    none = Situation(Service.LABOUR, date(2026, 2, 25), employment_ended=date(2025, 6, 30))
    assert way(ladder(none), "labour_litigation").why is Why.ARBITRATE_FIRST
