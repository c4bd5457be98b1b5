"""What a worker did in time starts the limit for arbitration anew: as visited, as noted, and for double wages too.

Arbitration Law art. 27(2), (4); PRACTICE L5: both days are shown, the earlier one warns.
"""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, KeyDayId
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.deadline import Deadline, Ground
from caseapp.law.derive import derive
from caseapp.law.happened import events
from caseapp.law.of_case import situation_of
from caseapp.law.situation import Contact, Situation
from caseapp.law.triggers import Event, Trigger

LEFT, ON = date(2025, 6, 30), date(2026, 6, 30)
CASE = Case(CaseId("c"), "2026-A001", date(2026, 6, 1), service=Service.LABOUR)


def limit_of(situation: Situation, name: str = "lab-arb-limit") -> Deadline:
    found = derive(events(situation), "labour_arbitration", on=situation.on)
    return next(one for one in found if one.id == name)


def test_a_visit_to_labour_inspection_starts_the_year_anew_and_the_first_year_still_warns():
    """Left on 30 June 2025: Tuesday 30 June 2026. Complained on 12 May 2026: Wednesday 12 May 2027."""
    went = Contact(date(2026, 5, 12), OfficeKind.LABOUR_INSPECTION, Answer.ACCEPTED)
    found = limit_of(Situation(Service.LABOUR, ON, (went,), employment_ended=LEFT))
    assert (found.safe_last_day, found.arguable_until) == (date(2026, 6, 30), date(2027, 5, 12))


def test_asking_the_employer_starts_it_anew():
    asked = Contact(date(2026, 3, 3), OfficeKind.EMPLOYER, Answer.NO_ANSWER)
    found = limit_of(Situation(Service.LABOUR, ON, (asked,), employment_ended=LEFT))
    assert (found.safe_last_day, found.arguable_until) == (date(2026, 6, 30), date(2027, 3, 3))


@pytest.mark.parametrize("kind", [KeyDayKind.COMPLAINED, KeyDayKind.CONTRACT_ASKED])
def test_a_complaint_or_demand_noted_by_its_day_alone_is_not_lost(kind):
    days = ((KeyDayKind.LEFT_JOB, LEFT), (kind, date(2026, 5, 12)))
    kept = tuple(KeyDay(KeyDayId(str(n)), CASE.id, what, ImpreciseDay.on(day)) for n, (what, day) in enumerate(days))
    found = limit_of(situation_of(CaseFile(CASE, key_days=kept), ON))
    assert (found.safe_last_day, found.arguable_until) == (date(2026, 6, 30), date(2027, 5, 12))


def test_double_wages_are_interrupted_by_a_complaint_too():
    """Began on 1 April 2024: one month, then one year, Thursday 1 May 2025. Complained on 10 January 2025."""
    known = [Event(Trigger.EMPLOYMENT_STARTED, date(2024, 4, 1)), Event(Trigger.COMPLAINT_MADE, date(2025, 1, 10))]
    (found,) = (one for one in derive(known, "labour_arbitration", on=date(2025, 2, 1)) if one.id == "lab-double-wage")
    assert found.safe_last_day == date(2025, 5, 1)
    assert [day.until for day in found.later if day.ground is Ground.INTERRUPTED] == [date(2026, 1, 12)]
