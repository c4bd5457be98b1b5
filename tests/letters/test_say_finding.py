# ruff: noqa: E501  (one row of a table, one line)
"""Findings, gaps and points said in both languages, against a reviewable file; and the JSON the command line promises."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from caseapp.i18n import catalogue
from caseapp.letters.both import Both, has_han
from caseapp.letters.check_json import check_json
from caseapp.letters.plan_json import plan_json
from caseapp.letters.say import finding as words
from caseapp.letters.say.finding import say_amount, say_check, say_doubts, say_finding, say_value
from caseapp.letters.say.plan import say_gap
from caseapp.letters.say.points import say_item
from caseapp.policy.catalogue import catalogue as fact_catalogue
from caseapp.policy.check import Doubt, Undecided, check, check_programme
from caseapp.policy.known import given
from caseapp.policy.packs import load, places
from caseapp.policy.planning.plan import plan
from caseapp.policy.points import WhyNot
from caseapp.policy.verdict import Verdict

GOLDEN = Path(__file__).parent / "golden" / "findings.txt"
CASES = {
    "五证 2012": ("beijing", "2012-09-10", "beijing-five-documents-2007", {"child_hukou_is_local": False, "temporary_residence_permit_held": True, "lease_months": 14, "employment_months": 20}),
    "中职 2013": ("beijing", "2013-03-01", "beijing-secondary-vocational-2013", {"employment_continuous_months": 30, "social_insurance_continuous_months": 14, "child_local_junior_years": 3, "residence_permit_held": False, "home_basis": "rented_registered"}),
    "公租房 2012": ("beijing", "2012-06-01", "beijing-public-rental-2011", {"owns_home": True, "social_insurance_months": 0}),
    "收费 2008": ("beijing", "2008-06-01", "beijing-enrolment-fees-2007", {"child_hukou_is_local": False}),
    "积分 2013": ("shanghai", "2013-07-01", "shanghai-residence-points-2013", {"age": 38, "education_level": "junior_secondary", "social_insurance_months": 60, "social_insurance_current": True, "residence_permit_held": True, "criminal_record": False}),
    "居转户 2013": ("shanghai", "2013-07-01", "shanghai-settlement-7-years", {"residence_permit_months": 60, "social_insurance_months": 60, "criminal_record": False}),
}  # fmt: skip


def lines() -> list[str]:
    found: list[str] = []
    for title, (place, day, programme_id, facts) in CASES.items():
        pack, on = load(place), date.fromisoformat(day)
        known = given(facts, on)
        checked = check_programme(pack, programme_id, known, on)
        planned = plan(pack, known, on).of(programme_id)
        assert planned is not None
        said: list[Both] = [say_check(checked)]
        said += [say_finding(finding, pack, checked.programme) for finding in checked.findings]
        said += [say_item(line) for line in checked.points.items] if checked.points else []
        said += [say_gap(gap, pack, checked.programme) for gap in planned.gaps]
        said += say_doubts(checked)
        found.append(f"## {title}")
        found += [text for one in said for text in (one.zh, one.en)]
    return found


def test_findings_read_as_reviewed() -> None:
    """Set REVIEW=1 to write the file anew, then read it."""
    text = "\n".join(lines()) + "\n"
    if os.environ.get("REVIEW"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("place", places())
def test_every_finding_of_every_rule_can_be_said_in_both_languages(place: str) -> None:
    pack = load(place)
    for programme in pack.programmes:
        on = programme.effective_from or programme.effective_to or date(2016, 1, 1)
        checked = check_programme(pack, programme.id, given({}, on), on)
        planned = plan(pack, given({}, on), on).of(programme.id)
        said = [say_check(checked), *say_doubts(checked)]
        said += [say_finding(finding, pack, programme) for finding in checked.findings]
        said += [say_item(line) for line in checked.points.items] if checked.points else []
        said += [say_gap(gap, pack, programme) for gap in planned.gaps] if planned else []
        for one in said:
            assert has_han(one.zh) and one.en and "{" not in one.zh + one.en


def test_every_value_of_the_closed_lists_has_its_words() -> None:
    for table, values in (
        (words.VERDICTS, Verdict),
        (words.UNDECIDED, Undecided),
        (words.DOUBTS, Doubt),
        (words.WHY_NOT, WhyNot),
    ):
        assert set(table) == set(values)
        assert all(has_han(catalogue("zh_CN").gettext(text)) for text in table.values())


def test_every_unit_of_the_catalogue_is_said_in_both_languages() -> None:
    for kind in fact_catalogue().values():
        if kind.numeric:
            assert has_han(say_amount(kind, 2).zh) and " " in say_amount(kind, 2).en, kind.unit


@pytest.mark.parametrize(
    ("key", "value", "zh", "en"),
    [
        ("employment_months", 1, "1个月", "1 month"),
        ("employment_months", 14, "14个月", "14 months"),
        ("age", 38, "38岁", "38 years of age"),
        ("child_local_junior_years", 3, "3年", "3 years"),
        ("home_basis", "rented_unregistered", "租房，未备案", "rented, lease not filed"),
        ("owns_home", False, "否", "this is not so"),
        ("hukou_province", "34", "34", "34"),
    ],
)
def test_a_value_is_said_in_its_unit(key: str, value: object, zh: str, en: str) -> None:
    found = say_value(fact_catalogue()[key], value)  # type: ignore[arg-type]
    assert (found.zh, found.en) == (zh, en)


def test_the_json_of_a_check_has_the_promised_shape() -> None:
    on = date(2013, 7, 1)
    found = json.loads(
        json.dumps(check_json(check(load("shanghai"), given(CASES["积分 2013"][3], on), on), {"residence_permit": "held"}))
    )
    assert {"city", "on", "pack_version", "programmes"} <= set(found)
    programme = next(one for one in found["programmes"] if one["id"] == "shanghai-residence-points-2013")
    assert {
        "id",
        "service",
        "verdict",
        "confidence",
        "verified_on",
        "seen_in_force",
        "source",
        "findings",
        "points",
        "documents",
        "warnings",
    } <= set(programme)
    assert {
        "criterion",
        "verdict",
        "fact",
        "op",
        "required",
        "actual",
        "unit",
        "waivable",
        "text_zh",
        "text_en",
        "source",
        "paper",
    } <= set(programme["findings"][0])
    points = programme["points"]
    assert (points["total"], points["threshold"], points["apply_threshold"], points["complete"]) == (45, 120, 120, False)
    assert {"id", "points", "counted", "why_not"} <= set(points["items"][0])
    states = {one["id"]: one["state"] for one in programme["documents"]}
    assert states["residence_permit"] == "held" and states["labour_contract"] == "needed"


def test_the_json_of_a_plan_has_the_promised_shape() -> None:
    on = date(2013, 3, 1)
    found = json.loads(json.dumps(plan_json(plan(load("beijing"), given(CASES["中职 2013"][3], on), on))))
    assert {"programmes", "next_question"} <= set(found)
    programme = next(one for one in found["programmes"] if one["id"] == "beijing-secondary-vocational-2013")
    assert {"id", "reachable", "earliest", "gaps", "flips", "could_have_passed", "points_plan"} <= set(programme)
    assert (programme["reachable"], programme["earliest"]) == (True, "2015-01-01")
    gap = next(one for one in programme["gaps"] if one["fact"] == "social_insurance_continuous_months")
    assert (gap["kind"], gap["earliest"], gap["missing"]) == ("time", "2015-01-01", 22)
    assert {"criterion", "what_zh", "what_en"} <= set(gap)


def test_a_points_plan_names_the_ways_and_the_numbers_nobody_published() -> None:
    on = date(2016, 5, 1)
    found = plan_json(plan(load("shanghai"), given(CASES["积分 2013"][3], on), on))
    programme = next(one for one in found["programmes"] if one["id"] == "shanghai-residence-points-2015")  # type: ignore[union-attr,index]
    way = programme["points_plan"]  # type: ignore[index,call-overload]
    assert {"earliest", "cheapest", "unreachable_because", "numbers_missing"} <= set(way)  # type: ignore[arg-type]
    assert way["unreachable_because"] is None and way["cheapest"]  # type: ignore[index,call-overload]
