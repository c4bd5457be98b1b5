"""Cases for the letters: invented, in roles; built from records as a casebook would hand them over."""

from __future__ import annotations

import dataclasses
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Party, Role, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Attachment, Document, DocumentState, HolderKind
from caseapp.domain.facts import Fact, Spell, SpellKind
from caseapp.domain.handovers import Form, Handover, Keeper
from caseapp.domain.ids import (
    AttachmentId,
    BlobId,
    CaseId,
    DemandId,
    DocumentId,
    FactId,
    HandoverId,
    HouseholdId,
    KeyDayId,
    LetterId,
    MembershipId,
    OfficeId,
    PartyId,
    PersonId,
    SpellId,
    VisitId,
    WrittenAnswerId,
)
from caseapp.domain.letter_records import Letter, LetterState
from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.domain.people import Household, Membership, Person, Relation, Sex
from caseapp.domain.visits import Answer, Demand, Grounds, Visit, WrittenAnswer

CASE, HOME = CaseId("case"), HouseholdId("home")
CHILD, MOTHER = PersonId("child"), PersonId("mother")
BUREAU, SCHOOL, STREET, EMPLOYER = OfficeId("bureau"), OfficeId("school"), OfficeId("street"), OfficeId("employer")
GOVERNMENT, BRANCH, STATION = OfficeId("government"), OfficeId("branch"), OfficeId("station")
PLACE = {"city": "beijing", "district": "临江区"}


def day(year: int, month: int, of_month: int) -> ImpreciseDay:
    return ImpreciseDay.on(date(year, month, of_month))


def _people(born: ImpreciseDay) -> tuple[Person, Person]:
    child = Person(CHILD, "欧阳龘", sex=Sex.FEMALE, born=born, id_number="999999202003050040", hukou_place="安徽省临泉县")
    mother = Person(
        MOTHER,
        "𠮷田梅",
        sex=Sex.FEMALE,
        born=day(1993, 4, 2),
        id_number="999999199304020027",
        phone="13900000001",
        address="北京市临江区河沿街道柳树胡同8号院3号楼201",
        postcode="100099",
        work_unit="临江顺达保洁有限公司",
    )
    return child, mother


def _household() -> dict[str, object]:
    return {
        "household": Household(HOME),
        "memberships": (
            Membership(MembershipId("m1"), HOME, MOTHER, Relation.SELF),
            Membership(MembershipId("m2"), HOME, CHILD, Relation.CHILD),
        ),
        "parties": (
            Party(PartyId("p1"), CASE, CHILD, Role.APPLICANT),
            Party(PartyId("p2"), CASE, MOTHER, Role.STATUTORY_REPRESENTATIVE),
        ),
    }


def offices(*, complete: bool = True) -> dict[OfficeId, Office]:
    bureau = Office(BUREAU, OfficeKind.EDUCATION_BUREAU, Level.DISTRICT, **PLACE, name_zh="区教育委员会")
    if complete:
        bureau = dataclasses.replace(
            bureau, name_zh="北京市临江区教育委员会", name_en="Linjiang District Education Commission", template=False,
            address="北京市临江区新华路16号", phone="010-00000016", reconsideration_organ="北京市临江区人民政府",
        )  # fmt: skip
    return {
        BUREAU: bureau,
        SCHOOL: Office(SCHOOL, OfficeKind.SCHOOL, Level.UNIT, **PLACE, name_zh="临江区柳树小学", template=False),
        STREET: Office(
            STREET,
            OfficeKind.STREET_OFFICE,
            Level.STREET,
            **PLACE,
            name_zh="河沿街道办事处",
            name_en="Heyan street office",
            template=False,
        ),
        EMPLOYER: Office(EMPLOYER, OfficeKind.EMPLOYER, name_zh="临江顺达保洁有限公司", template=False),
    }


def _held(paper: str, **more: object) -> Document:
    return Document(DocumentId(paper), CASE, paper, state=DocumentState.HELD, pages=2, **more)  # type: ignore[arg-type]


def running_case() -> CaseFile:
    """A school place, 2026: data entered, papers handed in, two oral answers, nothing in writing."""
    case = Case(
        CASE,
        "2026-A001",
        date(2026, 6, 12),
        HOME,
        Service.COMPULSORY_EDUCATION,
        **PLACE,
        request="小学一年级入学",
        useful_until=date(2026, 9, 1),
        fallback="问有办学许可的民办学校：名额、收费、学籍、有没有政府补贴的学位。登记不影响这边申请",
        fallback_by=date(2026, 7, 10),
    )
    spells = (
        Spell(
            SpellId("s1"),
            MOTHER,
            SpellKind.EMPLOYED,
            ImpreciseDay.month(2023, 3),
            district="临江区",
            employer="临江顺达保洁有限公司",
        ),
        Spell(SpellId("s2"), MOTHER, SpellKind.LEASE, day(2023, 9, 1), district="临江区"),
        Spell(SpellId("s3"), MOTHER, SpellKind.PERMIT, day(2024, 2, 26), place="110000"),
    )
    visits = (
        Visit(
            VisitId("v1"),
            CASE,
            STREET,
            1,
            day(2026, 5, 20),
            window="2",
            went=MOTHER,
            asked="审核入学材料",
            answer=Answer.ASKED_MORE,
            papers_kept=True,
            written=False,
        ),
        Visit(
            VisitId("v2"),
            CASE,
            SCHOOL,
            2,
            day(2026, 6, 10),
            went=MOTHER,
            asked="小学一年级入学",
            answer=Answer.REFUSED,
            grounds=Grounds.HUKOU_PLACE,
            words="学位已经满了，非本区户籍的今年不收",
            written=False,
            papers_kept=False,
            official_name="王招生",
            hours_lost="4",
        ),
        Visit(
            VisitId("v3"),
            CASE,
            STREET,
            3,
            day(2026, 6, 11),
            window="2",
            went=MOTHER,
            asked="学校不收怎么办",
            answer=Answer.REFERRED,
            referred_to=SCHOOL,
            words="以学校为准",
            written=False,
        ),
        Visit(
            VisitId("v4"),
            CASE,
            EMPLOYER,
            4,
            day(2026, 6, 12),
            went=MOTHER,
            asked="就业证明",
            answer=Answer.PROMISED,
            words="过两天再说",
            written=False,
        ),
    )
    return CaseFile(
        case,
        people=_people(day(2020, 3, 5)),
        **_household(),  # type: ignore[arg-type]
        facts=(
            Fact(FactId("f1"), CHILD, "child_school_stage", "primary", date(2026, 6, 1)),
            Fact(FactId("f2"), CHILD, "child_entry_grade_is_first", "true", date(2026, 6, 1)),
            Fact(FactId("f3"), CHILD, "child_outside_birth_rules_settled", "false", date(2026, 6, 1), adverse=True),
        ),
        spells=spells,
        documents=(
            _held("vaccination_record"),
            _held("residence_permit"),
            _held("rental_contract"),
            _held("labour_contract"),
            _held("social_insurance_record"),
            _held("hukou_booklet"),
            _held("id_card"),
            Document(
                DocumentId("certificate"),
                CASE,
                "employment_certificate",
                state=DocumentState.APPLIED,
                holder=HolderKind.EMPLOYER,
            ),
        ),
        visits=visits,
        demands=(Demand(DemandId("d1"), VisitId("v1"), "employment_certificate", "单位盖章的就业证明"),),
        offices=offices(),
    )


def heard_at_the_counter() -> CaseFile:
    """The same case on 10 June, with everything the form of a visit asks for about words at a counter."""
    file = running_case()
    visit = dataclasses.replace(
        file.visits[1], time_from="14:20", time_to="14:50", window="1", badge="招生接待岗位", words_literal=False,
        rule_title="区里通知", asked_written=True, referred_to=STREET, witness="罗叔", money_lost_yuan="26",
    )  # fmt: skip
    photo = Attachment(
        AttachmentId("photo"), CASE, BlobId("b"), "公告栏.jpg", "image/jpeg", date(2026, 6, 10), visit=visit.id
    )
    return dataclasses.replace(file, visits=(file.visits[0], visit), attachments=(photo,))


def running_case_received() -> CaseFile:
    """The same case after the application was sent on 15 June and signed for on 17 June 2026."""
    file = running_case()
    sent = Letter(
        LetterId("l1"),
        CASE,
        "service_application",
        "2026-A001",
        BUREAU,
        LetterState.RECEIVED,
        sent_on=date(2026, 6, 15),
        sent_how="EMS",
        received_on=date(2026, 6, 17),
        receipt="EMS 签收记录",
    )
    return dataclasses.replace(file, letters=(sent,))


def with_exhibits() -> CaseFile:
    """The same case with its papers numbered; the permit lies with the bureau since the application went in."""
    file = running_case_received()
    proves = {"residence_permit": "母亲为本市居住证持有人", "rental_contract": "母亲在本区租住"}
    proves["labour_contract"] = "找王招生"
    papers = tuple(
        dataclasses.replace(
            paper, exhibit=number if number < 6 else None, proves=proves.get(paper.paper, ""), original_seen=True,
            pages=number, issuer="临江区人力资源和社会保障局" if paper.paper == "social_insurance_record" else "",
        )
        if paper.state.in_hand else paper
        for number, paper in enumerate(file.documents, start=1)
    )  # fmt: skip
    given = Handover(
        HandoverId("h1"), CASE, DocumentId("residence_permit"), date(2026, 6, 17), Form.ORIGINAL, Keeper.CLIENT,
        Keeper.OFFICE, "2号窗口", BUREAU, receipt="收件回执",
    )  # fmt: skip
    lent = tuple(
        Handover(
            HandoverId(f"l{paper}"), CASE, DocumentId(paper), date(2026, 6, 12), form, Keeper.CLIENT, Keeper.CASEWORKER,
            "李", back_by=date(2026, 6, 20), note="复印",
        )
        for paper, form in (("hukou_booklet", Form.ORIGINAL), ("rental_contract", Form.COPY))
    )  # fmt: skip
    return dataclasses.replace(file, documents=papers, handovers=(given, *lent))


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
        **_household(),  # type: ignore[arg-type]
        facts=(
            Fact(FactId("f1"), CHILD, "child_school_stage", "primary", date(2012, 9, 10)),
            Fact(FactId("f2"), CHILD, "child_entry_grade_is_first", "true", date(2012, 9, 10)),
        ),
        documents=(
            *(_held(paper) for paper in held),
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
            _held("id_card"),
            _held("rental_contract", exhibit=1, proves="在临江区有合法稳定住所"),
            _held("labour_contract", exhibit=2),
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
        documents=(_held("id_card"), _held("social_insurance_record")),
        offices={BUREAU: agency},
    )


def intake_only(service: Service = Service.COMPULSORY_EDUCATION) -> CaseFile:
    """A case in its first minute: nothing but a place and a service, in a city without rules."""
    return CaseFile(Case(CASE, "2026-A009", date(2026, 6, 12), None, service, city="某市"))
