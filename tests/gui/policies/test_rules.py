"""The rules of a place: found, chosen by key, read in full, doubted, compared and looked up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from caseapp.domain.cases import Service
from caseapp.gui.case.rows import Row
from caseapp.gui.parts.chosen_rows import ChosenRow
from caseapp.gui.policies.look_dialog import LookDialog
from caseapp.work.verified import all_looks
from tests.gui.case.sample_cases import take_over
from tests.gui.hands import press, write

from .conftest import SLOW, texts

BEIJING = ("beijing", "beijing-points-hukou-2017-trial")
NOW_IN_BEIJING = ("beijing", "beijing-compulsory-2026")


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def row(window: QWidget, name: str) -> ChosenRow:
    found = window.findChild(ChosenRow, name)
    assert found is not None, name
    return found


def test_the_page_opens_at_the_own_city_with_the_rule_in_force_today(qtbot, window, page):
    side = page.side("rules")
    qtbot.waitUntil(lambda: side.versions.view is not None, timeout=SLOW)
    assert side.list.place.value() == "beijing"
    click(row(window, "service_compulsory_education"))
    qtbot.waitUntil(lambda: "Compulsory education" in side.versions.title.text(), timeout=SLOW)
    assert side.versions.view.version.id == "beijing-compulsory-2026"
    assert "In force today" in texts(side.versions.view)


def test_control_and_its_number_open_the_page(qtbot, window):
    number = list(window.workspace.rail.pages).index("policies") + 1
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.workspace.page("policies") is not None, timeout=SLOW)
    assert window.workspace.page("policies").isVisible()


def test_arrows_go_through_the_versions_and_the_text_follows(qtbot, window, reading):
    side = reading("beijing", "beijing-points-hukou-2020")
    first = row(window, "version_beijing-points-hukou-2020")
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: side.versions.view.version.id == "beijing-points-hukou-2017-trial", timeout=SLOW)
    assert row(window, "version_beijing-points-hukou-2017-trial").hasFocus()
    assert "No longer in force" in texts(side.versions.view)


def test_a_version_says_in_words_that_it_is_a_draft_or_has_no_known_day(window, reading):
    reading(*BEIJING)
    assert "Draft, never in force" in row(window, "version_beijing-points-hukou-2015-draft").accessibleName()
    reading("beijing", "beijing-residence-permit-2016")
    undated = row(window, "version_beijing-temporary-residence-permit").accessibleName()
    assert "Its days are not known" in undated
    assert "until" in undated


def test_the_whole_rule_can_be_read_with_who_decides_and_where_it_is_written(reading):
    said = texts(reading(*BEIJING).versions.view)
    for part in (
        "Beijing Municipal Human Resources and Social Security Bureau", "Hotline 12333", "京政办发〔2016〕39号",
        "7 or more consecutive years of Beijing social insurance", "unbroken insured months: at least 84 months",
        "Confidence: high, read in the source", "Last seen in force: 2019-10-15", "124,000", "6,019", "4.9 %", "90.75",
        "every year from 16 April to 14 June",
    ):  # fmt: skip
        assert part in said, part


def test_what_gaining_it_costs_stands_before_what_it_asks(reading):
    labels = [label.text() for label in reading(*BEIJING).versions.view.findChildren(QLabel)]
    assert labels.index("What to know first") < labels.index("What the rule asks")


def test_a_criterion_beyond_national_law_shows_both_texts_and_how_sure_that_is(reading):
    said = texts(reading(*NOW_IN_BEIJING).versions.view)
    assert "This may go beyond national law" in said
    assert "art. 12 of the Interim Regulations on Residence Permits" in said
    assert "How sure this reading is: medium" in said


def test_a_search_goes_through_all_places_and_opens_what_was_found(qtbot, window, page):
    side = page.side("rules")
    qtbot.waitUntil(lambda: side.versions.view is not None, timeout=SLOW)
    write(side.list.search, "shanghai 120 points 2013")
    qtbot.waitUntil(lambda: window.findChild(ChosenRow, "found_0") is not None, timeout=SLOW)
    click(row(window, "found_0"))
    qtbot.waitUntil(lambda: side.versions.view.version.id == "shanghai-residence-points-2013", timeout=SLOW)
    side.list.search.clear()
    write(side.list.search, "no rule says this")
    qtbot.waitUntil(lambda: "No rule holds these words" in side.list.count.text(), timeout=SLOW)


def test_two_versions_stand_side_by_side_and_what_differs_says_so_in_a_word(qtbot, window, reading):
    side = reading("shanghai", "shanghai-residence-points-2015")
    press(window, "compare_versions")
    compared = side.versions.comparison
    qtbot.waitUntil(lambda: compared.view is not None and compared.view.isVisible(), timeout=SLOW)
    assert compared.version.value() == "shanghai-residence-points-2013"
    assert "Differs" in texts(compared)
    assert "The same" not in texts(compared)
    QTest.mouseClick(compared.only, Qt.MouseButton.LeftButton, pos=QPoint(10, compared.only.height() // 2))
    qtbot.waitUntil(lambda: "The same" in texts(compared), timeout=SLOW)
    compared.place.choose("beijing")
    qtbot.waitUntil(lambda: compared.version.value() == "beijing-points-hukou-2020", timeout=SLOW)
    qtbot.waitUntil(lambda: "Only left" in texts(compared), timeout=SLOW)
    press(window, "compare_back")
    assert side.versions.view.isVisible()


def test_a_look_at_the_source_is_recorded_and_taken_back(qtbot, window, session, reading):
    side = reading("beijing", "beijing-residence-permit-2016")
    assert "May have been replaced" in texts(side.versions.view)
    qtbot.waitUntil(lambda: "Nobody here has looked" in texts(side.versions.view), timeout=SLOW)
    press(side.versions.view, "verify_rule")
    dialog = window.findChild(LookDialog)
    qtbot.waitExposed(dialog)
    press(dialog, "look_save")
    assert "Choose what the source says" in texts(dialog)
    press(dialog, "look_found_1")
    press(dialog, "look_save")
    qtbot.waitUntil(lambda: "Still in force, Fri 12 Jun (today), li" in texts(side.versions.view), timeout=SLOW)
    assert len(all_looks(session, "beijing", "beijing-residence-permit-2016")) == 1
    undo = window.findChild(QPushButton, "status_undo")
    qtbot.waitUntil(undo.isVisible, timeout=SLOW)
    press(window, "status_undo")
    qtbot.waitUntil(lambda: "Nobody here has looked" in texts(side.versions.view), timeout=SLOW)
    assert all_looks(session, "beijing", "beijing-residence-permit-2016") == ()


def test_a_case_that_rests_on_a_rule_opens_with_a_press(qtbot, window, make_case, reading):
    make_case("小凡妈妈", service=Service.COMPULSORY_EDUCATION)
    reading("beijing", "beijing-compulsory-2026")
    qtbot.waitUntil(lambda: window.findChild(Row, "resting_2026-A001") is not None, timeout=SLOW)
    click(window.findChild(Row, "resting_2026-A001"))
    qtbot.waitUntil(lambda: window.workspace.page("case") is not None and window.workspace.page("case").isVisible())
    tab = window.workspace.page("case").tab("check")
    qtbot.waitUntil(lambda: tab.view is not None and tab.view.isVisible(), timeout=SLOW)
    assert tab.programmes.value() == "beijing-compulsory-2026"


def test_our_clients_are_counted_beside_the_published_figures_with_what_the_reform_changed(qtbot, window, session, reading):
    take_over(session, "beijing-vocational-exam")
    side = reading("beijing", "beijing-secondary-vocational-2013")
    press(side.versions.view, "count_clients")
    qtbot.waitUntil(lambda: "1 household of this casebook" in texts(side.versions.view), timeout=SLOW)
    said = texts(side.versions.view)
    assert "Within a year" in said
    assert "these numbers enter no report" in said


@pytest.mark.parametrize("language_code", ["en", "zh_CN"])
def test_nothing_is_wider_than_the_smallest_window(qtbot, window, language, reading, language_code):
    language.switch(language_code)
    side = reading("shanghai", "shanghai-residence-points-2015")
    window.resize(1024, 600)
    qtbot.waitUntil(lambda: window.width() == 1024)
    view = side.versions.view
    qtbot.waitUntil(lambda: view.width() <= side.versions.width())
    assert view.minimumSizeHint().width() <= side.versions.width()


def test_switching_the_language_says_the_rule_in_the_other_one(window, language, reading):
    side = reading(*BEIJING)
    language.switch("zh_CN")
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    said = texts(side)
    assert "由谁决定" in said
    assert "不少于84个月" in said
    assert "What the rule asks" not in said
