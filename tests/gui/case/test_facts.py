"""Household and facts: people, answers in place, spells, the adverse mark and consents, on a real casebook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import Role
from caseapp.domain.consent import Purpose
from caseapp.domain.facts import SpellKind
from caseapp.gui.case.facts.tab import FactsTab
from caseapp.gui.case.page import CasePage
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.work.cases import case_file
from caseapp.work.session import Session
from tests.gui.case.sample_cases import SLOW, show, take_over
from tests.gui.conftest import TODAY
from tests.gui.hands import press, write


@pytest.fixture
def tab(qtbot: QtBot, opened: Callable[..., CasePage]) -> FactsTab:
    facts = opened("facts").tab("facts")
    assert isinstance(facts, FactsTab)
    qtbot.waitUntil(lambda: bool(facts.questions._rows), timeout=SLOW)
    return facts


def dialog(tab: FactsTab, name: str) -> QDialog:
    return next(found for found in tab.findChildren(QDialog, name) if found.isVisible())


def test_an_answer_is_kept_as_it_is_pressed(qtbot: QtBot, tab: FactsTab, session: Session, case: str):
    key = next(key for key, row in tab.questions._rows.items() if row.editor.findChild(object, f"answer_{key}_1"))
    qtbot.mouseClick(tab.questions.row(key).editor.editor.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(fact.key == key for fact in case_file(session, case).facts), timeout=SLOW)
    kept = next(fact for fact in case_file(session, case).facts if fact.key == key)
    assert (kept.value, kept.as_of) == ("true", TODAY)
    qtbot.waitUntil(lambda: tab.questions.row(key).question.value is True, timeout=SLOW)


def test_an_answer_can_be_taken_back(qtbot: QtBot, tab: FactsTab, session: Session, case: str, window: MainWindow):
    key = next(key for key, row in tab.questions._rows.items() if row.editor.findChild(object, f"answer_{key}_1"))
    row = tab.questions.row(key)
    qtbot.keyClick(row.editor.editor.buttons[0], Qt.Key.Key_2)
    qtbot.waitUntil(lambda: row.question.value is False, timeout=SLOW)
    press(window, f"clear_{key}")
    qtbot.waitUntil(lambda: not case_file(session, case).facts, timeout=SLOW)
    qtbot.waitUntil(lambda: row.question.value is None, timeout=SLOW)


def number_row(tab: FactsTab):
    return next(row for row in tab.questions._rows.values() if row.question.unit == "months")


def vocational(qtbot: QtBot, window: MainWindow, session: Session) -> tuple[FactsTab, str]:
    case = take_over(session, "beijing-vocational-exam")
    tab = show(qtbot, window, case, "facts")
    assert isinstance(tab, FactsTab)
    qtbot.waitUntil(lambda: bool(tab.questions._rows), timeout=SLOW)
    return tab, case


def test_a_number_is_typed_with_its_unit_and_counts_from_the_day_of_the_case(
    qtbot: QtBot, window: MainWindow, session: Session
):
    tab, case = vocational(qtbot, window, session)
    row = number_row(tab)
    row.editor.editor.selectAll()
    qtbot.keyClicks(row.editor.editor, "17")
    qtbot.keyClick(row.editor.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: row.question.value == 17, timeout=SLOW)
    kept = [fact for fact in case_file(session, case).facts if fact.key == row.question.key]
    assert [(fact.value, fact.as_of) for fact in kept] == [("17", date(2013, 3, 1))]


def test_what_is_no_number_is_refused_with_a_sentence_and_nothing_is_kept(
    qtbot: QtBot, window: MainWindow, session: Session
):
    tab, case = vocational(qtbot, window, session)
    row = number_row(tab)
    before = case_file(session, case).facts
    row.editor.editor.selectAll()
    qtbot.keyClicks(row.editor.editor, "many")
    qtbot.keyClick(row.editor.editor, Qt.Key.Key_Return)
    qtbot.waitUntil(row._problem.isVisible, timeout=SLOW)
    assert case_file(session, case).facts == before


def test_the_day_and_source_of_an_answer_are_corrected_in_place(qtbot: QtBot, window: MainWindow, session: Session):
    tab, case = vocational(qtbot, window, session)
    row = number_row(tab)
    key = row.question.key
    press(window, f"more_{key}")
    row.day.line.selectAll()
    qtbot.keyClicks(row.day.line, "2013-02-01")
    write(row.source, "社保缴费记录")
    tab.area.ensureWidgetVisible(row)
    press(window, f"keep_{key}")
    qtbot.waitUntil(lambda: row.question.source == "社保缴费记录", timeout=SLOW)
    kept = [fact for fact in case_file(session, case).facts if fact.key == key]
    assert [fact.as_of for fact in kept] == [date(2013, 2, 1)]


def test_an_adverse_mark_is_asked_about_first(qtbot: QtBot, window: MainWindow, session: Session):
    tab, case = vocational(qtbot, window, session)
    row = number_row(tab)
    press(window, f"more_{row.question.key}")
    tab.area.ensureWidgetVisible(row)
    row.adverse_tick.setChecked(True)
    press(window, f"keep_{row.question.key}")
    asked = dialog(tab, "adverse")
    assert "a record may be demanded by law" in "".join(label.text() for label in asked.findChildren(QLabel))
    press(window, "adverse_mark")
    qtbot.waitUntil(lambda: any(fact.adverse for fact in case_file(session, case).facts), timeout=SLOW)
    qtbot.waitUntil(lambda: "Adverse" in row.more.text(), timeout=SLOW)


def test_an_answer_marked_before_it_is_given_is_left_out_where_that_is_wished(
    qtbot: QtBot, tab: FactsTab, window: MainWindow, session: Session, case: str
):
    key = next(key for key, row in tab.questions._rows.items() if row.editor.findChild(object, f"answer_{key}_1"))
    row = tab.questions.row(key)
    press(window, f"more_{key}")
    row.adverse_tick.setChecked(True)
    qtbot.keyClick(row.editor.editor.buttons[0], Qt.Key.Key_1)
    press(window, "adverse_leave_out")
    qtbot.waitUntil(lambda: row.editor.editor.value() is None, timeout=SLOW)
    assert not case_file(session, case).facts


def test_the_next_question_is_marked_and_reached_from_elsewhere(qtbot: QtBot, window: MainWindow, session: Session):
    tab, case = vocational(qtbot, window, session)
    marked = [key for key, row in tab.questions._rows.items() if row._next.isVisible()]
    assert marked == [next(iter(tab.questions._rows))]
    show(qtbot, window, case, "facts", marked[0])
    editor = tab.questions.row(marked[0]).editor.editor
    qtbot.waitUntil(editor.hasFocus, timeout=SLOW)


def test_a_person_is_added_with_roles_and_a_rough_birthday(
    qtbot: QtBot, tab: FactsTab, window: MainWindow, session: Session, case: str
):
    press(window, "add_person")
    form = dialog(tab, "person_dialog").form
    write(form.nickname, "外婆")
    write(form.born.line, "1955")
    form.role_ticks[Role.AGENT].setChecked(True)
    write(form.power, "代为申请入学")
    press(window, "person_dialog_save")
    qtbot.waitUntil(lambda: len(case_file(session, case).people) == 3, timeout=SLOW)
    qtbot.waitUntil(lambda: bool([p for p in case_file(session, case).parties if p.role is Role.AGENT]), timeout=SLOW)
    file = case_file(session, case)
    added = next(person for person in file.people if person.nickname == "外婆")
    assert str(added.born) == "1955-01-01/1955-12-31"
    assert next(party.power for party in file.parties if party.role is Role.AGENT) == "代为申请入学"


def test_a_wrong_identity_number_is_asked_once_and_never_a_gate(
    qtbot: QtBot, tab: FactsTab, window: MainWindow, session: Session, case: str
):
    client = case_file(session, case).client()
    tab.people.edit(client.id)
    opened = dialog(tab, "person_dialog")
    write(opened.form.id_number, "11010519491231002")
    assert opened.form.number_read.isHidden()  # still being typed
    press(window, "person_dialog_save")
    problem = opened.form.fields["id_number"]._problem
    qtbot.waitUntil(lambda: "press the button once more" in problem.text(), timeout=SLOW)
    press(window, "person_dialog_save")
    qtbot.waitUntil(lambda: case_file(session, case).client().id_number == "11010519491231002", timeout=SLOW)


def test_leaving_a_form_with_something_typed_asks_first(qtbot: QtBot, tab: FactsTab, window: MainWindow):
    press(window, "add_person")
    opened = dialog(tab, "person_dialog")
    write(opened.form.nickname, "外婆")
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    assert opened.isVisible()
    press(window, "leave_form_back")
    qtbot.waitUntil(lambda: opened.findChild(QDialog, "leave_form") is None, timeout=SLOW)
    assert opened.form.nickname.value() == "外婆"
    qtbot.keyClick(opened, Qt.Key.Key_Escape)
    press(window, "leave_form_do")
    qtbot.waitUntil(lambda: not [one for one in tab.findChildren(QDialog, "person_dialog") if one.isVisible()])


def test_a_spell_is_added_corrected_and_taken_out(
    qtbot: QtBot, tab: FactsTab, window: MainWindow, session: Session, case: str
):
    press(window, "add_spell")
    opened = dialog(tab, "spell_dialog")
    opened.kind.choose(SpellKind.EMPLOYED)
    press(window, "spell_dialog_save")
    assert "month or a year" in opened.since_field._problem.text()
    write(opened.since.line, "2023-3")
    write(opened.employer, "朝阳餐饮公司")
    press(window, "spell_dialog_save")
    qtbot.waitUntil(lambda: len(case_file(session, case).spells) == 1, timeout=SLOW)
    spell = case_file(session, case).spells[0]
    assert (spell.kind, str(spell.since), spell.until, spell.employer) == (
        SpellKind.EMPLOYED, "2023-03-01/2023-03-31", None, "朝阳餐饮公司",
    )  # fmt: skip
    qtbot.waitUntil(lambda: bool(tab.spells._rows.parts), timeout=SLOW)
    tab.area.ensureWidgetVisible(tab.spells)
    press(window, f"delete_{spell.id}")
    press(window, "delete_spell_do")
    qtbot.waitUntil(lambda: not case_file(session, case).spells, timeout=SLOW)


def test_a_spell_elsewhere_needs_the_code_of_the_place(qtbot: QtBot, tab: FactsTab, window: MainWindow, session, case):
    press(window, "add_spell")
    opened = dialog(tab, "spell_dialog")
    write(opened.since.line, "2020")
    opened.here.choose(False)
    write(opened.place, "合肥")
    press(window, "spell_dialog_save")
    assert opened.place_field._problem.text()
    opened.place.clear()
    write(opened.place, "340100")
    press(window, "spell_dialog_save")
    qtbot.waitUntil(lambda: [spell.place for spell in case_file(session, case).spells] == ["340100"], timeout=SLOW)


def test_a_consent_is_noted_and_withdrawn_with_its_effect_said_first(
    qtbot: QtBot, tab: FactsTab, window: MainWindow, session: Session, case: str
):
    tab.area.ensureWidgetVisible(tab.consents)
    tab.consents.purpose.choose(Purpose.REPORTS)
    write(tab.consents.how, "口头")
    press(window, "note_consent")
    qtbot.waitUntil(lambda: case_file(session, case).consents_to(Purpose.REPORTS, TODAY), timeout=SLOW)
    qtbot.waitUntil(lambda: window.findChild(object, "withdraw_reports") is not None, timeout=SLOW)
    press(window, "withdraw_reports")
    asked = dialog(tab, "withdraw_consent")
    assert "no longer counted in reports" in "".join(label.text() for label in asked.findChildren(QLabel))
    press(window, "withdraw_consent_do")
    qtbot.waitUntil(lambda: not case_file(session, case).consents_to(Purpose.REPORTS, TODAY), timeout=SLOW)


def test_a_switch_of_language_loses_nothing_that_is_typed(
    qtbot: QtBot, tab: FactsTab, window: MainWindow, language: Language
):
    press(window, "add_person")
    opened = dialog(tab, "person_dialog")
    write(opened.form.nickname, "外婆")
    write(opened.form.born.line, "1955-2")
    language.switch("zh_CN")
    assert opened.form.nickname.value() == "外婆"
    assert str(opened.form.born.day) == "1955-02-01/1955-02-28"
    assert opened.windowTitle() == "添加人员"
