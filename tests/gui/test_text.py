"""Words on the screen are seen whole, or end in an ellipsis and are told whole when pointed at."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from caseapp.gui.parts.empty import EmptyPage
from caseapp.gui.parts.shortened import ShortenedText
from caseapp.gui.parts.text import Text
from caseapp.gui.rail_button import RailButton


@pytest.mark.parametrize("spoken", ["zh_CN", "en"])
@pytest.mark.parametrize("page", ["cases", "patterns", "report"])
def test_the_words_of_an_empty_page_are_seen_whole(window, qtbot, page, spoken):
    window.language.switch(spoken)
    window.resize(1024, 600)
    window.workspace.go(page)
    qtbot.waitUntil(lambda: _shown(window) is not None)
    words = _shown(window).words
    assert words.height() >= words.heightForWidth(words.width())


def _shown(window):
    return next((page for page in window.findChildren(EmptyPage) if page.isVisible()), None)


NAME = "欧阳司马诸葛上官东方皇甫尉迟公羊澹台公冶宗政濮阳淳于单于太叔申屠公孙仲孙轩辕令狐钟离宇文长孙慕容鲜于"


def test_a_name_with_no_room_ends_in_an_ellipsis_and_is_told_whole(qtbot):
    text = ShortenedText(f"{NAME}<b>")
    qtbot.addWidget(text)
    text.resize(200, 30)
    text.show()
    assert text.text().endswith("…") and text.whole() == f"{NAME}<b>"
    assert text.toolTip() == f"{NAME}&lt;b&gt;"
    text.resize(4000, 30)
    assert text.text() == f"{NAME}<b>" and text.toolTip() == ""


def test_the_header_of_a_case_cuts_no_name_in_the_middle_of_a_character(window, make_case, qtbot):
    window.resize(1024, 600)
    window.workspace.go("case", make_case(NAME))
    qtbot.waitUntil(lambda: (title := window.findChild(QLabel, "case_title")) is not None and NAME[:3] in title.text())
    title = window.findChild(ShortenedText, "case_title")
    assert NAME in title.whole()
    assert title.fontMetrics().horizontalAdvance(title.text()) <= title.width()


def test_no_word_of_the_rail_is_cut_in_the_lowest_window(window, qtbot):
    window.resize(1024, 600)
    buttons = window.workspace.rail.findChildren(RailButton)
    qtbot.waitUntil(lambda: all(button.height() >= button.sizeHint().height() for button in buttons))
    assert len(buttons) == 12


def test_what_turns_the_direction_of_writing_is_shown_and_turns_nothing(qapp):
    assert Text("原话：李\u202e明\u202c。<b>").text() == "原话：李↔明↔。<b>"
    assert Text("ئابدۇراخمان").text() == "ئابدۇراخمان"
