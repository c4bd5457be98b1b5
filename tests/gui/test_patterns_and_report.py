from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget

from caseapp.gui.case.rows import Row
from caseapp.gui.parts.paper_view import PaperView
from caseapp.work.report import FILES
from caseapp.work.samples import load_samples
from caseapp.work.session import Session

from .conftest import NOW


@pytest.fixture
def samples(session: Session) -> Session:
    load_samples(session, NOW)
    return session


def go(window, name: str) -> QWidget:
    button = window.findChild(QWidget, f"rail_{name}")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    return window


def texts(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_an_empty_casebook_says_what_to_do_to_find_a_pattern(window, qtbot):
    go(window, "patterns")
    qtbot.waitUntil(lambda: "Record more visits" in texts(window), timeout=10_000)


def test_thirty_one_families_are_one_sentence_with_the_body_that_has_the_duty(samples, window, qtbot):
    go(window, "patterns")
    qtbot.waitUntil(lambda: window.findChild(Row, "pattern_0") is not None, timeout=20_000)
    shown = texts(window)
    assert "31 families" in shown
    assert "Proof of actual address" in shown
    assert "ducation bureau" in shown


def test_pressing_a_case_of_a_pattern_opens_it(samples, window, qtbot):
    go(window, "patterns")
    qtbot.waitUntil(lambda: window.findChild(Row, "pattern_0") is not None, timeout=20_000)
    row = next(row for row in window.findChildren(Row) if row.objectName().startswith("pattern_case_"))
    number = row.objectName().removeprefix("pattern_case_")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: number in texts(window.findChild(QWidget, "case_header") or window), timeout=10_000)


def test_the_report_is_shown_as_paper_and_saved_after_a_question(samples, window, qtbot, tmp_path: Path):
    go(window, "report")
    view = None

    def painted() -> bool:
        nonlocal view
        view = window.findChild(PaperView, "report_pages")
        return view is not None and view.pages >= 2

    qtbot.waitUntil(painted, timeout=30_000)
    QTest.mouseClick(window.findChild(QPushButton, "save_report"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QPushButton, "save_report_question_do") is not None)
    QTest.mouseClick(window.findChild(QPushButton, "save_report_question_do"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog, "report_folder") is not None)
    dialog = window.findChild(QFileDialog, "report_folder")
    out = tmp_path / "out"
    out.mkdir()
    dialog.setDirectory(str(out))
    dialog.selectFile(str(out))
    dialog.accept()
    qtbot.waitUntil(lambda: all((out / name).is_file() for name in FILES), timeout=20_000)
    qtbot.waitUntil(lambda: str(out) in texts(window))


def test_switching_the_language_changes_the_paper_too(samples, window, language, qtbot):
    go(window, "report")
    qtbot.waitUntil(
        lambda: (view := window.findChild(PaperView, "report_pages")) is not None and view.pages >= 2, timeout=30_000
    )
    view = window.findChild(PaperView, "report_pages")
    english = view.pdf
    language.switch("zh_CN")
    window.changeEvent(QEvent(QEvent.Type.LanguageChange))
    qtbot.waitUntil(lambda: view.pdf != english)
