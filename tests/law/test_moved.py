"""A changed day moves all that rests on it, and nothing else."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from caseapp.law.deadline import Deadline
from caseapp.law.derive import derive
from caseapp.law.moved import moved
from caseapp.law.triggers import Event, Trigger
from caseapp.letters.say.deadline_moves import say_move

ON = date(2026, 8, 1)
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 1))


def derived(*events: Event) -> tuple[Deadline, ...]:
    return derive(events, service="compulsory_education", on=ON)


def received(day: date) -> Event:
    return Event(Trigger.APPLICATION_RECEIVED, day)


def knew(day: date) -> Event:
    return Event(Trigger.KNEW_OF_ACT, day)


def test_the_postal_record_shows_another_day_and_both_clocks_move():
    before, after = derived(received(date(2026, 6, 17))), derived(received(date(2026, 6, 19)))
    moves = {move.deadline.id: move for move in moved(before, after)}
    assert set(moves) == {"recon-inaction-ripe-no-period", "recon-inaction-apply"}
    assert moves["recon-inaction-apply"].days == 4  # Thursday 15 October to Saturday the 17th, so Monday the 19th
    said = say_move(moves["recon-inaction-apply"])
    assert "推后到2026年10月19日" in said.zh and "later than Thu 15 October 2026" in said.en


def test_what_rests_on_another_event_stays():
    act = knew(date(2026, 5, 6))
    moves = moved(derived(act, received(date(2026, 6, 17))), derived(act, received(date(2026, 6, 10))))
    assert {move.deadline.trigger for move in moves} == {"application_received", "performance_period_expired"}
    assert all(move.days is not None and move.days < 0 for move in moves)


def test_a_struck_event_takes_its_periods_with_it_and_a_new_one_brings_its_own():
    gone = moved(derived(knew(date(2026, 5, 6))), derived())
    assert gone and all(move.now is None and move.days is None for move in gone)
    assert all("不再计算" in say_move(move).zh for move in gone)
    came = moved(derived(), derived(knew(date(2026, 5, 6))))
    assert {move.deadline.id for move in came} == {move.deadline.id for move in gone}
    assert all("begins to run" in say_move(move).en for move in came)


def test_an_act_that_turns_out_to_have_told_changes_only_what_can_be_argued():
    day = date(2026, 5, 6)
    untold, told = Event(Trigger.KNEW_OF_ACT, day, told=False), Event(Trigger.KNEW_OF_ACT, day, told=True)
    moves = moved(derived(untold), derived(told))
    assert moves and all(move.days == 0 for move in moves)
    assert all("可以争取" in say_move(move).zh for move in moves)


@given(DAYS, DAYS)
def test_nothing_moves_where_nothing_changed_and_what_moves_is_told_once(first: date, second: date):
    before, after = derived(knew(first), received(first)), derived(knew(first), received(second))
    assert moved(before, before) == ()
    moves = moved(before, after)
    assert bool(moves) == (first != second)
    assert len({(m.deadline.id, m.deadline.lapse_of) for m in moves}) == len(moves)
    assert not {m.deadline.id for m in moves} & {"recon-apply", "recon-old-apply", "lit-direct"}
