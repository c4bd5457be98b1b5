"""Rules by hand, looks at sources, what a change of rules does and who can meet a rule, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from caseapp.paths import resource

RULE = """\
local_rules:
- title: 2015年小学招生工作通知
  document_number: 海教〔2015〕12号
  in_force_from: '2015-05-01'
  text: 一方参保满1年
  criteria: [{fact: social_insurance_months, op: '>=', value: 12}]
"""
CASE = "city: 海口\nservice: compulsory_education\nas_of: '2015-05-26'\napplicant: {role: child, age: 6}\n"


@pytest.fixture
def away(caseapp, empty: Path, tmp_path: Path) -> str:
    """The number of a case in a city no pack knows."""
    file = tmp_path / "case.yaml"
    file.write_text(CASE, encoding="utf-8")
    assert caseapp("import", empty, file)[0] == 0
    return json.loads(caseapp("list", empty, "--json")[1])[0]["number"]


def test_a_rule_is_added_listed_checked_planned_shown_and_deleted(caseapp, empty, away, tmp_path):
    file = tmp_path / "rule.yaml"
    file.write_text(RULE, encoding="utf-8")
    assert caseapp("rule", "add", empty, away)[0] == 2
    code, out, err = caseapp("rule", "add", empty, away, "--file", file, "--json")
    (listed,) = json.loads(out)
    assert code == 0 and "1 rule entered" in err and listed["criteria"][0]["value"] == "12"
    code, out, err = caseapp("check", empty, away, "--json")
    assert code == 0, err
    by_hand = [one for one in json.loads(out)["programmes"] if one["local"]]
    assert [(one["id"], one["scope"], one["confidence"]) for one in by_hand] == [
        (f"local:{listed['id']}", "by_hand", "low")
    ]
    assert "2015年小学招生工作通知" in caseapp("check", empty, away)[1]
    planned = json.loads(caseapp("plan", empty, away, "--json")[1])["programmes"]
    assert [one["id"] for one in planned if one["local"]] == [f"local:{listed['id']}"]
    shown = caseapp("show", empty, away)[1]
    assert (
        "Local rule by hand: 2015年小学招生工作通知 海教〔2015〕12号" in shown and "social_insurance_months >= 12" in shown
    )
    assert caseapp("rule", "delete", empty, away, "--id", listed["id"])[0] == 0
    assert json.loads(caseapp("rule", "list", empty, away, "--json")[1]) == []


def test_an_operation_makes_a_rule_like_any_other_record(caseapp, empty, away, tmp_path):
    made = "6ba7b810-9dad-41d1-80b4-00c04fd430c8"
    operations = [
        {"op": "create", "kind": "local_rule", "id": made, "case": away, "fields": {
            "title": "通知", "service": "compulsory_education", "in_force_from": "2015-01-01"}},
        {"op": "create", "kind": "local_criterion", "fields": {
            "local_rule": made, "fact": "lease_registered", "op": "true"}},
    ]  # fmt: skip
    file = tmp_path / "ops.jsonl"
    file.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in operations), encoding="utf-8")
    code, out, _err = caseapp("apply", empty, file)
    assert code == 0 and all(json.loads(line)["ok"] for line in out.splitlines())
    found = json.loads(caseapp("check", empty, away, "--json")[1])["programmes"]
    assert [one["findings"][0]["fact"] for one in found if one["local"]] == ["lease_registered"]


def test_a_look_at_a_source_is_noted_and_stands_beside_the_answer(caseapp, samples):
    shown = json.loads(caseapp("check", samples, "2012-A001", "--json")[1])["programmes"]
    rule = next(one for one in shown if one["scope"] == "city")
    noted = (
        "looked-up",
        samples,
        "beijing",
        rule["id"],
        "--found",
        "still_in_force",
        "--on",
        "2026-11-20",
        "--note",
        "官网",
    )
    assert caseapp(*noted)[0] == 0
    (look,) = json.loads(caseapp("looked-up", samples, "beijing", "--json")[1])
    assert (look["programme"], look["found"], look["note"]) == (rule["id"], "still_in_force", "官网")
    after = json.loads(caseapp("check", samples, "2012-A001", "--json")[1])["programmes"]
    assert next(one for one in after if one["id"] == rule["id"])["verified_on"] == "2026-11-20"
    assert caseapp("looked-up", samples, "beijing", "none", "--found", "changed")[0] == 2
    assert caseapp("looked-up", samples, "beijing", "--found", "changed")[0] == 2


def test_the_impact_of_a_pack_and_of_two_days(caseapp, samples, tmp_path):
    text = resource("policies", "beijing.yaml").read_text(encoding="utf-8")
    file = tmp_path / "beijing.yaml"
    file.write_text(text, encoding="utf-8")
    code, out, err = caseapp("impact", samples, "--pack", file, "--json")
    assert code == 0, err
    assert json.loads(out) == {"changes": [], "looked_at": 0, "open": [], "closed": []}
    found = json.loads(caseapp("impact", samples, "--from", "2013-06-01", "--to", "2026-11-01", "--json")[1])
    assert found["changes"] and found["looked_at"] >= len(found["open"])
    assert all({"place", "service", "before", "after"} == set(one) for one in found["changes"])
    assert "→" in caseapp("impact", samples, "--from", "2013-06-01", "--to", "2026-11-01", "--city", "beijing")[1]
    assert caseapp("impact", samples)[0] == 2
    assert caseapp("impact", samples, "--pack", file, "--from", "2013-06-01")[0] == 2
    assert caseapp("impact", samples, "--pack", resource("policies", "facts.yaml"))[0] == 2


def test_who_can_meet_a_rule_and_what_a_reform_changed(caseapp, samples):
    code, out, _err = caseapp("reach", samples, "--city", "beijing", "--json")
    found = json.loads(out)
    assert code == 0 and found
    for one in found:
        parts = [one[key] for key in ("now", "within_a_year", "later", "no_day_known", "never", "not_known")]
        assert sum(parts) == one["clients"] and one["place"] == "beijing"
    lines, told = caseapp("reach", samples, "--city", "beijing")[1:]
    assert len(lines.splitlines()) == len(found) and "enter no report" in told
    code, out, _err = caseapp("reform", samples, "beijing", "--later", found[0]["programme"], "--json")
    assert code == 0 and json.loads(out)["clients"] >= 0
    assert caseapp("reform", samples, "beijing")[0] == 2
