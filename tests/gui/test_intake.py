"""The 20-minute path, by keyboard and mouse, from an empty casebook to a card on the screen."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import KeyDayKind, Role, Service
from caseapp.domain.consent import Purpose
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.gui.intake.page import CARD, FIVE, VISIT, WHO, IntakePage
from caseapp.gui.shell import MainWindow
from caseapp.gui.visit.office import OfficeChooser
from caseapp.gui.words import Language
from caseapp.work.cases import case_file, case_rows
from caseapp.work.session import Session
from tests.gui.conftest import TODAY
from tests.gui.hands import LEFT, enter, press, write

SLOW = 20_000


@pytest.fixture
def intake(window: MainWindow, qtbot: QtBot) -> IntakePage:
    page = window.workspace.page("cases")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.empty)
    press(window, "empty_begin")
    return window.workspace.page("intake")


def line(window: QWidget, name: str) -> QLineEdit:
    found = window.findChild(QLineEdit, name)
    assert found is not None, name
    return found


def tick(window: QWidget, name: str) -> None:
    box = window.findChild(QCheckBox, name)
    box.setFocus()
    box.click()


def tell_who(window: MainWindow) -> None:
    write(line(window, "client_nickname"), "小凡妈妈")
    write(line(window, "client_phone"), "13800001234")
    tick(window, "applicant_is_child")
    write(line(window, "child_nickname"), "孩子甲")
    write(line(window, "child_born_line"), "2020-3-4")
    window.workspace.page("intake").who.service.choose(Service.COMPULSORY_EDUCATION)
    write(window.findChild(QPlainTextEdit, "case_story"), "5月14日学校让去街道。")
    write(line(window, "useful_until_line"), "2026-9-1")
    tick(window, "consent_keep")


def choose_new_office(qtbot: QtBot, window: MainWindow, name: str, office: str) -> None:
    """Type a name nobody entered before, and add it without leaving the form."""
    chooser = line(window, f"{name}_line")
    chooser.setFocus()
    write(chooser, office)
    found = window.findChild(QListWidget, f"{name}_list")
    qtbot.waitUntil(lambda: found.isVisible() and found.count() > 0 and office in found.item(found.count() - 1).text())
    found.setCurrentRow(found.count() - 1)
    qtbot.keyClick(chooser, Qt.Key.Key_Return)
    press(window, f"{name}_new_add")
    qtbot.waitUntil(lambda: window.findChild(OfficeChooser, name).office is not None)


def begin(qtbot: QtBot, window: MainWindow, intake: IntakePage) -> None:
    press(window, "intake_next")
    tell_who(window)
    press(window, "intake_next")
    qtbot.waitUntil(lambda: intake.at == VISIT, timeout=SLOW)


def test_a_day_inside_a_running_period_shows_before_any_other_field(qtbot: QtBot, window: MainWindow, intake: IntakePage):
    assert not intake.running.isVisible()
    write(line(window, "five_paper_received_line"), "2026-6-1")
    qtbot.waitUntil(lambda: intake.running.isVisible(), timeout=SLOW)
    said = [label.text() for label in intake.running.findChildren(QLabel, "running_line")]
    assert any("2026" in text or "Jul" in text or "Aug" in text for text in said)
    assert intake.at == FIVE


def test_a_question_can_be_answered_by_no_or_left_for_later(window: MainWindow, intake: IntakePage):
    from caseapp.work.intake import NoDay

    write(line(window, "five_injured_line"), "2026-5-1")
    tick(window, "five_injured_none")
    assert line(window, "five_injured_line").text() == ""
    five = intake.form().five
    assert five[KeyDayKind.INJURED] is NoDay.DID_NOT_HAPPEN
    assert five[KeyDayKind.LEFT_JOB] is None


def test_no_day_is_ever_filled_in_by_itself(window: MainWindow, intake: IntakePage):
    form = intake.form()
    assert set(form.five.values()) == {None}
    assert form.useful_until is None
    assert intake.visit.form().day is None


def test_a_day_nobody_can_read_stops_at_its_field(window: MainWindow, intake: IntakePage):
    write(line(window, "five_left_job_line"), "sometime")
    press(window, "intake_next")
    assert intake.at == FIVE
    assert "not understood" in window.findChild(QLabel, "five_left_job_understood").text()


def test_without_consent_to_keep_it_no_case_is_made(qtbot: QtBot, window: MainWindow, intake: IntakePage, session: Session):
    press(window, "intake_next")
    write(line(window, "client_nickname"), "小凡妈妈")
    press(window, "intake_next")
    assert intake.at == WHO
    assert window.findChild(QLabel, "consent_keep_problem").isVisible()
    assert case_rows(session) == ()


def test_the_whole_path(qtbot: QtBot, window: MainWindow, intake: IntakePage, session: Session):
    write(line(window, "five_registration_closes_line"), "2026-6-30")
    begin(qtbot, window, intake)
    file = case_file(session, intake.case)
    assert file.case.service is Service.COMPULSORY_EDUCATION
    assert file.case.city == "beijing"
    assert file.case.useful_until == date(2026, 9, 1)
    assert file.in_role(Role.APPLICANT).nickname == "孩子甲"
    assert file.consents_to(Purpose.KEEP_CASE, TODAY)
    assert not file.consents_to(Purpose.CONTACT, TODAY)

    write(line(window, "visit_day_line"), "2026-6-10")
    choose_new_office(qtbot, window, "visit_office", "阳光小学")
    write(window.findChild(QPlainTextEdit, "visit_asked"), "报名一年级")
    answer = intake.visit.answer
    qtbot.keyClick(answer.buttons[0], Qt.Key.Key_3)
    assert answer.value() is Answer.REFERRED
    choose_new_office(qtbot, window, "visit_referred_to", "阳光街道办事处")
    write(window.findChild(QPlainTextEdit, "visit_words"), "材料去街道交")
    enter(line(window, "visit_papers_line"), "房东的证明")
    press(window, "intake_next")
    qtbot.waitUntil(lambda: intake.at == CARD, timeout=SLOW)
    file = case_file(session, intake.case)
    (visit,) = file.visits
    assert visit.answer is Answer.REFERRED
    assert file.office(visit.office).kind is OfficeKind.SCHOOL
    assert file.office(visit.referred_to).kind is OfficeKind.STREET_OFFICE
    assert [demand.words for demand in file.demands_at(visit.id)] == ["房东的证明"]
    qtbot.waitUntil(lambda: intake.card.paper.pages == 1, timeout=SLOW)
    assert intake.card.paper.pdf.startswith(b"%PDF")


def test_the_form_of_a_visit_asks_where_to_of_every_answer_that_may_name_another_office(
    qtbot: QtBot, window: MainWindow, intake: IntakePage
):
    begin(qtbot, window, intake)
    visit = intake.visit
    for key, answer in zip("123456", visit.answer._values, strict=True):
        qtbot.keyClick(visit.answer.buttons[0], key)
        assert visit.answer.value() is answer
        assert visit.referred_field.isVisible() is (answer in (Answer.REFERRED, Answer.REFUSED, Answer.ASKED_MORE))


def test_a_day_that_cannot_be_is_told_below_its_field_on_whichever_step_it_stands(window: MainWindow, intake: IntakePage):
    write(line(window, "five_decision_served_line"), "2019-6-5")
    press(window, "intake_next")
    tell_who(window)
    line(window, "child_born_line").setText("2027-1-1")
    press(window, "intake_next")
    assert "in the future" in window.findChild(QLabel, "child_born_problem").text()
    assert intake.at == WHO and intake.case is None
    line(window, "child_born_line").setText("2021-1-1")
    press(window, "intake_next")
    assert intake.at == FIVE
    assert "before the applicant was born" in window.findChild(QLabel, "five_decision_served_row_problem").text()


def test_what_is_unlikely_is_asked_once(qtbot: QtBot, window: MainWindow, intake: IntakePage, session: Session):
    begin(qtbot, window, intake)
    choose_new_office(qtbot, window, "visit_office", "阳光小学")
    qtbot.keyClick(intake.visit.answer.buttons[0], Qt.Key.Key_3)
    press(window, "intake_next")
    assert window.findChild(QLabel, "visit_referred_to_problem").isVisible()
    assert case_file(session, intake.case).visits == ()
    press(window, "intake_next")
    qtbot.waitUntil(lambda: intake.at == CARD, timeout=SLOW)


def test_what_is_left_for_later_is_listed_and_shrinks(qtbot: QtBot, window: MainWindow, intake: IntakePage):
    def listed() -> int:
        return len([label for label in intake.later.findChildren(QLabel, "later_item") if not label.isHidden()])

    before = listed()
    press(window, "intake_next")
    tell_who(window)
    assert listed() <= before - 3


def test_a_second_language_in_the_middle_loses_nothing(
    qtbot: QtBot, window: MainWindow, intake: IntakePage, language: Language
):
    write(line(window, "five_registration_closes_line"), "2026-6-30")
    press(window, "intake_next")
    tell_who(window)
    before = intake.form()
    for _twice in range(2):
        qtbot.mouseClick(window.workspace.rail.language, LEFT)
        assert intake.form() == before
        assert intake.at == WHO
    assert language.current == "en"


def test_a_new_path_begins_empty_after_the_last_was_finished(qtbot: QtBot, window: MainWindow, intake: IntakePage):
    begin(qtbot, window, intake)
    press(window, "intake_skip")
    assert intake.at == CARD
    window.workspace.go("cases")
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert intake.at == FIVE
    assert intake.form().client_nickname == ""
    assert intake.case is None


def test_an_enquiry_names_nobody_and_one_button_makes_it_a_case(qtbot: QtBot, window: MainWindow, session: Session):
    from caseapp.work.enquiries import enquiries

    qtbot.mouseClick(window.workspace.rail.pages["enquiries"], LEFT)
    page = window.workspace.page("enquiries")
    write(page.question, "外地孩子几月报名？")
    press(window, "enquiry_save")
    press(window, "enquiry_save")  # who presses twice meant one
    qtbot.waitUntil(lambda: page.table.rowCount() == 1 and not window.background.busy, timeout=SLOW)
    page.view.selectRow(0)
    press(window, "enquiry_to_case")
    qtbot.waitUntil(lambda: window.workspace.page("intake") is not None, timeout=SLOW)
    intake = window.workspace.page("intake")
    qtbot.waitUntil(lambda: "几月报名" in intake.who.story.value() and intake.next.isVisible(), timeout=SLOW)
    begin_from = intake
    press(window, "intake_next")
    write(line(window, "client_nickname"), "小凡妈妈")
    tick(window, "consent_keep")
    press(window, "intake_next")
    qtbot.waitUntil(lambda: begin_from.at == VISIT, timeout=SLOW)
    (enquiry,) = enquiries(session)
    assert enquiry.became == intake.case
