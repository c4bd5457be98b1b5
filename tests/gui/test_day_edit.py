from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from caseapp.domain.days import ImpreciseDay
from caseapp.gui.day.edit import DayEdit
from caseapp.gui.day.text import Expects
from caseapp.gui.words import Language
from tests.gui.conftest import TODAY
from tests.gui.hands import write


@pytest.fixture
def edit(qtbot: QtBot, language: Language):
    def make(**how: object) -> DayEdit:
        made = DayEdit(lambda: TODAY, name="day", **how)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def test_it_is_empty_until_somebody_types(edit):
    day = edit()
    assert day.day is None
    assert day.line.text() == ""
    assert day.problem == ""


def test_beside_it_stands_which_day_was_understood(edit):
    day = edit()
    write(day.line, "6-10")
    assert day.day == ImpreciseDay.on(date(2026, 6, 10))
    assert day.understood.text() == "Wed 10 Jun (2 days ago)"


def test_a_year_that_was_not_typed_is_always_said(edit):
    day = edit(expects=Expects.PAST)
    write(day.line, "6-20")
    assert day.exact_day == date(2025, 6, 20)
    assert "2025" in day.understood.text()


def test_a_rough_day_is_kept_rough(edit):
    day = edit()
    write(day.line, "2019")
    assert day.day == ImpreciseDay.year(2019)
    assert day.exact_day is None
    assert "some time in 2019" in day.understood.text()


def test_where_one_day_is_needed_a_month_is_refused(edit):
    day = edit(exact_only=True)
    write(day.line, "2026-06")
    assert day.day is None
    assert day.problem


def test_the_language_changes_what_is_said_not_what_was_typed(edit, language: Language, qtbot: QtBot):
    day = edit()
    write(day.line, "2026年5月")
    before = day.day
    language.switch("zh_CN")
    assert day.understood.text() == "2026年5月，日子不详"
    language.switch("en")
    assert (day.line.text(), day.day) == ("2026年5月", before)


def test_changing_the_day_is_heard_once_for_each_new_day(edit):
    day, heard = edit(), []
    day.changed.connect(lambda: heard.append(day.day))
    day.show_day(date(2026, 6, 10))
    day.show_day(date(2026, 6, 10))
    day.show_day(None)
    assert heard == [ImpreciseDay.on(date(2026, 6, 10)), None]
