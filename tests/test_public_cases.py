"""Cases that public sources tell of people like our clients: every one reaches the answer its facts allow, none another.

Told in our own words, people by role alone. A fact a source does not tell is not asked; a day it does not tell is not
assumed. What is expected follows from the case and the text of the rule, not from what the program says.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import pytest

from caseapp.policy.check import ProgrammeCheck, check
from caseapp.policy.known import given
from caseapp.policy.packs import load
from caseapp.policy.verdict import Verdict

DECIDED = ("met", "not_met")


@dataclass(frozen=True)
class Told:
    """A case as a source tells it, and what its facts decide: by programme, and by criterion where a fact is told."""

    what: str
    source: str
    city: str
    day: str
    service: str
    facts: dict[str, object]
    programmes: dict[str, str] = field(default_factory=dict)
    """Every programme of the city and the service that was in force on the day, with its answer."""
    criteria: dict[str, str] = field(default_factory=dict)
    """``programme:criterion`` for each criterion that tests a fact the source tells."""
    nation: dict[str, str] = field(default_factory=dict)
    """Programmes of the nation and of the province that the facts decide; every other one stays open."""
    province: str = ""

    @property
    def above(self) -> tuple[str, ...]:
        """The places whose rules hold here too."""
        return tuple(place for place in (self.province, "national") if place)


CASES = {
    "beijing 2014, six insured years for the higher vocational exam": Told(
        what="A parent has done casual work in the city for six years, never with a contract, never insured. The exam asks "
        "six years of unbroken insurance of one parent, without back-payments.",
        source="newspaper report of 28 May 2014",
        city="beijing", day="2014-05-28", service="college_entrance_exam",
        facts={
            "hukou_city_is_local": False, "child_hukou_is_local": False, "employment_status": "informal",
            "labour_contract_held": False, "social_insurance_months": 0, "social_insurance_continuous_months": 0,
        },
        programmes={"beijing-higher-vocational-2014": "not_met"},
        criteria={"beijing-higher-vocational-2014:si6": "not_met", "beijing-higher-vocational-2014:permit": "not_asked"},
    ),
    "beijing 2014, one year short of the six": Told(
        what="Another family of the same report lacks one year of the six.",
        source="newspaper report of 28 May 2014",
        city="beijing", day="2014-05-28", service="college_entrance_exam",
        facts={"child_hukou_is_local": False, "social_insurance_continuous_months": 60},
        programmes={"beijing-higher-vocational-2014": "not_met"},
        criteria={"beijing-higher-vocational-2014:si6": "not_met"},
    ),
    "beijing 2016, a permit without a proper lease": Told(
        what="A cleaner rents a room without a lease and changes rooms often; she has no labour contract either. The "
        "station asks for a lease and for the landlord to come. How long she is registered, the report does not say.",
        source="newspaper report of November 2016",
        city="beijing", day="2016-11-30", service="residence_permit",
        facts={
            "hukou_city_is_local": False, "hukou_province": "41", "sex": "female", "labour_contract_held": False,
            "lease_registered": False, "home_basis": "rented_unregistered",
        },
        programmes={"beijing-residence-permit-2016": "not_asked"},
        criteria={
            "beijing-residence-permit-2016:stable_job": "not_met",
            "beijing-residence-permit-2016:stable_home": "not_met",
            "beijing-residence-permit-2016:six_months": "not_asked",
            "beijing-residence-permit-2016:own_business": "not_asked",
        },
    ),
    "beijing 2017, insured through an agency": Told(
        what="A couple without a flat of their own; the wife is insured in the district for at least half a year, the "
        "husband's firm does not insure him. The rules of 2017 are not held here.",
        source="newspaper report of 20 June 2017",
        city="beijing", day="2017-05-31", service="compulsory_education",
        facts={
            "hukou_city_is_local": False, "child_hukou_is_local": False, "child_age": 6, "child_school_stage": "primary",
            "owns_home": False, "district_id": "110105", "social_insurance_current": False,
            "spouse_social_insurance_current": True, "spouse_social_insurance_months": 6, "employment_status": "employee",
        },
        nation={"national-compulsory-education-law-2006": "met"},
    ),
    "beijing 2017, a landlord asks for money": Told(
        what="The lease and the tax receipt are there; shortly before the papers are looked at the landlord asks for money "
        "before he lends his own. The child's age is not told. The rules of 2017 are not held here.",
        source="newspaper report of 23 May 2017",
        city="beijing", day="2017-05-23", service="compulsory_education",
        facts={
            "hukou_city_is_local": False, "child_hukou_is_local": False, "child_school_stage": "primary",
            "child_entry_grade_is_first": True, "district_id": "110114", "landlord_tax_receipt_held": True,
        },
    ),
    "beijing 2007, both places refuse to move a registration": Told(
        what="A lawyer who has worked in the city for four years asks to be registered there. No points rule was in force.",
        source="report of a court hearing on 26 July 2007",
        city="beijing", day="2007-03-12", service="hukou_points",
        facts={"hukou_city_is_local": False, "hukou_province": "34"},
    ),
    "beijing 2010, a dormitory is torn down": Told(
        what="A hundred and forty workers lose the dormitory of their employer. No rule of the city speaks of it.",
        source="newspaper report of 24 December 2010",
        city="beijing", day="2010-12-21", service="other",
        facts={"hukou_city_is_local": False, "hukou_province": "41", "home_basis": "employer_dormitory"},
    ),
    "zhengzhou 2014, the papers do not match": Told(
        what="On the last of two days of enrolment a primary school sends families away whose papers differ in a date. The "
        "rules for primary schools of that year are not held here.",
        source="newspaper report of 20 August 2014",
        city="zhengzhou", day="2014-08-19", service="compulsory_education",
        facts={"hukou_city_is_local": False, "child_hukou_is_local": False, "child_school_stage": "primary"},
    ),
    "zhengzhou 2016, thirty per cent of a long illness": Told(
        what="A young man from another province, insured in the rural scheme at home, is treated in the city. The city's "
        "resident insurance is for its own registered residents.",
        source="newspaper report of January 2016",
        city="zhengzhou", day="2016-01-15", service="health_insurance",
        facts={
            "hukou_city_is_local": False, "hukou_province": "32", "age": 25, "insurance_scheme": "nrcms",
            "insurance_place_is_local": False,
        },
        programmes={"zhengzhou-resident-medical": "not_met"},
        criteria={"zhengzhou-resident-medical:local": "not_met"},
    ),
    "shenzhen 2015, no back-payment for outsiders": Told(
        what="A worker of 62 lacks years of pension insurance and hears that only local people may pay them up. Where he "
        "was insured and for how long is not told.",
        source="answer of an official platform, November 2015",
        city="shenzhen", day="2015-11-18", service="pension",
        facts={"hukou_city_is_local": False, "age": 62, "age_reached_pension_age": True},
        province="guangdong",
        nation={"national-resident-schemes-local-only": "not_met"},
    ),
    "dongguan 2007, money back in place of a transfer": Told(
        what="After four months of pension insurance a worker moves on, cannot take it along and takes the money. The rule "
        "on moves of that year is not held here.",
        source="newspaper report of December 2007",
        city="dongguan", day="2007-12-31", service="pension",
        facts={
            "hukou_city_is_local": False, "hukou_province": "43", "pension_insurance_months": 4,
            "social_insurance_months": 4,
        },
        province="guangdong",
    ),
    "xian 2008, refused by two provinces": Told(
        what="A pupil whose registration came to the city fourteen months ago may not sit the exam there for want of three "
        "years. The rule of that year is not held here.",
        source="newspaper report of 18 March 2008",
        city="xian", day="2008-02-14", service="college_entrance_exam",
        facts={
            "hukou_city_is_local": True, "child_hukou_is_local": True, "hukou_years_since_local_transfer": 1,
            "child_local_school_roll": True, "child_school_stage": "senior_secondary",
        },
    ),
}  # fmt: skip


def checked(told: Told, place: str | None = None) -> dict[str, ProgrammeCheck]:
    on = date.fromisoformat(told.day)
    found = check(load(place or told.city), given(told.facts, on), on, service=told.service)
    return {one.programme.id: one for one in found.programmes}


@pytest.mark.parametrize("name", CASES)
def test_a_case_gets_the_answers_of_its_city_that_its_facts_allow(name: str) -> None:
    told = CASES[name]
    found = checked(told)
    answers = {id_: one.verdict.value for id_, one in found.items() if one.undecided is None}
    assert answers == told.programmes
    for key, answer in told.criteria.items():
        programme, criterion = key.split(":")
        finding = next(one for one in found[programme].findings if one.criterion.id == criterion)
        assert finding.verdict.value == answer, key


@pytest.mark.parametrize("name", CASES)
def test_no_rule_of_the_province_or_the_nation_says_met_or_not_met_without_its_facts(name: str) -> None:
    told = CASES[name]
    found = {id_: one.verdict.value for place in told.above for id_, one in checked(told, place).items()}
    assert {id_: answer for id_, answer in found.items() if answer in DECIDED} == told.nation


@pytest.mark.parametrize("name", CASES)
def test_what_the_source_does_not_tell_is_not_asked_and_never_taken_for_a_no(name: str) -> None:
    told = CASES[name]
    for place in (told.city, *told.above):
        for programme in checked(told, place).values():
            for finding in programme.findings:
                if finding.criterion.fact not in told.facts:
                    assert finding.verdict in (Verdict.NOT_ASKED, Verdict.NOT_COVERED), finding.criterion.id


def test_one_year_short_is_said_in_months() -> None:
    found = checked(CASES["beijing 2014, one year short of the six"])["beijing-higher-vocational-2014"]
    assert [(one.criterion.fact, one.missing) for one in found.failing] == [("social_insurance_continuous_months", 12)]


@pytest.mark.parametrize("year", range(2010, 2027))
def test_a_case_without_a_day_is_decided_on_no_day(year: int) -> None:
    """Tianjin: a family lives in a borrowed flat, so there is no rent and no tax paper; the report bears no date."""
    facts = {"hukou_city_is_local": False, "home_basis": "other", "landlord_tax_receipt_held": False}
    on = date(year, 6, 1)
    for place in ("tianjin", "national"):
        for programme in check(load(place), given(facts, on), on, service="residence_permit").programmes:
            assert programme.verdict.value not in DECIDED, programme.programme.id
