"""What was typed and not saved is there again: after a lock, after the window was closed, after a kill."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caseapp.domain.ids import PersonId
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.gui.case.documents.add import AddDocumentDialog
from caseapp.gui.drafts import keeper as draft_keeper
from caseapp.gui.drafts.line import DraftLine
from caseapp.gui.intake.page import VISIT, WHO, IntakePage
from caseapp.gui.shell import MainWindow
from caseapp.gui.start.unlock import UnlockPage
from caseapp.gui.visit.form import VisitEntry
from caseapp.gui.words import Language
from caseapp.store.verify import verify
from caseapp.work.cases import case_file, case_rows
from caseapp.work.drafts import drafts
from caseapp.work.enquiries import enquiries
from caseapp.work.session import Session, open_with_key
from caseapp.work.visits import new_office
from tests.gui.conftest import KEY, NOW
from tests.gui.hands import LEFT, press, write

SLOW = 20_000
STORY = "欧阳龘梅说窗口让她回老家开证明"


def field(window: QWidget, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def shown(cls: type, window: MainWindow) -> QWidget:
    return next(widget for widget in window.findChildren(cls) if widget.isVisible())


def says_it_is_still_here(window: MainWindow) -> bool:
    return any(line.isVisible() and line.words.text() == "What you had typed is still here."
               for line in window.findChildren(DraftLine))  # fmt: skip


@pytest.fixture
def come_back(qtbot: QtBot, window: MainWindow) -> Callable[[], Session]:
    """Locks with the keys, and unlocks."""

    def lock_and_unlock() -> Session:
        folder = window.casebook
        lock(qtbot, window)
        return reopen(qtbot, window, folder)

    return lock_and_unlock


def lock(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.start_page, UnlockPage) and not window.background.busy)


def reopen(qtbot: QtBot, window: MainWindow, folder: Path) -> Session:
    session = open_with_key(folder, KEY, NOW, "li")
    window.open(session)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return session


@pytest.fixture
def intake(qtbot: QtBot, window: MainWindow) -> IntakePage:
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    return window.workspace.page("intake")


def tell_the_story(window: MainWindow) -> None:
    write(field(window, "five_paper_received_line"), "2026-6-1")
    window.findChild(QWidget, "five_injured_none").click()
    press(window, "intake_next")
    write(field(window, "client_nickname"), "Xiaofan's mother")
    window.findChild(QWidget, "applicant_is_child").click()
    write(field(window, "child_born_line"), "2020-3-4")
    write(window.findChild(QPlainTextEdit, "case_story"), STORY)


def test_an_intake_comes_back_after_the_lock(qtbot: QtBot, window: MainWindow, intake: IntakePage, come_back):
    tell_the_story(window)
    typed = intake.form()
    session = come_back()
    qtbot.waitUntil(lambda: window.workspace.page("intake") is not None and says_it_is_still_here(window), timeout=SLOW)
    again = window.workspace.page("intake")
    assert again is not intake
    assert (again.form(), again.at) == (typed, WHO)
    assert again.who.child_fields.isVisible()
    assert verify(session.casebook).problems == ()


def test_nothing_of_it_is_in_a_file_in_plain(window: MainWindow, intake: IntakePage, come_back, session: Session, tmp_path):
    tell_the_story(window)
    folder = session.casebook.folder
    come_back()
    assert [draft.key for draft in drafts(window._session)] == ["intake"]
    for file in (*folder.rglob("*"), *tmp_path.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            assert not any(STORY.encode(code) in content for code in ("utf-8", "utf-16-le", "gb18030"))
            assert b"Xiaofan" not in content


def test_a_kept_case_leaves_no_draft_and_its_visit_has_its_own(
    qtbot: QtBot, window: MainWindow, intake: IntakePage, come_back
):
    tell_the_story(window)
    intake.draft.timer.timeout.emit()
    window.findChild(QWidget, "consent_keep").click()
    press(window, "intake_next")
    qtbot.waitUntil(lambda: intake.at == VISIT, timeout=SLOW)
    qtbot.waitUntil(lambda: drafts(window._session) == (), timeout=SLOW)
    case = intake.case
    write(field(window, "visit_window"), "window 3")
    come_back()
    qtbot.waitUntil(lambda: says_it_is_still_here(window), timeout=SLOW)
    assert shown(VisitEntry, window).window_name.value() == "window 3"
    assert window.workspace.page("case")._case == case
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.workspace.page("intake").form().story == ""


def fill_the_visit(qtbot: QtBot, entry: VisitEntry, session: Session, case: str) -> None:
    school = new_office(session, OfficeKind.SCHOOL, "阳光小学", case, NOW)
    write(entry.day.line, "2026-6-10")
    entry.office.show_office(school)
    write(entry.referred_to.line, "阳光街")
    qtbot.keyClick(entry.answer.buttons[0], Qt.Key.Key_3)
    entry.went.choose(entry.went._values[1])
    write(entry.asked, STORY)
    write(entry.papers.line, "房东的证明")
    qtbot.keyClick(entry.papers.line, Qt.Key.Key_Return)
    write(entry.papers.line, "另一张")
    write(entry.details.note, "a note")


@pytest.fixture
def case(make_case: Callable[..., str]) -> str:
    return make_case("小凡妈妈")


@pytest.fixture
def visit(qtbot: QtBot, window: MainWindow, case: str) -> VisitEntry:
    window.workspace.go("case", (case, "visits", "record"))
    qtbot.waitUntil(lambda: any(entry.isVisible() for entry in window.findChildren(VisitEntry)), timeout=SLOW)
    return shown(VisitEntry, window)


def test_a_visit_comes_back_with_all_that_was_chosen(
    qtbot: QtBot, window: MainWindow, visit: VisitEntry, session: Session, case: str, come_back
):
    fill_the_visit(qtbot, visit, session, case)
    typed, sent_to = visit.form(), visit.referred_to.line.text()
    come_back()
    qtbot.waitUntil(lambda: says_it_is_still_here(window), timeout=SLOW)
    again = shown(VisitEntry, window)
    qtbot.waitUntil(lambda: again.form() == typed, timeout=SLOW)
    assert again.referred_to.line.text() == sent_to
    assert again.referred_field.isVisible()

    qtbot.waitUntil(lambda: not window.background.busy, timeout=SLOW)
    press(window, "visit_save")
    assert "Choose the office" in window.findChild(QLabel, "visit_referred_to_problem").text()
    again.referred_to.show_office(None)
    press(window, "visit_save")  # where to was asked with the first press
    press(window, "visit_save")  # who presses twice meant one
    qtbot.waitUntil(lambda: not window.background.busy and drafts(window._session) == (), timeout=SLOW)
    assert len(case_file(window._session, case).visits) == 1
    come_back()
    assert not says_it_is_still_here(window)
    assert drafts(window._session) == ()


def test_only_what_was_corrected_is_laid_over_the_record(
    qtbot: QtBot, window: MainWindow, visit: VisitEntry, session: Session, case: str, come_back
):
    from caseapp.work.visits import VisitForm, edit_visit, form_of, record_visit

    school = new_office(session, OfficeKind.SCHOOL, "阳光小学", case, NOW)
    recorded = record_visit(session, case, VisitForm(school.id, answer=Answer.REFUSED, words="before", hours_lost="2"), NOW)
    window.workspace.go("case", (case, "visits", ("correct", recorded)))
    window.workspace.page("case")._read_again()
    page = window.workspace.page("case")
    qtbot.waitUntil(lambda: len(page.tab("visits")._file.visits) == 1, timeout=SLOW)
    page.tab("visits").edit(recorded)
    entry = shown(VisitEntry, window)
    entry.words.selectAll()
    write(entry.words, "after")
    press(window, "visit_back")
    qtbot.waitUntil(lambda: [draft.key for draft in drafts(session)] == [f"visit:{case}:{recorded}"], timeout=SLOW)
    again = come_back()
    qtbot.wait(50)
    assert not says_it_is_still_here(window)
    was = form_of(case_file(again, case), recorded)
    edit_visit(again, case, recorded, VisitForm(school.id, answer=Answer.REFUSED, words="before", hours_lost="5"), NOW)
    assert was.words == "before"
    window.workspace.go("case", (case, "visits", ("correct", recorded)))
    qtbot.waitUntil(lambda: says_it_is_still_here(window), timeout=SLOW)
    assert (shown(VisitEntry, window).words.value(), shown(VisitEntry, window).hours.value()) == ("after", "5")


def test_discarding_empties_the_form_and_can_be_taken_back(qtbot: QtBot, window: MainWindow, intake: IntakePage, come_back):
    tell_the_story(window)
    typed = intake.form()
    come_back()
    qtbot.waitUntil(lambda: says_it_is_still_here(window), timeout=SLOW)
    again = window.workspace.page("intake")
    press(window, "draft_discard")
    assert again.form().story == ""
    assert set(again.five.five().values()) == {None}
    qtbot.waitUntil(lambda: drafts(window._session) == (), timeout=SLOW)
    press(window, "draft_bring_back")
    assert again.form() == typed
    qtbot.waitUntil(lambda: len(drafts(window._session)) == 1, timeout=SLOW)
    press(window, "draft_discard")
    write(field(window, "client_nickname"), "x")
    assert not any(button.isVisible() for button in window.findChildren(QPushButton, "draft_bring_back"))


def test_an_enquiry_waits_while_another_is_looked_at_and_comes_back(
    qtbot: QtBot, window: MainWindow, session: Session, come_back
):
    from caseapp.domain.cases import Enquiry
    from caseapp.domain.ids import EnquiryId
    from caseapp.work.enquiries import save_enquiry

    save_enquiry(session, Enquiry(EnquiryId(""), NOW.date(), "beijing", question="an older question"), NOW)
    qtbot.mouseClick(window.workspace.rail.pages["enquiries"], LEFT)
    page = window.workspace.page("enquiries")
    qtbot.waitUntil(lambda: page.table.rowCount() == 1, timeout=SLOW)
    write(page.question, STORY)
    page.view.selectRow(0)
    assert page.question.value() == "an older question"
    press(window, "enquiry_new")
    qtbot.waitUntil(lambda: page.question.value() == STORY, timeout=SLOW)
    write(page.answer, "ask the bureau")
    come_back()
    qtbot.waitUntil(lambda: says_it_is_still_here(window), timeout=SLOW)
    page = window.workspace.page("enquiries")
    assert (page.question.value(), page.answer.value()) == (STORY, "ask the bureau")
    press(window, "enquiry_save")
    qtbot.waitUntil(lambda: len(enquiries(window._session)) == 2, timeout=SLOW)
    qtbot.waitUntil(lambda: drafts(window._session) == (), timeout=SLOW)
    qtbot.waitUntil(lambda: page.question.value() == "", timeout=SLOW)


def test_a_person_form_is_filled_again_when_it_is_opened_again(
    qtbot: QtBot, window: MainWindow, session: Session, case: str, come_back
):
    client = case_file(session, case).client()

    def open_form(person: PersonId | None) -> QWidget:
        window.workspace.go("case", (case, "facts", None))
        page = window.workspace.page("case")
        qtbot.waitUntil(lambda: page._file is not None and page.tab("facts").isVisible(), timeout=SLOW)
        page.tab("facts").people.edit(person)
        return next(one for one in window.findChildren(QWidget, "person_dialog") if one.isVisible())

    opened = open_form(client.id)
    write(opened.form.phone, "13800001234")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    qtbot.keyClick(opened.form.phone, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.start_page, UnlockPage) and not window.background.busy)
    again = reopen(qtbot, window, window.casebook)
    qtbot.waitUntil(lambda: "Open the same form again" in window.workspace.status.words.text(), timeout=SLOW)
    opened = open_form(client.id)
    qtbot.waitUntil(lambda: opened.form.phone.value() == "13800001234", timeout=SLOW)
    assert says_it_is_still_here(window)
    press(window, "person_dialog_save")
    qtbot.waitUntil(lambda: case_file(again, case).client().phone == "13800001234", timeout=SLOW)
    qtbot.waitUntil(lambda: drafts(again) == (), timeout=SLOW)


def test_closing_the_window_keeps_it_too(qtbot: QtBot, window: MainWindow, intake: IntakePage, session: Session):
    tell_the_story(window)
    window.close()
    with open_with_key(session.casebook.folder, KEY, NOW, "li") as again:
        (draft,) = drafts(again)
        assert draft.content["case_story"] == STORY
        assert draft.at_hand


def test_a_lock_and_a_closed_window_in_one_moment_lose_nothing(
    qtbot: QtBot, window: MainWindow, intake: IntakePage, session: Session
):
    tell_the_story(window)
    window.lock()
    window._take_apart()
    window.close()
    with open_with_key(session.casebook.folder, KEY, NOW, "li") as again:
        assert drafts(again)[0].content["case_story"] == STORY


def test_a_few_seconds_after_typing_it_lies_in_the_casebook(
    qtbot: QtBot, window: MainWindow, intake: IntakePage, session: Session
):
    """So a killed program loses no more than that (what is kept outlives a kill: tests/store/test_drafts.py)."""
    assert draft_keeper.EVERY_MS <= 5000
    keeper = intake.draft
    assert not keeper.timer.isActive()
    write(intake.five.first.line, "2026-6-1")
    assert keeper.timer.isActive()
    assert keeper.timer.interval() == draft_keeper.EVERY_MS
    due = keeper.timer.remainingTime()
    write(field(window, "five_left_job_line"), "2026-5-1")
    assert keeper.timer.remainingTime() <= due
    keeper.timer.start(1)
    qtbot.waitUntil(lambda: len(drafts(session)) == 1, timeout=SLOW)
    assert drafts(session)[0].content == {"five_paper_received_line": "2026-6-1", "five_left_job_line": "2026-5-1"}


def test_a_save_that_waits_at_the_lock_leaves_no_draft_behind(
    qtbot: QtBot, window: MainWindow, intake: IntakePage, come_back
):
    tell_the_story(window)
    window.findChild(QWidget, "consent_keep").click()
    press(window, "intake_next")
    session = come_back()
    assert len(case_rows(session)) == 1
    assert drafts(session) == ()


def test_a_form_that_was_only_looked_at_is_not_kept(
    qtbot: QtBot, window: MainWindow, visit: VisitEntry, language: Language, come_back
):
    language.switch("zh_CN")
    language.switch("en")
    session = come_back()
    assert drafts(session) == ()
    assert window.workspace.page("intake") is None


def test_a_document_half_typed_is_there_again_after_a_lock(qtbot: QtBot, window: MainWindow, case: str, come_back):
    window.workspace.go("case", (case, "documents", None))
    page = window.workspace.page("case")
    qtbot.waitUntil(lambda: page._file is not None, timeout=SLOW)
    tab = page.tab("documents")
    qtbot.waitUntil(tab.isVisible, timeout=SLOW)
    dialog = AddDocumentDialog(tab.desk, page._file.case.id, tab)
    dialog.show()
    write(dialog.line, "房东的说明")
    come_back()
    window.workspace.go("case", (case, "documents", None))
    page = window.workspace.page("case")
    qtbot.waitUntil(lambda: page._file is not None, timeout=SLOW)
    again = AddDocumentDialog(page.tab("documents").desk, page._file.case.id, page)
    again.show()
    qtbot.waitUntil(lambda: again.line.value() == "房东的说明", timeout=SLOW)
