"""Each rule fires by its words and stays silent short of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.attribution.case_patterns import derive
from caseapp.attribution.checked import NOTHING_CHECKED, Checked, CheckedProgramme, Overdue, RuleMissing, Unmet
from caseapp.attribution.duty import attribute, duty_body
from caseapp.attribution.registry import rules
from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState, HolderKind
from caseapp.domain.facts import Fact, Spell, SpellKind
from caseapp.domain.ids import (
    CaseId,
    DemandId,
    DocumentId,
    FactId,
    KeyDayId,
    OfficeId,
    PersonId,
    SpellId,
    VisitId,
)  # fmt: skip
from caseapp.domain.offices import Office, OfficeKind, default_level, office_id
from caseapp.domain.patterns import Known, Pattern
from caseapp.domain.people import Person
from caseapp.domain.visits import Answer, Channel, Demand, Grounds, Visit

CASE, PERSON, ON = CaseId("case"), PersonId("person"), date(2026, 9, 10)


def office(kind: OfficeKind, city: str = "beijing") -> Office:
    return Office(OfficeId(f"{kind.value}@{city}"), kind, default_level(kind), city, "district")


SCHOOL, BUREAU = office(OfficeKind.SCHOOL), office(OfficeKind.EDUCATION_BUREAU)
LANDLORD, HOSPITAL = office(OfficeKind.LANDLORD), office(OfficeKind.HOSPITAL)
POLICE_THERE = office(OfficeKind.POLICE_STATION, "fuyang")


def visit(at: Office, answer: Answer = Answer.REFUSED, grounds: Grounds | None = None, **more: object) -> Visit:
    order = int(str(more.pop("order", 0)))
    day = more.pop("day", date(2026, 6, 1))
    assert isinstance(day, date)
    made = Visit(VisitId(f"visit-{order}"), CASE, at.id, order, ImpreciseDay.on(day), answer=answer, grounds=grounds)
    return replace(made, **more)


def demand(paper: str, holder: HolderKind | None, at: str = "visit-0", by_rule: bool | None = None) -> Demand:
    kind = holder.value if holder else ""
    return Demand(DemandId(f"demand-{paper}"), VisitId(at), paper, holder_kind=kind, by_rule=by_rule)


def paper(name: str, state: DocumentState, holder: HolderKind | None = None) -> Document:
    return Document(DocumentId(name), CASE, name, state=state, holder=holder)


def fact(key: str, value: str, *, adverse: bool = False) -> Fact:
    return Fact(FactId(key), PERSON, key, value, date(2026, 5, 1), adverse=adverse)


def spell(kind: SpellKind, since: date, until: date | None, employer: str = "") -> Spell:
    end = ImpreciseDay.on(until) if until else None
    return Spell(SpellId(f"{kind.value}-{since}"), PERSON, kind, ImpreciseDay.on(since), end, employer=employer)


def file(service: Service = Service.COMPULSORY_EDUCATION, **parts: object) -> CaseFile:
    case = Case(CASE, "2026-A001", date(2026, 5, 1), service=service, city="beijing", district="district")
    case = replace(case, **parts.pop("case", {}))
    offices = {known.id: known for known in (SCHOOL, BUREAU, LANDLORD, HOSPITAL, POLICE_THERE)}
    return CaseFile(case, people=(Person(PERSON),), offices=offices, **parts)


def found(of: CaseFile, checked: Checked = NOTHING_CHECKED, on: date = ON) -> set[Pattern]:
    return {derived.pattern for derived in derive(of, on, checked)}


def unmet(*failing: Unmet, met: bool | None = False, **more: bool) -> Checked:
    return Checked((CheckedProgramme("programme", met, tuple(failing), **more),))


SILENT = "silent"
CASES: dict[str, tuple[Pattern | str, CaseFile, Checked]] = {
    "no reason, and the record says so": (
        Pattern.NO_REASON, file(visits=(visit(SCHOOL, grounds=Grounds.NONE),)), NOTHING_CHECKED),
    "put off without a reason": (
        Pattern.NO_REASON, file(visits=(visit(SCHOOL, Answer.NO_ANSWER, Grounds.NONE),)), NOTHING_CHECKED),
    "grounds not recorded are not grounds withheld": (SILENT, file(visits=(visit(SCHOOL),)), NOTHING_CHECKED),
    "a rule named without its clause is a caseworker's to judge": (
        SILENT, file(visits=(visit(SCHOOL, grounds=Grounds.RULE_UNNAMED),)), NOTHING_CHECKED),
    "a landlord owes nobody a reason": (
        SILENT, file(visits=(visit(LANDLORD, grounds=Grounds.NONE),)), NOTHING_CHECKED),
    "money asked by a school": (
        Pattern.EXTRA_FEE, file(visits=(visit(SCHOOL, Answer.ASKED_MORE, fee_asked_yuan="6000"),)), NOTHING_CHECKED),
    "no money at all": (
        SILENT, file(visits=(visit(SCHOOL, Answer.ASKED_MORE, fee_asked_yuan="0"),)), NOTHING_CHECKED),
    "money asked by a landlord": (
        Pattern.THIRD_PARTY_HOLDS_KEY,
        file(visits=(visit(LANDLORD, Answer.ASKED_MORE, Grounds.FEE, fee_asked_yuan="50000"),)), NOTHING_CHECKED),
    "a hospital's ordinary bill": (
        SILENT, file(Service.HEALTH_INSURANCE, visits=(visit(HOSPITAL, Answer.ACCEPTED, fee_asked_yuan="300"),)),
        NOTHING_CHECKED),
    "a paper from another office": (
        Pattern.HARD_PAPERWORK,
        file(visits=(visit(SCHOOL, Answer.ASKED_MORE),), demands=(demand("residence_permit", HolderKind.OFFICE),)),
        NOTHING_CHECKED),
    "a paper the client fills in": (
        SILENT, file(visits=(visit(SCHOOL, Answer.ASKED_MORE),), demands=(demand("photo", HolderKind.CLIENT),)),
        NOTHING_CHECKED),
    "a paper the rule does not ask": (
        SILENT,
        file(visits=(visit(SCHOOL, Answer.ASKED_MORE),), demands=(demand("x", HolderKind.OFFICE, by_rule=False),)),
        NOTHING_CHECKED),
    "a paper asked for and in hand": (
        SILENT,
        file(visits=(visit(SCHOOL, Answer.ASKED_MORE),), demands=(demand("residence_permit", HolderKind.OFFICE),),
             documents=(paper("residence_permit", DocumentState.COPY_ONLY),)),
        NOTHING_CHECKED),
    "a paper nobody issues": (
        Pattern.HARD_PAPERWORK,
        file(documents=(paper("document_review_certificate", DocumentState.UNOBTAINABLE, HolderKind.OFFICE),)),
        NOTHING_CHECKED),
    "papers of the rule where nothing was tried": (
        SILENT, file(), Checked((CheckedProgramme("p", False, missing=(RuleMissing("a", HolderKind.OFFICE),)),))),
    "papers of the rule after the request was turned away": (
        Pattern.HARD_PAPERWORK,
        file(visits=(visit(SCHOOL),), documents=(paper("hukou_booklet", DocumentState.HELD),)),
        Checked((CheckedProgramme("p", None, missing=(RuleMissing("a", HolderKind.OFFICE),)),))),
    "sent back": (
        Pattern.OFFICE_SHUFFLE,
        file(visits=(visit(SCHOOL, Answer.REFERRED, referred_to=BUREAU.id),
                     visit(BUREAU, Answer.REFERRED, order=1, referred_to=SCHOOL.id))),
        NOTHING_CHECKED),
    "sent on without return": (
        SILENT, file(visits=(visit(SCHOOL, Answer.REFERRED, referred_to=BUREAU.id), visit(BUREAU, order=1))),
        NOTHING_CHECKED),
    "refused here and there": (
        Pattern.TWO_PLACE_TRAP, file(visits=(visit(BUREAU), visit(POLICE_THERE, order=1))), NOTHING_CHECKED),
    "refused here, taken on there": (
        SILENT, file(visits=(visit(BUREAU), visit(POLICE_THERE, Answer.ACCEPTED, order=1))), NOTHING_CHECKED),
    "the registered place is the only place": (
        Pattern.SENT_HOME, file(visits=(visit(SCHOOL, grounds=Grounds.HUKOU_PLACE),)), NOTHING_CHECKED),
    "shut": (
        Pattern.SERVICE_CLOSED, file(visits=(visit(SCHOOL, grounds=Grounds.FACILITY_CLOSED),)), NOTHING_CHECKED),
    "two records differ": (
        Pattern.RECORD_MISMATCH, file(visits=(visit(SCHOOL, Answer.ASKED_MORE, Grounds.RECORD_MISMATCH),)),
        NOTHING_CHECKED),
    "met and no place": (
        Pattern.QUOTA_EXHAUSTED, file(visits=(visit(SCHOOL, grounds=Grounds.NO_PLACE),)), unmet(met=True)),
    "papers complete and no place": (
        Pattern.QUOTA_EXHAUSTED,
        file(visits=(visit(SCHOOL, grounds=Grounds.NO_PLACE),), documents=(paper("id_card", DocumentState.HELD),)),
        unmet(met=None)),
    "no place, and nothing known": (
        SILENT, file(visits=(visit(SCHOOL, grounds=Grounds.NO_PLACE),)), unmet(met=None)),
    "the online system refuses": (
        Pattern.SYSTEM_REJECTS, file(visits=(visit(BUREAU, channel=Channel.ONLINE),)), NOTHING_CHECKED),
    "the online system takes it": (
        SILENT, file(visits=(visit(BUREAU, Answer.ACCEPTED, channel=Channel.ONLINE),)), NOTHING_CHECKED),
    "out of time": (
        Pattern.CLOCK_RUNS_OUT, file(visits=(visit(SCHOOL, grounds=Grounds.OUT_OF_TIME),)), NOTHING_CHECKED),
    "promised until the window closed": (
        Pattern.CLOCK_RUNS_OUT,
        file(visits=(visit(SCHOOL, Answer.PROMISED),), case={"useful_until": date(2026, 9, 1)}), NOTHING_CHECKED),
    "registration closed while more papers were asked for": (
        Pattern.CLOCK_RUNS_OUT,
        file(visits=(visit(SCHOOL, Answer.ASKED_MORE),),
             key_days=(KeyDay(KeyDayId("k"), CASE, KeyDayKind.REGISTRATION_CLOSES, ImpreciseDay.month(2026, 6)),)),
        NOTHING_CHECKED),
    "plainly refused before the window closed": (
        SILENT, file(visits=(visit(SCHOOL),), case={"useful_until": date(2026, 9, 1)}), NOTHING_CHECKED),
    "granted before the window closed, and something else promised after": (
        SILENT,
        file(visits=(visit(SCHOOL, Answer.ACCEPTED), visit(SCHOOL, Answer.PROMISED, order=1, day=date(2026, 6, 2))),
             case={"useful_until": date(2026, 9, 1)}), NOTHING_CHECKED),
    "the window is still open": (
        SILENT, file(visits=(visit(SCHOOL, Answer.PROMISED),), case={"useful_until": date(2026, 10, 1)}),
        NOTHING_CHECKED),
    "the last useful day is not over": (
        SILENT, file(visits=(visit(SCHOOL, Answer.PROMISED),), case={"useful_until": ON}), NOTHING_CHECKED),
    "the office let its own period pass": (
        Pattern.CLOCK_RUNS_OUT, file(), Checked(overdue=(Overdue("rp-issue", date(2026, 8, 1)),))),
    "reached only after the useful day": (
        Pattern.IMPOSSIBLE_REQUIREMENT, file(case={"useful_until": date(2026, 9, 1)}),
        unmet(Unmet("months", "social_insurance_months", date(2026, 9, 2)))),
    "reached on the useful day": (
        SILENT, file(case={"useful_until": date(2026, 12, 1)}),
        unmet(Unmet("months", "social_insurance_months", date(2026, 12, 1)))),
    "never": (Pattern.IMPOSSIBLE_REQUIREMENT, file(), unmet(Unmet("age", "age", never=True))),
    "no day known is not never": (SILENT, file(), unmet(Unmet("contract", "labour_contract_held"))),
    "within the year where no useful day is known": (
        SILENT, file(), unmet(Unmet("months", "social_insurance_months", date(2027, 9, 1)))),
    "another programme is met": (
        SILENT, file(),
        Checked((CheckedProgramme("a", True), CheckedProgramme("b", False, (Unmet("age", "age", never=True),))))),
    "another programme is reached in time": (
        SILENT, file(case={"useful_until": date(2026, 12, 1)}),
        Checked((CheckedProgramme("a", False, earliest=date(2026, 11, 1)),
                 CheckedProgramme("b", False, (Unmet("age", "age", never=True),))))),
    "registered elsewhere is another pattern": (
        SILENT, file(), unmet(Unmet("local", "hukou_city_is_local", never=True))),
    "a gap in what must be unbroken": (
        Pattern.CONTINUITY_OR_PLACE_MISMATCH,
        file(spells=(spell(SpellKind.INSURED, date(2024, 1, 1), date(2025, 1, 31)),
                     spell(SpellKind.INSURED, date(2025, 6, 1), None))),
        unmet(Unmet("si", "social_insurance_continuous_months"))),
    "too short, without a gap": (
        SILENT, file(spells=(spell(SpellKind.INSURED, date(2026, 1, 1), None),)),
        unmet(Unmet("si", "social_insurance_continuous_months"))),
    "works without a contract": (
        Pattern.MISCLASSIFIED_WORKER,
        file(Service.LABOUR, facts=(fact("labour_contract_held", "false"), fact("employment_status", "employee"))),
        NOTHING_CHECKED),
    "no contract, and not said to work": (
        SILENT, file(facts=(fact("labour_contract_held", "false"),)), NOTHING_CHECKED),
    "works for himself": (
        SILENT,
        file(Service.LABOUR,
             facts=(fact("labour_contract_held", "false"), fact("employment_status", "self_employed"))),
        NOTHING_CHECKED),
    "insured fewer months than worked": (
        Pattern.INSURED_LATE_OR_LOW_BASE,
        file(Service.LABOUR,
             spells=(spell(SpellKind.EMPLOYED, date(2024, 1, 1), None, "factory"),
                     spell(SpellKind.INSURED, date(2025, 1, 1), None, "factory"))),
        NOTHING_CHECKED),
    "insured with another employer": (
        SILENT,
        file(Service.LABOUR,
             spells=(spell(SpellKind.EMPLOYED, date(2024, 1, 1), None, "factory"),
                     spell(SpellKind.INSURED, date(2025, 1, 1), None, "shop"))),
        NOTHING_CHECKED),
    "less here than at home": (
        Pattern.LOW_REIMBURSEMENT,
        file(Service.HEALTH_INSURANCE, case={"rate_here_percent": "55", "rate_home_percent": "80"}), NOTHING_CHECKED),
    "as much here as at home": (
        SILENT,
        file(Service.HEALTH_INSURANCE, facts=(fact("insurance_place_is_local", "false"),),
             case={"rate_here_percent": "10", "rate_home_percent": "10"}), NOTHING_CHECKED),
    "no agreement": (
        Pattern.INSURANCE_NOT_ACCEPTED,
        file(Service.HEALTH_INSURANCE, facts=(fact("insurance_scheme", "nrcms"),),
             visits=(visit(HOSPITAL, grounds=Grounds.NO_AGREEMENT),)), NOTHING_CHECKED),
    "no agreement, and not insured": (
        SILENT,
        file(Service.HEALTH_INSURANCE, facts=(fact("insurance_scheme", "none"),),
             visits=(visit(HOSPITAL, grounds=Grounds.NO_AGREEMENT),)), NOTHING_CHECKED),
    "met if only registered here": (
        Pattern.DIFFERENCE_BY_HUKOU_TYPE, file(facts=(fact("hukou_city_is_local", "false"),)),
        unmet(met_if_registered_here=True)),
    "an adverse fact is not looked at": (
        SILENT,
        file(Service.LABOUR,
             facts=(fact("labour_contract_held", "false", adverse=True), fact("employment_status", "employee"))),
        NOTHING_CHECKED),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_rule_keeps_to_its_words(name: str) -> None:
    expected, of, checked = CASES[name]
    wanted = set() if expected == SILENT else {expected}
    also = {Pattern.HARD_PAPERWORK} if expected is Pattern.THIRD_PARTY_HOLDS_KEY else set()
    assert wanted <= found(of, checked) <= wanted | also


def test_every_derived_pattern_of_the_closed_list_has_a_rule() -> None:
    derived = {pattern for pattern in Pattern if pattern.known is Known.DERIVED}
    assert derived <= set(rules())
    assert not {pattern for pattern in rules() if pattern.known is Known.CODED}


def test_a_visit_after_the_day_judged_does_not_count() -> None:
    late = file(visits=(visit(SCHOOL, grounds=Grounds.NONE, day=date(2026, 9, 11)),))
    assert found(late) == set()
    assert found(late, on=date(2026, 9, 11)) == {Pattern.NO_REASON}


def test_an_employer_who_withholds_a_paper_holds_the_key() -> None:
    withheld = file(documents=(paper("employment_certificate", DocumentState.WITHHELD, HolderKind.EMPLOYER),))
    assert found(withheld) == {Pattern.HARD_PAPERWORK, Pattern.THIRD_PARTY_HOLDS_KEY}


def test_without_a_statute_nobody_is_named() -> None:
    assert duty_body(file(Service.OTHER), ON) is None


def test_the_bureau_on_file_is_the_one_named_else_the_template_every_laptop_shares() -> None:
    body = duty_body(file(), ON)
    assert body is not None and body.office == BUREAU.id
    away = duty_body(replace(file(), offices={}), ON)
    assert away is not None
    assert away.office == office_id("beijing", "district", away.kind, away.level)


def test_the_insurer_with_the_duty_is_where_the_insurance_is() -> None:
    elsewhere = duty_body(file(Service.HEALTH_INSURANCE, facts=(fact("insurance_place_is_local", "false"),)), ON)
    assert elsewhere is not None and elsewhere.city == ""


def test_an_office_that_took_the_request_on_turned_nobody_away() -> None:
    assert attribute(file(visits=(visit(SCHOOL, Answer.ACCEPTED),)), ON).answering == ()
