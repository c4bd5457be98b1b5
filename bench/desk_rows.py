"""The desk at work: Today over many cases. Processor seconds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from bench.casebooks import KEY, NOW
from bench.measure import Row, both, cpu, in_turn
from caseapp.domain.cases import Case, KeyDay, KeyDayKind, Service
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.ids import CaseId, KeyDayId, new_id
from caseapp.work.session import NewProfile, Session, create_with_key

CASES, AT_ONCE = 20_000, 500


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


ALL: tuple[Callable[[Path], Row], ...] = (today_over_many,)
