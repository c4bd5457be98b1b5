"""A check on the command line, as a person reads it."""

from __future__ import annotations

import json

import pytest

WORDS = ("--city", "beijing", "--service", "senior_secondary_exam", "--on", "2013-03-01")


@pytest.fixture
def check(caseapp, tmp_path):
    def run(text: str, *words: str, lang: str = "en"):
        file = tmp_path / "facts.yaml"
        file.write_text(text, encoding="utf-8")
        return caseapp("check", "--facts", file, *words, lang=lang)

    return run


def test_a_check_in_words_says_the_gap_the_paper_the_rule_and_who_decides(check):
    code, out, err = check("social_insurance_continuous_months: 14\n", *WORDS)
    assert (code, err) == (0, "")
    for said in ("22 months short", "Proved by: Social insurance record.", "In force since", "Written in:", "Who decides:"):
        assert said in out


def test_the_same_in_chinese(check):
    out = check("social_insurance_continuous_months: 14\n", *WORDS, lang="zh_CN")[1]
    for said in ("差22个月", "证明材料：社会保险缴费记录。", "施行", "写在：", "由谁决定："):
        assert said in out


def test_points_are_a_table_with_its_lines(check):
    words = ("--city", "shanghai", "--service", "hukou_points", "--on", "2016-05-01")
    out = check("age: 30\nsocial_insurance_months: 60\n", *words)[1]
    for said in ("Counted: 45 points.", "The line that gives the right: 120 points.", "not asked yet", "15 points"):
        assert said in out


def test_a_rule_that_may_go_beyond_national_law_shows_the_law(check):
    out = check("age: 30\n", "--city", "beijing", "--service", "compulsory_education", "--on", "2026-05-01")[1]
    assert "This may go beyond" in out and "How sure this reading is: medium" in out


def test_facts_that_cannot_both_be_true_are_asked_about_and_the_rest_is_judged(check):
    text = "age: 20\nsocial_insurance_months: 300\nresidence_permit_held: true\n"
    code, out, err = check(text, "--city", "shanghai", "--service", "hukou_points", "--on", "2016-05-01", "--json")
    assert code == 0 and len(err.splitlines()) == 1 and "cannot both be true" in err
    found = json.loads(out)
    assert [one["facts"] for one in found["contradictions"]] == [["social_insurance_months", "age"]]
    findings = {one["fact"]: one for programme in found["programmes"] for one in programme["findings"]}
    assert findings["social_insurance_months"]["verdict"] == "not_asked"
    assert findings["residence_permit_held"]["verdict"] == "met"
