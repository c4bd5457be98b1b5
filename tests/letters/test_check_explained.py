"""A check as it is explained: what is asked, what the client has, what proves it, the gap, where it stands, who decides."""

from __future__ import annotations

import json
from datetime import date

import pytest

from caseapp.law.library import provisions
from caseapp.letters.both import has_han
from caseapp.letters.check_json import check_json
from caseapp.letters.say.beyond import beyond_of
from caseapp.letters.say.finding import CLASHES, say_contradiction
from caseapp.policy.check import check
from caseapp.policy.contradictions import Clash, Contradiction
from caseapp.policy.known import given
from caseapp.policy.model import criteria
from caseapp.policy.packs import load, places

BEYOND = [
    pytest.param(load(place), programme, criterion, id=f"{programme.id}:{criterion.id}")
    for place in places()
    for programme in load(place).programmes
    for criterion in criteria(programme.eligibility)
    if criterion.beyond
]


def explained(place: str, day: str, programme: str, facts: dict[str, object]) -> dict:
    on = date.fromisoformat(day)
    found = json.loads(json.dumps(check_json(check(load(place), given(facts, on), on))))
    return next(one for one in found["programmes"] if one["id"] == programme)


def test_a_finding_explains_itself() -> None:
    facts = {"social_insurance_continuous_months": 14, "residence_permit_held": False}
    programme = explained("beijing", "2013-03-01", "beijing-secondary-vocational-2013", facts)
    finding = next(one for one in programme["findings"] if one["fact"] == "social_insurance_continuous_months")
    assert (finding["required"], finding["actual"], finding["missing"], finding["unit"]) == (36, 14, 22, "months")
    assert (finding["missing_zh"], finding["missing_en"]) == ("差22个月", "22 months short")
    assert (finding["has_zh"], finding["has_en"]) == ("14个月", "14 months")
    assert has_han(finding["asks_zh"]) and finding["asks_en"]
    assert (finding["paper"], finding["paper_en"]) == ("social_insurance_record", "Social insurance record")
    assert (finding["since"], finding["confidence"], finding["as_of"]) == ("2013-01-01", "high", "2013-03-01")
    assert finding["who_decides"] == programme["responsible_office"] and has_han(programme["who_decides_zh"])
    unasked = next(one for one in programme["findings"] if one["verdict"] == "not_asked")
    assert (unasked["has_en"], unasked["missing"], unasked["missing_en"]) == ("Not asked", None, None)


def test_an_answer_says_what_it_rests_on() -> None:
    programme = explained("shanghai", "2016-05-01", "shanghai-residence-points-2015", {})
    said = " ".join(line["text_en"] for line in programme["basis"])
    for words in (
        "In force from 1 July 2015",
        "Written in:",
        "Source:",
        "Confidence: high",
        "Nobody here has held it",
        "Who decides:",
    ):
        assert words in said
    assert all(has_han(line["text_zh"]) for line in programme["basis"])


def test_points_say_what_is_not_counted_and_why() -> None:
    facts = {"age": 30, "education_level": "bachelor", "skill_level": "l2_technician", "social_insurance_months": 60}
    points = explained("shanghai", "2016-05-01", "shanghai-residence-points-2015", facts)["points"]
    items = {one["id"]: one for one in points["items"]}
    assert sum(one["adds"] for one in points["items"]) == points["total"]
    beaten = [one for one in items.values() if one["why_not"] == "better_in_group"]
    assert beaten and all(one["adds"] == 0 and one["points"] and has_han(one["why_not_zh"]) for one in beaten)
    assert "the line that gives the right" in points["text_en"].lower() and "120" in points["text_zh"]


def test_what_cannot_be_true_is_told_with_both_facts() -> None:
    programme = explained(
        "shanghai", "2016-05-01", "shanghai-residence-points-2015", {"age": 20, "social_insurance_months": 300}
    )
    (found,) = programme["contradictions"]
    assert (found["why"], found["facts"]) == ("longer_than_life", ["social_insurance_months", "age"])
    assert "longer than the person has lived" in found["text_en"] and "核对" in found["text_zh"]
    assert programme["verdict"] == "not_asked"
    assert "facts_contradict" in [one["kind"] for one in programme["warnings"]]


@pytest.mark.parametrize("clash", Clash)
def test_every_contradiction_is_said_in_both_languages(clash: Clash) -> None:
    said = say_contradiction(Contradiction(clash, "child_age", "age"))
    assert clash in CLASHES and has_han(said.zh) and "{" not in said.zh + said.en


@pytest.mark.parametrize(("pack", "programme", "criterion"), BEYOND)
def test_a_criterion_beyond_national_law_shows_both_texts(pack, programme, criterion) -> None:
    assert criterion.beyond.provision in provisions(), "the law held here has this provision"
    on = programme.effective_from or date(2016, 1, 1)
    found = beyond_of(criterion, on)
    assert found is not None
    for text in (found.where, found.rule, found.law, found.note, *found.say(on)):
        assert has_han(text.zh) and text.en
    assert found.law.zh in found.say(on)[0].zh and found.rule.zh == criterion.text.zh


def test_a_provision_that_came_later_is_said_to_have_come_later() -> None:
    found = explained("xiamen", "2012-01-01", "xiamen-hukou-2010", {})
    beyond = next(one["beyond"] for one in found["findings"] if one["beyond"])
    assert beyond["in_force"] is False and "not in force on 1 January 2012" in beyond["text"][0]["text_en"]
    assert {"provision", "where_zh", "rule_zh", "law_zh", "note_zh", "confidence"} <= set(beyond)
