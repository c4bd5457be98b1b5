"""Whoever stands on two sides is found, with the path to the other case; a family in one household is no conflict."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp import i18n
from caseapp.domain.cases import Case, Party, Role
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import MembershipId, PartyId, PersonId, new_id
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.people import Membership, Person, Relation
from caseapp.domain.visits import Answer
from caseapp.work.cases import case_file, delete_case, save_all
from caseapp.work.conflicts_of_interest import Side, conflicts_of_interest
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.people import RoleForm, end_membership, keep_person
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.work.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def begin(session):
    def made(name: str, **fields: object) -> str:
        return begin_case(session, IntakeForm(city="beijing", client_name=name, consent_keep=True, **fields), NOW)

    return made


def party(session, case, person, role):
    save_all(session, [Party(PartyId(new_id()), case, person, role)], "x", NOW)


def said(session, case, language="en"):
    return [one.say(i18n.catalogue(language)) for one in conflicts_of_interest(session, case, TODAY)]


def test_the_landlord_in_one_case_who_is_the_client_of_another_shows_in_both(session, begin):
    one, two = begin("李四"), begin("王大")
    party(session, one, case_file(session, two).client().id, Role.THIRD_PARTY)
    assert said(session, one) == ["王大 is “Third party” in this case and “Applicant” in case 2026-A002 of 王大."]
    assert said(session, two) == ["王大 is “Applicant” in this case and “Third party” in case 2026-A001 of 李四."]
    assert said(session, one, "zh_CN") == ["王大在本案中是“第三方”，在案件2026-A002（王大）中是“申请人”。"]
    delete_case(session, two, NOW)
    assert said(session, one) == []


def test_the_household_of_a_client_counts_as_the_client(session, begin):
    one, two = begin("李四"), begin("王大")
    wife = keep_person(session, two, Person("", "赵梅"), Relation.SPOUSE, (), now=NOW)
    party(session, one, wife, Role.THIRD_PARTY)
    (found,) = conflicts_of_interest(session, one, TODAY)
    assert (found.here.side, found.there.side, found.there.client) == (Side.OTHER, Side.OURS, "王大")


@pytest.mark.parametrize(
    ("third", "client", "why"),
    [
        (Person("", "王五", id_number="110105491231002"), Person("", id_number="11010519491231002X"), "identity number"),
        (Person("", "王五"), Person("", "王五"), "same name"),
        (Person("", nickname="房东", phone="138 0013 8000"), Person("", "王五", phone="13800138000"), "same phone"),
    ],
)  # fmt: skip
def test_one_person_entered_twice_is_found_by_number_name_or_phone(session, begin, third, client, why):
    one, two = begin("李四"), begin("钱七")
    keep_person(session, one, third, Relation.OTHER, (RoleForm(Role.THIRD_PARTY),), now=NOW)
    keep_person(session, two, client, Relation.SPOUSE, (), now=NOW)
    (found,) = said(session, one)
    assert "may be one person" in found and why in found
    assert len(said(session, two)) == 1


def test_a_landlord_known_as_an_office_is_found_from_both_cases(session, begin):
    one, two = begin("李四"), begin("王建国")
    landlord = new_office(session, OfficeKind.LANDLORD, "王建国", one, NOW)
    record_visit(session, one, VisitForm(office=landlord.id, day=ImpreciseDay.on(TODAY), answer=Answer.REFUSED), NOW)
    with session.read() as reader:
        assert reader.all(Office, kind=OfficeKind.LANDLORD)
    assert "Landlord" in said(session, one)[0] and "2026-A002" in said(session, one)[0]
    assert "Landlord" in said(session, two)[0] and "2026-A001" in said(session, two)[0]


def test_two_parents_who_parted_with_one_child_in_both_households(session, begin):
    mother = begin("赵梅", applicant_is_child=True, child_nickname="小凡")
    father = begin("王大")
    file = case_file(session, mother)
    child, client = file.in_role(Role.APPLICANT), file.client()
    home = case_file(session, father).household
    save_all(session, [Membership(MembershipId(new_id()), home.id, child.id, Relation.CHILD)], "x", NOW)
    (found,) = said(session, mother)
    assert found.startswith("小凡 belongs to this case, whose client is 赵梅, and to case 2026-A002, whose client is 王大.")
    assert len(said(session, father)) == 1
    living = Membership(MembershipId(new_id()), home.id, client.id, Relation.SPOUSE)
    save_all(session, [living], "x", NOW)
    assert (said(session, mother), said(session, father)) == ([], []), "who lives together has not parted"
    end_membership(session, living, ImpreciseDay.on(date(2026, 3, 1)), NOW)
    assert {one.here.side for one in conflicts_of_interest(session, mother, TODAY)} == {Side.OURS}
    assert Side.LEFT in {one.here.side for one in conflicts_of_interest(session, father, TODAY)}


def test_one_family_with_two_cases_is_no_conflict(session, begin):
    one = begin("赵梅", applicant_is_child=True, child_nickname="小凡")
    file = case_file(session, one)
    again = replace(file.case, id=new_id(), number="2026-A900")
    assert isinstance(again, Case)
    roles = [Party(PartyId(new_id()), again.id, person.id, Role.APPLICANT) for person in file.people]
    save_all(session, [again, *roles], "x", NOW)
    assert said(session, one) == [] == said(session, again.id)


def test_people_of_one_first_syllable_or_of_no_name_are_no_conflict(session, begin):
    one, two = begin("李四", client_nickname="家长"), begin("李武", client_nickname="家长")
    keep_person(session, one, Person("", "张伟"), Relation.OTHER, (RoleForm(Role.THIRD_PARTY),), now=NOW)
    keep_person(session, two, Person("", "章伟"), Relation.SPOUSE, (), now=NOW)
    keep_person(session, two, Person(PersonId(""), nickname="房东"), Relation.OTHER, (), now=NOW)
    assert said(session, one) == [] == said(session, two)
