"""A day noted by itself: one of each kind, corrected where it stands, never in the future."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.cases import KeyDayKind
from caseapp.domain.days import ImpreciseDay
from caseapp.errors import BadInput
from caseapp.work.cases import case_file
from caseapp.work.key_days import note_day
from caseapp.work.session import Session
from tests.work.conftest import NOW

BEGAN, ENDED = KeyDayKind.OBSTACLE_BEGAN, KeyDayKind.OBSTACLE_ENDED


def test_noting_it_again_corrects_it(session: Session, case: str):
    first = note_day(session, case, BEGAN, ImpreciseDay.on(date(2026, 5, 20)), "住院", NOW)
    assert note_day(session, case, BEGAN, ImpreciseDay.on(date(2026, 5, 22)), "住院", NOW) == first
    assert [entry.day.earliest for entry in case_file(session, case).key_days if entry.day] == [date(2026, 5, 22)]


@pytest.mark.parametrize(("kind", "day"), [(BEGAN, date(2027, 1, 1)), (ENDED, date(2026, 5, 1))])
def test_neither_a_day_to_come_nor_an_end_before_its_beginning_is_taken(session: Session, case: str, kind, day):
    note_day(session, case, BEGAN, ImpreciseDay.on(date(2026, 5, 20)), "", NOW)
    with pytest.raises(BadInput):
        note_day(session, case, kind, ImpreciseDay.on(day), "", NOW)
