"""Every word of every page changes with the language, at once, and nothing is left in the other one."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from caseapp.gui.intake.page import CARD
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language

SAME_IN_BOTH = re.compile(r"caseapp|PDF|EMS|English|中文|^[\d\s.:/~\-–A-Z]*$")
CHINESE = re.compile(r"[一-鿿]")


def words_of(root: QWidget) -> dict[str, str]:
    """What each label, button and empty field of a page says now, hidden ones too."""
    found: dict[str, str] = {}
    for number, widget in enumerate(root.findChildren(QWidget)):
        texts: list[str] = []
        if isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            texts.append(widget.placeholderText())
        if isinstance(widget, QComboBox):
            texts += [widget.itemText(at) for at in range(widget.count())]
        for at, text in enumerate(texts):
            if text.strip() and not SAME_IN_BOTH.search(text):
                found[f"{number} {type(widget).__name__} {widget.objectName()} {at}"] = text
    return found


def assert_all_change(root: QWidget, language: Language) -> None:
    english = words_of(root)
    language.switch("zh_CN")
    chinese = words_of(root)
    language.switch("en")
    assert words_of(root) == english
    assert {text for text in english.values() if CHINESE.search(text) and not text.startswith("e.g.")} <= {
        "what to call them, e.g. 小凡妈妈"
    }
    left = {text for text in chinese.values() if not CHINESE.search(text)}
    assert left == set()


@pytest.mark.parametrize("page", ["cases", "enquiries", "intake"])
def test_a_page_speaks_one_language_at_a_time(qtbot: QtBot, window: MainWindow, language: Language, page: str):
    window.workspace.go(page)
    assert_all_change(window.workspace, language)


def test_the_first_pages_speak_one_language_at_a_time(qtbot: QtBot, language: Language, theme):
    window = MainWindow(language, theme, None)
    window.start_page.new.show()
    assert_all_change(window.start_page, language)
    window.deleteLater()


def test_qts_own_words_change_too(qapp: QApplication, language: Language):
    assert qapp.translate("QPlatformTheme", "Cancel") == "Cancel"
    language.switch("zh_CN")
    assert qapp.translate("QPlatformTheme", "Cancel") == "取消"
    language.switch("en")


def test_no_window_but_ours_ever_flashes_up(qtbot: QtBot, window: MainWindow, make_case):
    """A widget shown before it has its place becomes a window for a moment and takes the keyboard away."""
    seen: list[str] = []
    QApplication.instance().focusWindowChanged.connect(
        lambda focused: seen.append(focused.objectName() if focused else "none")
    )
    for page in ("intake", "enquiries", "cases"):
        window.workspace.go(page)
    intake = window.workspace.page("intake")
    for step in range(CARD + 1):
        intake._show_step(step)
    for _round in range(5):
        QApplication.processEvents()
    assert seen == []
    assert window.isActiveWindow()
