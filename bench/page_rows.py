"""The page of a very long case, by the clock, as a person waits for it.

What is derived from a case (its next step, its patterns) is worked out beside the window and follows the first paint.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from bench.casebooks import KEY, NOW
from bench.measure import Row, bounded, compared, cpu, in_turn, told
from bench.page_window import Window
from caseapp.domain.cases import Case, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Document, DocumentState
from caseapp.domain.ids import CaseId, DocumentId, VisitId, WrittenAnswerId, new_id
from caseapp.domain.visits import Answer, Visit, WrittenAnswer
from caseapp.work.session import NewProfile, Session, create_with_key

VISITS, DOCUMENTS, ANSWERS = 200, 300, 50
LIMIT_S = 0.15


def long_case(folder: Path) -> list[Row]:
    """The page of a case with 200 visits, 300 documents and some fifty periods: read, opened first, opened after others.

    No page can be held against its query alone: to paint the window again with nothing read and nothing changed takes
    about twice as long as the query. So that is measured too, and reading is what is held against the query.
    """
    from caseapp.work.cases import case_file

    place = folder / "long.casebook"
    session = create_with_key(place, KEY, NewProfile("bench", city="beijing"), NOW)
    case, other = _long(session, "2026-A001"), _long(session, "2026-A002")
    reading = in_turn(lambda: cpu(lambda: case_file(session, case)), lambda: cpu(lambda: _rows_of(session, case)), 15)
    asked = reading[1]
    window = Window(session)
    window.wait_until_ready()
    window.opened(case)
    cases = [other, case]
    pages = in_turn(lambda: window.opened(cases[0], cases.reverse), window.painted_again, 9)
    window.close()
    first = statistics.median(told(["-m", "bench.first_page", str(place), case]) for _run in range(3))
    name = f"a case with {VISITS} visits, {DOCUMENTS} documents, {ANSWERS} answers"
    return [
        compared(f"reading {name}", "the same rows in plain SQL", reading, times=3),
        bounded(f"page of {name} painted, the first after unlocking", "the rows in SQL", (first, asked), seconds=LIMIT_S),
        bounded(f"page of {name} painted", "the same rows in plain SQL", (pages[0], asked), seconds=LIMIT_S),
        bounded("the window of that page painted again, unchanged", "the rows in SQL", (pages[1], asked), seconds=LIMIT_S),
    ]


def _rows_of(session: Session, case: CaseId) -> None:
    from caseapp.store.tables import RECORD_TABLES

    with session.read() as reader:
        for kind, table in RECORD_TABLES.items():
            if "case" in table.c:
                asked = f'SELECT * FROM "{kind}" WHERE "case" = ? AND is_deleted = 0 ORDER BY made'
                reader.connection.exec_driver_sql(asked, (case,)).fetchall()


def _long(session: Session, number: str) -> CaseId:
    case = Case(CaseId(new_id()), number, date(2025, 1, 5), None, Service.COMPULSORY_EDUCATION, "beijing", "朝阳区")
    first = date(2025, 2, 1)
    with session.write("bench") as writer:
        writer.put(case)
        for place in range(VISITS):
            went = ImpreciseDay.on(first + timedelta(place * 3))
            writer.put(Visit(VisitId(new_id()), case.id, None, place + 1, went, answer=Answer.REFUSED, words="材料不全"))
        for place in range(DOCUMENTS):
            writer.put(Document(DocumentId(new_id()), case.id, "", f"材料{place}", DocumentState.HELD, first))
        for place in range(ANSWERS):
            day = first + timedelta(place * 11)
            writer.put(WrittenAnswer(WrittenAnswerId(new_id()), case.id, dated=day, received=day, refusal=True))
    return case.id


ALL: tuple[Callable[[Path], list[Row]], ...] = (long_case,)
