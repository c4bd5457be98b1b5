"""The rule an office cited is entered by hand: kept half typed, refused with a reason, checked, corrected, taken out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import Service
from caseapp.domain.rule_records import Comparison
from caseapp.gui.both import in_language
from caseapp.gui.case.check.rule_dialog import RuleDialog
from caseapp.gui.case.check.tab import CheckTab
from caseapp.gui.drafts.keeper import DraftKeeper
from caseapp.gui.shell import MainWindow
from caseapp.letters.say.finding import both
from caseapp.policy.catalogue import catalogue
from caseapp.work.cases import case_file
from caseapp.work.drafts import draft_key, draft_of
from caseapp.work.facts import set_fact
from caseapp.work.local_rules import local_rules
from caseapp.work.session import Session
from tests.gui.case.sample_cases import SLOW, show
from tests.gui.conftest import NOW
from tests.gui.hands import press, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
"""The display without a screen says this of a list that opens below a line."""


@pytest.fixture
def case(make_case: Callable[..., str]) -> str:
    """In a city without rules."""
    return make_case("小凡妈妈", city="廊坊市", service=Service.COMPULSORY_EDUCATION)


@pytest.fixture
def tab(qtbot: QtBot, window: MainWindow, case: str) -> CheckTab:
    shown = show(qtbot, window, case, "check")
    assert isinstance(shown, CheckTab)
    qtbot.waitUntil(lambda: shown.view is not None and shown.view.isVisible(), timeout=SLOW)
    return shown


def begun(qtbot: QtBot, window: MainWindow) -> RuleDialog:
    press(window, "enter_rule")
    dialog = window.findChildren(RuleDialog)[-1]
    qtbot.waitExposed(dialog)
    return dialog


def ask_for(dialog: RuleDialog, fact: str) -> None:
    """A condition on a fact, found by a part of its name."""
    press(dialog, "condition_add")
    line = dialog.conditions.rows[-1].fact.lineEdit()
    write(line, fact)
    line.editingFinished.emit()


def in_sight(window: MainWindow, name: str) -> bool:
    button = window.findChild(QPushButton, name)
    return button is not None and button.isVisible()


def said(widget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_rule_by_hand_is_checked_like_a_stored_one_and_marked(
    qtbot: QtBot, window: MainWindow, session: Session, case: str, tab: CheckTab
):
    dialog = begun(qtbot, window)
    write(dialog.title, "某区入学材料说明")
    write(dialog.number, "某教〔2026〕3号")
    write(dialog.since.line, "2026-01-01")
    write(dialog.text, "父母一方在本区参保满6个月。")
    ask_for(dialog, "insured months in total")
    row = dialog.conditions.rows[0]
    assert row.how.value() is Comparison.AT_LEAST
    write(row.value, "6")
    QGuiApplication.clipboard().setImage(QImage(30, 20, QImage.Format.Format_RGB32))
    dialog.photo.paste()
    press(dialog, "rule_dialog_save")
    qtbot.waitUntil(lambda: "entered by hand" in said(tab.programmes), timeout=SLOW)
    (entered,) = local_rules(session, case)
    assert [one.id for one in case_file(session, case).attachments] == [entered.rule.photo]
    assert (entered.rule.document_number, entered.criteria[0].value) == ("某教〔2026〕3号", "6")
    assert "Not asked" in said(tab.programmes)
    assert "entered by hand" in said(tab.programmes)
    assert "Nobody has compared it with a source" in said(tab.view)
    set_fact(session, case, None, "social_insurance_months", 4, NOW.date(), now=NOW)
    window.workspace.desk.changed.emit()
    qtbot.waitUntil(lambda: "2 months short" in said(tab.view), timeout=SLOW)


def test_what_is_in_the_way_is_said_at_its_field_and_nothing_is_lost(
    qtbot: QtBot, window: MainWindow, session: Session, case: str, tab: CheckTab
):
    dialog = begun(qtbot, window)
    press(dialog, "rule_dialog_save")
    assert "Say which rule this is" in said(dialog)
    write(dialog.title, "某区入学材料说明")
    ask_for(dialog, "insured months in total")
    write(dialog.conditions.rows[0].value, "a lot")
    press(dialog, "rule_dialog_save")
    assert dialog.conditions.rows[0].trouble.isVisible()
    assert dialog.title.value() == "某区入学材料说明"
    assert local_rules(session, case) == ()


def test_a_fact_of_a_list_offers_its_values_and_a_word_that_is_no_fact_is_not_taken(
    qtbot: QtBot, window: MainWindow, tab: CheckTab
):
    dialog = begun(qtbot, window)
    ask_for(dialog, in_language(both(catalogue()["home_basis"].label)))
    row = dialog.conditions.rows[0]
    ticks = [tick for tick in row.ticks.findChildren(QCheckBox) if tick.isVisible()]
    assert len(ticks) > 2
    ask_for(dialog, "no such fact")
    assert dialog.conditions.rows[1].fact.fact() == ""
    assert len(dialog.conditions.criteria()) == 1
    assert dialog.conditions.together.isVisible()


def test_half_typed_it_is_there_again_conditions_and_all(
    qtbot: QtBot, window: MainWindow, session: Session, case: str, tab: CheckTab
):
    dialog = begun(qtbot, window)
    write(dialog.title, "半句")
    ask_for(dialog, "insured months in total")
    write(dialog.conditions.rows[0].value, "12")
    dialog.findChild(DraftKeeper).timer.timeout.emit()
    key = draft_key("local_rule", case, None)
    qtbot.waitUntil(lambda: draft_of(session, key) is not None, timeout=SLOW)
    dialog.draft.put_aside()
    dialog.done(0)
    again = begun(qtbot, window)
    qtbot.waitUntil(lambda: again.title.value() == "半句", timeout=SLOW)
    assert again.conditions.criteria()[0].value == "12"


def test_it_is_corrected_and_taken_out_after_a_question(
    qtbot: QtBot, window: MainWindow, session: Session, case: str, tab: CheckTab
):
    dialog = begun(qtbot, window)
    write(dialog.title, "旧名称")
    press(dialog, "rule_dialog_save")
    qtbot.waitUntil(lambda: len(local_rules(session, case)) == 1, timeout=SLOW)
    rule = local_rules(session, case)[0].rule.id
    qtbot.waitUntil(lambda: in_sight(window, f"correct_{rule}"), timeout=SLOW)
    press(window, f"correct_{rule}")
    dialog = window.findChildren(RuleDialog)[-1]
    qtbot.waitExposed(dialog)
    dialog.title.selectAll()
    qtbot.keyClick(dialog.title, Qt.Key.Key_Delete)
    write(dialog.title, "新名称")
    press(dialog, "rule_dialog_save")
    qtbot.waitUntil(lambda: local_rules(session, case)[0].rule.title == "新名称", timeout=SLOW)
    qtbot.waitUntil(lambda: "新名称" in said(tab.by_hand), timeout=SLOW)
    qtbot.waitUntil(lambda: in_sight(window, f"take_out_{rule}"), timeout=SLOW)
    press(window, f"take_out_{rule}")
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "take_out_rule_do") is not None)
    press(window, "take_out_rule_do")
    qtbot.waitUntil(lambda: local_rules(session, case) == (), timeout=SLOW)
