"""The whole job is done once, by a person at the real window, and looked at by several tests."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.e2e.computer import Computer
from tests.e2e.day import Day, work


def pytest_configure(config: pytest.Config) -> None:
    """The display without a screen says this of what only a screen can do; it says nothing about us."""
    config.addinivalue_line("qt_log_ignore", "This plugin does not support")


@pytest.fixture(scope="session")
def day(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Day:
    """From an empty folder to papers in hand, and everything found again."""
    return work(qapp, Computer(tmp_path_factory.mktemp("computer")))
