"""What is measured, each against its floor in the same run."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bench.casebooks import NOW, opened, thousand
from bench.measure import Row, bounded, call, compared, in_turn, process

DAY = date(2013, 7, 1)
FACTS = {
    "age": 38,
    "education_level": "junior_secondary",
    "social_insurance_months": 60,
    "social_insurance_current": True,
    "residence_permit_held": True,
    "criminal_record": False,
    "family_planning_compliant": True,
}


def unlock_window(folder: Path) -> Row:
    """Start of the process until the unlock window is painted, against a bare PySide6 window."""
    place = folder / "first.casebook"
    _small_casebook(place)
    medians = in_turn(lambda: process(["bench/window.py", str(place)]), lambda: process(["bench/bare_window.py"]), 7)
    return compared("start to unlock window painted", "bare PySide6 window, same steps", medians, times=1.5)


def case_list(folder: Path) -> Row:
    """Key in hand until the list of 1,000 cases is painted, against reading one row of the same casebook."""
    place = thousand(folder)
    from PySide6.QtWidgets import QApplication

    from caseapp.gui.cases.columns import case_columns
    from caseapp.gui.parts.row_table import RowTable, RowView
    from caseapp.work.cases import case_rows

    application = QApplication.instance() or QApplication([])

    def list_painted() -> None:
        with opened(place) as session:
            table: RowTable = RowTable(case_columns(lambda: NOW.date()))
            view = RowView(table, name="bench")
            view.resize(1024, 600)
            table.show(case_rows(session))
            assert table.rowCount() == 1000
            view.grab()
        application.processEvents()

    def opened_only() -> None:
        with opened(place):
            pass

    medians = in_turn(lambda: call(list_painted), lambda: call(opened_only), 7)
    return bounded("key in hand to list of 1,000 cases painted", "opening the casebook alone", medians, seconds=0.15)


def check_process(folder: Path) -> Row:
    """`caseapp check --facts` as a process, against a Python that does nothing."""
    facts = folder / "facts.yaml"
    facts.write_text("\n".join(f"{key}: {str(value).lower()}" for key, value in FACTS.items()), encoding="utf-8")
    command = ["-m", "caseapp", "check", "--facts", str(facts), "--city", "shanghai", "--on", DAY.isoformat(), "--json"]
    medians = in_turn(lambda: process(command), lambda: process(["-c", "pass"]), 9)
    return bounded("check --facts as a process", "python -c pass", medians, seconds=0.3)


def explained_check(_folder: Path) -> Row:
    """One explained check of a whole city, against a bare walk over the same criteria in a dictionary."""
    from caseapp.policy.check import check
    from caseapp.policy.known import given
    from caseapp.policy.model import criteria
    from caseapp.policy.packs import load

    pack, known = load("shanghai"), given(FACTS, DAY)
    keys = [
        entry.fact for programme in pack.programmes if programme.in_force(DAY) for entry in criteria(programme.eligibility)
    ]
    rounds = 300

    def ours() -> float:
        return call(lambda: [check(pack, known, DAY) for _ in range(rounds)]) / rounds

    def floor() -> float:
        return call(lambda: [[FACTS.get(key) for key in keys] for _ in range(rounds)]) / rounds

    return bounded("one explained check", "looking the same facts up", in_turn(ours, floor, 9), seconds=0.0003)


def saved_form(folder: Path) -> Row:
    """One saved form with its journal entry and acknowledged head, against a bare transaction that keeps as large a row."""
    from dataclasses import replace

    from caseapp.domain.cases import Case
    from caseapp.domain.record import to_wire
    from caseapp.work.cases import save

    place = folder / "thousand.casebook"
    session = opened(place)
    with session.read() as reader:
        case = reader.all(Case)[0]
    bare = _bare_database(folder / "bare.db", to_wire(case))

    def ours() -> float:
        typed = replace(case, story=secrets.token_hex(40))
        return call(lambda: save(session, typed, "bench"))

    row = compared(
        "one saved form", "bare SQLCipher transaction, same settings", in_turn(ours, lambda: call(bare), 300), times=4
    )
    session.close()
    return row


def _small_casebook(place: Path) -> None:
    from caseapp.work.session import NewProfile, create_with_key

    create_with_key(place, bytes(32), NewProfile("bench"), NOW).close()


def _bare_database(path: Path, form: Mapping[str, object]) -> Callable[[], None]:
    """A table in SQLCipher with the same settings; each call keeps one form in one transaction."""
    import sqlcipher3.dbapi2 as sqlcipher

    connection = sqlcipher.connect(str(path), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    for setting in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {setting}")
    connection.execute(f"CREATE TABLE form (id INTEGER PRIMARY KEY, {', '.join(f'f{n} TEXT' for n in range(len(form)))})")
    names, places = ", ".join(f"f{n}" for n in range(len(form))), ", ".join("?" * len(form))

    def write() -> None:
        values = tuple(secrets.token_hex(40) if name == "story" else value for name, value in form.items())
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(f"INSERT INTO form ({names}) VALUES ({places})", values)
        connection.execute("COMMIT")

    return write


ALL: tuple[Callable[[Path], Row], ...] = (unlock_window, case_list, check_process, explained_check, saved_form)
