# ruff: noqa: E501  (one row of a table, one line)
"""A household as the rules see it."""

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.facts import Fact, Spell, SpellKind
from caseapp.domain.ids import FactId, HouseholdId, MembershipId, PersonId, SpellId
from caseapp.domain.people import Membership, Person, Relation, Sex
from caseapp.policy.check import check
from caseapp.policy.packs import load
from caseapp.policy.planning.plan import plan
from caseapp.policy.projection import Roles, check_either, project
from caseapp.policy.verdict import Verdict

MOTHER, FATHER, CHILD = PersonId("m"), PersonId("f"), PersonId("c")
HOME = HouseholdId("h")
ON = date(2015, 5, 20)
BEIJING = load("beijing")
PEOPLE = (
    Person(MOTHER, sex=Sex.FEMALE, born=ImpreciseDay.on(date(1980, 6, 1)), hukou_code="341226"),
    Person(FATHER, born=ImpreciseDay.year(1978)),
    Person(CHILD, born=ImpreciseDay.on(date(2008, 12, 24)), hukou_code="341226"),
)
MEMBERS = (
    Membership(MembershipId("1"), HOME, MOTHER),
    Membership(MembershipId("2"), HOME, FATHER, Relation.SPOUSE),
    Membership(MembershipId("3"), HOME, CHILD, Relation.CHILD),
)
ROLES = Roles(MOTHER, FATHER, CHILD)


def day(text: str) -> ImpreciseDay:
    return ImpreciseDay.on(date.fromisoformat(text))


def spell(person: PersonId, kind: SpellKind, since: str, until: str | None = None, place: str = "") -> Spell:
    return Spell(SpellId(since), person, kind, day(since), day(until) if until else None, place=place)


def fact(person: PersonId, key: str, value: str, as_of: date = ON) -> Fact:
    return Fact(FactId(f"{key}-{as_of}"), person, key, value, as_of)


def known(*facts: Fact, spells: tuple[Spell, ...] = (), roles: Roles = ROLES, on: date = ON, members: tuple[Membership, ...] = MEMBERS) -> dict[str, object]:  # fmt: skip
    found = project(PEOPLE, members, facts, spells, roles, BEIJING, on)
    return {key: one.value for key, one in found.items()}


def test_ages_come_from_birthdays_and_the_childs_is_that_of_31_august() -> None:
    found = known()
    assert found["age"] == 34
    assert found["child_age"] == 6
    assert known(on=date(2014, 5, 20))["child_age"] == 5
    assert "age" not in known(roles=Roles(FATHER)), "a year of birth alone leaves the age open"


def test_the_registered_place_tells_who_is_local() -> None:
    found = known()
    assert (found["child_hukou_is_local"], found["hukou_city_is_local"], found["hukou_province"]) == (False, False, "34")


def test_months_come_from_spells_in_the_place() -> None:
    found = known(
        spells=(
            spell(MOTHER, SpellKind.INSURED, "2012-01-01", "2012-12-31"),
            spell(MOTHER, SpellKind.INSURED, "2014-11-20"),
            spell(MOTHER, SpellKind.INSURED, "2010-01-01", "2011-12-31", place="310000"),
            spell(FATHER, SpellKind.INSURED, "2013-05-20", place="110105"),
        )
    )
    assert (found["social_insurance_months"], found["social_insurance_continuous_months"]) == (17, 6)
    assert (found["social_insurance_current"], found["social_insurance_months_last_12"]) == (True, 6)
    assert found["spouse_social_insurance_continuous_months"] == 24


@pytest.mark.parametrize("place", ["合肥", "Hefei", "3401?", "1", "３４０１００"])
def test_a_spell_in_a_place_that_cannot_be_read_is_not_counted(place: str) -> None:
    elsewhere = spell(MOTHER, SpellKind.INSURED, "2010-01-01", place=place)
    assert "social_insurance_months" not in known(spells=(elsewhere,))
    here = spell(MOTHER, SpellKind.INSURED, "2014-11-20")
    assert known(spells=(elsewhere, here))["social_insurance_months"] == 6


@pytest.mark.parametrize("place", ["", "110000", "110105", "beijing", "北京", "北京市", "Beijing"])
def test_a_spell_without_a_place_or_with_this_one_is_counted(place: str) -> None:
    assert known(spells=(spell(MOTHER, SpellKind.INSURED, "2014-11-20", place=place),))["social_insurance_months"] == 6


def test_a_spell_that_ended_is_no_run() -> None:
    found = known(spells=(spell(MOTHER, SpellKind.PERMIT, "2012-01-01", "2014-12-31"),))
    assert (found["residence_permit_months"], found["residence_permit_held"]) == (0, False)


def test_spells_stand_in_place_of_a_stated_count() -> None:
    stated = fact(MOTHER, "social_insurance_continuous_months", "60")
    assert known(stated)["social_insurance_continuous_months"] == 60
    assert (
        known(stated, spells=(spell(MOTHER, SpellKind.INSURED, "2014-11-20"),))["social_insurance_continuous_months"] == 6
    )


def test_of_two_days_the_latest_before_the_check_tells() -> None:
    facts = (fact(MOTHER, "owns_home", "false", date(2014, 1, 1)), fact(MOTHER, "owns_home", "true", date(2015, 1, 1)), fact(MOTHER, "owns_home", "false", date(2016, 1, 1)))  # fmt: skip
    assert known(*facts)["owns_home"] is True


def test_who_left_the_household_no_longer_counts() -> None:
    left = (MEMBERS[0], Membership(MembershipId("2"), HOME, FATHER, Relation.SPOUSE, until=day("2014-06-30")), MEMBERS[2])
    insured = (spell(FATHER, SpellKind.INSURED, "2013-05-20"),)
    assert "spouse_social_insurance_months" in known(spells=insured)
    assert "spouse_social_insurance_months" not in known(spells=insured, members=left)


def test_the_other_parent_as_applicant_brings_her_own_facts_and_the_homes() -> None:
    facts = (fact(MOTHER, "home_basis", "rented_registered"), fact(FATHER, "spouse_residence_permit_held", "true"), fact(MOTHER, "labour_contract_held", "true"))  # fmt: skip
    swapped = ROLES.swapped()
    assert swapped is not None
    found = known(*facts, roles=swapped)
    assert found["home_basis"] == "rented_registered"
    assert found["residence_permit_held"] is True
    assert "labour_contract_held" not in found


def test_either_parent_is_tried_for_a_childs_service() -> None:
    on = date(2016, 6, 1)
    facts = [
        fact(MOTHER, "district_id", "110108", on), fact(CHILD, "child_hukou_is_local", "false", on),
        fact(MOTHER, "social_insurance_months", "1", on), fact(MOTHER, "temporary_residence_permit_months", "1", on),
        fact(FATHER, "social_insurance_months", "24", on), fact(FATHER, "temporary_residence_permit_months", "24", on),
    ]  # fmt: skip
    ways = [project(PEOPLE, MEMBERS, facts, (), roles, BEIJING, on) for roles in (ROLES, Roles(FATHER, MOTHER, CHILD))]
    programme = "beijing-haidian-compulsory-2016"
    alone, either = check(BEIJING, ways[0], on).of(programme), check_either(BEIJING, ways, on).of(programme)
    assert alone is not None and alone.verdict is Verdict.NOT_MET
    assert either is not None and either.verdict is Verdict.MET


def test_with_spells_the_first_day_on_which_it_could_have_passed_is_exact() -> None:
    on = date(2016, 6, 15)
    facts = [fact(MOTHER, "district_id", "110108", date(2015, 1, 1))]
    spells = (spell(MOTHER, SpellKind.INSURED, "2015-01-10"), spell(MOTHER, SpellKind.TEMPORARY_PERMIT, "2015-12-07"))

    def on_day(when: date):  # type: ignore[no-untyped-def]
        return project(PEOPLE, MEMBERS, facts, spells, ROLES, BEIJING, when)

    found = plan(BEIJING, on_day(on), on, known_on=on_day).of("beijing-haidian-compulsory-2016")
    assert found is not None and found.check.verdict is Verdict.MET
    assert found.could_have_passed == date(2016, 2, 7)


@pytest.mark.parametrize("value", ["sixty", "-1", "1e999999999", "NaN", "Infinity", "38.5", ""])
def test_a_recorded_number_that_cannot_be_is_asked_about_and_not_judged(value: str) -> None:
    found = known(fact(MOTHER, "social_insurance_months", value), fact(MOTHER, "owns_home", "true"))
    assert "social_insurance_months" not in found and found["owns_home"] is True


def insured(since: str, until: str | None = None, place: str = "", scheme: str = "", **more: object) -> Spell:
    made = spell(MOTHER, SpellKind.INSURED, since, until, place)
    return replace(made, scheme=scheme, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("scheme", "counted"),
    [
        ("", {"social", "pension", "medical", "unemployment", "work_injury", "maternity"}),
        ("urban_employee", {"social", "pension", "medical", "unemployment", "work_injury", "maternity"}),
        ("flexible", {"pension", "medical"}),
        ("resident", set()),
    ],
)
def test_a_scheme_counts_for_its_branches_and_no_other(scheme: str, counted: set[str]) -> None:
    found = known(spells=(insured("2014-05-20", scheme=scheme),))
    branches = {key.removesuffix("_insurance_months") for key in found if key.endswith("_insurance_months")}
    assert branches - {"province_social"} == counted
    assert ("province_social_insurance_months" in found) is ("social" in counted)


def test_pension_months_are_not_asked_where_no_contribution_spell_is_on_record() -> None:
    rented = known(spells=(spell(MOTHER, SpellKind.LEASE, "2014-05-20"),))
    assert not [key for key in rented if "pension" in key]


def test_what_a_record_prints_stands_in_place_of_the_calendar() -> None:
    fewer = known(spells=(insured("2013-05-20", months=18),))
    assert fewer["social_insurance_months"] == 18
    assert "social_insurance_continuous_months" not in fewer, "somewhere in it there is a break"
    assert known(spells=(insured("2013-01-01", "2013-12-31", months=12),))["social_insurance_months"] == 12


def test_months_anywhere_in_the_province_count_for_the_province() -> None:
    dongguan = load("dongguan")
    spells = (
        insured("2013-05-20", "2014-05-19", place="440100"),
        insured("2014-05-20"),
        insured("2010-01-01", "2012-12-31", place="310000"),
    )
    found = project(PEOPLE, MEMBERS, (), spells, ROLES, dongguan, ON)
    assert (found["province_social_insurance_months"].value, found["social_insurance_months"].value) == (24, 12)


def test_districts_of_home_and_work_come_from_the_spells_that_hold() -> None:
    spells = (
        replace(spell(MOTHER, SpellKind.RESIDENT, "2013-01-20", "2014-01-19"), district="110101"),
        replace(spell(MOTHER, SpellKind.RESIDENT, "2014-01-20"), district="110108"),
        replace(spell(MOTHER, SpellKind.EMPLOYED, "2014-11-20"), district="110108", employer="某厂"),
        replace(spell(MOTHER, SpellKind.EMPLOYED, "2012-01-01", "2014-11-19"), district="110105", employer="某店"),
        insured("2014-11-20", district="110105"),
    )
    found = known(spells=spells)
    assert (found["district_id"], found["work_district_id"], found["work_and_home_same_district"]) == (
        "110108",
        "110108",
        True,
    )
    assert (found["in_district_residence_months"], found["in_district_work_months"]) == (16, 6)
    assert (found["in_district_social_insurance"], found["same_employer_months"]) == (False, 6)


@pytest.mark.parametrize("district", ["", "海淀区", "440106"])
def test_a_district_that_is_no_code_of_this_city_is_not_guessed_at(district: str) -> None:
    assert "district_id" not in known(spells=(replace(spell(MOTHER, SpellKind.RESIDENT, "2014-01-20"), district=district),))


def test_years_at_school_come_from_the_childs_spells() -> None:
    found = known(spells=(spell(CHILD, SpellKind.SCHOOLED, "2013-02-20"),))
    assert (found["child_local_schooling_years"], found["child_local_school_roll"]) == (2, True)
