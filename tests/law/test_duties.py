"""Which organ has the duty, by what is asked for and by the law of the day; nothing is cited before it stood."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.facts import Fact
from caseapp.domain.ids import CaseId, FactId, OfficeId, PersonId, VisitId
from caseapp.domain.offices import Office, OfficeKind
from caseapp.domain.visits import Answer, Grounds, Visit
from caseapp.law.duties import Matter, duties
from caseapp.law.library import provisions

ON = date(2026, 9, 1)
ME = PersonId("me")
K = OfficeKind


def case(service: Service, *visits: Visit, **more) -> CaseFile:
    offices = {OfficeId(kind.value): Office(OfficeId(kind.value), kind) for kind in OfficeKind}
    return CaseFile(Case(CaseId("c"), "1", ON, service=service), visits=visits, offices=offices, **more)


def visit(at: OfficeKind, answer=Answer.REFUSED, number=1, **more) -> Visit:
    return Visit(VisitId(f"v{number}"), CaseId("c"), OfficeId(at.value), number, answer=answer, **more)


def found(file: CaseFile, on: date = ON):
    return [(duty.matter, duty.organ.office) for duty in duties(file, on)]


def articles(file: CaseFile, on: date) -> set[str]:
    return {provisions()[one].statute for duty in duties(file, on) for one in duty.organ.provisions}


def test_a_pension_is_the_agencys_until_somebody_speaks_of_premiums():
    assert found(case(Service.PENSION, visit(K.SOCIAL_INSURANCE_AGENCY))) == [(Matter.SERVICE, K.SOCIAL_INSURANCE_AGENCY)]


def test_premiums_go_to_the_collector_somebody_named_and_to_inspection():
    """Social Insurance Law arts 63(1), 83(3); Labour Security Supervision Regulations art. 11(7)."""
    sent = visit(K.SOCIAL_INSURANCE_AGENCY, Answer.REFERRED, referred_to=OfficeId(K.TAX_BUREAU.value))
    inspected = (Matter.PREMIUMS_INSPECTED, K.HRSS_BUREAU)
    assert found(case(Service.PENSION, sent)) == [(Matter.PREMIUMS_COLLECTED, K.TAX_BUREAU), inspected]
    assert found(case(Service.PENSION, visit(K.LABOUR_INSPECTION))) == [inspected]


def test_who_works_for_nobody_is_owed_no_premiums():
    alone = (Fact(FactId("f"), ME, "employment_status", "flexible", date(2026, 1, 1)),)
    assert found(case(Service.PENSION, visit(K.TAX_BUREAU), facts=alone)) == [(Matter.SERVICE, K.SOCIAL_INSURANCE_AGENCY)]


def test_a_body_that_declines_to_review_has_the_duty_to_see_that_it_is_reviewed_until_one_decides():
    """Old Reconsideration Law art. 15(1)(3): the department that manages the agency; since 2024 art. 24(1)(4)."""
    declined = visit(K.GOVERNMENT, asked="申请行政复议", grounds=Grounds.NOT_COMPETENT)
    file = case(Service.PENSION, declined)
    assert found(file, date(2023, 12, 31)) == [(Matter.REVIEW, K.HRSS_BUREAU)]
    assert found(file, date(2024, 1, 1)) == [(Matter.REVIEW, K.GOVERNMENT)]
    decided = visit(K.GOVERNMENT, asked="申请行政复议", number=2)
    assert found(replace(file, visits=(declined, decided))) == [(Matter.SERVICE, K.SOCIAL_INSURANCE_AGENCY)]


def test_where_nobody_knows_who_cleared_a_place_the_government_is_asked_and_without_that_nobody_is_named():
    cleared = visit(K.OTHER, grounds=Grounds.FACILITY_CLOSED)
    assert found(case(Service.OTHER, cleared)) == [(Matter.NOBODY_KNOWN, K.GOVERNMENT)]
    assert found(case(Service.OTHER, visit(K.OTHER))) == []


@pytest.mark.parametrize(
    ("service", "on", "statutes", "younger"),
    [
        (Service.PENSION, date(2011, 6, 30), set(), False),  # Social Insurance Law art. 98
        (Service.PENSION, date(2011, 7, 1), {"social-insurance-law-2018"}, True),
        (Service.PENSION, date(2018, 12, 29), {"social-insurance-law-2018"}, False),
        (Service.RESIDENCE_PERMIT, date(2015, 12, 31), set(), False),
        (Service.SOCIAL_ASSISTANCE, date(2026, 6, 30), {"social-assistance-interim-measures-2019"}, False),
        (Service.SOCIAL_ASSISTANCE, date(2026, 7, 1), {"social-assistance-law-2026"}, False),
        (Service.PRESCHOOL, date(2025, 5, 31), set(), False),
        (Service.COMPULSORY_EDUCATION, date(2006, 9, 1), {"compulsory-education-law-2018"}, True),
    ],
)
def test_no_law_is_named_before_it_stood_nor_after_it_ended(service, on, statutes, younger):
    file = case(service)
    assert articles(file, on) == statutes
    assert [duty.younger for duty in duties(file, on)] == [younger]


def test_an_old_refusal_is_held_against_the_law_of_its_day():
    (today,) = duties(case(Service.SOCIAL_ASSISTANCE), ON)
    (then,) = duties(case(Service.SOCIAL_ASSISTANCE), ON, date(2026, 5, 1))
    assert "sa-where-apply" in today.organ.provisions and "sa-old-where-apply" in then.organ.provisions


def test_what_happened_later_changes_no_earlier_day():
    later = replace(visit(K.TAX_BUREAU), day=ImpreciseDay.on(ON))
    assert found(case(Service.PENSION, later), date(2026, 8, 31)) == [(Matter.SERVICE, K.SOCIAL_INSURANCE_AGENCY)]


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"age_reached_pension_age": "true"}, True),
        ({"age_reached_pension_age": "true", "pension_total_months": "179"}, True),
        ({"age_reached_pension_age": "true", "pension_total_months": "180"}, False),
        ({}, False),
    ],
)
def test_paying_up_to_fifteen_years_is_named_at_pension_age_unless_they_are_reached(told, named):
    facts = tuple(Fact(FactId(key), ME, key, value, ON) for key, value in told.items())
    (duty,) = duties(case(Service.PENSION, facts=facts), ON)
    assert ("si-pension-top-up" in duty.organ.provisions) is named
    assert duty.organ.provisions[-2:] == ("si-pension-transfer", "si-remedy")
