"""How many clients can meet a rule, and what a reform changed for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.errors import BadInput
from caseapp.policy.packs import load
from caseapp.policy.verdict import Verdict
from caseapp.work.cases import case_file
from caseapp.work.check import plan_case
from caseapp.work.facts import set_fact
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.progress import Cancelled, Progress
from caseapp.work.reachability import Reach, reach_of, reachability, reform, reform_in_casebook
from tests.work.conftest import NOW

TODAY = NOW.date()
PERMIT = Service.RESIDENCE_PERMIT
RULE = next(
    one for one in load("beijing").programmes if one.service == "residence_permit" and one.in_force(TODAY)
)  # fmt: skip


def client(session, city="beijing", service=PERMIT, **facts):
    form = IntakeForm(city=city, service=service, client_nickname="某", consent_keep=True)
    case = begin_case(session, form, NOW)
    for key, value in facts.items():
        set_fact(session, case, None, key, value, TODAY, now=NOW)
    return case


def counted(session, **wanted):
    return next(one for one in reachability(session, TODAY, **wanted) if one.programme.id == RULE.id)


def test_each_client_counts_once_under_what_its_plan_says(session):
    cases = [
        client(session),
        client(session, residence_registered_months=1),
        client(session, residence_registered_months=40, labour_contract_held=True, lease_registered=True),
    ]
    found = counted(session, place="beijing")
    plans = [plan_case(session, case, TODAY).of(RULE.id) for case in cases]
    assert found.clients == 3 == sum(found.counts.values())
    assert found.counts == {
        reach: many for reach in Reach if (many := sum(reach_of(plan, TODAY) is reach for plan in plans))
    }
    assert found.within_a_year <= found.ever <= found.clients


def test_a_household_with_two_cases_of_one_service_is_one_client(session):
    case = client(session)
    file = case_file(session, case)
    with session.write("test", NOW) as writer:
        writer.put(replace(file.case, id="another", number="2026-A099"))
    assert counted(session).clients == 1


def test_clients_of_every_city_count_for_a_rule_of_the_nation_and_its_figures_stand_beside(session):
    for city in ("beijing", "shanghai", "海口"):
        client(session, city, Service.COMPULSORY_EDUCATION)
    found = {one.programme.id: one for one in reachability(session, TODAY, service="compulsory_education")}
    national = [one for one in found.values() if one.place == "national"]
    assert national and all(one.clients == 3 for one in national)
    assert all(one.clients == 1 for one in found.values() if one.place == "beijing")
    assert all(one.figures == load(one.place).programme(key).published_figures for key, one in found.items())
    assert {one.place for one in reachability(session, TODAY, "shanghai")} == {"shanghai"}


def test_it_can_be_stopped_and_an_unknown_place_is_refused(session):
    client(session)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        reachability(session, TODAY, progress=progress)
    with pytest.raises(BadInput):
        reachability(session, TODAY, "atlantis")


def clients_of(session, **facts):
    return case_file(session, client(session, **facts))


def test_a_reform_of_labels_changes_no_outcome_and_says_so(session):
    for city in ("chengdu", "nanjing"):
        place = load(city)
        label = next(one for one in place.programmes if one.id.endswith("-hukou-label-2007"))
        client(session, city, Service.HUKOU_POINTS, same_province=False, hukou_type="agricultural")
        found = reform_in_casebook(session, city, None, label.id, TODAY)
        assert (found.clients, found.changed) == (1, 0)
        assert "没有改变任何人的结果" in found.sentence.zh and "changed no outcome" in found.sentence.en


def test_the_size_rules_of_2019_leave_a_large_city_as_closed_as_those_of_2014(session):
    facts = {"lawful_stable_residence": True, "social_insurance_months": 120, "city_urban_resident_population_millions": 20}
    clients = [clients_of(session, service=Service.HUKOU_POINTS, **facts) for _number in range(3)]
    nation = load("national")
    before, after = (nation.programme(key) for key in ("national-hukou-2014-large-II", "national-ndrc-2019-large-II"))
    found = reform(nation, before, after, clients, TODAY)
    assert found.turns == {(Verdict.NOT_MET, Verdict.NOT_MET): 3} and found.changed == 0
    medium = [clients_of(session, service=Service.HUKOU_POINTS, **facts | {"city_urban_resident_population_millions": 2})]
    opened = reform(nation, before, after, [*clients, *medium], TODAY)
    assert opened.clients == 4 and opened.changed == sum(
        many for (one, other), many in opened.turns.items() if one is not other
    )


def test_a_reform_that_lets_somebody_in_counts_who(session):
    pack = load("beijing")
    files = [clients_of(session, residence_registered_months=40)]
    open_door = replace(RULE, id="open", eligibility=replace(RULE.eligibility, parts=()))
    found = reform(pack, RULE, open_door, files, TODAY)
    assert found.changed == 1 and "now met by 1" in found.sentence.en


def test_a_reform_is_named_by_its_rules(session):
    with pytest.raises(BadInput):
        reform_in_casebook(session, "beijing", None, None, TODAY)
    with pytest.raises(BadInput, match="no rule"):
        reform_in_casebook(session, "beijing", "none", RULE.id, TODAY)
    assert reform_in_casebook(session, "beijing", None, RULE.id, date(2020, 1, 1)).clients == 0
