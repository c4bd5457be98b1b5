"""Insurance that does not pay here, and work without a contract. None of the expectations is softened."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from caseapp.attribution.costs import cost_to_client
from caseapp.domain.cases import Entitlement
from caseapp.domain.offices import OfficeKind
from caseapp.exchange.case_file import ReadFile, read_case_file
from caseapp.law.library import provision
from caseapp.law.triggers import Event, Trigger
from caseapp.paths import resource
from caseapp.policy.verdict import Verdict
from caseapp.work.deadlines import deadlines_for_events, deadlines_of
from caseapp.work.importing import import_files
from caseapp.work.patterns import How, group_patterns
from caseapp.work.session import NewProfile, create_with_key
from tests.vignettes.told import NOW

# --- Shanghai: insured at home, not accepted here

INSURED = "shanghai-not-accepted-here"


def test_insured_its_derived_pattern_is_insurance_not_accepted(sample):
    assert sample(INSURED).patterns(How.DERIVED) == {"insurance_not_accepted"}


def test_insured_the_employee_programme_is_not_met(sample):
    assert sample(INSURED).check("shanghai-health-employee-2016").verdict is Verdict.NOT_MET


def test_insured_a_second_case_with_the_same_scheme_and_city_is_found(sample, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = resource("samples", "shanghai-not-accepted-here.yaml")
    twice: list[ReadFile] = [read_case_file(path, NOW.date()) for _ in range(2)]
    with create_with_key(tmp_path / "two.casebook", b"k" * 32, NewProfile("li"), NOW) as session:
        import_files(session, twice, NOW)
        found = group_patterns(session, NOW.date())
    assert any(shared.group.households == 2 and "insurance_not_accepted" in shared.group.patterns for shared in found)


# --- Hangzhou: ten percent


def test_hangzhou_its_derived_pattern_is_a_low_reimbursement(sample):
    assert sample("hangzhou-ten-percent").patterns(How.DERIVED) == {"low_reimbursement"}


def test_hangzhou_ten_percent_of_5000_leaves_4500(sample):
    assert cost_to_client(sample("hangzhou-ten-percent").file.case) == Decimal(4500)


def test_hangzhou_outcome_and_entitlement_are_kept_apart(sample):
    case = sample("hangzhou-ten-percent").file.case
    assert (case.entitlement, case.outcome_words) == (Entitlement.NOT_OBTAINED, "没有治疗就离开了")


# --- Guangzhou: fourteen months of work and no contract

NO_CONTRACT = "guangzhou-no-contract"


def test_no_contract_its_coded_pattern_is_kept(sample):
    assert sample(NO_CONTRACT).coded() == {"misclassified_worker"}


def test_no_contract_the_obstructing_party_is_the_employer(sample):
    assert sample(NO_CONTRACT).ladder().private_obstructer is OfficeKind.EMPLOYER


def test_no_contract_double_wages_and_the_open_ended_contract_are_rights(sample):
    rights = sample(NO_CONTRACT).ladder().rights
    assert {(provision(one).statute, provision(one).article) for one in rights} >= {
        ("labour-contract-law-2012", "第八十二条第一款"), ("labour-contract-law-2012", "第十四条第三款"),
    }  # fmt: skip


def test_no_contract_arbitration_and_inspection_are_open(sample):
    avenues = {avenue.procedure: avenue.status.value for avenue in sample(NO_CONTRACT).ladder().avenues}
    assert avenues["labour_arbitration"] == "open"
    assert avenues["labour_inspection_complaint"] == "open"


def test_no_contract_arbitration_is_limited_to_one_year_and_inspection_to_two(sample):
    (asked,) = (one for one in deadlines_of(*sample(NO_CONTRACT).judged()) if one.id == "lab-arb-limit")
    assert asked.safe_last_day == date(2011, 2, 1)
    (ended,) = deadlines_for_events([Event(Trigger.VIOLATION_ENDED, date(2010, 12, 29))], date(2010, 12, 29))
    assert (ended.procedure, ended.safe_last_day) == ("labour_inspection_complaint", date(2012, 12, 29))


def test_no_contract_both_readings_of_the_double_wage_year_are_shown(sample):
    (double,) = (one for one in deadlines_of(*sample(NO_CONTRACT).judged()) if one.id == "lab-double-wage")
    # Counted from the end of the first month of work, or from the end of the first year: work began in October 2009.
    assert (double.safe_last_day, double.arguable_until) == (date(2010, 11, 1), date(2011, 10, 1))
