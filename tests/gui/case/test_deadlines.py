"""Deadlines and remedies: safe day, later days with their ground, the steps, and every way with its state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import KeyDay, KeyDayKind
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import KeyDayId, new_id
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.gui.case.deadlines.card import DeadlineCard
from caseapp.gui.case.deadlines.ways import WayCard
from caseapp.gui.case.page import CasePage
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.law.avenues import Status
from caseapp.work.cases import case_file, save
from caseapp.work.session import Session
from tests.gui.case.conftest import SLOW
from tests.gui.case.test_overview import window_named
from tests.gui.conftest import NOW
from tests.gui.hands import press, write


def said(part: object) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def received(session: Session, case: str) -> None:
    """The bureau received the application on 1 June; it is 12 June now."""
    day = KeyDay(KeyDayId(new_id()), case, KeyDayKind.APPLICATION_RECEIVED, ImpreciseDay.on(date(2026, 6, 1)))
    save(session, day, "a test", NOW)


def cards(qtbot: QtBot, page: CasePage) -> list[DeadlineCard]:
    running = page.tab("deadlines").running
    qtbot.waitUntil(lambda: any(isinstance(part, DeadlineCard) for part in running.parts), timeout=SLOW)
    return [part for part in running.parts if isinstance(part, DeadlineCard)]


def test_periods_stand_by_their_safe_day_with_who_must_act(qtbot: QtBot, opened: Callable[..., CasePage], received: None):
    shown = cards(qtbot, opened("deadlines"))
    days = [card.deadline.safe_last_day for card in shown]
    assert days == sorted(days)
    assert any("For the authority to do" in said(card) for card in shown)
    assert any("For the client to do" in said(card) and "Safe day" in said(card) for card in shown)


def test_a_day_unfolds_to_its_steps_and_its_article(
    qtbot: QtBot, opened: Callable[..., CasePage], received: None, language: Language
):
    page = opened("deadlines")
    card = cards(qtbot, page)[0]
    assert "is not counted" not in said(card)
    card.fold.button.click()
    assert "is not counted; the first day is Tue 2 June 2026" in said(card)
    assert "By " in said(card) and "art." in said(card)
    language.switch("zh_CN")
    assert "当日不计" in said(card)
    assert "《" in said(card)


def test_a_period_of_the_client_never_shows_one_last_day_alone(
    qtbot: QtBot, opened: Callable[..., CasePage], received: None
):
    for card in cards(qtbot, opened("deadlines")):
        if card.deadline.later:
            assert "Arguable until" in said(card) or "May still be argued later" in said(card)


def test_without_a_period_the_page_says_what_starts_one(qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage]):
    page = opened("deadlines")
    tab = page.tab("deadlines")
    qtbot.waitUntil(tab.nothing.isVisible, timeout=SLOW)
    press(window, "deadlines_record")
    qtbot.waitUntil(lambda: page.tab("visits").panel.isVisible(), timeout=SLOW)


def test_a_spoken_refusal_gives_a_day_to_be_safe_before_everything_else(
    qtbot: QtBot, opened: Callable[..., CasePage], visited: Callable[..., str]
):
    visited(OfficeKind.SCHOOL, date(2026, 6, 8), Answer.REFUSED)
    tab = opened("deadlines").tab("deadlines")
    qtbot.waitUntil(tab.notices.isVisible, timeout=SLOW)
    assert "by Friday 7 August" in said(tab.notices)


def test_ways_stand_in_two_tracks_and_the_petition_below_all(
    qtbot: QtBot, opened: Callable[..., CasePage], language: Language
):
    tab = opened("deadlines").tab("deadlines")
    qtbot.waitUntil(lambda: len(tab.ways.findChildren(WayCard)) > 3, timeout=SLOW)
    in_tracks = {part.avenue.procedure for rows in tab.ways.tracks.values() for part in rows.parts}
    assert "service_application" in in_tracks
    assert "petition" not in in_tracks
    assert [part.avenue.procedure for part in tab.ways.petition.parts if isinstance(part, WayCard)] == ["petition"]
    assert "no joint form or list" in said(tab.ways.petition)
    language.switch("zh_CN")
    assert "今天就能做的" in said(tab.ways)
    assert "保住权利的" in said(tab.ways)


def test_a_way_says_whether_its_answer_comes_in_time(qtbot: QtBot, opened: Callable[..., CasePage]):
    tab = opened("deadlines").tab("deadlines")
    qtbot.waitUntil(lambda: len(tab.ways.findChildren(WayCard)) > 3, timeout=SLOW)
    open_ones = [part for part in tab.ways.findChildren(WayCard) if part.avenue.status is Status.OPEN]
    timed = [part for part in open_ones if part.avenue.answer_in_time is not None]
    assert timed
    for part in timed:
        word = "before" if part.avenue.answer_in_time else "after"
        assert f"{word} the day you need it" in said(part)


def test_a_day_that_was_entered_says_which_periods_it_moved(
    qtbot: QtBot, opened: Callable[..., CasePage], session: Session, case: str, received: None, language: Language
):
    page = opened("deadlines")
    tab = page.tab("deadlines")
    cards(qtbot, page)
    assert not tab.notices.findChildren(QLabel, "moved") and "Moved since" not in said(tab.notices)
    later = KeyDay(KeyDayId(new_id()), case, KeyDayKind.DECISION_SERVED, ImpreciseDay.on(date(2026, 6, 10)))
    save(session, later, "a test", NOW)
    page.desk.changed.emit()
    qtbot.waitUntil(lambda: "Moved since this case was opened" in said(tab.notices), timeout=SLOW)
    language.switch("zh_CN")
    assert "打开这件案子以后变动的期限" in said(tab.notices)


def test_a_day_noted_here_moves_what_rests_on_it(
    qtbot: QtBot, opened: Callable[..., CasePage], session: Session, case: str
):
    page = opened("deadlines")
    press(page, "deadlines_note_day")
    dialog = window_named("note_day")
    dialog.kind.choose(KeyDayKind.APPLICATION_RECEIVED)
    write(dialog.day.line, "2026-6-3")
    press(dialog, "note_day_save")
    qtbot.waitUntil(lambda: case_file(session, case).key_day(KeyDayKind.APPLICATION_RECEIVED) is not None, timeout=SLOW)
    assert {card.deadline.trigger_day for card in cards(qtbot, page)} >= {date(2026, 6, 3)}
