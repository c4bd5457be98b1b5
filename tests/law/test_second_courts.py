"""Which court hears a suit against a government (Litigation Law arts 14, 15(1))."""

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
