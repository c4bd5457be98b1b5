"""Case files: what a person types becomes records, and every fault is named with its place."""

from __future__ import annotations

import json
from datetime import date

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Party, Role
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.facts import Fact
from caseapp.domain.offices import Level, Office
from caseapp.domain.people import Person
from caseapp.domain.record import to_wire
from caseapp.domain.visits import Answer, Demand, Grounds, Visit
from caseapp.exchange.case_file import read_case_file, write_case_files
from caseapp.exchange.faults import FileRefused
from caseapp.i18n import catalogue
from caseapp.paths import resource

TODAY = date(2026, 11, 21)
HEAD = "city: beijing\nservice: compulsory_education\nas_of: '2024-06-01'\n"


def read(tmp_path, text, name="case.yaml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_case_file(path, TODAY)


def one(file, kind):
    assert [str(fault) for fault in file.faults] == []
    found = [record for record in file.cases[0].records if isinstance(record, kind)]
    assert len(found) == 1, found
    return found[0]


def every(file, kind):
    assert [str(fault) for fault in file.faults] == []
    return [record for record in file.cases[0].records if isinstance(record, kind)]


def test_a_child_applies_through_a_parent(tmp_path):
    file = read(tmp_path, HEAD + "applicant: {role: child, nickname: 孩子甲, age: 7, through: 家长}")
    people = {person.id: person for person in every(file, Person)}
    roles = {party.role: people[party.person].nickname for party in every(file, Party)}
    assert roles == {Role.APPLICANT: "孩子甲", Role.STATUTORY_REPRESENTATIVE: "家长"}


def test_an_age_is_kept_as_the_days_of_birth_it_allows(tmp_path):
    file = read(tmp_path, HEAD + "applicant: {role: child, age: 7}")
    child = next(person for person in every(file, Person) if person.born)
    assert child.age_on(date(2024, 6, 1)) == 7
    assert (child.born.earliest, child.born.latest) == (date(2016, 6, 2), date(2017, 6, 1))


def test_facts_go_to_the_person_they_speak_of(tmp_path):
    file = read(
        tmp_path,
        HEAD + "facts: {child_hukou_is_local: false, spouse_hukou_is_local: true, lease_months: 14}\n",
    )
    people = {person.id: person.nickname for person in every(file, Person)}
    about = {fact.key: (people[fact.person], fact.value, fact.as_of) for fact in every(file, Fact)}
    assert about == {
        "child_hukou_is_local": ("child", "false", date(2024, 6, 1)),
        "spouse_hukou_is_local": ("spouse", "true", date(2024, 6, 1)),
        "lease_months": ("parent", "14", date(2024, 6, 1)),
    }


def test_papers_say_where_they_stand_and_who_withholds_them(tmp_path):
    file = read(tmp_path, HEAD + "documents_held: [id_card]\nrefused_papers: [{paper: proof_of_address, by: landlord}]")
    states = {paper.paper: (paper.state, paper.holder) for paper in every(file, Document)}
    assert states == {
        "id_card": (DocumentState.HELD, HolderKind.CLIENT),
        "proof_of_address": (DocumentState.WITHHELD, HolderKind.LANDLORD),
    }


def test_a_visit_keeps_office_answer_words_and_papers_asked_for(tmp_path):
    file = read(
        tmp_path,
        HEAD
        + "visits:\n- {day: 约2024年5月, office_kind: school, answer_kind: refused, grounds: none, words: 不行,"
        + " rule_cited: {title: 通知, number: 〔2024〕1号}, papers_demanded: [proof_of_address]}",
    )
    visit, demand = one(file, Visit), one(file, Demand)
    assert (visit.answer, visit.grounds) == (Answer.REFUSED, Grounds.NONE)
    assert (visit.words, visit.rule_number) == ("不行", "〔2024〕1号")
    assert str(visit.day) == "2024-05-01/2024-05-31"
    assert (demand.visit, demand.paper) == (visit.id, "proof_of_address")


def test_a_visit_from_half_past_nine_to_ten_ends_after_it_begins(tmp_path):
    visit = "visits: [{{office_kind: school, answer: refused, time_from: '{}', time_to: '{}'}}]"
    kept = one(read(tmp_path, HEAD + visit.format("9:30", "10:15")), Visit)
    assert (kept.time_from, kept.time_to) == ("9:30", "10:15")
    (fault,) = read(tmp_path, HEAD + visit.format("10:15", "9:30")).faults
    assert "ends before it begins" in str(fault)


def test_two_cases_share_an_office_only_if_the_file_tells_it_apart(tmp_path):
    kinds = ("school", "district_government")
    visits = ", ".join(f"{{office_kind: {kind}, answer_kind: refused}}" for kind in kinds)
    file = read(tmp_path, "cases:\n" + 2 * f"- {{city: beijing, service: labour, visits: [{visits}]}}\n")
    offices = [{record.id for record in case.records if isinstance(record, Office)} for case in file.cases]
    assert not offices[0] & offices[1]
    named = "offices: {a: {kind: school, name_zh: 甲校}}\ncases:\n" + 2 * (
        "- {city: beijing, service: labour, visits: [{office: a, answer_kind: refused}]}\n"
    )
    file = read(tmp_path, named)
    first, second = ([r.id for r in case.records if isinstance(r, Office)] for case in file.cases)
    assert first == second


def test_a_city_government_is_no_district_government(tmp_path):
    visit = "visits: [{office_kind: city_government, answer_kind: refused}]"
    assert one(read(tmp_path, HEAD + visit), Office).level is Level.CITY


def test_a_question_answered_with_no_is_kept_as_asked(tmp_path):
    file = read(tmp_path, HEAD + "key_days: {injured: none, left_job: '2024-05-01'}")
    days = {day.kind: (day.none, str(day.day)) for day in every(file, KeyDay)}
    assert days == {KeyDayKind.INJURED: (True, "None"), KeyDayKind.LEFT_JOB: (False, "2024-05-01")}


def test_expectations_are_left_out_with_a_notice(tmp_path):
    file = read(tmp_path, HEAD + "expect: {check: []}")
    assert file.cases[0].notices


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("visits: [{office_kind: shool, answer_kind: refused}]", "Did you mean “school”"),
        ("visits: [{office_kind: school, answer_kind: no}]", "in quotes"),
        ("visits: [{office_kind: school}]", "what the office answered"),
        ("visits: [{answer_kind: refused}]", "which office"),
        ("facts: {lease_month: 3}", "lease_months"),
        ("facts: {lease_months: long}", "whole number"),
        ("facts: {lease_months: -3}", "whole number"),
        ("facts: {education_level: high}", "Write one of"),
        ("as_off: '2024-01-01'", "as_of"),
        ("useful_until: '2024-02-30'", "does not exist"),
        ("useful_until: '10000-01-01'", "outside the years"),
        ("useful_until: 03/04/05", "several days"),
        ("applicant: {name: \"李\\u202E明\"}", "direction of writing"),
        ("applicant: {name: " + "李" * 121 + "}", "120"),
        ("applicant: {age: 150}", "that old"),
        ("applicant: {role: child, age: 7}\nvisits: [{day: '2010-01-01', office_kind: school, answer_kind: refused}]",
         "born"),
        ("spells: [{kind: insured, since: '2024-02-01', until: '2024-01-01'}]", "ends before"),
        ("documents_held: [passport_photo]", "not known"),
        ("bill_yuan: 1e309", "amount"),
        ("marks: [{pattern: no_reasons}]", "no_reason"),
        ("fee_asked_yuan: 3", "at the visit"),
    ],
)  # fmt: skip
def test_a_fault_names_file_line_field_and_what_to_do(tmp_path, text, says):
    file = read(tmp_path, HEAD + text)
    assert file.faults, "nothing was found"
    said = str(file.faults[0])
    assert said.startswith("case.yaml:") and says in said
    assert not file.cases
    with pytest.raises(FileRefused):
        file.refuse_faults()


def test_all_faults_of_a_file_are_told_at_once_with_their_lines(tmp_path):
    file = read(tmp_path, HEAD + "facts:\n  lease_month: 3\n  age: old\nuseful_until: never\n")
    assert [(fault.line, fault.key) for fault in file.faults] == [
        (7, "useful_until"), (5, "facts.lease_month"), (6, "facts.age"),
    ]  # fmt: skip
    assert "2 more faults" in str(FileRefused(file.faults))
    assert FileRefused(file.faults).say(catalogue("zh_CN"))


def test_json_is_read_as_yaml_is(tmp_path):
    file = read(tmp_path, json.dumps({"city": "beijing", "service": "labour", "as_of": "2024-06-01"}), "case.json")
    assert one(file, Case).as_of == date(2024, 6, 1)


def test_a_file_of_a_newer_version_is_not_guessed_at(tmp_path):
    assert "version 2" in str(read(tmp_path, "case_file: 2\n" + HEAD).faults[0])


NO_CASE = ["", "[]", "3", "cases: []", "- 3", "a: &x 1\nb: *x", "\x00", "!!python/object:os.system {}"]


@pytest.mark.parametrize("text", NO_CASE)
def test_what_is_no_case_file_is_refused_in_words(tmp_path, text):
    assert read(tmp_path, text).faults


def test_every_sample_reads_without_a_fault():
    samples = sorted(resource("samples").glob("*.yaml"))
    assert len(samples) == 13
    for path in samples:
        assert [str(fault) for fault in read_case_file(path, TODAY).faults] == [], path.name


def as_file(case):
    by_kind = {}
    for record in case.records:
        by_kind.setdefault(type(record).__name__, []).append(record)
    return CaseFile(
        case.case, by_kind["Household"][0], tuple(by_kind["Person"]), tuple(by_kind["Membership"]),
        tuple(by_kind["Party"]), tuple(by_kind.get("KeyDay", ())), tuple(by_kind.get("Fact", ())),
        documents=tuple(by_kind.get("Document", ())), visits=tuple(by_kind.get("Visit", ())),
        demands=tuple(by_kind.get("Demand", ())), consents=tuple(by_kind.get("Consent", ())),
        marks=tuple(by_kind.get("PatternMark", ())),
        offices={office.id: office for office in by_kind.get("Office", ())},
    )  # fmt: skip


def test_what_is_exported_reads_back_as_the_same_records(tmp_path):
    for path in sorted(resource("samples").glob("*.yaml")):
        case = read_case_file(path, TODAY).cases[0]
        again = read(tmp_path, write_case_files([as_file(case)]))
        assert [str(fault) for fault in again.faults] == []
        assert {(r.id, str(to_wire(r))) for r in again.cases[0].records} == {(r.id, str(to_wire(r))) for r in case.records}


def test_an_export_with_a_missing_record_is_refused(tmp_path):
    case = read_case_file(resource("samples", "shanghai-no-reason.yaml"), TODAY).cases[0]
    text = write_case_files([as_file(case)]).replace("    visit:", "    visitt:")
    assert any("visit" in str(fault) for fault in read(tmp_path, text).faults)
