"""A case on the page, with the people and offices of a school matter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from caseapp.domain.cases import Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.offices import OfficeKind
from caseapp.domain.visits import Answer
from caseapp.gui.case.page import CasePage
from caseapp.gui.shell import MainWindow
from caseapp.work.session import Session
from caseapp.work.visits import VisitForm, new_office, record_visit
from tests.gui.conftest import NOW

SLOW = 20_000


@pytest.fixture
def case(make_case: Callable[..., str]) -> str:
    return make_case(
        "小凡妈妈", service=Service.COMPULSORY_EDUCATION, child_nickname="孩子甲", applicant_is_child=True,
        story="5月14日学校让去街道。",
    )  # fmt: skip


@pytest.fixture
def visited(session: Session, case: str) -> Callable[..., str]:
    """Records a visit: kinds of offices, by which they are known."""

    def record(office: OfficeKind, day: date, answer: Answer, to: OfficeKind | None = None, **more: object) -> str:
        names = {OfficeKind.SCHOOL: "阳光小学", OfficeKind.STREET_OFFICE: "阳光街道办事处"}
        known = {kind: new_office(session, kind, names[kind], case, NOW).id for kind in (office, to) if kind}
        form = VisitForm(
            office=known[office], day=ImpreciseDay.on(day), answer=answer, referred_to=known.get(to), **more
        )  # fmt: skip
        return record_visit(session, case, form, NOW)

    return record


@pytest.fixture
def loop(visited: Callable[..., str]) -> tuple[str, ...]:
    """School to street office and back: three visits in eleven days."""
    school, street = OfficeKind.SCHOOL, OfficeKind.STREET_OFFICE
    return (
        visited(school, date(2026, 5, 14), Answer.REFERRED, street, words="材料去街道交"),
        visited(street, date(2026, 5, 20), Answer.REFERRED, school, hours_lost="4", money_lost_yuan="120"),
        visited(school, date(2026, 5, 25), Answer.REFUSED),
    )


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow, case: str) -> Callable[..., CasePage]:
    """Shows a tab of the case and waits until it is there."""

    def show(tab: str = "overview", what: object = None) -> CasePage:
        window.workspace.go("case", (case, tab, what))
        page = window.workspace.page("case")
        qtbot.waitUntil(lambda: page._file is not None and page.tab(tab).isVisible(), timeout=SLOW)
        return page

    return show
