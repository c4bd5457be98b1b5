"""Two entries of one person are made one from the form of a person, and taken apart again from the history of a case."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from caseapp.domain.people import Person, Relation
from caseapp.gui.shell import MainWindow
from caseapp.work.cases import case_file
from caseapp.work.people import keep_person
from caseapp.work.session import Session
from tests.gui.case.conftest import SLOW
from tests.gui.conftest import NOW
from tests.gui.hands import press, write


@pytest.fixture
def two(session: Session, case: str, make_case) -> tuple[str, str, str]:
    """An entry in the case, one of the same person in another case, and that case."""
    here = keep_person(session, case, Person("", "单雄信", phone="13800138000"), Relation.SPOUSE, (), now=NOW)
    other = make_case("老单", client_name="单雄信", client_phone="139 & 138")
    return here, case_file(session, other).client().id, other


def dialog(window: MainWindow, name: str) -> QDialog:
    return next(one for one in window.findChildren(QDialog, name) if one.isVisible())


def test_one_is_chosen_the_differing_phone_decided_and_the_history_takes_it_back(
    qtbot: QtBot, window: MainWindow, session: Session, opened, case: str, two
):
    kept, other, there = two
    page = opened("facts")
    page.tab("facts").people.edit(kept)
    press(dialog(window, "person_dialog"), "same_person_ask")
    same = dialog(window, "same_person")
    assert not same.step.isEnabled()
    qtbot.waitUntil(lambda: same.findChild(QPushButton, "same_person_choice") is not None, timeout=SLOW)
    assert same.findChild(QPushButton, "same_person_choice").text() == "2026-A002 老单 · 单雄信 · same name"
    write(same.line, "sxx")
    qtbot.waitUntil(
        lambda: [one.text() for one in same.findChildren(QPushButton, "same_person_choice") if one.isVisible()]
        == ["2026-A002 老单 · 单雄信"], timeout=SLOW,
    )  # fmt: skip
    press(same.people.parts[0], "same_person_choice")
    assert [one.text() for one in same.findChildren(QRadioButton)] == ["13800138000", "139 && 138"]
    assert same.findChild(QRadioButton, "same_phone_kept").isChecked()
    same.findChild(QRadioButton, "same_phone_other").setChecked(True)
    press(same, "same_person_do")
    qtbot.waitUntil(lambda: case_file(session, there).client().id == kept, timeout=SLOW)
    assert (case_file(session, there).client().phone, case_file(session, there).client().nickname) == ("139 & 138", "老单")
    qtbot.waitUntil(lambda: not [one for one in window.findChildren(QDialog) if one.isVisible()], timeout=SLOW)
    window.workspace.go("case", (there, "history", None))
    qtbot.waitUntil(lambda: page._file is not None and page.tab("history").isVisible(), timeout=SLOW)
    qtbot.waitUntil(lambda: page.tab("history").findChild(QPushButton, "history_undo") is not None, timeout=SLOW)
    press(page.tab("history").rows.parts[0], "history_undo")
    qtbot.waitUntil(lambda: case_file(session, there).client().id == other, timeout=SLOW)
    assert case_file(session, case).person(kept).phone == "13800138000"


def test_the_status_line_takes_it_back_at_once(qtbot: QtBot, window: MainWindow, session: Session, opened, two):
    kept, other, there = two
    opened("facts").tab("facts").people.edit(kept)
    press(dialog(window, "person_dialog"), "same_person_ask")
    same = dialog(window, "same_person")
    qtbot.waitUntil(lambda: same.findChild(QPushButton, "same_person_choice") is not None, timeout=SLOW)
    press(same, "same_person_choice")
    with qtbot.waitSignal(window.workspace.desk.noticed, timeout=SLOW) as told:
        press(same, "same_person_do")
    told.args[0].undo()
    qtbot.waitUntil(lambda: case_file(session, there).client().id == other, timeout=SLOW)
