"""The running case of the demo, worked as a caseworker would, day by day in 2026. People and places are invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDayKind, Role, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import DocumentState, HolderKind
from caseapp.domain.facts import Spell, SpellKind
from caseapp.domain.ids import CaseId, LetterId, OfficeId, SpellId
from caseapp.domain.offices import OfficeKind
from caseapp.domain.people import Sex
from caseapp.domain.visits import Answer, Grounds
from caseapp.work.cases import case_file, save
from caseapp.work.documents import set_state
from caseapp.work.facts import save_spell, set_fact
from caseapp.work.intake import IntakeForm, NoDay, begin_case, running_periods
from caseapp.work.letter_life import issue, mark_received, mark_sent, read_out, tell_disclosure
from caseapp.work.offices import keep_office
from caseapp.work.people import save_person
from caseapp.work.session import Session
from caseapp.work.visits import (
    DemandForm,
    VisitForm,
    complete_office,
    new_office,
    office_choices,
    record_visit,
)

DISTRICT = "临江区"
INTAKE = datetime(2026, 6, 12, 10, 0)
ISSUED = datetime(2026, 6, 15, 9, 30)
LATE = datetime(2026, 8, 18, 9, 0)
"""The day after the sixty days may be called over: 16 August is a Sunday."""
REPORT = datetime(2026, 9, 10, 9, 0)
"""After the last of the thirty-one families was turned away."""
APPLICATION, RECONSIDERATION = "service_application", "admin_reconsideration"


def begin(session: Session) -> CaseId:
    """Intake: the five questions, the story, consent; then people, spells and papers."""
    five = {kind: NoDay.DID_NOT_HAPPEN for kind in KeyDayKind if kind in _ASKED}
    running_periods(five, INTAKE.date(), Service.COMPULSORY_EDUCATION)
    form = IntakeForm(
        five=five,
        city="beijing",
        district=DISTRICT,
        service=Service.COMPULSORY_EDUCATION,
        client_name="𠮷田梅",
        client_nickname="梅姐",
        client_phone="13900000001",
        client_safe_contact="晚上8点以后",
        child_name="欧阳龘",
        child_born=ImpreciseDay.on(date(2020, 3, 5)),
        applicant_is_child=True,
        story="网上登记了，材料交了街道，学校说满了，街道说以学校为准。",
        request="小学一年级入学",
        useful_until=date(2026, 9, 1),
        useful_because="开学",
        fallback="问有办学许可的民办学校：名额、收费、学籍。登记不影响这边申请",
        fallback_by=date(2026, 7, 10),
        consent_keep=True,
        consent_contact=True,
    )
    case = begin_case(session, form, INTAKE)
    _people(session, case)
    _spells_and_facts(session, case)
    _papers(session, case)
    return case


_ASKED = (KeyDayKind.PAPER_RECEIVED, KeyDayKind.INJURED, KeyDayKind.LEFT_JOB, KeyDayKind.DECISION_SERVED)


def _people(session: Session, case: CaseId) -> None:
    file = case_file(session, case)
    mother, child = file.in_role(Role.STATUTORY_REPRESENTATIVE), file.in_role(Role.APPLICANT)
    assert mother and child  # the form named both
    save_person(
        session,
        replace(
            mother,
            sex=Sex.FEMALE,
            born=ImpreciseDay.on(date(1993, 4, 2)),
            id_number="999999199304020027",
            address="北京市临江区河沿街道柳树胡同8号院3号楼201",
            postcode="100099",
            hukou_place="安徽省临泉县",
            work_unit="临江顺达保洁有限公司",
        ),
        INTAKE,
    )
    save_person(
        session,
        replace(child, sex=Sex.FEMALE, id_number="999999202003050040", hukou_place="安徽省临泉县"),
        INTAKE,
    )


def _spells_and_facts(session: Session, case: CaseId) -> None:
    file = case_file(session, case)
    mother = file.in_role(Role.STATUTORY_REPRESENTATIVE)
    assert mother
    for kind, since, employer in (
        (SpellKind.EMPLOYED, ImpreciseDay.month(2023, 3), "临江顺达保洁有限公司"),
        (SpellKind.LEASE, ImpreciseDay.on(date(2023, 9, 1)), ""),
        (SpellKind.PERMIT, ImpreciseDay.on(date(2024, 2, 26)), ""),
        (SpellKind.INSURED, ImpreciseDay.month(2023, 4), "临江顺达保洁有限公司"),
    ):
        spell = Spell(SpellId(""), mother.id, kind, since, district=DISTRICT, employer=employer)
        save_spell(session, spell, INTAKE)
    for key, value in (
        ("child_hukou_is_local", False),
        ("child_school_stage", "primary"),
        ("child_entry_grade_is_first", True),
        ("lease_registered", True),
        ("labour_contract_held", True),
    ):
        set_fact(session, case, None, key, value, INTAKE.date(), now=INTAKE)


def _papers(session: Session, case: CaseId) -> None:
    held = ("hukou_booklet", "id_card", "residence_permit", "rental_contract", "labour_contract")
    for paper in (*held, "social_insurance_record", "vaccination_record"):
        set_state(session, case, paper, DocumentState.HELD, date(2026, 5, 12), now=INTAKE)
    words = "公章在总部，要等"
    set_state(
        session, case, "employment_certificate", DocumentState.APPLIED, date(2026, 6, 12),
        holder=HolderKind.EMPLOYER, words=words, now=INTAKE,
    )  # fmt: skip


def visits(session: Session, case: CaseId) -> None:
    """Three visits that come back to where they began."""
    school = new_office(session, OfficeKind.SCHOOL, "临江区柳树小学", case, INTAKE)
    street = new_office(session, OfficeKind.STREET_OFFICE, "河沿街道办事处", case, INTAKE)
    told = (
        VisitForm(
            street.id, ImpreciseDay.on(date(2026, 5, 20)), window="2", asked="审核入学材料", answer=Answer.ASKED_MORE,
            words="还差单位盖章的就业证明", papers_kept=True, written=False, hours_lost="4",
            demands=(DemandForm("employment_certificate"),),
        ),
        VisitForm(
            school.id, ImpreciseDay.on(date(2026, 6, 10)), time_from="14:20", time_to="14:50", asked="小学一年级报名",
            answer=Answer.REFERRED, referred_to=street.id, grounds=Grounds.NO_PLACE, asked_written=True, written=False,
            words="学位已经满了，非本区户籍的今年不收，你去街道问", hours_lost="4", money_lost_yuan="26",
        ),
        VisitForm(
            street.id, ImpreciseDay.on(date(2026, 6, 11)), window="2", asked="问由谁安排学位", answer=Answer.REFERRED,
            referred_to=school.id, words="以学校为准", written=False, hours_lost="3",
        ),
    )  # fmt: skip
    for form in told:
        record_visit(session, case, form, INTAKE)


def complete_bureau(session: Session, case: CaseId) -> OfficeId:
    """The addressee: the bureau the rules name, completed once with its stamped name and address."""
    offered = office_choices(session, case, "")
    bureau = next(
        office for office in offered if office.kind is OfficeKind.EDUCATION_BUREAU and office.district == DISTRICT
    )
    complete_office(
        session,
        replace(
            keep_office(session, bureau, INTAKE),
            name_zh="北京市临江区教育委员会",
            name_en="Linjiang District Education Commission",
            address="北京市临江区新华路16号",
            phone="010-00000016",
            reconsideration_organ="北京市临江区人民政府",
        ),
        INTAKE,
    )
    return bureau.id


def issue_letter(session: Session, case: CaseId, kind: str, now: datetime) -> LetterId:
    """Every statement is read to the client, who hears what the office will see; then the words are frozen."""
    read_out(session, case, kind, "li", "指印", now)
    tell_disclosure(session, case, "口头说明，本人知悉", now)
    return issue(session, case, kind, now)


def hand_in(session: Session, case: CaseId, letter: LetterId) -> None:
    """Posted and received: the bureau's clock runs."""
    received = datetime(2026, 6, 18, 9, 0)
    mark_sent(session, case, letter, date(2026, 6, 15), "EMS 1099000000016", received)
    mark_received(session, case, letter, date(2026, 6, 17), "EMS签收记录截图", received)


def note_wish(session: Session, case: CaseId) -> CaseFile:
    """What the caseworker keeps in mind, and the case as it stands then."""
    file = case_file(session, case)
    kept: Case = replace(file.case, note="8月7日前再核对一次")
    save(session, kept, "Note changed", INTAKE)
    return case_file(session, case)
