"""The page of policies in front, over the samples."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from caseapp.gui.policies.page import PoliciesPage
from caseapp.gui.policies.rules import RulesSide
from caseapp.gui.shell import MainWindow

SLOW = 20_000


def texts(widget: QWidget) -> str:
    """Every word in sight, line by line."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> PoliciesPage:
    """The page, opened from the rail."""
    QTest.mouseClick(window.findChild(QWidget, "rail_policies"), Qt.MouseButton.LeftButton)
    shown = window.workspace.page("policies")
    assert isinstance(shown, PoliciesPage)
    return shown


@pytest.fixture
def reading(qtbot: QtBot, window: MainWindow, page: PoliciesPage) -> Callable[[str, str], RulesSide]:
    """Shows a version of a rule and waits until its text is there."""

    def show(place: str, programme: str) -> RulesSide:
        window.workspace.go("policies", ("rules", (place, programme)))
        side = page.side("rules")
        assert isinstance(side, RulesSide)
        qtbot.waitUntil(lambda: side.versions.view is not None and side.versions.view.version.id == programme, timeout=SLOW)
        qtbot.waitUntil(lambda: side.versions.view.isVisible(), timeout=SLOW)
        return side

    return show
