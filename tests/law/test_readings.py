"""What must hold for every period and every day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from caseapp.law.calendar import work_calendar
from caseapp.law.counting import Direction, Unit, count
from caseapp.law.deadline import Actor, Deadline, StepRule
from caseapp.law.derive import derive
from caseapp.law.library import counting_rules, periods
from caseapp.law.periods import LastDay, Period, Role
from caseapp.law.triggers import Event, Trigger

DAYS = st.dates(date(2015, 1, 1), date(2027, 12, 31))
BASE = st.sampled_from([period for period in periods().values() if period.role is Role.BASE])
CALENDAR = work_calendar()


def _derived(period: Period, day: date) -> Deadline | None:
    service = period.services[0] if period.services else None
    found = derive([Event(period.trigger, day)], period.procedures[0], service, on=day)
    return next((d for d in found if d.id == period.id and not d.lapse_of), None)


@given(BASE, DAYS)
def test_the_safe_day_is_never_after_another_reading(period: Period, day: date):
    found = _derived(period, day)
    if found is None:
        return
    assert all(found.safe_last_day < later.until for later in found.later if later.until)
    assert found.act_by <= found.safe_last_day
    if found.who_must_act is Actor.CLIENT:
        assert found.ripe_on <= found.safe_last_day
    else:
        assert found.ripe_on <= found.safe_last_day <= found.late_after


@given(BASE, DAYS)
def test_a_day_that_was_moved_is_never_a_rest_day(period: Period, day: date):
    found = _derived(period, day)
    if found is None or not found.steps:
        return
    if found.steps[-1].rule in (StepRule.REST_DAY_MOVES, StepRule.LATEST_READING):
        assert not CALENDAR.is_rest(found.safe_last_day)


FORWARD = [
    period for period in periods().values()
    if period.role is Role.BASE and period.direction is Direction.AFTER and period.unit is not Unit.AT_ONCE
    and counting_rules()[period.counting].last_day is not LastDay.ROLLS_BACK
]  # fmt: skip


@given(st.sampled_from(FORWARD), DAYS)
def test_an_authority_is_called_late_only_after_a_day_worked_on_every_reading(period: Period, day: date):
    found = _derived(period, day)
    if found and found.who_must_act is not Actor.CLIENT:
        assert not CALENDAR.is_rest(found.late_after, made_up_is_worked=False)


@given(DAYS)
def test_a_payday_is_never_after_the_day_agreed_and_is_worked(day: date):
    found = _derived(periods()["wage-payday"], day)
    if found:
        assert found.ripe_on <= found.safe_last_day <= day
        assert not CALENDAR.is_rest(found.ripe_on, made_up_is_worked=False)


@given(DAYS)
def test_the_client_s_next_period_starts_no_later_than_the_organ_may_be_called_late(day: date):
    for service in ("social_assistance", "health_insurance", "pension", "work_injury", "compulsory_education"):
        found = derive([Event(Trigger.APPLICATION_RECEIVED, day)], service=service, on=day)
        late = {d.id: d.late_after for d in found}
        for deadline in found:
            if deadline.lapse_of:
                assert deadline.trigger_day <= late[deadline.lapse_of]
                assert deadline.safe_last_day > late[deadline.lapse_of]  # there is a day to act on


@given(BASE, DAYS)
def test_a_later_event_never_gives_an_earlier_day(period: Period, day: date):
    first, second = _derived(period, day), _derived(period, day + timedelta(days=1))
    if first and second:
        assert first.safe_last_day <= second.safe_last_day
        assert first.late_after <= second.late_after
        assert first.ripe_on <= second.ripe_on


@given(BASE, DAYS)
@example(periods()["la-urgent-window"], date(2026, 2, 20))
def test_a_client_s_act_by_day_is_open_on_every_reading(period: Period, day: date):
    found = _derived(period, day)
    if found and found.who_must_act is Actor.CLIENT and not _shut_throughout(found):
        assert not CALENDAR.is_rest(found.act_by, made_up_is_worked=False)


def _shut_throughout(found: Deadline) -> bool:
    """Whether a window that cannot be left early, such as seven days of a nine-day festival, has no open day at all."""
    opens = found.opens_on or CALENDAR.on_or_before(found.safe_last_day)
    return CALENDAR.on_or_before(found.safe_last_day) < opens


@given(BASE, DAYS)
def test_steps_lead_from_the_event_to_the_day(period: Period, day: date):
    found = _derived(period, day)
    if found is None or found.steps[0].rule is StepRule.WINDOW_BEFORE:
        return
    assert found.steps[0].start == day
    ends = {step.end for step in found.steps} | {found.steps[-1].start}
    assert found.safe_last_day in ends


@given(DAYS, st.integers(1, 90))
def test_counting_make_up_days_never_gives_a_later_day(day: date, length: int):
    with_them = count(day, length, Unit.WORKING_DAYS, CALENDAR).last
    without = count(day, length, Unit.WORKING_DAYS, CALENDAR, made_up_is_worked=False).last
    assert with_them <= without


@given(DAYS, DAYS)
def test_an_explicit_later_receipt_never_moves_the_safe_day(first: date, second: date):
    from caseapp.law.triggers import act_known

    dated, received = sorted((first, second))
    unproved = act_known(dated=dated, received=received, receipt_proved=False)
    plain = act_known(dated=None, received=dated)
    assert unproved and plain
    safe = [derive([e], "admin_reconsideration", on=dated)[0].safe_last_day for e in (unproved, plain)]
    assert safe[0] == safe[1]
