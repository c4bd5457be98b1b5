# ruff: noqa: E501  (one row of a table, one line)
"""Plans in words: against a reviewable file, and every plan of every rule in both languages."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from caseapp import i18n
from caseapp.cli.plan_view import plan_lines
from caseapp.letters.both import has_han
from caseapp.letters.plan_json import plan_json
from caseapp.letters.say import plan as say_plan
from caseapp.letters.say import points_plan as say_points_plan
from caseapp.policy.catalogue import Close
from caseapp.policy.known import given
from caseapp.policy.packs import load, places
from caseapp.policy.planning.plan import plan
from caseapp.policy.planning.ways import LineKind
from tests.policy.test_plan_soundness import cases

GOLDEN = Path(__file__).parent / "golden" / "plans.txt"
CASES = {
    "中职 2013": ("beijing", "2013-03-01", "beijing-secondary-vocational-2013", {"employment_continuous_months": 30, "social_insurance_continuous_months": 14, "child_local_junior_years": 3, "residence_permit_held": False, "home_basis": "rented_registered"}),
    "入学 2016": ("beijing", "2016-06-01", "beijing-chaoyang-compulsory-2016", {"district_id": "110108", "social_insurance_continuous_months": 3, "labour_contract_months": 12, "owns_home": False, "temporary_residence_permit_months": 0}),
    "积分入学 2016": ("xiamen", "2016-03-04", "xiamen-points-school-2016", {"district_id": "350203", "stay_months_over_base": 12, "insurance_months_over_base": 6, "spouse_residence_permit_held": False, "owns_home": False, "home_basis": "rented_registered", "residence_permit_months": 30, "social_insurance_months": 40, "continuous_residence_months": 30}),
    "居转户 2013": ("shanghai", "2013-07-01", "shanghai-settlement-7-years", {"residence_permit_months": 60, "social_insurance_months": 84, "social_insurance_current": False, "criminal_record": True, "tax_paid_yuan_per_year": 0, "professional_title": "none"}),
    "积分 2016": ("shanghai", "2016-05-01", "shanghai-residence-points-2015", {"age": 50, "education_level": "junior_secondary", "bachelor_degree_awarded": False, "skill_level": "none", "professional_title": "none", "social_insurance_months": 60, "social_insurance_current": True, "residence_permit_held": True, "criminal_record": False, "false_documents_record": False, "family_planning_compliant": True}),
    "养老 2024": ("national", "2024-06-01", "national-pension-claim-place-2010", {"pension_relation_here": True, "pension_province_months": 98, "same_province": False, "pension_claim_here": False, "social_insurance_current": False}),
}  # fmt: skip


def told(title: str, language: str) -> list[str]:
    place, day, programme, facts = CASES[title]
    on, pack = date.fromisoformat(day), load(place)
    found = plan_json(plan(pack, given(facts, on), on))
    found["programmes"] = [one for one in found["programmes"] if one["id"] == programme]  # type: ignore[union-attr,index,call-overload]
    i18n.use(language)
    try:
        return plan_lines(found)
    finally:
        i18n.use("zh_CN")


def test_plans_read_as_reviewed() -> None:
    """Set REVIEW=1 to write the file anew, then read it."""
    text = "".join(
        f"## {title} ({language})\n" + "\n".join(told(title, language)) + "\n"
        for title in CASES
        for language in i18n.LANGUAGES
    )
    if os.environ.get("REVIEW"):
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_every_closed_list_has_its_words() -> None:
    assert set(say_plan.CLOSES) == set(Close)
    assert set(say_points_plan._LINES) == set(LineKind)


@pytest.mark.parametrize("title", CASES)
def test_what_gaining_it_costs_is_read_before_any_plan(title: str) -> None:
    place, day, programme, facts = CASES[title]
    on, pack = date.fromisoformat(day), load(place)
    found = plan_json(plan(pack, given(facts, on), on))
    shown = next(one for one in found["programmes"] if one["id"] == programme)  # type: ignore[union-attr,index,call-overload]
    keys = list(shown)  # type: ignore[arg-type]
    assert keys.index("warnings") < min(keys.index(key) for key in ("outlook_zh", "gaps", "points_plan", "earliest"))
    costs = [one.text.zh for one in pack.programme(programme).warnings]  # type: ignore[union-attr]
    lines = told(title, "zh_CN")
    first_of_plan = next(number for number, line in enumerate(lines) if number and not line.startswith("  ! "))
    assert all(any(cost in line for line in lines[:first_of_plan]) for cost in costs)


@pytest.mark.parametrize("place", places())
def test_every_plan_of_every_rule_is_said_in_both_languages(place: str) -> None:
    i18n_lines: dict[str, list[str]] = {}
    for case in cases(place):
        found = plan_json(plan(load(place), case.facts, case.on, service=case.rule.programme.service))
        for zh, en in _pairs(json.loads(json.dumps(found))):
            assert has_han(zh) and not has_han(en), (zh, en)
            assert not re.search(r"[{}]|None|。。|；。|：。|，，|\.\.|: \.| ,|,,", zh + en), (zh, en)
        for language in i18n.LANGUAGES:
            i18n.use(language)
            i18n_lines.setdefault(language, []).extend(plan_lines(found))
    i18n.use("zh_CN")
    assert len(i18n_lines["en"]) == len(i18n_lines["zh_CN"]) > 0


def _pairs(found: object) -> Iterator[tuple[str, str]]:
    """Every text that is there in both languages."""
    if isinstance(found, dict):
        for key, value in found.items():
            if key.endswith("_zh") and isinstance(value, str) and f"{key[:-3]}_en" in found:
                yield value, found[f"{key[:-3]}_en"]
            yield from _pairs(value)
    elif isinstance(found, list):
        for one in found:
            yield from _pairs(one)
