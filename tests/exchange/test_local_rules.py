"""Rules entered by hand in a case file: what a person types, its faults, and the exact form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import AttachmentId, CaseId
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.rule_records import Comparison, LocalCriterion, LocalRule
from caseapp.exchange.case_file import ReadFile, read_case_file, write_case_files
from caseapp.exchange.faults import FileRefused
from caseapp.exchange.short_rules import read_rule_file

TODAY = date(2026, 11, 21)
HEAD = "city: 海口\nservice: compulsory_education\nas_of: '2015-05-26'\n"
RULE = """\
- title: 2015年小学招生工作通知
  document_number: 海教〔2015〕12号
  issuer: 海口市教育局
  in_force_from: 2015年5月
  clause: 二（三）
  text: 父亲或母亲一方在本市参保满1年。
  office_kind: city_education_bureau
  seen_on: '2015-05-26'
  shown_by: 学校门卫
  criteria:
  - {fact: social_insurance_months, op: '>=', value: 12, text: 一方参保满1年, one_of: insured}
  - {fact: business_licence_held, op: true, one_of: insured}
  - {fact: employment_status, op: in, value: [employee, self_employed]}
  - {fact: lease_months, op: '>='}
"""


def read(tmp_path: Path, rules: str) -> ReadFile:
    path = tmp_path / "case.yaml"
    path.write_text(HEAD + "local_rules:\n" + rules, encoding="utf-8")
    return read_case_file(path, TODAY)


def told(file: ReadFile) -> list[tuple[str, str]]:
    return [(fault.key, str(fault)) for fault in file.faults]


def test_a_rule_by_hand_is_read_with_its_days_its_source_and_what_it_asks(tmp_path: Path) -> None:
    file = read(tmp_path, RULE)
    assert told(file) == []
    records = file.cases[0].records
    rule = next(record for record in records if isinstance(record, LocalRule))
    office = next(record for record in records if isinstance(record, Office))
    assert (rule.case, rule.service, rule.office) == (
        file.cases[0].case.id, Service.COMPULSORY_EDUCATION, office.id,
    )  # fmt: skip
    assert (rule.in_force_from, rule.seen_on) == (ImpreciseDay.month(2015, 5), date(2015, 5, 26))
    assert office.kind is OfficeKind.EDUCATION_BUREAU
    criteria = [record for record in records if isinstance(record, LocalCriterion)]
    assert all(criterion.local_rule == rule.id for criterion in criteria)
    assert [(one.order, one.fact, one.op, one.value, one.one_of) for one in criteria] == [
        (1, "social_insurance_months", Comparison.AT_LEAST, "12", "insured"),
        (2, "business_licence_held", Comparison.IS_TRUE, "", "insured"),
        (3, "employment_status", Comparison.ONE_OF, "employee, self_employed", ""),
        (4, "lease_months", Comparison.AT_LEAST, "", ""),
    ]


@pytest.mark.parametrize(
    ("criterion", "key", "word"),
    [
        ("{fact: lease_month, op: '>=', value: 3}", "fact", "lease_months"),
        ("{fact: lease_months, value: 3}", "op", "compared"),
        ("{fact: lease_months, op: more, value: 3}", "op", ">="),
        ("{fact: lease_months, op: true}", "op", "not a yes-or-no fact"),
        ("{fact: lease_registered, op: '>=', value: true}", "op", "yes-or-no fact"),
        ("{fact: employment_status, op: '>=', value: employee}", "op", "no order"),
        ("{fact: lease_months, op: '>=', value: long}", "value", "whole number"),
        ("{fact: lease_months, op: '>=', value: [3, 4]}", "value", "only “in” takes several"),
        ("{fact: lease_months, op: '>=', value: 3, unit: months}", "unit", "not known"),
    ],
)
def test_a_condition_that_cannot_be_checked_is_refused_with_its_place(
    tmp_path: Path, criterion: str, key: str, word: str
) -> None:
    found = told(read(tmp_path, f"- title: 通知\n  criteria: [{criterion}]\n"))
    assert any(where == f"local_rules[0].criteria[0].{key}" and word in text for where, text in found), found


def test_a_rule_says_which_it_is_and_does_not_end_before_it_begins(tmp_path: Path) -> None:
    found = told(read(tmp_path, "- {in_force_from: '2015-05-01', in_force_until: '2014-05-01'}\n"))
    assert [key for key, _text in found] == ["local_rules[0].title", "local_rules[0].in_force_until"]


def test_the_exact_form_brings_the_rule_back_without_its_photo(tmp_path: Path) -> None:
    case = read(tmp_path, RULE).cases[0]
    offices = {record.id: record for record in case.records if isinstance(record, Office)}
    rules = tuple(record for record in case.records if isinstance(record, LocalRule))
    criteria = tuple(record for record in case.records if isinstance(record, LocalCriterion))
    photographed = tuple(replace(rule, photo=AttachmentId("a")) for rule in rules)
    kept = replace(case.case, number="2026-A001", household=None)
    path = tmp_path / "exact.yaml"
    whole = CaseFile(kept, local_rules=photographed, local_criteria=criteria, offices=offices)
    path.write_text(write_case_files([whole]), encoding="utf-8")
    back = read_case_file(path, TODAY)
    assert told(back) == []
    assert {*rules, *criteria, *offices.values(), kept} == set(back.cases[0].records)


def test_a_file_of_rules_alone_is_read_for_a_case(tmp_path: Path) -> None:
    case = Case(CaseId("c"), "2026-A001", TODAY, service=Service.PENSION, city="海口")
    path = tmp_path / "rules.yaml"
    for text in ("local_rules:\n" + RULE, RULE[2:].replace("\n  ", "\n")):
        path.write_text(text, encoding="utf-8")
        office, rule, *criteria = read_rule_file(path, case)
        assert isinstance(office, Office) and isinstance(rule, LocalRule) and len(criteria) == 4
        assert (rule.case, rule.service, rule.title) == ("c", Service.PENSION, "2015年小学招生工作通知")
    path.write_text("local_rules:\n- {titel: 通知}\n", encoding="utf-8")
    with pytest.raises(FileRefused, match="title"):
        read_rule_file(path, case)
