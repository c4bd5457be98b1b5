"""Visits: recorded by keyboard, corrected, taken out and brought back; a loop is told and drawn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.patterns import Mark
from caseapp.domain.visits import Answer
from caseapp.gui.case.page import CasePage
from caseapp.gui.case.visits.row import VisitRow
from caseapp.gui.shell import MainWindow
from caseapp.gui.visit.referral_map import ReferralMap
from caseapp.gui.words import Language
from caseapp.work.cases import case_file
from caseapp.work.session import Session
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.gui.case.conftest import SLOW
from tests.gui.conftest import NOW
from tests.gui.hands import press, write


def rows(page: CasePage) -> list[VisitRow]:
    return [row for row in page.findChildren(VisitRow) if row.isVisible()]


def texts(row: VisitRow) -> str:
    return "\n".join(label.text() for label in row.findChildren(QLabel))


def test_an_empty_case_teaches_the_first_visit(qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage]):
    page = opened("visits")
    words = page.tab("visits").findChild(QLabel, "empty_words")
    assert words.isVisible()
    assert "No visits yet" in words.text()
    press(window, "empty_record_visit")
    assert page.tab("visits").panel.isVisible()


def test_a_visit_is_recorded_by_keyboard_from_any_tab(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], visited: Callable[..., str],
    session: Session, case: str,
):  # fmt: skip
    visited(OfficeKind.SCHOOL, date(2026, 5, 14), Answer.REFERRED, OfficeKind.STREET_OFFICE)
    page = opened("overview")
    qtbot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    visits = page.tab("visits")
    entry = visits.panel.entry
    qtbot.waitUntil(lambda: entry.day.line.hasFocus(), timeout=SLOW)
    write(entry.day.line, "2026-6-10")
    entry.office.line.setFocus()
    write(entry.office.line, "阳光街道")
    found = entry.findChild(QListWidget, "visit_office_list")
    qtbot.waitUntil(lambda: found.isVisible() and "阳光街道办事处" in found.item(0).text(), timeout=SLOW)
    found.setCurrentRow(0)
    qtbot.keyClick(entry.office.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entry.office.office is not None, timeout=SLOW)
    qtbot.keyClick(entry.answer.buttons[0], Qt.Key.Key_2)
    write(entry.words, "这不归我们管")
    qtbot.keyClick(entry.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(rows(page)) == 2, timeout=SLOW)
    assert "“这不归我们管”" in texts(rows(page)[1])
    assert case_file(session, case).visits_in_order()[1].answer is Answer.REFUSED


def test_a_loop_is_told_in_one_sentence_and_drawn(
    qtbot: QtBot, opened: Callable[..., CasePage], loop: tuple[str, ...], language: Language
):
    page = opened("visits")
    sentence = page.findChild(QLabel, "loop_sentence")
    assert sentence.text() == "阳光小学 → 阳光街道办事处 → 阳光小学, 3 visits, 11 days"
    assert page.findChild(QLabel, "visits_total").text() == "3 visits · 4 h · 120 yuan spent"
    drawn = page.findChild(ReferralMap, "referral_map")
    assert drawn.isVisible()
    assert drawn.accessibleName() == sentence.text()
    language.switch("zh_CN")
    assert sentence.text() == "阳光小学 → 阳光街道办事处 → 阳光小学，3次走访，11天"
    assert drawn.accessibleName() == sentence.text()


def test_a_photograph_of_a_visit_is_kept_with_it_and_one_that_cannot_be_says_why(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], loop: tuple[str, ...], session: Session, case: str,
    tmp_path: Path,
):  # fmt: skip
    sign, empty = tmp_path / "公告.png", tmp_path / "empty.jpg"
    sign.write_bytes(b"\x89PNG\r\n\x1a\n")
    empty.touch()
    page = opened("visits")
    row = rows(page)[0]
    row.files_dropped.emit(row.visit, [sign, empty])
    qtbot.waitUntil(lambda: "1 photo or recording" in texts(rows(page)[0]), timeout=SLOW)
    (kept,) = case_file(session, case).attachments
    assert (kept.name, kept.visit, kept.document) == ("公告.png", loop[0], None)
    assert "empty.jpg is empty" in window.findChild(QLabel, "file_notes").text()
    press(window, "visit_files_done")


def test_what_a_new_visit_looks_like_is_asked_and_confirmed_by_a_person(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], loop: tuple[str, ...], session: Session, case: str
):  # fmt: skip
    shown = opened("visits").tab("visits").list
    assert shown.suggested.isHidden()
    shown.follow_up(loop[-1])
    qtbot.waitUntil(lambda: not shown.suggested.isHidden(), timeout=SLOW)
    asked = len(shown.suggested.rows.parts)
    press(window, "suggested_confirm")
    qtbot.waitUntil(lambda: len(shown.suggested.rows.parts) == asked - 1, timeout=SLOW)
    (mark,) = case_file(session, case).marks
    assert (mark.pattern, mark.mark) == ("office_shuffle", Mark.CONFIRMED)


def test_two_places_that_both_turn_the_client_away_are_told_and_drawn_as_a_trap(
    opened: Callable[..., CasePage], session: Session, case: str
):
    for kind, name, elsewhere, day in (
        (OfficeKind.POLICE_STATION, "昌平分局", None, 12), (OfficeKind.POLICE_STATION, "庐阳分局", ("hefei", "庐阳区"), 13),
        (OfficeKind.COURT, "昌平法院", None, 20),
    ):  # fmt: skip
        office = new_office(session, kind, name, case, NOW, elsewhere).id
        record_visit(session, case, VisitForm(office, ImpreciseDay.on(date(2026, 3, day)), answer=Answer.REFUSED), NOW)
    page = opened("visits")
    said = page.findChild(QLabel, "loop_sentence").text()
    assert said == "Two-place trap: here 昌平分局, elsewhere 庐阳分局, and none took it on, 2 visits, 1 day"
    drawn = page.findChild(ReferralMap, "referral_map")
    assert drawn.isVisible() and drawn.accessibleName() == said
    assert [(arrow.shut, arrow.back) for arrow in drawn._arrows] == [(True, False)]


def test_without_a_referral_nothing_is_drawn(opened: Callable[..., CasePage], visited: Callable[..., str]):
    visited(OfficeKind.SCHOOL, date(2026, 5, 14), Answer.REFUSED)
    page = opened("visits")
    assert not page.findChild(ReferralMap, "referral_map").isVisible()


def test_enter_corrects_a_visit_and_what_stands_there_comes_first(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], loop: tuple[str, ...], session: Session, case: str
):  # fmt: skip
    page = opened("visits")
    rows(page)[0].setFocus()
    qtbot.keyClick(rows(page)[0], Qt.Key.Key_Return)
    entry = page.tab("visits").panel.entry
    assert entry.words.value() == "材料去街道交"
    entry.words.setPlainText("材料去街道办事处交")
    press(window, "visit_save")
    qtbot.waitUntil(lambda: page.tab("visits").list.isVisible(), timeout=SLOW)
    qtbot.waitUntil(lambda: "材料去街道办事处交" in texts(rows(page)[0]), timeout=SLOW)
    assert [visit.id for visit in case_file(session, case).visits_in_order()] == list(loop)


def test_delete_takes_a_visit_out_and_the_status_line_brings_it_back(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], loop: tuple[str, ...], session: Session, case: str
):  # fmt: skip
    page = opened("visits")
    rows(page)[1].setFocus()
    qtbot.keyClick(rows(page)[1], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(rows(page)) == 2, timeout=SLOW)
    assert len(case_file(session, case).visits) == 2
    press(window, "status_undo")
    qtbot.waitUntil(lambda: len(rows(page)) == 3, timeout=SLOW)
    assert [visit.id for visit in case_file(session, case).visits_in_order()] == list(loop)


def test_leaving_the_form_of_an_empty_visit_records_nothing(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], session: Session, case: str
):
    page = opened("visits", "record")
    assert page.tab("visits").panel.isVisible()
    press(window, "visit_back")
    assert not page.tab("visits").panel.isVisible()
    assert case_file(session, case).visits == ()


def test_words_that_look_like_markup_are_shown_letter_by_letter(
    opened: Callable[..., CasePage], visited: Callable[..., str]
):
    visited(OfficeKind.SCHOOL, date(2026, 5, 14), Answer.REFUSED, words="<b>不行</b>")
    page = opened("visits")
    label = next(label for label in rows(page)[0].findChildren(QLabel) if "不行" in label.text())
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "<b>不行</b>" in label.text()


def test_of_many_visits_the_newest_are_shown_and_the_earlier_ones_are_a_press_or_a_way_to_them_away(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], visited: Callable[..., str]
):
    first, *_rest = (
        visited(OfficeKind.SCHOOL, date(2026, 3, 1) + timedelta(number), Answer.REFUSED) for number in range(26)
    )
    page = opened("visits")
    shown = page.tab("visits").list
    qtbot.waitUntil(lambda: len(shown.rows.parts) == 24, timeout=SLOW)
    assert page.findChild(QPushButton, "visits_earlier").text() == "2 earlier visits"
    opened("visits", first)
    qtbot.waitUntil(lambda: len(shown.rows.parts) == 26 and shown.rows.parts[0].hasFocus(), timeout=SLOW)
    assert not page.findChild(QPushButton, "visits_earlier").isVisible()
