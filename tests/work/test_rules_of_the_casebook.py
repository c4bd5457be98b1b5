"""Looks at sources, versions through time, and the cases that rest on a rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from caseapp.domain.cases import Entitlement, Outcome, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.rule_records import LookedUp, RuleVerified
from caseapp.domain.visits import Answer
from caseapp.errors import BadInput
from caseapp.policy.check import Doubt, may_have_been_replaced
from caseapp.policy.compare import Kind
from caseapp.policy.model import Confidence, PlaceKind, Status
from caseapp.policy.packs import load
from caseapp.policy.packs import places as all_places
from caseapp.work.cases import case_file, close_case, save
from caseapp.work.check import check_case, plan_case
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.resting import Why, cases_resting_on
from caseapp.work.rules_shown import Standing, comparison, places, programme_of, services_of, timeline
from caseapp.work.verified import all_looks, counting, looks, note_look, take_back_look
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.work.conftest import NOW

TODAY = NOW.date()
SCHOOL = "compulsory_education"


CITIES = [load(place) for place in all_places() if load(place).place.kind is PlaceKind.CITY]
PLACE, RULE = next(
    (pack.place.id, one)
    for pack in CITIES
    for one in pack.programmes
    if one.status is Status.OK and one.effective_from and one.in_force(TODAY) and may_have_been_replaced(one, TODAY)
)
"""A rule of a city that may have been replaced by today."""


@pytest.fixture
def rule():
    return RULE


@pytest.fixture
def case(session):
    return other_case(session, PLACE, Service(RULE.service))


def found(session, case, rule, on=TODAY):
    return check_case(session, case, on).of(rule.id)


def test_a_look_that_finds_a_rule_in_force_settles_the_doubt_for_three_years(session, case, rule):
    assert found(session, case, rule).verified_on == rule.verified_on
    note_look(session, PLACE, rule.id, LookedUp.STILL_IN_FORCE, TODAY, "官网", NOW)
    checked = found(session, case, rule)
    assert checked.verified_on == TODAY and Doubt.MAY_HAVE_BEEN_REPLACED not in checked.doubts
    assert plan_case(session, case, TODAY).of(rule.id).check.doubts == checked.doubts
    later = found(session, case, rule, TODAY + timedelta(days=400))
    assert later is None or Doubt.VERIFIED_LONG_AGO in later.doubts
    much_later = found(session, case, rule, TODAY + timedelta(days=1200))
    assert much_later is None or Doubt.MAY_HAVE_BEEN_REPLACED in much_later.doubts


def test_a_text_that_has_changed_is_doubted_however_new_the_pack_says_it_is(session):
    case = other_case(session, "beijing")
    sure = next(one for one in check_case(session, case, TODAY).programmes if not one.to_confirm)
    place = "beijing" if sure.programme.id.startswith("beijing-") else "national"
    with pytest.raises(BadInput, match="what has changed"):
        note_look(session, place, sure.programme.id, LookedUp.CHANGED, TODAY, " ", NOW)
    note_look(session, place, sure.programme.id, LookedUp.STILL_IN_FORCE, date(2026, 3, 1), now=NOW)
    noted = note_look(session, place, sure.programme.id, LookedUp.CHANGED, TODAY, "改为12个月", NOW)
    checked = found(session, case, sure.programme)
    assert Doubt.MAY_HAVE_BEEN_REPLACED in checked.doubts and checked.verified_on == date(2026, 3, 1)
    take_back_look(session, noted, NOW)
    assert Doubt.MAY_HAVE_BEEN_REPLACED not in found(session, case, sure.programme).doubts


def test_a_source_nobody_found_verifies_nothing(session, case, rule):
    before = found(session, case, rule)
    note_look(session, PLACE, rule.id, LookedUp.NOT_FOUND, TODAY, "网页已撤", NOW)
    after = found(session, case, rule)
    assert (after.verified_on, after.doubts) == (before.verified_on, before.doubts)


def test_a_look_says_nothing_of_another_wording_but_is_remembered(session, rule):
    note_look(session, PLACE, rule.id, LookedUp.STILL_IN_FORCE, TODAY, now=NOW)
    pack = load(PLACE)
    kept = all_looks(session, PLACE, rule.id)
    assert [(one.by, one.pack_version, one.found) for one in kept] == [("li", pack.version, LookedUp.STILL_IN_FORCE)]
    assert looks(session, [pack]).newest(rule.id) == kept[0]
    ended = replace(rule, effective_to=date(2027, 1, 1))
    others = tuple(ended if one.id == rule.id else one for one in pack.programmes)
    assert counting(kept, [replace(pack, programmes=others)]).newest(rule.id) is None


def test_the_newest_of_several_looks_of_one_day_is_the_one_noted_last(session, rule):
    for what in (LookedUp.STILL_IN_FORCE, LookedUp.NOT_FOUND):
        note_look(session, PLACE, rule.id, what, TODAY, now=NOW)
    assert looks(session, [load(PLACE)]).newest(rule.id).found is LookedUp.NOT_FOUND
    assert [one.found for one in all_looks(session, PLACE)] == [LookedUp.NOT_FOUND, LookedUp.STILL_IN_FORCE]


@pytest.mark.parametrize(
    ("place", "programme", "on"), [("beijing", "none", TODAY), ("atlantis", "x", TODAY), (None, None, date(2026, 11, 22))]
)
def test_only_a_rule_that_is_stored_is_looked_up_and_not_tomorrow(session, rule, place, programme, on):
    with pytest.raises(BadInput):
        note_look(session, place or "beijing", programme or rule.id, LookedUp.STILL_IN_FORCE, on, now=NOW)
    with session.read() as reader:
        assert reader.all(RuleVerified) == ()


def test_every_place_is_shown_cities_first_and_each_rule_stands_in_one_timeline(session):
    shown = places()
    assert [one.id for one in shown] == sorted(
        all_places(), key=lambda name: (list(PlaceKind).index(load(name).place.kind), name)
    )
    for place in shown:
        held = [
            version.id
            for service in services_of(place.id, TODAY)
            for version in timeline(session, place.id, service.service, TODAY)
        ]
        assert sorted(held) == sorted(programme.id for programme in load(place.id).programmes)
        assert place.programmes == len(held)


def test_versions_come_in_the_order_of_their_days_with_how_they_stand(session, rule):
    line = timeline(session, PLACE, rule.service, TODAY)
    days = [(one.first or one.last or date.max) for one in line]
    assert days == sorted(days)
    standing = {one.id: one.standing for one in line}
    assert standing[rule.id] is Standing.IN_DOUBT
    note_look(session, PLACE, rule.id, LookedUp.STILL_IN_FORCE, TODAY, now=NOW)
    shown = next(one for one in timeline(session, PLACE, rule.service, TODAY) if one.id == rule.id)
    assert (shown.standing, shown.seen, shown.verified_on, shown.look.by) == (Standing.IN_FORCE, TODAY, TODAY, "li")
    assert isinstance(shown.confidence, Confidence)
    in_force = next(one.in_force for one in services_of(PLACE, TODAY) if one.service == rule.service)
    assert in_force == sum(one.standing in (Standing.IN_FORCE, Standing.IN_DOUBT) for one in line) + sum(
        programme_of(PLACE, one.id)[1].in_force(TODAY) for one in line if one.standing.value in ("undated", "prose")
    )


def test_two_cities_and_two_versions_are_compared(session):
    here = [one.id for one in timeline(session, "beijing", "hukou_points", TODAY)]
    assert any(row.kind is not Kind.SAME for row in comparison(("beijing", here[0]), ("beijing", here[1])))
    there = timeline(session, "shanghai", "hukou_points", TODAY)
    assert comparison(("beijing", here[1]), ("shanghai", there[0].id))
    with pytest.raises(BadInput, match="no rule"):
        comparison(("beijing", "none"), ("beijing", here[0]))


def other_case(session, city, service=Service.COMPULSORY_EDUCATION):
    return begin_case(session, IntakeForm(city=city, service=service, client_nickname="某", consent_keep=True), NOW)


def test_open_cases_of_the_place_and_service_rest_on_a_rule_that_is_in_force_on_their_day(session, case, rule):
    service = Service(rule.service)
    other_case(session, "海口", service)
    other_case(session, PLACE, Service.OTHER)
    old = other_case(session, PLACE, service)
    save(session, replace(case_file(session, old).case, as_of=rule.effective_from - timedelta(1)), "test", NOW)
    closed = other_case(session, PLACE, service)
    close_case(session, closed, Outcome.SOLVED, Entitlement.OBTAINED, "", TODAY, NOW)
    assert [(one.case.id, one.why) for one in cases_resting_on(session, PLACE, rule.id, TODAY)] == [
        (case, (Why.HELD_AGAINST_IT,))
    ]


def test_a_rule_of_the_nation_carries_the_cases_of_every_city(session):
    case = other_case(session, "beijing")
    away = other_case(session, "海口")
    law = next(one for one in load("national").programmes if one.service == SCHOOL and one.in_force(TODAY))
    assert {one.case.id for one in cases_resting_on(session, "national", law.id, TODAY)} == {case, away}


def test_a_case_in_which_an_office_cited_the_text_rests_on_it_too(session):
    pack = load("beijing")
    rule = next(one for one in pack.programmes if (text := pack.instrument(one.instrument)) and text.document_number)
    number = pack.instrument(rule.instrument).document_number
    case = other_case(session, "beijing", Service.OTHER)
    office = new_office(session, OfficeKind.STREET_OFFICE, "某街道", case, NOW)
    typed = number.replace("〔", "[").replace("〕", " ] ")
    form = VisitForm(office.id, ImpreciseDay.on(TODAY), answer=Answer.REFUSED, rule_number=typed)
    record_visit(session, case, form, NOW)
    assert [(one.case.id, one.why) for one in cases_resting_on(session, "beijing", rule.id, TODAY)] == [
        (case, (Why.OFFICE_CITED_IT,))
    ]
