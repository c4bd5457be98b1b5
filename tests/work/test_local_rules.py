"""The rule an office cited, entered by hand: kept, changed, and held against the case like one of a pack."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.people import Relation
from caseapp.domain.rule_records import Comparison, LocalCriterion, LocalRule
from caseapp.domain.visits import Answer
from caseapp.errors import BadInput
from caseapp.exchange.faults import FileRefused
from caseapp.letters.check_json import check_json
from caseapp.letters.plan_json import plan_json
from caseapp.policy.check import Doubt, Undecided
from caseapp.policy.model import Op
from caseapp.policy.verdict import Verdict
from caseapp.store.erasure import erase_case
from caseapp.work.cases import case_file, save
from caseapp.work.check import check_case, plan_case
from caseapp.work.facts import questions, set_fact
from caseapp.work.history import history, last_unit, undo
from caseapp.work.importing import export_case, import_files, read_files
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.local_rules import add_rules, delete_rule, local_rules, new_rule, problems, save_rule
from caseapp.work.people import add_member
from caseapp.work.rules_of_case import Scope
from caseapp.work.verifying import verify
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.work.conftest import NOW

TODAY = NOW.date()
AT_LEAST, IS_TRUE = Comparison.AT_LEAST, Comparison.IS_TRUE
MONTHS = LocalCriterion("", "", 0, "social_insurance_months", AT_LEAST, "12", "一方在本市参保满12个月")
LEASE = LocalCriterion("", "", 0, "lease_registered", IS_TRUE)
LICENCE = LocalCriterion("", "", 0, "business_licence_held", IS_TRUE)


@pytest.fixture
def away(session):
    """A child's case about school in a city no pack knows."""
    form = IntakeForm(
        city="海口", district="秀英区", service=Service.COMPULSORY_EDUCATION, client_nickname="父亲",
        child_nickname="孩子甲", applicant_is_child=True, consent_keep=True,
    )  # fmt: skip
    return begin_case(session, form, NOW)


def entered(session, case, *criteria, **said):
    rule = new_rule(case_file(session, case))
    told = {"title": "招生通知", "in_force_from": ImpreciseDay.on(date(2026, 5, 1)), "seen_on": TODAY} | said
    return save_rule(session, replace(rule, **told), criteria, NOW)


def answer(session, case, rule, on=TODAY):
    return check_case(session, case, on).of(f"local:{rule}")


def test_a_rule_by_hand_is_judged_by_the_engine_and_always_low_in_confidence(session, away):
    rule = entered(session, away, MONTHS, LEASE)
    assert answer(session, away, rule).verdict is Verdict.NOT_ASKED
    set_fact(session, away, None, "social_insurance_months", 11, TODAY, now=NOW)
    set_fact(session, away, None, "lease_registered", True, TODAY, now=NOW)
    found = answer(session, away, rule)
    assert [(one.criterion.fact, one.verdict) for one in found.findings] == [
        ("social_insurance_months", Verdict.NOT_MET), ("lease_registered", Verdict.MET),
    ]  # fmt: skip
    assert found.verdict is Verdict.NOT_MET and Doubt.LOW_CONFIDENCE in found.doubts and found.verified_on is None
    set_fact(session, away, None, "social_insurance_months", 12, TODAY, now=NOW)
    assert answer(session, away, rule).verdict is Verdict.MET


def test_one_of_several_alternatives_is_enough_and_an_unknown_number_is_asked_of_the_office(session, away):
    either = [replace(one, one_of="a") for one in (MONTHS, LICENCE)]
    rule = entered(session, away, *either)
    set_fact(session, away, None, "business_licence_held", True, TODAY, now=NOW)
    assert answer(session, away, rule).verdict is Verdict.MET
    unknown = entered(session, away, replace(MONTHS, value=""))
    assert answer(session, away, unknown).verdict is Verdict.NOT_COVERED


def test_a_city_without_rules_answers_with_those_of_the_nation_and_says_so(session, away):
    found = check_case(session, away, TODAY)
    assert not found.of_city
    assert {found.scope(one.programme.id) for one in found.programmes} == {Scope.NATION}
    rule = entered(session, away, LEASE)
    of_both = plan_case(session, away, TODAY).checked
    assert not of_both.of_city and of_both.local(f"local:{rule}")
    assert {of_both.scope(one.programme.id) for one in of_both.programmes} == {Scope.BY_HAND, Scope.NATION}


def test_it_stands_beside_the_rules_of_the_city_and_those_it_lies_in_are_grouped_apart(session, case):
    rule = entered(session, case, LEASE)
    found = check_case(session, case, TODAY)
    scopes = [found.scope(one.programme.id) for one in found.programmes]
    assert scopes == sorted(scopes, key=list(Scope).index) and {Scope.CITY, Scope.BY_HAND, Scope.NATION} <= set(scopes)
    assert [one.programme.id for one in found.programmes if found.local(one.programme.id)] == [f"local:{rule}"]
    of_city = [one.programme.id for one in found.programmes if found.scope(one.programme.id) is Scope.CITY]
    assert all(key.startswith("beijing-") for key in of_city)
    planned = plan_case(session, case, TODAY)
    assert [one.check.programme.id for one in planned.programmes] == [one.programme.id for one in found.programmes]


def test_check_and_plan_of_a_rule_by_hand_are_said_like_any_other(session, away):
    street = new_office(session, OfficeKind.EDUCATION_BUREAU, "海口市教育局", away, NOW)
    rule = entered(session, away, MONTHS, office=street.id, document_number="海教〔2026〕12号")
    set_fact(session, away, None, "social_insurance_months", 3, TODAY, now=NOW)
    told = next(one for one in check_json(check_case(session, away, TODAY))["programmes"] if rule in one["id"])
    assert told["confidence"] == "low" and told["document_number"] == "海教〔2026〕12号"
    assert "没有人与原文核对过" in told["warnings"][-1]["text_zh"]
    assert "9 months" in told["findings"][0]["text_en"]
    way = next(one for one in plan_json(plan_case(session, away, TODAY))["programmes"] if rule in one["id"])
    assert way["earliest"] == "2027-08-21"


@pytest.mark.parametrize(
    ("said", "on", "undecided"),
    [
        ({}, date(2026, 4, 30), "absent"),
        ({"in_force_until": ImpreciseDay.on(date(2026, 8, 31))}, TODAY, "absent"),
        ({"in_force_from": ImpreciseDay.month(2026, 5)}, date(2026, 5, 15), Undecided.UNDATED),
        ({"in_force_from": ImpreciseDay.month(2026, 5)}, date(2026, 5, 31), None),
        ({"in_force_from": None, "seen_on": date(2026, 6, 1)}, date(2026, 5, 31), Undecided.UNDATED),
        ({"in_force_from": None, "seen_on": date(2026, 6, 1)}, date(2026, 6, 1), None),
        ({"in_force_from": None, "seen_on": None}, TODAY, Undecided.UNDATED),
        ({"in_force_until": ImpreciseDay.year(2026)}, TODAY, Undecided.UNDATED),
    ],
)
def test_it_decides_only_on_days_on_which_it_surely_was_in_force(session, away, said, on, undecided):
    rule = entered(session, away, LEASE, **said)
    entered(session, away, LICENCE, in_force_from=ImpreciseDay.on(date(2020, 1, 1)))
    found = answer(session, away, rule, on)
    assert (found.undecided if found else "absent") == undecided


def test_a_rule_without_a_test_is_kept_and_decides_nothing(session, away):
    rule = entered(session, away, text="按当年通知执行")
    found = answer(session, away, rule)
    assert (found.verdict, found.undecided) == (Verdict.NOT_COVERED, Undecided.PROSE)
    assert plan_case(session, away, TODAY).of(f"local:{rule}").reachable is None


def test_a_condition_this_program_cannot_read_decides_nothing(session, away):
    rule = entered(session, away, LEASE)
    save(session, LocalCriterion("newer", rule, 2, "fact_of_a_later_version", IS_TRUE), "test", NOW)
    found = answer(session, away, rule)
    assert (found.verdict, found.undecided) == (Verdict.NOT_COVERED, Undecided.PROSE)


def test_the_facts_it_asks_for_become_questions_of_the_case(session, away):
    of_nation = {one.key for one in questions(session, away, TODAY)}
    assert of_nation and not of_nation & {"social_insurance_months", "lease_registered"}
    entered(session, away, MONTHS, LEASE)
    asked = questions(session, away, TODAY)
    assert {"social_insurance_months", "lease_registered"} <= {one.key for one in asked} and asked[0].next
    assert asked[0].key in ("social_insurance_months", "lease_registered")


def test_either_parent_may_be_the_one_under_a_rule_by_hand(session, away):
    from caseapp.domain.people import Person

    mother = add_member(session, away, Person("", nickname="母亲"), Relation.SPOUSE, now=NOW)
    rule = entered(session, away, MONTHS)
    set_fact(session, away, None, "social_insurance_months", 0, TODAY, now=NOW)
    set_fact(session, away, mother, "social_insurance_months", 24, TODAY, now=NOW)
    assert answer(session, away, rule).verdict is Verdict.MET


def test_what_a_visit_says_of_the_rule_need_not_be_typed_again(session, away):
    school = new_office(session, OfficeKind.SCHOOL, "某小学", away, NOW)
    form = VisitForm(
        school.id, ImpreciseDay.on(date(2026, 6, 1)), answer=Answer.REFUSED, rule_title="招生通知", rule_clause="二"
    )
    visit = record_visit(session, away, form, NOW)
    rule = new_rule(case_file(session, away), visit)
    assert (rule.title, rule.clause, rule.office, rule.seen_on, rule.visit) == (
        "招生通知", "二", school.id, date(2026, 6, 1), visit,
    )  # fmt: skip


def test_a_change_keeps_what_stays_and_takes_out_what_is_left_out(session, away):
    rule = entered(session, away, MONTHS, LEASE)
    (before,) = local_rules(session, away)
    kept = replace(before.criteria[1], text="租房备案")
    assert save_rule(session, replace(before.rule, clause="三"), [kept, LICENCE], NOW) == rule
    (after,) = local_rules(session, away)
    assert after.rule.clause == "三"
    assert [(one.id == kept.id, one.fact, one.order) for one in after.criteria] == [
        (True, "lease_registered", 1), (False, "business_licence_held", 2),
    ]  # fmt: skip
    assert history(session, away)[0].intention == "Local rule changed"
    undo(session, last_unit(session, away).id, NOW)
    assert local_rules(session, away) == (before,)


def test_a_rule_taken_out_goes_with_its_conditions_and_comes_back_with_them(session, away):
    rule = entered(session, away, MONTHS)
    before = local_rules(session, away)
    delete_rule(session, away, rule, NOW)
    assert local_rules(session, away) == ()
    undo(session, last_unit(session, away).id, NOW)
    assert local_rules(session, away) == before
    with pytest.raises(BadInput, match="no such local rule"):
        delete_rule(session, away, "other", NOW)


@pytest.mark.parametrize(
    ("rule", "criterion", "field"),
    [
        ({"title": " ", "text": ""}, LEASE, "title"),
        ({"in_force_until": ImpreciseDay.year(2019)}, LEASE, "in_force_until"),
        ({"seen_on": date(2026, 11, 22)}, LEASE, "seen_on"),
        ({}, replace(MONTHS, fact="nonsense"), "criteria[0].value"),
        ({}, replace(MONTHS, value="many"), "criteria[0].value"),
        ({}, replace(MONTHS, op=IS_TRUE), "criteria[0].value"),
        ({}, replace(LEASE, value="3"), "criteria[0].value"),
        ({}, replace(LEASE, op=AT_LEAST), "criteria[0].value"),
    ],
)
def test_what_cannot_be_kept_is_told_by_field(session, away, rule, criterion, field):
    whole = replace(
        new_rule(case_file(session, away)), **{"title": "通知", "in_force_from": ImpreciseDay.year(2020)} | rule
    )
    assert [one.field for one in problems(whole, [criterion], TODAY)] == [field]
    with pytest.raises(BadInput):
        save_rule(session, whole, [criterion], NOW)
    assert local_rules(session, away) == ()


def test_the_rules_of_a_file_come_in_together_or_not_at_all(session, away, tmp_path: Path):
    file = tmp_path / "rules.yaml"
    text = "local_rules:\n- {title: 通知, criteria: [{fact: lease_registered, op: true}]}\n- {title: 细则}\n"
    file.write_text(text, encoding="utf-8")
    assert len(add_rules(session, away, file, NOW)) == 2
    assert [entry.rule.title for entry in local_rules(session, away)] == ["通知", "细则"]
    file.write_text(text.replace("细则", "细则, seen_on: '2027-01-01'"), encoding="utf-8")
    with pytest.raises(BadInput, match="future"):
        add_rules(session, away, file, NOW)
    file.write_text("local_rules: [{nothing: 1}]", encoding="utf-8")
    with pytest.raises(FileRefused):
        add_rules(session, away, file, NOW)
    assert len(local_rules(session, away)) == 2


def test_a_case_file_carries_the_rule_and_an_erased_case_takes_it_along(session, away, tmp_path: Path):
    rule = entered(session, away, MONTHS)
    path = tmp_path / "out.yaml"
    path.write_text(export_case(session, away), encoding="utf-8")
    assert import_files(session, read_files([path], TODAY), NOW) == ()
    erase_case(session.casebook, away, "li", NOW)
    with session.read() as reader:
        assert reader.get(LocalRule, rule, deleted=True) is None
        assert not reader.all(LocalCriterion) and not reader.all(LocalCriterion, deleted=True)
    assert verify(session).sound


def test_comparisons_are_those_of_the_packs():
    assert [one.value for one in Comparison] == [one.value for one in Op]
