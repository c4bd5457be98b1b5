"""Check: a function of facts, pack and day alone."""

from datetime import date

import pytest
from hypothesis import assume
from hypothesis import given as for_all
from hypothesis import strategies as st

from caseapp.policy.check import Doubt, Undecided, check, check_programme, may_have_been_replaced, verdict
from caseapp.policy.compile import compiled
from caseapp.policy.documents import missing_documents
from caseapp.policy.known import KnownFact, KnownFacts, given
from caseapp.policy.model import Programme, Scalar
from caseapp.policy.packs import load, places
from caseapp.policy.verdict import Verdict
from tests.policy.linjiang import TEXT, changed, pack_of, with_eligibility
from tests.policy.test_points import values

MET, NOT_MET, NOT_ASKED, NOT_COVERED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_ASKED, Verdict.NOT_COVERED


def test_beijing_five_documents_are_met_in_2012() -> None:
    day = date(2012, 9, 10)
    facts = {
        "child_hukou_is_local": False,
        "temporary_residence_permit_held": True,
        "lease_months": 14,
        "employment_months": 20,
    }
    found = check(load("beijing"), given(facts, day), day).of("beijing-five-documents-2007")
    assert found is not None and found.verdict is MET and not found.failing


def test_beijing_five_documents_lack_two_papers() -> None:
    programme = load("beijing").programme("beijing-five-documents-2007")
    assert programme is not None
    held = {"hukou_booklet", "id_card", "temporary_residence_permit", "proof_of_address", "employment_certificate"}
    assert [one.id for one in missing_documents(programme, held)] == [
        "hometown_residency_certificate",
        "document_review_certificate",
    ]


VOCATIONAL = {
    "employment_continuous_months": 30, "social_insurance_continuous_months": 14, "child_local_junior_years": 3,
    "residence_permit_held": False, "temporary_residence_permit_held": True, "home_basis": "rented_registered",
}  # fmt: skip


def test_the_vocational_exam_fails_on_three_criteria() -> None:
    day = date(2013, 3, 1)
    found = check(load("beijing"), given(VOCATIONAL, day), day).of("beijing-secondary-vocational-2013")
    assert found is not None and found.verdict is NOT_MET
    assert [one.criterion.fact for one in found.failing] == [
        "residence_permit_held", "employment_continuous_months", "social_insurance_continuous_months",
    ]  # fmt: skip


def test_shanghai_settlement_fails_on_permit_and_insurance_years() -> None:
    day = date(2013, 7, 1)
    facts = given({"residence_permit_months": 60, "social_insurance_months": 60}, day)
    found = check(load("shanghai"), facts, day).of("shanghai-settlement-7-years")
    assert found is not None and found.verdict is NOT_MET
    assert {one.criterion.fact for one in found.failing} == {"residence_permit_months", "social_insurance_months"}


def test_shanghai_school_of_2017_is_not_asked_without_facts() -> None:
    day = date(2017, 7, 15)
    found = check(load("shanghai"), given({}, day), day, service="compulsory_education").of("shanghai-compulsory-2014")
    assert found is not None and found.verdict is NOT_ASKED


def test_shanghai_employee_insurance_is_not_met_without_contributions() -> None:
    day = date(2017, 7, 1)
    facts = {
        "insurance_scheme": "nrcms",
        "insurance_place_is_local": False,
        "employment_status": "informal",
        "social_insurance_current": False,
    }
    found = check(load("shanghai"), given(facts, day), day).of("shanghai-health-employee-2016")
    assert found is not None and found.verdict is NOT_MET


def test_only_rules_of_the_day_are_used() -> None:
    day = date(2016, 6, 1)
    ids = {one.programme.id for one in check(load("beijing"), given({}, day), day).programmes}
    assert "beijing-compulsory-2016" in ids
    assert not ids & {"beijing-compulsory-2014", "beijing-compulsory-2026", "beijing-five-documents-2007"}


@pytest.mark.parametrize(
    ("day", "inside"), [("2024-05-31", False), ("2024-06-01", True), ("2025-12-31", True), ("2026-01-01", False)]
)
def test_a_programme_holds_from_its_first_to_its_last_day(day: str, inside: bool) -> None:
    pack = pack_of(changed("effective_to: null\n    status", "effective_to: '2025-12-31'\n    status"))
    on = date.fromisoformat(day)
    assert bool(check(pack, given({}, on), on).programmes) is inside
    outside = check_programme(pack, "linjiang-school-2024", given({}, on), on).undecided
    assert outside is (None if inside else Undecided.NOT_IN_FORCE)


def test_a_draft_never_decides() -> None:
    beijing, day = load("beijing"), date(2016, 1, 1)
    facts = {"residence_permit_held": False, "age": 50}
    assert check(beijing, given(facts, day), day).of("beijing-points-hukou-2015-draft") is None
    found = check_programme(beijing, "beijing-points-hukou-2015-draft", given(facts, day), day)
    assert (found.verdict, found.undecided) == (NOT_COVERED, Undecided.DRAFT)


def test_an_undated_rule_answers_not_covered_with_its_reason() -> None:
    day = date(2008, 6, 1)
    facts = given({"child_hukou_is_local": True}, day)
    found = check(load("beijing"), facts, day).of("beijing-enrolment-fees-2007")
    assert found is not None and (found.verdict, found.undecided) == (NOT_COVERED, Undecided.UNDATED)
    assert found.findings[0].verdict is NOT_MET


@pytest.mark.parametrize(
    ("seen", "to", "on", "replaced"),
    [
        ("'2021-05-01'", "null", "2024-05-01", False),
        ("'2021-05-01'", "null", "2024-05-02", True),
        ("'2021'", "null", "2024-01-01", False),
        ("'2021'", "null", "2024-01-02", True),
        ("null", "null", "2024-06-01", True),
        ("'2021'", "'2030-01-01'", "2026-01-01", False),
        ("'2030'", "null", "2025-01-01", False),
    ],
)
def test_an_open_ended_rule_not_seen_for_three_years_may_have_been_replaced(
    seen: str, to: str, on: str, replaced: bool
) -> None:
    text = changed("seen_in_force: '2025'", f"seen_in_force: {seen}").replace(
        "effective_to: null\n    status", f"effective_to: {to}\n    status"
    )
    programme, day = pack_of(text).programmes[0], date.fromisoformat(on)
    assert may_have_been_replaced(programme, day) is replaced
    doubts = check_programme(pack_of(text), programme.id, given({}, day), day).doubts
    assert (Doubt.MAY_HAVE_BEEN_REPLACED in doubts) is replaced


def test_a_failed_waivable_criterion_is_not_met_and_says_so() -> None:
    pack = with_eligibility("{all: [{id: a, fact: owns_home, op: 'true', waivable: true, text_zh: 有房, text_en: Home}]}")
    day = date(2025, 9, 1)
    found = check_programme(pack, "linjiang-school-2024", given({"owns_home": False}, day), day)
    assert found.verdict is NOT_MET and found.failing[0].criterion.waivable


def test_an_unbroken_count_of_an_earlier_day_is_not_asked_and_a_total_only_a_lower_bound() -> None:
    pack, later = pack_of(), date(2025, 9, 1)
    fact = {"social_insurance_months": KnownFact(6, date(2025, 1, 1)), "owns_home": KnownFact(True, later)}
    assert check(pack, KnownFacts(fact), later).programmes[0].verdict is MET
    few = KnownFacts({**fact, "social_insurance_months": KnownFact(5, date(2025, 1, 1))})
    assert check(pack, few, later).programmes[0].verdict is NOT_ASKED
    run = pack_of(
        TEXT.replace("fact: social_insurance_months,", "fact: social_insurance_continuous_months,").replace(
            "{social_insurance_months: 5}", "{social_insurance_continuous_months: 5}"
        )
    )
    unbroken = KnownFacts(
        {"social_insurance_continuous_months": KnownFact(60, date(2025, 1, 1)), "owns_home": KnownFact(True, later)}
    )
    assert check(run, unbroken, later).programmes[0].verdict is NOT_ASKED


def test_what_cannot_be_true_is_asked_about_and_not_judged() -> None:
    day = date(2025, 9, 1)
    facts = {"age": 20, "social_insurance_months": 400, "owns_home": True}
    found = check(pack_of(), given(facts, day), day).programmes[0]
    insured, _lease, home = found.findings
    assert (found.verdict, insured.verdict, insured.actual, home.verdict) == (NOT_ASKED, NOT_ASKED, None, MET)
    assert insured.known is not None and insured.known.value == 400, "what was said stays on record"
    assert insured.contradiction is not None and insured.contradiction.other == "age" and home.contradiction is None
    assert found.contradictions == (insured.contradiction,) and Doubt.FACTS_CONTRADICT in found.doubts
    assert check(pack_of(), given({**facts, "age": 40}, day), day).programmes[0].verdict is MET


def test_a_contradiction_that_concerns_no_rule_is_no_doubt_of_it() -> None:
    day = date(2025, 9, 1)
    facts = given({"criminal_record": False, "criminal_record_years_ago": 2, "owns_home": True}, day)
    found = check(pack_of(), facts, day).programmes[0]
    assert facts.contradictions(day) and found.contradictions == () and Doubt.FACTS_CONTRADICT not in found.doubts


@pytest.mark.parametrize(
    ("verified", "long_ago"), [("null", False), ("'2024-09-01'", False), ("'2024-08-31'", True), ("'2026-01-01'", False)]
)
def test_a_source_last_looked_at_more_than_a_year_ago_is_looked_at_again(verified: str, long_ago: bool) -> None:
    text = changed("seen_in_force: '2025'\n    verified_on: null", f"seen_in_force: '2025'\n    verified_on: {verified}")
    day = date(2025, 9, 1)
    found = check_programme(pack_of(text), "linjiang-school-2024", given({}, day), day)
    assert (Doubt.VERIFIED_LONG_AGO in found.doubts) is long_ago
    assert found.to_confirm == ((Doubt.VERIFIED_LONG_AGO,) if long_ago else ())


def test_what_a_letter_may_not_rest_on_unconfirmed_is_told_apart_from_what_is_only_to_be_known() -> None:
    text = changed(
        "responsible_office: lj-education\n    confidence: high", "responsible_office: lj-education\n    confidence: low"
    )
    text = text.replace("    documents:\n", "    quota: {per_year: 10, basis: threshold}\n    documents:\n")
    found = check_programme(pack_of(text), "linjiang-school-2024", given({}, date(2025, 9, 1)), date(2025, 9, 1))
    assert found.doubts == (Doubt.LOW_CONFIDENCE, Doubt.PLACES_LIMITED)
    assert found.to_confirm == (Doubt.LOW_CONFIDENCE,)


@pytest.mark.parametrize(
    ("op", "value", "known", "missing"),
    [(">=", 6, 2, 4), (">=", 6, 6, None), ("<=", 6, 9, 3), ("<=", 6, 6, None), ("==", 6, 9, None)],
)
def test_a_gap_is_told_in_the_unit_of_its_fact(op: str, value: int, known: int, missing: int | None) -> None:
    one = f"{{id: a, fact: social_insurance_months, op: '{op}', value: {value}, unit: months, text_zh: 参保, text_en: In}}"
    day = date(2025, 9, 1)
    facts = given({"social_insurance_months": known}, day)
    found = check_programme(with_eligibility(f"{{all: [{one}]}}"), "linjiang-school-2024", facts, day)
    assert found.findings[0].missing == missing


ALL = [(load(place), one) for place in places() for one in load(place).programmes]


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, Programme, dict[str, Scalar], str]:
    """A programme, answers to some of what it asks, and one answer more."""
    from caseapp.policy.catalogue import catalogue
    from caseapp.policy.model import criteria

    pack, programme = draw(st.sampled_from(ALL))
    keys = sorted(
        {one.fact for one in criteria(programme.eligibility)}
        | {item.fact for item in (programme.points.items if programme.points else ())}
    )
    facts = {key: draw(values(catalogue()[key])) for key in draw(st.lists(st.sampled_from(keys), unique=True, min_size=1))}
    return pack.place.id, programme, facts, draw(st.sampled_from(sorted(facts)))


def facts_of(facts: dict[str, Scalar], day: date) -> KnownFacts:
    return KnownFacts({key: KnownFact(value, day) for key, value in facts.items()})


@for_all(cases(), st.dates(date(2007, 1, 1), date(2030, 1, 1)))
def test_with_and_without_explanation_the_answer_is_the_same(
    case: tuple[str, Programme, dict[str, Scalar], str], day: date
) -> None:
    place, programme, facts, _ = case
    known = facts_of(facts, day)
    explained = check_programme(load(place), programme.id, known, day)
    assert explained.verdict is verdict(compiled(load(place))[programme.id], known, day)
    assert explained.verdict is check_programme(load(place), programme.id, facts_of(facts, day), day).verdict


@for_all(cases(), st.dates(date(2007, 1, 1), date(2030, 1, 1)))
def test_one_more_fact_never_turns_an_answer_that_stands(
    case: tuple[str, Programme, dict[str, Scalar], str], day: date
) -> None:
    """Met, not met and not covered for want of a rule stay; only what was not asked can become something else."""
    place, programme, facts, more = case
    assume(not facts_of(facts, day).contradictions(day))
    fewer = {key: value for key, value in facts.items() if key != more}
    before = check_programme(load(place), programme.id, facts_of(fewer, day), day)
    after = check_programme(load(place), programme.id, facts_of(facts, day), day)
    if before.verdict in (MET, NOT_MET):
        assert after.verdict is before.verdict
    for one, other in zip(before.findings, after.findings, strict=True):
        if one.criterion.fact != more:
            assert one.verdict is other.verdict
        elif one.verdict is NOT_ASKED:
            assert other.verdict in (MET, NOT_MET)
