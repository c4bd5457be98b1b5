"""A stay of what is carried out: never of its own accord, and only with reconsideration or a suit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer, Grounds
from caseapp.law.avenues import Avenue, Status, Track, Why
from caseapp.law.ladder import ladder
from caseapp.law.situation import Contact, Situation, WrittenAct
from caseapp.law.stay import NAME
from caseapp.letters.say.ladder_card import CLOSES, MIND, NEEDS, say_avenue_card

CLOSING = WrittenAct(OfficeKind.EDUCATION_BUREAU, None, date(2026, 7, 6), told_right=True, told_body=True, told_period=True)
CASE = Situation(Service.COMPULSORY_EDUCATION, date(2026, 7, 16), acts=(CLOSING,), carried_out=date(2026, 7, 31))
NEW, OLD = "administrative-reconsideration-law-2023", "administrative-reconsideration-law-2017"
COURT = "administrative-litigation-law-2017"


def stay(situation: Situation) -> Avenue | None:
    return next((avenue for avenue in ladder(situation).avenues if avenue.procedure == NAME), None)


@pytest.mark.parametrize(
    ("change", "status", "why", "by"),
    [
        ({}, Status.OPEN, Why.STAY_WITH_REVIEW, (NEW, "第四十二条")),
        ({"reconsideration_received": date(2026, 7, 15)}, Status.OPEN, Why.STAY_WITH_REVIEW, (NEW, "第四十二条")),
        ({"on": date(2026, 7, 20), "reconsidered": date(2026, 7, 20)}, Status.OPEN, Why.STAY_WITH_SUIT,
         (COURT, "第五十六条第一款")),
        ({"acts": ()}, Status.NEEDS_FIRST, Why.STAY_NEEDS_ONE, (NEW, "第四十二条")),
        ({"on": date(2023, 7, 16), "acts": (replace(CLOSING, received=date(2023, 7, 6)),)}, Status.OPEN,
         Why.STAY_WITH_REVIEW, (OLD, "第二十一条")),
    ],
)  # fmt: skip
def test_it_goes_with_whatever_is_open_and_is_decided_by_whoever_decides_that(change, status, why, by):
    found = stay(replace(CASE, **change))
    assert found is not None and found.body is not None
    assert (found.status, found.why, (found.body.statute, found.body.article)) == (status, why, by)
    assert found.track is Track.QUICK and found.carried_out == date(2026, 7, 31)


def test_a_refusal_leaves_nothing_to_stay():
    assert stay(replace(CASE, carried_out=None)) is None


def test_a_place_that_was_shut_can_be_asked_to_be_stayed_without_a_day():
    shut = Contact(date(2026, 7, 10), OfficeKind.GOVERNMENT, Answer.NO_ANSWER, grounds=Grounds.FACILITY_CLOSED)
    assert stay(replace(CASE, carried_out=None, visits=(shut,))) is not None


def test_the_card_says_that_it_is_not_automatic_what_it_needs_and_that_it_lengthens_nothing():
    found = stay(CASE)
    assert found is not None
    said = dict(say_avenue_card(found, CASE.on))
    assert said[MIND].zh.startswith("不是自动的") and "lengthens no period" in said[CLOSES].en
    assert "Reconsideration applied for" in said[NEEDS].en
