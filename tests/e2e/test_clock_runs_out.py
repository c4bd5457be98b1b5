"""What is preserved in the weeks between a bare "no" and a remedy: files, the words, the memo, and the office's own clock.

One case at the real window: a photo and a PDF are dropped, words are written down and printed for the client to sign, an
application goes out, the day moves on, and the office's silence opens the next way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QTableView, QWidget

from caseapp.cli import demo_case
from caseapp.gui.case.deadlines.ways import WayCard
from caseapp.gui.case.documents.files import FilesPanel
from caseapp.gui.parts.paper_view import PaperView
from caseapp.gui.shell import MainWindow
from caseapp.gui.theme.theme import Scheme, Theme
from caseapp.gui.tour import settle
from caseapp.gui.words import Language
from caseapp.work.cases import case_file
from caseapp.work.session import NewProfile, Session, create_with_key
from tests.e2e import family
from tests.e2e.caseworker import Caseworker
from tests.e2e.computer import no_other_window, shown
from tests.e2e.family import Told
from tests.e2e.hands import Hands, until, words_of
from tests.paper.reading import joined, needs_poppler, text

THE_DAY, NEARLY, LAPSED = datetime(2026, 6, 18, 10), datetime(2026, 8, 15, 9), datetime(2026, 8, 18, 9)
REFUSED = Told("2026-6-18", family.SCHOOL, "小学一年级报名", 2, "非本区户籍的今年不收")
PERIOD = "60 days for the office to act, from receipt"
PASSED = f"Period passed: {PERIOD}"
RECONSIDERATION = "Administrative reconsideration"


@dataclass(slots=True)
class Clock:
    """Says what somebody sets it to."""

    now: datetime = THE_DAY


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    profile = NewProfile("li", "", "beijing", "临江区")
    with create_with_key(tmp_path / "desk.casebook", b"k" * 32, profile, demo_case.INTAKE) as opened:
        yield opened


@pytest.fixture
def case(session: Session) -> str:
    begun = demo_case.begin(session)
    demo_case.complete_bureau(session, begun)
    return begun


@pytest.fixture
def window(qapp: QApplication, session: Session, case: str, clock: Clock) -> Iterator[MainWindow]:
    made = MainWindow(Language(qapp, "en"), Theme(qapp, Scheme.LIGHT), None, now=lambda: clock.now)
    with no_other_window(qapp), shown(made):
        made.open(session)
        Hands().see("case_search")
        settle(made)
        yield made


def photo(path: Path) -> Path:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    assert image.save(str(path), "JPEG")
    return path


def two_pages(path: Path) -> Path:
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.drawText(400, 400, "page one")
    writer.newPage()
    painter.drawText(400, 400, "page two")
    painter.end()
    return path


def drop(target: QWidget, *files: Path) -> None:
    """Drag files from the desktop and let go of them there."""
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    place, actions = QPointF(target.rect().center()), Qt.DropAction.CopyAction
    by = (actions, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(place.toPoint(), *by)
    QApplication.sendEvent(target, entering)
    assert entering.isAccepted(), "nothing may be dropped here"
    QApplication.sendEvent(target, QDropEvent(place, *by))


def look_at_today(hands: Hands, expected: str) -> list[str]:
    """The lines of Today, once one of them holds ``expected``."""
    hands.click("rail_cases")
    hands.click("rail_today")
    lines: list[str] = []

    def seen() -> bool:
        tables = hands.in_sight("today_table", QTableView)
        model = tables[0].model() if tables else None
        lines[:] = [model.index(row, 1).data() for row in range(model.rowCount())] if model else []
        return any(expected in line for line in lines)

    until(seen, f"{expected!r} on Today")
    return lines


def open_line(hands: Hands, at: int) -> None:
    """Press a line of Today, and go to what it is about."""
    table = hands.see("today_table", QTableView)
    hands.click_at(table.viewport(), table.visualRect(table.model().index(at, 1)).center())
    hands.click("today_open")
    hands.see("deadlines_area")


def ways(hands: Hands) -> dict[str, str]:
    """Each way of the page of deadlines, and everything that is said of it."""
    told = [words_of(card).strip() for card in hands.front().findChildren(WayCard) if card.isVisible()]
    return {words.splitlines()[0]: words for words in told}


def keep_the_files(hands: Hands, li: Caseworker, session: Session, case: str, folder: Path) -> dict[str, int]:
    """Drop both on a paper and look at each inside the window; the pages seen, by name."""
    li.open_tab("Documents", "documents_table")
    table = hands.see("documents_table", QTableView)
    at = table.model().index(list(li.papers()).index("Rental contract"), 0)
    hands.click_at(table.viewport(), table.visualRect(at).center())
    until(lambda: hands.front().findChildren(FilesPanel), "the files of the paper")
    panel = next(found for found in hands.front().findChildren(FilesPanel) if found.isVisible())
    drop(panel, photo(folder / "notice.jpg"), two_pages(folder / "lease.pdf"))
    until(lambda: len(case_file(session, case).attachments) == 2, "both files to be kept")
    pages = {}
    for kept in case_file(session, case).attachments:
        hands.click(f"open_{kept.id}")
        hands.wait_for("preview")
        paper = hands.see("preview_paper", PaperView)
        until(lambda paper=paper: paper.pages, "its pages")
        pages[kept.name] = paper.pages
        hands.click("preview_close")
        hands.gone("preview")
    return pages


def hand_in(hands: Hands, li: Caseworker) -> None:
    """Note the application that went out by post, and the day the office had it."""
    li.choose_letter("service_application", "note_earlier")
    hands.click("note_earlier")
    hands.wait_for("earlier")
    for field, said in (
        ("earlier_sent_line", "2026-6-15"), ("earlier_received_line", "2026-6-17"), ("earlier_proof", "EMS 1099000000016"),
    ):  # fmt: skip
        hands.fill(field, said)
    hands.click("earlier_save")
    hands.gone("earlier")


@needs_poppler
def test_silence_after_a_bare_no_becomes_a_remedy(
    window: MainWindow, session: Session, case: str, clock: Clock, tmp_path: Path
):
    hands = Hands()
    li = Caseworker(hands)
    hands.enter()
    until(lambda: hands.read("case_title"), "the case")

    assert keep_the_files(hands, li, session, case, tmp_path) == {"notice.jpg": 1, "lease.pdf": 2}

    li.open_tab("Visits", "empty_record_visit")
    hands.click("empty_record_visit")
    until(QGuiApplication.focusWindow, "the window behind the preview")
    li.tell_visit(REFUSED)
    hands.click("visit_save")
    hands.click("visit_memo")
    hands.see("print_memo")
    until(lambda: hands.see("letter_paper", PaperView).pages == 1, "the memo on one page")
    hands.click("print_memo")
    li.leave_the_printer()
    memo = tmp_path / "memo.pdf"
    li.export("Client", memo)
    said = joined(text(memo.read_bytes(), tmp_path))
    assert f"“{REFUSED.words}”（原话）" in said and "2026年6月18日（周四）" in said and "草稿" not in said
    assert "陈述人（签名或指印）" in said and "此致" not in said

    hand_in(hands, li)
    li.open_tab("Deadlines and remedies", "deadlines_area")
    until(lambda: RECONSIDERATION in ways(hands), "the remedies")
    assert "Open now" not in ways(hands)[RECONSIDERATION]
    hands.click("rail_today")
    until(lambda: "Next: " in hands.everything(), "a day without anything due")

    clock.now = NEARLY
    assert PERIOD in look_at_today(hands, PERIOD)
    clock.now = LAPSED
    lines = look_at_today(hands, PASSED)
    assert PASSED in lines and PERIOD not in lines

    open_line(hands, lines.index(PASSED))
    until(lambda: "Open now" in ways(hands).get(RECONSIDERATION, ""), "the new remedy")
    assert "Safe day" in ways(hands)[RECONSIDERATION]
