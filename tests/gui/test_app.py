"""The entry point: what was chosen on this computer is kept, and a file that cannot be read is left alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caseapp import app, settings
from caseapp.gui.start.first_start import FirstStart
from caseapp.gui.start.unlock import UnlockPage
from caseapp.gui.theme.theme import Scheme, Theme
from tests.gui.conftest import NOW


@pytest.fixture
def build(qapp: QApplication, qtbot: QtBot, language, theme: Theme):
    windows = []

    def made(casebook: Path | None = None):
        window = app.build(qapp, casebook, lambda: NOW)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        return window

    yield made
    for window in windows:
        qapp.removeTranslator(window.language.qt_words)
    theme.choose(Scheme.LIGHT)


def test_language_and_colours_are_kept_for_the_next_start(build):
    window = build()
    window.language.switch("en")
    window.theme.choose(Scheme.DARK)
    kept = settings.load().settings
    assert (kept.language, kept.theme) == ("en", "dark")
    again = build()
    assert again.language.current == "en"
    assert again.theme.scheme is Scheme.DARK


def test_the_casebook_opened_last_is_offered_while_it_is_there(build, session):
    assert isinstance(build().start_page, FirstStart)
    first = build()
    first.open(session)
    assert isinstance(build().start_page, UnlockPage)
    settings.save(settings.Settings(casebooks=("/no/such/casebook",)))
    assert isinstance(build().start_page, FirstStart)


def test_settings_that_cannot_be_read_are_left_alone_and_told(build, qtbot: QtBot):
    file = settings.settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("{", encoding="utf-8")
    window = build()
    qtbot.waitUntil(lambda: window.findChild(QWidget, "told") is not None)
    window.language.switch("en")
    assert file.read_text("utf-8") == "{"


@pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX systems")
def test_a_crash_leaves_no_picture_of_the_memory():
    ask = "import resource, caseapp.app as app; app.no_core_dump(); print(resource.getrlimit(resource.RLIMIT_CORE))"
    ran = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "(0, 0)"
