"""The next day of a case: the soonest that nobody is done with, and nothing that stands elsewhere in the header."""

from __future__ import annotations

from datetime import timedelta

import pytest

from caseapp.domain.cases import Entitlement, Outcome
from caseapp.work.cases import case_file, close_case
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.next_day import next_day
from caseapp.work.today import derive_days, done, postpone, set_follow_up, today
from tests.work.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def case(session):
    form = IntakeForm(
        city="beijing", district="临江区", client_nickname="某", consent_keep=True, useful_until=TODAY + timedelta(5),
        fallback="去民办学校报名", fallback_by=TODAY + timedelta(9),
    )  # fmt: skip
    return begin_case(session, form, NOW)


def told(session, case, on=TODAY):
    found = next_day(case_file(session, case), on)
    return (found.day, found.what.zh) if found else None


def test_the_soonest_day_is_named_and_the_day_help_ends_stands_by_itself(session, case):
    assert told(session, case) == (TODAY + timedelta(9), "备用办法的最后一天")
    set_follow_up(session, case, "打电话问学校", TODAY + timedelta(2), NOW)
    assert told(session, case) == (TODAY + timedelta(2), "打电话问学校")
    assert told(session, case, TODAY + timedelta(3)) == (TODAY + timedelta(9), "备用办法的最后一天")


def test_what_is_done_with_or_put_off_is_not_next(session, case):
    set_follow_up(session, case, "打电话问学校", TODAY, NOW)
    derive_days(session, TODAY)
    call, fallback = (entry for entry in today(session, TODAY).entries if entry.kind.value in ("follow_up", "fallback"))
    done(session, call, "", NOW)
    assert told(session, case) == (TODAY + timedelta(9), "备用办法的最后一天")
    postpone(session, fallback, TODAY + timedelta(4), "等学校回话", NOW)
    assert told(session, case) is None
    assert told(session, case, TODAY + timedelta(4)) is not None


def test_a_closed_case_has_none(session, case):
    close_case(session, case, Outcome.CLIENT_STOPPED, Entitlement.NOT_OBTAINED, "", TODAY, NOW)
    assert told(session, case) is None
