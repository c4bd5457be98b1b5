"""A fault of a handed-in file is told once, in the reader's language, and says what to do."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.exchange.case_file import read_case_file
from caseapp.i18n import catalogue

TODAY = date(2026, 11, 21)
HEAD = "city: beijing\nservice: compulsory_education\n"
CHILD = "applicant: {role: child, age: 7}\n"
VISIT = "visits:\n- {day: '2012-05-14', office_kind: school, answer_kind: refused}\n"


def faults(tmp_path, text, name="case.yaml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_case_file(path, TODAY).faults


def only(tmp_path, text, name="case.yaml"):
    found = faults(tmp_path, text, name)
    assert len(found) == 1, [str(fault) for fault in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "empty"),
        ("# nothing but this\n", "empty"),
        ("hello", "name: value"),
        ("- 1\n", "name: value"),
        ("case_file: '1'\n" + HEAD, "whole number"),
        (HEAD + "as_of: '2024-02-30'\n" + CHILD + VISIT, "does not exist"),
        (HEAD + "as_of: []\n" + CHILD + VISIT, "[…]"),
        (HEAD + "as_of: true\n", "“true” is not a day"),
        (HEAD + "applicant: {name: 'a\tb'}\n", "control character"),
        (HEAD + 'story: "a\\0b"\n', "control character"),
        (HEAD + 'story: "\\e[31mred"\n', "control character"),
        (HEAD + "useful_until: '1800-01-01'\n", "year"),
        (HEAD + "as_of: '1949-09-30'\n", "year"),
        (HEAD + VISIT.replace("2012", "1812"), "year"),
        (HEAD + "facts: {lease_months: '12'}\n", "without"),
        (HEAD + "applicant: {role: child, stage: university_of_life}\n", "primary"),
        (HEAD + "applicant: {role: child, hukou_type: blue}\n", "agricultural"),
        (HEAD + "facts: {qqqqqq: 1}\n", "caseapp schema"),
    ],
)
def test_one_thing_wrong_is_one_sentence(tmp_path, text, says):
    assert says in str(only(tmp_path, text))


def test_a_story_keeps_its_lines(tmp_path):
    assert faults(tmp_path, HEAD + 'story: "一\\n二\\t三"\n') == ()


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.yaml", "a: [1, 2\n", "括号"),
        ("a.yaml", "a:\n\tb: 1\n", "制表符"),
        ("a.yaml", "a: 1\n\tb: 2\n", "制表符"),
        ("a.yaml", "as_of: 2024-02-30\n", "加引号。"),
        ("a.json", '{"a": 1,}', "逗号"),
        ("a.json", "", "空的"),
    ],
)
def test_a_chinese_reader_meets_no_english_reason(tmp_path, name, text, says):
    sentence = only(tmp_path, text, name).say(catalogue("zh_CN"))
    assert sentence.endswith("。") and says in sentence
    assert not any(word in sentence for word in ("expected", "Expecting", "found", "true"))
