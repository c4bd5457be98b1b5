"""The check of a sample: the answer, each criterion unfolded, another day, points, the plan and the way to a question."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseapp.exchange.case_file import read_case_file
from caseapp.gui.case.check.tab import CheckTab
from caseapp.gui.case.check.programme import ProgrammeView
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.paths import resource
from caseapp.work.importing import import_files
from caseapp.work.session import Session
from tests.gui.case.sample_cases import SLOW, show, take_over
from tests.gui.conftest import NOW, TODAY
from tests.gui.hands import press


def checked(qtbot: QtBot, window: MainWindow, session: Session, sample: str) -> CheckTab:
    tab = show(qtbot, window, take_over(session, sample), "check")
    assert isinstance(tab, CheckTab)
    qtbot.waitUntil(lambda: tab.view is not None and tab.view.isVisible(), timeout=SLOW)
    return tab


def said(tab: CheckTab) -> str:
    assert tab.view is not None
    return "\n".join(label.text() for label in tab.view.findChildren(QLabel) if label.isVisible())


def test_the_answer_of_the_day_stands_on_top(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    assert tab.view.findChild(QLabel, "check_count").text() == "On 1 March 2013: 2 of 5 conditions met."
    assert "Not met" in tab.view.findChild(QLabel, "check_sentence").text()


def test_each_gap_has_its_kind_and_the_plan_its_earliest_day(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    assert "6 months short, from 1 September 2013" in said(tab)
    assert "22 months short, from 1 January 2015" in said(tab)
    assert "1 Jan 2015" in tab.view.findChild(QLabel, "plan_outlook").text()


def test_a_row_unfolds_by_key_in_both_languages_with_its_source(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    criterion = tab._plan.programmes[0].check.findings[2].criterion.id
    fold = tab.view.findChild(type(window.findChild(object, "check_answer_next")), f"unfold_{criterion}")
    assert "合法稳定职业满3年" not in said(tab)
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert "合法稳定职业满3年" in said(tab)
    assert "Who decides: Beijing Education Examinations Authority" in said(tab)
    assert "Confidence: high" in said(tab)


def test_what_was_unfolded_stays_unfolded_when_the_language_changes(
    qtbot: QtBot, window: MainWindow, session: Session, language: Language
):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    criterion = tab._plan.programmes[0].check.findings[0].criterion.id
    press(window, f"unfold_{criterion}")
    language.switch("zh_CN")
    assert "不符合" in said(tab)
    assert "可信度" in said(tab)
    assert "Confidence" not in said(tab)


def test_another_day_is_judged_by_the_rules_of_that_day(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    tab.day.line.selectAll()
    qtbot.keyClicks(tab.day.line, "2010-05-01")
    qtbot.waitUntil(lambda: tab._stack.currentWidget() is tab._none_in_force, timeout=SLOW)


def test_the_next_question_leads_to_the_facts(qtbot: QtBot, window: MainWindow, session: Session):
    checked(qtbot, window, session, "beijing-vocational-exam")
    press(window, "check_answer_next")
    facts = window.workspace.page("case").tab("facts")
    qtbot.waitUntil(facts.isVisible, timeout=SLOW)


def test_points_are_a_ledger_with_a_running_total_and_the_line(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "shanghai-120-points")
    tab.programme.choose(next(one for one in tab.programme._values if "points" in one))
    ledger = said(tab)
    assert "45" in ledger
    assert "Line to reach\n120" in ledger
    assert "Points still short of the line\n75" in ledger
    press(window, "points_not_counted")
    assert "nothing earned" in said(tab)


def test_a_city_without_rules_says_so(qtbot: QtBot, window: MainWindow, session: Session, tmp_path: Path):
    elsewhere = tmp_path / "elsewhere.yaml"
    text = resource("samples", "hangzhou-ten-percent.yaml").read_text(encoding="utf-8")
    elsewhere.write_text(text.replace("city: hangzhou", "city: 无锡"), encoding="utf-8")
    case = import_files(session, (read_case_file(elsewhere, TODAY),), NOW)[0].id
    tab = show(qtbot, window, case, "check")
    qtbot.waitUntil(lambda: tab._stack.currentWidget() is tab._no_rules, timeout=SLOW)
    assert "No rules are stored for this city" in tab._no_rules.words.text()


def test_no_part_of_the_check_is_wider_than_the_smallest_window(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "shanghai-120-points")
    window.resize(1024, 600)
    view = tab.findChild(ProgrammeView)
    qtbot.waitUntil(lambda: view.width() <= tab.width())
    assert window.width() == 1024
