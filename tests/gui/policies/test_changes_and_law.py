"""What a change of rules did to our cases, and the national law."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from caseapp.domain.cases import Service
from caseapp.gui.case.rows import Row
from caseapp.gui.parts.chosen_rows import ChosenRow
from caseapp.paths import resource
from tests.gui.case.sample_cases import take_over
from tests.gui.hands import press, write

from .conftest import SLOW, texts


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def changes(qtbot, window, first: str, last: str, place: str = "beijing"):
    """What changed between two days, as the page says it."""
    window.workspace.go("policies", ("changes", None))
    side = window.workspace.page("policies").side("changes")
    qtbot.waitUntil(lambda: side.place.count() > 1, timeout=SLOW)
    side.place.choose(place)
    for edit, day in ((side.earlier, first), (side.later, last)):
        edit.line.selectAll()
        write(edit.line, day)
    before = side.view
    press(window, "changes_look")
    qtbot.waitUntil(lambda: side.view is not before and side.view.isVisible(), timeout=SLOW)
    return side


def summary(side: QWidget) -> str:
    return side.view.findChild(QLabel, "impact_summary").text()


def test_a_reform_that_turned_the_answer_of_a_case_opens_that_case(qtbot, window, session):
    take_over(session, "beijing-vocational-exam")
    side = changes(qtbot, window, "2012-06-01", "2013-06-01")
    assert "1 open case answers otherwise" in summary(side)
    assert "Migrant children entering secondary vocational schools: not in force → Not met" in texts(side)
    click(side.findChild(Row, "impact_2013-A001"))
    qtbot.waitUntil(lambda: window.workspace.page("case") is not None and window.workspace.page("case").isVisible())


def test_a_reform_that_changed_no_outcome_is_said_to_be_one(qtbot, window, make_case):
    make_case("小凡妈妈", service=Service.COMPULSORY_EDUCATION)
    side = changes(qtbot, window, "2016-06-01", "2016-07-01")
    assert summary(side) == "No rule changed."
    side = changes(qtbot, window, "2012-01-01", "2014-06-01", "shanghai")
    assert "No case of this casebook is about one of them." in summary(side)
    side = changes(qtbot, window, "2013-06-01", "2014-06-01")
    assert "No outcome changes" in summary(side)


def test_a_changed_file_is_tried_before_it_takes_the_place_of_the_stored_one(qtbot, window, session, tmp_path: Path):
    take_over(session, "beijing-vocational-exam")
    text = resource("policies", "beijing.yaml").read_text("utf-8")
    asked = re.compile(r"(fact: employment_continuous_months\n +op: '>='\n +value: )36\b")
    assert asked.search(text)
    tried = tmp_path / "beijing.yaml"
    tried.write_text(asked.sub(r"\g<1>30", text), "utf-8")
    window.workspace.go("policies", ("changes", None))
    side = window.workspace.page("policies").side("changes")
    press(window, "changes_file")
    dialog = window.findChild(QFileDialog, "changes_choose")
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tried))
    dialog.accept()
    qtbot.waitUntil(lambda: side.view is not None and side.view.isVisible(), timeout=SLOW)
    assert "Changed: Migrant children entering secondary vocational schools" in texts(side)


def test_a_statute_is_found_by_a_word_of_its_articles_and_read_with_its_source(qtbot, window):
    window.workspace.go("policies", ("law", None))
    side = window.workspace.page("policies").side("law")
    qtbot.waitUntil(lambda: side.view is not None, timeout=SLOW)
    write(side.search, "without examination")
    qtbot.waitUntil(lambda: side.view.statute == "compulsory-education-law-2018", timeout=SLOW)
    said = texts(side.view)
    for part in ("Compulsory Education Law (as amended 2018)", "In force today", "art. 12(1)", "适龄儿童、少年免试入学",
                 "Read in the text itself"):  # fmt: skip
        assert part in said, part
    assert "art. 7(2)" not in said
    side.search.clear()
    write(side.search, "no statute says this")
    qtbot.waitUntil(side.nothing.isVisible, timeout=SLOW)


def test_a_version_of_a_statute_that_ended_says_so(qtbot, window):
    window.workspace.go("policies", ("law", None))
    side = window.workspace.page("policies").side("law")
    name = "statute_administrative-reconsideration-implementing-regs-2007"
    window.workspace.page("policies")
    qtbot.waitUntil(lambda: window.findChild(ChosenRow, name) is not None, timeout=SLOW)
    click(window.findChild(ChosenRow, name))
    assert side.view.statute == "administrative-reconsideration-implementing-regs-2007"


def test_alt_and_a_number_go_from_tab_to_tab(qtbot, window):
    window.workspace.go("policies")
    page = window.workspace.page("policies")
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: page.side("law").isVisible(), timeout=SLOW)
