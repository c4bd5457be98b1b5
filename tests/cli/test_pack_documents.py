"""What docs say of packs is what packs are."""

from __future__ import annotations

import re
from datetime import date

from caseapp.cli.pack_table import DOCUMENT, made_anew
from caseapp.policy.verify import verify_file

GUIDE = DOCUMENT.with_name("writing-a-pack.md").read_text(encoding="utf-8")
MINIMAL = GUIDE.split("## A whole pack")[1].split("```yaml\n")[1].split("```")[0]
DAY = date(2026, 11, 21)


def verified(tmp_path, text):
    path = tmp_path / "linjiang.yaml"
    path.write_text(text, encoding="utf-8")
    return verify_file(path, DAY)


def test_the_counts_and_the_gaps_of_the_document_are_those_of_the_packs():
    text = DOCUMENT.read_text(encoding="utf-8")
    assert made_anew(text) == text, "write it anew: python -m caseapp.cli.pack_table"


def test_the_pack_of_the_guide_passes_as_it_stands(tmp_path):
    report = verified(tmp_path, MINIMAL)
    assert [str(problem) for problem in report.problems] == []
    assert (report.programmes, report.criteria, report.examples) == (1, 3, 2)


def test_the_complaint_of_the_guide_is_what_is_really_said(tmp_path):
    report = verified(tmp_path, MINIMAL.replace("fact: social_insurance_months", "fact: social_insurance_month"))
    assert str(report.problems[0]) in GUIDE


def test_an_example_of_the_guide_would_find_a_wrong_number(tmp_path):
    problems = verified(tmp_path, MINIMAL.replace("value: 6,", "value: 5,")).problems
    assert problems and all("five months fall short of six" in str(problem) for problem in problems)


def test_every_complaint_explained_is_one_the_program_makes():
    sources = "".join(path.read_text(encoding="utf-8") for path in (DOCUMENT.parents[1] / "caseapp").rglob("*.py"))
    said = re.sub(r'"\s+"', "", sources)
    table = GUIDE.split("| it says | do |")[1].split("\n\n")[0]
    for row in table.strip().splitlines()[1:]:
        for phrase in re.split(r"[;…]", row.split("|")[1]):
            words = phrase.split(", in the")[0].split(", under")[0].strip(" ,")
            assert words in said, words
