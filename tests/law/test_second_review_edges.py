"""Edges at which a client's review would be lost or wrongly shown open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, KeyDayId, OfficeId, WrittenAnswerId
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.visits import Answer, WrittenAnswer
from caseapp.law.avenues import Avenue, Status, Why
from caseapp.law.derive import derive
from caseapp.law.duties import reviewer, stood
from caseapp.law.happened import events
from caseapp.law.ladder import ladder
from caseapp.law.of_case import situation_of
from caseapp.law.situation import Contact, Situation, WrittenAct

PERMIT, POLICE = Service.RESIDENCE_PERMIT, Office(OfficeId("p"), OfficeKind.POLICE_STATION)
CASE = Case(CaseId("c"), "2026-A001", date(2026, 6, 1), service=PERMIT)
OFFICES = {POLICE.id: POLICE}


def way(situation: Situation, procedure: str) -> Avenue:
    return next(avenue for avenue in ladder(situation).avenues if avenue.procedure.startswith(procedure))


def with_paper(paper: WrittenAnswer, *days: KeyDay) -> CaseFile:
    return CaseFile(CASE, written_answers=(paper,), key_days=days, offices=OFFICES)


def paper(dated: date, *, refusal: bool = True, told: bool | None = None) -> WrittenAnswer:
    known = {"told_right": told, "told_body": told, "told_period": told}
    return WrittenAnswer(WrittenAnswerId("w"), CASE.id, POLICE.id, dated=dated, received=dated, refusal=refusal, **known)


def test_a_paper_that_grants_starts_no_clock():
    granted = with_paper(paper(date(2026, 6, 8), refusal=False))
    assert situation_of(granted, date(2026, 6, 20)).acts == ()
    assert not ladder(situation_of(granted, date(2026, 6, 20))).clock_running


def test_a_paper_of_a_later_day_is_not_known_yet():
    file = with_paper(paper(date(2026, 6, 8)))
    assert situation_of(file, date(2026, 6, 7)).acts == ()
    assert len(situation_of(file, date(2026, 6, 8)).acts) == 1


def test_a_receipt_nobody_can_prove_leaves_the_safe_day_at_the_date_on_the_paper():
    """Dated 3 July 2026: 28 + 31 + 1 = 1 September. Received on the 6th: 25 + 31 + 4 = 4 September (PRACTICE L3)."""
    days = {}
    for kept in (False, True):
        late = replace(paper(date(2026, 7, 3), told=True), received=date(2026, 7, 6), envelope_kept=kept)
        situation = situation_of(with_paper(late), date(2026, 7, 16))
        (found,) = (one for one in derive(events(situation), on=situation.on) if one.id == "recon-apply")
        days[kept] = found.safe_last_day, found.arguable_until
    assert days == {False: (date(2026, 9, 1), date(2026, 9, 4)), True: (date(2026, 9, 4), None)}


def test_the_day_the_remedy_was_learnt_is_counted_from():
    """Known on 2 March 2026, nothing told; learnt on 1 September: 29 + 31 = Saturday 31 October; Monday 2 November."""
    learnt = KeyDay(KeyDayId("k"), CASE.id, KeyDayKind.TOLD_OF_REMEDY, ImpreciseDay.on(date(2026, 9, 1)))
    situation = situation_of(with_paper(paper(date(2026, 3, 2), told=False), learnt), date(2026, 9, 2))
    (found,) = (one for one in derive(events(situation), on=situation.on) if one.id == "recon-apply")
    assert (found.safe_last_day, found.arguable_until) == (date(2026, 5, 6), date(2026, 11, 2))


def test_the_choice_of_a_direct_suit_ends_with_the_old_law():
    """Reconsideration Law 2023, arts 23, 90: what is handed in on 1 January 2024 follows it."""
    act = WrittenAct(OfficeKind.POLICE_STATION, None, date(2023, 12, 4))
    last, first = (
        way(Situation(PERMIT, on, acts=(act,)), "admin_litigation") for on in (date(2023, 12, 31), date(2024, 1, 1))
    )
    assert (last.status, last.why) == (Status.OPEN, Why.CHOICE)
    assert (first.status, first.needs) == (Status.NEEDS_FIRST, "admin_reconsideration")


def test_an_organs_asking_for_one_more_paper_is_no_refusal():
    asked = Contact(date(2026, 6, 8), OfficeKind.POLICE_STATION, Answer.ASKED_MORE)
    assert ladder(Situation(PERMIT, date(2026, 6, 10), (asked,))).protective_day is None


@pytest.mark.parametrize(("on", "status"), [(date(2026, 2, 24), Status.OPEN), (date(2026, 2, 25), Status.NEEDS_FIRST)])
def test_a_refusal_of_unknown_form_is_alive_through_the_festival(on, status):
    """17 December 2025: the sixtieth day, 15 February, lies in the festival; Tuesday 24 February is the last."""
    refused = Contact(date(2025, 12, 17), OfficeKind.POLICE_STATION, Answer.REFUSED, written=None)
    review = way(Situation(PERMIT, on, (refused,)), "admin_reconsideration")
    assert review.status is status
    assert status is not Status.OPEN or (review.why, review.last_day) == (Why.FORM_UNKNOWN, date(2026, 2, 24))


@pytest.mark.parametrize(
    ("on", "provision"), [(date(2023, 12, 31), "recon-old-body"), (date(2024, 1, 1), "recon-government-hears")]
)
def test_the_law_that_names_the_reviewing_body_changes_with_the_year(on, provision):
    """Old law art. 12(1); from 2024 art. 24(1)(1)."""
    assert reviewer(OfficeKind.EDUCATION_BUREAU, on).provisions == (provision,)


def test_a_law_is_named_to_its_last_day_and_not_after():
    assert stood("recon-old-body", date(2023, 12, 31)) and not stood("recon-old-body", date(2024, 1, 1))
    assert stood("recon-government-hears", date(2024, 1, 1)) and not stood("recon-government-hears", date(2023, 12, 31))
