"""The invented family of the letters, in roles, the offices it meets, and its papers."""

from __future__ import annotations

import dataclasses
from datetime import date

from caseapp.domain.cases import Party, Role
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.ids import CaseId, DocumentId, HouseholdId, MembershipId, OfficeId, PartyId, PersonId
from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.domain.people import Household, Membership, Person, Relation, Sex

CASE, HOME = CaseId("case"), HouseholdId("home")
CHILD, MOTHER = PersonId("child"), PersonId("mother")
BUREAU, SCHOOL, STREET, EMPLOYER = OfficeId("bureau"), OfficeId("school"), OfficeId("street"), OfficeId("employer")
GOVERNMENT, BRANCH, STATION = OfficeId("government"), OfficeId("branch"), OfficeId("station")
PLACE = {"city": "beijing", "district": "临江区"}


def day(year: int, month: int, of_month: int) -> ImpreciseDay:
    return ImpreciseDay.on(date(year, month, of_month))


def mother_and_child(born: ImpreciseDay) -> tuple[Person, Person]:
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


def home_records() -> dict[str, object]:
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
            address="北京市临江区新华路16号", phone="010-00000016", reconsideration_organ="北京市临江区人民政府"
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


def held_paper(paper: str, **more: object) -> Document:
    return Document(DocumentId(paper), CASE, paper, state=DocumentState.HELD, pages=2, **more)  # type: ignore[arg-type]
