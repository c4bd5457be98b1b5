"""Who can be respondent, who reviews, and by which version of the law (PRACTICE L2, L8)."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.cases import Service
from caseapp.domain.offices import OfficeKind
from caseapp.law.library import provisions, statutes
from caseapp.law.respondents import Standing, duty_organs, respondent

ON = date(2026, 7, 16)


@pytest.mark.parametrize("office", OfficeKind)
@pytest.mark.parametrize("on", [date(2023, 6, 1), ON])
def test_every_kind_of_office_has_an_answer_with_its_ground(office: OfficeKind, on: date):
    found = respondent(office, on)
    assert found.why_zh and found.why_en
    assert found.statute in statutes()
    assert (found.reviewed_by is not None) == (found.standing is Standing.CAN_BE)


@pytest.mark.parametrize(
    ("office", "standing"),
    [
        (OfficeKind.SCHOOL, Standing.DISPUTED),
        (OfficeKind.COMMUNITY, Standing.DISPUTED),
        (OfficeKind.MIGRANT_STATION, Standing.DISPUTED),
        (OfficeKind.EMPLOYER, Standing.CANNOT_BE),
        (OfficeKind.LANDLORD, Standing.CANNOT_BE),
        (OfficeKind.HOTLINE, Standing.CANNOT_BE),
        (OfficeKind.STREET_OFFICE, Standing.CAN_BE),
        (OfficeKind.POLICE_STATION, Standing.CAN_BE),
        (OfficeKind.EDUCATION_BUREAU, Standing.CAN_BE),
    ],
)
def test_who_refused_decides(office: OfficeKind, standing: Standing):
    assert respondent(office, ON).standing is standing


def test_the_rural_scheme_of_old_is_no_department_of_today():
    before, since = (respondent(OfficeKind.HEALTHCARE_SECURITY, day) for day in (date(2018, 12, 31), date(2019, 1, 1)))
    assert (before.standing, before.reviewed_by, before.court) == (Standing.DISPUTED, None, None)
    assert since.standing is Standing.CAN_BE and since.reviewed_by is not None


def test_a_department_is_reviewed_by_its_government_since_2024_and_by_choice_before():
    new, old = (respondent(OfficeKind.EDUCATION_BUREAU, day).reviewed_by for day in (date(2024, 1, 1), date(2023, 12, 31)))
    assert new and new.article == "第二十四条第一款第一项"
    assert old and old.article == "第十二条第一款" and "上一级主管部门" in old.zh


def test_tax_goes_to_the_next_higher_tax_authority():
    found = respondent(OfficeKind.TAX_BUREAU, ON).reviewed_by
    assert found and "上一级税务机关" in found.zh and found.article == "第二十七条"


def test_a_branch_may_also_be_reviewed_where_it_sits():
    found = respondent(OfficeKind.POLICE_STATION, ON).reviewed_by
    assert found and found.article == "第二十四条第四款"


def test_a_government_is_sued_in_the_intermediate_court():
    government, bureau = (respondent(kind, ON).court for kind in (OfficeKind.GOVERNMENT, OfficeKind.EDUCATION_BUREAU))
    assert government and "中级" in government.zh
    assert bureau and "基层" in bureau.zh


def test_a_refusal_at_school_leads_to_the_education_bureau():
    duty = respondent(OfficeKind.SCHOOL, ON, Service.COMPULSORY_EDUCATION).duty_organ
    assert duty and duty.office is OfficeKind.EDUCATION_BUREAU
    assert respondent(OfficeKind.EDUCATION_BUREAU, ON, Service.COMPULSORY_EDUCATION).duty_organ is None


def test_every_duty_rests_on_provisions_that_are_held():
    for duty in duty_organs().values():
        assert set(duty.provisions) <= set(provisions())
    assert Service.LABOUR not in duty_organs()
