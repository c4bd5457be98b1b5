# ruff: noqa: E501  (one row of a table, one line)
"""An invented city, so that a test of the schema does not hang on a real one."""

from __future__ import annotations

from caseapp.policy.catalogue import catalogue
from caseapp.policy.model import Pack
from caseapp.policy.reading.pack import read_pack
from caseapp.strict_yaml import parse

TEXT = """\
schema: 1
version: '2026-01-01'
place:
  id: linjiang
  name_zh: 临江市
  name_en: Linjiang
  gb2260: '110000'
  permanent_population_millions: 1.5
  population_year: 2024
  size_class: large-II
offices:
  - {id: lj-education, name_zh: 临江市教育局, name_en: Linjiang Education Bureau, level: city, hotline: null, responsible_for: [compulsory_education]}
instruments:
  - id: lj-2024-3
    title_zh: 入学通知
    title_en: Enrolment notice
    document_number: null
    issuer_zh: 临江市教育局
    issuer_en: Linjiang Education Bureau
    published: null
    effective_from: '2024-06-01'
    effective_to: null
    source: invented
    confidence: high
    verified_on: null
programmes:
  - id: linjiang-school-2024
    service: compulsory_education
    name_zh: 随迁子女入读公办学校
    name_en: Public school place for a migrant child
    instrument: lj-2024-3
    effective_from: '2024-06-01'
    effective_to: null
    status: ok
    responsible_office: lj-education
    confidence: high
    seen_in_force: '2025'
    verified_on: null
    eligibility:
      all:
        - {id: insurance, fact: social_insurance_months, op: '>=', value: 6, unit: months, text_zh: 参保满6个月, text_en: Six insured months}
        - any:
            - {id: lease, fact: lease_registered, op: 'true', text_zh: 租房备案, text_en: Filed lease}
            - {id: home, fact: owns_home, op: 'true', text_zh: 有自有住房, text_en: Own home}
    documents:
      - {id: rental_contract, name_zh: 房屋租赁合同, name_en: Rental contract}
      - {id: social_insurance_record, name_zh: 社保记录, name_en: Insurance record}
    sources: [invented]
    examples:
      - {says: five fall short of six, because: six are asked, day: '2025-09-01', facts: {social_insurance_months: 5}, finds: {insurance: not_met}}
"""


def changed(old: str, new: str) -> str:
    """The text with one passage replaced; the passage has to be there once."""
    assert TEXT.count(old) == 1, f"{TEXT.count(old)} times: {old}"
    return TEXT.replace(old, new)


def problems_of(text: str) -> list[str]:
    """Every problem of a pack as it is shown in English."""
    _, problems = read_pack(parse(text, "linjiang.yaml"), catalogue())
    return [str(problem) for problem in problems]


def pack_of(text: str = TEXT) -> Pack:
    """The pack of a text that has no problem."""
    pack, problems = read_pack(parse(text, "linjiang.yaml"), catalogue())
    assert not problems, [str(problem) for problem in problems]
    return pack


def with_eligibility(eligibility: str, points: str = "") -> Pack:
    """The pack with other criteria, written as one line of YAML, and a points table."""
    start = TEXT.index("    eligibility:")
    end = TEXT.index("    documents:")
    text = TEXT[:start] + f"    eligibility: {eligibility}\n" + points + TEXT[end:]
    return pack_of(text[: text.index("    examples:")])
