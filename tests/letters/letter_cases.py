"""A school place in 2026, in its stages; built from records as a casebook would hand them over."""

from __future__ import annotations

import dataclasses
from datetime import date

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Attachment, Document, DocumentState, HolderKind
from caseapp.domain.facts import Fact, Spell, SpellKind
from caseapp.domain.handovers import Form, Handover, Keeper
from caseapp.domain.ids import AttachmentId, BlobId, DemandId, DocumentId, FactId, HandoverId, LetterId, SpellId, VisitId
from caseapp.domain.letter_records import Letter, LetterState
from caseapp.domain.visits import Answer, Demand, Grounds, Visit
from tests.letters.letter_family import (
    BUREAU,
    CASE,
    CHILD,
    EMPLOYER,
    HOME,
    MOTHER,
    PLACE,
    SCHOOL,
    STREET,
    day,
    held_paper,
    home_records,
    mother_and_child,
    offices,
)


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
        people=mother_and_child(day(2020, 3, 5)),
        **home_records(),  # type: ignore[arg-type]
        facts=(
            Fact(FactId("f1"), CHILD, "child_school_stage", "primary", date(2026, 6, 1)),
            Fact(FactId("f2"), CHILD, "child_entry_grade_is_first", "true", date(2026, 6, 1)),
            Fact(FactId("f3"), CHILD, "child_outside_birth_rules_settled", "false", date(2026, 6, 1), adverse=True),
        ),
        spells=spells,
        documents=(
            held_paper("vaccination_record"),
            held_paper("residence_permit"),
            held_paper("rental_contract"),
            held_paper("labour_contract"),
            held_paper("social_insurance_record"),
            held_paper("hukou_booklet"),
            held_paper("id_card"),
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
        rule_title="区里通知", asked_written=True, referred_to=STREET, witness="罗叔", money_lost_yuan="26"
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
            pages=number, issuer="临江区人力资源和社会保障局" if paper.paper == "social_insurance_record" else ""
        )
        if paper.state.in_hand else paper
        for number, paper in enumerate(file.documents, start=1)
    )  # fmt: skip
    given = Handover(
        HandoverId("h1"), CASE, DocumentId("residence_permit"), date(2026, 6, 17), Form.ORIGINAL, Keeper.CLIENT,
        Keeper.OFFICE, "2号窗口", BUREAU, receipt="收件回执"
    )  # fmt: skip
    lent = tuple(
        Handover(
            HandoverId(f"l{paper}"), CASE, DocumentId(paper), date(2026, 6, 12), form, Keeper.CLIENT, Keeper.CASEWORKER,
            "李", back_by=date(2026, 6, 20), note="复印"
        )
        for paper, form in (("hukou_booklet", Form.ORIGINAL), ("rental_contract", Form.COPY))
    )  # fmt: skip
    return dataclasses.replace(file, documents=papers, handovers=(given, *lent))
