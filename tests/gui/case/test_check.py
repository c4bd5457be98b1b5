"""The check of a sample: the answer, each criterion unfolded, another day, points, the plan and the way to a question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import Service
from caseapp.gui.case.check.plan import PlanPanel
from caseapp.gui.case.check.programme import ProgrammeView
from caseapp.gui.case.check.rule_dialog import RuleDialog
from caseapp.gui.case.check.tab import CheckTab
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.work.session import Session
from tests.gui.case.sample_cases import SLOW, show, take_over
from tests.gui.hands import press


def checked(qtbot: QtBot, window: MainWindow, session: Session, sample: str) -> CheckTab:
    tab = show(qtbot, window, take_over(session, sample), "check")
    assert isinstance(tab, CheckTab)
    qtbot.waitUntil(lambda: tab.view is not None and tab.view.isVisible(), timeout=SLOW)
    return tab


def said(tab: CheckTab) -> str:
    assert tab.view is not None
    return "\n".join(label.text() for label in tab.view.findChildren(QLabel) if label.isVisible())


def label(tab: CheckTab, name: str) -> QLabel:
    found = tab.findChild(QLabel, name)
    assert found is not None, name
    return found


def test_the_answer_of_the_day_stands_on_top(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    assert label(tab, "check_count").text() == "On 1 March 2013: 2 of 5 conditions met."
    assert "Not met" in said(tab)


def test_what_is_missing_what_to_do_and_who_decides_are_in_sight_without_scrolling(
    qtbot: QtBot, window: MainWindow, session: Session
):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    area = tab.findChild(QScrollArea, "check_area")
    for name, part in (
        ("check_missing_0", "Residence permit missing"),
        ("check_missing_1", "6 months short; enough from 1 September 2013"),
        ("check_missing_2", "22 months short; enough from 1 January 2015"),
        ("check_step_0", "1. Get from the police station"),
        ("check_step_3", "not before 1 January 2015"),
        ("check_office", "Beijing Education Examinations Authority"),
    ):
        words = label(tab, name)
        assert part in words.text(), name
        qtbot.waitUntil(lambda words=words: not words.visibleRegion().isEmpty(), timeout=SLOW)
        bottom = words.mapTo(area.viewport(), words.rect().bottomLeft()).y()
        assert bottom <= area.viewport().height(), name


def test_each_gap_has_its_kind_who_acts_what_it_costs_and_the_plan_its_earliest_day(
    qtbot: QtBot, window: MainWindow, session: Session
):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    assert "1 January 2015" in label(tab, "plan_outlook").text()
    plan = tab.view.findChild(PlanPanel)
    kinds = [words.text() for words in plan.findChildren(QLabel) if words.property("role") == "label"]
    assert kinds == ["With a paper", "With time"]
    assert "Accepted instead: Rental contract, Property certificate or Dormitory certificate." in said(tab)
    tab = checked(qtbot, window, session, "shanghai-120-points")
    assert "Cost: the first one is free." in said(tab)
    assert "With the least: " in said(tab)


def test_what_gaining_it_costs_stands_before_the_plan(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "guangzhou-factory-points")
    words = [one.text() for one in tab.view.findChildren(QLabel)]
    assert words.index("What to know first") < words.index("What would have to change")
    assert "The points table is not known in full" in said(tab)


def test_since_when_it_was_met_and_what_the_answer_hangs_on(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "public/public-ks-points-enrolment-suit")
    tab.programmes.choose("national-compulsory-education-law-2006")
    assert "met from 12 June 2016 on" in label(tab, "check_passed").text()
    assert label(tab, "plan_flips").text() == "The answer hangs on: child's age; hukou is in this city."


def test_every_rule_of_the_service_has_its_answer_and_those_of_the_nation_stand_apart(
    qtbot: QtBot, window: MainWindow, session: Session
):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    assert tab.programmes.near.rows()[0].key == tab.programmes.value()
    first, second = tab.programmes.near.rows()[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert tab.programmes.value() == second.key
    tab = checked(qtbot, window, session, "guangzhou-factory-points")
    assert not tab.programmes.wide.isVisible()
    press(window, "check_wider_rules")
    assert "of the nation" in "\n".join(one.text() for one in tab.programmes.findChildren(QLabel) if one.isVisible())


def test_the_rule_itself_is_one_press_away(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "beijing-vocational-exam")
    press(window, "check_read_rule")
    qtbot.waitUntil(lambda: window.workspace.page("policies") is not None, timeout=SLOW)
    side = window.workspace.page("policies").side("rules")
    qtbot.waitUntil(lambda: side.versions.view is not None and side.versions.view.isVisible(), timeout=SLOW)
    assert side.versions.view.version.id == tab.programmes.value()
    tab = checked(qtbot, window, session, "guangzhou-factory-points")
    press(window, "check_wider_rules")
    tab.programmes.choose(tab.programmes.wide.rows()[0].key)
    press(tab.view, "check_read_rule")
    qtbot.waitUntil(lambda: side.versions.view.version.id == tab.programmes.value(), timeout=SLOW)
    assert side.list.place.value() != "guangzhou"


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
    assert "现在怎么办" in said(tab)


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
    tab.programmes.choose(next(row.key for row in tab.programmes.near.rows() if "points" in row.key))
    ledger = said(tab)
    assert "45" in ledger
    assert "Line to reach\n120" in ledger
    assert "Points still short of the line\n75" in ledger
    assert "nothing earned" in ledger
    press(tab.view, "points_not_counted")
    assert "nothing earned" not in said(tab)


def test_a_city_without_rules_offers_to_enter_the_one_the_office_cited(
    qtbot: QtBot, window: MainWindow, session: Session, make_case: Callable[..., str]
):
    case = make_case("小凡妈妈", city="廊坊市", service=Service.COMPULSORY_EDUCATION)
    tab = show(qtbot, window, case, "check")
    qtbot.waitUntil(label(tab, "check_no_city_rules").isVisible, timeout=SLOW)
    assert "the city may ask more" in label(tab, "check_no_city_rules").text()
    assert tab.programmes.wide.isVisible()
    tab = show(qtbot, window, make_case("阿强", city="廊坊市", service=Service.OTHER), "check")
    qtbot.waitUntil(lambda: tab._stack.currentWidget() is tab._no_rules, timeout=SLOW)
    assert "No rules are stored for this city" in tab._no_rules.words.text()
    press(window, "enter_first_rule")
    assert window.findChild(RuleDialog) is not None


def test_no_part_of_the_check_is_wider_than_the_smallest_window(qtbot: QtBot, window: MainWindow, session: Session):
    tab = checked(qtbot, window, session, "shanghai-120-points")
    window.resize(1024, 600)
    view = tab.findChild(ProgrammeView)
    qtbot.waitUntil(lambda: view.width() <= tab.width())
    assert window.width() == 1024
