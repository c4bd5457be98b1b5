"""Policies & law in the demo: rules found, read, compared and looked up, one entered by hand, and what a change did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from caseapp.cli.demo_week import TODAY, WEEK, hold
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, LocalCriterionId, LocalRuleId
from caseapp.domain.rule_records import Comparison, LocalCriterion, LookedUp
from caseapp.work import rules_shown
from caseapp.work.cases import case_file
from caseapp.work.check import plan_case
from caseapp.work.impact import impact_of_days, impact_of_pack
from caseapp.work.law_shown import law_shown
from caseapp.work.local_rules import delete_rule, new_rule, problems, save_rule
from caseapp.work.reachability import reachability, reform_in_casebook
from caseapp.work.resting import cases_resting_on
from caseapp.work.rule_search import search_rules
from caseapp.work.rules_of_case import ruled_by, rules_by_hand
from caseapp.work.session import Session
from caseapp.work.verified import all_looks, looks, note_look, take_back_look

PLACE, SERVICE = "beijing", "compulsory_education"
EARLIER, LATER = "beijing-compulsory-2016", "beijing-compulsory-2026"


def rules(session: Session, case: CaseId) -> None:
    """All of it; ``case`` lies in a city with rules."""
    _read(session)
    _looked_up(session)
    _by_hand(session, case)
    _changes(session)


def _read(session: Session) -> None:
    hold("places with rules", PLACE in {place.id for place in rules_shown.places()})
    hold("services of a place", SERVICE in {one.service for one in rules_shown.services_of(PLACE, TODAY)})
    versions = {one.id for one in rules_shown.timeline(session, PLACE, SERVICE, TODAY)}
    hold("versions of a rule", {EARLIER, LATER} <= versions)
    hold("two versions side by side", rules_shown.comparison((PLACE, EARLIER), (PLACE, LATER)))
    hold("a rule by its id", rules_shown.programme_of(PLACE, LATER)[1].id == LATER)
    hold("a rule by a word", search_rules("五证").count)
    hold("a statute by a word", law_shown(TODAY, "免试"))
    hold("the places a city lies in", ruled_by(PLACE)[0] == PLACE)
    hold("cases that rest on a rule", cases_resting_on(session, PLACE, LATER, TODAY))


def _looked_up(session: Session) -> None:
    look = note_look(session, PLACE, LATER, LookedUp.STILL_IN_FORCE, TODAY, "", WEEK)
    pack, _programme = rules_shown.programme_of(PLACE, LATER)
    newest = looks(session, (pack,)).newest(LATER)
    hold("a look at a source", newest is not None and newest.id == look)
    take_back_look(session, look, WEEK)
    hold("a look taken back", not all_looks(session, PLACE, LATER))


def _by_hand(session: Session, case: CaseId) -> None:
    """The rule the office cited, with one condition, is checked like a stored one until it is taken out."""
    rule = replace(
        new_rule(case_file(session, case)), title="某区2026年入学材料说明", text="父母一方在本区参保满6个月",
        in_force_from=ImpreciseDay.on(date(2026, 1, 1)),
    )  # fmt: skip
    asked = LocalCriterion(
        LocalCriterionId(""), LocalRuleId(""), 0, "social_insurance_months", Comparison.AT_LEAST, "6", "参保满6个月"
    )
    hold("a rule by hand without a fault", not problems(rule, (asked,), TODAY))
    kept = save_rule(session, rule, (asked,), WEEK)
    hold("a rule by hand", [one.rule.id for one in rules_by_hand(case_file(session, case))] == [kept])
    plan = plan_case(session, case, TODAY)
    hold("a rule by hand is checked", plan is not None and plan.of(f"local:{kept}") is not None)
    delete_rule(session, case, kept, WEEK)
    hold("a rule by hand taken out", not rules_by_hand(case_file(session, case)))


def _changes(session: Session) -> None:
    hold("what changed between two days", impact_of_days(session, date(2015, 6, 1), date(2016, 6, 1), PLACE).changes)
    pack, _programme = rules_shown.programme_of(PLACE, LATER)
    hold("a pack against itself", not impact_of_pack(session, pack, pack, TODAY).changes)
    hold("who can meet a rule", reachability(session, TODAY, PLACE, SERVICE))
    hold("what a reform did", reform_in_casebook(session, PLACE, EARLIER, LATER, TODAY).clients)
