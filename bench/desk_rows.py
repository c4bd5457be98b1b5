"""The desk at work: Today over many cases, and the page of a very long case. Processor seconds."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from bench.casebooks import KEY, NOW
from bench.measure import Row, both, bounded, compared, cpu, in_turn
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.ids import CaseId, DocumentId, KeyDayId, VisitId, WrittenAnswerId, new_id
from caseapp.domain.visits import Answer, Visit, WrittenAnswer
from caseapp.work.session import NewProfile, Session, create_with_key

CASES, AT_ONCE = 20_000, 500
VISITS, DOCUMENTS, ANSWERS = 200, 300, 50


def today_over_many(folder: Path) -> Row:
    """Today of 20,000 open cases once their days are derived, against reading the same rows in plain SQL."""
    from caseapp.work.today import derive_days, today

    with create_with_key(folder / "many.casebook", KEY, NewProfile("bench", city="beijing"), NOW) as session:
        _many(session)
        on = NOW.date()
        derive_days(session, on)
        day = on.isoformat()

        def bare() -> None:
            with session.read() as reader:
                asked = "SELECT * FROM agenda_item WHERE shows_from <= ? AND (until IS NULL OR until >= ?) ORDER BY day"
                reader.connection.exec_driver_sql(asked, (day, day)).fetchall()

        medians = in_turn(lambda: cpu(lambda: today(session, on)), lambda: cpu(bare), 9)
    return both(f"Today over {CASES:,} cases", "the same rows in plain SQL", medians, seconds=0.3, times=3)


def long_case(folder: Path) -> list[Row]:
    """The page of a case with 200 visits, 300 documents and some fifty periods: reading it, and until it is painted.

    The page is timed by the clock, as a person waits for it. What is derived from a case (its next step, its patterns) is
    worked out beside the window and follows.
    """
    from PySide6.QtWidgets import QApplication

    from caseapp.gui.shell import MainWindow
    from caseapp.gui.theme.theme import Scheme, Theme
    from caseapp.gui.tour import settle
    from caseapp.gui.words import Language
    from caseapp.work.cases import case_file

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    session = create_with_key(folder / "long.casebook", KEY, NewProfile("bench", city="beijing"), NOW)
    case = _long(session)
    window = MainWindow(Language(application, "zh_CN"), Theme(application, Scheme.LIGHT), None, now=lambda: NOW)
    window.resize(1280, 800)
    window.show()
    window.open(session)
    space = window.workspace
    assert space is not None
    settle(window)

    def painted() -> None:
        page = space.page("case")
        space.go("case", (case, "overview", None))
        page = page or space.page("case")
        while getattr(page, "_file", None) is None:
            application.processEvents()
            time.sleep(0.001)  # a spinning window would keep the reader of the case from running
        window.grab()

    def timed() -> float:
        page = space.page("case")
        if page is not None:
            page._leave()
            page._case = page._file = None
        settle(window)
        begun = time.perf_counter()
        painted()
        return time.perf_counter() - begun

    def read() -> float:
        settle(window)
        return cpu(lambda: case_file(session, case))

    painting, alone = in_turn(timed, read, 9)
    reading = in_turn(read, lambda: cpu(lambda: _rows_of(session, case)), 15)
    page = painting, alone
    window.close()
    name = f"a case with {VISITS} visits, {DOCUMENTS} documents, {ANSWERS} answers"
    return [
        compared(f"reading {name}", "the same rows in plain SQL", reading, times=3),
        bounded(f"page of {name} painted", "reading the case alone", page, seconds=0.15),
    ]


def _rows_of(session: Session, case: CaseId) -> None:
    from caseapp.store.tables import RECORD_TABLES

    with session.read() as reader:
        for kind, table in RECORD_TABLES.items():
            if "case" in table.c:
                asked = f'SELECT * FROM "{kind}" WHERE "case" = ? AND is_deleted = 0 ORDER BY made'
                reader.connection.exec_driver_sql(asked, (case,)).fetchall()


def _many(session: Session) -> None:
    for start in range(0, CASES, AT_ONCE):
        with session.write("bench") as writer:
            for number in range(start, start + AT_ONCE):
                case = Case(
                    CaseId(new_id()), f"2026-A{number:05}", date(2026, 1, 5) + timedelta(number % 300), None,
                    Service.COMPULSORY_EDUCATION, "beijing", "朝阳区",
                    useful_until=NOW.date() + timedelta(number % 400 - 20),
                )  # fmt: skip
                writer.put(case)
                if number % 4 == 0:
                    day = ImpreciseDay.on(NOW.date() - timedelta(number % 90))
                    writer.put(KeyDay(KeyDayId(new_id()), case.id, KeyDayKind.APPLICATION_RECEIVED, day))


def _long(session: Session) -> CaseId:
    case = Case(CaseId(new_id()), "2026-A001", date(2025, 1, 5), None, Service.COMPULSORY_EDUCATION, "beijing", "朝阳区")
    first = date(2025, 2, 1)
    with session.write("bench") as writer:
        writer.put(case)
        for number in range(VISITS):
            day = ImpreciseDay.on(first + timedelta(number * 3))
            writer.put(Visit(VisitId(new_id()), case.id, None, number + 1, day, answer=Answer.REFUSED, words="材料不全"))
        for number in range(DOCUMENTS):
            writer.put(Document(DocumentId(new_id()), case.id, "", f"材料{number}", DocumentState.HELD, first))
        for number in range(ANSWERS):
            day = first + timedelta(number * 11)
            writer.put(WrittenAnswer(WrittenAnswerId(new_id()), case.id, dated=day, received=day, refusal=True))
    return case.id


ALL: tuple[Callable[[Path], Row | list[Row]], ...] = (today_over_many, long_case)
