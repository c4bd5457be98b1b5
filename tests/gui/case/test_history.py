"""History: every change with its values before and after, in either language, and a way back that is an entry too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from caseapp.gui.case.history.row import UnitRow
from caseapp.gui.case.page import CasePage
from caseapp.gui.words import Language
from caseapp.work.cases import case_file, save
from caseapp.work.facts import set_fact
from caseapp.work.samples import load_samples
from caseapp.work.session import Session
from tests.gui.case.conftest import SLOW
from tests.gui.conftest import NOW
from tests.gui.hands import LEFT


def said(part: object) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel))


def units(qtbot: QtBot, page: CasePage) -> list[UnitRow]:
    rows = page.tab("history").rows
    qtbot.waitUntil(lambda: bool(rows.parts), timeout=SLOW)
    return [part for part in rows.parts if isinstance(part, UnitRow)]


def change_fallback(session: Session, case: str) -> None:
    record = replace(case_file(session, case).case, fallback="先问民办学校", useful_until=date(2026, 8, 20))
    save(session, record, "Useful day and fallback changed", NOW)


def test_a_change_shows_who_when_and_both_values(
    qtbot: QtBot, opened: Callable[..., CasePage], session: Session, case: str, language: Language
):
    change_fallback(session, case)
    newest = units(qtbot, opened("history"))[0]
    assert "Useful day and fallback changed" in said(newest)
    assert "Tue 1 Sep 2026 → Thu 20 Aug 2026" in said(newest)
    assert "10:00 · li" in said(newest)
    language.switch("zh_CN")
    assert "修改最晚办成日和备用办法" in said(newest)
    assert "最晚办成日 2026年9月1日 周二 → 2026年8月20日 周四" in said(newest)


def test_taking_a_change_back_is_an_entry_of_its_own(
    qtbot: QtBot, opened: Callable[..., CasePage], session: Session, case: str
):
    change_fallback(session, case)
    page = opened("history")
    before = len(units(qtbot, page))
    qtbot.mouseClick(units(qtbot, page)[0].findChild(QPushButton, "history_undo"), LEFT)
    qtbot.waitUntil(lambda: len(units(qtbot, page)) == before + 1, timeout=SLOW)
    assert case_file(session, case).case.fallback == ""
    assert case_file(session, case).case.useful_until == date(2026, 9, 1)


def test_a_long_entry_unfolds_with_enter(qtbot: QtBot, opened: Callable[..., CasePage]):
    first = units(qtbot, opened("history"))[-1]
    assert "more" in first.what.text().splitlines()[-1]
    short = len(first.what.text().splitlines())
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert len(first.what.text().splitlines()) > short


def test_an_import_of_many_cases_shows_this_one_and_is_not_taken_back_from_here(
    qtbot: QtBot, window: object, session: Session, make_case: Callable[..., str]
):
    imported = load_samples(session, NOW)
    limbo = next(entry for entry in imported if entry.label == "beijing-approval-limbo")
    window.workspace.go("case", (limbo.id, "history", None))
    page = window.workspace.page("case")
    qtbot.waitUntil(lambda: page._file is not None and page.tab("history").isVisible(), timeout=SLOW)
    (unit,) = units(qtbot, page)
    unit.pressed.emit()
    assert "孩子甲" in said(unit)
    assert "孩子05" not in said(unit)
    assert unit.findChild(QPushButton, "history_undo") is None


def test_an_answer_is_told_with_its_question_and_in_its_own_words(
    qtbot: QtBot, opened: Callable[..., CasePage], session: Session, case: str, language: Language
):
    set_fact(session, case, None, "education_level", "primary", date(2026, 6, 1), now=NOW)
    set_fact(session, case, None, "education_level", "bachelor", date(2026, 6, 1), now=NOW)
    newest = units(qtbot, opened("history"))[0]
    assert "Fact (education): primary → undergraduate" in said(newest)
    language.switch("zh_CN")
    assert "事实（学历）：小学 → 本科" in said(newest)
