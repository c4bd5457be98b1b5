# ruff: noqa: E501  (one row of a table, one line)
"""What is wrong with a pack is said with file, line, key and reason, all of it at once."""

import pytest

from tests.policy.linjiang import TEXT, changed, pack_of, problems_of


def test_the_invented_city_is_sound() -> None:
    assert problems_of(TEXT) == []
    assert pack_of().programme("linjiang-school-2024") is not None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("confidence: high\n    seen", "seen", "linjiang.yaml:27 [programmes[0].confidence]: Expected here: one of high"),
        ("    source: invented\n", "", "[instruments[0].source]: A text is expected"),
        ("    confidence: high\n    verified", "    verified", "[instruments[0].confidence]: Expected here: one of"),
        ("    responsible_office: lj-education\n", "", "[programmes[0].responsible_office]: A text is expected"),
        ("    sources: [invented]\n", "", "[programmes[0].sources]: Every programme says where it was read"),
        ("responsible_office: lj-education", "responsible_office: lj-x", "lj-x is not listed under offices"),
        ("instrument: lj-2024-3\n", "instrument: lj-x\n", "lj-x is not listed under instruments"),
        ("fact: social_insurance_months,", "fact: social_insurrance_months,", "[programmes[0].eligibility.all[0].fact]: social_insurrance_months is not in the fact catalogue"),
        ("op: '>='", "op: '>'", "[programmes[0].eligibility.all[0].op]: Expected here: one of >=, <=, ==, in, true, false"),
        ("value: 6", "value: six", "six cannot be a value of social_insurance_months"),
        ("value: 6", "value: -6", "-6 cannot be a value of social_insurance_months"),
        ("value: 6", "value: [6]", "A single value is expected here"),
        ("unit: months", "unit: years", "The unit of social_insurance_months is months"),
        ("fact: lease_registered, op: 'true'", "fact: lease_registered, op: '>='", "lease_registered is a yes-or-no fact"),
        ("fact: owns_home, op: 'true'", "fact: home_basis, op: 'true'", "home_basis is not a yes-or-no fact"),
        ("id: home,", "id: lease,", "The id lease stands here twice"),
        ("text_en: Own home", "text_fr: Mon logis", "[programmes[0].eligibility.all[1].any[1].text_en]: A text is expected"),
        ("text_en: Own home", "text_fr: Mon logis", "text_fr]: This key is not known here"),
        ("status: ok", "status: undated", "The first day is given, so the status is not undated"),
        ("effective_from: '2024-06-01'\n    effective_to: null\n    status: ok", "effective_from: null\n    effective_to: null\n    status: ok", "Without a first day the status is undated, prose or draft"),
        ("effective_from: '2024-06-01'\n    effective_to: null\n    status", "effective_from: '2024-06-01'\n    effective_to: '2024-05-31'\n    status", "The last day lies before the first"),
        ("effective_to: null\n    status", "effective_to: '2024-06-31'\n    status", "A date is expected here"),
        ("seen_in_force: '2025'", "seen_in_force: '25'", "A year or a date is expected here"),
        ("service: compulsory_education\n", "service: schooling\n", "[programmes[0].service]: Expected here: one of"),
        ("id: rental_contract", "id: rent_contract", "rent_contract is not in the document catalogue"),
        ("id: social_insurance_record", "id: rental_contract", "The id rental_contract stands here twice"),
        ("schema: 1", "schema: 2", "written for another version"),
        ("facts: {social_insurance_months: 5}", "facts: {insured: 5}", "insured is not in the fact catalogue"),
        ("finds: {insurance: not_met}", "finds: {insured: not_met}", "insured is no criterion of this programme"),
        ("      all:\n", "      whoever:\n", "At least one criterion is expected"),
        ("instrument: lj-2024-3\n", "instrument: null\n", "[programmes[0].instrument]: Without the text a rule stands in, the confidence is low"),
        ("    issuer_en: Linjiang Education Bureau\n", "", "[instruments[0].issuer_en]: A text is expected"),
        ("  name_en: Linjiang\n", "", "[place.name_en]: A text is expected"),
        ("  size_class: large-II", "  kind: town", "[place.kind]: Expected here: one of city, province, country"),
        ("  size_class: large-II", "  within: national", "[place.within]: A list is expected"),
        ("  size_class: large-II", "  within: [1]", "[place.within[0]]: A text is expected"),
        ("  - id: linjiang-school-2024\n", "  - series: 5\n    id: linjiang-school-2024\n", "[programmes[0].series]: A text is expected"),
        ("    sources: [invented]\n", "    sources: [invented]\n    published_figures: [{year: 2024, rate_percent: 9, rate_percent_max: 8, source: s}]\n", "[programmes[0].published_figures[0].rate_percent_max]: The upper end"),
        ("    sources: [invented]\n", "    sources: [invented]\n    published_figures: [{year: 2024, of_zh: 人数, source: s}]\n", "published_figures[0].of_en]: A text is expected"),
        ("    sources: [invented]\n", "    sources: [invented]\n    published_figures: [{year: 2024, applied: 5}]\n", "published_figures[0].source]: A text is expected"),
        ("    sources: [invented]\n", "    sources: [invented]\n    warnings: [{text_zh: 注意, text_en: Mind}]\n", "warnings[0].source]: A text is expected"),
    ],
)  # fmt: skip
def test_an_error_is_shown_where_it_stands(old: str, new: str, problem: str) -> None:
    found = problems_of(changed(old, new))
    assert any(problem in one for one in found), found
    assert all(one.startswith("linjiang.yaml:") for one in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  gb2260: '110000'\n", ""),
        ("  size_class: large-II", "  kind: country"),
        ("    issuer_zh: 临江市教育局\n    issuer_en: Linjiang Education Bureau\n", ""),
        ("    sources: [invented]\n", "    sources: [invented]\n    published_figures: [{year: 2024, rate_percent: 8.5, rate_percent_max: 9, of_zh: 申请人, of_en: applicants, source: s}]\n"),
    ],
    ids=["a place without a code", "a country", "a practice nobody issued", "a share in a range"],
)  # fmt: skip
def test_what_real_places_have_is_read(old: str, new: str) -> None:
    assert problems_of(changed(old, new)) == []


def test_a_rule_without_a_known_text_is_of_low_confidence() -> None:
    text = changed("instrument: lj-2024-3\n", "instrument: null\n")
    text = text.replace("    confidence: high\n    seen", "    confidence: low\n    seen")
    assert problems_of(text) == []
    pack = pack_of(text)
    assert pack.instrument(pack.programmes[0].instrument) is None


def test_all_errors_are_shown_at_once() -> None:
    text = changed("value: 6", "value: six").replace("op: 'true'", "op: yep").replace("level: city", "level: town")
    assert len(problems_of(text)) >= 4


POINTS = """\
    points:
      threshold: 60
      apply_threshold: null
      items_complete: true
      items:
        - {id: study, text_zh: 学历, text_en: Study, fact: education_level, rule: {value_map: {bachelor: 15}}}
"""


def with_item(item: str) -> str:
    """The pack with one more points item."""
    return TEXT.replace("    documents:\n", POINTS + f"        - {item}\n    documents:\n")


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        ("{id: study, text_zh: 年, text_en: Years, fact: age, rule: {flat: 1}}", "The id study stands here twice"),
        ("{id: x, text_zh: 年, text_en: Years, fact: age, rule: {per_unit: 1, unit: month}}", "The unit month does not go with age"),
        ("{id: x, text_zh: 年, text_en: Years, fact: age, rule: {value_map: {old: 1}}}", "A number or a range"),
        ("{id: x, text_zh: 年, text_en: Years, fact: age, rule: {value_map: {'1..5': 1, '5..9': 2}}}", "This range overlaps"),
        ("{id: x, text_zh: 证, text_en: Level, fact: skill_level, rule: {value_map: {l9: 1}}}", "l9 cannot be a value of skill_level"),
        ("{id: x, text_zh: 罚, text_en: Fines, fact: tax_violation_count, rule: {per_unit: -5, unit: times}}", "Points below 0 and negative"),
        ("{id: x, text_zh: 罚, text_en: Fines, fact: tax_violation_count, rule: {per_unit: 5, unit: times}, negative: true}", "Points below 0 and negative"),
        ("{id: x, text_zh: 证, text_en: Level, fact: skill_level, rule: {flat: 5}}", "neither a yes-or-no fact nor a number"),
        ("{id: x, text_zh: 年, text_en: Years, fact: age, rule: {flat: ten}}", "A number is expected here"),
    ],
)  # fmt: skip
def test_an_error_in_a_points_table_is_shown(item: str, problem: str) -> None:
    found = problems_of(with_item(item))
    assert any(problem in one for one in found), found


def test_a_points_item_by_the_year_counts_months_by_twelve() -> None:
    pack = pack_of(
        with_item("{id: x, text_zh: 保, text_en: Insured, fact: social_insurance_months, rule: {per_unit: 3, unit: year}}")
    )
    points = pack.programmes[0].points
    assert points is not None and points.items[1].rule.size == 12  # type: ignore[union-attr]
