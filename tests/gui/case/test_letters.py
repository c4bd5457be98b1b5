"""A letter from its first blank to the receipt, by clicks and keys; and the file that leaves the casebook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from caseapp.domain.consent import Purpose
from caseapp.domain.letter_records import LetterState
from caseapp.gui.case.letters.reasons import SentenceRow
from caseapp.gui.case.letters.tab import LettersTab
from caseapp.gui.parts.buttons import Action
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.work.cases import case_file
from caseapp.work.deadlines import deadlines_of
from caseapp.work.letters import Recipient
from caseapp.work.session import Session
from tests.gui.case.sample_cases import SLOW, show, take_over
from tests.gui.conftest import TODAY
from tests.gui.hands import press, write

KIND = "service_application"


@pytest.fixture
def limbo(qtbot: QtBot, window: MainWindow, session: Session) -> tuple[LettersTab, str]:
    case = take_over(session, "beijing-approval-limbo")
    tab = show(qtbot, window, case, "letters")
    assert isinstance(tab, LettersTab)
    qtbot.waitUntil(lambda: tab.paper.pages > 0, timeout=SLOW)
    return tab, case


def dialog(tab: LettersTab, name: str) -> QDialog:
    return next(found for found in tab.findChildren(QDialog, name) if found.isVisible())


def closed(qtbot: QtBot, tab: LettersTab, name: str) -> None:
    qtbot.waitUntil(lambda: not [one for one in tab.findChildren(QDialog, name) if one.isVisible()], timeout=SLOW)


def choose(qtbot: QtBot, tab: LettersTab, kind: str) -> None:
    """Press the kind in the list, and wait for its paper."""
    row = next(row for row in tab.list.parts if row.objectName() == f"letter_{kind}")
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.shown.choice.kind == kind, timeout=SLOW)


def test_the_card_is_shown_as_paper_and_prints_in_one_click(
    qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow
):
    tab, _case = limbo
    assert tab.shown.choice.kind == "prompt_card"
    press(window, "print_prompt_card")
    printing = tab.findChild(QPrintDialog)
    assert printing is not None
    printing.reject()


def test_each_kind_says_whether_it_can_be_written(qtbot: QtBot, limbo: tuple[LettersTab, str]):
    tab, _case = limbo
    said = "\n".join(label.text() for row in tab.list.parts for label in row.findChildren(QLabel))
    assert "starts the office's clock" in said
    choose(qtbot, tab, "admin_reconsideration")
    assert tab._pages.currentIndex() == 1


def test_a_sentence_shows_what_it_rests_on_and_leads_there(qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow):
    tab, _case = limbo
    row = next(row for row in tab.reasons.findChildren(SentenceRow) if "6月4日" in row.findChild(QLabel).text())
    qtbot.keyClick(row, Qt.Key.Key_Return)
    reasons = [label.text() for label in row.findChildren(QLabel, "letter_reason")]
    assert any("2012-06-04" in reason for reason in reasons)
    press(window, "show_visits")
    qtbot.waitUntil(window.workspace.page("case").tab("visits").isVisible, timeout=SLOW)


def test_the_paper_is_shown_in_each_layout(qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow):
    tab, _case = limbo
    seen = [tab.paper.pdf]
    for layout in ("letter_layout_2", "letter_layout_3"):
        press(window, layout)
        qtbot.waitUntil(lambda: tab.paper.pdf not in seen, timeout=SLOW)
        seen.append(tab.paper.pdf)
    press(window, "letter_layout_2")
    said = lambda: [row.findChild(QLabel).text() for row in tab.reasons.findChildren(SentenceRow)]  # noqa: E731
    qtbot.waitUntil(lambda: any("said to see the school" in text for text in said()), timeout=SLOW)


def mended(qtbot: QtBot, tab: LettersTab, window: MainWindow) -> None:
    """Everything the application lacks, entered through its own buttons."""
    press(window, "complete_office")
    office = dialog(tab, "office_dialog")
    write(office.name_zh, "北京市朝阳区教育委员会")
    write(office.address, "北京市朝阳区某街1号")
    write(office.organ, "北京市朝阳区人民政府")
    press(window, "office_dialog_save")
    closed(qtbot, tab, "office_dialog")
    qtbot.waitUntil(lambda: "complete_office" not in names(tab), timeout=SLOW)
    for button, person in (("mend_person", ("李小凡", "2019-03-01", "110105201903010019")),
                           ("mend_representative", ("李红", "1980-1-1", "110105198001010047"))):  # fmt: skip
        press_shown(qtbot, tab, button)
        form = dialog(tab, "person_dialog").form
        write(form.full_name, person[0])
        form.born.line.clear()
        write(form.born.line, person[1])
        write(form.id_number, person[2])
        write(form.phone, "13800001234")
        write(form.address, "北京市朝阳区某村2号")
        press(window, "person_dialog_save")
        twice(qtbot, tab, window)
        qtbot.waitUntil(lambda button=button: button not in names(tab), timeout=SLOW)
    qtbot.waitUntil(lambda: not tab.shown.lacks, timeout=SLOW)


def twice(qtbot: QtBot, tab: LettersTab, window: MainWindow) -> None:
    """A number that is asked about is right: press once more."""
    shown = lambda: [one for one in tab.findChildren(QDialog, "person_dialog") if one.isVisible()]  # noqa: E731
    asked = lambda: any(one.form.fields["id_number"]._problem.isVisible() for one in shown())  # noqa: E731
    qtbot.waitUntil(lambda: not shown() or asked(), timeout=SLOW)
    if shown():
        press(window, "person_dialog_save")
        closed(qtbot, tab, "person_dialog")


def names(tab: LettersTab) -> list[str]:
    return [button.objectName() for button in tab.findChildren(Action) if button.isVisible()]


def press_shown(qtbot: QtBot, tab: LettersTab, name: str) -> None:
    """Click the button of that name that is in sight; one that was just replaced may still be on its way out."""
    qtbot.waitUntil(lambda: name in names(tab), timeout=SLOW)
    button = next(one for one in tab.findChildren(Action, name) if one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_letter_goes_from_its_blanks_to_the_receipt(
    qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow, session: Session
):
    tab, case = limbo
    choose(qtbot, tab, KIND)
    assert not tab.steps.read_out.isEnabled()
    mended(qtbot, tab, window)
    press(window, "read_out_and_confirm")
    reading = dialog(tab, "read_out")
    assert not reading.step.isEnabled()
    for answer in reading.answers:
        qtbot.keyClick(answer.buttons[0], Qt.Key.Key_1)
    qtbot.keyClick(reading.how.buttons[0], Qt.Key.Key_1)
    press(window, "read_out_save")
    qtbot.waitUntil(tab.steps.issue.isEnabled, timeout=SLOW)
    press(window, "issue_and_print")
    told = "".join(label.text() for label in dialog(tab, "disclosure").findChildren(QLabel))
    assert "北京市朝阳区教育委员会 sees name, address" in told
    press(window, "disclosure_do")
    qtbot.waitUntil(lambda: case_file(session, case).consents_to(Purpose.DISCLOSURE_ACKNOWLEDGED, TODAY), timeout=SLOW)
    qtbot.waitUntil(lambda: bool(tab.findChildren(QDialog, "issue")), timeout=SLOW)
    press(window, "issue_do")
    qtbot.waitUntil(lambda: tab.findChild(QPrintDialog) is not None, timeout=SLOW)
    tab.findChild(QPrintDialog).reject()
    letter = case_file(session, case).letters[0]
    assert (letter.state, letter.issued_on, bool(letter.frozen)) == (LetterState.ISSUED, TODAY, True)
    qtbot.waitUntil(tab.steps.sent.isVisible, timeout=SLOW)
    press(window, "handed_in")
    write(dialog(tab, "sent").how, "窗口当面递交")
    press(window, "sent_save")
    qtbot.waitUntil(tab.steps.receipt.isVisible, timeout=SLOW)
    press(window, "enter_receipt")
    receipt = dialog(tab, "receipt")
    press(window, "receipt_save")
    assert receipt.isVisible()
    write(receipt.day.line, "2026-6-12")
    press(window, "receipt_save")
    qtbot.waitUntil(receipt.trouble.isVisible, timeout=SLOW)
    write(receipt.proof, "收件回执")
    press(window, "receipt_save")
    qtbot.waitUntil(lambda: case_file(session, case).letters[0].state is LetterState.RECEIVED, timeout=SLOW)


def test_what_is_not_right_keeps_the_letter_from_being_read_out(
    qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow
):
    tab, _case = limbo
    choose(qtbot, tab, KIND)
    mended(qtbot, tab, window)
    press(window, "read_out_and_confirm")
    reading = dialog(tab, "read_out")
    for answer in reading.answers:
        answer.choose(True)
    reading.how.choose("fingerprint")
    assert reading.step.isEnabled()
    qtbot.keyClick(reading.answers[0].buttons[0], Qt.Key.Key_2)
    assert not reading.step.isEnabled()
    assert "corrected in the case first" in reading.left.text()


def exporting(tab: LettersTab, window: MainWindow, recipient: Recipient) -> QDialog:
    press(window, "export_letter")
    export = dialog(tab, "export")
    assert not export.step.isEnabled()
    export.recipient.choose(recipient)
    return export


def where(tab: LettersTab, window: MainWindow, path: Path) -> None:
    press(window, "export_save")
    asked = tab.findChild(QFileDialog, "export_file")
    asked.findChild(QLineEdit, "fileNameEdit").setText(str(path))
    asked.accept()


def test_an_export_says_where_the_file_is_and_that_it_is_not_protected(
    qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow, tmp_path: Path
):
    tab, _case = limbo
    exporting(tab, window, Recipient.CLIENT)
    where(tab, window, tmp_path / "card.pdf")
    qtbot.waitUntil(lambda: bool(tab.findChildren(QDialog, "exported")), timeout=SLOW)
    said = "".join(label.text() for label in dialog(tab, "exported").findChildren(QLabel))
    assert str(tmp_path / "card.pdf") in said
    assert "no longer protected" in said
    assert (tmp_path / "card.pdf").read_bytes().startswith(b"%PDF")


def test_a_draft_does_not_go_to_an_office(qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow, tmp_path: Path):
    tab, _case = limbo
    choose(qtbot, tab, KIND)
    export = exporting(tab, window, Recipient.AUTHORITY)
    where(tab, window, tmp_path / "letter.pdf")
    qtbot.waitUntil(export.trouble.isVisible, timeout=SLOW)
    assert "Not ready to export" in export.trouble.text()
    assert not (tmp_path / "letter.pdf").exists()


def test_a_switch_of_language_changes_every_word_and_loses_nothing(
    qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow, language: Language
):
    tab, _case = limbo
    choose(qtbot, tab, KIND)
    press(window, "complete_office")
    office = dialog(tab, "office_dialog")
    write(office.name_zh, "北京市朝阳区教育委员会")
    language.switch("zh_CN")
    assert office.windowTitle() == "补全机关"
    assert office.name_zh.value() == "北京市朝阳区教育委员会"
    assert tab.steps.read_out.text() == "宣读并确认"
    assert tab.shown.choice.kind == KIND


def test_a_letter_handed_in_before_the_case_was_kept_starts_the_clock_and_is_corrected(
    qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow, session: Session
):
    tab, case = limbo
    choose(qtbot, tab, KIND)
    press(window, "note_earlier")
    earlier = dialog(tab, "earlier")
    assert earlier.kind.value() == KIND
    press(window, "earlier_save")
    assert "which day" in earlier._sent_field._problem.text()
    write(earlier.sent.line, "2026-5-6")
    write(earlier.how, "EMS")
    write(earlier.received.line, "2026-5-8")
    press(window, "earlier_save")
    assert "leave the day empty" in earlier._proof_field._problem.text()
    assert not case_file(session, case).letters
    write(earlier.proof, "签收记录")
    press(window, "earlier_save")
    closed(qtbot, tab, "earlier")
    qtbot.waitUntil(lambda: tab.shown.noted, timeout=SLOW)
    assert tab._earlier.text() == "Correct its days"
    deadlines = [one.trigger_day for one in deadlines_of(case_file(session, case), TODAY)]
    assert date(2026, 5, 8) in deadlines
    press(window, "note_earlier")
    again = dialog(tab, "earlier")
    again.received.line.clear()
    write(again.received.line, "2026-5-7")
    press(window, "earlier_save")
    closed(qtbot, tab, "earlier")
    assert [one.received_on for one in case_file(session, case).letters] == [date(2026, 5, 7)]


def test_an_earlier_letter_whose_receipt_is_open_says_that_its_words_are_not_here(
    qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow, session: Session
):
    tab, case = limbo
    choose(qtbot, tab, KIND)
    press(window, "note_earlier")
    write(dialog(tab, "earlier").sent.line, "2026-6-1")
    press(window, "earlier_save")
    qtbot.waitUntil(tab.steps.receipt.isVisible, timeout=SLOW)
    assert tab._noted.isVisible() and not tab.steps.read_out.isVisible()
    assert case_file(session, case).letters[0].state is LetterState.SENT


def test_the_memo_of_a_visit_is_shown_when_it_is_asked_for_and_of_the_last_from_the_list(
    qtbot: QtBot, limbo: tuple[LettersTab, str], window: MainWindow, session: Session
):
    tab, case = limbo
    first, *_others, last = case_file(session, case).visits_in_order()

    def told_of() -> set[str]:
        made = tab.shown.made
        return {visit for one in made.statements for visit in one.rests_on.visits} if made else set()

    tab.arrive(("oral_refusal_record", first.id))
    qtbot.waitUntil(lambda: told_of() == {first.id}, timeout=SLOW)
    assert not tab.steps.card.isVisible()
    press(window, "print_memo")
    tab.findChild(QPrintDialog).reject()
    choose(qtbot, tab, "oral_refusal_record")
    qtbot.waitUntil(lambda: told_of() == {last.id}, timeout=SLOW)
