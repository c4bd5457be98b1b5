"""Days computed by hand from the statutes, with the arithmetic written out, against what the program derives.

One test a row. The table was committed before the code. Where a row and the code differ, the statute says which is wrong.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from caseapp.law.deadline import Deadline, Ground, Warn
from caseapp.law.derive import derive
from caseapp.law.library import periods
from caseapp.law.openings import openings
from caseapp.law.periods import Role
from caseapp.law.triggers import Event, read_trigger
from caseapp.letters.say.deadline import cite, document, document_of_opening

TABLE = Path(__file__).parent / "deadlines_by_hand.csv"
ROWS = list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))
DAYS = ("act_by", "ripe", "late_after")
NATIONAL_RULES = 19
Row = dict[str, str]


def _events(row: Row) -> list[Event]:
    events = [Event(read_trigger(row["trigger"]), date.fromisoformat(row["day"]))]
    for word in row["more"].split():
        name, _, value = word.partition("=")
        if name == "told":
            events[0] = replace(events[0], told=value == "yes")
        elif name == "later":
            ground, _, day = value.partition(":")
            events[0] = replace(events[0], later=((date.fromisoformat(day), Ground(ground)),))
        else:
            events.append(Event(read_trigger(name), date.fromisoformat(value)))
    return events


def _on(row: Row) -> date:
    return date.fromisoformat(row["on"] or row["day"])


def _derived(row: Row) -> Deadline | None:
    found = derive(_events(row), row["procedure"] or None, row["service"] or None, on=_on(row))
    return next((d for d in found if d.id == row["period"] and (d.lapse_of or d.deemed_by) == row["follows"]), None)


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _told(said: dict[str, object], row: Row) -> None:
    """The derivation is said in both languages, and names the article."""
    steps = said["steps"]
    assert isinstance(steps, list) and steps
    assert all(step["text_zh"].strip() and step["text_en"].strip() for step in steps)
    statute, _, article = row["article"].partition(" ")
    assert (said["statute"], said["article"]) == (statute, article)
    assert said["cited_zh"] == cite(statute, article).zh and article in str(said["cited_zh"])


@pytest.mark.parametrize("row", [row for row in ROWS if row["safe"]], ids=lambda row: f"{row['id']}-{row['period']}")
def test_a_day_computed_by_hand_is_the_day_derived(row: Row):
    found = _derived(row)
    assert found is not None
    derived = {
        "safe": found.safe_last_day, "arguable": found.arguable_until, "act_by": found.act_by, "ripe": found.ripe_on,
        "late_after": found.late_after, "opens": found.opens_on,
    }  # fmt: skip
    expected = {key: row[key] for key in derived if row[key] or key not in DAYS}
    assert {key: _day(derived[key]) for key in expected} == expected
    kinds = {warning.kind.value for warning in found.warnings}
    for word in row["warned"].split():
        assert (Warn(word.lstrip("!")).value in kinds) is not word.startswith("!"), word
    _told(document(found, _on(row)), row)
    assert periods()[row["period"]].counting in row["rules"].split()


@pytest.mark.parametrize("row", [row for row in ROWS if not row["safe"]], ids=lambda row: f"{row['id']}-{row['period']}")
def test_where_no_period_ends_no_last_day_is_shown(row: Row):
    assert _derived(row) is None
    opened = [o for o in openings(_events(row), row["procedure"] or None, row["service"] or None) if o.id == row["period"]]
    assert [_day(o.opens_on) for o in opened] == ([row["opens"]] if row["opens"] else [])
    for found in opened:
        _told(document_of_opening(found), row)


def test_what_rests_on_the_regulations_not_read_is_marked_and_nothing_else_is():
    for row in ROWS:
        found = _derived(row)
        if found is not None:
            marked = Warn.NEW_TEXT_NOT_READ in {warning.kind for warning in found.warnings}
            assert marked == (row["version"] == "regs-2026-unread"), row["id"]


def test_the_table_covers_every_counting_rule_and_every_period():
    assert len({rule for row in ROWS for rule in row["rules"].split()} - {"cr-inspection-limit"}) == NATIONAL_RULES
    own = {period.id for period in periods().values() if period.role is Role.BASE}
    assert own <= {row["period"] for row in ROWS}


def test_each_row_is_reasoned_in_both_languages():
    assert len({row["id"] for row in ROWS}) == len(ROWS) >= 120
    assert all(row["steps_zh"] and row["steps_en"] and row["article"] for row in ROWS)
