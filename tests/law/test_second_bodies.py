"""Which body hears whom where one kind of office stands for several: Litigation Law art. 15(1), old review law art. 12."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.law.ladder import ladder
from caseapp.law.respondents import respondent
from caseapp.law.situation import Situation, WrittenAct


def test_a_township_is_not_sent_to_the_intermediate_court():
    """Only governments at or above county level are sued there; one kind of office stands for all levels."""
    court = respondent(OfficeKind.GOVERNMENT, date(2026, 7, 1)).court
    assert court is not None
    assert "县级以上人民政府的" in court.zh and "乡镇人民政府的，基层人民法院" in court.zh
    assert "basic court where it is a township" in court.en


def test_a_local_tax_office_of_old_left_the_choice_of_its_government():
    """Art. 12(2) of the old law names state tax only; the local offices, merged in 2018, fell under art. 12(1)."""
    old = respondent(OfficeKind.TAX_BUREAU, date(2012, 9, 30)).reviewed_by
    new = respondent(OfficeKind.TAX_BUREAU, date(2024, 1, 1)).reviewed_by
    assert old is not None and "上一级税务机关" in old.zh and "地方税务局" in old.zh and "本级人民政府" in old.zh
    assert new is not None and new.zh == "上一级税务机关"


BODIES = {
    OfficeKind.EDUCATION_BUREAU: ("第十二条第一款", "第二十四条第一款第一项"),
    OfficeKind.HRSS_BUREAU: ("第十二条第一款", "第二十四条第一款第一项"),
    OfficeKind.LABOUR_INSPECTION: ("第十二条第一款", "第二十四条第一款第一项"),
    OfficeKind.HEALTHCARE_SECURITY: ("第十二条第一款", "第二十四条第一款第一项"),
    OfficeKind.STREET_OFFICE: ("第十五条第一款第一项", "第二十四条第一款第三项"),
    OfficeKind.GOVERNMENT: ("第十三条第一款", "第二十四条第一款第二项"),
    OfficeKind.POLICE_STATION: ("第十五条第一款第二项", "第二十四条第四款"),
    OfficeKind.SOCIAL_INSURANCE_AGENCY: ("第十五条第一款第三项", "第二十四条第一款第四项"),
    OfficeKind.HOUSING_FUND: ("第十五条第一款第三项", "第二十四条第一款第四项"),
}
"""Departments, agencies sent out by a government, governments, stations sent out by a department, authorised bodies."""


@pytest.mark.parametrize("office", BODIES)
def test_who_reviews_whom_until_2023_and_from_2024(office):
    last, first = (respondent(office, on).reviewed_by for on in (date(2023, 12, 31), date(2024, 1, 1)))
    assert last is not None and first is not None
    assert (last.statute, last.article) == ("administrative-reconsideration-law-2017", BODIES[office][0])
    assert (first.statute, first.article) == ("administrative-reconsideration-law-2023", BODIES[office][1])


STREET, AGENCY = OfficeKind.STREET_OFFICE, OfficeKind.SOCIAL_INSURANCE_AGENCY
TWO_ACTS = Situation(
    Service.PENSION, date(2026, 5, 20),
    acts=(WrittenAct(STREET, None, date(2026, 3, 2)), WrittenAct(AGENCY, None, date(2026, 5, 4))),
)  # fmt: skip
"""2 March and sixty days: 1 May, in the holiday, Wednesday 6 May at the latest; 4 May and sixty: Friday 3 July."""


def test_the_body_is_that_of_the_act_whose_period_is_shown():
    """The street's act came first and is over; the agency's is reviewed by the department in charge (art. 24(1)(4))."""
    found = ladder(TWO_ACTS)
    review = next(way for way in found.avenues if way.procedure == "admin_reconsideration")
    assert (review.last_day, review.body) == (date(2026, 7, 3), respondent(AGENCY, TWO_ACTS.on).reviewed_by)
    assert found.first_step.named == review.body
    early = ladder(replace(TWO_ACTS, on=date(2026, 4, 7)))
    first = next(way for way in early.avenues if way.procedure == "admin_reconsideration")
    assert (first.deadline and first.deadline.trigger_day, first.body) == (
        date(2026, 3, 2), respondent(STREET, TWO_ACTS.on).reviewed_by,
    )  # fmt: skip


def test_the_body_for_silence_is_that_of_the_silent_organ_though_another_acted():
    silent = replace(TWO_ACTS, acts=TWO_ACTS.acts[:1], application_received=date(2026, 3, 9))
    review = next(way for way in ladder(silent).avenues if way.procedure == "admin_reconsideration")
    assert (review.deadline and review.deadline.applied, review.body) == (
        date(2026, 3, 9), respondent(AGENCY, TWO_ACTS.on).reviewed_by,
    )  # fmt: skip
