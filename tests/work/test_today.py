"""Today over real casebooks: what is due, what lapsed, who was forgotten, and what a mark does and does not do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from caseapp.domain.agenda_records import DayKind
from caseapp.domain.cases import KeyDayKind
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.handovers import Form, Keeper
from caseapp.domain.ids import CaseId, DocumentId, new_id
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.errors import BadInput
from caseapp.work import today as today_module
from caseapp.work.cases import case_file, save
from caseapp.work.deadlines import deadlines_of
from caseapp.work.documents import save_document
from caseapp.work.handovers import HandoverForm, hand_over
from caseapp.work.key_days import note_day
from caseapp.work.next_day import next_day
from caseapp.work.progress import Cancelled, Progress
from caseapp.work.session import Session
from caseapp.work.today import Entry, Today, Urgency, derive_days, done, postpone, set_follow_up, take_mark_back, today
from caseapp.work.visit_form import WrittenAnswerForm
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.work.conftest import NOW

ON = NOW.date()


def look(session: Session, on: date = ON) -> Today:
    derive_days(session, on)
    return today(session, on)


def of_kind(found: Today, kind: DayKind) -> list[Entry]:
    return [entry for entry in found.entries if entry.kind is kind]


def refuse(session: Session, case: str, day: date) -> None:
    """A refusal in writing on a day, from which the sixty days of reconsideration run."""
    office = new_office(session, OfficeKind.EDUCATION_BUREAU, "临江区教育局", case, NOW)
    answer = WrittenAnswerForm(title="不予受理通知", dated=day, received=day, refusal=True)
    record_visit(
        session, case, VisitForm(office.id, day=ImpreciseDay.on(day), answer=Answer.REFUSED, written_answer=answer), NOW
    )


def test_a_written_refusal_shows_its_safe_day_soonest_first(session: Session, case: str):
    refuse(session, case, date(2026, 9, 28))
    periods = of_kind(look(session), DayKind.CLIENT_PERIOD)
    assert periods and periods[0].client == "家长" and periods[0].number == "2026-A001"
    assert [entry.day for entry in periods] == sorted(entry.day for entry in periods)
    assert periods[0].day == date(2026, 11, 27)
    assert periods[0].urgency is Urgency.SOON


def test_a_new_entry_moves_the_days_and_an_old_mark_does_not_hide_the_new_one(session: Session, case: str):
    refuse(session, case, date(2026, 9, 28))
    entry = of_kind(look(session), DayKind.CLIENT_PERIOD)[0]
    done(session, entry, "递交了", NOW)
    assert entry.item not in {one.item for one in look(session).entries}
    answer = case_file(session, case).written_answers[0]
    save(session, replace(answer, received=date(2026, 9, 29), envelope_kept=True), "x", NOW)
    assert date(2026, 11, 28) <= of_kind(look(session), DayKind.CLIENT_PERIOD)[0].day


def test_no_right_is_put_off_beyond_its_day_and_none_without_a_reason(session: Session, case: str):
    refuse(session, case, date(2026, 9, 28))
    entry = of_kind(look(session), DayKind.CLIENT_PERIOD)[0]
    with pytest.raises(BadInput, match="cannot be put off"):
        postpone(session, entry, entry.day + timedelta(1), "等材料", NOW)
    with pytest.raises(BadInput, match="why"):
        postpone(session, entry, entry.day, "  ", NOW)
    postpone(session, entry, date(2026, 11, 24), "等材料", NOW)
    assert entry.item not in {one.item for one in look(session).entries}
    assert entry.item in {one.item for one in look(session, date(2026, 11, 24)).entries}
    take_mark_back(session, entry, NOW)
    assert entry.item in {one.item for one in look(session).entries}


def test_a_case_with_no_next_step_is_found_after_two_weeks_and_a_follow_up_ends_that(session: Session, case: str):
    assert look(session).counts[Urgency.SILENT] == 0
    later = ON + timedelta(14)
    assert [entry.case for entry in of_kind(look(session, later), DayKind.SILENT)] == [case]
    set_follow_up(session, case, "打电话问学校", later + timedelta(2), datetime(2026, 12, 5, 9).astimezone())
    found = look(session, later)
    assert found.counts[Urgency.SILENT] == 0
    assert [entry.note for entry in of_kind(found, DayKind.FOLLOW_UP)] == ["打电话问学校"]


def test_a_follow_up_is_put_off_done_and_opened_again(session: Session, case: str):
    set_follow_up(session, case, "取材料", ON, NOW)
    entry = of_kind(look(session), DayKind.FOLLOW_UP)[0]
    assert entry.urgency is Urgency.DUE_TODAY
    postpone(session, entry, ON + timedelta(1), "房东不在", NOW)
    again = of_kind(look(session), DayKind.FOLLOW_UP)[0]
    assert again.day == ON + timedelta(1)
    done(session, again, "拿到了", NOW)
    assert not of_kind(look(session), DayKind.FOLLOW_UP)
    take_mark_back(session, again, NOW)
    assert of_kind(look(session), DayKind.FOLLOW_UP)[0].note == "取材料"


def test_a_paper_shows_a_month_before_it_expires(session: Session, case: str):
    paper = Document(
        DocumentId(new_id()), case_file(session, case).case.id, "residence_permit", state=DocumentState.HELD,
        valid_until=ON + timedelta(30),
    )  # fmt: skip
    save(session, paper, "x", NOW)
    assert [entry.what.en for entry in of_kind(look(session), DayKind.PAPER)] == ["Expires: Residence permit"]
    assert not of_kind(look(session, ON - timedelta(1)), DayKind.PAPER)


def test_originals_lent_out_show_until_they_are_back_and_those_that_went_together_are_one_line(session: Session, case: str):
    papers = [
        save_document(session, Document(DocumentId(""), CaseId(case), paper, state=DocumentState.HELD), NOW)
        for paper in ("hukou_booklet", "residence_permit", "id_card")
    ]
    kept = [one for one in case_file(session, case).documents if one.id in papers]
    lent = HandoverForm(ON, Keeper.CLIENT, Keeper.LAWYER, taken_by="周", back_by=ON + timedelta(10))
    hand_over(session, case, kept, lent, NOW)
    hand_over(session, case, kept, replace(lent, giver=Keeper.LAWYER, form=Form.COPY, receiver=Keeper.OTHER), NOW)
    assert not of_kind(look(session, ON + timedelta(2)), DayKind.LENT)
    (entry,) = of_kind(look(session, ON + timedelta(3)), DayKind.LENT)
    assert entry.what.en == "To come back from the lawyer: Household booklet, Residence permit and 1 more"
    assert of_kind(look(session, ON + timedelta(11)), DayKind.LENT)[0].urgency is Urgency.OVERDUE
    back = HandoverForm(ON, Keeper.LAWYER, Keeper.CASEWORKER, taken_by="李", back_by=ON + timedelta(4))
    hand_over(session, case, kept[:2], back, NOW)
    told = [entry.what.en for entry in of_kind(look(session, ON + timedelta(3)), DayKind.LENT)]
    assert told[0].startswith("Give back to the client: ") and len(told) == 2
    found = next_day(case_file(session, case), ON + timedelta(3))
    assert found and found.what.en == told[0]
    hand_over(session, case, kept[:2], HandoverForm(ON, Keeper.CASEWORKER, Keeper.CLIENT), NOW)
    assert len(of_kind(look(session, ON + timedelta(3)), DayKind.LENT)) == 1


def test_the_silence_of_an_authority_becomes_a_line_when_its_clock_runs_out(session: Session, case: str):
    office = new_office(session, OfficeKind.EDUCATION_BUREAU, "临江区教育局", case, NOW)
    form = VisitForm(office.id, day=ImpreciseDay.on(date(2026, 9, 1)), answer=Answer.ACCEPTED)
    record_visit(session, case, form, NOW)
    from caseapp.domain.cases import KeyDay, KeyDayKind
    from caseapp.domain.ids import KeyDayId

    received = KeyDay(
        KeyDayId(new_id()), case_file(session, case).case.id, KeyDayKind.APPLICATION_RECEIVED,
        ImpreciseDay.on(date(2026, 9, 1)),
    )  # fmt: skip
    save(session, received, "x", NOW)
    lapse = date(2026, 10, 31)
    before = look(session, lapse)
    assert not of_kind(before, DayKind.LAPSED)
    assert of_kind(look(session, lapse + timedelta(5)), DayKind.LAPSED)


def test_the_day_on_which_an_act_is_carried_out_shows_a_month_before_and_is_named_as_the_next(session: Session, case: str):
    day = ON + timedelta(20)
    note_day(session, case, KeyDayKind.EXECUTION_DAY, ImpreciseDay.on(day), "限期搬离通知", NOW)
    (entry,) = of_kind(look(session), DayKind.EXECUTION)
    assert (entry.day, entry.what.en, entry.what.zh) == (day, "An act is to be carried out", "决定将被执行")
    assert next_day(case_file(session, case), ON).day == day
    assert of_kind(look(session, day + timedelta(1)), DayKind.EXECUTION)[0].urgency is Urgency.OVERDUE
    assert not of_kind(look(session, day + timedelta(31)), DayKind.EXECUTION)


def test_a_step_inside_the_other_side_that_nobody_sees_is_no_line(session: Session, case: str):
    refuse(session, case, date(2026, 9, 28))
    note_day(session, case, KeyDayKind.RECONSIDERATION_RECEIVED, ImpreciseDay.on(date(2026, 10, 12)), "", NOW)
    found = look(session)
    theirs = {entry.ref for entry in found.entries if entry.kind in (DayKind.LAPSED, DayKind.THEIR_PERIOD)}
    assert "recon-correction-notice" in {deadline.id for deadline in deadlines_of(case_file(session, case), ON)}
    assert "recon-correction-notice" not in theirs


def test_a_closed_case_asks_for_nothing_and_a_deleted_one_neither(session: Session, case: str):
    from caseapp.domain.cases import Outcome, Stage
    from caseapp.work.cases import delete_case

    set_follow_up(session, case, "取材料", ON, NOW)
    assert look(session).entries
    record = case_file(session, case).case
    save(session, replace(record, outcome=Outcome.SOLVED, stage=Stage.CLOSED), "x", NOW)
    assert not look(session).entries
    save(session, record, "x", NOW)
    assert look(session).entries
    delete_case(session, case, NOW)
    assert not look(session).entries


def test_only_what_changed_is_derived_again(session: Session, case: str, monkeypatch: pytest.MonkeyPatch):
    refuse(session, case, date(2026, 9, 28))
    assert derive_days(session, ON) == 1
    assert derive_days(session, ON) == 0
    assert derive_days(session, date(2026, 11, 28)) == 1
    assert derive_days(session, ON) == 1, "a clock that goes back is not believed to know the day"
    set_follow_up(session, case, "取材料", ON, NOW)
    assert today(session, ON).to_derive == 1
    assert derive_days(session, ON) == 1
    monkeypatch.setattr(today_module, "_made_with", lambda: "another law")
    assert derive_days(session, ON) == 1


def test_deriving_can_be_stopped(session: Session, case: str):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        derive_days(session, ON, progress)
    assert today(session, ON).to_derive == 1


def test_a_page_with_nothing_due_names_the_next_day(session: Session, case: str):
    set_follow_up(session, case, "取材料", ON + timedelta(9), NOW)
    found = look(session)
    assert found.entries == ()
    assert found.next and found.next.note == "取材料"
    assert found.load == {ON + timedelta(9): 1}


def test_what_is_done_with_is_neither_counted_nor_named_as_the_next(session: Session, case: str):
    set_follow_up(session, case, "一", ON + timedelta(2), NOW)
    refuse(session, case, date(2026, 9, 28))
    found = look(session)
    period = of_kind(found, DayKind.CLIENT_PERIOD)[0]
    assert found.load[period.day] >= 1
    done(session, period, "递交了", NOW)
    assert look(session).load.get(period.day, 0) == found.load[period.day] - 1
