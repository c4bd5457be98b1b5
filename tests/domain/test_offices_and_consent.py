from __future__ import annotations

from datetime import date

from caseapp.domain.consent import Consent, Purpose
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import ConsentId, HouseholdId, MembershipId, OfficeId, PersonId
from caseapp.domain.offices import Level, Office, OfficeKind, office_id
from caseapp.domain.people import Membership, Person


def test_every_computer_means_the_same_bureau():
    first = office_id("beijing", "朝阳区", OfficeKind.EDUCATION_BUREAU, Level.DISTRICT)
    again = office_id("beijing", "朝阳区", OfficeKind.EDUCATION_BUREAU, Level.DISTRICT)
    other = office_id("beijing", "海淀区", OfficeKind.EDUCATION_BUREAU, Level.DISTRICT)
    assert first == again != other
    assert first == "045065b9-d633-5596-b940-389275da8d14"  # printed once, stable for ever: it is in every casebook


def test_a_letter_needs_a_full_name_and_an_address():
    office = Office(OfficeId("o"), OfficeKind.EDUCATION_BUREAU, name_zh="区教育委员会")
    assert not office.ready_for_letters()
    done = Office(OfficeId("o"), OfficeKind.EDUCATION_BUREAU, name_zh="某市某区教育局", template=False, address="某路1号")
    assert done.ready_for_letters()


def test_consent_holds_from_the_day_it_was_given_until_it_is_withdrawn():
    consent = Consent(
        ConsentId("x"), PersonId("p"), Purpose.LAWYER, given_on=date(2026, 5, 1), withdrawn_on=date(2026, 6, 1)
    )
    assert [consent.holds_on(date(2026, month, day)) for month, day in [(4, 30), (5, 1), (5, 31), (6, 1)]] == [
        False,
        True,
        True,
        False,
    ]


def test_a_purpose_never_asked_is_not_agreed():
    assert not Consent(ConsentId("x"), PersonId("p"), Purpose.ABROAD).holds_on(date(2026, 5, 1))


def test_membership_follows_its_days():
    member = Membership(
        MembershipId("m"), HouseholdId("h"), PersonId("p"), since=ImpreciseDay.year(2020), until=ImpreciseDay.year(2024)
    )
    assert [member.holds_on(date(year, 6, 1)) for year in (2019, 2020, 2024, 2025)] == [False, True, True, False]


def test_an_age_that_cannot_be_known_is_not_guessed():
    rough = Person(PersonId("p"), born=ImpreciseDay.year(2020))
    assert rough.age_on(date(2026, 6, 1)) is None
    assert Person(PersonId("p"), born=ImpreciseDay.on(date(2020, 3, 9))).age_on(date(2026, 8, 31)) == 6
