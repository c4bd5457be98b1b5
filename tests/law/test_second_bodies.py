"""Which body hears whom where one kind of office stands for several: Litigation Law art. 15(1), old review law art. 12."""

from __future__ import annotations

from datetime import date

from caseapp.domain.offices import OfficeKind
from caseapp.law.respondents import respondent


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
