"""Of a long list the first rows are made; the others when they are asked for."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseapp.gui.case.more_rows import FIRST, MoreRows
from caseapp.gui.words import Language
from tests.gui.hands import LEFT


def texts(rows: MoreRows) -> list[str]:
    return [part.text() for part in rows.parts if isinstance(part, QLabel)]


def test_the_rest_is_shown_when_asked_for_and_stays_until_it_is_about_another(qtbot: QtBot, language: Language):
    rows = MoreRows(spacing=4, name="more")
    qtbot.addWidget(rows)
    rows.show()
    makers = [partial(QLabel, str(number)) for number in range(FIRST + 3)]
    rows.fill(makers, of="case a")
    assert texts(rows) == [str(number) for number in range(FIRST)]
    assert rows.more.text() == "Show 3 more"
    language.switch("zh_CN")
    assert rows.more.text() == "再看另外3条"
    qtbot.mouseClick(rows.more, LEFT)
    assert len(texts(rows)) == FIRST + 3
    assert not rows.more.isVisible()
    rows.fill([*makers, partial(QLabel, "new")], of="case a")
    assert texts(rows)[-1] == "new"
    rows.fill(makers, of="case b")
    assert len(texts(rows)) == FIRST
