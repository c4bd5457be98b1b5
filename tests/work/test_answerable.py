"""Who is answerable in a recorded case: said in both languages, with what the casebook knows of the office."""

from __future__ import annotations

from datetime import date

from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import DocumentState, HolderKind
from caseapp.domain.facts import Fact
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.work.answerable import answerable
from caseapp.work.cases import case_file
from caseapp.work.documents import set_state
from caseapp.work.facts import set_fact
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.practice import precedents
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.work.conftest import NOW

ON = NOW.date()


def visit(session, case, office, day, answer=Answer.REFUSED, **more):
    form = VisitForm(office.id, ImpreciseDay.on(date.fromisoformat(day)), answer=answer, **more)
    return record_visit(session, case, form, NOW)


def another(session) -> str:
    form = IntakeForm(
        city="beijing", district="某区", service=Service.COMPULSORY_EDUCATION, client_nickname="邻居", consent_keep=True
    )
    return begin_case(session, form, NOW)


def test_the_list_names_the_duty_its_article_and_what_the_office_did_before(session, case):
    school = new_office(session, OfficeKind.SCHOOL, "某区第一小学", case, NOW)
    visit(session, another(session), school, "2025-06-01", Answer.ACCEPTED)
    visit(session, case, school, "2026-06-01", rule_title="国务院的文件", rule_number="国发[2016]40号")
    (refusal,) = answerable(session, case, ON).refusals
    assert refusal.who.zh == "某区第一小学" and not refusal.refusal.private
    first = refusal.bodies[0]
    assert (first.name.zh, first.name.en) == ("区教育局", "District education bureau")
    assert "第七条第二款" in first.grounds[0].zh and "art. 7(2)" in first.grounds[0].en
    by_history = next(body for body in refusal.bodies if body.body.turned_away)
    assert any("本案卷库有1次" in ground.zh and "2025年6月1日" in ground.zh for ground in by_history.grounds)
    (moved,) = refusal.shifts
    assert "2026年6月1日第一次拿出来用" in moved.zh and "first used on 1 June 2026" in moved.en


def test_conditions_are_those_of_the_day_and_never_adverse_ones(session, case):
    school = new_office(session, OfficeKind.SCHOOL, "某区第一小学", case, NOW)
    set_fact(session, case, None, "child_hukou_is_local", False, date(2026, 3, 1), now=NOW)
    set_fact(session, case, None, "labour_contract_held", False, date(2026, 7, 1), now=NOW)
    visit(session, another(session), school, "2025-06-01", Answer.ACCEPTED)
    visit(session, case, school, "2026-06-01")
    own = precedents(session, case_file(session, case), ON)[-1]
    assert own.conditions and not any("labour_contract" in key for key in own.conditions)
    with session.write("adverse", NOW) as writer:
        for fact in case_file(session, case).facts:
            writer.put(Fact(fact.id, fact.person, fact.key, fact.value, fact.as_of, adverse=True))
    assert precedents(session, case_file(session, case), ON)[-1].conditions == {}


def test_a_landlord_leaves_another_proof_to_be_shown(session, case):
    set_state(session, case, "proof_of_address", DocumentState.WITHHELD, ON, holder=HolderKind.LANDLORD, now=NOW)
    found = answerable(session, case, ON)
    (party,) = found.parties
    assert found.refusals == () and party.name.zh == "房东"
    assert "没有行政行为" in party.standing.zh and "替代材料" in party.standing.zh
    assert "单位集体宿舍证明" in party.routes[0].zh and "租赁合同" not in party.routes[0].zh


def test_what_the_rules_of_the_nation_call_the_agency_is_the_agency(session):
    form = IntakeForm(city="兴义", district="某区", service=Service.PENSION, client_nickname="工人", consent_keep=True)
    case = begin_case(session, form, NOW)
    agency = new_office(session, OfficeKind.SOCIAL_INSURANCE_AGENCY, "某区社保中心", case, NOW)
    visit(session, case, agency, "2026-06-01")
    (refusal,) = answerable(session, case, ON).refusals
    assert [body.name.zh for body in refusal.bodies if body.body.has_the_duty] == ["某区社保中心"]


def test_what_a_court_or_an_arbitration_body_refused_leads_on_by_their_own_way(session, case):
    for kind in (OfficeKind.COURT, OfficeKind.LABOUR_ARBITRATION, OfficeKind.SCHOOL, OfficeKind.EDUCATION_BUREAU):
        visit(session, case, new_office(session, kind, f"某{kind.value}", case, NOW), "2026-06-01")
    said = {one.who.zh: one.standing.zh for one in answerable(session, case, ON).refusals}
    assert "上诉、再审" in said["某court"] and "书面申请" not in said["某court"]
    assert "向法院起诉" in said["某labour_arbitration_commission"]
    assert said["某school"].startswith("对它的拒绝能不能复议有争议") and "60日只作保护日" in said["某school"]
    assert said["某education_bureau"] == "行政机关：对它的拒绝可以申请复议。"


def test_what_a_source_only_reports_as_done_is_no_rule_and_articles_stand_behind_their_law_once(session, case):
    school = new_office(session, OfficeKind.SCHOOL, "某区第一小学", case, NOW)
    visit(session, case, school, "2016-06-01")
    (refusal,) = answerable(session, case, ON).refusals
    grounds = [ground for body in refusal.bodies for ground in body.grounds]
    assert not any("田野调查" in ground.zh for ground in grounds)
    (statute,) = (ground for ground in refusal.bodies[0].grounds if ground.zh.startswith("依据法律"))
    assert statute.zh.count("《义务教育法》") == 1 and "第七条第二款、" in statute.zh
    assert statute.en.count("Compulsory Education Law") == 1


def test_who_reviews_is_met_by_a_suit_and_never_by_review_again(session, case):
    government = new_office(session, OfficeKind.GOVERNMENT, "某区人民政府", case, NOW)
    visit(session, case, government, "2026-06-01", asked="申请行政复议", written=True)
    (refusal,) = answerable(session, case, ON).refusals
    assert "不能再申请复议" in refusal.standing.zh and "15日内向法院起诉" in refusal.standing.zh
