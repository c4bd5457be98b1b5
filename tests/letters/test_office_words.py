"""A paper names the office the client went to, and never one that nobody named."""

from __future__ import annotations

import dataclasses

import pytest

from caseapp.domain.ids import OfficeId
from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.letters.both import Both
from caseapp.letters.office_words import addressed, called, formal
from caseapp.policy.packs import load
from caseapp.work.offices import office_of_rules

STREET = Office(OfficeId("s"), OfficeKind.STREET_OFFICE, Level.STREET, "beijing", "临江区", "河沿街道办事处")
BUREAU = Office(OfficeId("b"), OfficeKind.EDUCATION_BUREAU, Level.DISTRICT, "beijing", "临江区", "临江区教委")
KIND = Both("街道办事处", "the street office")


def test_an_office_entered_by_name_alone_is_named_in_a_memo_and_on_a_card():
    assert formal(STREET).zh == called(STREET).zh == "河沿街道办事处"
    assert formal(BUREAU).zh == "临江区教委"


def test_a_letter_is_still_not_addressed_to_a_name_nobody_completed():
    assert addressed(STREET, KIND).zh.endswith("街道办事处") and "河沿" not in addressed(STREET, KIND).zh


def test_a_card_says_the_bureau_of_a_district_as_people_do_until_its_name_is_complete():
    assert called(BUREAU).zh == "区教育局"
    assert called(dataclasses.replace(BUREAU, template=False)).zh == "临江区教委"


def test_what_the_rules_call_every_office_of_a_sort_is_no_name():
    listed = next(one for one in load("beijing").offices if one.level == "street")
    office = office_of_rules(listed, "beijing", "临江区", "case")
    assert office.name_zh == listed.name.zh
    assert listed.name.zh not in formal(office).zh + called(office).zh


@pytest.mark.parametrize("kind", [OfficeKind.LANDLORD, OfficeKind.EMPLOYER])
def test_a_private_party_is_never_named(kind):
    party = Office(OfficeId("p"), kind, name_zh="张三", template=False)
    assert "张三" not in formal(party).zh + called(party).zh


def test_a_name_known_in_english_alone_stands_in_the_english_text():
    school = Office(OfficeId("e"), OfficeKind.SCHOOL, name_en="Willow School")
    assert formal(school) == Both("报名学校", "Willow School")
