"""Whoever works in one language can show the window in the other in mid-work: nothing typed is lost, and every word of
the window is then in the other language. Only what belongs to the case stays as it was written."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)

from caseapp.cli import demo_case
from caseapp.gui.case.tabs import TABS
from caseapp.gui.places import CityEdit
from caseapp.gui.shell import MainWindow
from caseapp.gui.theme.theme import Scheme, Theme
from caseapp.gui.tour import settle
from caseapp.gui.visit.office import OfficeChooser
from caseapp.gui.visit.papers import PaperList
from caseapp.gui.words import Language
from caseapp.work.cases import case_file
from caseapp.work.session import NewProfile, Session, create_with_key
from tests.e2e import family
from tests.e2e.caseworker import Caseworker
from tests.e2e.computer import no_other_window, shown
from tests.e2e.hands import Hands, Held, Key, until

NOW = datetime(2026, 6, 18, 10, 0)
CHINESE = re.compile(r"[㐀-鿿𠀀-𯿿]+")
ENGLISH = re.compile(r"[A-Za-z]{2,}")
SAME_IN_BOTH = (
    "中文", "English", "caseapp", "PDF", "DOCX", "EMS", "Ctrl", "Enter", "GB/T", "WPS", "Word", "Alt", "Delete",
    "小凡妈妈", "孩子甲", "朝阳区", "京教基一〔2014〕9号",
)  # fmt: skip
"""Names of things and of keys, and examples in empty fields of what people write in Chinese."""
AS_WRITTEN = "as_written"
"""Where a rule was found: an address or a title, as its writer wrote it."""


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """A casebook with one case that has a bit of everything."""
    with create_with_key(tmp_path / "desk.casebook", b"k" * 32, NewProfile("li", "", "beijing", "临江区"), NOW) as opened:
        yield opened


@pytest.fixture
def case(session: Session) -> str:
    begun = demo_case.begin(session)
    demo_case.visits(session, begun)
    demo_case.complete_bureau(session, begun)
    return begun


@pytest.fixture
def window(qapp: QApplication, session: Session, case: str) -> Iterator[MainWindow]:
    language, theme = Language(qapp, "en"), Theme(qapp, Scheme.LIGHT)
    made = MainWindow(language, theme, None, now=lambda: NOW)
    with no_other_window(qapp), shown(made):
        made.open(session)
        Hands().see("case_search")
        settle(made)
        yield made


@pytest.fixture
def hands(window: MainWindow) -> Hands:
    return Hands()


def typed(root: QWidget) -> list[tuple[str, object]]:
    """Everything a person put into a page, and where the cursor stands."""
    entered: list[tuple[str, object]] = []
    for part in root.findChildren(QWidget):
        name = part.objectName()
        if isinstance(part, CityEdit):
            entered.append((name, part.city()))
        elif isinstance(part, QComboBox):
            entered.append((name, part.currentIndex()))
        elif isinstance(part, QLineEdit) and not isinstance(part.parentWidget(), CityEdit):
            entered.append((name, (part.text(), part.cursorPosition(), part.selectedText())))
        elif isinstance(part, QPlainTextEdit):
            entered.append((name, (part.toPlainText(), part.textCursor().position())))
        elif isinstance(part, OfficeChooser):
            entered.append((name, part.office))
        elif isinstance(part, PaperList):
            entered.append((name, part.demands()))
        elif isinstance(part, QAbstractButton) and part.isCheckable():
            entered.append((name, part.isChecked()))
    return [*entered, ("focus", QApplication.focusWidget())]


def words_in_sight(root: QWidget) -> Iterator[str]:
    """Every word a person can read in it now, or would read as a tip or in an opened list."""
    for part in root.findChildren(QWidget):
        if not part.isVisible() or in_a_letter(part) or part.objectName() == AS_WRITTEN:
            continue
        yield from (part.toolTip(), part.accessibleName())
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        elif isinstance(part, QLineEdit | QPlainTextEdit):
            yield part.placeholderText()
        elif isinstance(part, QComboBox):
            yield from (part.itemText(at) for at in range(part.count()))
        elif isinstance(part, QTabBar):
            yield from (part.tabText(at) for at in range(part.count()))
        elif isinstance(part, QTableView):
            yield from cells(part)


def in_a_letter(part: QWidget) -> bool:
    """The sentences of a letter beside it: they are in the language of the letter."""
    above = part.parentWidget()
    while above is not None and above.objectName() != "letter_sentences":
        above = above.parentWidget()
    return above is not None


def cells(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal))
        yield from (str(model.index(row, column).data() or "") for row in range(model.rowCount()))


def written_in(record: object) -> Iterator[str]:
    """Every text of a record, which stays as it was written in either language."""
    if isinstance(record, str):
        yield record
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            yield from written_in(getattr(record, field.name))
    elif isinstance(record, dict):
        yield from (text for value in record.values() for text in written_in(value))
    elif isinstance(record, tuple | list | frozenset):
        yield from (text for value in record for text in written_in(value))


def left_in(language: re.Pattern[str], root: QWidget, data: set[str]) -> set[str]:
    """Words in sight that are in ``language``, without what belongs to the case."""
    found = set()
    for text in words_in_sight(root):
        rest = text
        for known in sorted((*data, *SAME_IN_BOTH), key=len, reverse=True):
            rest = rest.replace(known, "")
        if language.search(rest):
            found.add(text)
    return found


@pytest.fixture
def data(session: Session, case: str) -> set[str]:
    """What belongs to the case, in the words it was written in; who works on it; and the numbers of the city's texts."""
    pack = session.pack("beijing")
    numbers = {text.document_number or "" for text in (pack.instruments if pack else ())} - {""}
    return {session.handle, *numbers, *(text for text in written_in(case_file(session, case)) if CHINESE.search(text))}


def assert_one_language(window: MainWindow, hands: Hands, data: set[str]) -> None:
    """In English no Chinese word, in Chinese no English word, and back again all as it was."""
    root = hands.front()
    before = Counter(words_in_sight(root))
    assert left_in(CHINESE, root, data) == set()
    switch(window, hands)
    assert left_in(ENGLISH, root, data) == set()
    switch(window, hands)
    assert Counter(words_in_sight(root)) == before


def switch(window: MainWindow, hands: Hands) -> None:
    """Press the button on the rail."""
    before = window.language.current
    hands.click("rail_language")
    assert window.language.current != before
    settle(window)


def test_a_half_filled_intake_loses_nothing(window: MainWindow, hands: Hands, data: set[str]):
    hands.key(Key.Key_N, Held.ControlModifier)
    hands.tab_to("five_paper_received_line")
    hands.write("about May 2026")
    hands.tick("five_injured_none")
    hands.key(Key.Key_Return, Held.ControlModifier)
    hands.fill("client_nickname", family.MOTHER_CALLED)
    hands.tick("applicant_is_child")
    hands.fill("child_born_line", "5 March 2020")
    hands.choose("case_service", "Compulsory education")
    hands.fill("case_story", family.STORY)
    hands.key(Key.Key_Left)
    settle(window)
    before = typed(window)
    for _there_and_back in range(2):
        switch(window, hands)
        assert typed(window) == before
    assert_one_language(window, hands, data)


def test_a_half_filled_visit_loses_nothing(window: MainWindow, hands: Hands, case: str, data: set[str]):
    open_tab(window, hands, case, "visits")
    hands.key(Key.Key_R, Held.ControlModifier)
    hands.fill("visit_day_line", "15 June")
    Caseworker(hands).name_office("visit_office", "河沿街道办事处")
    hands.fill("visit_asked", "问由谁安排学位")
    hands.tab_to("visit_answer")
    hands.key(Key.Key_3)
    hands.fill("visit_referred_to_line", "临江区还没有这个")
    hands.choose("visit_grounds", "No place left")
    hands.fill("visit_papers_line", "Rental contract")
    hands.enter()
    hands.fill("visit_papers_line", "房东的证明")
    hands.enter()
    hands.fill("visit_words", "以学校为准")
    hands.click("visit_more")
    hands.fill("visit_rule_title", "招生办法")
    settle(window)
    before = typed(window)
    for _there_and_back in range(2):
        switch(window, hands)
        assert typed(window) == before
    assert_one_language(window, hands, data | {"临江区还没有这个", "房东的证明"})


def test_an_unsaved_person_loses_nothing(window: MainWindow, hands: Hands, case: str, data: set[str]):
    open_tab(window, hands, case, "facts")
    hands.click("add_person")
    dialog = hands.wait_for("person_dialog")
    hands.fill("person_nickname", "姥姥")
    hands.fill("person_born_line", "about 1960")
    hands.choose("person_relation", "Grandparent")
    hands.tick("role_agent")
    hands.fill("person_power", "代为申请、签收")
    before = typed(dialog)
    window.language.switch("zh_CN")  # the rail lies behind the dialog; the language is the whole program's
    assert typed(dialog) == before
    assert left_in(ENGLISH, dialog, data) == set()
    assert dialog.windowTitle() == "添加人员"
    window.language.switch("en")
    assert typed(dialog) == before
    assert left_in(CHINESE, dialog, data) == set()


@pytest.mark.parametrize("tab", [entry.name for entry in TABS])
def test_a_tab_speaks_one_language_at_a_time(window: MainWindow, hands: Hands, case: str, data: set[str], tab: str):
    open_tab(window, hands, case, tab)
    assert_one_language(window, hands, data)


@pytest.mark.parametrize("page", ["today", "cases", "enquiries", "patterns", "offices", "report", "policies"])
def test_a_page_speaks_one_language_at_a_time(window: MainWindow, hands: Hands, data: set[str], page: str):
    hands.click(f"rail_{page}")
    settle(window)
    assert_one_language(window, hands, data)


def open_tab(window: MainWindow, hands: Hands, case: str, tab: str) -> None:
    """Enter on the first line of the list opens the case; Alt and a number its tab."""
    hands.enter()
    until(lambda: hands.read("case_title"), "the case")
    hands.key(Key(Key.Key_1 + [entry.name for entry in TABS].index(tab)), Held.AltModifier)
    until(lambda: hands.in_sight(f"tab_{tab}"), tab)
    settle(window)
