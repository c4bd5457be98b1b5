"""Safe, arguable and restart; versions of the law; the chain of two clocks; what is warned of."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.errors import BadInput
from caseapp.law.calendar import DAY
from caseapp.law.deadline import Actor, Deadline, Ground, Restart, State, StepRule, Warn
from caseapp.law.derive import derive
from caseapp.law.triggers import Event, Trigger, act_known, read_trigger

ON = date(2026, 11, 21)


def found(
    events: list[Event], period: str, procedure: str | None = None, service: str | None = None, on: date = ON
) -> Deadline:
    return next(deadline for deadline in derive(events, procedure, service, on=on) if deadline.id == period)


def kinds(deadline: Deadline) -> set[Warn]:
    return {caution.kind for caution in deadline.warnings}


def knew(day: str, told: bool | None = None) -> Event:
    return Event(Trigger.KNEW_OF_ACT, date.fromisoformat(day), told=told)


def received(day: str) -> Event:
    return Event(Trigger.APPLICATION_RECEIVED, date.fromisoformat(day))


def test_the_running_case_has_both_clocks():
    bureau = found([received("2026-06-17")], "recon-inaction-ripe-no-period", service="compulsory_education")
    mother = found([received("2026-06-17")], "recon-inaction-apply", service="compulsory_education")
    assert (bureau.who_must_act, bureau.ripe_on, bureau.late_after) == (
        Actor.AUTHORITY,
        date(2026, 8, 16),
        date(2026, 8, 17),
    )
    assert (mother.who_must_act, mother.safe_last_day) == (Actor.CLIENT, date(2026, 10, 15))
    assert mother.lapse_of == bureau.id
    assert mother.restart is Restart.FRESH_APPLICATION


def test_the_derivation_of_a_chained_day_begins_with_the_first_event():
    steps = found([received("2026-06-17")], "recon-inaction-apply").steps
    assert [step.rule for step in steps] == [
        StepRule.FIRST_DAY_NOT_COUNTED, StepRule.CALENDAR_DAYS, StepRule.REST_DAY_NOT_MOVED, StepRule.LAPSE,
        StepRule.FIRST_DAY_NOT_COUNTED, StepRule.CALENDAR_DAYS,
    ]  # fmt: skip
    assert steps[0].start == date(2026, 6, 17)
    assert steps[-1].end == date(2026, 10, 15)


def test_an_act_that_told_everything_leaves_no_year_to_argue():
    assert found([knew("2026-07-06", told=True)], "recon-apply").arguable_until is None
    assert found([knew("2026-07-06", told=False)], "recon-apply").arguable_until == date(2027, 7, 6)
    assert found([knew("2026-07-06")], "recon-apply").later[0].if_so


def test_an_unproved_receipt_counts_from_the_date_on_the_paper():
    event = act_known(dated=date(2026, 7, 3), received=date(2026, 7, 6), receipt_proved=False, told=True)
    assert event is not None
    deadline = found([event], "recon-apply")
    assert deadline.safe_last_day == date(2026, 9, 1)
    assert (deadline.arguable_until, deadline.later[0].ground) == (date(2026, 9, 4), Ground.RECEIVED_LATER)


def test_a_proved_receipt_counts_from_the_receipt():
    event = act_known(dated=date(2026, 7, 3), received=date(2026, 7, 6))
    assert event == Event(Trigger.KNEW_OF_ACT, date(2026, 7, 6))


def test_an_act_of_unknown_receipt_is_not_lost_beside_one_that_is_known():
    events = [knew("2026-03-02"), Event(Trigger.ACT_MADE, date(2026, 7, 3))]
    days = [d.trigger_day for d in derive(events, "admin_reconsideration", on=ON) if d.id == "recon-apply"]
    assert days == [date(2026, 3, 2), date(2026, 7, 3)]


def test_the_date_and_the_receipt_of_one_act_make_one_deadline():
    events = [knew("2026-07-06"), Event(Trigger.ACT_MADE, date(2026, 7, 3))]
    assert [d.safe_last_day for d in derive(events, "admin_reconsideration", on=ON)] == [date(2026, 9, 4)]


def test_one_receipt_answers_for_one_act_only():
    acts = [Event(Trigger.ACT_MADE, date(2026, 7, day)) for day in (1, 3)]
    days = [d.trigger_day for d in derive([knew("2026-07-06"), *acts], "admin_reconsideration", on=ON)]
    assert days == [date(2026, 7, 3), date(2026, 7, 6)]


@pytest.mark.parametrize(("day", "period"), [("2023-12-31", "recon-old-apply"), ("2024-01-01", "recon-apply")])
@pytest.mark.parametrize("asked", ["admin_reconsideration", "admin_reconsideration_2017", None])
def test_the_version_of_the_law_follows_the_day(day: str, period: str, asked: str | None):
    ids = {d.id for d in derive([knew(day)], asked, on=date(2024, 1, 10)) if d.id.startswith("recon")}
    assert ids == {period}


def test_an_act_known_before_2024_says_that_the_new_law_names_the_organ():
    assert Warn.NEW_LAW_FROM in kinds(found([knew("2023-12-20")], "recon-old-apply", on=date(2024, 1, 10)))
    assert Warn.NEW_LAW_FROM not in kinds(found([knew("2023-12-20")], "recon-old-apply", on=date(2023, 12, 28)))


def test_the_new_regulations_are_marked_unchecked_from_july_2026():
    over, across, after = received("2026-05-01"), received("2026-05-02"), received("2026-07-01")
    assert Warn.NEW_TEXT_NOT_READ not in kinds(found([over], "recon-inaction-ripe-no-period"))  # day 60 is 30 June
    assert Warn.NEW_TEXT_NOT_READ in kinds(found([across], "recon-inaction-ripe-no-period"))  # day 60 is 1 July
    assert Warn.NEW_TEXT_NOT_READ in kinds(found([after], "recon-inaction-ripe-no-period"))
    assert Warn.NEW_TEXT_NOT_READ in kinds(found([over], "recon-inaction-apply"))  # its own days are in July and August
    assert Warn.NEW_TEXT_NOT_READ not in kinds(found([knew("2026-09-18")], "recon-apply"))


def test_2027_is_mentioned_only_where_it_matters():
    def years(event: Event) -> set[int | None]:
        cautions = found([event], "recon-apply").warnings
        return {caution.year for caution in cautions if caution.kind is Warn.CALENDAR_NOT_PUBLISHED}

    assert years(knew("2026-09-18", told=True)) == set()
    assert years(knew("2026-09-18")) == {2027}  # the year to argue ends in 2027
    assert years(knew("2026-11-20", told=True)) == {2027}
    assert not found([knew("2026-09-18")], "recon-apply").provisional
    assert found([knew("2026-11-20")], "recon-apply").provisional


def test_a_year_before_the_tables_says_so():
    deadline = found([knew("2017-05-20")], "recon-old-apply")
    assert deadline.provisional
    assert Warn.CALENDAR_MISSING in kinds(deadline)
    assert Warn.OLDER_TEXT_NOT_HELD in kinds(deadline)


def test_fifteen_days_are_the_residence_permit_s_alone():
    school = derive([received("2026-07-01")], service="compulsory_education", on=ON)
    permit = derive([received("2026-07-01")], service="residence_permit", on=ON)
    assert {d.id for d in school} == {"recon-inaction-ripe-no-period", "recon-inaction-apply"}
    assert {d.id for d in permit} == {"rp-issue", "recon-inaction-apply"}
    assert Warn.ACCEPTANCE_ASSUMED in kinds(next(d for d in permit if d.id == "rp-issue"))


def test_where_the_service_s_own_period_depends_on_the_matter_the_sixty_days_stay():
    ids = {d.id for d in derive([received("2026-07-01")], service="pension", on=ON)}
    assert {"si-pension-claim", "pt-accept", "recon-inaction-ripe-no-period"} <= ids


def test_a_complaint_keeps_both_days_and_warns_on_the_earlier():
    events = [Event(Trigger.KNEW_OF_INFRINGEMENT, date(2025, 10, 8)), Event(Trigger.COMPLAINT_MADE, date(2026, 5, 6))]
    deadline = found(events, "lab-arb-limit")
    assert deadline.safe_last_day == date(2026, 10, 8)
    assert deadline.arguable_until == date(2027, 5, 6)
    assert any(c.kind is Warn.INTERRUPTION_NEEDS_PROOF and c.day == date(2026, 10, 8) for c in deadline.warnings)


def test_each_interruption_within_the_new_year_starts_another():
    events = [
        Event(Trigger.KNEW_OF_INFRINGEMENT, date(2024, 3, 1)),
        Event(Trigger.DEMAND_MADE, date(2025, 2, 1)),
        Event(Trigger.COMPLAINT_MADE, date(2026, 1, 15)),
    ]
    assert found(events, "lab-arb-limit").arguable_until == date(2027, 1, 15)


def test_no_interruption_touches_reconsideration():
    events = [knew("2026-07-06", told=True), Event(Trigger.COMPLAINT_MADE, date(2026, 8, 1))]
    assert found(events, "recon-apply").arguable_until is None


def test_time_lost_to_an_obstacle_is_given_back():
    events = [
        knew("2026-07-06", told=True),
        Event(Trigger.OBSTACLE_BEGAN, date(2026, 7, 20)),
        Event(Trigger.OBSTACLE_ENDED, date(2026, 8, 3)),
    ]
    deadline = found(events, "recon-apply")
    assert deadline.safe_last_day == date(2026, 9, 4)
    assert (deadline.arguable_until, deadline.later[0].ground) == (date(2026, 9, 18), Ground.OBSTACLE)


def test_closed_only_when_every_reading_is_gone():
    told = found([knew("2024-07-08", told=True)], "recon-apply")
    assert told.state(date(2024, 9, 6)) is State.RUNNING
    assert told.state(date(2024, 9, 7)) is State.SAFE_DAY_PASSED  # an obstacle may still be shown
    assert told.state(date(2029, 7, 9)) is State.CLOSED  # five years
    silence = found([received("2026-06-17")], "recon-inaction-apply")
    assert silence.state(date(2030, 1, 1)) is State.SAFE_DAY_PASSED  # a fresh application
    limit = found([Event(Trigger.VIOLATION_ENDED, date(2023, 3, 1))], "lss-limit")
    assert limit.state(date(2025, 3, 4)) is State.CLOSED


def test_a_passed_safe_day_says_lawyer_today():
    assert Warn.SAFE_DAY_PASSED in kinds(found([knew("2026-09-18")], "recon-apply", on=date(2026, 11, 18)))
    assert Warn.SAFE_DAY_PASSED not in kinds(found([knew("2026-09-18")], "recon-apply", on=date(2026, 11, 17)))


def test_reconsideration_leads_to_the_court_s_fifteen_days():
    chain = derive([Event(Trigger.RECONSIDERATION_RECEIVED, date(2026, 8, 18))], on=date(2026, 8, 18))
    by_id = {deadline.id: deadline for deadline in chain}
    assert by_id["recon-accept-review"].safe_last_day == date(2026, 8, 25)
    decide = by_id["recon-decide-ordinary"]
    # accepted on the day of receipt at the earliest, deemed so on the fifth working day; not told of more time
    assert (decide.ripe_on, decide.late_after) == (date(2026, 10, 17), date(2026, 10, 26))
    court = next(d for d in chain if d.id == "lit-after-recon-silence" and d.lapse_of == "recon-decide-ordinary")
    assert (court.safe_last_day, court.arguable_until) == (date(2026, 11, 2), date(2026, 12, 8))
    assert Warn.ACCEPTANCE_NOT_TOLD in kinds(decide) and Warn.UNLESS_EXTENDED in kinds(decide)


def test_there_is_a_day_to_sue_on_before_the_safe_day_is_gone():
    """Lateness that waits for an extension nobody told of would open the court's door after the fifteen days."""
    day = date(2026, 1, 5)
    for _ in range(300):
        day += DAY
        chain = derive([Event(Trigger.APPLICATION_ACCEPTED, day)], "admin_reconsideration", on=day)
        decide = next(d for d in chain if d.id == "recon-decide-ordinary")
        court = next(d for d in chain if d.id == "lit-after-recon-silence" and d.lapse_of == decide.id)
        assert decide.late_after < court.safe_last_day


def test_an_organ_that_may_be_bound_by_several_periods_is_late_after_the_last_of_them():
    chain = derive([received("2026-03-02")], service="health_insurance", on=ON)
    waits = [d for d in chain if d.who_must_act is Actor.AUTHORITY]
    assert len(waits) > 2 and len({d.late_after for d in waits}) == 1
    client = min((d for d in chain if d.who_must_act is Actor.CLIENT), key=lambda d: d.safe_last_day)
    assert client.safe_last_day < max(d.safe_last_day for d in chain if d.who_must_act is Actor.CLIENT)


def test_a_day_nobody_can_show_is_warned_of():
    unproved = Event(Trigger.APPLICATION_RECEIVED, date(2026, 6, 17), proved=False)
    assert Warn.NOT_PROVED in kinds(found([unproved], "recon-inaction-ripe-no-period"))
    assert Warn.NOT_PROVED not in kinds(found([received("2026-06-17")], "recon-inaction-ripe-no-period"))


def test_suing_for_silence_is_a_back_stop_since_2024():
    shown = {d.id for d in derive([received("2026-06-17")], on=ON)}
    asked = found([received("2026-06-17")], "lit-inaction-sue", "admin_litigation")
    assert not any(name.startswith("lit-") for name in shown)
    assert Warn.BACKSTOP_ONLY in kinds(asked)
    assert "lit-inaction-sue" in {d.id for d in derive([received("2023-06-17")], on=ON)}


def test_an_event_of_many_procedures_asks_for_one():
    with pytest.raises(BadInput, match="Name the procedure"):
        derive([Event(Trigger.APPLICATION_ACCEPTED, date(2026, 7, 1))], on=ON)


def test_an_unknown_word_is_refused_with_the_known_ones():
    with pytest.raises(BadInput, match="admin_litigation"):
        derive([knew("2026-07-06")], "appeal", on=ON)
    with pytest.raises(BadInput, match="knew_of_act"):
        read_trigger("heard_of_it")
    with pytest.raises(BadInput, match="1950"):
        Event(Trigger.KNEW_OF_ACT, date(2206, 7, 6))


def test_an_act_known_before_the_one_year_rule_shows_that_reading_and_the_two_years_each_with_its_article():
    known = Event(Trigger.KNEW_OF_ACT, date(2017, 10, 10), told=False)
    found = next(d for d in derive([known], "admin_litigation", on=date(2018, 3, 1)) if d.id == "lit-direct")
    untold = {later.until: (later.ground, later.article) for later in found.later if later.until}
    assert untold == {
        date(2018, 10, 10): (Ground.NOT_TOLD, "第六十四条第一款"),
        date(2019, 10, 10): (Ground.NOT_TOLD_TWO_YEARS, "第四十一条第一款"),
    }


@pytest.mark.parametrize(
    ("service", "period", "before", "since"),
    [
        ("social_assistance", "sa-total", "2026-05-04", "2026-06-01"),  # thirty working days: 15 June, 14 July
        ("residence_permit", "rp-issue", "2026-01-05", "2026-01-26"),  # fifteen days: 20 January, 10 February
    ],
)
def test_a_text_that_newer_law_may_have_revised_says_so_from_that_day(service: str, period: str, before: str, since: str):
    marked = []
    for day in (before, since):
        received = Event(Trigger.APPLICATION_RECEIVED, date.fromisoformat(day))
        marked.append(Warn.MAY_BE_REVISED in kinds(found([received], period, service=service, on=received.day)))
    assert marked == [False, True]


def test_what_to_know_of_a_period_besides_is_carried_with_it():
    ended = Event(Trigger.VIOLATION_ENDED, date(2026, 6, 1))
    limit = found([ended], "lss-limit", service="labour", on=date(2026, 6, 2))
    assert limit.note[0].startswith("各地对社保补缴") and limit.note[1].startswith("Practice differs")
