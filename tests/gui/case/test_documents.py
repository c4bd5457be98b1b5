"""The checklist by keys, words and files; what is attached opens inside the window only."""

from __future__ import annotations

import random
import wave
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from caseapp.domain.documents import DocumentState, HolderKind
from caseapp.domain.handovers import Keeper
from caseapp.gui.case.documents.tab import DocumentsTab
from caseapp.gui.case.page import CasePage
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.work.cases import case_file
from caseapp.work.session import Session
from tests.gui.case.sample_cases import SLOW, show, take_over
from tests.gui.conftest import TODAY
from tests.gui.hands import press, write
from tests.paper.photographed import page, taken

PNG = b"\x89PNG\r\n\x1a\n"
"""How every PNG file begins (ISO/IEC 15948); fewer of its bytes occur by chance in what is encrypted."""


@pytest.fixture
def limbo(qtbot: QtBot, window: MainWindow, session: Session) -> tuple[DocumentsTab, str]:
    """The sample in which one paper is nobody's to give."""
    case = take_over(session, "beijing-approval-limbo")
    tab = show(qtbot, window, case, "documents")
    assert isinstance(tab, DocumentsTab)
    qtbot.waitUntil(lambda: tab.table.rowCount() > 0, timeout=SLOW)
    return tab, case


def state(session: Session, case: str, paper: str) -> DocumentState | None:
    return next((one.state for one in case_file(session, case).documents if one.paper == paper), None)


def test_missing_papers_stand_first_with_who_asked(limbo: tuple[DocumentsTab, str]):
    tab, _case = limbo
    first = tab.table.rows()[0]
    assert (first.paper, first.missing) == ("document_review_certificate", True)
    texts = [tab.table.data(tab.table.index(0, column)) for column in range(4)]
    assert texts[0] == "Certificate that the papers were reviewed"
    assert "the rule" in texts[3]
    assert tab.count.text() == "2 still missing"


def test_one_key_says_where_a_paper_stands(qtbot: QtBot, limbo: tuple[DocumentsTab, str], session: Session):
    tab, case = limbo
    tab.view.setFocus()
    tab.view.selectRow(0)
    qtbot.keyClick(tab.view, Qt.Key.Key_7)
    wanted = DocumentState.UNOBTAINABLE
    qtbot.waitUntil(lambda: state(session, case, "document_review_certificate") is wanted, timeout=SLOW)
    qtbot.waitUntil(lambda: tab.table.row(tab.view.currentIndex()).state is wanted, timeout=SLOW)
    assert tab.table.row(tab.view.currentIndex()).document.state_on == TODAY


def test_who_withholds_a_paper_is_kept_with_their_words(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], window: MainWindow, session: Session
):
    tab, case = limbo
    tab.view.selectRow(0)
    tab.detail.holder.choose(HolderKind.SCHOOL)
    write(tab.detail.words, "先去街道")
    press(window, "state_withheld")
    qtbot.waitUntil(lambda: state(session, case, "document_review_certificate") is DocumentState.WITHHELD, timeout=SLOW)
    kept = next(one for one in case_file(session, case).documents if one.paper == "document_review_certificate")
    assert (kept.holder, kept.words) == (HolderKind.SCHOOL, "先去街道")


def test_what_is_typed_is_kept_when_another_paper_is_chosen(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], session: Session
):
    tab, case = limbo
    tab.view.selectRow(2)
    paper = tab.table.rows()[2].paper
    qtbot.keyClick(tab.detail.seen, Qt.Key.Key_Space)
    tab.view.selectRow(3)
    qtbot.waitUntil(
        lambda: any(one.paper == paper and one.original_seen for one in case_file(session, case).documents), timeout=SLOW
    )


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # the list of names pops up
def test_another_document_is_added_by_its_name(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], window: MainWindow, session: Session
):
    tab, case = limbo
    press(window, "add_document_button")
    dialog = next(one for one in tab.findChildren(QDialog, "add_document") if one.isVisible())
    press(window, "add_document_save")
    assert dialog.isVisible()
    write(dialog.line, "Labour contract")
    press(window, "add_document_save")
    qtbot.waitUntil(lambda: state(session, case, "labour_contract") is DocumentState.HELD, timeout=SLOW)


def attached(qtbot: QtBot, tab: DocumentsTab, session: Session, case: str, path: Path):
    """Chooses the file in the dialog, and waits until it is in the casebook."""
    tab.view.selectRow(2)
    tab.detail.files._ask()
    asked = next(one for one in tab.findChildren(QFileDialog, "attach_dialog") if one.isVisible())
    asked.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    asked.accept()
    qtbot.waitUntil(lambda: bool(case_file(session, case).attachments), timeout=SLOW)
    return case_file(session, case).attachments[0]


def test_a_picture_is_attached_encrypted_and_opens_inside_the_window(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], session: Session, tmp_path: Path
):
    tab, case = limbo
    image = QImage(1200, 60, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    image.save(str(tmp_path / "户口簿.png"))
    plain = (tmp_path / "户口簿.png").read_bytes()
    kept = attached(qtbot, tab, session, case, tmp_path / "户口簿.png")
    assert kept.media_type == "image/png"
    on_disk = b"".join(path.read_bytes() for path in session.casebook.folder.rglob("*") if path.is_file())
    assert PNG not in on_disk
    assert plain[len(PNG) : len(PNG) + 64] not in on_disk
    dialog = tab.detail.files.open(kept)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.paper, timeout=SLOW)
    assert dialog.paper.pages == 1
    copy = tmp_path / "copy.png"
    dialog.save_copy(copy)
    qtbot.waitUntil(copy.exists, timeout=SLOW)


def test_a_pasted_picture_is_attached(qtbot: QtBot, limbo: tuple[DocumentsTab, str], session: Session):
    tab, case = limbo
    tab.view.selectRow(2)
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    QGuiApplication.clipboard().setImage(image)
    tab.view.setFocus()
    qtbot.keyClick(tab.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(case_file(session, case).attachments) == 1, timeout=SLOW)
    kept = case_file(session, case).attachments[0]
    assert kept.media_type == "image/png"
    assert tab.detail._row.document and kept.document == tab.detail._row.document.id


def test_what_is_dropped_is_attached(qtbot: QtBot, limbo: tuple[DocumentsTab, str], session: Session, tmp_path: Path):
    tab, case = limbo
    (tmp_path / "note.txt").write_text("x")
    tab.view.selectRow(2)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / "note.txt"))])
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tab.detail.files.dropEvent(QDropEvent(QPointF(5, 5), actions, dropped, buttons, keys))
    qtbot.waitUntil(lambda: len(case_file(session, case).attachments) == 1, timeout=SLOW)
    dialog = tab.detail.files.open(case_file(session, case).attachments[0])
    qtbot.waitUntil(lambda: "not opened here" in dialog.words.text(), timeout=SLOW)
    qtbot.waitUntil(tab.detail.files.notes.isVisible, timeout=SLOW)
    assert "never run" in tab.detail.files.notes.text()


def test_photographs_let_go_of_over_a_paper_become_its_pages_and_their_order_changes(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], session: Session, tmp_path: Path
):
    tab, case = limbo
    for name, colour in (("IMG_1.png", 0x336699), ("IMG_2.png", 0x993333)):
        image = QImage(40, 60, QImage.Format.Format_RGB32)
        image.fill(colour)
        image.save(str(tmp_path / name))
    tab.view.selectRow(0)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("IMG_2.png", "IMG_1.png")])
    over = tab.mapFromGlobal(tab.view.viewport().mapToGlobal(tab.view.visualRect(tab.table.index(3, 0)).center()))
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tab.dropEvent(QDropEvent(QPointF(over), actions, dropped, buttons, keys))
    files = tab.detail.files
    qtbot.waitUntil(lambda: [one.name for one in files._files] == ["IMG_1.png", "IMG_2.png"], timeout=SLOW)
    assert {one.document for one in case_file(session, case).attachments} == {tab.table.rows()[3].document.id}
    tab.window().findChild(QScrollArea, "document_area").ensureWidgetVisible(files)
    first = files._files[0]
    qtbot.waitUntil(lambda: not (files._thumbnails.picture(first) or QImage()).isNull(), timeout=SLOW)
    files.move(first, 1)
    qtbot.waitUntil(lambda: [one.name for one in files._files] == ["IMG_2.png", "IMG_1.png"], timeout=SLOW)
    dialog = files.open(first)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.paper, timeout=SLOW)
    assert "File 2 of 2" in dialog.place.text()
    assert not dialog.after.isEnabled()
    dialog.turn(-1)
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.paper, timeout=SLOW)
    assert "File 1 of 2" in dialog.place.text()
    dialog.copies.save_one(tmp_path / "all.pdf")
    qtbot.waitUntil((tmp_path / "all.pdf").exists, timeout=SLOW)


def test_photographs_let_go_of_where_the_list_ends_become_one_new_paper_in_three_steps(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], window: MainWindow, session: Session, tmp_path: Path
):
    tab, case = limbo
    for number in range(6):
        image = QImage(40, 60, QImage.Format.Format_RGB32)
        image.fill(number)
        image.save(str(tmp_path / f"IMG_{number}.png"))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in tmp_path.glob("IMG_*.png")])
    below = tab.view.viewport().rect().bottomLeft()
    at = QPointF(tab.mapFromGlobal(tab.view.viewport().mapToGlobal(below)))
    actions, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tab.dropEvent(QDropEvent(at, actions, dropped, buttons, keys))
    dialog = next(one for one in tab.findChildren(QDialog, "add_document") if one.isVisible())
    assert dialog.findChild(QLabel, "add_document_pages").text() == "6 files"
    write(dialog.line, "租房收据")
    press(window, "add_document_save")
    qtbot.waitUntil(lambda: tab.detail.title.text() == "租房收据" and len(tab.detail.files._files) == 6, timeout=SLOW)
    assert len({one.document for one in case_file(session, case).attachments}) == 1
    assert tab.detail.exhibit.by_files.text() == "6 pages by its files"


def test_a_photograph_that_may_be_blurred_is_named_once_and_taken_again_or_kept(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], window: MainWindow, session: Session, tmp_path: Path
):
    tab, case = limbo
    paths = [tmp_path / name for name in ("IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg")]
    for path, blur in zip(paths, (3, 0, 4), strict=True):
        taken(page(random.Random(1), wide=720), blur=blur).save(path, "JPEG")
    held(tab, 0)
    tab.detail.attach(paths)
    files = tab.detail.files
    qtbot.waitUntil(lambda: len(files.doubts.parts) == 2, timeout=SLOW)
    assert "IMG_1.jpg may be blurred" in files.doubts.parts[0].findChild(QLabel).text()
    first, _sharp, last = files._files
    press_in(tab, window, f"doubt_keep_{first.id}")
    assert len(files.doubts.parts) == 1
    press_in(tab, window, f"doubt_again_{last.id}")
    qtbot.waitUntil(lambda: [one.name for one in files._files] == ["IMG_1.jpg", "IMG_2.jpg"], timeout=SLOW)
    press_in(tab, window, "pages_by_files")
    assert tab.detail.exhibit.page_count() == 2 and tab.detail.exhibit.by_files.isHidden()
    assert files.doubts.isHidden() and len(case_file(session, case).attachments) == 2


def test_what_is_known_of_a_recording_is_shown_and_kept(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], window: MainWindow, session: Session, tmp_path: Path
):
    tab, case = limbo
    with wave.open(str(tmp_path / "a.wav"), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(bytes(8000 * 65))
    preview = tab.detail.files.open(attached(qtbot, tab, session, case, tmp_path / "a.wav"))
    qtbot.waitUntil(lambda: "Sound recording (WAV) · 1 min 5 s · 0.5 MB" in preview.words.text(), timeout=SLOW)
    assert "not played here" in preview.words.text() and "whether the client took part" in preview.words.text()
    press(window, "preview_about")
    dialog = preview.findChild(QDialog, "recording")
    write(dialog.present, "当事人、3号窗口工作人员")
    dialog.own.setChecked(True)
    dialog.words.setPlainText("甲：能办吗？乙：不能。")
    press(window, "recording_save")
    qtbot.waitUntil(lambda: "3号窗口" in preview.words.text(), timeout=SLOW)
    (kept,) = case_file(session, case).attachments
    assert (kept.own_talk, kept.present, kept.transcript) == (True, "当事人、3号窗口工作人员", "甲：能办吗？乙：不能。")
    assert "A transcript is kept." in preview.words.text() and "whether" not in preview.words.text()


def test_who_took_an_original_is_recorded_and_the_receipt_is_a_press_away(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], window: MainWindow, session: Session
):
    tab, case = limbo
    paper = held(tab, 0)
    press_in(tab, window, "state_hands")
    dialog = next(one for one in tab.findChildren(QDialog, "handover") if one.isVisible())
    dialog.receiver.choose(Keeper.OFFICE)
    press(window, "handover_save")
    assert "who took it" in dialog._fields["taken_by"]._problem.text()
    write(dialog.taken_by, "2号窗口")
    press(window, "handover_save")
    qtbot.waitUntil(lambda: len(case_file(session, case).handovers) == 1, timeout=SLOW)
    qtbot.waitUntil(lambda: "2号窗口" in tab.detail.where.now.text(), timeout=SLOW)
    assert next(row.state for row in tab.table.rows() if row.paper == paper) is DocumentState.HANDED_IN
    assert (tab.detail.states.hands.text(), tab.detail.states.hands.isChecked()) == ("Handed in", True)
    (one,) = case_file(session, case).handovers
    qtbot.waitUntil(lambda: tab.findChild(QPushButton, f"receipt_{one.id}").isVisible(), timeout=SLOW)
    with qtbot.waitSignal(tab.went) as went:
        press_in(tab, window, f"receipt_{one.id}")
    assert went.args == ["letters", ("paper_receipt", one.id)]
    letters = window.workspace.page("case").tab("letters")
    qtbot.waitUntil(lambda: letters.shown is not None and letters.shown.choice.kind == "paper_receipt", timeout=SLOW)


def press_in(tab: DocumentsTab, window: MainWindow, name: str) -> None:
    """Scroll to a button of the chosen paper, and press it."""
    button = tab.findChild(QPushButton, name)
    tab.window().findChild(QScrollArea, "document_area").ensureWidgetVisible(button)
    press(window, name)


def test_a_damaged_pdf_is_told_kindly(qtbot: QtBot, limbo: tuple[DocumentsTab, str], session: Session, tmp_path: Path):
    tab, case = limbo
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 this is none")
    kept = attached(qtbot, tab, session, case, tmp_path / "a.pdf")
    dialog = tab.detail.files.open(kept)
    qtbot.waitUntil(lambda: "cannot be shown" in dialog.words.text(), timeout=SLOW)


def test_an_empty_list_says_so(opened: Callable[..., CasePage], qtbot: QtBot, make_case, window: MainWindow):
    case = make_case("周师傅", city="连江")
    tab = show(qtbot, window, case, "documents")
    qtbot.waitUntil(lambda: tab._pages.currentIndex() == 1, timeout=SLOW)
    assert "No papers yet" in tab.findChild(QLabel, "empty_words").text()


def test_the_checklist_speaks_the_language_of_the_screen(limbo: tuple[DocumentsTab, str], language: Language):
    tab, _case = limbo
    language.switch("zh_CN")
    assert tab.table.data(tab.table.index(0, 0)) == "材料审核合格证明"
    assert tab.detail.title.text() == "材料审核合格证明"
    assert tab.detail.states.buttons[DocumentState.UNOBTAINABLE].text() == "7 无处可办"


def test_a_date_of_another_day_is_kept_as_typed(qtbot: QtBot, limbo: tuple[DocumentsTab, str], session: Session, window):
    tab, case = limbo
    tab.view.selectRow(0)
    write(tab.detail.since.line, "2012-5-14")
    press(window, "state_applied")
    qtbot.waitUntil(lambda: state(session, case, "document_review_certificate") is DocumentState.APPLIED, timeout=SLOW)
    kept = next(one for one in case_file(session, case).documents if one.paper == "document_review_certificate")
    assert kept.state_on == date(2012, 5, 14)


def held(tab: DocumentsTab, number: int) -> str:
    """Chooses the paper in hand of that place in the list."""
    rows = [place for place, row in enumerate(tab.table.rows()) if row.state.in_hand]
    tab.view.selectRow(rows[number])
    return tab.table.rows()[rows[number]].paper


def test_papers_get_their_exhibit_numbers_in_turn_with_pages_and_what_they_prove(
    qtbot: QtBot, limbo: tuple[DocumentsTab, str], window: MainWindow, session: Session
):
    tab, case = limbo
    for number in (1, 2):
        paper = held(tab, number)
        write(tab.detail.exhibit.pages, "3")
        write(tab.detail.exhibit.proves, "在本区居住")
        tab.window().findChild(QScrollArea, "document_area").ensureWidgetVisible(tab.detail.exhibit.give)
        press(window, "give_exhibit")
        kept = lambda paper=paper: next(one for one in case_file(session, case).documents if one.paper == paper)  # noqa: E731
        qtbot.waitUntil(lambda kept=kept, number=number: kept().exhibit == number, timeout=SLOW)
        assert (kept().pages, kept().proves) == (3, "在本区居住")
        qtbot.waitUntil(tab.detail.exhibit.number.isVisible, timeout=SLOW)
        assert tab.detail.exhibit.number.text() == f"Exhibit {number}"
    assert {tab.table.data(tab.table.index(row, 4)) for row in range(tab.table.rowCount())} == {"", "1", "2"}


def test_a_paper_that_is_missing_gets_no_number(limbo: tuple[DocumentsTab, str]):
    tab, _case = limbo
    tab.view.selectRow(0)
    assert tab.table.rows()[0].missing
    assert not tab.detail.exhibit.give.isEnabled()


def test_what_is_no_number_of_pages_is_said_and_not_kept(limbo: tuple[DocumentsTab, str], session: Session):
    tab, case = limbo
    before = case_file(session, case).documents
    held(tab, 0)
    for typed in ("0", "many", "12345", "-1"):
        tab.detail.exhibit.pages.clear()
        write(tab.detail.exhibit.pages, typed)
        assert "no number of pages" in tab.detail.exhibit._pages_field._problem.text()
        tab.detail.save()
        tab.detail.number()
        assert case_file(session, case).documents == before
