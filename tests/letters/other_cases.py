"""Other matters for the letters: a place before the reform, a permit, a pension, and a first talk."""

from __future__ import annotations

from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Party, Role, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.facts import Fact, Spell, SpellKind
from caseapp.domain.ids import DocumentId, FactId, KeyDayId, PartyId, SpellId, VisitId, WrittenAnswerId
from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.domain.people import Person, Sex
from caseapp.domain.visits import Answer, Visit, WrittenAnswer
from tests.letters.letter_family import (
    BRANCH,
    BUREAU,
    CASE,
    CHILD,
    GOVERNMENT,
    HOME,
    MOTHER,
    PLACE,
    SCHOOL,
    STATION,
    day,
    held_paper,
    home_records,
)


def approval_limbo() -> CaseFile:
    """Two offices, each sending to the other, in 2012; the bureau is only a template."""
    case = Case(
        CASE,
        "2012-A001",
        date(2012, 5, 1),
        HOME,
        Service.COMPULSORY_EDUCATION,
        city="beijing",
        useful_until=date(2012, 9, 1),
    )
    child = Person(CHILD, nickname="孩子甲", born=ImpreciseDay(date(2004, 9, 11), date(2005, 9, 10)))
    mother = Person(MOTHER, nickname="家长", sex=Sex.FEMALE)
    government = Office(GOVERNMENT, OfficeKind.GOVERNMENT, Level.DISTRICT, city="beijing", name_zh="区人民政府")
    school = Office(SCHOOL, OfficeKind.SCHOOL, Level.UNIT, city="beijing", name_zh="学区学校")
    back_and_forth = {"went": MOTHER, "answer": Answer.REFERRED, "written": False}
    held = ("hukou_booklet", "id_card", "temporary_residence_permit", "proof_of_address", "employment_certificate")
    return CaseFile(
        case,
        people=(child, mother),
        **home_records(),  # type: ignore[arg-type]
        facts=(
            Fact(FactId("f1"), CHILD, "child_school_stage", "primary", date(2012, 9, 10)),
            Fact(FactId("f2"), CHILD, "child_entry_grade_is_first", "true", date(2012, 9, 10)),
        ),
        documents=(
            *(held_paper(paper) for paper in held),
            Document(DocumentId("home"), CASE, "hometown_residency_certificate", state=DocumentState.NEEDED),
        ),
        visits=(
            Visit(
                VisitId("v1"),
                CASE,
                SCHOOL,
                1,
                day(2012, 5, 14),
                asked="小学一年级入学",
                referred_to=GOVERNMENT,
                **back_and_forth,
            ),
            Visit(
                VisitId("v2"),
                CASE,
                GOVERNMENT,
                2,
                day(2012, 6, 4),
                asked="材料齐全的证明",
                referred_to=SCHOOL,
                words="the school decides",
                **back_and_forth,
            ),
            Visit(
                VisitId("v3"),
                CASE,
                SCHOOL,
                3,
                day(2012, 7, 9),
                asked="小学一年级入学",
                referred_to=GOVERNMENT,
                **back_and_forth,
            ),
        ),
        offices={SCHOOL: school, GOVERNMENT: government},
    )


def permit_refused() -> CaseFile:
    """A residence permit refused in writing because the lease was not filed, July 2026; an adult applies alone."""
    worker = Person(
        MOTHER,
        "段岩",
        sex=Sex.MALE,
        born=day(1990, 1, 20),
        id_number="410122199001200013",
        phone="13900000002",
        address="北京市临江区北坡街道长巷5号",
        postcode="100098",
        work_unit="北坡建材经营部",
    )
    branch = Office(
        BRANCH,
        OfficeKind.POLICE_STATION,
        Level.DISTRICT,
        **PLACE,
        name_zh="北京市公安局临江分局",
        name_en="Linjiang Branch of the Public Security Bureau",
        template=False,
        address="北京市临江区安宁路1号",
        reconsideration_organ="北京市临江区人民政府",
    )
    station = Office(
        STATION, OfficeKind.POLICE_STATION, Level.STREET, **PLACE, name_zh="北坡派出所", template=False, acts_for=BRANCH
    )
    answer = WrittenAnswer(
        WrittenAnswerId("w1"),
        CASE,
        STATION,
        VisitId("v2"),
        "不予受理告知书",
        "临公居告字〔2026〕17号",
        "依据《临江区居住证办理规程》，房屋租赁合同未经备案，不予受理",
        date(2026, 7, 3),
        date(2026, 7, 6),
        "窗口领取",
        told_right=False,
        told_body=False,
        told_period=False,
    )
    visits = (
        Visit(
            VisitId("v1"),
            CASE,
            STATION,
            1,
            day(2026, 7, 1),
            window="3",
            went=MOTHER,
            asked="申领居住证",
            papers_kept=True,
            answer=Answer.ACCEPTED,
        ),
        Visit(
            VisitId("v2"),
            CASE,
            STATION,
            2,
            day(2026, 7, 6),
            window="3",
            went=MOTHER,
            asked="申领居住证",
            answer=Answer.REFUSED,
            written=True,
            rule_title="《临江区居住证办理规程》",
            rule_number="临公发〔2024〕9号",
            rule_clause="第四条",
        ),
    )
    return CaseFile(
        Case(CASE, "2026-A002", date(2026, 7, 1), None, Service.RESIDENCE_PERMIT, **PLACE),
        people=(worker,),
        parties=(Party(PartyId("p1"), CASE, MOTHER, Role.APPLICANT),),
        spells=(
            Spell(SpellId("s1"), MOTHER, SpellKind.LEASE, day(2025, 11, 1), district="临江区"),
            Spell(
                SpellId("s2"), MOTHER, SpellKind.EMPLOYED, day(2025, 11, 1), district="临江区", employer="北坡建材经营部"
            ),
        ),
        documents=(
            held_paper("id_card"),
            held_paper("rental_contract", exhibit=1, proves="在临江区有合法稳定住所"),
            held_paper("labour_contract", exhibit=2),
        ),
        visits=visits,
        written_answers=(answer,),
        offices={BRANCH: branch, STATION: station},
    )


def pension_not_moved() -> CaseFile:
    """A pension record, asked for by telephone and online; a city without rules stored here."""
    worker = Person(
        MOTHER,
        "丁禾",
        sex=Sex.FEMALE,
        born=day(1976, 8, 9),
        id_number="420117197608090021",
        phone="13900000003",
        address="临水市东区新村路2号",
    )
    agency = Office(
        BUREAU,
        OfficeKind.SOCIAL_INSURANCE_AGENCY,
        Level.DISTRICT,
        city="临水市",
        district="东区",
        name_zh="临水市东区社会保险事业管理中心",
        template=False,
        address="临水市东区人民路3号",
        reconsideration_organ="临水市东区人民政府",
    )
    return CaseFile(
        Case(CASE, "2026-A003", date(2026, 3, 1), None, Service.PENSION, city="临水市", district="东区"),
        people=(worker,),
        parties=(Party(PartyId("p1"), CASE, MOTHER, Role.APPLICANT),),
        key_days=(KeyDay(KeyDayId("k1"), CASE, KeyDayKind.REGISTRATION_CLOSES, none=True),),
        spells=(Spell(SpellId("s1"), MOTHER, SpellKind.INSURED, ImpreciseDay.year(2011), place="临水市"),),
        documents=(held_paper("id_card"), held_paper("social_insurance_record")),
        offices={BUREAU: agency},
    )


def intake_only(service: Service = Service.COMPULSORY_EDUCATION) -> CaseFile:
    """A case in its first minute: nothing but a place and a service, in a city without rules."""
    return CaseFile(Case(CASE, "2026-A009", date(2026, 6, 12), None, service, city="某市"))
