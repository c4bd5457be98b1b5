"""The calendar file, read back with another reader than the one that wrote it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from caseapp.work.calendar_out import calendar_out
from caseapp.work.session import Session
from caseapp.work.today import set_follow_up, today
from tests.work.conftest import NOW

ON = NOW.date()


def lines(content: bytes) -> list[str]:
    """Unfolded content lines (RFC 5545, 3.1)."""
    text = content.decode("utf-8")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")


def values(content: bytes, name: str) -> list[str]:
    return [line.partition(":")[2] for line in lines(content) if line.split(":")[0].split(";")[0] == name]


def test_days_are_days_without_a_clock_and_end_on_the_next_morning(session: Session, case: str):
    set_follow_up(session, case, "取材料", date(2026, 12, 31), NOW)
    content = calendar_out(session, ON, "zh_CN", now=NOW).content
    assert "DTSTART;VALUE=DATE:20261231" in lines(content)
    assert "DTEND;VALUE=DATE:20270101" in lines(content)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_without_being_asked_no_name_and_no_word_of_a_person_leaves(session: Session, case: str, language: str):
    set_follow_up(session, case, "给张三打电话", ON + timedelta(3), NOW)
    content = calendar_out(session, ON, language, now=NOW).content.decode()
    assert "2026-A001" in content
    assert "张三" not in content and "家长" not in content


def test_with_names_they_are_there(session: Session, case: str):
    set_follow_up(session, case, "给张三打电话", ON + timedelta(3), NOW)
    made = calendar_out(session, ON, "zh_CN", with_names=True, now=NOW)
    assert made.days == 1
    assert values(made.content, "SUMMARY") == ["2026-A001 · 家长 · 给张三打电话"] * made.days


def test_a_day_that_moves_keeps_its_entry_and_two_of_a_kind_keep_two(session: Session, case: str):
    from caseapp.work.today import derive_days, postpone

    set_follow_up(session, case, "一", ON, NOW)
    set_follow_up(session, case, "二", ON, NOW)
    before = values(calendar_out(session, ON, "en", now=NOW).content, "UID")
    assert len(set(before)) == 2
    derive_days(session, ON)
    postpone(session, today(session, ON).entries[0], ON + timedelta(5), "等材料", NOW)
    assert sorted(values(calendar_out(session, ON, "en", now=NOW).content, "UID")) == sorted(before)
