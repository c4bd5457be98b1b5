"""Days computed by hand, with the arithmetic written out, against what the program derives."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from caseapp.law.derive import derive
from caseapp.law.triggers import Event, read_trigger

TABLE = Path(__file__).parent / "deadlines_by_hand.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def _events(text: str) -> list[Event]:
    return [Event(read_trigger(word), date.fromisoformat(day)) for word, day in (e.split("=") for e in text.split())]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['period']}-{row['events'].split('=')[1][:10]}")
def test_a_day_computed_by_hand_is_the_day_derived(row: dict[str, str]):
    events = _events(row["events"])
    found = derive(events, row["procedure"] or None, row["service"] or None, on=events[0].day)
    deadline = next(deadline for deadline in found if deadline.id == row["period"])
    derived = {
        "safe": deadline.safe_last_day,
        "act_by": deadline.act_by,
        "ripe": deadline.ripe_on,
        "late_after": deadline.late_after,
    }
    expected = {key: date.fromisoformat(row[key]) for key in derived if row[key]}
    assert {key: derived[key] for key in expected} == expected
    assert (
        deadline.arguable_until == (date.fromisoformat(row["arguable"]) if row["arguable"] else None) or not row["arguable"]
    )
    assert deadline.article == row["article"]


def test_there_are_enough_days_computed_by_hand():
    assert len(ROWS) >= 45
    assert all(row["reasoning"] for row in ROWS)
