"""What was said later, or by another office, keeps its own sixty days (PRACTICE L2, L3)."""

from __future__ import annotations

from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.ladder import Ladder, ladder
from caseapp.law.situation import Contact, Situation


def sent_away(on: date) -> Ladder:
    """By a school in May and by a government's window in September, in words both times."""
    visits = (
        Contact(date(2012, 5, 14), OfficeKind.SCHOOL, Answer.REFERRED),
        Contact(date(2012, 9, 3), OfficeKind.GOVERNMENT, Answer.REFUSED),
    )
    return ladder(Situation(Service.COMPULSORY_EDUCATION, on, visits))


def test_while_the_first_sixty_days_run_they_warn():
    """14 May 2012: 17 + 30 + 13 = 13 July, a Friday."""
    assert sent_away(date(2012, 7, 13)).protective_day == date(2012, 7, 13)


def test_the_second_refusal_is_kept_alive_after_the_first_ran_out():
    """3 September 2012: 27 + 31 + 2 = 2 November, a Friday."""
    assert sent_away(date(2012, 9, 10)).protective_day == date(2012, 11, 2)
    assert sent_away(date(2012, 11, 2)).protective_day == date(2012, 11, 2)


def test_when_all_have_run_out_the_strictest_reading_is_told():
    assert sent_away(date(2012, 11, 3)).protective_day == date(2012, 7, 13)
