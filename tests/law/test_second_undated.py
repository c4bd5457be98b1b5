"""A refusal of a day nobody noted may have been a decision: that reading is shown, without a day (PRACTICE L2, L3)."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.law.avenues import Avenue, Status, Why
from caseapp.law.first_step import FirstStepKind
from caseapp.law.ladder import Ladder, ladder
from caseapp.law.situation import Contact, Situation, WrittenAct

ON, AGENCY = date(2026, 7, 16), OfficeKind.SOCIAL_INSURANCE_AGENCY


def way(found: Ladder) -> Avenue:
    return next(avenue for avenue in found.avenues if avenue.procedure == "admin_reconsideration")


def refused(office: OfficeKind, written: bool | None) -> Situation:
    return Situation(Service.PENSION, ON, (Contact(None, office, Answer.REFUSED, written),))


@pytest.mark.parametrize("written", [None, True])
def test_the_day_is_to_be_found_out_before_anything_is_counted(written):
    found = ladder(refused(AGENCY, written))
    review = way(found)
    assert (review.status, review.why, review.deadline) == (Status.NEEDS_FIRST, Why.DAY_AND_FORM_UNKNOWN, None)
    assert found.first_step.kind is FirstStepKind.SERVICE_APPLICATION


def test_a_paper_that_bears_no_day_is_such_a_refusal():
    found = ladder(Situation(Service.PENSION, ON, acts=(WrittenAct(AGENCY, None, None),)))
    assert way(found).why is Why.DAY_AND_FORM_UNKNOWN


@pytest.mark.parametrize(("office", "written"), [(AGENCY, False), (OfficeKind.EMPLOYER, None)])
def test_words_alone_and_what_no_organ_said_stay_nothing_to_review(office, written):
    assert way(ladder(refused(office, written))).why is Why.NO_ACT
