"""A conflict of interest stands in the header, with the path and the way to the other case, and stops nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import Role
from caseapp.domain.people import Person, Relation
from caseapp.gui.shell import MainWindow
from caseapp.gui.words import Language
from caseapp.work.people import RoleForm, keep_person
from caseapp.work.session import Session
from tests.gui.case.conftest import SLOW
from tests.gui.conftest import NOW
from tests.gui.hands import press


def test_the_landlord_who_is_a_client_elsewhere_is_said_above_every_tab(
    qtbot: QtBot, window: MainWindow, session: Session, language: Language, opened, case: str, make_case
):
    page = opened("visits")
    shown = page.header.conflicts
    qtbot.waitUntil(lambda: shown._file is not None, timeout=SLOW)
    assert not shown.isVisible()
    other = make_case("王大", client_name="王建国", client_phone="13800138000")
    third = Person("", "王建国", phone="13800138000")
    keep_person(session, case, third, Relation.OTHER, (RoleForm(Role.THIRD_PARTY),), now=NOW)
    window.workspace.desk.changed.emit()
    qtbot.waitUntil(shown.isVisible, timeout=SLOW)
    (words,) = shown.findChildren(QLabel, "conflict_words")
    assert words.text().startswith(
        "王建国 (Third party) in this case and 王大 · 王建国 (Applicant) in case 2026-A002 of 王大 may be one"
    )
    language.switch("zh_CN")
    assert (
        words.text()
        == "本案中的王建国（第三方）与案件2026-A002（王大）中的王大 · 王建国（申请人）可能是同一个人：电话相同、姓名相同。"
    )
    language.switch("en")
    press(window, "conflict_open")
    qtbot.waitUntil(lambda: page._file is not None and page._file.case.id == other, timeout=SLOW)
