from __future__ import annotations

from importlib.util import find_spec

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caseapp.gui.ahead import MODULES, Ahead


@pytest.mark.parametrize("name", MODULES)
def test_what_is_loaded_ahead_is_there(name: str):
    assert find_spec(name) is not None


def test_it_stops_when_everything_is_loaded_and_made(qtbot: QtBot):
    owner, made = QObject(), []
    ahead = Ahead(owner, lambda: (made.append(number) for number in range(3)))
    qtbot.waitUntil(lambda: not ahead.at_work, timeout=20_000)
    assert made == [0, 1, 2]
