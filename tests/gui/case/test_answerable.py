"""Under the visits stands who is answerable, one refusal at a time, in the language of the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseapp.gui.case.page import CasePage
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from tests.gui.case.conftest import SLOW
from tests.gui.hands import press


def test_the_newest_refusal_stands_first_and_a_button_leads_to_earlier_ones(
    qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage], loop: tuple[str, ...], language: Language
):
    card = opened("visits").tab("visits").list.answerable
    qtbot.waitUntil(card.isVisible, timeout=SLOW)
    assert card.who.text() == "Turned away by 阳光小学, Mon 25 May 2026"
    first = card.findChild(QLabel, "answerable_body_1")
    assert first.text() == "1. District education bureau"
    assert not card.later.isEnabled()
    press(window, "answerable_earlier")
    assert card.who.text() == "Turned away by 阳光街道办事处, Wed 20 May 2026"
    assert any("which turned the client away itself" in label.text() for label in card.findChildren(QLabel))
    language.switch("zh_CN")
    assert card.who.text() == "答复机关：阳光街道办事处，2026年5月20日 周三"
    assert not any("Against it" in label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_a_case_nobody_turned_away_shows_nothing(qtbot: QtBot, window: MainWindow, opened: Callable[..., CasePage]):
    tab = opened("visits").tab("visits")
    qtbot.waitUntil(lambda: not window.background.busy, timeout=SLOW)
    assert not tab.list.answerable.isVisibleTo(tab.list)
