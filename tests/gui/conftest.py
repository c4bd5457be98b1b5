"""A window over a real, encrypted casebook that opens with a raw key, so that no test waits for key derivation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseapp import i18n
from caseapp.gui.shell import MainWindow
from caseapp.gui.theme.theme import Scheme, Theme
from caseapp.gui.words import Language
from caseapp.work.intake import IntakeForm, begin_case
from caseapp.work.session import NewProfile, Session, create_with_key

KEY = b"k" * 32
NOW = datetime(2026, 6, 12, 10, 0)
TODAY = NOW.date()


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    """English, so that a test can be read; whoever needs Chinese switches."""
    speaking = Language(qapp, "en")
    yield speaking
    qapp.removeTranslator(speaking.qt_words)
    i18n.use("zh_CN")


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Theme:
    """Dressing every widget again takes longer than most tests."""
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    yield dressed
    dressed.choose(Scheme.LIGHT)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    opened = create_with_key(tmp_path / "desk.casebook", KEY, NewProfile("li", "", "beijing", "朝阳区"), NOW)
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, session: Session, language: Language, theme: Theme) -> Iterator[MainWindow]:
    """The window over an open casebook, shown and active."""
    shown = MainWindow(language, theme, None, now=lambda: NOW)
    shown.resize(1280, 800)
    shown.show()
    shown.open(session)
    qtbot.waitExposed(shown)
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    yield shown
    shown.close()
    shown.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def make_case(session: Session) -> Callable[..., str]:
    """A case with as little as a case needs."""

    def make(nickname: str, **fields: object) -> str:
        given = {"city": "beijing", "district": "朝阳区", "consent_keep": True, "useful_until": date(2026, 9, 1)}
        return begin_case(session, IntakeForm(client_nickname=nickname, **{**given, **fields}), NOW)

    return make


@pytest.fixture
def find(window: MainWindow) -> Callable[[type, str], QWidget]:
    """The widget of a class with a name, anywhere in the window."""

    def found(cls: type, name: str) -> QWidget:
        widget = window.findChild(cls, name)
        assert widget is not None, name
        return widget

    return found
