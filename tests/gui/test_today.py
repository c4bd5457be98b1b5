"""The page Today, by key and mouse: what is due stands there, is done with, put off, opened, and taken along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from caseapp.gui.shell import MainWindow
from caseapp.gui.today.calendar_dialog import CalendarDialog
from caseapp.gui.today.follow_up_dialog import FollowUpDialog
from caseapp.gui.today.page import TodayPage
from caseapp.gui.today.postpone_dialog import PostponeDialog
from caseapp.gui.today.print_dialog import PrintDialog
from caseapp.gui.words import Language
from caseapp.work.session import Session
from caseapp.work.today import set_follow_up
from tests.gui.conftest import NOW, TODAY
from tests.gui.hands import press, write
from tests.paper.reading import needs_poppler, text

SLOW = 20_000


def shown(kind: type, window: MainWindow):
    """The one of its kind that can be seen."""
    return next(found for found in window.findChildren(kind) if found.isVisible())


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> Callable[[], TodayPage]:
    """Goes there and waits until every day is worked out."""

    def go() -> TodayPage:
        window.workspace.go("today")
        made = window.workspace.page("today")
        assert isinstance(made, TodayPage)
        qtbot.waitUntil(lambda: made._today is not None and made._today.to_derive == 0, timeout=SLOW)
        return made

    return go


def words(page: TodayPage) -> list[str]:
    return [page.table.index(row, 1).data() for row in range(page.table.rowCount())]


def test_a_page_with_nothing_due_names_the_next_day(qtbot: QtBot, page, make_case, language: Language):
    make_case("小凡妈妈", useful_until=date(2026, 9, 1))
    shown_page = page()
    assert "Next: Tue 1 Sep 2026" in shown_page.nothing.words.text()
    language.switch("zh_CN")
    assert "最近的一件：2026年9月1日" in shown_page.nothing.words.text()


def test_enter_opens_the_case_and_space_is_done_with_a_way_back(
    qtbot: QtBot, window: MainWindow, page, make_case, session: Session
):
    case = make_case("小凡妈妈")
    set_follow_up(session, case, "问学校", TODAY, NOW)
    today = page()
    assert words(today) == ["问学校"]
    assert "1 today" in today.summary.text()
    qtbot.keyClick(today.view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: words(today) == [], timeout=SLOW)
    press(window, "status_undo")
    qtbot.waitUntil(lambda: words(today) == ["问学校"], timeout=SLOW)
    qtbot.keyClick(today.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.workspace.stack.currentWidget() is window.workspace.page("case"), timeout=SLOW)


def test_putting_off_asks_for_a_reason(qtbot: QtBot, window: MainWindow, page, make_case, session: Session):
    set_follow_up(session, make_case("小凡妈妈"), "问学校", TODAY, NOW)
    today = page()
    press(window, "today_postpone")
    dialog = shown(PostponeDialog, window)
    press(dialog, "postpone_save")
    qtbot.waitUntil(dialog.trouble.isVisible, timeout=SLOW)
    write(dialog.reason, "学校放假")
    press(dialog, "postpone_save")
    qtbot.waitUntil(lambda: words(today) == [], timeout=SLOW)
    qtbot.waitUntil(lambda: "Fri 19 Jun 2026" in today.nothing.words.text(), timeout=SLOW)


def test_a_follow_up_set_in_a_case_stands_on_today(qtbot: QtBot, window: MainWindow, page, make_case):
    case = make_case("小凡妈妈")
    page()
    window.workspace.go("case", case)
    qtbot.waitUntil(lambda: window.workspace.page("case")._file is not None, timeout=SLOW)
    press(window, "overview_follow_up")
    dialog = shown(FollowUpDialog, window)
    write(dialog.what, "打电话")
    dialog.due.show_day(TODAY)
    press(dialog, "follow_up_save")
    qtbot.waitUntil(lambda: window.findChild(FollowUpDialog) is None, timeout=SLOW)
    header = window.workspace.page("case").header
    qtbot.waitUntil(lambda: header.next.whole() == "Next: Fri 12 Jun (today), 打电话", timeout=SLOW)
    today = page()
    qtbot.waitUntil(lambda: words(today) == ["打电话"], timeout=SLOW)


def test_the_calendar_file_says_what_leaves_and_names_nobody(
    qtbot: QtBot, window: MainWindow, page, make_case, session: Session, tmp_path: Path
):
    set_follow_up(session, make_case("小凡妈妈"), "问张老师", TODAY + timedelta(1), NOW)
    page()
    press(window, "today_calendar")
    dialog = shown(CalendarDialog, window)
    file = tmp_path / "days.ics"
    dialog.write(file)
    qtbot.waitUntil(file.exists, timeout=SLOW)
    qtbot.waitUntil(lambda: window.findChild(CalendarDialog) is None, timeout=SLOW)
    content = file.read_text("utf-8")
    assert "20260613" in content and "2026-A001" in content
    assert "张老师" not in content and "小凡" not in content


@needs_poppler
def test_the_list_of_the_day_prints_without_names_unless_they_are_asked_for(
    qtbot: QtBot, window: MainWindow, page, make_case, session: Session, tmp_path: Path
):
    set_follow_up(session, make_case("小凡妈妈"), "问张老师", TODAY, NOW)
    page()
    press(window, "today_print")
    dialog = shown(PrintDialog, window)
    qtbot.waitUntil(dialog.print.isEnabled, timeout=SLOW)
    plain = text(dialog.paper.pdf, tmp_path)
    assert "2026-A001" in plain and "Due today" in plain and "names nobody" in plain
    assert "小凡" not in plain and "张老师" not in plain
    dialog.names.setChecked(True)
    assert not dialog.print.isEnabled()
    qtbot.waitUntil(dialog.print.isEnabled, timeout=SLOW)
    assert "小凡妈妈" in text(dialog.paper.pdf, tmp_path)
    dialog.write(tmp_path / "day.pdf")
    qtbot.waitUntil(lambda: window.findChild(PrintDialog) is None, timeout=SLOW)
    assert "问张老师" in text((tmp_path / "day.pdf").read_bytes(), tmp_path)


def test_the_rail_says_how_many_are_due_and_names_nobody(
    qtbot: QtBot, window: MainWindow, make_case, session: Session, monkeypatch: pytest.MonkeyPatch
):
    set_follow_up(session, make_case("小凡妈妈"), "问学校", TODAY, NOW)
    window.workspace.desk.changed.emit()
    button = window.workspace.rail.pages["today"]
    qtbot.waitUntil(lambda: button.text() == "Today · 1", timeout=SLOW)
    window.language.switch("zh_CN")
    assert button.text() == "今天 · 1"
