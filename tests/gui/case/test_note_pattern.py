from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from caseapp.domain.patterns import Pattern
from caseapp.gui.case.page import CasePage
from caseapp.gui.parts.inputs import Choice
from caseapp.work.patterns import How, case_patterns
from caseapp.work.session import Session
from tests.gui.case.conftest import SLOW
from tests.gui.case.test_overview import window_named
from tests.gui.conftest import TODAY
from tests.gui.hands import press, write


def test_a_pattern_no_rule_derives_is_noted_with_what_shows_it(
    qtbot: QtBot, session: Session, case: str, opened: Callable[..., CasePage]
):
    page = opened()
    button = page.findChild(QPushButton, "note_pattern_button")
    button.setFocus()
    button.click()
    dialog = window_named("note_pattern")
    dialog.findChild(Choice, "note_pattern_choice").choose(Pattern.WAITING_LIST)
    write(dialog.findChild(QPlainTextEdit, "note_pattern_reason"), "number 214 on 3 June")
    press(dialog, "note_pattern_save")
    qtbot.waitUntil(lambda: bool(case_patterns(session, case, TODAY)), timeout=SLOW)
    noted = case_patterns(session, case, TODAY)[0]
    assert (noted.pattern, noted.how, noted.why[0].en) == ("waiting_list", How.CODED, "number 214 on 3 June")
