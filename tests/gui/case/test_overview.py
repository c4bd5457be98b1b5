"""Overview: the one next step with what must be heard, the timeline, what shows in the case, and closing it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import Entitlement, Outcome, Stage
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.handovers import Keeper
from caseapp.domain.ids import CaseId, DocumentId
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.gui.case.page import CasePage
from caseapp.gui.case.rows import Row
from caseapp.gui.parts.dialog import Dialog
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.work.cases import case_file, set_useful_day
from caseapp.work.documents import save_document
from caseapp.work.handovers import HandoverForm, hand_over
from caseapp.work.patterns import How, case_patterns
from caseapp.work.session import Session
from tests.gui.case.conftest import SLOW
from tests.gui.conftest import NOW, TODAY
from tests.gui.hands import LEFT, press, write


def said(page: CasePage) -> str:
    return "\n".join(label.text() for label in page.tab("overview").findChildren(QLabel) if label.isVisible())


def window_named(name: str) -> Dialog:
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible())


def test_the_next_step_names_the_body_and_the_day_to_be_safe(
    qtbot: QtBot, opened: Callable[..., CasePage], visited: Callable[..., str], language: Language
):
    visited(OfficeKind.SCHOOL, date(2026, 6, 8), Answer.REFUSED)
    page = opened()
    step = page.findChild(QLabel, "next_step")
    qtbot.waitUntil(step.isVisible, timeout=SLOW)
    assert step.text() == "Apply to the district education bureau in writing."
    assert "to be safe let a lawyer look at it by Friday 7 August" in said(page)
    language.switch("zh_CN")
    assert step.text() == "向区教育局递交书面的履职申请。"
    assert "保险起见，最晚8月7日（周五）请律师看一下" in said(page)


def test_the_timeline_is_oldest_first_with_their_words(
    qtbot: QtBot, opened: Callable[..., CasePage], loop: tuple[str, ...]
):
    page = opened()
    shown = said(page)
    places = [
        shown.index(text)
        for text in ("阳光小学: Referred → 阳光街道办事处", "“材料去街道交”", "阳光小学: Refused", "Useful until")
    ]
    assert places == sorted(places)


def test_enter_on_an_entry_goes_to_the_visit(qtbot: QtBot, opened: Callable[..., CasePage], loop: tuple[str, ...]):
    page = opened()
    rows = page.tab("overview").findChildren(Row, "timeline_row")
    row = next(row for row in rows if row.focusPolicy() != Qt.FocusPolicy.NoFocus)
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    visits = page.tab("visits")
    qtbot.waitUntil(visits.isVisible, timeout=SLOW)
    qtbot.waitUntil(lambda: visits.list.rows.parts[0].hasFocus(), timeout=SLOW)


def test_a_pattern_says_why_it_shows_and_is_rejected_only_with_a_reason(
    qtbot: QtBot, opened: Callable[..., CasePage], loop: tuple[str, ...], session: Session, case: str
):
    page = opened()
    side = page.tab("overview").side
    qtbot.waitUntil(lambda: bool(side.patterns.rows.parts), timeout=SLOW)
    chip = next(chip for chip in side.findChildren(QPushButton, "pattern_chip") if chip.text() == "Sent back and forth")
    qtbot.mouseClick(chip, LEFT)
    assert "3 visits at 2 offices in 11 days." in said(page)
    shown = next(button for button in side.findChildren(QPushButton, "pattern_reject") if button.isVisible())
    qtbot.mouseClick(shown, LEFT)
    dialog = window_named("reject")
    press(dialog, "reject_save")
    assert dialog.isVisible()
    write(dialog.reason, "街道后来收了")
    press(dialog, "reject_save")
    qtbot.waitUntil(
        lambda: any(entry.how is How.REJECTED for entry in case_patterns(session, case, TODAY)), timeout=SLOW
    )  # fmt: skip


def test_outcome_and_entitlement_are_two_answers(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], session: Session, case: str
):
    page = opened()
    press(window, "close_case")
    dialog = window_named("close")
    press(dialog, "close_save")
    assert dialog.isVisible(), "an outcome has to be chosen"
    dialog.outcome.choose(Outcome.SOLVED_OTHERWISE)
    dialog.entitlement.choose(Entitlement.NOT_OBTAINED)
    write(dialog.why, "民办学校收了")
    press(dialog, "close_save")
    qtbot.waitUntil(lambda: case_file(session, case).case.stage is Stage.CLOSED, timeout=SLOW)
    closed = case_file(session, case).case
    assert (closed.outcome, closed.entitlement) == (Outcome.SOLVED_OTHERWISE, Entitlement.NOT_OBTAINED)
    assert closed.outcome_words == "民办学校收了"
    qtbot.waitUntil(lambda: "Solved in another way" in page.findChild(QLabel, "next_step").text(), timeout=SLOW)
    press(window, "reopen_case")
    qtbot.waitUntil(lambda: case_file(session, case).case.stage is Stage.WITH_US, timeout=SLOW)


def test_before_a_case_is_closed_the_originals_that_are_not_with_the_client_are_named(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], session: Session, case: str, language: Language
):
    save_document(session, Document(DocumentId(""), CaseId(case), "hukou_booklet", state=DocumentState.HELD), NOW)
    given = HandoverForm(TODAY, Keeper.CLIENT, Keeper.CASEWORKER, taken_by="小王")
    hand_over(session, case, case_file(session, case).documents, given, NOW)
    opened()
    press(window, "close_case")
    line = window_named("close").findChild(QLabel, "close_original")
    assert line.text() == "Give back to the client: Household booklet"
    language.switch("zh_CN")
    assert line.text() == "应还给当事人：户口簿"


def test_the_useful_day_and_the_fallback_are_changed_in_one_place(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], session: Session, case: str
):
    page = opened()
    press(window, "edit_useful")
    dialog = window_named("useful")
    dialog.until.line.clear()
    write(dialog.until.line, "2026-8-25")
    write(dialog.because, "开学报到")
    write(dialog.fallback, "先去民办学校登记")
    press(dialog, "useful_save")
    qtbot.waitUntil(lambda: "先去民办学校登记" in said(page), timeout=SLOW)
    kept = case_file(session, case).case
    assert (kept.useful_until, kept.useful_because) == (date(2026, 8, 25), "开学报到")


def test_a_fallback_whose_day_lies_behind_says_so(
    qtbot: QtBot, opened: Callable[..., CasePage], visited: Callable[..., str], session: Session, case: str,
    language: Language,
):  # fmt: skip
    visited(OfficeKind.SCHOOL, date(2026, 6, 8), Answer.REFUSED)
    set_useful_day(session, case, None, "", "去民办学校登记", TODAY - timedelta(days=1), NOW)
    page = opened()
    qtbot.waitUntil(lambda: said(page).count("has passed: 去民办学校登记") == 2, timeout=SLOW)
    language.switch("zh_CN")
    assert said(page).count("已过期）：去民办学校登记") == 2
